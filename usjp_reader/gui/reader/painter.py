"""Paints marks under the text: grounds of passages, hits, and underlines by type of mention.

A consumer of the runs of `reading`, like Pygments' formatters; it paints only what is in sight, so
that switching marks on and off costs nothing but a repaint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from usjp_reader.domain.spans import Span
from usjp_reader.gui.reader.geometry import Letters, Stretch, stretches
from usjp_reader.gui.theme.marks import mark_colours
from usjp_reader.reading.styles import UNDERLINES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextBlock

    from usjp_reader.domain.entities import Mention
    from usjp_reader.gui.reader.marks import Marks
    from usjp_reader.gui.text_offsets import TextOffsets
    from usjp_reader.gui.theme.marks import MarkColours
    from usjp_reader.gui.theme.themes import Theme
    from usjp_reader.reading.overlay import Run

_DASHES: dict[str, list[float]] = {
    "dashed": [4.0, 2.0],
    "dash-dot": [4.0, 1.6, 1.0, 1.6],
    "dash-dot-dot": [4.0, 1.4, 1.0, 1.4, 1.0, 1.4],
    "dotted": [1.0, 1.6],
    "doubtful": [0.8, 2.4],
}
"""Lengths in widths of the line."""

_FAINT = 0.55
"""Opacity of the underline of a description, which is no name."""
_BELOW = 3.0
"""From the line the letters stand on to the underline, in pixels."""

_FURTHER_BELOW = 5.5
"""The same for corrected words."""


@dataclass(frozen=True, slots=True)
class Brushes:
    """Everything the painter draws with under one theme."""

    colours: MarkColours
    ink: QColor
    muted: QColor
    accent: QColor

    @classmethod
    def of(cls, theme: Theme) -> Brushes:
        """What a theme draws with."""
        ink, muted, accent = QColor(theme.ink), QColor(theme.muted), QColor(theme.accent)
        return cls(mark_colours(theme), ink, muted, accent)


class MarkPainter:
    """Paints the marks of one text; all coordinates are those of its document."""

    def __init__(
        self, marks: Marks, offsets: TextOffsets, letters: Letters, brushes: Brushes
    ) -> None:
        self._marks = marks
        self._offsets = offsets
        self._letters = letters
        self._brushes = brushes

    def paint(self, painter: QPainter, block: QTextBlock) -> None:
        """Paint what is marked in one laid-out block."""
        start = self._offsets.position(block.position())
        span = Span(start, self._offsets.position(block.position() + block.length() - 1))
        marked = [run for run in self._marks.runs(span) if not run.is_plain]
        for run in marked:
            self._paint_passages(painter, block, run)
        self._paint_pending(painter, block, span)
        for hit in self._marks.found_in(span):
            self._paint_hit(painter, block, hit)
        for run in marked:
            if run.mention is not None and run.mention.type not in self._marks.hidden:
                self._paint_mention(painter, block, run.mention, run.span)
        for reading, _ in self._marks.readings_in(span):
            self._paint_reading(painter, block, reading)
        current = self._marks.current
        if current is not None and current.overlaps(span):
            self._paint_current(painter, block, current)

    def _stretches(self, block: QTextBlock, span: Span) -> Iterator[Stretch]:
        first, last = self._offsets.units(span)
        start = max(0, first - block.position())
        end = min(last - block.position(), block.length() - 1)
        yield from stretches(block, start, end, self._letters)

    def _paint_passages(self, painter: QPainter, block: QTextBlock, run: Run) -> None:
        for passage_id, colour in zip(run.passage_ids, run.colours, strict=True):
            if passage_id in self._marks.pending:
                continue
            edge = self._brushes.colours.edges[colour]
            starts_here = self._starts_here(passage_id, run)
            for stretch in self._stretches(block, run.span):
                box = _padded(stretch.rect)
                painter.fillRect(box, self._brushes.colours.grounds[colour])
                if starts_here and passage_id in self._marks.noted:
                    painter.fillRect(QRectF(box.left() - 2.0, box.top(), 2.0, box.height()), edge)
                starts_here = False

    def _paint_pending(self, painter: QPainter, block: QTextBlock, span: Span) -> None:
        """Outlines: what is marked but not yet safely stored."""
        for passage_id in self._marks.pending:
            passage = self._marks.passage(passage_id)
            if passage is not None and passage.anchor.span.overlaps(span):
                edge = self._brushes.colours.edges[passage.colour]
                for stretch in self._stretches(block, passage.anchor.span):
                    _outline(painter, _padded(stretch.rect), edge)

    def _starts_here(self, passage_id: str, run: Run) -> bool:
        passage = self._marks.passage(passage_id)
        return passage is not None and passage.anchor.span.start == run.span.start

    def _paint_hit(self, painter: QPainter, block: QTextBlock, hit: Span) -> None:
        is_current = hit == self._marks.current
        for stretch in self._stretches(block, hit):
            path = QPainterPath()
            path.addRoundedRect(_padded(stretch.rect), 2.0, 2.0)
            painter.fillPath(path, self._brushes.colours.hit)
            if is_current:
                painter.strokePath(path, QPen(self._brushes.ink, 1.5))

    def _paint_mention(
        self, painter: QPainter, block: QTextBlock, mention: Mention, span: Span
    ) -> None:
        style = "doubtful" if mention.doubtful else UNDERLINES[mention.type]
        colour = self._brushes.colours.entities[mention.type]
        if mention.described:
            colour = QColor(colour)
            colour.setAlphaF(_FAINT)
        for stretch in self._stretches(block, span):
            height = stretch.baseline + _BELOW
            line = QLineF(stretch.left, height, stretch.right, height)
            underline(painter, line, style, colour)

    def _paint_reading(self, painter: QPainter, block: QTextBlock, span: Span) -> None:
        """Dots below a corrected word, and below the underline of a mention in it."""
        for stretch in self._stretches(block, span):
            height = stretch.baseline + _FURTHER_BELOW
            line = QLineF(stretch.left, height, stretch.right, height)
            painter.setPen(QPen(self._brushes.muted, 1.6, Qt.PenStyle.DotLine))
            painter.drawLine(line)

    def _paint_current(self, painter: QPainter, block: QTextBlock, span: Span) -> None:
        chosen = next(
            (one for one in self._marks.document.passages if one.anchor.span == span), None
        )
        for stretch in self._stretches(block, span):
            box = _padded(stretch.rect)
            if chosen is not None:
                # Boxes round every line of a long passage would be louder than its words.
                edge = self._brushes.colours.edges[chosen.colour]
                painter.fillRect(QRectF(box.left(), box.bottom() - 1.0, box.width(), 2.0), edge)
                continue
            path = QPainterPath()
            path.addRoundedRect(box.adjusted(-2, 0, 2, 1), 3.0, 3.0)
            painter.strokePath(path, QPen(self._brushes.accent, 1.2))


def _padded(rect: QRectF) -> QRectF:
    """Whole pixels at the sides, so that neighbours neither overlap nor leave a gap."""
    left, right = round(rect.left()), round(rect.right())
    return QRectF(left, round(rect.top()) - 1.0, right - left, round(rect.height()) + 2.0)


def _outline(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def underline(painter: QPainter, line: QLineF, style: str, colour: QColor) -> None:
    """Draw a line in one of the styles of `UNDERLINES`, or `doubtful`."""
    draw = _SPECIAL.get(style)
    if draw is not None:
        draw(painter, line, colour)
        return
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if style in _DASHES:
        pen.setDashPattern(_DASHES[style])
    painter.setPen(pen)
    painter.drawLine(line)


def _thick(painter: QPainter, line: QLineF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 3.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(line.translated(0, 0.4))


def _double(painter: QPainter, line: QLineF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(line.translated(0, -0.6))
    painter.drawLine(line.translated(0, 2.0))


def _wavy(painter: QPainter, line: QLineF, colour: QColor) -> None:
    path = QPainterPath(line.p1())
    x, up = line.x1(), True
    while x < line.x2():
        step = min(4.0, line.x2() - x)
        bend = QPointF(x + step / 2, line.y1() + (-2.2 if up else 2.2))
        path.quadTo(bend, QPointF(x + step, line.y1()))
        x, up = x + step, not up
    painter.strokePath(path, QPen(colour, 1.5))


_SPECIAL: dict[str, Callable[[QPainter, QLineF, QColor], None]] = {
    "thick": _thick,
    "double": _double,
    "wavy": _wavy,
}
