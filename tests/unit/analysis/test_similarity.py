"""Two articles are one story when they share their words, and not when they share their subject."""

from __future__ import annotations

import random
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.wire import REWRITE, SAME_EVENT, WIRE
from usjp_reader.analysis.similarity import Printed, containment, is_same_story, sample, shingles
from usjp_reader.domain.dates import Days

DAY = Days(date(1987, 4, 29), date(1987, 4, 29))
WEEK_LATER = Days(date(1987, 5, 6), date(1987, 5, 6))
MONTHS_LATER = Days(date(1987, 9, 1), date(1987, 9, 1))

JAPANESE = (
    "日米両政府は来週月曜日から半導体の価格をめぐる協議を始めると、双方の当局者が水曜日に明らかにした。"
    "先月の関税で小型計算機の出荷は半分に減っている。川崎の製造会社の広報担当者は、夏までは工場を閉めないと述べ、"
    "労働組合にも文書でそう伝えたという。試験の大半を担うオレゴン州では一月以来四百人が職を失った。"
)


def printed(*sentences: str, days: Days | None = DAY) -> Printed:
    return Printed(shingles("".join(sentences)), days)


def scanned(text: str, every: int) -> str:
    """As a scanner reads it: one letter in `every` is another one."""
    chance = random.Random(7)
    return "".join("e" if char.isalpha() and chance.random() < 1 / every else char for char in text)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (printed(*WIRE), True),
        (printed(*WIRE[:3]), True),
        (printed(*REWRITE), True),
        (printed(*(part.upper() for part in WIRE)), True),
        (printed(scanned("".join(WIRE), 120)), True),
        (printed(*SAME_EVENT), False),
        (printed(WIRE[3], *SAME_EVENT), False),
        (printed(*WIRE, days=WEEK_LATER), True),
        (printed(*WIRE, days=MONTHS_LATER), False),
        (printed(*WIRE, days=None), True),
        (printed(*REWRITE[:2], WIRE[2], days=None), False),
    ],
)
def test_what_is_one_story(other: Printed, same: bool) -> None:
    assert is_same_story(printed(*WIRE), other) is same
    assert is_same_story(other, printed(*WIRE)) is same


def test_a_japanese_reprint_is_found_however_its_lines_were_broken() -> None:
    broken = "\n".join(JAPANESE[at : at + 17] for at in range(0, len(JAPANESE), 17))
    assert is_same_story(printed(JAPANESE), printed(broken[: len(broken) * 2 // 3]))
    assert not is_same_story(printed(JAPANESE), printed(*WIRE))


def test_a_line_or_two_is_never_a_story() -> None:
    assert not is_same_story(
        printed("No comment was to be had."), printed("No comment was to be had.")
    )


def test_nothing_shares_nothing() -> None:
    assert containment(frozenset(), frozenset({1})) == 0.0
    assert shingles("") == shingles("four words of text") == frozenset()


@given(st.text(max_size=300))
def test_a_sample_is_a_part_of_the_shingles_in_order(text: str) -> None:
    hashes = shingles(text)
    assert set(sample(hashes)) <= hashes
    assert list(sample(hashes)) == sorted(sample(hashes))


def test_samples_of_reprints_meet() -> None:
    whole, cut = (sample(printed(*parts).hashes) for parts in (WIRE * 1, WIRE[:4]))
    assert set(whole) & set(cut)
    for one, other in permutations((whole, cut)):
        assert len(one) < 40
        assert len(other) < 40
