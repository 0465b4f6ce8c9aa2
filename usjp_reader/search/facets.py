"""A query as sets of articles, and the counts of everything the sidebar shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyroaring import BitMap

from usjp_reader.domain.errors import BadQueryError
from usjp_reader.domain.queries import (
    Axis,
    Counts,
    EraCount,
    Facet,
    FacetCount,
    Flag,
)
from usjp_reader.knowledge.eras import periodisations
from usjp_reader.knowledge.labels import entity_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from usjp_reader.domain.eras import Era, Periodisation
    from usjp_reader.domain.queries import ArticleQuery, EraChoice, FacetChoice
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.search.index import Index

_FLAG_SETS = {
    Flag.STARRED: ("starred", ""),
    Flag.PASSAGES: ("passage", ""),
    Flag.UNDATED: ("undated", ""),
    Flag.REVIEW: ("review", ""),
}


def era_kind(axis: Axis, periodisation: str, *, certain: bool) -> str:
    """The kind of the bitmaps of a periodisation: who lies in its eras, surely or possibly."""
    return f"{axis}:{'certain' if certain else 'possible'}:{periodisation}"


def clauses(query: ArticleQuery, index: Index) -> dict[str, BitMap]:
    """The articles that each group of choices allows; a list is their intersection.

    Args:
        query: What is asked for; its words and days are the finder's business.
        index: The corpus.

    Raises:
        BadQueryError: The query names an era that does not exist.
    """
    found: dict[str, BitMap] = {}
    for choice in query.eras:
        group = f"era:{choice.periodisation}"
        found[group] = found.get(group, BitMap()) | _in_era(query, index, choice)
    for facet in {choice.facet for choice in query.facets}:
        found[facet] = _with_facet(index, [c for c in query.facets if c.facet is facet])
    for flag in query.flags:
        found[flag] = flagged(index, flag)
    return found


def intersection(index: Index, sets: Iterable[BitMap]) -> BitMap:
    """The articles that are in every one of `sets`; all of them when there is none."""
    result = index.articles
    for ids in sets:
        result = result & ids
    return result


def flagged(index: Index, flag: Flag) -> BitMap:
    """The articles with a flag."""
    if flag is Flag.UNREAD:
        return index.articles - index.of("read", "")
    return index.of(*_FLAG_SETS[flag])


def _in_era(query: ArticleQuery, index: Index, choice: EraChoice) -> BitMap:
    _require(choice)
    certain = index.of(era_kind(query.axis, choice.periodisation, certain=True), choice.era)
    if query.certain_only:
        return certain
    return certain | index.of(era_kind(query.axis, choice.periodisation, certain=False), choice.era)


def _require(choice: EraChoice) -> None:
    for known in periodisations():
        if known.id == choice.periodisation:
            if any(era.id == choice.era for era in known.eras):
                return
            raise BadQueryError("search.no_era", era=choice.era, periodisation=known.id)
    names = ", ".join(known.id for known in periodisations())
    raise BadQueryError("search.no_periodisation", name=choice.periodisation, known=names)


def _with_facet(index: Index, choices: list[FacetChoice]) -> BitMap:
    wanted = [index.of(c.facet, c.value) for c in choices if not c.excluded]
    unwanted = [index.of(c.facet, c.value) for c in choices if c.excluded]
    result = BitMap.union(*wanted) if wanted else index.articles
    return result - BitMap.union(*unwanted) if unwanted else result


def counts(
    index: Index, groups: Mapping[str, BitMap], axis: Axis, knowledge: KnowledgeBase
) -> Counts:
    """Every count of the sidebar; each facet is counted as if nothing of it were chosen.

    Args:
        index: The corpus.
        groups: What `clauses` found.
        axis: Whether eras mean publication or subject.
        knowledge: For the names of entities.
    """

    def without(group: str) -> BitMap:
        return intersection(index, (ids for name, ids in groups.items() if name != group))

    everything = intersection(index, groups.values())
    years = [
        (int(year), everything.intersection_cardinality(index.of("year", year)))
        for year in sorted(index.kinds.get("year", ()))
    ]
    return Counts(
        total=len(everything),
        flags={flag: len(without(flag) & flagged(index, flag)) for flag in Flag},
        eras={
            known.id: _era_counts(index, known, axis, without(f"era:{known.id}"))
            for known in periodisations()
        },
        facets={facet: _facet_counts(index, facet, without(facet), knowledge) for facet in Facet},
        years=tuple((year, count) for year, count in years if count),
        years_doubtful=everything.intersection_cardinality(index.of("year-doubtful", "")),
        library=len(index.articles),
        marked=len(flagged(index, Flag.PASSAGES)),
    )


def _era_counts(
    index: Index, known: Periodisation, axis: Axis, base: BitMap
) -> tuple[EraCount, ...]:
    sure = era_kind(axis, known.id, certain=True)
    maybe = era_kind(axis, known.id, certain=False)

    def count(kind: str, era: Era) -> int:
        return base.intersection_cardinality(index.of(kind, era.id))

    return tuple(
        EraCount(era.id, era.name(), count(sure, era), count(maybe, era)) for era in known.eras
    )


def _facet_counts(
    index: Index, facet: Facet, base: BitMap, knowledge: KnowledgeBase
) -> tuple[FacetCount, ...]:
    counted = (
        (value, base.intersection_cardinality(index.of(facet, value)))
        for value in index.kinds.get(facet, ())
    )
    found = [_facet_count(value, count, knowledge) for value, count in counted if count]
    return tuple(sorted(found, key=lambda entry: (-entry.count, entry.label.casefold())))


def _facet_count(value: str, count: int, knowledge: KnowledgeBase) -> FacetCount:
    entity = knowledge.entity(value)
    if entity is None:
        return FacetCount(value, value, count)
    return FacetCount(value, entity_label(value, knowledge), count, entity.type)
