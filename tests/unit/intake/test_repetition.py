"""Which lines repeat in a source, and which never count however often they stand there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.papers import FOOT, comet
from usjp_reader.domain.articles import Container
from usjp_reader.domain.corrections import REPEATED_RULE
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning import label
from usjp_reader.intake.cleaning.repetition import (
    Repeated,
    number_of,
    numbers_in,
    repeated,
    standing,
    traces,
)
from usjp_reader.knowledge.folding import line_key

LINE = "Write to the harbor office for a chart of the roads"


def traces_of(text: str) -> bytes:
    return traces(text, label(text, Container()).lines)


def below(number: int, line: str = LINE) -> str:
    return f"{comet(number)}\n{line}\n"


def within(number: int, line: str = LINE) -> str:
    parts = comet(number).strip().split("\n\n")
    return "\n\n".join((*parts[:3], line, *parts[3:])) + "\n"


def found(texts: list[str], line: str = LINE) -> Repeated | None:
    number = number_of(line_key(line))
    return {one.number: one for one in repeated(list(map(traces_of, texts)))}.get(number)


def test_a_line_below_many_articles_repeats() -> None:
    texts = [*map(below, range(4)), *map(comet, range(4, 12))]
    assert found(texts) == Repeated(number_of(line_key(LINE)), 4, 12)


def test_letters_and_blanks_may_differ() -> None:
    texts = [below(n, LINE.upper().replace(" ", "\u3000") if n % 2 else LINE) for n in range(4)]
    one = found(texts)
    assert one is not None
    assert one.articles == 4


@pytest.mark.parametrize(("having", "of"), [(2, 2), (2, 6), (3, 16)])
def test_two_articles_or_a_few_among_many_are_not_enough(having: int, of: int) -> None:
    assert found([*map(below, range(having)), *map(comet, range(having, of))]) is None


def test_between_paragraphs_it_must_stand_in_half_of_the_articles() -> None:
    held = [within(n, FOOT) for n in range(5)]
    assert found([*held, *map(comet, range(5, 10))], FOOT) is not None
    assert found([*held[:4], *map(comet, range(5, 11))], FOOT) is None


@pytest.mark.parametrize(
    "line",
    ["The envoy:", "記者：", "Q", "No.", "Thank you very much.", "そうですね。", "- rice and silk"],
)
def test_speakers_short_replies_and_items_between_paragraphs_are_text(line: str) -> None:
    assert found([within(n, line) for n in range(8)], line) is None


def test_a_refrain_is_text() -> None:
    def sung(number: int) -> str:
        parts = comet(number).strip().split("\n\n")
        return "\n\n".join((parts[0], parts[1], FOOT, parts[2], FOOT, *parts[3:])) + "\n"

    assert found([sung(n) for n in range(6)], FOOT) is None


def test_a_subheading_is_text() -> None:
    assert found([within(n, LINE) for n in range(6)], LINE) is None


def test_paragraphs_never_repeat() -> None:
    long = (
        "This paper is printed on the paper of the mill beside the harbor, and what is left of" * 2
    )
    assert found([below(n, long) for n in range(6)], long) is None


def test_lines_of_a_wrapped_paragraph_do_not_count() -> None:
    wrapped = (
        "The mill beside the harbor has made the paper of this paper since the year of\n"
        "the great storm, and what is left of it in the evening goes to the school in the\n"
        "upper town, where the children draw ships on it until there is no white place\n"
        "left, and then it is burned in the stove of the reading room by the old porter."
    )
    texts = [f"{comet(n)}\n{wrapped}\n" for n in range(6)]
    assert all(found(texts, line) is None for line in wrapped.split("\n"))


def test_without_a_paragraph_there_is_no_edge() -> None:
    """A poem or a list of ships: its lines stand in the text however high or low."""
    texts = [f"Ships of week {n}\n\nHana {n}\n\n{LINE}\n" for n in range(3)]
    texts += [f"Ships of week {n}\n\nKiku {n}\n\nTsuru {n}\n" for n in range(3, 9)]
    assert found(texts) is None


def test_reprints_count_once() -> None:
    texts = [below(1).replace("week 1", f"week {n}") for n in range(9)]
    assert found(texts) is None


@settings(max_examples=40)
@given(
    st.permutations([*map(below, range(3)), *map(within, range(3, 6)), *map(comet, range(6, 9))])
)
def test_the_order_of_texts_says_nothing(texts: list[str]) -> None:
    assert repeated(list(map(traces_of, texts))) == repeated(list(map(traces_of, sorted(texts))))


def test_only_content_is_told() -> None:
    known = {number_of(line_key(one)): line_key(one) for one in (FOOT, "Advertisement")}
    text = f"Advertisement\n\n{below(1, FOOT)}"
    assert standing(traces_of(text), known) == (line_key(FOOT),)
    assert standing(traces_of(comet(1)), known) == ()


def test_what_is_told_is_settled_first() -> None:
    text = below(1)
    lines = label(text, Container(), frozenset({line_key(LINE)})).lines
    assert (lines[-1].kind, lines[-1].rule) == (LineKind.BOILERPLATE, REPEATED_RULE)
    assert lines[:-1] == label(text, Container()).lines[:-1]


def test_a_line_of_signs_without_width_is_looked_over() -> None:
    text = f"\u200b\n{comet(1)}\n\u200b\nShare\n"

    assert numbers_in(traces_of(text)) >= {number_of(line_key("Share"))}


@given(
    st.lists(st.sampled_from(["Share", "the\u00a0end", "A line, and", "\u200b", ""]), max_size=9)
)
@settings(deadline=None)
def test_what_a_text_contributes_is_the_same_whatever_was_labelled_before(lines: list[str]) -> None:
    text = "\n".join([*lines, comet(2), *lines])
    labels = label(text, Container()).lines
    at_once = traces(text, labels)
    label(comet(3), Container())

    assert traces(text, labels) == at_once
