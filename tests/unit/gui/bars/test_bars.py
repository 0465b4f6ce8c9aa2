"""Search box, chips, result line and status line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from usjp_reader.domain.dates import Days
from usjp_reader.domain.progress import Progress
from usjp_reader.domain.queries import (
    ArticleQuery,
    EraChoice,
    Facet,
    FacetChoice,
    Flag,
    Sort,
)
from usjp_reader.domain.spans import Span
from usjp_reader.gui.bars.chips import ChipsBar
from usjp_reader.gui.bars.result_line import ResultLine
from usjp_reader.gui.bars.search_box import SearchBox
from usjp_reader.gui.bars.status import Saved, StatusLine
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.theme.themes import DARK

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
KADENA = FacetChoice(Facet.PLACE, "place/kadena", excluded=True)


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    shown = SearchBox()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def words(box: SearchBox) -> list[str]:
    told: list[str] = []
    box.words_changed.connect(told.append)
    return told


@pytest.fixture
def chips(qtbot: QtBot) -> ChipsBar:
    shown = ChipsBar(lambda choice: str(getattr(choice, "value", getattr(choice, "era", ""))))
    qtbot.addWidget(shown)
    return shown


def chip(chips: ChipsBar, text: str) -> QToolButton:
    return next(c for c in chips.findChildren(QToolButton) if text in c.text())


def test_words_are_told_once_after_a_rest(box: SearchBox, words: list[str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.words_changed, timeout=2000):
        QTest.keyClicks(box, "rain ")
        composed = QInputMethodEvent()
        composed.setCommitString("沖縄")
        box.inputMethodEvent(composed)
    assert words == ["rain 沖縄"]


def test_return_tells_at_once_and_only_once(box: SearchBox, words: list[str], qtbot: QtBot) -> None:
    QTest.keyClicks(box, "rain")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert words == ["rain"]
    assert not box._timer.isActive()


def test_escape_empties_then_leaves(box: SearchBox, words: list[str], qtbot: QtBot) -> None:
    box.set_words("rain")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert words == [""]
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box, Qt.Key.Key_Escape)


def test_the_arrow_down_goes_to_the_list(box: SearchBox, words: list[str], qtbot: QtBot) -> None:
    QTest.keyClicks(box, "rain")
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert words == ["rain"]


def test_words_that_are_set_are_not_told(box: SearchBox, words: list[str]) -> None:
    box.set_words("rain")
    assert box.text() == "rain"
    box.clear_words()
    assert words == [""]


def test_the_key_is_shown_until_one_types(box: SearchBox, qtbot: QtBot) -> None:
    box.clearFocus()
    assert box._hint.isVisible()
    assert not box._cross.isVisible()
    QTest.keyClicks(box, "a")
    assert not box._hint.isVisible()
    assert box._cross.isVisible()


def test_what_was_not_understood_is_said(box: SearchBox, words: list[str]) -> None:
    box.set_words("😀 person:x abuot:y")
    box.set_understood((Span(2, 9),), (Span(11, 17),), "abuot: is no <field>")
    assert box.text() == "😀 person:x abuot:y"
    assert "&lt;field&gt;" in box.toolTip()
    box.set_theme(DARK)
    assert not box.grab().isNull()
    assert words == []


def test_colours_wait_while_japanese_is_composed(box: SearchBox) -> None:
    box.inputMethodEvent(QInputMethodEvent("にほ", []))
    box.set_understood((Span(0, 1),))
    assert box._is_composing
    box.inputMethodEvent(QInputMethodEvent("", []))
    assert not box._is_composing


def test_no_filter_no_chips(chips: ChipsBar) -> None:
    chips.set_query(ArticleQuery())
    assert chips.isHidden()
    assert chips.chips == ()


def test_a_chip_takes_its_condition_away(chips: ChipsBar, qtbot: QtBot) -> None:
    chips.set_query(ArticleQuery(words="<b>a & b</b>", flags=(Flag.UNREAD,), facets=(KADENA,)))
    assert chips.chips == ("“<b>a & b</b>”", "Unread", "not place/kadena")
    assert not chips.isHidden()
    with qtbot.waitSignal(chips.removed) as removed:
        QTest.mouseClick(chip(chips, "kadena"), LEFT)
    assert removed.args == [KADENA]
    with qtbot.waitSignal(chips.removed) as removed:
        QTest.keyClick(chip(chips, "Unread"), Qt.Key.Key_Delete)
    assert removed.args == [Flag.UNREAD]
    assert "a && b" in chip(chips, "<b>").text()


def test_clear_all(chips: ChipsBar, qtbot: QtBot) -> None:
    chips.set_query(ArticleQuery(published=Days(date(1960, 1, 1), date(1972, 12, 31))))
    assert chips.chips == ("1960–1972",)
    with qtbot.waitSignal(chips.cleared):
        QTest.mouseClick(chip(chips, "Clear all"), LEFT)


def test_long_chips_are_shortened_but_told_whole(chips: ChipsBar) -> None:
    chips.set_query(ArticleQuery(eras=(EraChoice("p", "長い名前" * 30),)))
    shown = chip(chips, "…")
    assert len(shown.text()) < 40
    assert "長い名前" * 30 in shown.toolTip()


def test_chips_stay_where_nothing_changed(chips: ChipsBar) -> None:
    query = ArticleQuery(flags=(Flag.UNREAD,))
    chips.set_query(query)
    before = chip(chips, "Unread")
    chips.set_query(ArticleQuery(flags=(Flag.UNREAD,), sort=Sort.OLDEST))
    chips.refresh_names()
    assert chip(chips, "Unread") is before


def test_lines_break_where_the_width_ends(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, 5)
    flow.setContentsMargins(0, 0, 0, 0)
    for _ in range(4):
        part = QWidget(box)
        part.setFixedSize(40, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(400) == 20
    assert flow.heightForWidth(90) == 45
    assert flow.heightForWidth(10) == 95
    flow.setGeometry(QRect(0, 0, 90, 45))
    first = flow.itemAt(2)
    assert first is not None
    assert (first.geometry().x(), first.geometry().y()) == (0, 25)
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 3


@pytest.mark.parametrize(
    ("total", "unread", "at_least", "said"),
    [
        (17, 3, False, "17 articles · 3 unread"),
        (1, None, False, "1 article"),
        (0, 0, False, "0 articles"),
        (10_000, None, True, "10,000+ articles"),
    ],
)
def test_how_many(qtbot: QtBot, total: int, unread: int | None, at_least: bool, said: str) -> None:
    line = ResultLine()
    qtbot.addWidget(line)
    line.set_busy()
    assert line.words == "Searching…"
    line.set_counts(total, unread, at_least=at_least)
    assert line.words == said


def test_an_order_is_chosen_once(qtbot: QtBot) -> None:
    line = ResultLine()
    qtbot.addWidget(line)
    told: list[Sort] = []
    line.sort_changed.connect(told.append)
    menu = line.findChild(QMenu)
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    actions["Oldest first"].trigger()
    actions["Oldest first"].trigger()
    assert told == [Sort.OLDEST]
    line.set_sort(Sort.NEWEST, with_relevance=False)
    assert not actions["Most relevant first"].isEnabled()
    assert actions["Newest first"].isChecked()
    assert told == [Sort.OLDEST]


def test_the_status_line(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_library(1284, 58)
    assert line._library.text() == "1,284 articles · 58 with passages"
    line.on_progress(Progress(3, 10, "<b>沖縄.txt"))
    assert not line._bar.isHidden()
    assert line._note.text == "<b>沖縄.txt"
    with qtbot.waitSignal(line.cancelled):
        line._stop.click()
    line.work_ended()
    assert line._bar.isHidden()
    for saved, said in ((Saved.SAVING, "Saving…"), (Saved.FAILED, "Not saved")):
        line.set_saved(saved)
        assert line._saved.text() == said
    line.set_note("Copied")
    line.set_theme(DARK)
    assert line._note.text == "Copied"
