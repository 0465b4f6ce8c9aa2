"""Libraries that are not opened, and that not a byte of is changed."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.processes import (
    ended,
    holding,
    line_from,
    public_place,
    ran,
    sealed,
    started,
    unprivileged,
)
from tests.helpers.work import marked
from usjp_reader.domain.errors import LibraryBusyError, LibraryDamagedError, LibraryNewerError
from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.user.owner import VERSION, UserStore

if TYPE_CHECKING:
    from pathlib import Path

_OPENER = """
import sys, time
from pathlib import Path
from usjp_reader.domain.errors import UsjpError
from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.user.owner import UserStore
began = time.monotonic()
try:
    UserStore(LibraryFolder(Path(sys.argv[1]))).close()
    print("opened")
except UsjpError as error:
    print(type(error).__name__, error.message.key, round(time.monotonic() - began, 2))
"""


def shas(folder: LibraryFolder) -> dict[str, str]:
    return {
        str(path.relative_to(folder.path)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.path.rglob("*"))
        if path.is_file()
    }


def with_work(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1", "a note 😀")
    store.close()


def test_a_second_opener_is_told_within_a_second_and_writes_nothing(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1")
    store.read(lambda log: log.last_seq)  # answered once the backup that was due is whole
    before = {name: sha for name, sha in shas_from_outside(folder).items() if "wal" not in name}
    done = ran("-c", _OPENER, folder.path)
    name, key, seconds = done.stdout.split()
    assert (name, key) == ("LibraryBusyError", "store.busy")
    assert float(seconds) < 1
    assert {n: s for n, s in shas_from_outside(folder).items() if "wal" not in n} == before
    assert marked(store, "p2").seq == 2
    store.close()


def shas_from_outside(folder: LibraryFolder) -> dict[str, str]:
    """Hashes taken by another process: opening user.db in this one would drop its lock."""
    code = (
        "import hashlib, sys; from pathlib import Path\n"
        "for p in sorted(Path(sys.argv[1]).rglob('*')):\n"
        "    if p.is_file(): print(p.name, hashlib.sha256(p.read_bytes()).hexdigest(), sep='\\t')"
    )
    lines = ran("-c", code, folder.path).stdout.splitlines()
    return dict(line.split("\t") for line in lines)


def test_a_library_that_another_process_holds_is_busy(folder: LibraryFolder) -> None:
    with holding(folder.path):
        began = time.monotonic()
        with pytest.raises(LibraryBusyError):
            UserStore(folder)
        assert time.monotonic() - began < 1
    UserStore(folder).close()  # killed: nothing is left of its lock


@pytest.mark.slow
def test_of_many_that_start_at_once_one_wins(tmp_path: Path) -> None:
    folder = LibraryFolder(tmp_path / "new")
    folder.create()
    code = _OPENER.replace(
        'UserStore(LibraryFolder(Path(sys.argv[1]))).close()\n    print("opened")',
        "store = UserStore(LibraryFolder(Path(sys.argv[1])))\n"
        '    print("opened", flush=True)\n    sys.stdin.readline()\n    store.close()',
    ).replace("round(time.monotonic() - began, 2))", "flush=True)")
    processes = [started(code, folder.path) for _ in range(6)]
    try:
        said = sorted(line_from(process) for process in processes)
    finally:
        for process in processes:
            ended(process)
    assert said == ["LibraryBusyError store.busy"] * 5 + ["opened"]
    UserStore(folder).close()


@pytest.mark.parametrize("version", [VERSION + 1, 999, 1 << 16, 2 << 16])
def test_a_newer_library_is_refused_untouched(folder: LibraryFolder, version: int) -> None:
    with_work(folder)
    with closing(sqlite3.connect(folder.user_db)) as connection:
        connection.execute(f"PRAGMA user_version={version}")
    before = shas(folder)
    with pytest.raises(LibraryNewerError) as caught:
        UserStore(folder)
    assert caught.value.message.params["theirs"] == version
    assert shas(folder) == before


def test_a_newer_library_that_ended_in_a_crash_is_refused_and_keeps_all(
    folder: LibraryFolder,
) -> None:
    code = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA locking_mode=EXCLUSIVE')\n"
        "c.execute('PRAGMA journal_mode=WAL')\n"
        "c.execute('PRAGMA user_version=999')\n"
        "c.execute(\"INSERT INTO draft VALUES ('k', 'v', 't')\")\n"
        "os._exit(9)\n"
    )
    with_work(folder)
    ran("-c", code, folder.user_db)
    assert "user.db-wal" in shas(folder)
    with pytest.raises(LibraryNewerError):
        UserStore(folder)
    with closing(sqlite3.connect(folder.user_db)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (999,)
        assert connection.execute("SELECT key FROM draft").fetchall() == [("k",)]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id=1234")
        connection.execute("CREATE TABLE theirs (x)")
        connection.commit()


def _unmarked(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
        connection.commit()


def _text(path: Path) -> None:
    path.write_bytes("Dies ist 𠮷 keine Datenbank.\n".encode() * 200)


@pytest.mark.parametrize("make", [_other_program, _unmarked, _text])
def test_what_is_not_ours_is_refused_untouched(folder: LibraryFolder, make: object) -> None:
    assert callable(make)
    make(folder.user_db)
    before = shas(folder)
    with pytest.raises(LibraryDamagedError):
        UserStore(folder)
    assert shas(folder) == before


@pytest.mark.parametrize("keep", [100, 4096, 0.5])
def test_half_a_file_is_refused_untouched(folder: LibraryFolder, keep: float) -> None:
    with_work(folder)
    data = folder.user_db.read_bytes()
    folder.user_db.write_bytes(data[: int(keep * len(data)) if keep < 1 else int(keep)])
    before = shas(folder)
    with pytest.raises(LibraryDamagedError):
        UserStore(folder)
    assert shas(folder) == before


def test_a_refused_library_is_not_held_while_the_error_is_looked_at(folder: LibraryFolder) -> None:
    with_work(folder)
    with closing(sqlite3.connect(folder.user_db)) as connection:
        connection.execute("PRAGMA user_version=999")
    with pytest.raises(LibraryNewerError) as caught:
        UserStore(folder)
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "c.execute('PRAGMA user_version=1'); c.close(); print('free')"
    )
    assert ran("-c", code, folder.user_db).stdout.strip() == "free"
    assert caught.value is not None


def test_a_folder_that_cannot_be_written_is_said_to_be_so() -> None:
    with public_place() as place:
        folder = LibraryFolder(place / "lib")
        folder.create()
        with_work(folder)
        sealed(place)
        before = shas(folder)
        imports, began, code = _OPENER.partition("began =")
        said = unprivileged(imports, began + code, folder.path)
        assert said.startswith("LibraryReadOnlyError store.read_only"), said
        assert shas(folder) == before
