"""What stands in a row keeps its words readable where the row is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from usjp_reader.gui.fitting import FittingButton, WrappingLabel
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.typed_line import TypedLine

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from pytestqt.qtbot import QtBot

ERAS = "U.S.-administered islands · First security treaty · Revised treaty · 1,204 words"
ABOUT = "Mentions Mar–May 1945, 1958, 1968 & 3 more"


def row_of(qtbot: QtBot, width: int) -> tuple[QWidget, WrappingLabel, FittingButton]:
    row = QWidget()
    qtbot.addWidget(row)
    label, button = WrappingLabel(), FittingButton()
    label.setText(ERAS)
    button.set_words(ABOUT)
    flow = FlowLayout(row)
    flow.addWidget(label)
    flow.addWidget(button)
    row.show()
    resize(row, width)
    return row, label, button


def resize(row: QWidget, width: int) -> None:
    row.resize(width, 300)
    QApplication.processEvents()


def test_a_label_takes_one_line_where_there_is_room_and_more_where_there_is_not(
    qtbot: QtBot,
) -> None:
    row, label, _ = row_of(qtbot, 1600)
    one_line = label.height()
    resize(row, 200)
    assert label.width() <= 200
    assert label.height() >= 2 * one_line


def test_a_button_ends_in_an_ellipsis_and_says_all_in_its_tooltip(qtbot: QtBot) -> None:
    row, _, button = row_of(qtbot, 200)
    assert button.width() <= 200
    assert button.text().startswith("Mentions Mar")
    assert button.text().endswith("…")
    assert "3 more" in button.toolTip()
    assert button.accessibleName() == ABOUT
    resize(row, 1600)
    assert button.text() == ABOUT.replace("&", "&&")
    assert not button.toolTip()


def test_enter_in_a_line_is_heard_by_the_line_alone(qtbot: QtBot) -> None:
    class Behind(QWidget):
        heard = 0

        def keyPressEvent(self, _event: QKeyEvent) -> None:
            self.heard += 1

    behind = Behind()
    qtbot.addWidget(behind)
    line = TypedLine(behind)
    behind.show()
    with qtbot.waitSignal(line.returnPressed):
        QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert behind.heard == 1
