"""The strip beside the scroll bar: where in the text mentions, hits and passages lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

WIDTH = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """Something at a height of the text.

    Attributes:
        at: Where, 0 at the top of the text and 1 at its end.
        colour: What it is drawn in, `#rrggbb`.
        lane: 0 passages, 1 mentions, 2 hits: side by side, so that none hides another.
    """

    at: float
    colour: str
    lane: int


class MarksStrip(QWidget):
    """Draws ticks; a click tells which height of the text was meant."""

    jumped = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: tuple[Tick, ...] = ()
        self._theme = LIGHT
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Where mentions, hits and passages lie"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """What is drawn."""
        return self._ticks

    def set_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show other marks."""
        self._ticks = tuple(ticks)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw on the paper of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(WIDTH, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """One short line a tick; those of one colour at one height once."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        span = self.height() - 4
        drawn: set[tuple[int, int, str]] = set()
        for tick in self._ticks:
            y = round(tick.at * span)
            if (y, tick.lane, tick.colour) not in drawn:
                drawn.add((y, tick.lane, tick.colour))
                left, width = ((1, 4), (5, 3), (8, 3))[tick.lane]
                painter.fillRect(QRectF(left, y, width, 2), QColor(tick.colour))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the nearest tick within reach, else to the height itself."""
        at = event.position().y() / max(1, self.height() - 4)
        near = min(self._ticks, key=lambda tick: abs(tick.at - at), default=None)
        is_near = near is not None and abs(near.at - at) * self.height() < 6
        self.jumped.emit(near.at if near is not None and is_near else min(1.0, at))
