"""The reader's word on a date: accepted, typed, emptied, taken back; wrong input told in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from usjp_reader.domain.dates import UNDATED, Dated, Edtf, Status
from usjp_reader.gui.reader.date_editor import DateEditor
from usjp_reader.gui.reader.dates import dated_now, dated_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from usjp_reader.gui.reader.pane import ReaderPane

INFERRED = Dated(Edtf.parse("1951/1952"), 0.4)
CONFIRMED = Dated(Edtf.parse("1972-05-15"), 1.0, status=Status.CONFIRMED)
NO_DATE = Dated(status=Status.CONFIRMED)


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[DateEditor]:
    made = DateEditor()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


def offered(editor: DateEditor) -> list[str]:
    return [one.text() for one in editor.findChildren(QPushButton) if one.isVisible()]


def types(editor: DateEditor, words: str) -> None:
    editor.line.clear()
    QTest.keyClicks(editor.line, words)
    QTest.keyClick(editor.line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("dated", "buttons"),
    [
        (INFERRED, ["Accept 1951 – 1952", "No date"]),
        (UNDATED, ["No date"]),
        (CONFIRMED, ["No date", "Back to what was found"]),
        (NO_DATE, ["Back to what was found"]),
    ],
)
def test_only_what_makes_sense_is_offered(
    editor: DateEditor, dated: Dated, buttons: list[str]
) -> None:
    editor.show_date(dated)
    assert offered(editor) == buttons


@pytest.mark.parametrize(
    ("dated", "button", "value"),
    [
        (INFERRED, "Accept 1951 – 1952", "1951/1952"),
        (INFERRED, "No date", ""),
        (CONFIRMED, "Back to what was found", None),
    ],
)
def test_a_button_says_it(
    qtbot: QtBot, editor: DateEditor, dated: Dated, button: str, value: str | None
) -> None:
    editor.show_date(dated)
    (wanted,) = [one for one in editor.findChildren(QPushButton) if one.text() == button]
    with qtbot.waitSignal(editor.said) as said:
        QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
    assert said.args == [value]


def test_what_is_typed_is_told_while_it_is_typed_and_said_on_enter(
    qtbot: QtBot, editor: DateEditor
) -> None:
    editor.show_date(UNDATED)
    QTest.keyClicks(editor.line, "about ")
    assert editor.note == ""
    QTest.keyClicks(editor.line, "1909")
    assert editor.note == "→ about 1909"
    with qtbot.waitSignal(editor.said) as said:
        QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert said.args == ["1909~"]


def test_japanese_dates_are_understood(qtbot: QtBot, editor: DateEditor) -> None:
    editor.show_date(UNDATED)
    editor.line.setText("昭和47年5月15日")
    with qtbot.waitSignal(editor.said) as said:
        QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert said.args == ["1972-05-15"]


def test_wrong_input_is_told_in_place_and_stays(qtbot: QtBot, editor: DateEditor) -> None:
    editor.show_date(INFERRED)
    with qtbot.assertNotEmitted(editor.said):
        types(editor, "3/4/1909")
    assert editor.note == "“3/4/1909” can be read in two ways. Type the month as a word."
    assert editor.line.text() == "3/4/1909"
    QTest.keyClicks(editor.line, "3 April 1909")
    assert editor.note == "→ 3 April 1909"
    types(editor, "  ")
    assert editor.note == ""


def test_the_evidence_card_grows_with_what_it_says_and_stays_in_the_pane(
    qtbot: QtBot, open_pane: ReaderPane
) -> None:
    open_pane.resize(380, 700)
    open_pane.show_evidence(typing=True)
    card = open_pane.cards.evidence
    assert card.editor.line.hasFocus()
    height = card.height()
    types(card.editor, "the day the consul left")
    assert card.height() > height
    assert open_pane.rect().contains(card.geometry())
    with qtbot.waitSignal(open_pane.date_said) as said:
        types(card.editor, "16 May 1972")
    assert said.args == ["1972-05-16"]
    assert card.isHidden()


def test_what_was_done_is_said(qapp: QApplication) -> None:
    assert dated_now("1951/1952", INFERRED) == "Confirmed: 1951 – 1952. Ctrl+Z takes it back."
    assert dated_now("1951", INFERRED) == "Dated 1951. Ctrl+Z takes it back."
    assert dated_now("", INFERRED) == "The article has no date. Ctrl+Z takes it back."
    assert dated_now(None, CONFIRMED).startswith("The date is what the program finds.")
    assert dated_words(NO_DATE) == "no date, confirmed"
