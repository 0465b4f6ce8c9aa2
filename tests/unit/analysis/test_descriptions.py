"""Descriptions that mean exactly one person on the date are resolved, all others are left alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.unit.analysis.test_naming import KNOWLEDGE, lines_of
from usjp_reader.analysis.entities.descriptions import descriptions
from usjp_reader.config.messages import said
from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import with_described

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Mention


def described(text: str, first: str | None, last: str = "") -> tuple[Mention, ...]:
    days = None
    if first:
        days = Days(date.fromisoformat(first), date.fromisoformat(last or first))
    return descriptions(text, lines_of(text), (), days, KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "day", "words", "person"),
    [
        (
            "After lunch the Japanese leader flew home.",
            "2009-02-24",
            "the Japanese leader",
            "person/taro-aso",
        ),
        (
            "Japan’s prime minister was not amused 😀.",
            "1977-08-18",
            "Japan’s prime minister",
            "person/takeo-fukuda",
        ),
        (
            "In Seoul the U.S. president said nothing.",
            "2009-11-18",
            "the U.S. president",
            "person/barack-obama",
        ),
        ("会談後、駐日米大使は帰国した。", "2014-05-01", "駐日米大使", "person/caroline-kennedy"),
    ],
)
def test_whoever_alone_held_the_post_is_meant(text: str, day: str, words: str, person: str) -> None:
    (mention,) = described(text, day)
    assert mention.span.of(text) == words
    assert (mention.entity, mention.described) == (person, True)
    assert "A description" in said(mention.why)


@pytest.mark.parametrize(
    "text",
    [
        "The Japanese leader, Taro Aso, flew home.",
        "The Japanese prime minister Taro Aso flew home.",
        "The former Japanese prime minister flew home.",
        "In 1972 the Japanese leader went to Beijing.",
        "Aso, the Japanese leader, flew home.",
        "The next Japanese prime minister will see to it.",
        "麻生太郎日本首相は帰国した。",
        "米大統領選が近い。",
    ],
)
def test_named_people_and_other_times_are_left_alone(text: str) -> None:
    assert described(text, "2009-02-24") == ()


def test_without_a_narrow_date_nobody_is_meant() -> None:
    text = "The Japanese leader flew home."
    assert described(text, None) == ()
    assert described(text, "2008-09-01", "2008-10-01") == ()


def test_a_year_in_another_japanese_sentence_does_not_count() -> None:
    text = "交渉は1998年に始まった。日本の首相は帰国した。次は2013年である。"
    (mention,) = described(text, "2009-02-24")
    assert mention.entity == "person/taro-aso"


@pytest.mark.timeout(10)
def test_a_page_without_a_full_stop_is_read_without_waiting() -> None:
    text = "WASHINGTON — " + "the Japanese leader met the president and " * 5000
    found = described(text, "2009-02-24")
    assert len(with_described(found, found)) == len(found) == 5000
