"""`corpus.db` is made new where it is missing or cannot be read, and never harms anything else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import an_article, saved
from usjp_reader.domain.errors import LibraryError
from usjp_reader.store.corpus import articles, salvage, schema
from usjp_reader.store.corpus.database import CorpusDatabase

if TYPE_CHECKING:
    from pathlib import Path


def filled(path: Path) -> None:
    database = CorpusDatabase(path)
    saved(database, ("u1", an_article()))
    database.close()


def count(database: CorpusDatabase) -> int:
    with database.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])


def _version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")


def _garbage(path: Path) -> None:
    path.write_bytes("𠮷 no database".encode() * 400)


def _half(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _theirs(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
        connection.commit()


@pytest.mark.parametrize("harm", [_version, _garbage, _half, _empty, _theirs])
def test_what_cannot_be_read_is_set_aside_and_made_new(tmp_path: Path, harm: object) -> None:
    path = tmp_path / "corpus.db"
    filled(path)
    assert callable(harm)
    harm(path)
    harmed = path.read_bytes()
    database = CorpusDatabase(path)
    assert count(database) == 0
    saved(database, ("u2", an_article()))
    database.close()
    aside = (tmp_path / "corpus.db.old-1").read_bytes()
    assert aside == harmed


@pytest.mark.parametrize("harm", [_version, _garbage, _half, _empty, _theirs])
def test_a_reader_says_that_it_cannot_be_read_and_changes_nothing(
    tmp_path: Path, harm: object
) -> None:
    path = tmp_path / "corpus.db"
    filled(path)
    assert callable(harm)
    harm(path)
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        CorpusDatabase(path, read_only=True)
    assert caught.value.message.key == "store.other_index"
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("corpus.db.old*"))


def test_what_was_set_aside_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    for content in (b"one", b"two"):
        path.write_bytes(content * 4_000)
        CorpusDatabase(path).close()
    for number, content in enumerate((b"one", b"two"), 1):
        aside = tmp_path / f"corpus.db.old-{number}"
        assert aside.read_bytes() == content * 4_000
    assert salvage.newest(path) == tmp_path / "corpus.db.old-2"
    assert list(salvage.salvaged(tmp_path / "corpus.db.old-2")) == []


def test_a_deleted_database_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    filled(path)
    path.unlink()
    database = CorpusDatabase(path)
    assert count(database) == 0
    database.close()


def test_opening_again_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    filled(path)
    database = CorpusDatabase(path)
    with database.reading() as connection:
        assert articles.exists(connection, "u1")
    database.close()
    assert not list(tmp_path.glob("corpus.db.old*"))


def test_two_processes_may_read_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    filled(path)
    writer = CorpusDatabase(path)
    reader = CorpusDatabase(path, read_only=True)
    with writer.writing() as connection:
        connection.execute("DELETE FROM article")
        assert count(reader) == 1
    assert count(reader) == 0
    writer.close()
    reader.close()
