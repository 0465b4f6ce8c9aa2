"""Every time that an article names, resolved against its date."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.builders import lines_of
from usjp_reader.analysis.times import times
from usjp_reader.domain.dates import Days, TimeMention
from usjp_reader.domain.entities import Candidate, EntityType
from usjp_reader.domain.spans import Span
from usjp_reader.intake.normalising import normalised
from usjp_reader.knowledge.deriving import derived
from usjp_reader.knowledge.times import expressions_in

PUBLISHED = Days(date(2013, 2, 22), date(2013, 2, 22))  # a Friday


def named(
    text: str, published: Days | None = PUBLISHED, candidates: tuple[Candidate, ...] = ()
) -> tuple[TimeMention, ...]:
    text = normalised(f"Title\n\n{text}\n")
    read = derived(text, lines_of(text))
    return times(text, read, expressions_in(read.text), published, candidates)


def values(text: str, published: Days | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(one.text, one.value.value if one.value else None) for one in named(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The treaty was signed on September 8, 1951.", "September 8, 1951", "1951-09-08"),
        ("They met last week.", "last week", "2013-02-11/2013-02-17"),
        ("It was built three years ago.", "three years ago", "2010"),
        ("They will meet on Friday.", "Friday", "2013-02-22"),
        ("They met on Tuesday.", "Tuesday", "2013-02-19"),
        ("They will meet on Tuesday.", "Tuesday", "2013-02-26"),
        ("He faces elections in July.", "July", "2013-07"),
        ("Tensions rose in September.", "September", "2012-09"),
        ("It began yesterday.", "yesterday", "2013-02-21"),
        ("It began last December.", "last December", "2012-12"),
        ("Earlier this year they met.", "Earlier this year", "2013-01-01/2013-02-22"),
        ("It closed last summer.", "last summer", "2012-06-01/2012-08-31"),
        ("Feb. 7 was a holiday.", "Feb. 7", "2013-02-07"),
        ("In the early 1970s it fell.", "the early 1970s", "1970/1973"),
        ("昨年九月に国有化した。", "昨年九月", "2012-09"),
        ("先月の会談で合意した。", "先月", "2013-01"),
        ("二十日に会談した。", "二十日", "2013-02-20"),
        ("三年前に始まった。", "三年前", "2010"),
        ("７月に参院選を控える。", "７月", "2013-07"),
        ("嘉永六年六月三日に来航した。", "嘉永六年六月三日", "1853-07-08"),
    ],
)
def test_a_time_means_what_it_means_on_the_day_of_the_article(
    text: str, words: str, value: str
) -> None:
    assert (words, value) in values(text)


def test_what_is_reckoned_from_the_text_is_reckoned_from_the_time_before_it() -> None:
    assert values("The pact was signed on Sept. 8, 1951. The following year it took effect.") == [
        ("Sept. 8, 1951", "1951-09-08"),
        ("The following year", "1952"),
    ]
    assert values("１９５１年９月８日に調印し、同日、安保条約も結んだ。翌年に発効した。") == [
        ("１９５１年９月８日", "1951-09-08"),
        ("同日", "1951-09-08"),
        ("翌年", "1952"),
    ]
    assert values("They met again two days later.") == [("two days later", None)]


def test_a_day_without_a_year_is_of_the_year_that_its_paragraph_tells_of() -> None:
    text = "In 1960 the treaty was revised. On June 15 a student died.\n\nOn Feb. 20 they met."
    assert values(text) == [("1960", "1960"), ("June 15", "1960-06-15"), ("Feb. 20", "2013-02-20")]


def test_without_a_date_of_the_article_relative_times_mean_nothing_sure() -> None:
    assert values("They met last week, and in 1951.", None) == [
        ("last week", None),
        ("1951", "1951"),
    ]


def test_a_date_of_a_month_gives_relative_times_their_years() -> None:
    month = Days(date(2013, 2, 1), date(2013, 2, 28))
    assert values("Last year they met, and yesterday.", month) == [
        ("Last year", "2012"),
        ("yesterday", "2013-01-31/2013-02-27"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The visit took three years and 24 hours.",
        "The Trade Act of 1974 allows it.",
        "Call 202-555-1996 at once.",
        "Some 2000 troops came in May's car.",
        "十日間の訪問だった。",
    ],
)
def test_durations_names_and_numbers_are_no_times(text: str) -> None:
    assert values(text) == []


def test_a_year_inside_the_name_of_a_law_is_no_time() -> None:
    text = "Title\n\nThe Treaty of 1951 and Japan held until 1960.\n"
    at = text.index("Treaty")
    law = Candidate(Span(at, at + 14), "Treaty of 1951", EntityType.LAW)
    read = derived(text, lines_of(text))
    found = times(text, read, expressions_in(read.text), None, (law,))
    assert [one.text for one in found] == ["1960"]


PIECES = st.sampled_from(
    [
        *("on Tuesday", "last week", "Feb. 22, 2013", "in 1951", "the following year", "2月22日"),
        *("昨年９月", "同日", "三年前", "\n\n", "\n", " ", "𠮷", "会談した。", "They met", "."),
        *("10 years ago today", "平成25年", "Septem-\nber 8", "  "),
    ]
)


@given(st.lists(PIECES, max_size=25))
def test_spans_lie_inside_the_text_and_do_not_overlap(pieces: list[str]) -> None:
    text = normalised("Title\n\n" + " ".join(pieces))
    read = derived(text, lines_of(text))
    found = times(text, read, expressions_in(read.text), PUBLISHED, ())
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(one.span.of(text) == one.text for one in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
