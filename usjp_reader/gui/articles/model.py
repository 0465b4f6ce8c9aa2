"""The rows of the article list for Qt: all of them counted, only the pages in view fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from usjp_reader.gui.articles.dates import date_words
from usjp_reader.gui.articles.pages import NoPages, PageCache, Pages
from usjp_reader.gui.articles.plain import one_line, tooltip

if TYPE_CHECKING:
    from usjp_reader.domain.articles import ArticleRow

ROW = Qt.ItemDataRole.UserRole
"""The role that gives the `ArticleRow` itself."""

_NOWHERE = QModelIndex()


class ArticleModel(QAbstractTableModel):
    """One column of `ArticleRow` values."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = PageCache(NoPages())

    def set_pages(self, pages: Pages) -> None:
        """Show the rows of another list."""
        self.beginResetModel()
        self._cache = PageCache(pages)
        self.endResetModel()

    def article(self, row: int) -> ArticleRow | None:
        """The article of a row; None outside the list."""
        return self._cache.row(row) if 0 <= row < self._cache.count else None

    def uids(self, first: int, last: int) -> tuple[str, ...]:
        """The articles of the rows from `first` to `last`; of very many in no order."""
        return self._cache.uids(first, last)

    def row_of(self, uid: str) -> int | None:
        """The row of an article, if it is on a page that was fetched."""
        return self._cache.known(uid)

    def find(self, uid: str, near: int = 0) -> int | None:
        """The row of an article, looked for on pages not fetched yet too."""
        return self._cache.find(uid, near)

    def refresh_row(self, uid: str) -> None:
        """Fetch what a row shows anew: its article was read, starred or corrected."""
        row = self.row_of(uid)
        if row is not None:
            self._cache.renew(row)
            index = self.index(row, 0)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """All rows of the list, fetched or not."""
        return 0 if parent.isValid() else self._cache.count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The row, its title, or what a screen reader says of it."""
        row = self.article(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._spoken(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._told(row))
        return None

    def _spoken(self, row: ArticleRow) -> list[str]:
        words = [one_line(row.title)]
        if row.is_unread:
            words.append(self.tr("unread"))
        if row.is_starred:
            words.append(self.tr("starred"))
        words += [date_words(row.published, row.language), one_line(row.publisher)]
        minutes = self.tr("1 minute") if row.minutes == 1 else self.tr("{n} minutes")
        words.append(minutes.format(n=row.minutes))
        if row.has_passages:
            words.append(self.tr("with passages"))
        if row.is_specimen:
            words.append(self.tr("specimen, written 2026"))
        return [word for word in words if word]

    def _told(self, row: ArticleRow) -> str:
        lines = [one_line(row.title), one_line(row.source_file)]
        if row.published.value is not None and not row.published.is_stated:
            lines.append(self.tr("≈ The date was inferred; the article says why."))
        if row.is_specimen:
            lines.append(self.tr("Specimen, written 2026: made up for this program."))
        return "\n".join(line for line in lines if line)
