"""Dates as other programs hand them over, in tables, front matter and metadata."""

from __future__ import annotations

import pytest

from usjp_reader.knowledge.times.handed import handed_readings


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("february 24, 2009", "2009-02-24"),
        ("24th february 2009", "2009-02-24"),
        ("tue feb 24 2009", "2009-02-24"),
        ("2009, Feb 24", "2009-02-24"),
        ("2009 february 24", "2009-02-24"),
        ("1951 Sep", "1951-09"),
        ("sept. 1951", "1951-09"),
        ("may-june 1972", "1972-05-01/1972-06-30"),
        ("1235433600", "2009-02-24"),
        ("1235433600000", "2009-02-24"),
        ("1235433600.25", "2009-02-24"),
        ("19720515", "1972-05-15"),
        ("1972/5", "1972-05"),
        ("1972.05", "1972-05"),
        ("2009-W09", "2009-02-23/2009-03-01"),
        ("Spring number 1972", "1972-03-01/1972-05-31"),
        ("Spring issue, 1972", "1972-03-01/1972-05-31"),
        ("spring, 1972", "1972-03-01/1972-05-31"),
        ("1972年春号", "1972-03-01/1972-05-31"),
        ("[1972]", "1972"),
        ("c1972", "1972"),
        ("1972-05-15T00:00:00Z", "1972-05-15"),
        ("Mon, 15 May 1972 10:00:00 GMT", "1972-05-15"),
        ("昭和47年5月15日", "1972-05-15"),
    ],
)
def test_a_date_is_read_however_it_is_spelt(written: str, edtf: str) -> None:
    assert [days.edtf for days in handed_readings(written)] == [edtf]


@pytest.mark.parametrize("written", ["", "n.d.", "unknown", "202405", "yesterday", "12"])
def test_what_names_no_day_is_none(written: str) -> None:
    assert handed_readings(written) == ()


def test_figures_that_may_be_month_first_or_day_first_are_both() -> None:
    assert [days.edtf for days in handed_readings("01/05/1972")] == ["1972-01-05", "1972-05-01"]
    assert [days.edtf for days in handed_readings("15/05/1972")] == ["1972-05-15"]
