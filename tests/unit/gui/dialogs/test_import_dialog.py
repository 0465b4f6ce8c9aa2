"""An import from its first file to its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from usjp_reader.domain.messages import Message
from usjp_reader.domain.progress import Progress
from usjp_reader.domain.reports import FileReport, ImportReport, Outcome
from usjp_reader.gui.dialogs.import_dialog import ImportDialog
from usjp_reader.gui.dialogs.report_model import ALL, NO_DATE, ReportModel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

BROKEN = Message("config.resource_broken", {"name": "<b>x</b>.txt", "why": "no\ntext"})
REPORT = ImportReport(
    (
        FileReport("/texts/沖縄.txt", Outcome.LOADED, ("u1",), guessed=True),
        FileReport("/texts/b.txt", Outcome.LOADED, ("u2",), undated=True),
        FileReport("/texts/c.txt", Outcome.FAILED, reason=BROKEN),
        FileReport("/texts/d.txt", Outcome.UNCHANGED),
    )
)


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    shown = ImportDialog()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def rows(dialog: ImportDialog) -> list[tuple[str, str, str]]:
    model = dialog.report_view._files
    return [
        tuple(str(model.index(row, column).data()) for column in range(3))  # type: ignore[misc]
        for row in range(model.rowCount())
    ]


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = ReportModel()
    model.set_files(REPORT.files)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_progress_before_and_after_counting(dialog: ImportDialog) -> None:
    dialog.on_progress(Progress(1200))
    assert dialog._progress.words == "1,200 so far"
    dialog.on_progress(Progress(1, 1284, "/texts/" + "長い" * 80 + ".txt"))
    assert dialog._progress.words == "1 of 1,284"


def test_escape_stops_the_work_once_and_does_not_close(dialog: ImportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.cancelled):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(dialog.cancelled):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.on_progress(Progress(2, 9))
    assert dialog._progress.words == "Stopping after this file…"
    dialog.show_report(ImportReport(REPORT.files, cancelled=True))
    assert dialog.words.startswith("Stopped: 2 files loaded")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_failures_are_shown_first_and_nothing_is_markup(dialog: ImportDialog) -> None:
    dialog.show_report(REPORT)
    assert dialog.words == (
        "2 files loaded\n1 could not be read, 1 dated by guess, 1 without a date."
    )
    assert dialog.report_view.shown is Outcome.FAILED
    [(path, outcome, reason)] = rows(dialog)
    assert (path, outcome) == ("/texts/c.txt", "Failed")
    assert "<b>x</b>.txt" in reason
    assert "\n" not in reason


def test_files_are_filtered_by_what_became_of_them(dialog: ImportDialog) -> None:
    dialog.show_report(REPORT)
    assert dialog.report_view.words == (
        "All files 4",
        "Loaded 2",
        "Unchanged 1",
        "Failed 1",
        "Dated by guess 1",
        "Undated 1",
    )
    dialog.report_view.show_sort(NO_DATE)
    assert rows(dialog) == [("/texts/b.txt", "Loaded", "Undated")]
    dialog.report_view.show_sort(ALL)
    assert len(rows(dialog)) == 4


def test_the_whole_reason_stands_below_the_table(dialog: ImportDialog) -> None:
    dialog.show_report(REPORT)
    dialog.report_view._table.selectRow(0)
    assert "<b>x</b>.txt" in dialog.report_view._told.text()
    dialog.report_view.show_sort(ALL)
    assert dialog.report_view._told.isHidden()


def test_report_and_lines_can_be_copied(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.show_report(REPORT)
    for button in dialog.findChildren(QPushButton):
        if button.text() == "Copy report":
            button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("All files\t4\nLoaded\t2\n")
    assert "/texts/沖縄.txt\tLoaded\tDated by guess" in copied
    table = dialog.report_view._table
    table.selectRow(0)
    QTest.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text().startswith("/texts/c.txt\tFailed\t")


def test_all_is_well_and_nothing_at_all(dialog: ImportDialog) -> None:
    dialog.show_report(ImportReport((FileReport("/a.txt", Outcome.LOADED, ("u",)),)))
    assert dialog.words == "1 file loaded\nEvery file was read."
    assert dialog.report_view.shown == ALL
    dialog.show_report(ImportReport())
    assert dialog.words == "There was nothing to import\n"


def test_a_second_report_replaces_the_first(dialog: ImportDialog) -> None:
    dialog.show_report(REPORT)
    dialog.show_report(ImportReport(REPORT.files[:1]))
    assert dialog.report_view.words == ("All files 1", "Loaded 1", "Dated by guess 1")
