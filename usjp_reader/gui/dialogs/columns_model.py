"""The first rows of a table, under the names of its columns and what these are said to mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from usjp_reader.gui.articles.plain import one_line, tooltip

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOWHERE = QModelIndex()
_SHOWN = 120


class ColumnsModel(QAbstractTableModel):
    """Cells of plain text; the heading of a column has a second line with its meaning."""

    def __init__(
        self,
        columns: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows = rows
        self._meanings: dict[str, str] = {}

    def show_meanings(self, meanings: Mapping[str, str]) -> None:
        """Write below the name of a column what it means.

        Args:
            meanings: What is written, by the name of the column.
        """
        self._meanings = dict(meanings)
        last = len(self._columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """The first rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """All columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Names of columns with their meanings; numbers of rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        if not 0 <= section < len(self._columns):
            return None
        name = self._columns[section]
        return f"{one_line(name)}\n{self._meanings.get(name, '–')}"

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """One cell; its tooltip is the whole of it."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(cell[:_SHOWN])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(cell)
        return None
