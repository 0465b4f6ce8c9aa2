"""The bar at the top: back and forward, the search box, and what is done most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from usjp_reader.gui.actions import Actions
    from usjp_reader.gui.bars.search_box import SearchBox

_MOST_SEARCH = 560


class Toolbar(QToolBar):
    """Buttons of actions with the search box between them."""

    def __init__(self, actions: Actions, search: SearchBox) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(16, 16))
        for action_id in ("back", "forward"):
            self._add(actions, action_id)
        search.setMaximumWidth(_MOST_SEARCH)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addWidget(search)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        for action_id in ("import-folder", "export-passages"):
            self._add(actions, action_id, words=True)
        for action_id in ("zoom-in", "theme"):
            self._add(actions, action_id)

    def _add(self, actions: Actions, action_id: str, *, words: bool = False) -> None:
        button = QToolButton()
        button.setDefaultAction(actions[action_id])
        button.setAccessibleName(actions[action_id].text())
        if words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        else:
            with_look(button, "flat")
        self.addWidget(button)
