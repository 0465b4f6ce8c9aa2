"""Paints one entity: its names and years, and below them what it was on the article's date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from usjp_reader.gui.naming.choices_model import ROW, ChoiceRow
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.marks import mark_colours
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_PAD, _DOT, _GAP = 5, 7, 9


class ChoiceDelegate(QStyledItemDelegate):
    """Two lines a row, behind a dot in the colour of the type."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme

    def row_height(self, font: QFont) -> int:
        """Pixels of one row."""
        return QFontMetrics(font).height() + QFontMetrics(_small(font)).height() + 2 * _PAD

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """All rows are of one height."""
        return QSize(200, self.row_height(option.font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row = index.data(ROW)
        if isinstance(row, ChoiceRow):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, option, row)
            painter.restore()

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, row: ChoiceRow) -> None:
        area, font = option.rect, option.font
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self._theme.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self._theme.hover))
        inner = area.adjusted(_GAP, _PAD, -_GAP, -_PAD)
        height = QFontMetrics(font).height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_colours(self._theme).entities[row.type])
        middle = inner.top() + height / 2
        painter.drawEllipse(QRectF(inner.left(), middle - _DOT / 2, _DOT, _DOT))
        inner.adjust(_DOT + _GAP, 0, 0, 0)
        first = QRect(inner.left(), inner.top(), inner.width(), height)
        self._write_names(painter, self._write_years(painter, first, font, row), font, row)
        second = inner.adjusted(0, height, 0, 0)
        self._write(painter, second, _small(font), row.about, self._theme.muted)

    def _write_years(self, painter: QPainter, area: QRect, font: QFont, row: ChoiceRow) -> QRect:
        """Write at the right edge; returns what is left for the names."""
        present = self.tr("linked now") if row.is_present else ""
        words = " · ".join(filter(None, (present, row.years)))
        if not words:
            return area
        right = Qt.AlignmentFlag.AlignRight
        taken = self._write(painter, area, _small(font), words, self._theme.muted, right)
        return area.adjusted(0, 0, -taken - _GAP, 0)

    def _write_names(self, painter: QPainter, area: QRect, font: QFont, row: ChoiceRow) -> None:
        bold = scaled(font, 1.0, QFont.Weight.DemiBold)
        taken = self._write(painter, area, bold, row.name, self._theme.ink)
        rest = area.adjusted(taken + _GAP, 0, 0, 0)
        if row.other and rest.width() > 2 * _GAP:
            self._write(painter, rest, font, row.other, self._theme.muted)

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        words: str,
        colour: str,
        edge: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> int:
        """Write one line, shortened where it must be; returns the pixels it took."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        flags = edge | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags.value | Qt.TextFlag.TextSingleLine.value, shown)
        return metrics.horizontalAdvance(shown)


def _small(font: QFont) -> QFont:
    return scaled(font, 0.9)
