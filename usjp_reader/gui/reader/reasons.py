"""Paints behind each unfolded line of page furniture which rule caught it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF

from usjp_reader.gui.reader.line_words import rule_name
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter, QTextBlock

    from usjp_reader.domain.texts import Line
    from usjp_reader.gui.reader.typesetting import Columns

_GAP = 24
"""At least this many pixels lie between a line and its reason."""


class ReasonPainter:
    """Writes the names of rules at the right edge of the text, where lines leave room for them."""

    def __init__(self, font: QFont, colour: str, place: Columns) -> None:
        self._font, self._colour, self._place = scaled(font, 0.82), QColor(colour), place
        self._metrics = QFontMetricsF(self._font)

    def paint(self, painter: QPainter, block: QTextBlock, line: Line | None) -> None:
        """Write why a line is page furniture; nothing where it is text or fills its row.

        Args:
            painter: In coordinates of the document.
            block: The laid-out block of the line.
            line: The line; None for an empty one.
        """
        if line is None or line.is_content or not block.layout().lineCount():
            return
        row = block.layout().lineAt(0)
        words = rule_name(line.rule)
        room = self._place.text - row.x() - row.naturalTextWidth() - _GAP
        if self._metrics.horizontalAdvance(words) > room:
            return
        top = block.layout().position().y() + row.y()
        box = QRectF(self._place.left, top, self._place.text, row.height())
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
