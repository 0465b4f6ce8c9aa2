"""A checked copy of `user.db` for commands that only read while a window holds the library."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import LibraryDamagedError, LibraryNewerError
from usjp_reader.store.connection import USER_APPLICATION_ID, connect_looking, header, translated
from usjp_reader.store.originals import as_library_error
from usjp_reader.store.user.log import UserLog
from usjp_reader.store.user.owner import VERSION

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from usjp_reader.store.layout import LibraryFolder

_TRIES = 5  # a checkpoint between copying the file and its log makes a copy that is not whole


@contextmanager
def snapshot(folder: LibraryFolder) -> Iterator[UserLog]:
    """The reader's work as it was a moment ago, in a private copy.

    Raises:
        LibraryNewerError: A newer version wrote it.
        LibraryDamagedError: No whole copy could be made.
    """
    with tempfile.TemporaryDirectory(prefix="usjp-reader-") as place:
        connection = _whole_copy(folder, Path(place))
        try:
            yield UserLog(connection)
        finally:
            connection.close()


def is_held(folder: LibraryFolder) -> bool:
    """Whether a window or command holds the library, or one ended without letting it go."""
    return folder.user_db.with_name("user.db-wal").exists()


def _whole_copy(folder: LibraryFolder, place: Path) -> sqlite3.Connection:
    for number in range(_TRIES):
        copy = place / f"{number}.db"
        before = _state(folder)
        _copy(folder, copy)
        if _state(folder) != before:
            continue  # a checkpoint came between: the two files may not belong together
        connection = connect_looking(copy)
        application, version, whole = 0, 0, False
        with suppress(LibraryDamagedError), translated(copy):
            application, version = header(connection)
            whole = connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        if whole and application == USER_APPLICATION_ID:
            if version > VERSION:
                connection.close()
                raise LibraryNewerError(
                    "store.newer", library=str(folder.path), theirs=version, ours=VERSION
                )
            return connection
        connection.close()
    raise LibraryDamagedError("store.damaged", file="user.db", library=str(folder.path))


def _state(folder: LibraryFolder) -> tuple[int, int]:
    """What a checkpoint changes in the main file; commits only go to its log."""
    try:
        status = folder.user_db.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _copy(folder: LibraryFolder, copy: Path) -> None:
    try:
        shutil.copyfile(folder.user_db, copy)
        log = folder.user_db.with_name("user.db-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
    except FileNotFoundError as error:
        raise LibraryDamagedError("store.emptied", library=str(folder.path)) from error
    except OSError as error:
        raise as_library_error(error, folder.path) from error
