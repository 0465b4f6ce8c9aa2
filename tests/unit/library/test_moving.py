"""A library is one folder that can be moved; no place of this machine is written in it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.builders import tiny_corpus
from tests.helpers.libraries import article_titled, imported, marked, opened, uids
from usjp_reader.domain.errors import LibraryError, LibraryMissingError
from usjp_reader.domain.queries import ArticleQuery
from usjp_reader.domain.reports import Outcome
from usjp_reader.library import LibrarySnapshot, checked


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with six articles, a passage and a star."""
    path = tmp_path / "My Library"
    with opened(path) as made:
        imported(made, tiny_corpus(tmp_path / "sources-xyzzy"))
        article = article_titled(made, "Okinawa returns")
        marked(made, article, "Eisaku Sato", "note 😀")
        made.marking.set_flag(article, "starred", on=True)
    return path


def test_no_file_of_it_names_a_place_of_this_machine(library: Path, tmp_path: Path) -> None:
    for path in [library, *library.rglob("*")]:
        if path.is_file():
            data = path.read_bytes()
            assert str(tmp_path).encode() not in data, path
            assert b"sources-xyzzy/" not in data, path
    with closing(sqlite3.connect(library / "corpus.db")) as connection:
        for (path_below_root,) in connection.execute("SELECT path FROM file").fetchall():
            assert not Path(path_below_root).is_absolute()
            assert ".." not in Path(path_below_root).parts


def test_moved_to_another_place_it_is_the_same_library(library: Path, tmp_path: Path) -> None:
    with opened(library) as before:
        known, passages, identity = uids(before), before.passages(), before.id
    moved = tmp_path / "elsewhere" / "図書"
    moved.parent.mkdir()
    library.rename(moved)
    with opened(moved) as after:
        assert (uids(after), after.passages(), after.id) == (known, passages, identity)
        assert after.name == "図書"
        report = imported(after, tmp_path / "sources-xyzzy")
        assert report.count(Outcome.UNCHANGED) == 6


def test_on_another_machine_sources_are_named_by_their_folder(library: Path, home: Path) -> None:
    for path in home.rglob("settings.json"):
        path.unlink()
    with opened(library) as elsewhere:
        rows = elsewhere.rows(elsewhere.find(ArticleQuery()), 0, 9)
        places = {row.source_file for row in rows}
        assert str(Path("sources-xyzzy", "1951-treaty.txt")) in places
        assert not any(Path(place).is_absolute() for place in places)


# -- looking at a library without holding it -------------------------------------------------------


def test_a_snapshot_answers_as_the_library_does(library: Path) -> None:
    with opened(library) as held:
        query = ArticleQuery(words="Okinawa")
        rows = held.rows(held.find(query), 0, 9)
        passages, exported = held.passages(), held.export_rows(held.passages())
    looked_at = LibrarySnapshot(library)
    assert not looked_at.is_held
    assert looked_at.rows(looked_at.find(query), 0, 9) == rows
    assert looked_at.passages() == passages
    assert looked_at.passages("none") == ()
    assert looked_at.export_rows(passages) == exported


def test_where_there_is_no_library_it_is_said(tmp_path: Path) -> None:
    for ask in (LibrarySnapshot, checked):
        with pytest.raises(LibraryMissingError):
            ask(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_library_without_its_index_says_so(library: Path) -> None:
    (library / "corpus.db").unlink()
    with pytest.raises(LibraryError) as caught:
        LibrarySnapshot(library)
    assert caught.value.message.key == "library.no_index"


@pytest.mark.parametrize("content", [b"", b"x" * 9_000])
def test_a_damaged_index_touches_no_work(library: Path, content: bytes) -> None:
    (library / "corpus.db").write_bytes(content)
    for path in library.glob("corpus.db-*"):
        path.unlink()
    before = (library / "user.db").read_bytes()
    with pytest.raises(LibraryError) as caught:
        LibrarySnapshot(library)
    assert caught.value.message.key == "store.other_index"
    assert checked(library).passages == 1
    assert (library / "user.db").read_bytes() == before
    with opened(library) as held:
        assert [p.note for p in held.passages()] == ["note 😀"]
        assert held.is_to_be_filled


def test_health_counts_what_is_there(library: Path) -> None:
    health = checked(library)
    assert (health.changes, health.passages, health.damaged) == (3, 1, ())
    assert health.backups >= 1


@pytest.mark.parametrize("value", ["colour = 'plaid'", "tags = '[['", "start = 9999999"])
def test_one_damaged_passage_does_not_close_the_library(library: Path, value: str) -> None:
    with opened(library) as held:
        marked(held, article_titled(held, "Okinawa returns"), "at midnight")
    shutil.rmtree(library / "journal")  # else it would be mended
    (library / "journal").mkdir()
    with closing(sqlite3.connect(library / "user.db")) as connection:
        connection.execute(f"UPDATE passage SET {value} WHERE note <> ''")
        connection.commit()
    assert [p.anchor.exact for p in LibrarySnapshot(library).passages()] == ["at midnight"]
    with opened(library) as held:
        assert [p.anchor.exact for p in held.passages()] == ["at midnight"]


def test_health_names_what_is_damaged(library: Path) -> None:
    with closing(sqlite3.connect(library / "user.db")) as connection:
        connection.execute("UPDATE passage SET note = 'changed behind our back'")
        connection.commit()
        (key,) = connection.execute("SELECT id FROM passage").fetchone()
    assert checked(library).damaged == (("passage", key),)
