"""Paints in the margin where each printed page begins: "p. 4"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF

from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPainter, QTextBlock, QTextLine

    from usjp_reader.domain.texts import PageLabel
    from usjp_reader.gui.reader.folding import ShownLine
    from usjp_reader.gui.reader.typesetting import Columns
    from usjp_reader.gui.text_offsets import TextOffsets

_GAP = 10
"""Pixels between a mark and the text."""
_EDGE = 4


def page_words(label: str) -> str:
    """What a page is called in the margin."""
    return QCoreApplication.translate("Pages", "p. {page}").format(page=label)


def page_starting(
    pages: Sequence[PageLabel], lines: Sequence[ShownLine], at: int
) -> PageLabel | None:
    """The last of the pages that begin in a shown line, or in lines before it that are not shown.

    Args:
        pages: In order.
        lines: All lines of the text.
        at: Index of a line that is shown and not empty.
    """
    before = at - 1
    while before >= 0 and (not lines[before].is_shown or lines[before].kind is None):
        before -= 1
    start = lines[before].span.end if before >= 0 else -1
    first = bisect_right(pages, start, key=lambda page: page.start)
    end = bisect_left(pages, max(lines[at].span.end, 1), key=lambda page: page.start)
    return pages[end - 1] if end > first else None


class PagePainter:
    """Writes the labels of pages left of the lines in which they begin."""

    def __init__(
        self,
        pages: Sequence[PageLabel],
        lines: Sequence[ShownLine],
        offsets: TextOffsets,
        font: QFont,
        colour: str,
        place: Columns,
    ) -> None:
        is_told = len(pages) > 1 or any(page.label != "1" for page in pages)
        self._pages = pages if is_told else ()
        self._lines, self._offsets, self._place = lines, offsets, place
        self._font, self._colour = scaled(font, 0.82), QColor(colour)
        self._metrics = QFontMetricsF(self._font)

    def paint(self, painter: QPainter, block: QTextBlock) -> None:
        """Write which page begins in the line of a block, where one does.

        Args:
            painter: In coordinates of the document.
            block: The laid-out block of the line.
        """
        at = block.blockNumber()
        if not self._pages or self._lines[at].kind is None:
            return
        page = page_starting(self._pages, self._lines, at)
        if page is None:
            return
        unit = max(0, self._offsets.unit(page.start) - block.position())
        row = block.layout().lineForTextPosition(unit)
        if row.isValid():
            self._paint_page(painter, block, row, unit, page.label)

    def _paint_page(
        self, painter: QPainter, block: QTextBlock, row: QTextLine, unit: int, label: str
    ) -> None:
        origin = block.layout().position()
        top, height = origin.y() + row.y(), row.height()
        painter.setFont(self._font)
        painter.setPen(self._colour)
        box = QRectF(_EDGE, top, self._place.left - _GAP - _EDGE, height)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, align, self._fitting(label, box.width()))
        if unit > row.textStart():
            # Declared as `object`; PySide gives the place and the unit it belongs to.
            x, _ = cast("tuple[float, int]", row.cursorToX(unit))
            x += origin.x() - 1
            painter.drawLine(QLineF(x, top + height * 0.2, x, top + height * 0.9))

    def _fitting(self, label: str, room: float) -> str:
        """The words for a page, shorter where there is not the room for them."""
        words = page_words(label)
        if self._metrics.horizontalAdvance(words) > room:
            words = label
        return self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
