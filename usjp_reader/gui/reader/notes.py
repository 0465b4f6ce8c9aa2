"""Notes in the margin, each beside its passage and none over another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractButton

from usjp_reader.gui.reader.wrapping import wrapped
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.marks import mark_colours
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.passages import Passage
    from usjp_reader.gui.reader.text_view import TextView

GAP = 10
MOST_LINES = 7
_BAR = 3
_INDENT = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """How tall a note is and at which height it would like to begin."""

    top: float
    height: int


def stacked(wanted: Sequence[Wanted]) -> tuple[int, ...]:
    """Heights at which notes begin so that none covers another; given in order of their tops."""
    out: list[int] = []
    free = 0.0
    for note in wanted:
        top = max(note.top, free)
        out.append(round(top))
        free = top + note.height + GAP
    return tuple(out)


class NoteCard(QAbstractButton):
    """The note and tags of one passage, with a bar in its colour."""

    opened = Signal(str)
    """Double click or Enter: the id of the passage."""
    chosen = Signal(str)

    def __init__(self, passage: Passage, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.passage = passage
        self._theme = theme
        self.setFont(scaled(parent.font(), 0.92))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Note: {note}").format(note=passage.note or self._tags))
        self.clicked.connect(self._on_clicked)

    @property
    def _tags(self) -> str:
        return "  ".join(f"#{tag}" for tag in self.passage.tags)

    def height_at(self, width: int) -> int:
        """Pixels it takes at a width."""
        lines = len(self._note_lines(width)) + len(self._tag_lines(width))
        return max(1, lines) * self.fontMetrics().lineSpacing() + 6

    def sizeHint(self) -> QSize:
        """As tall as its words at its present width."""
        return QSize(self.width(), self.height_at(self.width()))

    def _note_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        return font

    def _note_lines(self, width: int) -> tuple[str, ...]:
        return wrapped(self.passage.note, self._note_font(), width - _INDENT, MOST_LINES)

    def _tag_lines(self, width: int) -> tuple[str, ...]:
        return wrapped(self._tags, self.font(), width - _INDENT, 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Bar, note, tags; a ground while the pointer or the focus is on it."""
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), QColor(self._theme.hover))
        edge = mark_colours(self._theme).edges[self.passage.colour]
        painter.fillRect(QRectF(0, 0, _BAR, self.height()), edge)
        metrics = self.fontMetrics()
        y = 3 + metrics.ascent()
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(self._note_font())
        for line in self._note_lines(self.width()):
            painter.drawText(_INDENT, y, line)
            y += metrics.lineSpacing()
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(self.font())
        for line in self._tag_lines(self.width()):
            painter.drawText(_INDENT, y, line)
            y += metrics.lineSpacing()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Open the note."""
        self.opened.emit(self.passage.id)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.passage.id)


class NoteMargin(QObject):
    """Keeps one card a noted passage and places them beside the text."""

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = LIGHT
        self._cards: list[NoteCard] = []
        self._tops: tuple[int, ...] = ()

    @property
    def cards(self) -> tuple[NoteCard, ...]:
        """The cards, top to bottom."""
        return tuple(self._cards)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self._remake()

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show the notes of these passages; cards that stay the same are kept."""
        noted = [one for one in passages if one.note or one.tags]
        if noted != [card.passage for card in self._cards]:
            self._remake(noted)

    def _remake(self, noted: Sequence[Passage] | None = None) -> None:
        passages = [card.passage for card in self._cards] if noted is None else noted
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(passage) for passage in passages]
        self.place()

    def _card(self, passage: Passage) -> NoteCard:
        card = NoteCard(passage, self._theme, self._view.viewport())
        card.opened.connect(self.opened)
        card.chosen.connect(self.chosen)
        return card

    def place(self) -> None:
        """Put each card beside the beginning of its passage; hide those without a place."""
        column = self._view.place
        tops = [self._view.y_of(card.passage.anchor.span.start) for card in self._cards]
        heights = [card.height_at(column.notes) if column.notes else 0 for card in self._cards]
        shown = [at for at, top in enumerate(tops) if top >= 0 and column.notes]
        starts = stacked([Wanted(tops[at], heights[at]) for at in shown])
        placed = dict(zip(shown, starts, strict=True))
        self._tops = tuple(placed.get(at, 0) for at in range(len(self._cards)))
        for at, card in enumerate(self._cards):
            card.resize(max(1, column.notes), max(1, heights[at]))
            card.setVisible(at in placed)
        self.follow()

    def follow(self) -> None:
        """Keep the cards where they are in the text after it was scrolled."""
        scroll = self._view.verticalScrollBar().value()
        for card, top in zip(self._cards, self._tops, strict=True):
            card.move(self._view.place.notes_left, top - scroll)
