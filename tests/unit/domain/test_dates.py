"""Dates are EDTF values with an earliest and a latest day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.dates import UNDATED, Dated, Days, Edtf, Precision, Status

some_days = st.tuples(st.dates(), st.dates()).map(lambda p: Days(min(p), max(p)))
bounds = st.none() | st.dates()


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision"),
    [
        ("2009-02-24", date(2009, 2, 24), date(2009, 2, 24), Precision.DAY),
        ("2009-02", date(2009, 2, 1), date(2009, 2, 28), Precision.MONTH),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29), Precision.MONTH),
        ("1960", date(1960, 1, 1), date(1960, 12, 31), Precision.YEAR),
        ("1950/1953", date(1950, 1, 1), date(1953, 12, 31), Precision.INTERVAL),
        ("1951-09/1952-04-28", date(1951, 9, 1), date(1952, 4, 28), Precision.INTERVAL),
    ],
)
def test_a_value_means_the_days_from_its_first_to_its_last(
    value: str, earliest: date, latest: date, precision: Precision
) -> None:
    read = Edtf.parse(value)
    assert read.days == Days(earliest, latest)
    assert (read.value, read.precision, read.approximate) == (value, precision, False)


@pytest.mark.parametrize("value", ["2009~", "1853-07~", "1950~/1953", "1950/1953~"])
def test_a_tilde_says_that_the_value_is_approximate(value: str) -> None:
    assert Edtf.parse(value).approximate


@pytest.mark.parametrize(
    "value",
    [
        "",
        "24 February 2009",
        "2009-02-30",
        "2009-13",
        "2009-2-4",
        "09-02-24",
        "1953/1950",
        "2009/",
        "/2009",
        "..",
        "2009-02-24\n",
        " 2009",
        "２００９",
        "1950/1951/1952",
        "unknown",
        "0000",
        "2009-02-24T00:00",
    ],
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any reason will do
        Edtf.parse(value)


@given(some_days)
def test_the_value_of_some_days_means_exactly_these_days(days: Days) -> None:
    assert Edtf.of(days).days == days


@pytest.mark.parametrize("value", ["2009-02-24", "2009-02", "2009", "1950/1953", "0999-01"])
def test_the_shortest_value_is_chosen(value: str) -> None:
    assert Edtf.of(Edtf.parse(value).days).value == value


def test_days_do_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="not a range"):
        Days(date(2009, 2, 2), date(2009, 2, 1))


@given(some_days, bounds, bounds)
def test_within_means_every_day_and_overlaps_means_some_day(
    days: Days, start: date | None, end: date | None
) -> None:
    first, last = days.earliest, days.latest
    within = (start is None or first >= start) and (end is None or last < end)
    assert days.within(start, end) == within
    if start is None or end is None or start < end:
        low = max(first, start) if start else first
        high = min(last.toordinal(), end.toordinal() - 1) if end else last.toordinal()
        assert days.overlaps(start, end) == (low.toordinal() <= high)


@given(some_days, some_days)
def test_the_intersection_is_what_both_hold(one: Days, other: Days) -> None:
    both = one.intersection(other)
    assert both == other.intersection(one)
    if both is None:
        assert one.latest < other.earliest or other.latest < one.earliest
    else:
        assert both.earliest in (one.earliest, other.earliest)
        assert one.earliest <= both.earliest <= both.latest <= one.latest


def test_an_unknown_date_is_not_an_empty_string() -> None:
    assert UNDATED.value is None
    assert UNDATED.precision is Precision.UNKNOWN
    assert not UNDATED.is_stated


def test_only_what_the_source_or_the_reader_says_is_stated() -> None:
    value = Edtf.parse("2009")
    assert Dated(value, status=Status.STATED).is_stated
    assert Dated(value, status=Status.CONFIRMED).is_stated
    assert not Dated(value, status=Status.INFERRED).is_stated
