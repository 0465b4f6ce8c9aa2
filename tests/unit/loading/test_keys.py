"""Under which facet values an article is filed."""

from __future__ import annotations

import pytest

from tests.helpers.builders import a_mention, a_time, an_article
from usjp_reader.domain.queries import Axis
from usjp_reader.loading.keys import keys
from usjp_reader.search.facets import era_kind

SURE = era_kind(Axis.PUBLISHED, "phases", certain=True)
MAYBE = era_kind(Axis.PUBLISHED, "phases", certain=False)
ABOUT = era_kind(Axis.ABOUT, "phases", certain=True)
PASSING = era_kind(Axis.ABOUT, "phases", certain=False)


def of(kind: str, published: str | None, *named: str) -> set[str]:
    made = an_article(published=published, times=tuple(a_time(value) for value in named))
    return {value for found, value in keys(made) if found == kind}


@pytest.mark.parametrize(
    ("published", "years", "doubtful"),
    [
        ("2009-02-24", {"2009"}, False),
        ("2009", {"2009"}, False),
        ("2009~", {"2009"}, False),
        ("2008/2009", set(), True),
        (None, set(), False),
    ],
)
def test_an_article_counts_in_a_year_only_if_it_is_surely_of_it(
    published: str | None, years: set[str], doubtful: bool
) -> None:
    assert of("year", published) == years
    assert of("year-doubtful", published) == ({""} if doubtful else set())
    assert of("undated", published) == ({""} if published is None else set())


def test_what_is_to_be_reviewed_is_filed_as_such() -> None:
    assert of("review", "2009-02-24") == set()
    assert of("review", None) == {""}


def test_a_date_in_one_era_is_sure_and_one_over_two_is_doubtful() -> None:
    islands = "us-administered-islands"  # runs beside the others
    assert of(SURE, "1951-09-08") == {"occupation", islands}
    assert of(MAYBE, "1951-09-08") == set()
    assert of(SURE, "1952") == {islands}
    assert "occupation" in of(MAYBE, "1952")
    assert of(SURE, None) | of(MAYBE, None) == set()


def test_what_is_named_once_among_many_is_touched_in_passing() -> None:
    war = of(ABOUT, "1943")
    named = ("2009-02", "2009-02-01", "2009-02-02", "1943")
    assert of(PASSING, "2009-02-24", *named) == war
    assert war <= of(ABOUT, "2009-02-24", "1943")
    assert not war & of(ABOUT, "2009-02-24", *named)


def test_linked_mentions_are_filed_by_their_type() -> None:
    made = an_article()
    text = made.version.text
    made = an_article(
        mentions=(
            a_mention(text, "Taro Aso", "person/taro-aso"),
            a_mention(text, "WASHINGTON", "place/washington", "GPE"),
        )
    )
    found = keys(made)
    assert {("person", "person/taro-aso"), ("place", "place/washington")} <= found
    assert {("all", ""), ("source", "Harbor Chronicle"), ("language", "en")} <= found
    assert ("source", "") in keys(an_article(publisher=None))
