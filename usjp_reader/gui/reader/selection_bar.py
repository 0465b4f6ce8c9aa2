"""The small bar beside a selection or a passage: eight colours, note, tags, copy with citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QToolButton

from usjp_reader.domain.passages import Colour
from usjp_reader.gui.icons import icon
from usjp_reader.gui.reader.floating import FloatingCard
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.marks import colour_word, mark_colours
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

DOT = 22


class ColourDot(QAbstractButton):
    """One colour to mark with, and the key that does the same."""

    def __init__(self, colour: Colour, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self._theme = LIGHT
        self.setFixedSize(DOT, DOT)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(colour_word(colour))
        self.setToolTip(f"{colour_word(colour)} ({number})")

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(DOT, DOT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A disc with a rim; a second ring for the present colour, the focus or the pointer."""
        colours = mark_colours(self._theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setBrush(colours.grounds[self.colour])
        painter.setPen(QPen(colours.edges[self.colour], 1.6))
        painter.drawEllipse(box)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            is_light = not self.isChecked() and not self.hasFocus()
            ring = QColor(self._theme.outline if is_light else self._theme.ink)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ring, 1.4))
            painter.drawEllipse(box.adjusted(-3, -3, 3, 3))


class SelectionBar(FloatingCard):
    """Says what is to be done with what is selected; the pane knows what that is."""

    coloured = Signal(object)
    """A `Colour` was chosen."""
    note_requested = Signal()
    tags_requested = Signal()
    copy_requested = Signal()
    correction_requested = Signal()
    naming_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 4, 7, 4)
        row.setSpacing(1)
        self.dots = {colour: ColourDot(colour, at + 1) for at, colour in enumerate(Colour)}
        for dot in self.dots.values():
            dot.clicked.connect(self._on_dot)
            row.addWidget(dot)
        row.addSpacing(5)
        self._tools = {
            "note": self._tool(self.tr("Note"), "m", self.note_requested),
            "tag": self._tool(self.tr("Tags"), "t", self.tags_requested),
            "copy-citation": self._tool(
                self.tr("Copy with citation"), "Ctrl+Shift+C", self.copy_requested
            ),
            "correct-word": self._tool(
                self.tr("Correct misread word"), "c", self.correction_requested
            ),
            "name": self._tool(self.tr("Name this"), "e", self.naming_requested),
            "trash": self._tool(self.tr("Delete passage"), "Del", self.delete_requested),
        }
        for tool in self._tools.values():
            row.addWidget(tool)

    def _tool(self, name: str, key: str, signal: object) -> QToolButton:
        button = with_look(QToolButton(), "flat")
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        button.clicked.connect(signal)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for dot in self.dots.values():
            dot.set_theme(theme)
        for name, tool in self._tools.items():
            tool.setIcon(icon(name, theme.ink))

    def show_for(self, colour: Colour | None) -> None:
        """Offer what suits a passage of `colour`, or a fresh selection (None)."""
        for own, dot in self.dots.items():
            dot.setChecked(own is colour)
        for name in ("correct-word", "name"):
            self._tools[name].setVisible(colour is None)
        self._tools["trash"].setVisible(colour is not None)

    def _on_dot(self) -> None:
        dot = self.sender()
        if isinstance(dot, ColourDot):
            self.coloured.emit(dot.colour)
