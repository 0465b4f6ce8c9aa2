"""The bar of the review says how far it has come and offers what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from usjp_reader.domain.dates import UNDATED, Dated, Edtf
from usjp_reader.gui.bars.review_bar import ReviewBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[ReviewBar]:
    made = ReviewBar()
    qtbot.addWidget(made)
    made.show_date(Dated(Edtf.parse("1953/1961"), 0.8))
    made.show_place(3, 1_200)
    made.show()
    yield made
    made.hide()


def shown(bar: ReviewBar) -> list[str]:
    return [one.text() for one in bar.findChildren(QPushButton) if one.isVisible()]


def clicks(bar: ReviewBar, words: str) -> None:
    (button,) = [one for one in bar.findChildren(QPushButton) if one.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_how_far_the_review_has_come(bar: ReviewBar) -> None:
    assert bar.place == "To review: 3 of 1,200"
    bar.show_place(0, 12)
    assert bar.place == "To review: 12"


def test_it_offers_what_suits_the_date(bar: ReviewBar) -> None:
    offered = shown(bar)
    assert set(offered) == {"Why?", "Skip", "End the review", "Accept 1953 – 1961", "No date"}
    bar.show_date(UNDATED)
    assert "Accept 1953 – 1961" not in shown(bar)


def test_at_the_end_only_leaving_is_left(bar: ReviewBar) -> None:
    bar.show_end(12)
    assert bar.place == "All 12 reviewed"
    assert shown(bar) == ["End the review"]
    bar.show_end(0)
    assert bar.place == "Nothing left to review"
    bar.show_place(1, 2)
    assert "Skip" in shown(bar)


@pytest.mark.parametrize(
    ("words", "signal"),
    [("Why?", "why_requested"), ("Skip", "skipped"), ("End the review", "left")],
)
def test_its_links_say_what_was_wanted(
    qtbot: QtBot, bar: ReviewBar, words: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(bar, signal)):
        clicks(bar, words)


def test_esc_gives_up_what_was_typed_and_nothing_else(qtbot: QtBot, bar: ReviewBar) -> None:
    bar.activateWindow()
    bar.editor.focus_line()
    qtbot.waitUntil(bar.editor.line.hasFocus)
    QTest.keyClicks(bar.editor.line, "about 1953")
    assert bar.editor.note == "→ about 1953"
    with qtbot.assertNotEmitted(bar.left), qtbot.waitSignal(bar.typing_ended):
        QTest.keyClick(bar.editor.line, Qt.Key.Key_Escape)
    assert (bar.editor.line.text(), bar.editor.note) == ("", "")


def test_it_fits_a_narrow_reader(qtbot: QtBot, bar: ReviewBar) -> None:
    bar.resize(320, bar.heightForWidth(320))
    buttons = [one for one in bar.findChildren(QPushButton) if one.isVisible()]
    assert all(one.mapTo(bar, one.rect().bottomRight()).x() <= 320 for one in buttons)
    assert bar.editor.geometry().bottom() <= bar.height()
