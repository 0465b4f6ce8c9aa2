"""The articles that mention an entity: how many a year, with whom, and each mention in context."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from pyroaring import BitMap

from usjp_reader.domain.entity_pages import Companion, MentionInContext, MentionLines
from usjp_reader.domain.queries import FACET_OF
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.deriving import derived
from usjp_reader.knowledge.labels import entity_label
from usjp_reader.search.index import ByDate
from usjp_reader.store.corpus import articles, meta
from usjp_reader.store.corpus.mentions import mentioning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from usjp_reader.domain.articles import ArticleRow
    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.domain.queries import Facet
    from usjp_reader.domain.texts import DerivedText
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.search.index import Index, IndexHolder
    from usjp_reader.store.corpus.database import CorpusDatabase

ENTITY_FACETS = tuple(dict.fromkeys(FACET_OF.values()))
"""The facets whose values are entities."""

_AT_ONCE = 25
"""Articles that are read by one statement: enough for a screen of lines, and soon read."""
_AROUND = 160
"""Code points of context on each side, at most: more than the widest window shows."""


class Mentioned:
    """Answers for one corpus what its articles say of an entity.

    An entity is given by its ids, the present one and those that were merged into it.
    """

    def __init__(self, database: CorpusDatabase, indexes: IndexHolder) -> None:
        self._database = database
        self._indexes = indexes

    def counts(self, ids: Collection[str]) -> tuple[int, tuple[tuple[int, int], ...]]:
        """How many articles mention an entity, and how many of these are of each year."""
        index = self._indexes.latest()
        found = _articles(index, ids)
        years = sorted(index.kinds.get("year", ()), key=int)
        counted = ((int(y), found.intersection_cardinality(index.of("year", y))) for y in years)
        return len(found), tuple((year, count) for year, count in counted if count)

    def companions(
        self, ids: Collection[str], knowledge: KnowledgeBase, most: int, name_order: str
    ) -> tuple[Companion, ...]:
        """Who and what the same articles mention, the most frequent first.

        Args:
            ids: Of the entity; it is no companion of its own.
            knowledge: For names.
            most: So many of each facet, at most.
            name_order: Of Japanese people in English.
        """
        index = self._indexes.latest()
        base = _articles(index, ids)
        found: list[Companion] = []
        for facet in ENTITY_FACETS:
            counted = _counted(index, base, facet, ids)
            for count, entity in heapq.nsmallest(most, counted):
                label = entity_label(entity, knowledge, name_order)
                found.append(Companion(entity, label, facet, -count))
        return tuple(sorted(found, key=lambda one: (-one.articles, one.name.casefold())))

    def lines(
        self, ids: Collection[str], skipped: int, most: int, cancel: CancelToken
    ) -> MentionLines:
        """Mentions in context, by the date of their articles.

        Args:
            ids: Of the entity.
            skipped: How many articles were shown before; their mentions are left out.
            most: About how many mentions; the article that reaches the number is told whole.
            cancel: Looked at between some articles; what was read until then comes back.
        """
        with self._database.reading() as connection:
            while True:
                index = self._indexes.latest()
                order = ByDate(index, _articles(index, ids), newest_first=False)
                found: list[MentionInContext] = []
                at = skipped
                while len(found) < most and at < len(order) and not cancel.is_cancelled:
                    page = order.page(at, _AT_ONCE)
                    rows = articles.rows(connection, page)
                    texts = mentioning(connection, page, ids)
                    for row_id in page:
                        at += 1
                        if row_id in rows and row_id in texts:
                            one = texts[row_id]
                            read = derived(one.text, one.lines, one.readings)
                            found += _in_context(rows[row_id], read, one.mentions)
                        if len(found) >= most:
                            break
                # After a renumbering these may have been other articles.
                if meta.number(connection, meta.INDEX_EPOCH) == index.epoch:
                    return MentionLines(tuple(found), at if at < len(order) else None)


def _articles(index: Index, ids: Collection[str]) -> BitMap:
    """The articles that mention an entity, whatever type it was linked as."""
    sets = [index.of(facet, one) for facet in ENTITY_FACETS for one in ids]
    return BitMap.union(*sets)


def _counted(
    index: Index, base: BitMap, facet: Facet, without: Collection[str]
) -> Iterator[tuple[int, str]]:
    """(minus the number of articles, entity) of those that the articles of `base` mention."""
    for entity in index.kinds.get(facet, ()):
        if entity not in without:
            count = base.intersection_cardinality(index.of(facet, entity))
            if count:
                yield -count, entity


def _in_context(
    row: ArticleRow, read: DerivedText, mentions: tuple[Mention, ...]
) -> Iterator[MentionInContext]:
    for mention in mentions:
        here = read.from_source(mention.span)
        if here is not None:
            paragraph = _paragraph(read.text, here)
            yield MentionInContext(
                row,
                mention.span,
                read.text[max(paragraph.start, here.start - _AROUND) : here.start],
                here.of(read.text),
                read.text[here.end : min(paragraph.end, here.end + _AROUND)],
                mention.doubtful,
            )


def _paragraph(text: str, here: Span) -> Span:
    end = text.find("\n", here.end)
    return Span(text.rfind("\n", 0, here.start) + 1, end if end >= 0 else len(text))
