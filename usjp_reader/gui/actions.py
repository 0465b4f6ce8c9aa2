"""The actions of one window, its menus and its sheet of shortcuts, made from the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from usjp_reader.gui.action_table import ACTIONS, MENUS, ActionSpec
from usjp_reader.gui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QMenuBar, QWidget

    from usjp_reader.gui.theme.themes import Theme


def worded(text: str) -> str:
    """The words of an action or a menu in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def shortcut_sheet() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """All actions that have keys: (menu, ((words, keys), …)), menus without their mnemonics."""
    return tuple(
        (worded(title).replace("&", ""), tuple(_sheet_lines(menu))) for menu, title in MENUS
    )


def _sheet_lines(menu: str) -> Iterator[tuple[str, str]]:
    for spec in ACTIONS:
        if spec.menu == menu and spec.keys:
            yield worded(spec.text).rstrip("…"), "  ".join(_shown(key) for key in spec.keys)


def _shown(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class Actions(QObject):
    """The actions of one window, made from the table; `parent` gets their shortcuts."""

    def __init__(self, parent: QWidget, specs: tuple[ActionSpec, ...] = ACTIONS) -> None:
        super().__init__(parent)
        self._specs = {spec.id: spec for spec in specs}
        self._actions = {spec.id: _made(spec, parent) for spec in specs}
        self._menus: dict[str, QMenu] = {}
        parent.addActions(list(self._actions.values()))

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def menu(self, menu_id: str) -> QMenu:
        """A menu by its id, once `fill` has made it."""
        return self._menus[menu_id]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus of the window."""
        for menu_id, title in MENUS:
            menu = self._menus[menu_id] = QMenu(worded(title), bar)
            bar.addMenu(menu)
            for spec in self._specs.values():
                if spec.menu == menu_id:
                    if spec.starts_group:
                        menu.addSeparator()
                    menu.addAction(self._actions[spec.id])

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the ink of `theme`."""
        for spec in self._specs.values():
            if spec.icon:
                self._actions[spec.id].setIcon(icon(spec.icon, theme.ink))


def _made(spec: ActionSpec, parent: QWidget) -> QAction:
    words = worded(spec.text)
    action = QAction(words, parent)
    action.setObjectName(spec.id)
    action.setCheckable(spec.checkable)
    action.setShortcuts([QKeySequence(key) for key in spec.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    if spec.keys:
        action.setToolTip(f"{words.rstrip('…')} ({_shown(spec.keys[0])})")
    return action
