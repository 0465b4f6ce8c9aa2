"""Entities to choose among, as the rows of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from usjp_reader.gui.articles.plain import one_line, tooltip
from usjp_reader.gui.naming.words import about_words, years_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.entities import EntityType
    from usjp_reader.library.name_choices import NameChoice

_ROOT = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One entity in the words of the window; each is one line of plain text."""

    entity: str
    type: EntityType
    name: str
    other: str
    years: str
    about: str
    is_present: bool


class ChoicesModel(QAbstractListModel):
    """One row an entity."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ChoiceRow, ...] = ()

    def show_choices(self, choices: Sequence[NameChoice], present: str = "") -> None:
        """Show other entities; `present` is the id of the one that is meant now."""
        self.beginResetModel()
        self.rows = tuple(_row(one, is_present=one.entity == present) for one in choices)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """All entities that were found."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """The row; its words for whoever cannot see it painted."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{row.name}\n{row.about}")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (row.name, row.other, row.years, row.about)))
        return None


def _row(choice: NameChoice, *, is_present: bool) -> ChoiceRow:
    return ChoiceRow(
        choice.entity,
        choice.type,
        one_line(choice.name),
        one_line(choice.other),
        years_words(choice),
        one_line(about_words(choice)),
        is_present,
    )
