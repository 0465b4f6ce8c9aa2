"""A tiny bar chart of articles a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

HEIGHT = 28


def filled(per_year: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Counts of every year from the first to the last, years without articles as 0."""
    if not per_year:
        return ()
    counts = dict(per_year)
    return tuple(counts.get(year, 0) for year in range(min(counts), max(counts) + 1))


class YearChart(QWidget):
    """Bars for years; it says nothing that the words beside it do not say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[int, ...] = ()
        self._theme = LIGHT
        self.setFixedHeight(HEIGHT)

    def show_years(self, per_year: Sequence[tuple[int, int]], theme: Theme) -> None:
        """Draw (year, count) pairs."""
        self._counts, self._theme = filled(per_year), theme
        self.setVisible(len(self._counts) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it is allowed to be."""
        return QSize(240, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """One bar a year, at least a pixel tall where there is an article at all."""
        painter = QPainter(self)
        most = max(self._counts, default=0)
        if not most:
            return
        step = min(34.0, self.width() / len(self._counts))
        gap = 1.0 if step > 4 else 0.0
        for at, count in enumerate(self._counts):
            tall = max(2.0, HEIGHT * count / most) if count else 0.0
            bar = QRectF(at * step, HEIGHT - tall, max(1.0, step - gap), tall)
            painter.fillRect(bar, QColor(self._theme.graph))
