"""The lines of one block of the sidebar for Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from usjp_reader.gui.articles.plain import articles_words, one_line, tooltip
from usjp_reader.gui.filters.values import Line, Mark

if TYPE_CHECKING:
    from usjp_reader.gui.filters.values import Key

LINE = Qt.ItemDataRole.UserRole
"""The role that gives the `Line` itself."""

_NOWHERE = QModelIndex()


class LineModel(QAbstractTableModel):
    """One column of `Line` values."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are shown."""
        return self._lines

    def set_lines(self, lines: tuple[Line, ...]) -> bool:
        """Show other lines; True where they were other lines, not only other counts."""
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0))
            return False
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        return True

    def row_of(self, key: Key) -> int | None:
        """Where a line stands."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), None)

    def line(self, row: int) -> Line | None:
        """The line of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """The lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The line, its name, or what a screen reader says of it."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(line.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._spoken(line))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(line.told)
        return None

    def _spoken(self, line: Line) -> list[str]:
        words = [" ".join(part for part in (one_line(line.name), line.years) if part)]
        words.append(articles_words(line.count))
        if line.possible:
            words.append(self.tr("{n} more possibly").format(n=line.possible))
        if line.mark is Mark.WANTED:
            words.append(self.tr("chosen"))
        if line.mark is Mark.UNWANTED:
            words.append(self.tr("excluded"))
        return words
