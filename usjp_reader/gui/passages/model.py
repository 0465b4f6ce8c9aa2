"""The rows of the passages panel. Holds values; knows neither library nor view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from usjp_reader.domain.passages import Colour

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from usjp_reader.domain.passages import Passage

ROW = Qt.ItemDataRole.UserRole
"""The `PassageRow` itself, for the delegate."""

_NOWHERE = QModelIndex()


class Order(StrEnum):
    """Orders of the list."""

    PLACE = "place"
    NEWEST = "newest"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with what is said of its article.

    Attributes:
        title: Title of the article.
        published: Its date in words, or "".
        is_specimen: Whether it is one of the made-up articles.
    """

    passage: Passage
    title: str = ""
    published: str = ""
    is_specimen: bool = False


def _colour_at(row: PassageRow) -> tuple[object, ...]:
    passage = row.passage
    return (list(Colour).index(passage.colour), row.title, passage.anchor.span, passage.id)


_KEYS: dict[Order, Callable[[PassageRow], Any]] = {
    Order.PLACE: lambda row: (row.title, row.passage.article, row.passage.anchor.span),
    Order.NEWEST: lambda row: (-row.passage.created.timestamp(), row.passage.id),
    Order.COLOUR: _colour_at,
}


class PassageModel(QAbstractTableModel):
    """One column; the delegate paints a row from the `PassageRow` under the role `ROW`."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PassageRow] = []
        self._order = Order.PLACE

    def show_rows(self, rows: Sequence[PassageRow]) -> None:
        """Show other passages, in the order that was chosen."""
        self.beginResetModel()
        self._rows = sorted(rows, key=_KEYS[self._order])
        self.endResetModel()

    def set_order(self, order: Order) -> None:
        """Show the same passages in another order."""
        self._order = order
        self.show_rows(self._rows)

    @property
    def rows(self) -> tuple[PassageRow, ...]:
        """The rows as shown."""
        return tuple(self._rows)

    def row_of(self, passage_id: str) -> int | None:
        """The row of a passage, or None."""
        found = (at for at, row in enumerate(self._rows) if row.passage.id == passage_id)
        return next(found, None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many passages there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The quote as text, the row for the delegate, a sentence for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(row.passage.anchor.exact.split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (row.passage.anchor.exact, row.passage.note, row.title, row.published)
            return ". ".join(part for part in said if part)
        return None
