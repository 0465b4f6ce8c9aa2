"""Dates as the list words them, in the language of the article."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.dates import UNDATED, Dated, Days, Edtf, Status
from usjp_reader.gui.articles.dates import date_words, days_words


@pytest.mark.parametrize(
    ("value", "english", "japanese"),
    [
        ("1972-05-15", "15 May 1972", "1972年5月15日"),
        ("1951-02", "Feb 1951", "1951年2月"),
        ("1960", "1960", "1960年"),
        ("1909~", "c. 1909", "1909年ごろ"),
        ("2009-08-01/2009-12-31", "Aug–Dec 2009", "2009年8月〜12月"),
        ("2009-08/2009-12", "Aug–Dec 2009", "2009年8月〜12月"),
        ("2009-11/2010-01", "Nov 2009 – Jan 2010", "2009年11月〜2010年1月"),
        ("1950/1953", "1950–1953", "1950年〜1953年"),
        ("1941-12-07/1941-12-08", "7–8 Dec 1941", "1941年12月7日〜8日"),
        ("2009-08-30/2009-09-16", "30 Aug – 16 Sep 2009", "2009年8月30日〜9月16日"),
        ("1944-12-30/1945-01-02", "30 Dec 1944 – 2 Jan 1945", "1944年12月30日〜1945年1月2日"),
        ("1972-02-01/1972-02-29", "Feb 1972", "1972年2月"),
    ],
)
def test_a_date_is_as_close_as_it_is_known(value: str, english: str, japanese: str) -> None:
    dated = Dated(Edtf.parse(value), status=Status.STATED)
    assert date_words(dated) == english
    assert date_words(dated, "ja") == japanese


def test_an_inferred_date_is_marked_and_a_confirmed_one_is_not() -> None:
    value = Edtf.parse("1972-05-15")
    assert date_words(Dated(value)) == "15 May 1972 ≈"
    assert date_words(Dated(value), "ja") == "1972年5月15日 ≈"
    assert date_words(Dated(value, status=Status.CONFIRMED)) == "15 May 1972"


def test_an_undated_article_says_so() -> None:
    assert date_words(UNDATED) == "no date"
    assert date_words(UNDATED, "ja") == "日付なし"


@given(st.dates(date(1600, 1, 1)), st.dates(date(1600, 1, 1)))
def test_the_years_of_any_range_are_in_its_words(one: date, other: date) -> None:
    days = Days(min(one, other), max(one, other))
    for language in ("en", "ja"):
        words = days_words(days, language)
        assert str(days.earliest.year) in words
        assert str(days.latest.year) in words
