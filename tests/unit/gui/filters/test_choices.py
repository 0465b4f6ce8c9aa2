"""A query taken apart into choices, named, and put together again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.dates import Days
from usjp_reader.domain.eras import Era
from usjp_reader.domain.queries import (
    ArticleQuery,
    Axis,
    EraChoice,
    Facet,
    FacetChoice,
    Flag,
    Sort,
)
from usjp_reader.gui.filters.choices import (
    FACET_WORDS,
    ChoiceNames,
    chip_words,
    choices_of,
    cleared,
    era_years,
    facet_word,
    flag_word,
    toggled,
    without,
)

if TYPE_CHECKING:
    from usjp_reader.domain.eras import Periodisation
    from usjp_reader.domain.queries import Counts

SIXTIES = Days(date(1960, 1, 1), date(1969, 12, 31))
FULL = ArticleQuery(
    words=" 沖縄 rain ",
    eras=(EraChoice("phases", "treaty"),),
    facets=(
        FacetChoice(Facet.PERSON, "person/1"),
        FacetChoice(Facet.PLACE, "place/kadena", excluded=True),
    ),
    flags=(Flag.UNREAD,),
    published=SIXTIES,
    sort=Sort.OLDEST,
    axis=Axis.ABOUT,
    certain_only=True,
)
_FACETS = st.builds(FacetChoice, st.sampled_from(Facet), st.sampled_from(["a", "b"]), st.booleans())


def test_every_condition_is_a_choice_and_can_be_dropped() -> None:
    query = FULL
    for choice in choices_of(FULL):
        query = without(query, choice)
    assert not query.is_filtered
    assert query == cleared(FULL)
    assert (query.sort, query.axis, query.certain_only) == (Sort.OLDEST, Axis.ABOUT, True)


def test_dropping_what_is_not_there_changes_nothing() -> None:
    assert without(ArticleQuery(), Flag.STARRED) == ArticleQuery()
    assert without(ArticleQuery(), EraChoice("a", "b")) == ArticleQuery()


@given(st.lists(_FACETS, max_size=8))
def test_no_value_is_ever_wanted_and_unwanted(choices: list[FacetChoice]) -> None:
    query = ArticleQuery()
    for choice in choices:
        query = toggled(query, choice)
    values = [(choice.facet, choice.value) for choice in query.facets]
    assert len(values) == len(set(values))


@given(_FACETS)
def test_choosing_twice_is_choosing_not(choice: FacetChoice) -> None:
    assert toggled(toggled(ArticleQuery(), choice), choice) == ArticleQuery()


def test_chips_say_what_they_mean(divisions: tuple[Periodisation, ...], counts: Counts) -> None:
    names = ChoiceNames(divisions)
    names.learn(counts)
    words = [chip_words(choice, FULL, names) for choice in choices_of(FULL)]
    assert words == [
        "“沖縄 rain”",
        "Unread",
        "about Revised treaty",
        "1960–1969",
        "Person 1",
        "not Kadena",
    ]
    published = replace(FULL, axis=Axis.PUBLISHED)
    assert chip_words(FULL.eras[0], published, names) == "Revised treaty"


def test_names_not_learnt_are_ids_until_they_are() -> None:
    names = ChoiceNames()
    choice = FacetChoice(Facet.PERSON, "person/9")
    assert names(choice) == "person/9"
    assert names(EraChoice("x", "y")) == "y"
    names.name_labels({(Facet.PERSON, "person/9"): "Nine"})
    assert names(choice) == "Nine"


def test_eras_of_one_name_are_told_apart_by_their_years(
    divisions: tuple[Periodisation, ...],
) -> None:
    names = ChoiceNames(divisions)
    assert names(EraChoice("terms", "t3")) == "Grover Cleveland · 1888–"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, date(1853, 7, 8), "–1853"),
        (date(1853, 7, 8), date(1894, 11, 22), "1853–94"),
        (date(1894, 1, 1), date(1905, 9, 5), "1894–1905"),
        (date(1850, 1, 1), date(1860, 1, 1), "1850–59"),
        (date(2012, 12, 26), None, "2012–"),
        (date(1881, 3, 4), date(1881, 9, 19), "1881"),
    ],
)
def test_years_of_an_era(start: date | None, end: date | None, words: str) -> None:
    assert era_years(Era("x", {"en": "X"}, start, end)) == words


def test_everything_has_a_name() -> None:
    assert all(flag_word(flag) for flag in Flag)
    assert all(facet_word(facet) for facet in Facet)
    assert set(FACET_WORDS) == set(Facet)
