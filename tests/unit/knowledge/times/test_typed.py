"""What somebody types as a date is understood, or refused in a sentence that says what to type."""

from __future__ import annotations

from datetime import date

import pytest

from usjp_reader.domain.errors import BadValueError
from usjp_reader.knowledge.times.typed import typed_date

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("1972-05-15", "1972-05-15"),
        ("1972-05", "1972-05"),
        ("1909~", "1909~"),
        ("1951/1952", "1951/1952"),
        ("15 May 1972", "1972-05-15"),
        ("  15  may\t1972 ", "1972-05-15"),
        ("Monday, 15 May 1972", "1972-05-15"),
        ("May 15th, 1972", "1972-05-15"),
        ("MAY 1972", "1972-05"),
        ("in May 1972", "1972-05"),
        ("15/5/1972", "1972-05-15"),
        ("5/15/72", "1972-05-15"),
        ("1972.5.15", "1972-05-15"),
        ("about 1909", "1909~"),
        ("c. 1909", "1909~"),
        ("1909?", "1909~"),
        ("about May 1909", "1909-05~"),
        ("the 1950s", "1950/1959"),
        ("spring 1951", "1951-03-01/1951-05-31"),
        ("1951 to 1952", "1951/1952"),
        ("1951-52", "1951/1952"),
        ("between 1951 and 1952", "1951/1952"),
        ("from 3 May 1951 to 4 June 1952", "1951-05-03/1952-06-04"),
        ("1 to 5 May 1972", "1972-05-01/1972-05-05"),
        ("3 May – 4 June 1951", "1951-05-03/1951-06-04"),
        ("Dec 1951 to Jan 1952", "1951-12/1952-01"),
        ("about 1950 to 1953", "1950~/1953"),
        ("1950s to 1960s", "1950/1969"),
        ("昭和47年5月15日", "1972-05-15"),
        ("昭和四十七年五月", "1972-05"),
        ("平成元年1月8日", "1989-01-08"),
        ("約1909年", "1909~"),
        ("明治42年頃", "1909~"),
        ("1951年から1952年まで", "1951/1952"),
        ("嘉永6年6月3日", "1853-07-08"),
        ("s47.5.15", "1972-05-15"),
        ("28 November 2026", "2026-11-28"),
    ],
)
def test_dates_as_people_type_them(words: str, edtf: str) -> None:
    assert typed_date(words, TODAY).value == edtf


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("", "not_understood"),
        ("the day the consul left", "not_understood"),
        ("May 32, 1972", "not_understood"),
        ("Feb 30 1972", "not_understood"),
        ("1972-13-01", "not_understood"),
        ("May 1972 and some words", "not_understood"),
        ("1909 1910", "not_understood"),
        ("1951 to nowhere", "not_understood"),
        ("😀", "not_understood"),
        ("May 5", "without_year"),
        ("5月15日", "without_year"),
        ("3/4/2010", "of_two_readings"),
        ("1952 to 1951", "backwards"),
        ("2031", "in_the_future"),
        ("1 December 2026", "in_the_future"),
    ],
)
def test_what_is_no_date_is_refused_by_its_reason(words: str, key: str) -> None:
    with pytest.raises(BadValueError) as refused:
        typed_date(words, TODAY)
    assert refused.value.message.key == f"knowledge.date_{key}"
