"""Spans are half-open ranges of code points."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.spans import Span, merged

spans = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: Span(p[0], p[0] + p[1]))


def positions(*some: Span) -> set[int]:
    return {at for span in some for at in range(span.start, span.end)}


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-2, -1)])
def test_a_span_neither_begins_before_the_text_nor_ends_before_it_begins(
    start: int, end: int
) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_positions_count_code_points_not_bytes_or_utf_16() -> None:
    text = "😀𠮷野 spoke"
    assert Span(1, 3).of(text) == "𠮷野"
    assert len(Span(1, 3)) == 2


def test_an_empty_span_is_false() -> None:
    assert not Span(3, 3)
    assert Span(3, 4)


@given(spans, spans)
def test_two_spans_overlap_where_they_share_a_position(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(positions(one) & positions(other)) or not (one and other)
    if one and other:
        assert one.overlaps(other) == other.overlaps(one)


@given(spans, spans)
def test_clipping_keeps_what_lies_inside(one: Span, bounds: Span) -> None:
    clipped = one.clipped(bounds)
    assert (positions(clipped) if clipped else set()) == positions(one) & positions(bounds)


@given(st.lists(spans))
def test_merged_spans_cover_the_same_positions_once(some: list[Span]) -> None:
    result = merged(some)
    assert positions(*result) == positions(*some)
    assert all(left.end < right.start for left, right in itertools.pairwise(result))


@given(spans, st.integers(0, 20))
def test_shifting_there_and_back_changes_nothing(span: Span, by: int) -> None:
    assert span.shifted(by).shifted(-by) == span


def test_shifting_before_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(1, 2).shifted(-2)


@given(spans, spans)
def test_one_span_contains_another_when_it_holds_all_of_it(one: Span, other: Span) -> None:
    if other:
        assert one.contains(other) == (positions(other) <= positions(one))


@given(spans, st.integers(0, 60))
def test_a_span_covers_the_positions_from_start_to_before_end(span: Span, at: int) -> None:
    assert span.covers(at) == (at in positions(span))
