"""Mentions in context, one below the other so that the names stand in a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from usjp_reader.domain.entities import EntityType
from usjp_reader.gui.articles.dates import date_words
from usjp_reader.gui.articles.plain import one_line
from usjp_reader.gui.entity.mentions_model import LINE, MentionsModel
from usjp_reader.gui.theme.fonts import scaled, text_font
from usjp_reader.gui.theme.marks import mark_colours
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.entity_pages import MentionInContext

_BEFORE = 0.42
"""Share of the width left of the names."""
_PAD = 10
_WIDEST = "2009年12月29日 ≈"
"""A date that takes as much room as most."""


class MentionDelegate(QStyledItemDelegate):
    """What stands before, the name in the colour of its type, what stands behind, the date."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.type = EntityType.PERSON

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """All rows are of one height, in whatever script."""
        return QSize(200, QFontMetrics(option.font).height() + 9)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        line: MentionInContext | None = index.data(LINE)
        if line is None:
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.theme.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self.theme.hover))
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        self._paint_context(painter, self._paint_date(painter, area, option.font, line), line)
        painter.restore()

    def _paint_date(
        self, painter: QPainter, area: QRect, font: QFont, line: MentionInContext
    ) -> QRect:
        """Write the date at the right edge; returns what is left of the row."""
        small = scaled(font, 0.9)
        metrics = QFontMetrics(small)
        # As wide in every row, or the names would not stand below each other.
        wide = min(metrics.horizontalAdvance(_WIDEST), area.width() // 3)
        words = date_words(line.article.published, line.article.language)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
        place = QRect(area.right() - wide, area.top(), wide, area.height())
        _write(painter, place, small, self.theme.muted, shown, Qt.AlignmentFlag.AlignLeft)
        return area.adjusted(0, 0, -(wide + _PAD), 0)

    def _paint_context(self, painter: QPainter, area: QRect, line: MentionInContext) -> None:
        font = text_font("", 11)
        metrics, bold = QFontMetrics(font), scaled(font, 1.0, QFont.Weight.Bold)
        before = QRect(area.left(), area.top(), round(area.width() * _BEFORE), area.height())
        words = metrics.elidedText(
            one_line(line.before), Qt.TextElideMode.ElideLeft, before.width()
        )
        _write(painter, before, font, self.theme.muted, words, Qt.AlignmentFlag.AlignRight)
        left = before.right() + 1
        room = QRect(left, area.top(), area.right() - left, area.height())
        name = QFontMetrics(bold).elidedText(
            one_line(line.words), Qt.TextElideMode.ElideRight, room.width()
        )
        colour = mark_colours(self.theme).entities[self.type].name()
        _write(painter, room, bold, colour, name, Qt.AlignmentFlag.AlignLeft)
        after = room.adjusted(QFontMetrics(bold).horizontalAdvance(name), 0, 0, 0)
        words = metrics.elidedText(one_line(line.after), Qt.TextElideMode.ElideRight, after.width())
        _write(painter, after, font, self.theme.muted, words, Qt.AlignmentFlag.AlignLeft)


def _write(
    painter: QPainter, area: QRect, font: QFont, colour: str, words: str, edge: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    flags = edge | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, flags.value | Qt.TextFlag.TextSingleLine.value, words)


class MentionsList(QListView):
    """A click or Enter goes to the place of a mention."""

    opened = Signal(object)
    """A `MentionInContext` is to be shown in its article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mentions = MentionsModel(self)
        self._delegate = MentionDelegate(self)
        self.setModel(self.mentions)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("All mentions"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._delegate.theme = theme
        self.viewport().update()

    def begin(self, type: EntityType) -> None:  # noqa: A002
        """Show the mentions of another entity, of this type."""
        self._delegate.type = type
        self.mentions.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is current."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what is under it."""
        super().mouseReleaseEvent(event)
        point: QPoint = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self.viewport().rect().contains(point):
            self._open(self.indexAt(point))

    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None:
            self.opened.emit(line)
