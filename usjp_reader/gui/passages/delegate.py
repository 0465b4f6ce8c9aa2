"""Paints one passage of the panel: colour bar, quote and article, note and tags below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from usjp_reader.domain.passages import PassageState
from usjp_reader.gui.passages.model import ROW, PassageRow
from usjp_reader.gui.theme.fonts import scaled, text_font
from usjp_reader.gui.theme.marks import mark_colours
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_INDENT, _PAD, _BAR = 18, 6, 3
_ARTICLE_SHARE = 0.3
"""Of the width: what the title of the article may take."""

_MOST = 400
"""Characters that are looked at; no row is as wide."""


class PassageDelegate(QStyledItemDelegate):
    """Two lines a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme

    def row_height(self, font: QFont) -> int:
        """Pixels of one row where the chrome is set in `font`."""
        quote = QFontMetrics(_quote_font(font)).height()
        return quote + QFontMetrics(font).height() + 2 * _PAD + 3

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
        if isinstance(row, PassageRow):
            painter.save()
            self._paint(painter, option, row)
            painter.restore()

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, row: PassageRow) -> None:
        area: QRect = option.rect
        font: QFont = option.font
        state: QStyle.StateFlag = option.state
        self._paint_ground(painter, area, state)
        edge = mark_colours(self._theme).edges[row.passage.colour]
        bar = QRectF(area.left() + 8, area.top() + _PAD, _BAR, area.height() - 2 * _PAD)
        painter.fillRect(bar, edge)
        inner = area.adjusted(_INDENT, _PAD, -12, -_PAD)
        quote_height = QFontMetrics(_quote_font(font)).height()
        first = QRect(inner.left(), inner.top(), inner.width(), quote_height)
        second = inner.adjusted(0, quote_height + 3, 0, 0)
        for words in (row.published, row.title):
            taken = self._write_right(painter, first, font, words)
            first = first.adjusted(0, 0, -taken, 0)
        self._write(painter, first, _quote_font(font), _quote_of(row))
        self._paint_note(painter, second, font, row)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self._theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self._theme.hover))
        painter.fillRect(area.adjusted(0, area.height() - 1, 0, 0), QColor(self._theme.line))

    def _paint_note(self, painter: QPainter, area: QRect, font: QFont, row: PassageRow) -> None:
        passage = row.passage
        left = area
        if passage.state in (PassageState.ORPHAN, PassageState.CHECK):
            is_orphan = passage.state is PassageState.ORPHAN
            words = self.tr("Without a place") if is_orphan else self.tr("Please check")
            left = self._write(painter, left, font, words, self._theme.warning)
        if passage.note:
            note = " ".join(passage.note[:_MOST].split())
            left = self._write(painter, left, font, note)
        tags = "  ".join(f"#{tag}" for tag in passage.tags)
        self._write(painter, left, font, tags, self._theme.muted)

    def _write(
        self, painter: QPainter, area: QRect, font: QFont, words: str, colour: str = ""
    ) -> QRect:
        """Write one elided line; returns what is left of `area` behind it."""
        if not words or area.width() < 20:
            return area
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(QColor(colour or self._theme.ink))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags.value | Qt.TextFlag.TextSingleLine.value, shown)
        return area.adjusted(metrics.horizontalAdvance(shown) + 12, 0, 0, 0)

    def _write_right(self, painter: QPainter, area: QRect, font: QFont, words: str) -> int:
        """Write at the right edge; returns the pixels taken."""
        if not words:
            return 0
        metrics = QFontMetrics(font)
        most = round(area.width() * _ARTICLE_SHARE)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, most)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags.value | Qt.TextFlag.TextSingleLine.value, shown)
        return metrics.horizontalAdvance(shown) + 18


def _quote_font(font: QFont) -> QFont:
    return scaled(text_font(), font.pointSizeF() / text_font().pointSizeF() * 1.08)


def _quote_of(row: PassageRow) -> str:
    return " ".join(row.passage.anchor.exact[:_MOST].split())
