"""The table of actions: no key twice, letters only outside text boxes, menus from data."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget

from usjp_reader.domain.passages import Colour
from usjp_reader.gui.action_table import ACTIONS, MENUS
from usjp_reader.gui.actions import Actions, shortcut_sheet
from usjp_reader.gui.icons import icon
from usjp_reader.gui.theme.themes import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EXPECTED = {
    "find-in-article": "Ctrl+F",
    "search": "Ctrl+K",
    "next-article": "j",
    "previous-article": "k",
    "next-mention": "]",
    "previous-mention": "[",
    "next-hit": "F3",
    "previous-hit": "Shift+F3",
    "highlight": "h",
    "note": "m",
    "tag": "t",
    "copy-citation": "Ctrl+Shift+C",
    "toggle-read": "r",
    "star": "s",
    "back": "Alt+Left",
    "forward": "Alt+Right",
    "full-screen": "F11",
    "focus": "F9",
    "shortcuts": "?",
}


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.actions_ = Actions(self)
        self.box, self.button = QLineEdit(), QPushButton("elsewhere")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(self.box)
        column.addWidget(self.button)
        self.setCentralWidget(inner)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def test_ids_are_unique() -> None:
    assert max(Counter(spec.id for spec in ACTIONS).values()) == 1


def test_no_key_means_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


@pytest.mark.parametrize(("action_id", "key"), EXPECTED.items())
def test_keys_are_the_ones_people_expect(action_id: str, key: str) -> None:
    [spec] = [spec for spec in ACTIONS if spec.id == action_id]
    assert spec.keys[0] == key


def test_every_colour_has_its_number() -> None:
    found = [spec for spec in ACTIONS if spec.id.startswith("colour-")]
    assert [(spec.id, spec.keys) for spec in found] == [
        (f"colour-{colour}", (str(at + 1),)) for at, colour in enumerate(Colour)
    ]


def test_every_icon_that_is_named_exists(qtbot: QtBot) -> None:
    for spec in ACTIONS:
        if spec.icon:
            assert not icon(spec.icon, LIGHT.ink).isNull()


def test_every_action_stands_in_a_menu(window: Window) -> None:
    window.actions_.fill(window.menuBar())
    shown = {
        action.objectName()
        for menu, _ in MENUS
        for action in window.actions_.menu(menu).actions()
        if not action.isSeparator()
    }
    assert shown == {spec.id for spec in ACTIONS}


def test_a_letter_acts_outside_text_boxes(qtbot: QtBot, window: Window) -> None:
    window.button.setFocus()
    with qtbot.waitSignal(window.actions_["next-article"].triggered):
        QTest.keyClick(window.button, Qt.Key.Key_J)


def test_a_letter_is_a_letter_inside_a_text_box(qtbot: QtBot, window: Window) -> None:
    window.box.setFocus()
    with qtbot.assertNotEmitted(window.actions_["next-article"].triggered):
        QTest.keyClicks(window.box, "jkh1?/")
    assert window.box.text() == "jkh1?/"


def test_the_sheet_lists_what_can_be_pressed() -> None:
    lines = dict(line for _, group in shortcut_sheet() for line in group)
    assert lines["Next article"].startswith("J")
    assert "F1" in lines["Keyboard shortcuts"]
    assert len(lines) == sum(1 for spec in ACTIONS if spec.keys)


def test_tooltips_tell_the_key(window: Window) -> None:
    assert window.actions_["highlight"].toolTip() == "Highlight (H)"


def test_icons_follow_the_theme(window: Window) -> None:
    window.actions_.set_theme(LIGHT)
    assert not window.actions_["undo"].icon().isNull()
