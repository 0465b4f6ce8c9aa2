"""Words and letters are told from bytes as a reader would count them, whatever the script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.knowledge.letters import bare, count_words, latin_words, words_in

TEXTS = st.text(alphabet="abZ09_'’- \n.—é½²ß日本あ٣\u0301", max_size=60)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Prime Minister's plan", 4),
        ("a well-known, twenty-one-year-old story", 4),
        ("o'er d'you x-y-z", 3),
        ("‘It’s over’ — he said", 4),
        ("May 15, 1972", 1),
        ("Café Réunion", 2),
        ("snake_case", 2),
        ("日本 and アメリカ", 3),
        ("", 0),
    ],
)
def test_words_of_letters_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


@given(TEXTS)
def test_bytes_and_patterns_count_the_same_words(text: str) -> None:
    assert count_words(text) == len(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text))


@given(TEXTS)
def test_bytes_and_patterns_find_the_same_words(text: str) -> None:
    assert words_in(text) == [word.encode() for word in re.findall(r"[^\W_]+", text)]
    assert latin_words(text) == re.findall("[a-z]+", text)
    assert bare(text) == "".join(re.findall(r"[^\W_]+", text.casefold()))


def test_a_text_with_much_beyond_ascii_is_read_alike() -> None:
    text = "日米両政府は会談し、Okinawa の返還で合意した。" * 40

    assert count_words(text) == 40 * 3
    assert len(words_in(text)) == 40 * 3
