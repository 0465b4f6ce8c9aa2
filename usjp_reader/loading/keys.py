"""The facet values of an article: every set of articles that it belongs to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from usjp_reader.domain.eras import Fit
from usjp_reader.domain.queries import FACET_OF, Axis, Facet
from usjp_reader.domain.reviewing import is_to_review
from usjp_reader.knowledge.eras import periodisation, periodisations
from usjp_reader.search.facets import era_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.articles import Analysed
    from usjp_reader.domain.dates import Days


def keys(analysed: Analysed) -> frozenset[tuple[str, str]]:
    """The (kind, value) pairs under which the article is filed."""
    return frozenset(_keys(analysed))


def _keys(analysed: Analysed) -> Iterator[tuple[str, str]]:
    yield ("all", "")
    metadata = analysed.metadata
    yield (Facet.SOURCE, metadata.source or "")
    yield (Facet.LANGUAGE, metadata.get("language") or "en")
    for mention in analysed.mentions:
        if mention.entity is not None:
            yield (FACET_OF[mention.type], mention.entity)
    if is_to_review(analysed.published):
        yield ("review", "")
    value = analysed.published.value
    if value is None:
        yield ("undated", "")
    else:
        yield from _years(value.days)
    for known in periodisations():
        yield from _published_in(known.id, value.days if value else None)
    yield from _talks_about(analysed)


def _years(days: Days) -> Iterator[tuple[str, str]]:
    if days.earliest.year == days.latest.year:
        yield ("year", str(days.earliest.year))
    else:
        yield ("year-doubtful", "")


@lru_cache(maxsize=50_000)
def _fits(periodisation_id: str, days: Days | None) -> tuple[tuple[str, bool], ...]:
    """The eras that days may lie in, each with whether they surely do; most days recur."""
    fits = periodisation(periodisation_id).fits(days)
    return tuple((era.id, fit is Fit.CERTAIN) for era, fit in fits)


def _published_in(periodisation_id: str, days: Days | None) -> Iterator[tuple[str, str]]:
    for era, certain in _fits(periodisation_id, days):
        yield (era_kind(Axis.PUBLISHED, periodisation_id, certain=certain), era)


@lru_cache(maxsize=20_000)
def _eras_of(days: Days) -> tuple[tuple[str, str], ...]:
    """The (periodisation, era) pairs of all eras that days may lie in."""
    return tuple((known.id, era) for known in periodisations() for era, _ in _fits(known.id, days))


def _talks_about(analysed: Analysed) -> Iterator[tuple[str, str]]:
    """Eras of the times the article talks about; surely those of its main ones."""
    main: dict[tuple[str, str], bool] = {}
    for period in analysed.about:
        for pair in _eras_of(period.days):
            main[pair] = main.get(pair, False) or period.is_main
    for (periodisation_id, era), is_main in main.items():
        yield (era_kind(Axis.ABOUT, periodisation_id, certain=is_main), era)
