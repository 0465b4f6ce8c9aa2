"""Keeps header, fold markers and notes where they belong in the text while it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from usjp_reader.gui.reader.fold_markers import FoldMarkers
from usjp_reader.gui.reader.header import HeaderWidget
from usjp_reader.gui.reader.notes import NoteMargin

if TYPE_CHECKING:
    from usjp_reader.gui.reader.text_view import TextView


class Placing(QObject):
    """Owns what lies in the text without being of it."""

    placed = Signal()
    """The text was laid out anew and everything found its place."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self.header = HeaderWidget(view.viewport())
        self.notes = NoteMargin(view)
        self.folds = FoldMarkers(view)
        view.laid_out.connect(self.place)
        view.scrolled.connect(self.follow)

    def place(self) -> None:
        """Find the place of everything; the header takes as much room as it needs."""
        width = self._view.place.text
        if width:
            height = self.header.height_at(width)
            self.header.resize(width, height)
            self._view.set_top(height)
        self._move_header()
        self.folds.place()
        self.notes.place()
        self.placed.emit()

    def follow(self) -> None:
        """Go along with the text as it is scrolled."""
        self._move_header()
        self.folds.follow()
        self.notes.follow()

    def _move_header(self) -> None:
        self.header.move(self._view.place.left, -self._view.verticalScrollBar().value())
