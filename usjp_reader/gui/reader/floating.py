"""Small cards that lie over the text: how they look and where they find room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QLabel

from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

EDGE = 8


def beside(anchor: QRect, size: QSize, room: QRect, gap: int = 6) -> QPoint:
    """Where something of `size` goes: below `anchor`, above it if it must, always inside `room`."""
    below, above = anchor.bottom() + gap, anchor.top() - gap - size.height()
    fits_below = below + size.height() <= room.bottom() - EDGE
    y = below if fits_below or above < room.top() + EDGE else above
    y = max(room.top() + EDGE, min(y, room.bottom() - EDGE - size.height()))
    x = max(room.left() + EDGE, min(anchor.left(), room.right() - EDGE - size.width()))
    return QPoint(x, y)


class FloatingCard(QFrame):
    """A frame with a soft shadow over its parent. Esc closes it."""

    closed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._anchor = QRect()
        with_look(self, "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 5)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.hide()

    def show_beside(self, anchor: QRect) -> None:
        """Show it next to `anchor`, in pixels of the parent."""
        self._anchor = anchor
        self.adjustSize()
        layout, width = self.layout(), self.minimumWidth()
        if layout is not None and layout.hasHeightForWidth() and width == self.maximumWidth():
            self.resize(width, layout.totalHeightForWidth(width))
        self.move(beside(anchor, self.size(), self._over.rect()))
        self.show()
        self.raise_()

    def width_at_most(self, wanted: int) -> int:
        """`wanted` pixels, or as many as there is room for."""
        return min(wanted, self._over.width() - 2 * EDGE)

    def fit_again(self) -> None:
        """Give it the room it needs now, where it is."""
        if not self.isHidden():
            self.show_beside(self._anchor)

    def dismiss(self) -> bool:
        """Hide it; returns whether it was there."""
        if self.isHidden():
            return False
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.hide()
        if had_focus:
            self._over.setFocus()
        self.closed.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer came."""
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went."""
        super().leaveEvent(event)
        self.left.emit()


def plain_label(look: str = "", *, wraps: bool = True) -> QLabel:
    """A label that takes its words as they are."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return with_look(label, look) if look else label
