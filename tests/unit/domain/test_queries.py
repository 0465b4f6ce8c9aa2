"""A query is one value; choices are toggled in and out of it."""

from __future__ import annotations

from datetime import date

import pytest

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.queries import (
    FACET_OF,
    ArticleQuery,
    EraChoice,
    Facet,
    FacetChoice,
    Flag,
    Sort,
)


@pytest.mark.parametrize(
    "choice",
    [
        EraChoice("phases", "occupation"),
        FacetChoice(Facet.PERSON, "person/taro-aso"),
        FacetChoice(Facet.SOURCE, "港日報", excluded=True),
        Flag.STARRED,
    ],
)
def test_choosing_twice_is_not_choosing(choice: EraChoice | FacetChoice | Flag) -> None:
    empty = ArticleQuery(words="Naha", sort=Sort.OLDEST)
    once = empty.toggled(choice)
    assert once != empty
    assert once.is_filtered
    assert once.toggled(choice) == empty


def test_choices_keep_the_order_in_which_they_were_made() -> None:
    query = ArticleQuery().toggled(Flag.UNREAD).toggled(Flag.UNDATED).toggled(Flag.STARRED)
    assert query.toggled(Flag.UNDATED).flags == (Flag.UNREAD, Flag.STARRED)


def test_wanting_a_value_and_excluding_it_are_two_choices() -> None:
    wanted, unwanted = FacetChoice(Facet.TAG, "x"), FacetChoice(Facet.TAG, "x", excluded=True)
    assert ArticleQuery().toggled(wanted).toggled(unwanted).facets == (wanted, unwanted)


def test_blanks_order_and_axis_do_not_narrow_a_list() -> None:
    assert not ArticleQuery(words=" \u3000", sort=Sort.LONGEST, certain_only=True).is_filtered
    day = date(1951, 9, 8)
    assert ArticleQuery(published=Days(day, day)).is_filtered


def test_every_type_of_entity_is_filed_under_a_facet() -> None:
    assert set(FACET_OF) == set(EntityType)
