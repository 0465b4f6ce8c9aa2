"""What the reader says that columns mean holds for every table with the same columns."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import article_titled, filled, finished, imported, opened, uids
from usjp_reader.domain.errors import LibraryError
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.reports import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.reports import ImportReport
    from usjp_reader.library import Library

STRANGE = "c1,c2,c3\nBay opened,The bay was opened. 港は静か😀,1972-01-06\n"
SAID = {"title": "c1", "text": "c2", "published": "c3"}


def imported_as(library: Library, columns: dict[str, str], *paths: Path) -> ImportReport:
    return finished(library.imports.files(paths, CancelToken(), columns))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "strange.csv"
    path.parent.mkdir()
    path.write_text(STRANGE, "utf-8")
    return path


def test_a_table_with_strange_columns_says_so_and_is_read_once_they_are_explained(
    tmp_path: Path, table: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        (file,) = imported(library, table).files
        assert file.outcome is Outcome.FAILED
        assert file.reason is not None
        assert file.reason.key == "intake.no_text_column"
        (file,) = imported_as(library, SAID, table).files
        assert file.outcome is Outcome.LOADED
        article = article_titled(library, "Bay opened")
        assert article.published.value is not None
        assert article.published.value.value == "1972-01-06"


def test_it_holds_for_other_tables_with_the_same_columns(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported_as(library, SAID, table)
    other = table.with_name("other.csv")
    other.write_text("C3,c1,c2\n1972-01-07,Second,Second text.\n", "utf-8")
    with opened(tmp_path / "lib") as library:
        report = imported(library, table.parent)
        assert report.count(Outcome.UNCHANGED) == 1
        assert report.count(Outcome.LOADED) == 1
        assert article_titled(library, "Second").version.text == "Second text.\n"
        assert library.imports.mappings.of(("c2", "C1", "c3")) == SAID
        assert library.work.undoable is None


def test_saying_it_anew_reads_the_table_again(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported_as(library, {"text": "c2", "title": "c3"}, table)
        uid = article_titled(library, "1972-01-06").uid
        (file,) = imported_as(library, SAID, table).files
        assert file.outcome is Outcome.LOADED
        assert len(uids(library)) == 1
        assert library.article(uid).metadata.title == "Bay opened"
        assert imported_as(library, SAID, table).count(Outcome.UNCHANGED) == 1
        assert imported(library, table).count(Outcome.UNCHANGED) == 1


def test_columns_that_no_table_has_import_nothing(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        with pytest.raises(LibraryError) as caught:
            imported_as(library, {"text": "c9"}, table.parent)
        assert caught.value.message.key == "library.no_such_columns"
        assert library.imports.mappings.known() == ()


def test_the_index_is_built_again_with_what_was_said(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported_as(library, SAID, table)
        before = {uid: library.article(uid).metadata for uid in uids(library)}
    for path in (tmp_path / "lib").glob("corpus.db*"):
        path.unlink()
    shutil.rmtree(table.parent)
    with opened(tmp_path / "lib") as library:
        filled(library)
        assert {uid: library.article(uid).metadata for uid in uids(library)} == before


def test_json_members_can_be_explained_too(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"a": {"b": "The bay."}, "t": "Bay"}\n', "utf-8")
    with opened(tmp_path / "lib") as library:
        imported_as(library, {"text": "a.b", "title": "t"}, path)
        assert article_titled(library, "Bay").version.text == "The bay.\n"
