"""Positions survive the way into Qt and back, whatever the text is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from usjp_reader.domain.spans import Span
from usjp_reader.gui.text_offsets import TextOffsets, grapheme_units, raw_text

AWKWARD = "𠮷田 茂は😀\n\nNBSP\u00a0here 👨‍👩‍👧 e\u0301té\n最後"

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab \n\u00a0é沖縄😀𠮷🇯🇵"),
        st.characters(
            exclude_categories=("Cs", "Cc"),
            exclude_characters="\u2028\u2029\ufeff\ufffe\ufdd0\ufdd1",
        ),
    ),
    max_size=60,
)


def words_in_qt(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n")


@given(TEXTS, st.data())
def test_a_span_selects_the_same_words_in_qt(text: str, data: st.DataObject) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = TextOffsets(text).units(Span(start, end))
    assert words_in_qt(document, *units) == text[start:end]


@given(TEXTS)
def test_every_position_comes_back_from_qt(text: str) -> None:
    offsets = TextOffsets(text)
    units = [offsets.unit(position) for position in range(len(text) + 1)]
    assert [offsets.position(unit) for unit in units] == list(range(len(text) + 1))
    assert units == sorted(set(units))


@given(TEXTS)
def test_the_text_qt_holds_is_the_text_it_was_given(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    assert raw_text(document) == text


def test_half_an_emoji_is_never_selected() -> None:
    offsets = TextOffsets("a😀b")
    assert offsets.span(1, 2) == Span(1, 2)
    assert offsets.span(2, 4) == Span(1, 3)
    assert offsets.span(2, 2) == Span(1, 2)


def test_ends_may_come_in_either_order() -> None:
    assert TextOffsets("𠮷野家").span(4, 0) == Span(0, 3)


def test_positions_beyond_the_text_stop_at_its_end() -> None:
    assert TextOffsets("日米").position(99) == 2
    assert TextOffsets("日😀").position(99) == 2


@pytest.mark.parametrize("letter", ["e\u0301", "👨‍👩‍👧", "🇯🇵", "か\u3099"])
def test_a_selection_takes_a_letter_with_all_its_marks(letter: str) -> None:
    text = f"a{letter}b"
    document = QTextDocument()
    document.setPlainText(text)
    offsets = TextOffsets(text)
    inside = offsets.unit(1) + 1
    start, end = grapheme_units(document, inside, inside)
    assert offsets.span(start, end).of(text) == letter


def test_whole_letters_are_left_as_they_are() -> None:
    document = QTextDocument()
    document.setPlainText(AWKWARD)
    assert grapheme_units(document, 0, 2) == (0, 2)
