"""A layout that sets widgets in a row and goes on below where the row ends, like words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets left to right, then top to bottom, each as wide as it wants and the row allows."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = 6, row_gap: int | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._row_gap = gap if row_gap is None else row_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item and give it back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return self._arranged(QRect(0, 0, width, 0), is_real=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arranged(rect, is_real=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return self._framed(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return self._framed(width, max((size.height() for size in sizes), default=0))

    def _framed(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arranged(self, rect: QRect, *, is_real: bool) -> int:
        """Place the items in `rect`, or only measure; returns the height."""
        inner = rect.marginsRemoved(self.contentsMargins())
        x, y, row = inner.x(), inner.y(), 0
        waiting: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._shown():
            size = _bounded(item, max(inner.width(), 1))
            if waiting and x + size.width() > inner.x() + inner.width():
                _set_row(waiting, y, row, is_real=is_real)
                x, y, row, waiting = inner.x(), y + row + self._row_gap, 0, []
            waiting.append((item, x, size))
            x += size.width() + self._gap
            row = max(row, size.height())
        _set_row(waiting, y, row, is_real=is_real)
        return y + row - rect.y() + self.contentsMargins().bottom()


def _bounded(item: QLayoutItem, most: int) -> QSize:
    """The size that an item wants; what can wrap its words does so where the row is too narrow."""
    size = item.sizeHint()
    if size.width() <= most:
        return size
    height = item.heightForWidth(most) if item.hasHeightForWidth() else size.height()
    return QSize(most, height)


def _set_row(
    row: list[tuple[QLayoutItem, int, QSize]], y: int, height: int, *, is_real: bool
) -> None:
    if is_real:
        for item, x, size in row:
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
