"""Where characters stand in a laid-out `QTextDocument`. Positions are UTF-16 units of a block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a line of text that some characters take, in document coordinates."""

    left: float
    right: float
    baseline: float
    ascent: float
    descent: float

    @property
    def rect(self) -> QRectF:
        """The box from the top of the letters to their foot."""
        height = self.ascent + self.descent
        return QRectF(self.left, self.baseline - self.ascent, self.right - self.left, height)


@dataclass(frozen=True, slots=True)
class Letters:
    """How far the letters of the text reach above and below the line they stand on."""

    ascent: float
    descent: float


def stretches(block: QTextBlock, start: int, end: int, letters: Letters) -> Iterator[Stretch]:
    """Where the characters from `start` to `end` of a block stand, one stretch a line.

    The block has been laid out. `letters` are those of the text's own font, so that lines with a
    fallback font in them get marks of the same height as the others.
    """
    layout = block.layout()
    origin = layout.position()
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first >= end:
            return
        if last > start:
            yield _stretch(line, max(first, start), min(last, end), origin, letters)


def _stretch(line: QTextLine, start: int, end: int, origin: QPointF, letters: Letters) -> Stretch:
    # A blank on which the line was broken hangs over its end; marks stop at the words.
    limit = line.x() + line.naturalTextWidth()
    xs = [min(_x(line, start), limit), min(_x(line, end), limit)]
    return Stretch(
        origin.x() + min(xs),
        origin.x() + max(xs),
        origin.y() + line.y() + line.ascent(),
        letters.ascent,
        letters.descent,
    )


def _x(line: QTextLine, unit: int) -> float:
    # Declared as `object`; PySide gives the place and the unit it belongs to.
    found = cast("tuple[float, int]", line.cursorToX(unit))
    return found[0]


def visible_blocks(document: QTextDocument, top: float, bottom: float) -> Iterator[QTextBlock]:
    """The shown blocks between two heights of the document, laid out."""
    layout = document.documentLayout()
    nearest = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, nearest))
    while block.isValid():
        if block.isVisible():
            box = layout.blockBoundingRect(block)
            if box.top() > bottom:
                return
            if box.bottom() >= top:
                yield block
        block = block.next()
