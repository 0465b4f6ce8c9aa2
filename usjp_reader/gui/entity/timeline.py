"""The offices of somebody as bars over an axis of years, with the date of the open article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from usjp_reader.domain import clock
from usjp_reader.domain.entities import EntityType
from usjp_reader.gui.articles.plain import one_line, tooltip
from usjp_reader.gui.entity.time_axis import Lane, TimeAxis, axis_of, ends_of, lanes_of
from usjp_reader.gui.entity.words import term_words, terms_words
from usjp_reader.gui.reader.dates import date_words
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.marks import mark_colours
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from usjp_reader.domain.dates import Dated, Days
    from usjp_reader.domain.entity_pages import OfficeTerm

_BAR, _GAP, _SIDE = 9, 9, 8
"""Pixels: a bar, the room below it, and left and right of the axis."""
_LEAST = 3.0
"""Pixels of the shortest bar: even a few days in office are seen."""
_TICK_APART = 56
"""Pixels between two years on the axis, at least."""


class OfficeTimeline(QWidget):
    """One row an office: its name and days, and below them a bar a term; acting ones hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._lanes: tuple[Lane, ...] = ()
        self._terms: tuple[OfficeTerm, ...] = ()
        self._article: Dated | None = None
        self._today = clock.now().date()
        self._axis = TimeAxis(0, 1)
        self.setAccessibleName(self.tr("Offices"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def axis(self) -> TimeAxis:
        """The years that are shown."""
        return self._axis

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The rows that are shown."""
        return self._lanes

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_terms(self, terms: Sequence[OfficeTerm]) -> None:
        """Show the offices of somebody; whoever held none has no time line."""
        self._terms, self._lanes = tuple(terms), lanes_of(terms)
        self._today = clock.now().date()
        self._place()
        told = [f"{lane.name}: {self._told(lane)}" for lane in self._lanes]
        self.setAccessibleDescription("; ".join(told))
        self.setVisible(bool(terms))

    def show_article(self, published: Dated | None) -> None:
        """Draw a line at the date of the open article, as wide as the date; or none."""
        self._article = published if published is not None and published.value else None
        self._place()

    def _article_days(self) -> Days | None:
        return self._article.value.days if self._article and self._article.value else None

    def _place(self) -> None:
        days = self._article_days()
        self._axis = axis_of(self._terms, self._today, days.earliest if days else None)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as its rows, the line that names the article, and the axis."""
        rows = len(self._lanes) * self._row_height()
        return QSize(420, self._head() + rows + self._small().height() + 6)

    def _small(self) -> QFontMetrics:
        return QFontMetrics(scaled(self.font(), 0.88))

    def _head(self) -> int:
        return self._small().height() + 4 if self._article is not None else 0

    def _row_height(self) -> int:
        return QFontMetrics(self.font()).height() + 3 + _BAR + _GAP

    def _x(self, day: date) -> float:
        return _SIDE + self._axis.share(day) * (self.width() - 2 * _SIDE)

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the axis, the rows, and the line of the article above all."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter)
        days = self._article_days()
        if days is not None:
            self._paint_article(painter, days)
        for row, lane in enumerate(self._lanes):
            self._paint_lane(painter, lane, self._head() + row * self._row_height())

    def _paint_axis(self, painter: QPainter) -> None:
        metrics = self._small()
        bottom = self.height() - metrics.height() - 4
        painter.setFont(scaled(self.font(), 0.88))
        most = max(2, (self.width() - 2 * _SIDE) // _TICK_APART)
        for year in self._axis.ticks(most):
            x = round(_SIDE + self._place_of_year(year)) + 0.5
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.drawLine(QPointF(x, self._head()), QPointF(x, bottom))
            painter.setPen(QColor(self._theme.muted))
            words = str(year)
            left = x - metrics.horizontalAdvance(words) / 2
            left = min(max(0.0, left), self.width() - metrics.horizontalAdvance(words))
            painter.drawText(QPointF(left, bottom + metrics.ascent() + 3), words)
        painter.setPen(QPen(QColor(self._theme.outline), 1))
        painter.drawLine(QPointF(_SIDE, bottom + 0.5), QPointF(self.width() - _SIDE, bottom + 0.5))

    def _place_of_year(self, year: int) -> float:
        share = (year - self._axis.first) / (self._axis.last - self._axis.first)
        return share * (self.width() - 2 * _SIDE)

    def _paint_lane(self, painter: QPainter, lane: Lane, top: int) -> None:
        metrics = QFontMetrics(self.font())
        self._paint_words(painter, lane, top)
        bar_top = top + metrics.height() + 3
        colour = mark_colours(self._theme).entities[EntityType.PERSON]
        for term in sorted(lane.terms, key=lambda one: one.is_acting):
            first, last = ends_of(term, self._today)
            left = self._x(first) if first else float(_SIDE)
            right = self._x(last) if last else float(self.width() - _SIDE)
            bar = QRectF(left, bar_top, max(_LEAST, right - left), _BAR)
            painter.setPen(QPen(colour, 1) if term.is_acting else Qt.PenStyle.NoPen)
            pattern = Qt.BrushStyle.BDiagPattern if term.is_acting else Qt.BrushStyle.SolidPattern
            painter.setBrush(QBrush(colour, pattern))
            painter.drawRect(bar)

    def _paint_words(self, painter: QPainter, lane: Lane, top: int) -> None:
        """The office and its days, on the ground of the window: no line runs through words."""
        metrics, room = QFontMetrics(self.font()), self.width() - 2 * _SIDE
        days = terms_words(lane.terms)
        taken = min(metrics.horizontalAdvance(days), room // 2)
        right = Qt.TextElideMode.ElideRight
        name = metrics.elidedText(one_line(lane.name), right, room - taken - _GAP)
        wide = metrics.horizontalAdvance(name)
        rest = room - wide - _GAP
        days = metrics.elidedText(days, right, rest)
        back = QRectF(0, top, _SIDE + wide + _GAP + metrics.horizontalAdvance(days) + 4, 0)
        back.setHeight(metrics.height())
        painter.fillRect(back, QColor(self._theme.window))
        painter.setFont(self.font())
        baseline = top + metrics.ascent()
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(QPointF(_SIDE, baseline), name)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QPointF(_SIDE + wide + _GAP, baseline), days)

    def _paint_article(self, painter: QPainter, days: Days) -> None:
        metrics = self._small()
        left, right = round(self._x(days.earliest)) + 0.5, round(self._x(days.latest)) + 0.5
        top, bottom = metrics.height() + 1, self.height() - metrics.height() - 4
        colour = QColor(self._theme.warning)
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine))
        for x in {left, right} if right - left > _LEAST else {left}:
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        words = self.article_words()
        wide, middle = metrics.horizontalAdvance(words), (left + right) / 2
        start = min(max(_SIDE, middle - wide / 2), self.width() - _SIDE - wide)
        painter.setFont(scaled(self.font(), 0.88))
        painter.drawText(QPointF(start, metrics.ascent()), words)

    def article_words(self) -> str:
        """What stands above the line of the article; an arrow where it lies beyond the axis."""
        days = self._article_days()
        if self._article is None or days is None:
            return ""
        date = date_words(self._article, short=True)
        words = self.tr("open article, {date}").format(date=date)
        if self._axis.holds(days.earliest):
            return words
        return f"← {words}" if days.earliest.year < self._axis.first else f"{words} →"

    # -- what is under the pointer ---------------------------------------------------------------

    def lane_at(self, y: float) -> Lane | None:
        """The row at a height in pixels, or None."""
        at = int((y - self._head()) // self._row_height())
        return self._lanes[at] if 0 <= at < len(self._lanes) else None

    def event(self, event: QEvent) -> bool:
        """Say all terms of the office under the pointer, to the day."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            lane = self.lane_at(event.pos().y())
            words = f"{lane.name}\n{self._told(lane)}" if lane else ""
            QToolTip.showText(event.globalPos(), tooltip(words), self)
            return True
        return super().event(event)

    def _told(self, lane: Lane) -> str:
        return "\n".join(term_words(term) for term in lane.terms)
