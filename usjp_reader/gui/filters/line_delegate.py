"""Paints the lines of the sidebar: square, name, years, count; names are shortened, not cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from usjp_reader.gui.articles.plain import one_line
from usjp_reader.gui.filters.line_model import LINE
from usjp_reader.gui.filters.values import Line, Mark
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.marks import mark_colours

if TYPE_CHECKING:
    from usjp_reader.gui.theme.themes import Theme

_EDGE = 7.0
"""Between the edge of a line and its words."""
_SQUARE = 8.0
_GAP = 8.0
_APART = 12.0
_VERTICAL = Qt.AlignmentFlag.AlignVCenter


class LineDelegate(QStyledItemDelegate):
    """Lines of one height."""

    def __init__(self, theme: Theme, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_look(theme, font)

    def set_look(self, theme: Theme, font: QFont) -> None:
        """Paint in another theme or font."""
        self._theme = theme
        self._font = scaled(font, 0.95)
        self._bold = scaled(font, 0.95, QFont.Weight.DemiBold)
        self._struck = QFont(self._font)
        self._struck.setStrikeOut(True)
        self._small = scaled(font, 0.9)
        self._height = round(QFontMetricsF(font).height() * 1.38)
        self._colours = mark_colours(theme).entities

    @property
    def row_height(self) -> int:
        """The height of every line, in pixels."""
        return self._height

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """The width there is, and the one height."""
        return QSize(option.rect.width(), self._height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        line = index.data(LINE)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        self._paint_ground(painter, box, line, option.state)
        words = box.adjusted(_EDGE + (_APART if line.is_apart else 0), 0, -_EDGE, 0)
        words.setLeft(words.left() + self._paint_square(painter, words, line))
        words.setRight(words.right() - self._paint_count(painter, words, line))
        self._paint_name(painter, words, line)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, line: Line, state: QStyle.StateFlag
    ) -> None:
        theme, box = self._theme, box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if line.mark is not Mark.OFF:
            painter.setBrush(QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.hover))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1.2))
        painter.drawRoundedRect(box, 5, 5)

    def _paint_square(self, painter: QPainter, box: QRectF, line: Line) -> float:
        """Paint the square of the type; the room it takes."""
        if line.square is None:
            return 0.0
        square = QRectF(box.left(), box.center().y() - _SQUARE / 2, _SQUARE, _SQUARE)
        colour = QColor(self._colours[line.square])
        colour.setAlphaF(0.45 if line.is_empty else 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(square, 2, 2)
        return _SQUARE + _GAP

    def _paint_count(self, painter: QPainter, box: QRectF, line: Line) -> float:
        """Paint the count at the right; the room it takes."""
        painter.setFont(self._small)
        painter.setPen(QColor(self._theme.muted))
        words = line.count_words
        painter.drawText(box, _VERTICAL | Qt.AlignmentFlag.AlignRight, words)
        return QFontMetricsF(self._small).horizontalAdvance(words) + _GAP

    def _paint_name(self, painter: QPainter, box: QRectF, line: Line) -> None:
        font = {Mark.WANTED: self._bold, Mark.UNWANTED: self._struck}.get(line.mark, self._font)
        is_faded = line.is_empty and line.mark is Mark.OFF
        metrics = QFontMetricsF(font)
        years = f" · {line.years}" if line.years else ""
        room = box.width() - metrics.horizontalAdvance(years)
        name = metrics.elidedText(one_line(line.name), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted if is_faded else self._theme.ink))
        painter.drawText(box, _VERTICAL | Qt.AlignmentFlag.AlignLeft, name + years)
