"""Typed words are found where they stand; selections never cut a character in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.config.messages import explained
from usjp_reader.domain.errors import QuoteNotFoundError
from usjp_reader.domain.spans import Span
from usjp_reader.passages.graphemes import snapped
from usjp_reader.passages.quoting import locate

TEXT = "𠮷野 said 😀 that the\u00a0treaty\nwould hold.\n沖縄は\n日本に復帰した。Naha, Naha."


def test_words_that_stand_there_once_are_found_with_code_points() -> None:
    assert locate(TEXT, "said 😀").of(TEXT) == "said 😀"


def test_words_may_run_over_a_line_break() -> None:
    assert locate(TEXT, "the treaty would hold").of(TEXT) == "the\u00a0treaty\nwould hold"
    assert locate(TEXT, "沖縄は日本に").of(TEXT) == "沖縄は\n日本に"


def test_decomposed_words_are_found() -> None:
    assert locate("ガ (Asō) left", "Aso\u0304").of("ガ (Asō) left") == "Asō"


def test_words_are_not_found_across_word_borders() -> None:
    with pytest.raises(QuoteNotFoundError):
        locate("the me", "theme")


def test_repeated_words_need_a_position() -> None:
    with pytest.raises(QuoteNotFoundError) as caught:
        locate(TEXT, "Naha")
    assert "2 times" in explained(caught.value)
    at = TEXT.rindex("Naha")
    assert str(at) in explained(caught.value)
    assert locate(TEXT, "Naha", at) == Span(at, at + 4)


def test_a_position_where_the_words_do_not_begin_is_an_error() -> None:
    with pytest.raises(QuoteNotFoundError) as caught:
        locate(TEXT, "Naha", 3)
    assert "do not begin at 3" in explained(caught.value)


@pytest.mark.parametrize(("words", "says"), [("  \n", "no words"), ("Tokyo", "do not stand")])
def test_words_that_are_not_there_are_an_error(words: str, says: str) -> None:
    with pytest.raises(QuoteNotFoundError) as caught:
        locate(TEXT, words)
    assert says in explained(caught.value)


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 30))
def test_every_stretch_is_found_again_by_its_position(start: int, length: int) -> None:
    stretch = TEXT[start : start + length]
    words = stretch.strip()
    if words:
        begins = start + len(stretch) - len(stretch.lstrip())
        assert locate(TEXT, stretch, begins) == Span(begins, begins + len(words))


@given(
    st.lists(st.sampled_from(["said", "那覇", "the", "に", "沖縄は"]), min_size=1, max_size=6),
    st.data(),
)
def test_any_blanks_between_words_will_do(words: list[str], data: st.DataObject) -> None:
    blanks = st.sampled_from([" ", "\n", "\u00a0", " \n "])
    text = words[0]
    for word in words[1:]:
        text += data.draw(blanks) + word
    assert locate(f"A {text} Z", " ".join(words)).of(f"A {text} Z") == text


@pytest.mark.parametrize(
    ("text", "inside", "whole"),
    [
        ("ae\u0301x", Span(1, 2), Span(1, 3)),
        ("a👩‍🚀b", Span(1, 2), Span(1, 4)),
        ("a👩‍🚀b", Span(3, 4), Span(1, 4)),
        ("👍🏽!", Span(0, 1), Span(0, 2)),
        ("🇯🇵🇺🇸", Span(0, 1), Span(0, 2)),
        ("🇯🇵🇺🇸", Span(2, 3), Span(2, 4)),
        ("葛\U000e0100城", Span(0, 1), Span(0, 2)),
        ("ｶﾞ", Span(0, 1), Span(0, 2)),
        ("𠮷野", Span(0, 1), Span(0, 1)),
    ],
)
def test_a_selection_is_widened_to_whole_characters(text: str, inside: Span, whole: Span) -> None:
    assert snapped(text, inside) == whole


@given(st.text(st.sampled_from("ae\u0301\u200d👩🚀🏽🇯🇵\n野")), st.data())
def test_snapping_only_widens_and_is_done_after_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    wide = snapped(text, span)
    assert wide.contains(span)
    assert snapped(text, wide) == wide
