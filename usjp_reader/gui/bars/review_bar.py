"""The bar of the review: how far it has come, and what can be said of the date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from usjp_reader.gui.articles.plain import grouped, plain_label
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.reader.date_editor import DateEditor
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from usjp_reader.domain.dates import Dated


class ReviewBar(QWidget):
    """One row that says "To review: 3 of 12", and one in which a date is accepted or typed."""

    left = Signal()
    """The reader is done, or has had enough."""
    typing_ended = Signal()
    """Nothing is to be typed after all: back to the list."""
    skipped = Signal()
    """On to the next one; this one is left as it is."""
    why_requested = Signal()
    """What the date rests on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = plain_label()
        self._place.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold))
        self.editor = DateEditor(in_a_row=True)
        self.editor.line.setPlaceholderText(self.tr("Another date (d)"))
        self._why = self._link(self.tr("Why?"), "w", self.why_requested)
        self._skip = self._link(self.tr("Skip"), "j", self.skipped)
        self._leave = self._link(self.tr("End the review"), "Esc", self.left)
        with_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Review of dates"))
        self._arrange()

    def _link(self, words: str, key: str, signal: object) -> QPushButton:
        button = with_look(QPushButton(words), "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(f"{words} ({key})")
        button.clicked.connect(signal)
        return button

    def _arrange(self) -> None:
        row = FlowLayout(gap=12, row_gap=3)
        for part in (self._place, self._why, self._skip, self._leave):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 10, 9)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.editor)

    @property
    def place(self) -> str:
        """How far the review has come, in words."""
        return self._place.text()

    def show_place(self, at: int, total: int) -> None:
        """Say where the reader is.

        Args:
            at: Which one is being looked at, counted from 1; 0 when it is none of them.
            total: How many there were when the review began.
        """
        n, of = grouped(at), grouped(total)
        words = self.tr("To review: {n} of {total}") if at else self.tr("To review: {total}")
        self._place.setText(words.format(n=n, total=of))
        self._set_busy(busy=total > 0)

    def show_end(self, total: int) -> None:
        """Say that nothing is left."""
        words = self.tr("Nothing left to review")
        if total:
            words = self.tr("All {total} reviewed").format(total=grouped(total))
        self._place.setText(words)
        self._set_busy(busy=False)

    def show_date(self, dated: Dated) -> None:
        """Show the date of the article that is open."""
        self.editor.show_date(dated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the line gives up what was typed there, and nothing else."""
        if event.key() == Qt.Key.Key_Escape and self.editor.line.hasFocus():
            self.editor.forget_typed()
            self.typing_ended.emit()
            return
        super().keyPressEvent(event)

    def _set_busy(self, *, busy: bool) -> None:
        for part in (self._why, self._skip, self.editor):
            part.setVisible(busy)
