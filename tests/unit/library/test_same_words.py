"""The same words in two papers are two articles, whatever the reader did to one of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.helpers.libraries import article_titled, filled, imported, marked, opened

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.library import Library

WORDS = "The ferry to the islands runs again, the harbour master said on Thursday."


def a_paper(folder: Path, number: int) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{number}.jsonl"
    row = {
        "text": WORDS,
        "title": f"In Paper {number}",
        "publisher": f"Paper {number}",
        "date": f"1972-05-1{number}",
    }
    path.write_text(json.dumps(row), encoding="utf-8")
    return path


def cited(library: Library) -> list[tuple[str | None, str | None]]:
    rows = library.export_rows(library.passages())
    return [(row.article.metadata.title, row.article.metadata.publisher) for row in rows]


def test_a_reprint_does_not_take_the_place_of_an_article_with_passages(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, a_paper(tmp_path / "one", 1))
        marked(library, article_titled(library, "In Paper 1"), "harbour master")
        imported(library, a_paper(tmp_path / "two", 2))
        assert library.total == 2
        assert cited(library) == [("In Paper 1", "Paper 1")]


def test_a_row_that_is_added_to_a_table_takes_no_other_rows_place(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f'title,text,date\nFirst,"{WORDS}",1960-01-01\n', encoding="utf-8")
    with opened(tmp_path / "lib") as library:
        imported(library, table)
        first = article_titled(library, "First").uid
        marked(library, article_titled(library, "First"), "harbour master")
        with table.open("a", encoding="utf-8") as file:
            file.write(f'Second,"{WORDS}",1961-02-02\n')
        imported(library, table)
        assert library.total == 2
        assert library.article(first).metadata.title == "First"
    (tmp_path / "lib" / "corpus.db").unlink()
    with opened(tmp_path / "lib") as library:
        filled(library)
        assert library.total == 2
        assert library.article(first).metadata.title == "First"
        assert [title for title, _ in cited(library)] == ["First"]
