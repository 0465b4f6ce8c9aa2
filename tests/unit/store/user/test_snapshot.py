"""A private copy of the reader's work, while somebody else holds it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.processes import holding, ran
from tests.helpers.work import UID, marked
from usjp_reader.config.messages import explained
from usjp_reader.domain.errors import LibraryDamagedError, LibraryNewerError
from usjp_reader.store.user.owner import UserStore
from usjp_reader.store.user.snapshot import is_held, snapshot

if TYPE_CHECKING:
    from usjp_reader.store.layout import LibraryFolder

_READER = """
import sys
from pathlib import Path
from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.user.snapshot import is_held, snapshot
folder = LibraryFolder(Path(sys.argv[1]))
with snapshot(folder) as log:
    print(is_held(folder), *log.items("passage"), *log.drafts())
"""


def test_a_library_that_nobody_holds_can_be_looked_at(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1")
    store.close()
    assert not is_held(folder)
    with snapshot(folder) as log:
        assert list(log.items("passage")) == ["p1"]
        assert set(log.lineages().values()) == {UID}
        assert log.damaged() == ()


def test_what_was_acknowledged_a_moment_ago_is_seen(folder: LibraryFolder) -> None:
    """By another process: opening the file in the owner's own would drop its lock."""
    store = UserStore(folder)
    for number in range(20):
        marked(store, f"p{number:02}")
        if number % 7 == 0:
            seen = ran("-c", _READER, folder.path).stdout.split()
            assert seen == ["True", *(f"p{n:02}" for n in range(number + 1))]
    store.close()


def test_a_library_is_held_before_anything_was_written(folder: LibraryFolder) -> None:
    with holding(folder.path):
        assert is_held(folder)
        with snapshot(folder) as log:
            assert log.items("passage") == {}


def test_nothing_is_changed_by_looking(folder: LibraryFolder) -> None:
    with holding(folder.path):
        before = {path.name: path.stat().st_mtime_ns for path in folder.path.iterdir()}
        with snapshot(folder):
            pass
        assert {path.name: path.stat().st_mtime_ns for path in folder.path.iterdir()} == before


def test_a_copy_cannot_be_written(folder: LibraryFolder) -> None:
    UserStore(folder).close()
    with snapshot(folder) as log, pytest.raises(sqlite3.Error):
        log.save_draft("k", "v", __import__("datetime").datetime(2026, 11, 22))


def test_a_newer_library_is_not_read(folder: LibraryFolder) -> None:
    UserStore(folder).close()
    with closing(sqlite3.connect(folder.user_db)) as connection:
        connection.execute("PRAGMA user_version=999")
    with pytest.raises(LibraryNewerError), snapshot(folder):
        pass


@pytest.mark.parametrize("content", [b"", b"no database at all\n" * 400, b"SQLite format 3\x00"])
def test_what_is_no_library_is_said_to_be_damaged(folder: LibraryFolder, content: bytes) -> None:
    folder.user_db.write_bytes(content)
    with pytest.raises(LibraryDamagedError) as caught, snapshot(folder):
        pass
    assert str(folder.path) in explained(caught.value)
    assert "user.db" in explained(caught.value)


def test_a_library_without_its_user_db_is_said_to_have_lost_it(folder: LibraryFolder) -> None:
    with pytest.raises(LibraryDamagedError) as caught, snapshot(folder):
        pass
    assert caught.value.message.key == "store.emptied"
