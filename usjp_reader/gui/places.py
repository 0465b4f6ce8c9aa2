"""Where the parts of the window stand, which of them are folded, and the look that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QTabWidget

from usjp_reader.gui.splitters import column, geometry_of, set_geometry, set_sizes, splitter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QWidget

    from usjp_reader.gui.actions import Actions

_WIDTHS = (252, 380, 770)
_LEAST_WIDTHS = (232, 290)
"""Of sidebar and list: below these, counts and dates would be cut off."""
_HEIGHTS = (620, 190)
_READING = (520, 420)


class Places(QObject):
    """Sidebar, list, reader with its facsimile, and the panels below, in splitters.

    Args:
        window: Whose middle they fill.
        actions: Of the window; those that fold a part are kept in step with it.
        sidebar: Left.
        listing: What stands in the column of the list, from top to bottom.
        above_text: The bar above the reader.
        reader: Right.
        facsimile: Beside the reader.
        panels: Below the reader: each with the words of its tab.
    """

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        *,
        sidebar: QWidget,
        listing: tuple[QWidget, ...],
        above_text: QWidget,
        reader: QWidget,
        facsimile: QWidget,
        panels: tuple[tuple[QWidget, str], ...],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        sidebar.setMinimumWidth(_LEAST_WIDTHS[0])
        list_column = column(*listing)
        list_column.setMinimumWidth(_LEAST_WIDTHS[1])
        self._reading = splitter(Qt.Orientation.Horizontal, reader, facsimile)
        self._reading.setStretchFactor(0, 1)
        self.panels = QTabWidget()
        self.panels.setDocumentMode(True)
        for panel, words in panels:
            self.panels.addTab(panel, words)
        self._upright = splitter(
            Qt.Orientation.Vertical, column(above_text, self._reading), self.panels
        )
        self._upright.setStretchFactor(0, 1)
        self._across = splitter(Qt.Orientation.Horizontal, sidebar, list_column, self._upright)
        self._across.setStretchFactor(2, 1)
        window.setCentralWidget(self._across)
        self.foldable: dict[str, QWidget] = {
            "panel-filters": sidebar,
            "panel-articles": list_column,
            "panel-below": self.panels,
            "panel-facsimile": facsimile,
        }

    def follow(self, action_id: str) -> None:
        """Show or fold a part as its action says."""
        self.foldable[action_id].setVisible(self._actions[action_id].isChecked())

    def show(self, action_id: str) -> None:
        """Unfold a part."""
        self._set(action_id, visible=True)

    def show_panel(self, panel: QWidget) -> None:
        """Unfold the panels below and bring one of them to the front."""
        self.show("panel-below")
        self.panels.setCurrentWidget(panel)

    def name_panel(self, panel: QWidget, words: str, count: int) -> None:
        """The words of a panel's tab, with how much it holds."""
        self.panels.setTabText(self.panels.indexOf(panel), f"{words} {count}" if count else words)

    def show_only_text(self, *, alone: bool) -> None:
        """Fold everything around the text, or unfold it."""
        for action_id in self.foldable:
            self._set(action_id, visible=not alone)

    def state(self) -> dict[str, Any]:
        """What `restore` wants, fit for JSON."""
        return {
            "geometry": geometry_of(self._window),
            "across": self._across.sizes(),
            "upright": self._upright.sizes(),
            "reading": self._reading.sizes(),
            "hidden": [name for name, part in self.foldable.items() if part.isHidden()],
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Put everything where it stood; what `state` does not say stands as on the first day."""
        hidden = list(state.get("hidden", []))
        if "reading" not in state:  # few articles have a facsimile
            hidden.append("panel-facsimile")
        for action_id in self.foldable:  # first: they decide how small it may be
            self._set(action_id, visible=action_id not in hidden)
        set_geometry(self._window, state)
        set_sizes(self._across, state.get("across"), _WIDTHS)
        set_sizes(self._upright, state.get("upright"), _HEIGHTS)
        set_sizes(self._reading, state.get("reading"), _READING)

    def _set(self, action_id: str, *, visible: bool) -> None:
        self.foldable[action_id].setVisible(visible)
        self._actions[action_id].setChecked(visible)
