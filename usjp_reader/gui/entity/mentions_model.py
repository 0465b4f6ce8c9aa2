"""The mentions of an entity as rows that are fetched by the part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from usjp_reader.gui.articles.dates import date_words
from usjp_reader.gui.articles.plain import one_line, tooltip

if TYPE_CHECKING:
    from usjp_reader.domain.entity_pages import MentionInContext, MentionLines

LINE = Qt.ItemDataRole.UserRole + 1
"""The `MentionInContext` of a row."""
_ROOT = QModelIndex()


class MentionsModel(QAbstractListModel):
    """Asks for the next rows when the view comes near them."""

    wanted = Signal(int)
    """The next lines are wanted, behind so many articles."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[MentionInContext] = []
        self._following: int | None = None
        self._asked: int | None = None

    def begin(self) -> None:
        """Show the mentions of another entity: none as yet, the first ones when they are needed."""
        self.beginResetModel()
        self.lines, self._following, self._asked = [], 0, None
        self.endResetModel()

    @property
    def is_waiting(self) -> bool:
        """Whether lines were asked for that are not there yet."""
        return self._asked is not None

    @property
    def is_whole(self) -> bool:
        """Whether there are no more lines."""
        return self._following is None

    def add(self, more: MentionLines) -> None:
        """Show the lines that were asked for below the others."""
        self._asked, self._following = None, more.following
        if more.lines:
            first = len(self.lines)
            self.beginInsertRows(QModelIndex(), first, first + len(more.lines) - 1)
            self.lines += more.lines
            self.endInsertRows()

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether there are more lines that were not asked for."""
        return not parent.isValid() and self._following is not None and self._asked is None

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Ask for the next lines."""
        if self.canFetchMore(parent) and self._following is not None:
            self._asked = self._following
            self.wanted.emit(self._following)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """One row a mention that is here."""
        return 0 if parent.isValid() else len(self.lines)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """The line of a row, and what it says as words."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(_article(line))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one_line(f"{_article(line)}: {line.before}{line.words}{line.after}")
        return None


def _article(line: MentionInContext) -> str:
    row = line.article
    parts = (row.title, row.publisher, date_words(row.published, row.language))
    return " · ".join(one_line(part) for part in parts if part)
