"""Clues to a title from the lines beside it: decks, overlines, paths, and notices above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.intake.cleaning.kinship import is_pitch, telling_words
from usjp_reader.intake.cleaning.names import is_masthead, is_names, is_signed
from usjp_reader.intake.cleaning.prose import is_capitals, is_titled
from usjp_reader.intake.cleaning.publication_clues import is_free
from usjp_reader.intake.cleaning.rows import bare_of
from usjp_reader.intake.cleaning.self_descriptions import (
    asks_readers,
    describes_page,
    describes_publication,
    names_house,
    names_place,
    names_section,
)
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.cleaning.publication_clues import Clue
    from usjp_reader.intake.cleaning.rows import Unit

_SHORTEST_COPY, _SHORTEST_PART = 10, 2
_SHORT_NOTICE = 30
_STEP = re.compile("[>›»→＞/|]")
_MOST_KIN = 8
_SMALL = re.compile(
    r"\b(?:the|an?|of|on|in|by|to|for|with|and|is|are|no|not|at|from|after|over|but|or|as)\b|[,?!]",
    re.IGNORECASE,
)
"""What phrases have and labels have not."""
_OPENS_DECK = re.compile(
    r"(?:An?|The|How|What|Why|Some|After|As|With|Once|For|In|When|Where|Who|By|From|It|But|And|Now|"
    r"Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|[A-Z][a-z]+teen|[A-Z][a-z]+ty(?:-\w+)?)\b"
)


def clues_of_headlines(units: list[Unit], proses: list[int], at: int) -> Iterator[Clue]:
    """What the lines around a line say of it.

    Args:
        units: All units.
        proses: The units that are running text; at least one.
        at: The line.
    """
    unit = units[at]
    yield from _of_form(unit)
    yield from _of_line_above(units, at)
    yield from _of_line_below(units, at)
    yield from _of_copies(units, proses[0], at)
    if at > proses[0]:
        yield from _of_text_above(units, proses, at)


def _of_form(unit: Unit) -> Iterator[Clue]:
    text = unit.text
    yield "name of a house", names_house(text)
    yield "asks its readers", asks_readers(text)
    yield "name of a section", names_section(text)
    yield "a place", names_place(text)
    yield "ends with a full stop", text.endswith((".", "。"))
    is_short = 2 <= unit.words <= 5 and not unit.is_cjk
    yield "a short phrase", is_short and _SMALL.search(text) is not None
    yield "a question", text.endswith(("?", "？"))


def _may_be_headline(unit: Unit) -> bool:
    """Whether a line could be a title by its form: two words or more, no name of anybody."""
    text = unit.text
    if unit.words < 2 or not is_free(unit) or unit.prose or is_masthead(text):
        return False
    is_known = names_house(text) or names_section(text) or asks_readers(text)
    return not (is_known or is_names(text) or is_signed(text))


def _of_line_above(units: list[Unit], at: int) -> Iterator[Clue]:
    if not at or not _may_be_headline(units[at - 1]):
        return
    unit, above = units[at], units[at - 1]
    yield "below a headline", True
    yield "below a headline without a blank", not unit.gap
    if unit.is_cjk:
        return
    is_plain = not is_titled(unit)
    yield "small below capitalised", is_plain and is_titled(above)
    is_deck = is_plain and unit.words > above.words and _OPENS_DECK.match(unit.text) is not None
    yield "opens as a deck", is_deck
    is_phrase = above.words <= 5 and is_titled(above) and _SMALL.search(above.text) is not None
    yield "small below a short phrase", is_plain and is_phrase
    yield "below a line in capitals", is_capitals(above.text) and not is_capitals(unit.text)
    long = is_capitals(above.text) and above.words >= 4 and not is_capitals(unit.text)
    yield "below a long line in capitals", long
    yield "longer capitals below capitals", _is_overline(above, unit)


def _is_overline(above: Unit, unit: Unit) -> bool:
    """Whether a word or two in capitals stand above a line in capitals that says more."""
    are_capitals = is_capitals(above.text) and is_capitals(unit.text)
    return are_capitals and above.words <= 3 and unit.words >= 2 * above.words


def _of_line_below(units: list[Unit], at: int) -> Iterator[Clue]:
    if at + 1 >= len(units) or not _may_be_headline(units[at + 1]):
        return
    unit, below = units[at], units[at + 1]
    if unit.is_cjk:
        yield "above a much longer headline", len(below.text) > 2 * len(unit.text)
        return
    yield "capitalised above small", is_titled(unit) and not is_titled(below)
    yield "above a much longer headline", below.words > 2 * unit.words


def _of_copies(units: list[Unit], first: int, at: int) -> Iterator[Clue]:
    """A path or a section before the words of another line, and a part of a path."""
    own = bare_of(units[at])
    others = (bare_of(u) for u in units[: max(first, at)] if u is not units[at] and not u.prose)
    ends = (other for other in others if _SHORTEST_COPY <= len(other) < len(own))
    yield "ends as another line", any(own.endswith(other) for other in ends)
    path = next((u for u in units[:at] if u.mark and u.mark.rule == "breadcrumb"), None)
    if path is not None and len(own) >= _SHORTEST_PART:
        last = bare(_STEP.split(path.text)[-1])
        yield "within a path", own in bare_of(path) and not last.endswith(own)


def _of_text_above(units: list[Unit], proses: list[int], at: int) -> Iterator[Clue]:
    """Whether what looks like text above a line is no text of the article."""
    above = [units[n] for n in proses if n < at]
    below = [units[n] for n in proses if n > at][:_MOST_KIN]
    words = sum(unit.words for unit in above)
    yield "two paragraphs above", len(above) > 1
    yield "little text above", words <= _SHORT_NOTICE
    is_notice = any(
        describes_page(u.text) or describes_publication(u.text) or is_pitch(u) for u in above
    )
    yield "notice above", is_notice
    yield "rest of a text above", at > 0 and above[0].text[:1].islower()
    yield "note in brackets above", above[0].text[:1] in "[(（【〔"
    told = frozenset[str]().union(*map(telling_words, below))
    own = frozenset[str]().union(*map(telling_words, above))
    yield "kin of the text above", min(1.0, 3 * len(own & told) / len(own)) if own else 0.0
    yield "just below a paragraph", units[at - 1].prose
    yield (
        "heads a byline",
        any(
            u.mark and u.mark.kind and u.mark.kind.value in ("byline", "dateline")
            for u in units[at + 1 : at + 4]
        ),
    )
