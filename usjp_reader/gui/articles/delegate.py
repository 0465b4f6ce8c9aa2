"""Paints the rows of the article list: dot and title, date and source, snippet with its hits."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from usjp_reader.gui.articles.model import ROW
from usjp_reader.gui.articles.typeset import ICON, LEFT, RIGHT, RowFonts, RowWords, SetRow, set_row
from usjp_reader.gui.icons import pixmap
from usjp_reader.gui.theme.marks import mark_colours

if TYPE_CHECKING:
    from usjp_reader.domain.articles import ArticleRow
    from usjp_reader.gui.theme.themes import Theme

KEPT = 200
"""Rows kept laid out: several windows full."""

_DOT = 3.5


class ArticleDelegate(QStyledItemDelegate):
    """Rows of one height; laying out is done once a row, painting many times."""

    def __init__(self, theme: Theme, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[str, SetRow] = OrderedDict()
        self.set_look(theme, font)

    def set_look(self, theme: Theme, font: QFont) -> None:
        """Paint in another theme or font."""
        self._theme, self._fonts = theme, RowFonts.of(font)
        self._ink, self._muted = QColor(theme.ink), QColor(theme.muted)
        self._hit = QTextCharFormat()
        self._hit.setBackground(mark_colours(theme).hit)
        self._hit.setForeground(self._ink)
        self._kept.clear()

    @property
    def row_height(self) -> int:
        """The height of every row, in pixels."""
        return self._fonts.row_height

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """The width there is, and the one height."""
        return QSize(option.rect.width(), self.row_height)

    def star_box(self, row: QRectF) -> QRectF:
        """Where the star of a row is painted and clicked."""
        top = row.top() + self._fonts.first_baseline - ICON + 2
        return QRectF(row.right() - RIGHT - ICON + 2, top, ICON, ICON)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setClipRect(option.rect)
        self._paint_ground(painter, box, option.state)
        if row is not None:
            self._paint_row(painter, box, self._set(row, int(box.width())), option.state)
        painter.restore()

    def _set(self, row: ArticleRow, width: int) -> SetRow:
        known = self._kept.get(row.uid)
        if known is not None and known.row is row and known.width == width:
            self._kept.move_to_end(row.uid)
            return known
        minutes = self.tr("{n} min").format(n=row.minutes)
        if row.versions > 1:
            one = row.versions == 2
            others = self.tr("+1 version") if one else self.tr("+{n} versions")
            others = others.format(n=row.versions - 1)
            minutes = f"{minutes} · {others}"
        words = RowWords(minutes, self.tr("Specimen"), self._hit)
        made = set_row(row, width, self._fonts, words)
        self._kept[row.uid] = made
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        theme = self._theme
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(box, QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.hover))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.line))
        if state & QStyle.StateFlag.State_HasFocus:
            bar = QRectF(box.left(), box.top(), 3, box.height() - 1)
            painter.fillRect(bar, QColor(theme.accent))

    def _paint_row(
        self, painter: QPainter, box: QRectF, words: SetRow, state: QStyle.StateFlag
    ) -> None:
        origin = box.topLeft()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if words.row.is_unread:
            self._paint_dot(painter, origin)
        words.title.draw(painter, origin, self._ink)
        words.date.draw(painter, origin, self._muted)
        for line in words.snippet:
            line.draw(painter, origin, self._muted)
        if words.tag is not None:
            self._paint_tag(painter, origin, words)
        self._paint_icons(painter, box, words.row, bool(state & QStyle.StateFlag.State_MouseOver))

    def _paint_dot(self, painter: QPainter, origin: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        middle = self._fonts.first_baseline - 4.5
        painter.drawEllipse(origin + QPointF(LEFT / 2 + 1, middle), _DOT, _DOT)

    def _paint_tag(self, painter: QPainter, origin: QPointF, words: SetRow) -> None:
        if words.tag is None:
            return
        painter.setPen(QPen(QColor(self._theme.outline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(words.tag_box.translated(origin), 4, 4)
        words.tag.draw(painter, origin, self._muted)

    def _paint_icons(
        self, painter: QPainter, box: QRectF, row: ArticleRow, is_hovered: bool
    ) -> None:
        place = self.star_box(box)
        if row.is_starred:
            self._paint_icon(painter, "star-filled", self._theme.star, place)
        elif is_hovered:
            self._paint_icon(painter, "star", self._theme.muted, place)
        if row.has_passages:
            beside = place.translated(-(ICON + 5), 0)
            self._paint_icon(painter, "pen", self._theme.muted, beside)

    def _paint_icon(self, painter: QPainter, name: str, colour: str, box: QRectF) -> None:
        device = painter.device()
        density = device.devicePixelRatioF() if device is not None else 1.0
        painter.drawPixmap(box.topLeft(), pixmap(name, colour, int(ICON), density))
