"""Misread words in the reader: which word is meant, what is typed for it, and how it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from usjp_reader.domain.spans import Span
from usjp_reader.gui.reader.context_menu import reader_menu
from usjp_reader.gui.reader.misread import MOST, with_reading, word_at
from usjp_reader.gui.reader.reading_words import read_now
from usjp_reader.gui.theme.themes import DARK, LIGHT
from usjp_reader.reading.document import ReaderDocument, compose

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.unit.gui.reader.conftest import Desk
    from usjp_reader.gui.reader.pane import ReaderPane
    from usjp_reader.gui.theme.themes import Theme

PRINTED, READ = "prefecture", "prefectorate"


def corrected(desk: Desk, *readings: tuple[str, str]) -> ReaderDocument:
    found = tuple(sorted((desk.span_of(printed), read) for printed, read in readings))
    return compose(replace(desk.article, readings=found))


def points_at(pane: ReaderPane, desk: Desk, words: str) -> None:
    pane.view.set_caret(desk.span_of(words).start + 1)


def types(pane: ReaderPane, words: str) -> None:
    line = pane.cards.word.line
    line.clear()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)


# -- which word is meant -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("“Yos.bida, said", 3, "Yos.bida"),
        ("left (Yos|bida)\nand", 8, "Yos|bida"),
        ("Yosbida—he", 7, "Yosbida"),
        ("Yosbida—he", 9, "he"),
        ("said 𠮷田茂は", 5, "𠮷田茂"),
        ("cafe\u0301, again", 4, "cafe\u0301"),
        ("said  — so", 5, None),
        ("", 0, None),
    ],
)
def test_a_word_stands_between_blanks_without_the_marks_around_it(
    text: str, at: int, word: str | None
) -> None:
    span = word_at(text, at)
    assert (None if span is None else span.of(text)) == word


def test_the_caret_is_on_a_word_only_where_somebody_put_it(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    with qtbot.waitSignal(open_pane.misread.refused) as told:
        open_pane.misread.open_meant()
    assert told.args == ["Click on a word, or select it, first."]
    points_at(open_pane, desk, "Advertisement")  # folded away
    assert open_pane.misread.meant() is None
    points_at(open_pane, desk, PRINTED)
    assert open_pane.misread.meant() == desk.span_of(PRINTED)


def test_a_paragraph_is_no_misread_word(qtbot: QtBot, open_pane: ReaderPane, desk: Desk) -> None:
    start = desk.span_of("The bases stayed").start
    open_pane.view.select(Span(start, start + MOST + 20))
    with qtbot.waitSignal(open_pane.misread.refused):
        open_pane.misread.open_meant()
    assert open_pane.cards.word.isHidden()


def test_what_was_corrected_already_is_meant_as_a_whole(open_pane: ReaderPane, desk: Desk) -> None:
    document = corrected(desk, ("a Japanese prefecture", "the old prefecture"))
    open_pane.show_again(document, desk.header())
    points_at(open_pane, desk, "Japanese")
    assert open_pane.misread.meant() == desk.span_of("a Japanese prefecture")
    open_pane.view.select(desk.span_of("prefecture again"))
    assert open_pane.misread.meant() == desk.span_of("a Japanese prefecture again")
    open_pane.misread.open_meant()
    assert open_pane.cards.word.line.text() == "the old prefecture again"


# -- the editor ----------------------------------------------------------------------------


def test_enter_says_what_a_word_really_is(qtbot: QtBot, open_pane: ReaderPane, desk: Desk) -> None:
    points_at(open_pane, desk, PRINTED)
    open_pane.misread.open_meant()
    card = open_pane.cards.word
    assert card.label == "printed: prefecture — read as:"
    assert card.line.hasFocus()
    assert (card.line.text(), card.line.selectedText()) == (PRINTED, PRINTED)
    assert open_pane.rect().contains(card.geometry())
    assert card.y() > open_pane.view.rect_of(desk.span_of(PRINTED)).bottom()
    with qtbot.waitSignal(open_pane.misread.told) as told:
        types(open_pane, f" {READ} ")
    assert told.args == [desk.span_of(PRINTED), READ]
    assert card.isHidden()
    assert open_pane.view.hasFocus()
    assert open_pane.selected_span() is None


def test_enter_in_the_editor_opens_no_card_behind_it(open_pane: ReaderPane, desk: Desk) -> None:
    points_at(open_pane, desk, "Okinawa")
    open_pane.misread.open_meant()
    QTest.keyClick(open_pane.cards.word.line, Qt.Key.Key_Return)
    assert open_pane.cards.hover.mention is None


@pytest.mark.parametrize("typed", [READ, PRINTED, ""])
def test_escape_and_what_changes_nothing_say_nothing(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk, typed: str
) -> None:
    points_at(open_pane, desk, PRINTED)
    with qtbot.assertNotEmitted(open_pane.misread.told):
        open_pane.misread.open_meant()
        if typed == READ:
            QTest.keyClicks(open_pane.cards.word.line, typed)
            QTest.keyClick(open_pane.cards.word.line, Qt.Key.Key_Escape)
        else:
            types(open_pane, typed)
    assert open_pane.cards.word.isHidden()
    assert open_pane.view.hasFocus()


@pytest.mark.parametrize("typed", [PRINTED, "", "  "])
def test_nothing_or_the_printed_word_takes_the_correction_back(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk, typed: str
) -> None:
    open_pane.show_again(corrected(desk, (PRINTED, READ)), desk.header())
    points_at(open_pane, desk, PRINTED)
    open_pane.misread.open_meant()
    assert open_pane.cards.word.line.text() == READ
    with qtbot.waitSignal(open_pane.misread.told) as told:
        types(open_pane, typed)
    assert told.args == [desk.span_of(PRINTED), None]


def test_the_bar_and_the_menu_offer_it(qtbot: QtBot, open_pane: ReaderPane, desk: Desk) -> None:
    at = desk.span_of(PRINTED).start
    words = [action.text() for action in reader_menu(open_pane, at).actions()]
    assert "Correct misread word “prefecture”…" in words
    open_pane.view.select(desk.span_of(PRINTED))
    open_pane.view.selected.emit()
    tool = open_pane.cards.bar._tools["correct-word"]
    assert tool.isVisible()
    tool.click()
    assert open_pane.cards.bar.isHidden()
    assert open_pane.cards.word.isVisible()


# -- how it shows --------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_corrected_word_has_dots_below_it(
    open_pane: ReaderPane, desk: Desk, theme: Theme
) -> None:
    open_pane.set_theme(theme)
    before = open_pane.view.viewport().grab().toImage()
    open_pane.show_again(corrected(desk, (PRINTED, READ)), desk.header())
    after = open_pane.view.viewport().grab().toImage()
    box = open_pane.view.rect_of(desk.span_of(PRINTED))
    changed = [
        QPoint(x, y)
        for x in range(after.width())
        for y in range(after.height())
        if after.pixel(x, y) != before.pixel(x, y)
    ]
    assert changed
    assert all(box.left() - 2 <= one.x() <= box.right() + 2 for one in changed)
    assert all(box.center().y() < one.y() <= box.bottom() + 3 for one in changed)


def test_the_pointer_on_it_says_what_is_printed(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    document = corrected(desk, (PRINTED, "<b>pre</b>"), ("Okinawa", "Okinoerabu"))
    open_pane.show_again(document, desk.header())
    open_pane.view.pointed_at.emit(desk.span_of(PRINTED).start)
    viewport = open_pane.view.viewport()
    at = open_pane.view.rect_of(desk.span_of(PRINTED)).center()
    QApplication.sendEvent(
        viewport, QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    )
    assert "printed: prefecture · read as: &lt;b&gt;pre&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()
    open_pane.view.pointed_at.emit(desk.span_of("spoke").start)
    assert viewport.toolTip() == ""
    okinawa = document.mentions[0]
    open_pane.cards.hover.ask(okinawa)
    open_pane.show_card(desk.card, okinawa)
    said = [label.text() for label in open_pane.cards.mention.findChildren(QLabel)]
    assert "printed: Okinawa · read as: Okinoerabu" in said


# -- words and values ----------------------------------------------------------------------


def test_what_was_done_is_said(qapp: QApplication) -> None:
    assert read_now("Yosbida", "Yoshida") == (
        "“Yosbida” is read as “Yoshida” now. Ctrl+Z undoes it."
    )
    assert read_now("Yosbida", None) == "“Yosbida” is read as printed again. Ctrl+Z undoes it."


def test_a_reading_replaces_what_was_said_of_its_words() -> None:
    old = ((Span(0, 4), "a"), (Span(6, 9), "b"))
    assert with_reading(old, Span(3, 5), "c") == ((Span(3, 5), "c"), (Span(6, 9), "b"))
    assert with_reading(old, Span(6, 9), None) == ((Span(0, 4), "a"),)
