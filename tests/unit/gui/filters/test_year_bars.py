"""Years into bars and places into years."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.dates import Days
from usjp_reader.gui.filters.year_bars import LEAST_WIDTH, bar_at, bar_of, bars, days_of, is_within

_YEARS = st.integers(1600, 2100)


def test_few_years_have_a_bar_each() -> None:
    found = bars(((1970, 3), (1972, 5)), 1970, 1972, 200)
    assert [(bar.words, bar.count) for bar in found] == [("1970", 3), ("1971", 0), ("1972", 5)]


def test_many_years_share_bars() -> None:
    found = bars(((1854, 1), (1859, 2)), 1854, 2026, 200)
    assert found[0].words == "1850–1854"
    assert found[1].count == 2


@given(
    st.dictionaries(_YEARS, st.integers(1, 99), min_size=1),
    st.floats(1, 2000),
)
def test_no_article_is_lost_and_bars_can_be_seen(years: dict[int, int], width: float) -> None:
    first, last = min(years), max(years)
    found = bars(tuple(sorted(years.items())), first, last, width)
    assert sum(bar.count for bar in found) == sum(years.values())
    assert all(a.last + 1 == b.first for a, b in pairwise(found))
    assert found[0].first <= first <= last <= found[-1].last
    assert len(found) <= max(width / LEAST_WIDTH, (last - first) / 100) + 2


@given(_YEARS, _YEARS, st.floats(10, 500))
def test_every_year_is_in_its_bar(first: int, last: int, width: float) -> None:
    low, high = sorted((first, last))
    found = bars((), low, high, width)
    for year in (low, high):
        assert found[bar_of(found, year)].first <= year <= found[bar_of(found, year)].last


def test_a_place_is_a_bar_and_beyond_the_ends_the_nearest() -> None:
    found = bars((), 1960, 1969, 100)
    assert bar_at(found, 0, 100) == 0
    assert bar_at(found, 55, 100) == 5
    assert bar_at(found, -9, 100) == 0
    assert bar_at(found, 400, 100) == 9
    assert bar_at((), 4, 100) == 0


def test_bars_in_either_order_are_days() -> None:
    found = bars((), 1960, 1969, 100)
    assert days_of(found[9], found[0]) == Days(date(1960, 1, 1), date(1969, 12, 31))
    assert is_within(found[3], (Days(date(1963, 12, 31), date(1970, 1, 1)),))
    assert not is_within(found[2], (Days(date(1963, 12, 31), date(1970, 1, 1)),))
