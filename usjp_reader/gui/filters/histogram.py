"""The years of publication as bars; a stretch of them can be chosen by dragging or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from usjp_reader.gui.articles.dates import days_words
from usjp_reader.gui.articles.plain import articles_words, tooltip
from usjp_reader.gui.filters.year_bars import Bar, bar_at, bar_of, bars, days_of, is_within
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from usjp_reader.domain.dates import Days

_BARS_HEIGHT = 44
_LEAST = 2.0
"""A bar of one article is still to be seen."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Histogram(QWidget):
    """Bars over an axis of years. Knows no query: it is told what is chosen and says what was."""

    years_brushed = Signal(object)
    """The `Days` the reader chose, or None where the choice was taken back."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._years: tuple[tuple[int, int], ...] = ()
        self._doubtful = 0
        self._axis: tuple[int, int] | None = None
        self._brushed: Days | None = None
        self._shaded: tuple[Days, ...] = ()
        self._drag: tuple[int, int] | None = None
        self._cursor: int | None = None
        self._anchor: int | None = None
        self._bars: tuple[Bar, ...] = ()
        self._prepare()

    def _prepare(self) -> None:
        self.setAccessibleName(self.tr("Articles per year of publication"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    # -- what is shown ---------------------------------------------------------------------

    def set_years(
        self, years: tuple[tuple[int, int], ...], doubtful: int, axis: tuple[int, int] | None
    ) -> None:
        """Show (year, count) pairs over an axis from a first to a last year.

        Args:
            years: Pairs in order of years.
            doubtful: Articles left out because their date spans years.
            axis: First and last year shown, or None when there is nothing to show.
        """
        self._years, self._doubtful, self._axis = years, doubtful, axis
        self._arrange()

    def set_chosen(self, brushed: Days | None, shaded: tuple[Days, ...] = ()) -> None:
        """Mark the days that were brushed, or else the ranges of the chosen eras."""
        self._brushed, self._shaded = brushed, shaded
        self._describe()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self._theme = theme
        self.update()

    def bars(self) -> tuple[Bar, ...]:
        """The bars as they are drawn now, from left to right."""
        return self._bars

    def sizeHint(self) -> QSize:
        """Bars and the years below them."""
        return QSize(200, _BARS_HEIGHT + self._label_height())

    def minimumSizeHint(self) -> QSize:
        """As tall as it is, as narrow as may be."""
        return QSize(60, self.sizeHint().height())

    def _arrange(self) -> None:
        first, last = self._axis or (0, -1)
        self._bars = bars(self._years, first, last, self.width()) if self._axis else ()
        self._cursor = self._anchor = self._drag = None
        self._describe()
        self.update()

    def _label_height(self) -> int:
        return round(QFontMetricsF(scaled(self.font(), 0.85)).height()) + 2

    def _describe(self) -> None:
        self.setAccessibleDescription(" ".join(self._sentences()))

    def _sentences(self) -> list[str]:
        if not self._bars:
            return [self.tr("No article has a year.")]
        tallest = max(self._bars, key=lambda bar: bar.count)
        said = [self.tr("{first} to {last}.").format(first=self._axis_at(0), last=self._axis_at(1))]
        said.append(self.tr("Most in {y}: {n}.").format(y=tallest.words, n=tallest.count))
        if self._doubtful:
            one = self._doubtful == 1
            more = (
                self.tr("1 more spans several years.")
                if one
                else self.tr("{n} more span several years.")
            )
            said.append(more.format(n=self._doubtful))
        if self._brushed:
            said.append(self.tr("Chosen: {years}.").format(years=days_words(self._brushed)))
        said.append(self.tr("Arrow keys move, Shift extends, Enter chooses, Escape takes back."))
        return said

    def _axis_at(self, end: int) -> int:
        return self._axis[end] if self._axis else 0

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars, the axis and the years at its ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tallest = max((bar.count for bar in self._bars), default=0)
        for number, bar in enumerate(self._bars):
            self._paint_bar(painter, number, bar, tallest)
        self._paint_axis(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_bar(self, painter: QPainter, number: int, bar: Bar, tallest: int) -> None:
        box = self._box(number)
        colour = QColor(self._theme.accent if self._is_marked(number) else self._theme.muted)
        if not self._is_marked(number):
            colour.setAlphaF(0.45)
        if self._drag_covers(number) or number == self._cursor:
            ground = QColor(self._theme.selection)
            painter.fillRect(box.adjusted(-0.5, 0, 0.5, 0), ground)
        if bar.count and tallest:
            height = max(bar.count / tallest * (_BARS_HEIGHT - 4), _LEAST)
            painter.fillRect(
                QRectF(box.left(), _BARS_HEIGHT - height, max(box.width() - 1, 1.5), height), colour
            )

    def _paint_axis(self, painter: QPainter) -> None:
        line = QColor(self._theme.outline)
        painter.fillRect(QRectF(0, _BARS_HEIGHT, self.width(), 1), line)
        if not self._bars:
            return
        painter.setFont(scaled(self.font(), 0.85))
        painter.setPen(QColor(self._theme.muted))
        room = QRectF(0, _BARS_HEIGHT + 2, self.width(), self._label_height())
        first, last = self._bars[0].first, self._axis_at(1)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, str(self._axis_at(0)))
        if first != last:
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(last))
        if last - first >= 4 and self.width() > 150:
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, self._middle_words())

    def _middle_words(self) -> str:
        if self._brushed is not None:
            return days_words(self._brushed)
        if self._doubtful:
            return self.tr("+{n} across years").format(n=self._doubtful)
        return str((self._axis_at(0) + self._axis_at(1)) // 2)

    def _box(self, number: int) -> QRectF:
        step = self.width() / max(len(self._bars), 1)
        return QRectF(number * step, 0, step, _BARS_HEIGHT)

    def _is_marked(self, number: int) -> bool:
        if self._drag is not None:
            return self._drag_covers(number)
        ranges = (self._brushed,) if self._brushed else self._shaded
        return is_within(self._bars[number], ranges)

    def _drag_covers(self, number: int) -> bool:
        return self._drag is not None and min(self._drag) <= number <= max(self._drag)

    # -- what the reader does --------------------------------------------------------------

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Other bars fit now."""
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose."""
        if event.button() is Qt.MouseButton.LeftButton and self._bars:
            number = self._number_at(event.position())
            self._drag = (number, number)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose as far as the pointer has come."""
        if self._drag is not None:
            self._drag = (self._drag[0], self._number_at(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what was chosen; a click on what is chosen takes it back."""
        if self._drag is not None and event.button() is Qt.MouseButton.LeftButton:
            drag, self._drag = self._drag, None
            self._choose(*drag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the bars and choose."""
        key = event.key()
        if not self._bars:
            super().keyPressEvent(event)
        elif key in _STEPS:
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(_STEPS[Qt.Key(key)], extends)
        elif key in _CHOOSES and self._cursor is not None:
            self._choose(self._cursor if self._anchor is None else self._anchor, self._cursor)
        elif key == Qt.Key.Key_Escape and (self._cursor is not None or self._brushed):
            self._leave()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what a bar stands for."""
        if event.type() is QEvent.Type.ToolTip and self._bars:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            number = self._number_at(QPointF(help_event.pos()))
            QToolTip.showText(help_event.globalPos(), tooltip(self._told(self._bars[number])), self)
            return True
        return super().event(event)

    def _told(self, bar: Bar) -> str:
        lines = [
            self.tr("{years}: {articles}").format(
                years=bar.words, articles=articles_words(bar.count)
            )
        ]
        if self._doubtful:
            lines.append(
                self.tr("Not shown, because the date spans years: {articles}").format(
                    articles=articles_words(self._doubtful)
                )
            )
        return "\n".join(lines)

    def _number_at(self, point: QPointF) -> int:
        return bar_at(self._bars, point.x(), self.width())

    def _choose(self, first: int, last: int) -> None:
        days = days_of(self._bars[first], self._bars[last])
        self._brushed = None if days == self._brushed else days
        self._cursor = self._anchor = None
        self._describe()
        self.update()
        self.years_brushed.emit(self._brushed)

    def _move(self, by: int, extends: bool) -> None:
        start = self._start() if self._cursor is None else self._cursor + by
        if extends and self._anchor is None:
            self._anchor = self._cursor if self._cursor is not None else start
        self._cursor = min(max(start, 0), len(self._bars) - 1)
        if not extends:
            self._anchor = None
        self._drag = (self._anchor, self._cursor) if self._anchor is not None else None
        self.setAccessibleDescription(self._told(self._bars[self._cursor]))
        self.update()

    def _start(self) -> int:
        return bar_of(self._bars, self._brushed.earliest.year) if self._brushed else 0

    def _leave(self) -> None:
        was_pointing = self._cursor is not None
        self._cursor = self._anchor = self._drag = None
        if not was_pointing:
            self._brushed = None
            self.years_brushed.emit(None)
        self._describe()
        self.update()
