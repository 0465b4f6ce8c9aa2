"""All that was said of names as the rows of a table, and those of them that hold some words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from usjp_reader.gui.articles.plain import tooltip
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.gui.naming.told_rows import ToldRow

_ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
WHEN = 3
"""The column that is sorted by time rather than by its words."""


class ToldModel(QAbstractTableModel):
    """What, whom, where, when, by whom."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ToldRow, ...] = ()

    def show_rows(self, rows: Sequence[ToldRow]) -> None:
        """Show what is said now."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """One row for each thing that was said."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Five columns."""
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """What the columns are called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("You said"),
                self.tr("Whom"),
                self.tr("Where"),
                self.tr("When"),
                self.tr("By"),
            )[section]
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Words of a cell, the row, and what it is sorted by."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        if role == ROW:
            return row
        if role == SORT:
            return row.told.modified if column == WHEN else folded(row.words[column])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(row.words[column])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words[column]
        return None


class ToldFilter(QSortFilterProxyModel):
    """The rows that hold every word that was typed, in any column, in the order that is wanted."""

    def __init__(self, model: ToldModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: list[str] = []
        self._model = model
        self.setSortRole(SORT)
        self.setSourceModel(model)

    def find(self, words: str) -> None:
        """Show the rows that hold some words."""
        self._wanted = folded(words).split()
        self.invalidate()

    def rows(self, indexes: Sequence[QModelIndex]) -> list[ToldRow]:
        """What stands in some rows of this view."""
        return [self._model.rows[self.mapToSource(index).row()] for index in indexes]

    def filterAcceptsRow(
        self,
        source_row: int,
        source_parent: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> bool:
        """Whether a row holds all the words."""
        words = folded(" ".join(self._model.rows[source_row].words))
        return all(word in words for word in self._wanted)
