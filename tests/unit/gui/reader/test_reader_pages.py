"""Where printed pages begin is written in the margin beside the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from usjp_reader.domain.texts import PageLabel
from usjp_reader.gui.reader.page_marks import page_starting

if TYPE_CHECKING:
    from tests.unit.gui.reader.conftest import Desk
    from usjp_reader.gui.reader.pane import ReaderPane
    from usjp_reader.gui.reader.text_view import TextView

FIRST = "😀 At midnight Okinawa"
HIDDEN = "Read also: Signed"


def shown(pane: ReaderPane, desk: Desk, *pages: tuple[int, str]) -> TextView:
    """The text with these pages, scrolled to its beginning."""
    labels = tuple(PageLabel(start, label) for start, label in pages)
    version = replace(desk.article.version, pages=labels)
    desk.article = replace(desk.article, version=version)
    pane.show_article(desk.document(), desk.header())
    pane.view.verticalScrollBar().setValue(0)
    return pane.view


def marked_rows(view: TextView) -> set[int]:
    """Numbers of the shown lines that have a mark beside them in the margin."""
    image = view.viewport().grab().toImage()
    paper = image.pixelColor(1, image.height() - 1)
    found = set()
    for at, line in enumerate(view.lines):
        top = round(view.y_of_line(at)) - view.verticalScrollBar().value()
        rows = range(max(0, top), min(image.height(), top + 24))
        if line.is_shown and any(
            image.pixelColor(x, y) != paper for y in rows for x in range(view.place.left - 4)
        ):
            found.add(at)
    return found


def line_of(view: TextView, words: str) -> int:
    at = view.marks.document.text.index(words)
    return next(n for n, line in enumerate(view.lines) if line.span.start <= at <= line.span.end)


def test_a_page_is_named_beside_the_line_in_which_it_begins(pane: ReaderPane, desk: Desk) -> None:
    text = desk.article.version.text
    view = shown(pane, desk, (text.index(FIRST), "211"), (text.index("What was kept"), "212"))
    assert marked_rows(view) == {line_of(view, FIRST), line_of(view, "What was kept")}


def test_a_page_that_begins_in_folded_lines_is_named_beside_the_next_shown_one(
    pane: ReaderPane, desk: Desk
) -> None:
    text = desk.article.version.text
    view = shown(pane, desk, (text.index(FIRST), "1"), (text.index(HIDDEN), "2"))
    assert marked_rows(view) == {line_of(view, FIRST), line_of(view, "What was kept")}


@pytest.mark.parametrize("pages", [(), ((0, "1"),)])
def test_a_text_of_one_page_has_no_marks(
    pane: ReaderPane, desk: Desk, pages: tuple[tuple[int, str], ...]
) -> None:
    assert marked_rows(shown(pane, desk, *pages)) == set()


def test_of_pages_that_begin_together_the_last_one_is_named(pane: ReaderPane, desk: Desk) -> None:
    start = desk.article.version.text.index("What was kept")
    view = shown(pane, desk, (0, "1"), (start - 2, "2"), (start - 1, "3"), (start, "4"))
    pages, at = view.marks.document.pages, line_of(view, "What was kept")
    found = page_starting(pages, view.lines, at)
    assert found is not None
    assert found.label == "4"
    assert page_starting(pages, view.lines, at + 1) is None
