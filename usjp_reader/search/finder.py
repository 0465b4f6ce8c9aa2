"""From a query to a result: its length at once, its rows by the page, its counts when asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pyroaring import BitMap

from usjp_reader.domain.queries import Sort
from usjp_reader.domain.spans import merged
from usjp_reader.knowledge.deriving import derived
from usjp_reader.search import facets, folding
from usjp_reader.search.index import ByDate, IndexHolder, Listed
from usjp_reader.search.mentioning import Mentioned
from usjp_reader.search.snippets import hits_in_source, snippet
from usjp_reader.search.terms import Term, expression, parse
from usjp_reader.store.corpus import articles, marks, meta

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from usjp_reader.domain.articles import Article, ArticleRow, Locator, Snippet
    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.queries import ArticleQuery, Counts
    from usjp_reader.domain.spans import Span
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.search.index import Index, Order
    from usjp_reader.store.corpus.database import CorpusDatabase

_RANKED = 2_000
"""So many of the best matches are ranked; the rest follows by date."""
_AT_ONCE = 500
"""Rows a statement: SQLite allows only so many parameters."""


@dataclass(frozen=True)
class Result:
    """What a query found, in order. Row ids stay inside; rows are fetched by the page."""

    query: ArticleQuery
    terms: tuple[Term, ...]
    epoch: int
    order: Order
    stories: int = 0
    """How many stories the articles tell that were found, whether they are folded or not."""
    articles: int = 0
    """How many articles were found; more than `len` where stories are folded."""
    versions: Mapping[int, int] = field(default_factory=dict)
    """How many articles of the result print the story that an article prints, by row id."""

    def __len__(self) -> int:
        return len(self.order)


class Finder:
    """Finds articles in one corpus."""

    def __init__(
        self,
        database: CorpusDatabase,
        knowledge: Callable[[], KnowledgeBase],
        place: Callable[[Locator], str] = str,
    ) -> None:
        """Make a finder.

        Args:
            database: The corpus.
            knowledge: Gives the names of entities; called late.
            place: How the place of a source file is told to the reader.
        """
        self._database = database
        self._knowledge = knowledge
        self._place = place
        self._indexes = IndexHolder(database)
        self.mentioned = Mentioned(database, self._indexes)

    def find(self, query: ArticleQuery) -> Result:
        """The articles that `query` asks for, in its order.

        Raises:
            BadQueryError: It names an era that does not exist.
        """
        index, terms = self._indexes.latest(), parse(query.words)
        groups = self._groups(index, query, terms)
        ids = facets.intersection(index, groups.values())
        shown = ids - self._folded(index, ids, query, terms) if query.folded else ids
        order = self._ordered(index, shown, query.sort, terms)
        versions = folding.versions(index, ids)
        stories = folding.story_count(ids, versions)
        return Result(query, terms, index.epoch, order, stories, len(ids), versions)

    def _folded(
        self, index: Index, ids: BitMap, query: ArticleQuery, terms: tuple[Term, ...]
    ) -> BitMap:
        """Articles whose story stands further up in the list already."""
        shared = ids & index.grouped
        order = self._ordered(index, shared, query.sort, terms)
        return folding.later_versions(index, order.page(0, len(order)))

    def counts(self, query: ArticleQuery) -> Counts:
        """The counts of the sidebar under `query`."""
        index = self._indexes.latest()
        groups = self._groups(index, query, parse(query.words))
        return facets.counts(index, groups, query.axis, self._knowledge())

    def rows(self, result: Result, offset: int, limit: int) -> tuple[ArticleRow, ...]:
        """Rows of a result; after a renumbering the result is found again first."""
        with self._database.reading() as connection:
            while True:
                rows = self._page(connection, result, offset, limit)
                if meta.number(connection, meta.INDEX_EPOCH) == result.epoch:
                    return rows
                result = self.find(result.query)

    def uids(self, result: Result, offset: int = 0, limit: int | None = None) -> frozenset[str]:
        """The uids of what was found, all or `limit` of them from `offset` on.

        As with `rows`, they are never taken by numbers of an older epoch.
        """
        with self._database.reading() as connection:
            while True:
                count = len(result) if limit is None else limit
                found = articles.uids(connection, result.order.page(offset, count))
                if meta.number(connection, meta.INDEX_EPOCH) == result.epoch:
                    return found
                result = self.find(result.query)

    def per_year(self, kind: str, value: str) -> tuple[tuple[int, int], ...]:
        """How many articles with a facet value were surely published in each year."""
        index = self._indexes.latest()
        base = index.of(kind, value)
        years = sorted(index.kinds.get("year", ()))
        found = ((int(y), base.intersection_cardinality(index.of("year", y))) for y in years)
        return tuple((year, count) for year, count in found if count)

    def count_of(self, kind: str, value: str) -> int:
        """How many articles have a facet value."""
        return len(self._indexes.latest().of(kind, value))

    def _groups(
        self, index: Index, query: ArticleQuery, terms: tuple[Term, ...]
    ) -> dict[str, BitMap]:
        groups = facets.clauses(query, index)
        with self._database.reading() as connection:
            if terms:
                groups["words"] = _with_words(connection, index, terms)
            if query.published is not None:
                groups["published"] = _published(connection, query.published)
        return groups

    def _ordered(self, index: Index, ids: BitMap, sort: Sort, terms: tuple[Term, ...]) -> Order:
        if sort is Sort.OLDEST:
            return ByDate(index, ids, newest_first=False)
        by_date = ByDate(index, ids, newest_first=True)
        if sort is Sort.NEWEST:
            return by_date
        with self._database.reading() as connection:
            first = (
                _ranked(connection, terms) if sort is Sort.RELEVANCE else _sorted(connection, sort)
            )
        first = [row_id for row_id in first if row_id in ids]
        rest = ids - BitMap(first)
        return Listed([*first, *ByDate(index, rest, newest_first=True).page(0, len(rest))])

    def _page(
        self, connection: sqlite3.Connection, result: Result, offset: int, limit: int
    ) -> tuple[ArticleRow, ...]:
        ids = result.order.page(offset, limit)
        parts = (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))
        return tuple(row for part in parts for row in self._rows(connection, result, part))

    def _rows(
        self, connection: sqlite3.Connection, result: Result, ids: list[int]
    ) -> tuple[ArticleRow, ...]:
        rows = articles.rows(connection, ids)
        found = {row_id: rows[row_id] for row_id in ids if row_id in rows}
        snippets = _snippets(connection, ids, result.terms)
        uids = [row.uid for row in found.values()]
        kinds = marks.kinds_of(connection, uids)
        places = articles.first_locators(connection, uids)
        return tuple(
            replace(
                self._finished(row, kinds[row.uid], places.get(row.uid), snippets.get(row.uid)),
                versions=result.versions.get(row_id, 1),
            )
            for row_id, row in found.items()
        )

    def _finished(
        self, row: ArticleRow, kinds: set[str], place: Locator | None, hit: Snippet | None
    ) -> ArticleRow:
        return replace(
            row,
            snippet=hit or row.snippet,
            source_file=self._place(place) if place else "",
            is_unread=marks.READ not in kinds,
            is_starred=marks.STARRED in kinds,
            has_passages=marks.PASSAGE in kinds,
        )


def _snippets(
    connection: sqlite3.Connection, ids: list[int], terms: tuple[Term, ...]
) -> dict[str, Snippet]:
    """The snippets with hits, by uid; none when nothing was searched for."""
    if not terms:
        return {}
    found = {}
    for uid, text, lines, readings in articles.texts_of(connection, ids):
        hit = snippet(derived(text, lines, readings), terms)
        if hit is None and readings:  # what was searched for stands there as it was printed
            hit = snippet(derived(text, lines), terms)
        if hit is not None:
            found[uid] = hit
    return found


def _with_words(connection: sqlite3.Connection, index: Index, terms: tuple[Term, ...]) -> BitMap:
    result = index.articles
    for term in terms:
        ids = _matching(connection, term)
        result = result - ids if term.excluded else result & ids
    return result


def _published(connection: sqlite3.Connection, days: Days) -> BitMap:
    rows = connection.execute(
        "SELECT id FROM article WHERE earliest <= ? AND latest >= ?",
        (days.latest.toordinal(), days.earliest.toordinal()),
    )
    return BitMap([row[0] for row in rows.fetchall()])


def _matching(connection: sqlite3.Connection, term: Term) -> BitMap:
    rows = connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression(term),))
    return BitMap([row[0] for row in rows.fetchall()])


def _ranked(connection: sqlite3.Connection, terms: tuple[Term, ...]) -> list[int]:
    wanted = " OR ".join(f"({expression(term)})" for term in terms if not term.excluded)
    if not wanted:
        return []
    rows = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ?"
        " ORDER BY bm25(words, 4.0, 1.0, 0.0, 1.0) LIMIT ?",
        (wanted, _RANKED),
    )
    return [row[0] for row in rows.fetchall()]


_ORDERS = {
    Sort.SOURCE: "publisher = '', publisher COLLATE NOCASE, earliest DESC, latest DESC, uid DESC",
    Sort.LONGEST: "words DESC, earliest DESC, latest DESC, uid DESC",
}


def _sorted(connection: sqlite3.Connection, sort: Sort) -> list[int]:
    rows = connection.execute(f"SELECT id FROM article ORDER BY {_ORDERS[sort]}")
    return [row[0] for row in rows.fetchall()]


def hits_in(article: Article, words: str) -> tuple[Span, ...]:
    """Where the words that were searched for stand in the source text of an article."""
    terms = parse(words)
    if not terms:
        return ()
    text, lines, readings = article.version.text, article.lines, article.readings
    hits = hits_in_source(derived(text, lines, readings), terms)
    return merged([*hits, *hits_in_source(derived(text, lines), terms)]) if readings else hits
