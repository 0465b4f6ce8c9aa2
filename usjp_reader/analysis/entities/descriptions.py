"""Descriptions that mean somebody without a name: "the Japanese leader", 駐日米大使.

Only what is certain is resolved: one holder of the post through all days on which the article may
have been published, no name beside the words, and no other time in the sentence. They are no
mentions: nothing counts them, and the window shows them only on demand.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.deriving import derived
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Tenure
    from usjp_reader.domain.texts import Line, Readings
    from usjp_reader.knowledge.base import KnowledgeBase

_NAME_AFTER = re.compile(
    r",?\s+(?:[A-Z][a-z]|Mr|Mrs)|[\u3005\u30a0-\u30ff\u3400-\u9fff]|の[\u3400-\u9fff]"
)
_NAMED_BEFORE = re.compile(r"[\u3005\u30a0-\u30ff\u3400-\u9fff元前次]$|[A-Z][\w.’'-]+,\s*$")
_NOT_NOW = re.compile(
    r"\b(?:former|then|late|next|future|first|last|every|previous|ex)[\s-]+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|(?:明治|大正|昭和|平成|令和)")
_SENTENCE_END = re.compile(r"[.!?]\s|[。！？\n]")
_FARTHEST = 400
"""How many characters away a sentence is looked at: some pages have no full stop at all."""


def descriptions(
    text: str,
    lines: Sequence[Line],
    readings: Readings,
    days: Days | None,
    knowledge: KnowledgeBase,
) -> tuple[Mention, ...]:
    """The descriptions in an article that mean exactly one person, as mentions with the reason.

    Args:
        text: The source text.
        lines: All its labelled lines.
        readings: Misread words and what they really say.
        days: When the article was published; nothing is certain without it.
        knowledge: The tables.
    """
    if days is None:
        return ()
    read = derived(text, lines, readings)
    found = []
    for start, end, office in _phrases_in(read.text):
        holder = _only_holder(office, days, knowledge)
        if holder is None or not _is_meant(read.text, start, end, days):
            continue
        span = read.to_source(Span(start, end))
        person, why = knowledge.resolve(holder.person), _said(holder, knowledge)
        found.append(Mention(span, span.of(text), EntityType.PERSON, person, why, described=True))
    return tuple(found)


def _only_holder(office: str, days: Days, knowledge: KnowledgeBase) -> Tenure | None:
    """Whoever held a post on all of these days, where nobody else did on any of them."""
    terms = [one for one in knowledge.holders(office) if one.days.intersection(days)]
    if len(terms) != 1 or terms[0].days.intersection(days) != days:
        return None
    return terms[0]


def _is_meant(text: str, start: int, end: int, days: Days) -> bool:
    """Whether the words stand alone and speak of the present of the article."""
    if _NAME_AFTER.match(text, end) or _NOT_NOW.search(text, max(0, start - 24), start):
        return False
    if _NAMED_BEFORE.search(text, max(0, start - 24), start):
        return False
    years = {str(days.earliest.year), str(days.latest.year)}
    return all(year in years for year in _YEAR.findall(_sentence(text, start, end)))


def _sentence(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _FARTHEST), min(len(text), end + _FARTHEST)
    before = [match.end() for match in _SENTENCE_END.finditer(text, first, start)]
    after = _SENTENCE_END.search(text, end, last)
    return text[before[-1] if before else first : after.start() if after else last]


def _said(holder: Tenure, knowledge: KnowledgeBase) -> Message:
    office = knowledge.office(holder.office)
    name = knowledge.label(holder.person) or holder.person
    params = {"name": name, "office": office.name_en if office else holder.office}
    return Message("analysis.described", params)


def _phrases_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the descriptions stand, with the post that each one means."""
    automaton, offices = _phrases()
    flat = folded(text)
    for index, start, end in automaton.find_matches_as_indexes(flat):
        is_cut = flat[start].isascii() and (
            flat[start - 1 : start].isalnum() or flat[end : end + 1].isalnum()
        )
        if not is_cut:
            yield start, end, offices[index]


@cache
def _phrases() -> tuple[AhoCorasick, tuple[str, ...]]:
    """The automaton of all descriptions, and the post of each."""
    offices: dict[str, str] = {}
    for office, rows in read_toml(resource("naming", "descriptions.toml")).items():
        for phrases in rows.values():
            for phrase in phrases.split(";"):
                offices[folded(" ".join(phrase.split()))] = office
    automaton = AhoCorasick(
        list(offices),
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )
    return automaton, tuple(offices.values())
