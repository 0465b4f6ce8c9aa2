"""Which entity each candidate is, now that the date of the article is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from usjp_reader.analysis.entities.alone import ADMINISTRATION
from usjp_reader.analysis.entities.people import People
from usjp_reader.analysis.entities.speaking import speaks
from usjp_reader.analysis.entities.things import Things
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message
from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Candidate, Relation
    from usjp_reader.knowledge.base import KnowledgeBase

_STRANGER = Message("analysis.unknown_person")
_THING = Message("analysis.unknown_name")


def link(
    candidates: Sequence[Candidate],
    days: Days | None,
    text: str,
    knowledge: KnowledgeBase,
) -> tuple[Mention, ...]:
    """The mentions of an article, in order and without overlaps.

    Args:
        candidates: What `find_candidates` found.
        days: When the article was published, as closely as is known, or None.
        text: The source text.
        knowledge: The tables.
    """
    people = People(candidates, days, text, knowledge)
    things = Things(candidates, days, text, knowledge)
    found: list[Mention] = []
    for candidate in candidates:
        is_person = candidate.type is EntityType.PERSON
        mention = (people.mention(candidate) if is_person else None) or things.mention(candidate)
        if mention is None and candidate.is_titled:
            why = _STRANGER if is_person else _THING
            mention = Mention(candidate.span, candidate.text, candidate.type, None, why)
        if mention is None:
            continue
        if is_person:
            mention = _as_government(mention, text, knowledge)
        else:
            mention = _speaking(mention, days, text, knowledge)
        found.append(_as_read(mention, candidate) if candidate.is_guess else mention)
    return tuple(_disjoint(found))


def _as_read(mention: Mention, candidate: Candidate) -> Mention:
    """A mention that rests on our reading of a misread word: doubtful, and it says so."""
    why = Message(
        "analysis.misread",
        {"printed": candidate.text, "text": candidate.read_as, "why": mention.why},
    )
    return replace(mention, why=why, doubtful=True)


def _as_government(mention: Mention, text: str, knowledge: KnowledgeBase) -> Mention:
    """A person, or the government that carries the name: "Obama administration"."""
    match = ADMINISTRATION.match(text, mention.span.end)
    if match is None or mention.type is not EntityType.PERSON:
        return mention
    span = Span(mention.span.start, match.end())
    name = (knowledge.label(mention.entity) if mention.entity else None) or mention.text
    why = Message("analysis.administration", {"name": name})
    return Mention(span, span.of(text), EntityType.ORG, None, why)


def _speaking(mention: Mention, days: Days | None, text: str, knowledge: KnowledgeBase) -> Mention:
    if mention.type is not EntityType.GPE or mention.entity is None:
        return mention
    government = _government(mention.entity, days, knowledge)
    if government is None or not speaks(text, mention.span.start, mention.span.end):
        return mention
    return Mention(
        mention.span,
        mention.text,
        mention.type,
        mention.entity,
        mention.why,
        government,
        mention.doubtful,
    )


_GOVERNMENTS: WeakKeyDictionary[KnowledgeBase, dict[str, list[Relation]]] = WeakKeyDictionary()


def _government(place: str, days: Days | None, knowledge: KnowledgeBase) -> str | None:
    """What a capital stood for on the date; the last one where the date is not known."""
    capitals = _GOVERNMENTS.get(knowledge)
    if capitals is None:
        capitals = _GOVERNMENTS[knowledge] = {}
        for row in knowledge.tables.relations:
            if row.relation == "stands-for":
                capitals.setdefault(knowledge.resolve(row.subject), []).append(row)
    for row in reversed(capitals.get(place, [])):
        if days is None or row.days is None or row.days.intersection(days):
            return knowledge.resolve(row.object)
    return None


def _disjoint(mentions: list[Mention]) -> Iterator[Mention]:
    end = 0
    for mention in sorted(mentions, key=lambda one: (one.span.start, -one.span.end)):
        if mention.span.start >= end:
            yield mention
            end = mention.span.end
