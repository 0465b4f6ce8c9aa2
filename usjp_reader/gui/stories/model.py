"""The versions of one story as the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from usjp_reader.gui.articles.dates import date_words
from usjp_reader.gui.articles.plain import grouped, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.library.reading import Version

_ROOT = QModelIndex()


class VersionModel(QAbstractTableModel):
    """Date, source, title, length, and how much of the open article stands in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.versions: tuple[Version, ...] = ()
        self.open_uid = ""

    def show_versions(self, versions: Sequence[Version], open_uid: str) -> None:
        """Show the versions of another story; the open one is set bold by the delegate's font."""
        self.beginResetModel()
        self.versions, self.open_uid = tuple(versions), open_uid
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """One row a version."""
        return 0 if parent.isValid() else len(self.versions)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Five columns."""
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """What the columns are called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Date"),
                self.tr("Source"),
                self.tr("Title"),
                self.tr("Words"),
                self.tr("In common"),
            )[section]
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Words of a cell; numbers stand at the right."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 2:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(index.row(), index.column())
        return None

    def _words(self, at: int, column: int) -> str:
        version = self.versions[at]
        row = version.row
        if column == 0:
            return date_words(row.published, row.language)
        if column == 1:
            return one_line(row.publisher)
        if column == 2:
            return one_line(row.title)
        if column == 3:
            return grouped(row.words)
        if row.uid == self.open_uid:
            return self.tr("open")
        return f"{round(version.shared * 100)} %"
