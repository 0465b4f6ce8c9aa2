"""Folding for comparison never moves a character."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.knowledge import deriving, folding
from usjp_reader.knowledge.deriving import narrowed
from usjp_reader.knowledge.folding import folded, is_kanji


@given(st.text())
def test_length_stays_and_folding_twice_changes_nothing(text: str) -> None:
    once = folded(text)
    assert len(once) == len(text)
    assert folded(once) == once


def test_every_character_folds_to_one() -> None:
    chars = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    once = folded("".join(chars))
    assert len(once) == len(chars)
    assert folded(once) == once


def test_every_character_is_folded_as_the_tables_have_it() -> None:
    """Most are passed over without asking the tables; none of them would be changed there."""
    for code in range(0x80, 0x10000):
        char = chr(code)
        if not 0xD800 <= code < 0xE000:
            assert folded(char) == folding._folds()[code]
            assert narrowed(char) == deriving._folds()[code]


def test_case_accents_width_quotes_dashes_and_blanks() -> None:
    assert folded("Asō Tarō’s “U.S.–Japan” ＡＢＣ\u00a0𠮷😀") == 'aso taro\'s "u.s.-japan" abc 𠮷😀'


def test_voiced_kana_stay_voiced() -> None:
    assert folded("がギぱ") == "がギぱ"


def test_kanji() -> None:
    assert all(map(is_kanji, "日𠮷々"))
    assert not any(map(is_kanji, "aあア😀"))


@given(st.text(alphabet="ab Z`’“”—é　ＡÅ沢澤\u00a0", min_size=1, max_size=30))
def test_a_long_text_is_folded_as_its_parts_are(text: str) -> None:
    times = 1 + 1000 // len(text)

    assert folded(text * times) == folded(text) * times
    assert narrowed(text * times) == narrowed(text) * times
