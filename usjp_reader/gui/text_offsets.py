"""Code points ↔ UTF-16: the only module that knows how Qt counts.

Everything else in the program counts code points of the source text; `QTextDocument` counts UTF-16
units, in which an emoji or a rare kanji takes two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QTextBoundaryFinder

from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class TextOffsets:
    """The map between the two ways of counting for one text; free where no pair is needed."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [position + before for before, position in enumerate(self._astral)]

    @property
    def length(self) -> int:
        """Code points of the text."""
        return self._length

    def unit(self, position: int) -> int:
        """The UTF-16 position of a code point."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def units(self, span: Span) -> tuple[int, int]:
        """Start and end of a span in UTF-16."""
        return self.unit(span.start), self.unit(span.end)

    def position(self, unit: int, *, upward: bool = False) -> int:
        """The code point at a UTF-16 position; inside a pair, the one before it or after it."""
        if not self._astral:
            return min(unit, self._length)
        before = bisect_left(self._units, unit)
        inside = before > 0 and self._units[before - 1] == unit - 1
        found = self._astral[before - 1] + int(upward) if inside else unit - before
        return min(found, self._length)

    def span(self, start: int, end: int) -> Span:
        """The span of two UTF-16 positions, in either order, widened where they split a pair."""
        low, high = sorted((start, end))
        return Span(self.position(low), self.position(high, upward=True))


def raw_text(document: QTextDocument) -> str:
    """The text that a document holds, character by character, with LF between its blocks."""
    return document.toRawText().replace("\u2029", "\n")


def grapheme_units(document: QTextDocument, start: int, end: int) -> tuple[int, int]:
    """UTF-16 positions widened so that they split no letter from its marks.

    `start` and `end` are UTF-16 positions of `document`, in order.
    """
    first, last = document.findBlock(start), document.findBlock(end)
    return _boundary(first, start, upward=False), _boundary(last, end, upward=True)


def _boundary(block: QTextBlock, unit: int, *, upward: bool) -> int:
    inside = unit - block.position()
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, block.text())
    finder.setPosition(inside)
    if inside <= 0 or finder.isAtBoundary():
        return unit
    moved = finder.toNextBoundary() if upward else finder.toPreviousBoundary()
    return block.position() + moved if moved >= 0 else unit
