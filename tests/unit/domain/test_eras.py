"""How surely a date lies in an era: half-open bounds, shared days, open ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.dates import Days, Edtf
from usjp_reader.domain.eras import Era, Fit, Periodisation, PeriodisationKind


def era(start: str | None, end: str | None, *, ends_shared: bool = False) -> Era:
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else None
    return Era("e", {"en": "An era", "ja": "時代"}, first, last, ends_shared=ends_shared)


def fit(an_era: Era, value: str) -> Fit | None:
    return an_era.fit(Edtf.parse(value).days)


OCCUPATION = era("1945-09-02", "1952-04-28")
BUSH = era("2001-01-20", "2009-01-20", ends_shared=True)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1945-09-01", None),
        ("1945-09-02", Fit.CERTAIN),
        ("1952-04-27", Fit.CERTAIN),
        ("1952-04-28", None),
        ("1950", Fit.CERTAIN),
        ("1945", Fit.POSSIBLE),
        ("1952-04", Fit.POSSIBLE),
        ("1940/1960", Fit.POSSIBLE),
        ("1953", None),
    ],
)
def test_bounds_are_half_open(value: str, expected: Fit | None) -> None:
    assert fit(OCCUPATION, value) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2009-01-19", Fit.CERTAIN),
        ("2009-01-20", Fit.CERTAIN),
        ("2009-01-21", None),
        ("2001-01-20/2009-01-20", Fit.CERTAIN),
        ("2009-01", Fit.POSSIBLE),
        ("2009", Fit.POSSIBLE),
        ("2009-01-20/2009-03-01", Fit.POSSIBLE),
        ("2000/2009-01-20", Fit.POSSIBLE),
        ("2009-02", None),
    ],
)
def test_a_shared_day_of_handing_over_belongs_to_the_era_that_ends_too(
    value: str, expected: Fit | None
) -> None:
    assert fit(BUSH, value) is expected


def test_an_era_without_an_end_goes_on() -> None:
    assert fit(era("2012-12-26", None), "2026") is Fit.CERTAIN
    assert fit(era("2012-12-26", None), "2012") is Fit.POSSIBLE
    assert fit(era(None, "1853-07-08"), "1600") is Fit.CERTAIN


@given(st.dates(), st.dates(), st.dates(), st.booleans())
def test_a_single_day_is_never_only_possible(
    day: date, one: date, other: date, shared: bool
) -> None:
    start, end = min(one, other), max(one, other)
    found = Era("e", {"en": "E"}, start, end, ends_shared=shared).fit(Days(day, day))
    inside = start <= day < end or (shared and day == end)
    assert found is (Fit.CERTAIN if inside else None)


def test_a_periodisation_lists_the_fitting_eras_in_order() -> None:
    before, after = era("2001-01-20", "2009-01-20", ends_shared=True), era("2009-01-20", None)
    both = Periodisation("p", {"en": "P"}, PeriodisationKind.RECORDS, "x", "y", (before, after))
    day = date(2009, 1, 20)
    assert both.fits(Days(day, day)) == ((before, Fit.CERTAIN), (after, Fit.CERTAIN))
    assert both.fits(None) == ()


def test_names_fall_back_to_english() -> None:
    assert OCCUPATION.name("ja") == "時代"
    assert OCCUPATION.name("fr") == "An era"
