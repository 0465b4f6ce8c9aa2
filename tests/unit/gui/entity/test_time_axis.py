"""Where offices and years stand on a time line."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entity_pages import OfficeTerm
from usjp_reader.gui.entity.time_axis import axis_of, lanes_of

TODAY = date(2026, 11, 28)
DAYS = st.dates(date(1800, 1, 1), date(2026, 1, 1))


def term(first: date, last: date, office: str = "office/x", *, acting: bool = False) -> OfficeTerm:
    return OfficeTerm(office, office, Days(first, last), acting, last == date.max)


def test_an_office_held_twice_stands_in_one_row() -> None:
    terms = (
        term(date(1946, 5, 22), date(1947, 5, 24), "office/pm"),
        term(date(1946, 5, 22), date(1947, 5, 24), "office/foreign"),
        term(date(1948, 10, 15), date(1954, 12, 10), "office/pm"),
    )
    lanes = lanes_of(terms)
    assert [(lane.name, len(lane.terms)) for lane in lanes] == [
        ("office/pm", 2),
        ("office/foreign", 1),
    ]


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=5), st.none() | DAYS)
def test_every_term_lies_on_the_axis_in_its_order(
    pairs: list[tuple[date, date]], article: date | None
) -> None:
    terms = [term(min(pair), max(pair)) for pair in pairs]
    axis = axis_of(terms, TODAY, article)
    days = sorted(day for pair in pairs for day in pair)
    shares = [axis.share(day) for day in days]
    assert all(axis.holds(day) for day in days)
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


@given(DAYS, st.integers(0, 30_000), st.integers(2, 12))
def test_years_stand_at_equal_round_steps_and_never_too_many(
    first: date, length: int, most: int
) -> None:
    last = date.fromordinal(min(first.toordinal() + length, TODAY.toordinal()))
    axis = axis_of([term(first, max(first, last))], TODAY)
    ticks = axis.ticks(most)
    assert len(ticks) <= most
    assert all(axis.first <= year <= axis.last for year in ticks)
    assert len({b - a for a, b in pairwise(ticks)}) <= 1


def test_the_axis_reaches_to_an_article_that_is_near_but_not_to_one_far_off() -> None:
    held = [term(date(1964, 11, 9), date(1972, 7, 7))]
    assert axis_of(held, TODAY, date(1975, 6, 1)).holds(date(1975, 6, 1))
    far = axis_of(held, TODAY, date(2020, 1, 1))
    assert not far.holds(date(2020, 1, 1))
    assert far.share(date(2020, 1, 1)) == 1.0
    assert far.share(date(1900, 1, 1)) == 0.0


def test_who_is_in_office_is_so_until_today() -> None:
    axis = axis_of([term(date(2024, 10, 1), date.max)], TODAY)
    assert axis.holds(TODAY)
    assert axis.last < 2035


def test_a_beginning_that_is_not_known_does_not_stretch_the_axis() -> None:
    axis = axis_of(
        [term(date.min, date(1860, 1, 1)), term(date(1862, 1, 1), date(1863, 1, 1))], TODAY
    )
    assert axis.first >= 1855
