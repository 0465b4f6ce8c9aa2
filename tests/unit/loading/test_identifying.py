"""Files of many articles that change: rows are put in, moved and corrected, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import article_titled, imported, marked, opened, uids
from usjp_reader.domain.passages import PassageState
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.reports import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.library import Library

HEAD = "title,newspaper,date,text\n"
ROWS = [
    f"Article {n},Harbor Chronicle,1972-01-0{n},Number {n} of the 𠮷田 papers: 港は静か 😀.\n"
    for n in (1, 2, 3)
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "table.csv"
    path.parent.mkdir()
    path.write_text(HEAD + "".join(ROWS), "utf-8")
    return path


def change(library: Library, table: Path, *rows: str) -> Outcome:
    table.write_text(HEAD + "".join(rows), "utf-8")
    (file,) = imported(library, table).files
    return file.outcome


def texts(library: Library) -> dict[str, str]:
    return {uid: library.article(uid).version.text for uid in uids(library)}


def test_each_row_is_an_article(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, table)
        assert len(uids(library)) == 3
        article = article_titled(library, "Article 2")
        assert [locator.member for locator in article.locators] == ["2"]
        assert article.metadata.publisher == "Harbor Chronicle"
        assert article.published.value is not None
        assert article.published.value.value == "1972-01-02"


def test_a_row_put_in_at_the_top_changes_no_article(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, table)
        before = texts(library)
        passage = marked(library, article_titled(library, "Article 1"), "𠮷田 papers")
        new = "New,Harbor Chronicle,1972-01-09,A new article.\n"
        assert change(library, table, new, *ROWS) is Outcome.LOADED
        assert before.items() < texts(library).items()
        assert len(uids(library)) == 4
        assert library.passages() == (passage,)
        assert article_titled(library, "Article 1").locators[0].member == "2"


def test_rows_that_change_places_stay_the_articles_they_are(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, table)
        before = texts(library)
        change(library, table, *reversed(ROWS))
        assert texts(library) == before


def test_a_row_whose_text_is_corrected_is_the_same_article(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, table)
        article = article_titled(library, "Article 2")
        marked(library, article, "𠮷田 papers")
        corrected = ROWS[1].replace("Number 2", "The second")
        assert change(library, table, ROWS[0], corrected, ROWS[2]) is Outcome.CHANGED
        assert len(uids(library)) == 3
        assert library.article(article.uid).version.text.startswith("The second")
        (passage,) = library.passages(article.uid)
        assert passage.state is not PassageState.ORPHAN


def test_a_row_whose_newspaper_is_corrected_is_the_same_article(
    tmp_path: Path, table: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, table)
        uid = article_titled(library, "Article 2").uid
        change(library, table, ROWS[0], ROWS[1].replace("Harbor", "Meridian"), ROWS[2])
        assert len(uids(library)) == 3
        assert library.article(uid).metadata.publisher == "Meridian Chronicle"


def test_a_row_that_is_taken_out_leaves_its_article_alone(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, table)
        before = texts(library)
        change(library, table, ROWS[1], ROWS[2])
        assert texts(library) == before


def test_the_same_row_twice_is_one_article(tmp_path: Path, table: Path) -> None:
    with opened(tmp_path / "lib") as library:
        assert change(library, table, ROWS[0], ROWS[0]) is Outcome.LOADED
        assert len(uids(library)) == 1
        (article,) = (library.article(uid) for uid in uids(library))
        assert [locator.member for locator in article.locators] == ["1", "2"]


def test_a_bad_row_is_told_and_the_others_are_stored(tmp_path: Path, table: Path) -> None:
    table.write_text(HEAD + ROWS[0] + "No text,,,\n" + ROWS[2], "utf-8")
    with opened(tmp_path / "lib") as library:
        (file,) = imported(library, table).files
        assert len(uids(library)) == 2
    assert file.outcome is Outcome.LOADED
    assert [refused.member for refused in file.refused] == ["2"]


def _large(table: Path) -> None:
    words = "The bay of Shiranui was opened. 港は静か " * 30
    rows = (f"Article {n},Harbor Chronicle,1972-01-05,{words} {n}\n" for n in range(300))
    table.write_text(HEAD + "".join(rows), "utf-8")


@pytest.mark.slow
def test_an_import_shows_how_far_it_is_within_a_file_of_many_articles(
    tmp_path: Path, table: Path
) -> None:
    _large(table)
    with opened(tmp_path / "lib") as library:
        work = library.imports.files([table], CancelToken())
        counts = [int(p.item.partition("#")[2]) for p in work if "#" in p.item]
        assert counts == sorted(counts)
        assert 0 < counts[0] < counts[-1] < 300
        assert len(uids(library)) == 300


@pytest.mark.slow
def test_an_import_stopped_within_a_file_leaves_the_file_for_the_next_time(
    tmp_path: Path, table: Path
) -> None:
    _large(table)
    cancel = CancelToken()
    with opened(tmp_path / "lib") as library:
        for progress in library.imports.files([table], cancel):
            if "#" in progress.item:
                cancel.cancel()
        assert uids(library) == frozenset()
        assert imported(library, table).count(Outcome.LOADED) == 1
        assert len(uids(library)) == 300
