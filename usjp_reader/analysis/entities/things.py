"""Which place, organisation, agreement, event or people's name a candidate is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from usjp_reader.analysis.entities.matcher import matcher, said_by
from usjp_reader.analysis.entities.speaking import is_at
from usjp_reader.analysis.entities.words import english
from usjp_reader.domain.entities import EntityType, Mention, Name
from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Candidate
    from usjp_reader.domain.spans import Span
    from usjp_reader.knowledge.base import KnowledgeBase

_HINTS = {
    "place/japan": "japan",
    "norp/japanese": "japan",
    "place/united-states": "states",
    "norp/american": "states",
    **dict.fromkeys(("place/tokyo", "org/diet", "org/liberal-democratic-party"), "japan"),
    **dict.fromkeys(("org/house-of-representatives-japan", "org/house-of-councillors"), "japan"),
    **dict.fromkeys(("place/washington", "org/us-congress", "org/us-senate"), "states"),
}
"""What tells which country a text speaks of."""
_COUNTRIES = {
    "japan": ("japan",),
    "states": ("-us", "u.s.", "united states", "american"),
}
_NEAR = 80
_DATED = (EntityType.LAW, EntityType.EVENT)
_MID_SENTENCE = re.compile(r"(?:\b[Tt]he|[a-z,;)]|['’]s|[“\"][Tt]he)\s+$")
_DATELINE = re.compile(r"[^\n.]{0,12}.{0,20}(?:--|—|–| - )")
_LIST_GAP = re.compile(r"(?:, (?:and |or )?| and | or |、|や|と)")
_LIST_BEFORE = re.compile(r"(?:, (?:and |or )?| and | or |、|や|と)$")
_UNKNOWN = Message("analysis.unknown_name")


_NAMES: WeakKeyDictionary[KnowledgeBase, dict[tuple[str, tuple[str, ...]], list[Name]]] = (
    WeakKeyDictionary()
)
"""Names that are not people's, by words and ids; the same in all articles."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """Entities that words mean, the best first, with the type of the first and the reason."""

    ids: tuple[str, ...]
    type: EntityType
    why: Message


_PARTIES: WeakKeyDictionary[KnowledgeBase, dict[str, list[tuple[str, Days | None]]]] = (
    WeakKeyDictionary()
)


def _parties(knowledge: KnowledgeBase) -> dict[str, list[tuple[str, Days | None]]]:
    """The parties whose members are called so, with their time: norp/socialists."""
    found = _PARTIES.get(knowledge)
    if found is None:
        found = _PARTIES[knowledge] = {}
        for row in knowledge.tables.relations:
            if row.relation == "member-of" and row.subject.startswith("norp/"):
                found.setdefault(row.subject, []).append((row.object, row.days))
    return found


def _can_only_be_firm(candidate: Candidate) -> bool:
    """Whether all that the words may mean are organisations, and they are no plain word."""
    entities = candidate.entities
    return (
        bool(entities)
        and all(one.startswith("org/") for one in entities)
        and said_by(candidate) not in english().ambiguous
    )


class _Firms:
    """Where organisations stand; where only something else beside them must be one too."""

    def __init__(
        self, candidates: Sequence[Candidate], is_sure: Callable[[Candidate], bool]
    ) -> None:
        self._sure = [one.span for one in candidates if is_sure(one) or _can_only_be_firm(one)]
        self._likely = [
            one.span for one in candidates if any(x.startswith("org/") for x in one.entities)
        ]

    def begins(self, at: int, *, beside_firm: bool) -> bool:
        """Whether one begins there; `beside_firm`: what stands before can be nothing else."""
        return any(one.start == at for one in self._of(beside_firm=beside_firm))

    def ends(self, at: int, *, beside_firm: bool) -> bool:
        """Whether one ends there; `beside_firm`: what follows can be nothing else."""
        return any(one.end == at for one in self._of(beside_firm=beside_firm))

    def _of(self, *, beside_firm: bool) -> list[Span]:
        return [*self._sure, *self._likely] if beside_firm else self._sure


class Things:
    """The candidates of one article that are no people."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        days: Days | None,
        text: str,
        knowledge: KnowledgeBase,
    ) -> None:
        self._text = text
        self._days = days
        self._knowledge = knowledge
        self._names = _NAMES.setdefault(knowledge, {})
        self._read: dict[str, _Reading] = {}
        self._countries = [
            (one.span.start, _HINTS[one.entities[0]])
            for one in candidates
            if one.entities and one.entities[0] in _HINTS
        ]
        self._firms = _Firms(candidates, self._is_organisation)
        self._certain = {
            one.entities[0]
            for one in candidates
            if len(one.entities) == 1 and self._sure_names(one)
        }

    def mention(self, candidate: Candidate) -> Mention | None:
        """The mention that a candidate is, or None when it is none."""
        if not candidate.entities:
            return self._mention(candidate, candidate.type, None, _UNKNOWN)
        words = said_by(candidate)
        read = self._read.get(words)
        if read is None:
            read = self._read[words] = self._reading(candidate)
        if not read.ids:
            read = self._unsure(candidate)
        if not read.ids:
            return None
        thing, type_ = self._here(candidate, read)
        return self._mention(candidate, type_, thing, read.why)

    def _here(self, candidate: Candidate, read: _Reading) -> tuple[str, EntityType]:
        """What of several the name means at its place, and its type there."""
        if read.type is EntityType.NORP:
            return self._party(candidate, read.ids[0]), read.type
        if read.type is not EntityType.ORG or len(candidate.entities) < 2:
            return read.ids[0], read.type
        houses = [one for one in candidate.entities if one.startswith("facility/")]
        if houses and is_at(self._text, candidate.span.start, candidate.span.end):
            return houses[0], EntityType.FAC
        country = self._country(candidate) or self._most_named()
        ranked = sorted(read.ids, key=lambda thing: not self._is_of(thing, country))
        return ranked[0], self._type(ranked[0]) or read.type

    def _party(self, candidate: Candidate, people: str) -> str:
        """The party that "the Socialists" are in the country in question, else themselves."""
        country = self._country(candidate) or self._most_named()
        for party, days in _parties(self._knowledge).get(people, ()):
            in_time = days is None or self._days is None or days.intersection(self._days)
            if in_time and (not country or self._is_of(party, country)):
                return party
        return people

    def _most_named(self) -> str:
        """The country that the article names most."""
        named = Counter(country for _, country in self._countries)
        return named.most_common(1)[0][0] if named else ""

    def _reading(self, candidate: Candidate) -> _Reading:
        """What the words mean wherever they stand; nothing where their place must decide."""
        names = self._names_of(candidate)
        sure = [name for name in names if not name.needs_context]
        if sure and not any(self._has_begun(name) for name in sure):
            sure = [name for name in names if self._has_begun(name)] or sure
        ids = self._fitting(sure) if sure else []
        if len(ids) > 1:
            return self._as(candidate, ids, "first_of_several")
        is_full = bool(sure) and sure[0].kind == "full"
        several = len(names) > 1 and not is_full
        key = "full_name" if is_full else "by_date" if several else "only_bearer"
        return self._as(candidate, ids, key)

    def _unsure(self, candidate: Candidate) -> _Reading:
        """What a name that needs support means at this place."""
        ids = self._supported(candidate, self._names_of(candidate))
        key = "only_bearer" if len(ids) == 1 else "first_of_several"
        return self._as(candidate, ids, key)

    def _as(self, candidate: Candidate, ids: list[str], key: str) -> _Reading:
        type_ = (self._type(ids[0]) if ids else None) or candidate.type
        if ids and self._knowledge.label(ids[0]) is None:
            key = "disputed"
        why = Message(f"analysis.{key}", {"text": said_by(candidate)})
        return _Reading(tuple(ids), type_, why)

    def _names_of(self, candidate: Candidate) -> list[Name]:
        """The names that are not people's."""
        key = (said_by(candidate), candidate.entities)
        if key not in self._names:
            rows = matcher(self._knowledge).named(key[0])
            ids = set(candidate.entities)
            found = [r for r in rows if self._knowledge.resolve(r.entity) in ids]
            found = [r for r in found if not r.entity.startswith("person/")]
            self._names[key] = found or self._given(candidate)
        return self._names[key]

    def _given(self, candidate: Candidate) -> list[Name]:
        """Names for ids that do not come from the tables of names, such as 米."""
        ids = [thing for thing in candidate.entities if not thing.startswith("person/")]
        return [Name(thing, said_by(candidate), "ja", "Jpan", "short") for thing in ids]

    def _is_organisation(self, candidate: Candidate) -> bool:
        if candidate.type is not EntityType.ORG:
            return False
        return not candidate.entities or self._sure_names(candidate)

    def _sure_names(self, candidate: Candidate) -> bool:
        return any(not name.needs_context for name in self._names_of(candidate))

    def _fitting(self, names: list[Name]) -> list[str]:
        """Entities in order of how well they fit the date."""
        ids = list(dict.fromkeys(self._knowledge.resolve(name.entity) for name in names))
        if len(ids) < 2 or self._days is None:
            return ids
        in_use = [
            self._knowledge.resolve(n.entity)
            for n in names
            if n.period is None or n.period.intersection(self._days)
        ]
        alive = [thing for thing in dict.fromkeys(in_use or ids) if self._exists(thing)]
        return self._newest_first(alive) or ids

    def _newest_first(self, ids: list[str]) -> list[str]:
        """Of agreements in force together, the newer one is in the news."""
        if {self._type(thing) for thing in ids} != {EntityType.LAW}:
            return ids
        return sorted(ids, key=self._beginning, reverse=True)

    def _beginning(self, thing: str) -> date:
        entity = self._knowledge.entity(thing)
        return entity.existence.earliest if entity and entity.existence else date.min

    def _has_begun(self, name: Name) -> bool:
        """Whether what the name means existed on the date, or had existed."""
        entity = self._knowledge.entity(name.entity)
        if entity is None or entity.existence is None or self._days is None:
            return True
        return entity.existence.earliest <= self._days.latest

    def _exists(self, thing: str) -> bool:
        entity = self._knowledge.entity(thing)
        if entity is None or entity.existence is None or self._days is None:
            return True
        return entity.existence.intersection(self._days) is not None

    def _supported(self, candidate: Candidate, names: list[Name]) -> list[str]:
        """Entities of a name that is not clear by itself, where the article supports it."""
        ids = list(dict.fromkeys(self._knowledge.resolve(name.entity) for name in names))
        clear = [thing for thing in ids if thing in self._certain]
        if clear:
            return clear
        listed = [thing for thing in ids if thing.startswith("org/")]
        if listed and self._is_listed(candidate):
            return listed
        if not ids or not self._stands_as_name(candidate, self._type(ids[0])):
            return []
        alive = self._newest_first([thing for thing in ids if self._exists(thing)]) or ids
        return sorted(alive, key=lambda thing: not self._is_of(thing, self._country(candidate)))

    def _is_listed(self, candidate: Candidate) -> bool:
        """Whether a firm or the like stands beside it in a list: "Ford, Chrysler and …"."""
        start, end = candidate.span.start, candidate.span.end
        after = _LIST_GAP.match(self._text, end)
        before = _LIST_BEFORE.search(self._text, max(0, start - 8), start)
        is_one = _can_only_be_firm(candidate)
        return (after is not None and self._firms.begins(after.end(), beside_firm=is_one)) or (
            before is not None and self._firms.ends(before.start(), beside_firm=is_one)
        )

    def _country(self, candidate: Candidate) -> str:
        """The country that the words before speak of; Japan for a text in Japanese."""
        at = candidate.span.start
        before = [where for where in self._countries if at - _NEAR <= where[0] < at]
        if before:
            return before[-1][1]
        return "" if said_by(candidate).isascii() else "japan"

    def _is_of(self, thing: str, country: str) -> bool:
        entity = self._knowledge.entity(thing)
        if entity is None or not country:
            return False
        words = f"{entity.id} {entity.label_en} {entity.description}".lower()
        return any(word in words for word in _COUNTRIES[country])

    def _stands_as_name(self, candidate: Candidate, type_: EntityType | None) -> bool:
        words = said_by(candidate)
        if words in english().ambiguous:
            return False
        if not words.isascii():
            return len(words) > 3 or type_ not in _DATED
        if not words[0].isupper():
            return False
        if type_ in _DATED:
            return _has_kind(words)
        before = self._text[max(0, candidate.span.start - 12) : candidate.span.start]
        if type_ is EntityType.GPE and _DATELINE.match(self._text, candidate.span.end):
            return True
        return " " in words or _MID_SENTENCE.search(before) is not None

    def _type(self, thing: str) -> EntityType | None:
        entity = self._knowledge.entity(thing)
        return entity.type if entity else None

    def _mention(
        self,
        candidate: Candidate,
        type_: EntityType,
        thing: str | None,
        why: Message,
    ) -> Mention:
        return Mention(candidate.span, candidate.text, type_, thing, why)


def _has_kind(words: str) -> bool:
    """Whether the words say that they name a treaty, a war or the like."""
    known = english()
    parts = words.split(" ")
    return len(parts) > 1 and any(part in known.laws or part in known.events for part in parts)
