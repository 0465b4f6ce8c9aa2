"""Runs cover the text exactly once, whatever lies over it."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.passages import Anchor, Colour, Passage
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import Line, LineKind
from usjp_reader.reading.overlay import Layers, overlay
from usjp_reader.reading.tokens import entity_of

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def mention(start: int, end: int, of: EntityType = EntityType.PERSON) -> Mention:
    return Mention(Span(start, end), "x" * (end - start), of, None, Message("analysis.test"))


def passage(start: int, end: int, colour: Colour = Colour.YELLOW, key: str = "p") -> Passage:
    span = Span(start, end)
    return Passage(key, "article", Anchor("sha", span, "x", "", ""), colour, NOW, NOW)


spans = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
mentions = st.builds(
    lambda span, of: mention(span.start, span.end, of), spans, st.sampled_from(EntityType)
)
passages = st.builds(
    lambda span, colour, key: passage(span.start, span.end, colour, key),
    spans,
    st.sampled_from(Colour),
    st.uuids().map(str),
)
layers = st.builds(
    Layers, st.just(()), st.lists(mentions), st.lists(passages, max_size=5), st.lists(spans)
)


@given(st.integers(0, 40), layers)
def test_runs_follow_each_other_without_gap_or_overlap(length: int, over: Layers) -> None:
    runs = overlay(length, over)
    assert [run.span.start for run in runs] == [0, *(run.span.end for run in runs[:-1])][
        : len(runs)
    ]
    assert sum(len(run.span) for run in runs) == length
    assert all(run.span for run in runs)


@given(st.integers(1, 40), layers)
def test_each_run_carries_exactly_what_covers_its_positions(length: int, over: Layers) -> None:
    for run in overlay(length, over):
        for position in range(run.span.start, run.span.end):
            there = {one.id for one in over.passages if one.anchor.span.covers(position)}
            assert set(run.passage_ids) == there
            assert run.hit == any(hit.covers(position) for hit in over.hits)
            named = [one for one in over.mentions if one.span.covers(position)]
            assert (run.mention is None) == (not named)
            if run.mention:
                assert len(run.mention.span) == min(len(one.span) for one in named)


def test_a_name_in_a_hit_in_a_passage_says_all_three() -> None:
    over = Layers((), [mention(4, 7)], [passage(0, 10)], [Span(2, 8)])
    runs = {run.span: str(run.token) for run in overlay(12, over)}
    assert runs == {
        Span(0, 2): "Token.Passage.Yellow",
        Span(2, 4): "Token.Passage.Yellow.Hit",
        Span(4, 7): "Token.Passage.Yellow.Hit.Entity.Person",
        Span(7, 8): "Token.Passage.Yellow.Hit",
        Span(8, 10): "Token.Passage.Yellow",
        Span(10, 12): "Token.Text",
    }


def test_a_short_passage_lies_on_top_of_a_long_one() -> None:
    over = Layers((), (), [passage(3, 5, Colour.GREEN, "b"), passage(0, 9, Colour.YELLOW, "a")])
    middle = overlay(9, over)[1]
    assert middle.passage_ids == ("a", "b")
    assert str(middle.token) == "Token.Passage.Green"


def test_unmarked_text_has_the_type_of_its_line() -> None:
    lines = [
        Line(1, Span(0, 4), LineKind.TITLE, "t"),
        Line(2, Span(5, 9), LineKind.AD, "a"),
        Line(3, Span(10, 14), LineKind.BODY, "b"),
    ]
    tokens = [str(run.token) for run in overlay(14, Layers(lines))]
    assert tokens == ["Token.Title", "Token.Text", "Token.Furniture.Ad", "Token.Text", "Token.Text"]


def test_the_type_of_an_entity_can_be_read_from_its_token() -> None:
    for of in EntityType:
        run = overlay(3, Layers((), [mention(0, 3, of)], [passage(0, 3)]))[0]
        assert entity_of(run.token) is of
