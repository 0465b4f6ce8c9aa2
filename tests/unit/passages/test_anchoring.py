"""Passages are found again after their text changed, or the reader is asked; nothing is guessed."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from usjp_reader.domain.passages import Anchor, PassageState
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import text_sha
from usjp_reader.knowledge.folding import folded
from usjp_reader.passages import anchoring
from usjp_reader.passages.anchoring import Placed
from usjp_reader.passages.squeezing import Squeezed

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = """Watch live

𠮷野 opens talks in Naha 😀

Prime Minister Eisaku Sato told reporters on Tuesday that the islands would return within two years.
The Foreign Ministry said the agreement "opens a new chapter", and Washington did not disagree.

"We will wait," said one official. "We will wait," said another, older official at the embassy.

沖縄の施政権は日本に返還されると政府は発表した。県民の反応は分かれている。

Traders in Osaka sold dollars through the afternoon while the Bank of Japan stayed silent.
"""
SENTENCE = "the islands would return within two years"


def anchor(words: str, text: str = OLD, after: int = 0) -> Anchor:
    at = text.index(words, after)
    return Anchor.in_text(text, text_sha(text), Span(at, at + len(words)))


def find(made: Anchor, new: str, old: str | None = OLD) -> Placed:
    return anchoring.find(made, new, text_sha(new), old, folded)


def exact(placed: Placed) -> str | None:
    return placed.anchor.exact if placed.anchor else None


def test_the_same_text_needs_no_search() -> None:
    made = anchor(SENTENCE)
    assert find(made, OLD) == Placed(made, PassageState.ANCHORED)


def test_text_that_changed_only_behind_the_passage_leaves_it_where_it_is() -> None:
    placed = find(anchor(SENTENCE), OLD + "\nMore news 😀.\n")
    assert (placed.state, exact(placed)) == (PassageState.ANCHORED, SENTENCE)


CHANGES = {
    "lines put before": lambda text: "Menu\nSearch\n😀\n\n" + text,
    "lines taken away": lambda text: text.split("\n\n", 1)[1],
    "wrapped by hand": lambda text: re.sub(r"(.{30,40}) ", r"\1\n", text),
    "other quotation marks": lambda text: re.sub(r'"(.+?)"', r"“\1”", text),
    "blanks doubled": lambda text: text.replace(" ", "  "),
    "soft hyphens": lambda text: text.replace("isl", "is\u00adl").replace("agree", "ag\u00adree"),
    "capital headline style": str.upper,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("old", [OLD, None], ids=["old text known", "old text lost"])
@pytest.mark.parametrize(
    "words",
    [
        SENTENCE,
        "Washington did not disagree",
        "施政権は日本に返還されると政府は発表した。県民の反応は",
    ],
)
def test_a_long_passage_is_found_whatever_happens_to_the_page(
    change: Callable[[str], str], old: str | None, words: str
) -> None:
    new = change(OLD)
    placed = find(anchor(words), new, old)
    assert placed.state in {PassageState.MOVED, PassageState.ANCHORED}
    assert placed.anchor is not None
    assert squeezed(placed.anchor.exact) == squeezed(words)


def squeezed(text: str) -> str:
    return Squeezed.of(text, folded).text


def test_a_short_passage_is_found_where_the_same_words_still_surround_it() -> None:
    new = "Menu\n\n" + OLD
    placed = find(anchor("Naha"), new)
    assert placed.state is PassageState.MOVED
    assert placed.anchor == anchor("Naha", new)


def test_a_short_passage_without_its_old_text_is_never_moved_silently() -> None:
    assert find(anchor("Naha"), "Menu\n\n" + OLD, None).state is PassageState.CHECK


def test_of_repeated_words_the_right_ones_are_followed() -> None:
    second = OLD.index('"We will wait,"', OLD.index("official"))
    new = "Menu\n\n" + OLD
    placed = find(anchor('"We will wait,"', OLD, second), new)
    assert placed.state is PassageState.MOVED
    assert placed.anchor is not None
    assert placed.anchor.span.start == second + len("Menu\n\n")


def test_of_repeated_words_that_were_deleted_none_is_taken_silently() -> None:
    new = OLD.replace('"We will wait," said one official. ', "")
    assert find(anchor('"We will wait,"'), new).state in {PassageState.CHECK, PassageState.ORPHAN}


def test_one_of_two_equal_paragraphs_deleted_is_not_mistaken_for_the_other() -> None:
    paragraph = "The ministry declined to comment on the report about the bases.\n"
    old = paragraph + "Then:\n" + paragraph
    first = Anchor.in_text(old, text_sha(old), Span(4, 40))
    state = find(first, paragraph, old).state
    assert state in {PassageState.CHECK, PassageState.ORPHAN}


def test_deleted_words_have_no_place_and_no_false_one() -> None:
    new = OLD.replace(SENTENCE, "nothing had been decided so far")
    assert find(anchor(SENTENCE), new).state in {PassageState.ORPHAN, PassageState.CHECK}
    gone = OLD.replace(OLD[OLD.index("Prime") : OLD.index("The Foreign")], "")
    assert find(anchor(SENTENCE), gone).state is PassageState.ORPHAN


def test_a_rewritten_passage_is_shown_to_the_reader() -> None:
    new = OLD.replace("would return within two years", "could come back in under two years")
    placed = find(anchor(SENTENCE), new)
    assert placed.state is PassageState.CHECK
    assert exact(placed) == "the islands could come back in under two years"


def test_a_paragraph_that_moved_is_found_where_it_is_now() -> None:
    moved = OLD[OLD.index("Traders") :]
    new = moved + "\n" + OLD.replace(moved, "")
    placed = find(anchor("Osaka sold dollars through the afternoon"), new)
    assert (placed.state, exact(placed)) == (
        PassageState.MOVED,
        "Osaka sold dollars through the afternoon",
    )


def test_an_old_text_that_does_not_fit_the_anchor_is_not_believed() -> None:
    placed = find(anchor(SENTENCE), "Menu\n\n" + OLD, "another text altogether")
    assert (placed.state, exact(placed)) == (PassageState.MOVED, SENTENCE)


def test_a_passage_of_blanks_alone_is_an_orphan_elsewhere() -> None:
    at = OLD.index("\n\n")
    made = Anchor.in_text(OLD, text_sha(OLD), Span(at, at + 2))
    assert find(made, "Something\n\nelse").state is PassageState.ORPHAN


def test_an_empty_new_text_has_no_place_for_anything() -> None:
    assert find(anchor(SENTENCE), "").state is PassageState.ORPHAN


words = st.sampled_from(
    ["Sato", "Naha", "treaty", "the", "of", "said", "bases", "沖縄", "返還", "dollar", "😀", "𠮷野"]
)
documents = st.lists(words, min_size=12, max_size=60).map(" ".join)


@settings(max_examples=150)
@given(documents, documents, st.data())
def test_what_is_put_around_a_text_never_changes_what_a_silent_move_marks(
    old: str, extra: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old) - 2))
    end = data.draw(st.integers(start + 1, len(old)))
    made = Anchor.in_text(old, text_sha(old), Span(start, end))
    new = f"{extra}\n\n{old}"
    placed = find(made, new, old)
    if placed.state in {PassageState.MOVED, PassageState.ANCHORED}:
        assert placed.anchor is not None
        assert squeezed(placed.anchor.exact) == squeezed(made.exact)


def test_hundreds_of_edits_move_nothing_silently_to_a_wrong_place() -> None:
    """Every letter remembers where it came from, which the search cannot see."""
    dice = random.Random(7)
    silent = wrong = 0
    for _ in range(400):
        old = article(dice)
        start = dice.randrange(len(old) - 60)
        span = Span(start, start + dice.choice([8, 30, 60]))
        new, origins = edited(old, dice)
        placed = find(Anchor.in_text(old, text_sha(old), span), new, old)
        if placed.state in {PassageState.MOVED, PassageState.ANCHORED}:
            silent += 1
            assert placed.anchor is not None
            wrong += not is_right(placed.anchor.span, span, origins)
    assert wrong == 0
    assert silent > 200


def article(dice: random.Random) -> str:
    vocabulary = OLD.split()
    return ". ".join(" ".join(dice.choices(vocabulary, k=dice.randint(4, 12))) for _ in range(25))


def edited(old: str, dice: random.Random) -> tuple[str, list[int | None]]:
    """The text with stretches put in, taken out and misspelt, and where each letter came from."""
    origins: list[int | None] = list(range(len(old)))
    letters = list(old)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(letters))
        kind = dice.choice(["insert", "delete", "misspell"])
        if kind == "insert":
            extra = list(article(dice)[: dice.randint(5, 80)])
            letters[at:at] = extra
            origins[at:at] = [None] * len(extra)
        elif kind == "delete":
            length = dice.randint(1, 50)
            del letters[at : at + length], origins[at : at + length]
        else:
            letters[at] = "x"
    return "".join(letters), origins


def is_right(found: Span, marked: Span, origins: list[int | None]) -> bool:
    """Whether the letters found are those marked; ones put in between count neither way."""
    left = {was for was in origins if was is not None and marked.covers(was)}
    got = {was for was in origins[found.start : found.end] if was is not None}
    return len(left & got) >= 0.8 * len(left | got) and len(left) >= len(marked) / 2
