"""Dates in all the forms that English and Japanese articles write them."""

# ruff: noqa: E501  (cases stay on one line)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.intake.dating.english import english
from usjp_reader.intake.dating.expressions import Form
from usjp_reader.intake.dating.japanese import japanese, number
from usjp_reader.intake.dating.pages import expressions_in


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
        ("June 19-21, 1957", "1957-06-19"),
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


@given(st.dates(min_value=__import__("datetime").date(1873, 1, 1)).filter(lambda d: d.year < 2100))
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
    for one in [*english(text), *japanese(text)]:
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
