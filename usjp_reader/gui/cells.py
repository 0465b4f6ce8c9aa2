"""Cells of small tables: with air, and shortened where their words end or in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from collections.abc import Collection


class Cells(QStyledItemDelegate):
    """Cells that begin where the words of their header begin."""

    def __init__(self, paths: Collection[int] = (), parent: QObject | None = None) -> None:
        """Make the delegate.

        Args:
            paths: Columns that are shortened in the middle, as paths should be.
            parent: Its owner.
        """
        super().__init__(parent)
        self._paths = frozenset(paths)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say where a cell is shortened."""
        super().initStyleOption(option, index)
        is_path = index.column() in self._paths
        mode = Qt.TextElideMode.ElideMiddle if is_path else Qt.TextElideMode.ElideRight
        option.textElideMode = mode
        option.rect = option.rect.adjusted(5, 0, -3, 0)
