"""What the columns of a table mean, asked above its first rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableView

from usjp_reader.domain.messages import Message
from usjp_reader.domain.reports import FileReport, ImportReport, Outcome
from usjp_reader.gui.dialogs.columns_dialog import ColumnsDialog
from usjp_reader.gui.dialogs.columns_model import ColumnsModel
from usjp_reader.gui.dialogs.import_dialog import ImportDialog

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

COLUMNS = ("c1", "見出し", "<b>c3</b>", "d")
TEXT = "The Ministry said that the bay of Shiranui would be opened. 港は静か😀"
ROWS = (("1", "Bay & town", TEXT, "1972-01-05"), ("2", "Second", TEXT * 2, "1972-01-06"))


@pytest.fixture
def dialog(qtbot: QtBot) -> ColumnsDialog:
    shown = ColumnsDialog("/texts/沖縄.csv", COLUMNS, ROWS, {"published": "d"})
    qtbot.addWidget(shown)
    shown.show()
    return shown


def headings(dialog: ColumnsDialog) -> list[str]:
    model = dialog._model
    return [
        str(model.headerData(n, Qt.Orientation.Horizontal)).replace("\n", ": ")
        for n in range(model.columnCount())
    ]


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(ColumnsModel(COLUMNS, ROWS))  # type: ignore[no-untyped-call]


def test_it_begins_with_what_is_known_and_proposes_the_longest_words_for_the_text(
    dialog: ColumnsDialog,
) -> None:
    assert dialog.fields == {"published": "d", "text": "<b>c3</b>"}
    assert headings(dialog) == ["c1: –", "見出し: –", "<b>c3</b>: Text", "d: Date"]
    assert "remembered" in dialog.note


def test_choices_are_shown_above_the_rows_and_given_back(
    dialog: ColumnsDialog, qtbot: QtBot
) -> None:
    dialog.choose("title", "見出し")
    dialog.choose("published", "")
    dialog.choose("id", "c1")
    assert headings(dialog)[:2] == ["c1: Number", "見出し: Title"]
    with qtbot.waitSignal(dialog.explained) as said:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert said.args == [{"text": "<b>c3</b>", "title": "見出し", "id": "c1"}]
    assert not dialog.isVisible()


def test_without_a_text_it_does_not_go_on(dialog: ColumnsDialog, qtbot: QtBot) -> None:
    dialog.choose("text", "")
    assert "which column holds the text" in dialog.note
    assert not dialog._go.isEnabled()
    with qtbot.assertNotEmitted(dialog.explained):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_nothing_is_proposed_where_nothing_is_long(qtbot: QtBot) -> None:
    dialog = ColumnsDialog("x.csv", ("a", "b"), (("1", "2"),), {})
    qtbot.addWidget(dialog)
    assert dialog.fields == {}


def test_every_part_has_a_name_and_can_be_reached_by_the_keyboard(dialog: ColumnsDialog) -> None:
    for choice in dialog.findChildren(QComboBox):
        assert choice.accessibleName()
        assert choice.focusPolicy() & Qt.FocusPolicy.TabFocus
    (table,) = dialog.findChildren(QTableView)
    assert table.accessibleName()
    assert not table.tabKeyNavigation()


def test_an_import_offers_to_explain_the_tables_that_were_not_read(qtbot: QtBot) -> None:
    dialog = ImportDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    reason = Message("intake.no_text_column", {"columns": "c1"})
    strange = FileReport("/texts/a.csv", Outcome.FAILED, reason=reason)
    dialog.show_report(ImportReport((FileReport("/texts/b.txt", Outcome.LOADED),)))
    assert not dialog._columns.isVisible()
    dialog.show_report(ImportReport((strange, FileReport("/texts/b.txt", Outcome.LOADED))))
    assert dialog._columns.isVisible()
    with qtbot.waitSignal(dialog.columns_asked) as asked:
        dialog._columns.click()
    assert asked.args == [["/texts/a.csv"]]
