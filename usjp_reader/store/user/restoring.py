"""Putting `user.db` back, from a backup or from the journal; what stood there is kept beside it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from usjp_reader.config.durable import settle
from usjp_reader.domain.errors import LibraryDamagedError, LibraryError, LibraryNewerError
from usjp_reader.store.connection import (
    USER_APPLICATION_ID,
    connect_looking,
    connect_user,
    header,
    translated,
)
from usjp_reader.store.originals import as_library_error
from usjp_reader.store.user import backups
from usjp_reader.store.user.journal import Journal
from usjp_reader.store.user.log import UserLog
from usjp_reader.store.user.owner import VERSION, UserStore, rebuild

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from usjp_reader.store.layout import LibraryFolder
    from usjp_reader.store.user.backups import Backup


@dataclass(frozen=True, slots=True)
class Restored:
    """What is there now.

    Attributes:
        aside: Name of the file that stood there before, or "" where there was none.
    """

    changes: int
    passages: int
    aside: str


def from_backup(folder: LibraryFolder, backup: Backup) -> Restored:
    """Put a backup in the place of `user.db`; the journal's later changes are made again.

    Raises:
        LibraryBusyError: A window or command holds the library.
        LibraryError: The backup is not whole, or the place cannot be written; nothing was changed.
    """
    _require_whole(folder, backup.path)

    def put() -> None:
        draft = folder.user_db.with_name("user.db.tmp")
        shutil.copyfile(backup.path, draft)
        settle(draft, folder.user_db)

    return _replaced(folder, put, backup.path.name)


def from_journal(folder: LibraryFolder) -> Restored:
    """Build `user.db` again from the journal alone, under the id the library had.

    Raises:
        LibraryBusyError: A window or command holds the library.
        LibraryError: There is no journal, or the place cannot be written; nothing was changed.
    """
    if not Journal(folder.journal).last_seq:
        raise LibraryError("store.no_journal", library=str(folder.path))
    facts = _facts(folder)
    kind, library = facts.get("kind") or "own", facts.get("library")
    return _replaced(folder, lambda: rebuild(folder, kind, library), "journal")


def _replaced(folder: LibraryFolder, put: Callable[[], object], source: str) -> Restored:
    _require_free(folder)
    aside = _set_aside(folder)
    try:
        put()
        store = UserStore(folder)
        try:
            passages = store.read(lambda log: len(log.items("passage")))
            changes = store.read(lambda log: log.last_seq)
        finally:
            store.close()
    except BaseException as error:
        _take_back(folder, aside)
        if isinstance(error, OSError):
            raise as_library_error(error, folder.path) from error
        if isinstance(error, sqlite3.Error | ValueError | KeyError):
            raise LibraryDamagedError(
                "store.damaged", file=source, library=str(folder.path)
            ) from error
        raise
    return Restored(changes, passages, aside.name if aside else "")


def _require_free(folder: LibraryFolder) -> None:
    """Nobody may hold what is to be replaced; letting it go also empties its log into it."""
    if folder.user_db.exists():
        with suppress(LibraryDamagedError):
            connect_user(folder.user_db, partial(_require_ours, folder)).close()


def _require_ours(folder: LibraryFolder, connection: sqlite3.Connection) -> None:
    """What a newer version wrote is not to be undone by one that does not know it."""
    _, version = header(connection)
    if version > VERSION:
        raise LibraryNewerError(
            "store.newer", library=str(folder.path), theirs=version, ours=VERSION
        )


def _require_whole(folder: LibraryFolder, path: Path) -> None:
    with translated(path), closing(connect_looking(path)) as connection:
        _require_ours(folder, connection)
        application, _ = header(connection)
        whole = connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    if application != USER_APPLICATION_ID or not whole:
        raise LibraryDamagedError("store.damaged", file=path.name, library=str(folder.path))


def _facts(folder: LibraryFolder) -> dict[str, str]:
    """What the library said of itself: `library` (its id) and `kind`, as far as can be read."""
    newest_first = [backup.path for backup in reversed(backups.listed(folder.backups))]
    for path in (folder.user_db, *newest_first):
        if not path.exists() or not path.stat().st_size:
            continue
        try:
            with translated(path), closing(connect_looking(path)) as connection:
                said = {name: UserLog(connection).meta(name) for name in ("library", "kind")}
        except LibraryError:
            continue
        if said["library"]:
            return {name: value for name, value in said.items() if value}
    return {}


def _set_aside(folder: LibraryFolder) -> Path | None:
    if not folder.user_db.exists():
        return None
    number = 1
    while (aside := folder.user_db.with_name(f"user.db.old-{number}")).exists():
        number += 1
    try:
        # A log left behind would be taken for that of the new file.
        _move(_log_of(folder.user_db), _log_of(aside))
        os.replace(folder.user_db, aside)
    except OSError as error:
        raise as_library_error(error, folder.path) from error
    return aside


def _take_back(folder: LibraryFolder, aside: Path | None) -> None:
    _log_of(folder.user_db).unlink(missing_ok=True)
    if aside is None:
        folder.user_db.unlink(missing_ok=True)
        return
    os.replace(aside, folder.user_db)
    _move(_log_of(aside), _log_of(folder.user_db))


def _move(path: Path, to: Path) -> None:
    if path.exists():
        os.replace(path, to)


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")
