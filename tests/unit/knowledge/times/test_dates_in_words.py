"""Dates in all the forms that English and Japanese articles write them."""

# ruff: noqa: E501  (cases stay on one line)

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.dates import Days
from usjp_reader.knowledge.times.calendars import old_day
from usjp_reader.knowledge.times.expressions import Form, Unit
from usjp_reader.knowledge.times.finding import expressions_in
from usjp_reader.knowledge.times.numerals import number


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Feb. 22, 2013", "2013-02-22"),
        ("February 22nd, 2013", "2013-02-22"),
        ("FEBRUARY 22, 2013", "2013-02-22"),
        ("Friday, Feb. 22, 2013 - 07:59AM JST", "2013-02-22"),
        ("22 February 2013", "2013-02-22"),
        ("the 22nd of February, 2013", "2013-02-22"),
        ("2013-02-22T10:00:00+09:00", "2013-02-22"),
        ("2013/2/22", "2013-02-22"),
        ("2/22/2013", "2013-02-22"),
        ("22/2/2013", "2013-02-22"),
        ("22.2.2013", "2013-02-22"),
        ("2/22/13", "2013-02-22"),
        ("June 19-21, 1957", "1957-06-19/1957-06-21"),
        ("YOKOHAMA, Friday, March 31, 1854. -- The", "1854-03-31"),
        ("Sept. 2, 1945", "1945-09-02"),
        ("March 2013", "2013-03"),
        ("in 2006", "2006"),
        ("the 1980 convention", "1980"),
        ("since the 1970s", "1970/1979"),
        ("平成25年2月22日", "2013-02-22"),
        ("平成二十五年二月二十二日（金）", "2013-02-22"),
        ("２０１３年２月２２日", "2013-02-22"),
        ("2013年 2月 22日", "2013-02-22"),
        ("二〇一三年二月二十二日", "2013-02-22"),
        ("令和元年5月1日", "2019-05-01"),
        ("昭和64年1月7日", "1989-01-07"),
        ("㍻25年2月22日", "2013-02-22"),
        ("H25.2.22付", "2013-02-22"),
        ("平成25年", "2013"),
        ("2013（平成25）年2月22日", "2013-02-22"),
        ("皇紀2600年", "1940"),
        ("2013年2月", "2013-02"),
        ("嘉永六年六月三日", "1853-07-08"),
        ("明治5年12月2日", "1872-12-31"),
        ("明治六年一月一日", "1873-01-01"),
        ("14 Mar 11", "2011-03-14"),
        ("7 DEC 41", "1941-12-07"),
        ("Dec. 7, '41", "1941-12-07"),
        ("12-Mar-2011", "2011-03-12"),
        ("8.IX.1951", "1951-09-08"),
        ("20110314T180200Z", "2011-03-14"),
        ("Sat Mar 12 09:41:02 JST 2011", "2011-03-12"),
        ("Septr. 8th, 1854", "1854-09-08"),
        ("the tenth of June 1960", "1960-06-10"),
        ("071930Z DEC 41", "1941-12-07"),
        ("0611GMT 150945", "1945-09-15"),
        ("AP-WX-06-28-95 1847EDT", "1995-06-28"),
        ("since '81", "1981"),
        ("1941–45", "1941/1945"),
        ("the early 1970s", "1970/1973"),
        ("in late 2008", "2008-09-01/2008-12-31"),
        ("Summer 1989 Issue", "1989-06-01/1989-08-31"),
        ("Fall/Winter 1998", "1998-09-01/1999-02-28"),
        ("Winter 1985/86", "1985-12-01/1986-02-28"),
        ("third quarter of 1998", "1998-07-01/1998-09-30"),
        ("1987 Q3", "1987-07-01/1987-09-30"),
        ("the 1998-99 school year", "1998-09-01/1999-06-30"),
        ("the nineteenth century", "1801/1900"),
        ("Showa 26", "1951"),
        ("昭和廿年八月十五日", "1945-08-15"),
        ("昭26・9・8", "1951-09-08"),
        ("令和元年", "2019-05-01/2019-12-31"),
        ("大正元年十一月", "1912-11"),
        ("二〇一八年度", "2018-04-01/2019-03-31"),
        ("1991年夏号", "1991-06-01/1991-08-31"),
        ("1970年代前半", "1970/1973"),
        ("2012〜13年", "2012/2013"),
        ("19世紀", "1801/1900"),
        ("安政元年十二月二十一日", "1855-02-07"),
    ],
)
def test_a_date_is_read(text: str, edtf: str) -> None:
    found = [one for one in expressions_in(text) if one.days]
    assert [one.days.edtf for one in found if one.days] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "2000 troops", "1,945 people", "May I go?", "He may 5 times", "$1999", "Boeing 1950x",
        "Highway 1960-A", "February 30, 2013", "13/32/2013", "10日間", "一日中", "五日目", "2013年度ではない前",
        "version 2.10.2013.4", "March on Washington", "Sun shines", "room 2012b", "平成99年1月1日",
        "call 202-555-1996", "version 2.1.13", "昭和64年2月1日", "嘉永六年六月三十一日",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert [one for one in expressions_in(text) if one.form is Form.DAY] == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("on Tuesday", Form.WEEKDAY),
        ("last month", Form.NEAR),
        ("TOKYO, June 19 —", Form.MONTH_DAY),
        ("２２日、", Form.DAY_ONLY),
        ("二十二日、", Form.DAY_ONLY),
        ("４月２８日", Form.MONTH_DAY),
        ("火曜日に", Form.WEEKDAY),
        ("昨年", Form.NEAR),
    ],
)
def test_expressions_that_need_an_anchor(text: str, form: Form) -> None:
    assert [one.form for one in expressions_in(text)] == [form]


@given(st.dates(min_value=date(1873, 1, 1)).filter(lambda d: d.year < 2100))
def test_a_day_is_the_same_in_every_spelling(day: object) -> None:
    for pattern in (
        "%B {0.day}, %Y",
        "{0.day} %b. %Y",
        "%Y-%m-%d",
        "%A, %B {0.day}, %Y",
        "%Y年{0.month}月{0.day}日",
    ):
        text = day.strftime(pattern).format(day)  # type: ignore[attr-defined]
        (one,) = (found for found in expressions_in(text) if found.days)
        assert one.days is not None
        assert one.days.edtf == str(day)


@given(st.text(max_size=200))
def test_any_text_is_scanned_and_spans_hold_their_words(text: str) -> None:
    for one in expressions_in(text):
        assert one.span.of(text) == one.text.rstrip()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十", 10),
        ("二十二", 22),
        ("千九百五十一", 1951),
        ("一九五一", 1951),
        ("元", 1),
        ("２５", 25),
    ],
)
def test_numbers_in_kanji(written: str, value: int) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    ("text", "unit", "count", "from_text"),
    [
        ("last week", Unit.WEEK, -1, False),
        ("earlier this year", Unit.YEAR, 0, False),
        ("three years ago", Unit.YEAR, -3, False),
        ("the day after tomorrow", Unit.DAY, 2, False),
        ("a century ago", Unit.CENTURY, -1, False),
        ("the following year", Unit.YEAR, 1, True),
        ("two months later", Unit.MONTH, 2, True),
        ("昨年", Unit.YEAR, -1, False),
        ("先々週", Unit.WEEK, -2, False),
        ("三カ月前", Unit.MONTH, -3, False),
        ("半世紀前", Unit.YEAR, -50, False),
        ("同日", Unit.DAY, 0, True),
        ("翌年", Unit.YEAR, 1, True),
    ],
)
def test_how_far_a_relative_expression_lies(
    text: str, unit: Unit, count: int, from_text: bool
) -> None:
    (one,) = expressions_in(text)
    assert one.shift is not None
    assert (one.shift.unit, one.shift.count, one.shift.from_text) == (unit, count, from_text)


def test_a_date_in_figures_keeps_its_other_readings() -> None:
    (american, european) = expressions_in("03/04/2009 and 05/06/2013 19:12 BST")
    assert american.days == Days(date(2009, 3, 4), date(2009, 3, 4))
    assert [days.edtf for days in american.others] == ["2009-04-03"]
    assert european.days is not None
    assert (european.days.edtf, european.others) == ("2013-06-05", ())


def test_expressions_do_not_overlap() -> None:
    text = "On Tuesday, Feb. 24, 2009, two years after the early 1970s, 2009年2月24日(火)昨年9月"
    found = expressions_in(text)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


def test_the_old_calendar_goes_both_ways() -> None:
    for day, words in ((date(1853, 7, 8), "嘉永6年6月3日"), (date(1872, 12, 31), "明治5年12月2日")):
        old = old_day(day)
        assert old is not None
        assert old.japanese == words
    assert old_day(date(1873, 1, 1)) is None
    (one,) = expressions_in("嘉永六年六月三日")
    assert one.old_calendar


@given(st.dates(min_value=date(1844, 2, 18), max_value=date(1872, 12, 31)))
def test_a_day_of_the_old_calendar_is_read_as_it_is_written(day: date) -> None:
    old = old_day(day)
    assert old is not None
    (one,) = expressions_in(old.japanese)
    assert one.days == Days(day, day)


PHRASES = (
    "last week, this morning and the following day",
    "next summer, two years ago, three weeks later",
    "the early 1970s, mid-July, March of last year, a decade earlier",
    "on Monday the 3rd of May 1947, Sept. 8, 1951, the spring of that year",
    "the same month, earlier this week, sixty years ago today, the previous Friday",
)


@given(st.data())
def test_no_phrase_breaks_in_the_capitals_of_a_headline(data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(PHRASES)).split(" ")
    casing = st.sampled_from((str.lower, str.upper, str.title, str.swapcase))
    headline = " ".join(data.draw(casing)(word) for word in words)
    for found in expressions_in(headline):
        assert headline[found.span.start : found.span.end] == found.text
