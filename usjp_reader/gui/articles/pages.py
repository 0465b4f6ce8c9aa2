"""Where the rows of a list come from, page by page, and the few pages that are kept."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.articles import ArticleRow

PAGE = 20
"""Rows of a page: two windows full, so that the first one is there at once."""

KEPT = 100
"""Pages that are kept: two thousand rows, about two hundred windows full."""


class Pages(Protocol):
    """The rows of one list, in order. Called on the thread of the window: at most 1 ms a page."""

    def __len__(self) -> int:
        """How many rows there are in all."""
        ...

    def rows(self, offset: int, limit: int) -> tuple[ArticleRow, ...]:
        """At most `limit` rows from `offset` on."""
        ...


@runtime_checkable
class FindingPages(Protocol):
    """Pages that can also say where an article stands."""

    def row_of(self, uid: str) -> int | None:
        """The row of an article, or None when it is not in the list."""
        ...


@runtime_checkable
class ManyPages(Protocol):
    """Pages of which many can be named at once, without all that a row shows."""

    def uids(self, offset: int, limit: int) -> frozenset[str]:
        """The articles of at most `limit` rows from `offset` on, in no order."""
        ...


class NoPages:
    """The list without rows."""

    def __len__(self) -> int:
        return 0

    def rows(self, offset: int, limit: int) -> tuple[ArticleRow, ...]:  # noqa: ARG002
        """None at all."""
        return ()


class PageCache:
    """The pages of one source that were used last."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._kept: OrderedDict[int, tuple[ArticleRow, ...]] = OrderedDict()
        self.count = len(pages)

    def row(self, number: int) -> ArticleRow | None:
        """A row, or None where the source has fewer rows than it said."""
        page = self._page(number // PAGE)
        place = number % PAGE
        return page[place] if place < len(page) else None

    def find(self, uid: str, near: int) -> int | None:
        """Where an article stands: asked of the source, else looked for around a row and on top."""
        if isinstance(self._pages, FindingPages):
            return self._pages.row_of(uid)
        page = near // PAGE
        for number in dict.fromkeys((page, 0, page - 1, page + 1)):
            if 0 <= number * PAGE < self.count:
                self._page(number)
        return self.known(uid)

    def uids(self, first: int, last: int) -> tuple[str, ...]:
        """The articles of the rows from `first` to `last`; of very many in no order."""
        if last - first >= PAGE * KEPT and isinstance(self._pages, ManyPages):
            return tuple(self._pages.uids(first, last + 1 - first))
        found = (self.row(number) for number in range(first, last + 1))
        return tuple(row.uid for row in found if row is not None)

    def known(self, uid: str) -> int | None:
        """Where an article stands, if it is on a page that is kept."""
        return next((number for number, row in self._known_rows() if row.uid == uid), None)

    def renew(self, number: int) -> None:
        """Fetch what a row shows anew.

        In a list that is out of date another article may stand there by now: then the row stays as
        it is, for the rows of one page must not shift while the reader is among them.
        """
        page, place = self._kept.get(number // PAGE, ()), number % PAGE
        fresh = self._pages.rows(number, 1)
        if place < len(page) and fresh and fresh[0].uid == page[place].uid:
            self._kept[number // PAGE] = (*page[:place], fresh[0], *page[place + 1 :])

    def _known_rows(self) -> Iterator[tuple[int, ArticleRow]]:
        for page, rows in self._kept.items():
            yield from enumerate(rows, page * PAGE)

    def _page(self, number: int) -> tuple[ArticleRow, ...]:
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        rows = self._pages.rows(number * PAGE, PAGE)
        self._kept[number] = rows
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return rows
