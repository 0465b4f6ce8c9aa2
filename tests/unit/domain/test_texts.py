"""Derived text maps back to the source text exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import DerivedText, PageLabel, Piece, TextVersion, text_sha


@st.composite
def derivations(draw: st.DrawFn) -> tuple[DerivedText, str]:
    """A derived text made of runs that are kept, folded into another length, or left out."""
    source, derived, pieces = "", "", []
    for number in range(draw(st.integers(1, 6))):
        kept = draw(st.integers(1, 5))
        here = chr(ord("a") + number) * kept
        shrunk = draw(st.booleans())
        made = here.upper() if not shrunk else chr(ord("A") + number) * draw(st.integers(1, 4))
        pieces.append(
            Piece(
                Span(len(derived), len(derived) + len(made)),
                Span(len(source), len(source) + len(here)),
            )
        )
        source, derived = source + here + "-" * draw(st.integers(0, 3)), derived + made
    return DerivedText(derived, tuple(pieces)), source


@given(derivations(), st.data())
def test_a_derived_span_maps_to_the_source_it_was_made_from(
    made: tuple[DerivedText, str], data: st.DataObject
) -> None:
    derived, source = made
    start = data.draw(st.integers(0, len(derived.text) - 1))
    end = data.draw(st.integers(start + 1, len(derived.text)))
    back = derived.to_source(Span(start, end))
    # The letters tell which source run each derived run was made from.
    wanted = dict.fromkeys(derived.text[start:end].lower())
    assert list(dict.fromkeys(back.of(source).replace("-", ""))) == list(wanted)
    again = derived.from_source(back)
    assert again is not None
    assert again.contains(Span(start, end))


def test_positions_inside_a_run_of_one_length_correspond_one_by_one() -> None:
    derived = DerivedText("NATO加盟", (Piece(Span(0, 6), Span(10, 16)),))
    assert derived.to_source(Span(4, 6)) == Span(14, 16)
    assert derived.from_source(Span(14, 16)) == Span(4, 6)


def test_a_run_of_another_length_is_mapped_whole() -> None:
    derived = DerivedText("fi", (Piece(Span(0, 2), Span(5, 6)),))  # a ligature of one character
    assert derived.to_source(Span(1, 2)) == Span(5, 6)
    assert derived.from_source(Span(5, 6)) == Span(0, 2)


def test_source_that_was_left_out_has_no_derived_place() -> None:
    derived = DerivedText("ab", (Piece(Span(0, 1), Span(0, 1)), Piece(Span(1, 2), Span(9, 10))))
    assert derived.from_source(Span(3, 7)) is None
    assert derived.from_source(Span(0, 10)) == Span(0, 2)
    assert DerivedText("", ()).from_source(Span(0, 4)) is None


@pytest.mark.parametrize("span", [Span(0, 0), Span(0, 3)])
def test_what_is_not_in_the_derived_text_cannot_be_mapped(span: Span) -> None:
    derived = DerivedText("ab", (Piece(Span(0, 2), Span(0, 2)),))
    with pytest.raises(ValueError, match="derived text"):
        derived.to_source(span)


def test_a_text_is_named_by_its_utf_8_bytes() -> None:
    version = TextVersion.of("𠮷野家", "1", "1")
    assert version.sha == text_sha("𠮷野家") != text_sha("吉野家")


def test_the_page_of_a_position_is_the_last_that_began_before_it() -> None:
    pages = (PageLabel(0, "iv"), PageLabel(10, "1"))
    version = TextVersion.of("x" * 30, "1", "1", pages)
    assert [version.page_at(at) for at in (0, 9, 10, 29)] == ["iv", "iv", "1", "1"]
    assert TextVersion.of("x", "1", "1").page_at(0) is None
    assert TextVersion.of("x" * 9, "1", "1", (PageLabel(5, "2"),)).page_at(4) is None
