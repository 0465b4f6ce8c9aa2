"""All names of an entity in a table as tall as its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from usjp_reader.gui.articles.plain import one_line
from usjp_reader.gui.cells import Cells
from usjp_reader.gui.entity.words import kind_word, language_word, period_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.entities import Name

_ROOT = QModelIndex()
_AIR = 28
"""Pixels in a cell beside its words."""


class NamesModel(QAbstractTableModel):
    """Name, language, kind, years in use."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[Name, ...] = ()

    def show_names(self, names: Sequence[Name]) -> None:
        """Show the names of another entity, in this order."""
        self.beginResetModel()
        self.names = tuple(names)
        self.endResetModel()

    def words(self, column: int) -> set[str]:
        """All words of a column, its header's among them."""
        horizontal = Qt.Orientation.Horizontal
        cells = (self.data(self.index(row, column)) for row in range(len(self.names)))
        return {str(self.headerData(column, horizontal)), *map(str, cells)}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """One row a name."""
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Four columns."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """What the columns are called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            names = (self.tr("Name"), self.tr("Language"), self.tr("Kind"), self.tr("In use"))
            return names[section]
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Words of a cell."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not index.isValid() or role not in shown:
            return None
        name = self.names[index.row()]
        return (
            one_line(name.text),
            language_word(name.language),
            kind_word(name.kind),
            period_words(name.period),
        )[index.column()]


class NamesTable(QTableView):
    """Shows all rows; the page around it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = NamesModel(self)
        self.setModel(self.names)
        self.setItemDelegate(Cells(parent=self))
        self.setAccessibleName(self.tr("Names"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_header()

    def _set_header(self) -> None:
        metrics = QFontMetrics(self.font())
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(metrics.height() + 4)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 6)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_names(self, names: Sequence[Name]) -> None:
        """Show the names of another entity."""
        self.names.show_names(names)
        metrics = self.fontMetrics()
        for column in range(1, self.names.columnCount()):
            wide = max(map(metrics.horizontalAdvance, self.names.words(column)))
            self.setColumnWidth(column, wide + _AIR)
        rows = self.verticalHeader().defaultSectionSize() * len(names)
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is for the page."""
        event.ignore()
