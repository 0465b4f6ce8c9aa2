"""The parts of a query as things that can be chosen, named and dropped one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication

from usjp_reader.domain.dates import Days
from usjp_reader.domain.queries import (
    ArticleQuery,
    Axis,
    EraChoice,
    Facet,
    FacetChoice,
    Flag,
)
from usjp_reader.gui.articles.dates import days_words
from usjp_reader.gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from usjp_reader.domain.eras import Era, Periodisation
    from usjp_reader.domain.queries import Counts

Choice: TypeAlias = EraChoice | FacetChoice | Flag | Days | str
"""One condition of a query: a string is its words, `Days` its days of publication."""

NameOf: TypeAlias = Callable[[EraChoice | FacetChoice], str]

FLAG_WORDS = {
    Flag.UNREAD: QT_TRANSLATE_NOOP("Choices", "Unread"),
    Flag.STARRED: QT_TRANSLATE_NOOP("Choices", "Starred"),
    Flag.PASSAGES: QT_TRANSLATE_NOOP("Choices", "With passages"),
    Flag.UNDATED: QT_TRANSLATE_NOOP("Choices", "Undated"),
    Flag.REVIEW: QT_TRANSLATE_NOOP("Choices", "To review"),
}

FACET_WORDS = {
    Facet.PERSON: QT_TRANSLATE_NOOP("Choices", "People"),
    Facet.ORG: QT_TRANSLATE_NOOP("Choices", "Organisations"),
    Facet.PLACE: QT_TRANSLATE_NOOP("Choices", "Places"),
    Facet.LAW: QT_TRANSLATE_NOOP("Choices", "Agreements"),
    Facet.EVENT: QT_TRANSLATE_NOOP("Choices", "Events"),
    Facet.NORP: QT_TRANSLATE_NOOP("Choices", "Groups"),
    Facet.SOURCE: QT_TRANSLATE_NOOP("Choices", "Sources"),
    Facet.LANGUAGE: QT_TRANSLATE_NOOP("Choices", "Languages"),
    Facet.TAG: QT_TRANSLATE_NOOP("Choices", "Tags"),
}
"""Facets in the order in which the sidebar shows them."""


def flag_word(flag: Flag) -> str:
    """What the window calls the articles with a flag."""
    return QCoreApplication.translate("Choices", FLAG_WORDS[flag])


def facet_word(facet: Facet) -> str:
    """What the window calls a facet."""
    return QCoreApplication.translate("Choices", FACET_WORDS[facet])


def choices_of(query: ArticleQuery) -> tuple[Choice, ...]:
    """Every condition of a query, in the order of the chips."""
    found: list[Choice] = [query.words.strip()] if query.words.strip() else []
    found += query.flags
    found += query.eras
    found += [query.published] if query.published else []
    found += query.facets
    return tuple(found)


def without(query: ArticleQuery, choice: Choice) -> ArticleQuery:
    """The query without one of its conditions."""
    if isinstance(choice, str) and not isinstance(choice, Flag):
        return replace(query, words="")
    if isinstance(choice, Days):
        return replace(query, published=None)
    is_there = choice in (*query.eras, *query.facets, *query.flags)
    return query.toggled(choice) if is_there else query


def cleared(query: ArticleQuery) -> ArticleQuery:
    """The query without any condition; order, folding and meaning of eras stay."""
    return ArticleQuery(
        sort=query.sort,
        axis=query.axis,
        certain_only=query.certain_only,
        folded=query.folded,
    )


def toggled(query: ArticleQuery, choice: EraChoice | FacetChoice | Flag) -> ArticleQuery:
    """The query with a choice added or taken away; wanted and unwanted displace each other."""
    if isinstance(choice, FacetChoice):
        query = without(query, replace(choice, excluded=not choice.excluded))
    return query.toggled(choice)


def chip_words(choice: Choice, query: ArticleQuery, name_of: NameOf) -> str:
    """What a chip says of a condition."""
    translate = QCoreApplication.translate
    if isinstance(choice, Flag):
        return flag_word(choice)
    if isinstance(choice, str):
        return choice if '"' in choice else f"“{choice}”"
    if isinstance(choice, Days):
        return days_words(choice)
    name = name_of(choice)
    if isinstance(choice, EraChoice) and query.axis is Axis.ABOUT:
        return translate("Choices", "about {era}").format(era=name)
    if isinstance(choice, FacetChoice) and choice.excluded:
        return translate("Choices", "not {value}").format(value=name)
    return name


class ChoiceNames:
    """What eras and values of facets are called, learnt from what the library counted."""

    def __init__(self, periodisations: Iterable[Periodisation] = ()) -> None:
        self._facets: dict[tuple[Facet, str], str] = {}
        self._eras: dict[EraChoice, str] = {}
        self.learn_periodisations(periodisations)

    def learn_periodisations(self, periodisations: Iterable[Periodisation]) -> None:
        """Remember the names of eras, with their years where two of one division share a name."""
        for division in periodisations:
            names = [era.name() for era in division.eras]
            for era in division.eras:
                name = era.name()
                shown = f"{name} · {era_years(era)}" if names.count(name) > 1 else name
                self._eras[EraChoice(division.id, era.id)] = shown

    def learn(self, counts: Counts) -> None:
        """Remember the labels of every value counted."""
        for facet, values in counts.facets.items():
            self._facets.update({(facet, value.value): value.label for value in values})

    def name_labels(self, labels: Mapping[tuple[Facet, str], str]) -> None:
        """Remember labels from elsewhere, such as an entity card."""
        self._facets.update(labels)

    def __call__(self, choice: EraChoice | FacetChoice) -> str:
        """The name of a choice; its id as long as no name was learnt."""
        if isinstance(choice, EraChoice):
            return self._eras.get(choice, choice.era)
        return self._facets.get((choice.facet, choice.value), choice.value)


def era_years(era: Era) -> str:
    """The years of an era: "1960–72", "1853–94", "2012–", "–1853"."""
    first = str(era.start.year) if era.start else ""
    if era.end is None:
        return f"{first}–"
    # Bounds are half-open: what ends with a year's first day has that year no more.
    last = str(era.end.year - (era.end.month == era.end.day == 1))
    if first == last:
        return first
    if era.start and first[:2] == last[:2]:
        last = last[2:]
    return f"{first}–{last}"
