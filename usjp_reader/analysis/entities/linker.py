"""From candidates and the article's date to mentions: who or what is meant, and why."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.capitals import acts
from usjp_reader.analysis.entities.persons import Choice, Named, People
from usjp_reader.analysis.entities.reasons import said
from usjp_reader.analysis.entities.things import Things
from usjp_reader.analysis.entities.titles import countries
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.knowledge.deriving import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Candidate, Name
    from usjp_reader.domain.texts import Line
    from usjp_reader.knowledge.base import KnowledgeBase

_LEAD = 60
_TRAIL = 140
_GOVERNMENT = re.compile(
    r"^(.+?)(?: (?:administration|government|cabinet)|政権|内閣)$", re.IGNORECASE
)
_BLANKS = re.compile(r"\s*\n\s*")


def link(
    candidates: Sequence[Candidate],
    days: Days | None,
    text: str,
    lines: Sequence[Line],
    knowledge: KnowledgeBase,
) -> tuple[Mention, ...]:
    """Choose an entity for each candidate; sorted, never overlapping.

    Args:
        candidates: As `find_candidates` gave them.
        days: When the article may have been published; None when that is unknown.
        text: The source text.
        lines: All its labelled lines.
        knowledge: Where names, offices and dates are looked up.
    """
    return _Linker(candidates, days, text, lines, knowledge).mentions()


class _Linker:
    """One pass over one article."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        days: Days | None,
        text: str,
        lines: Sequence[Line],
        knowledge: KnowledgeBase,
    ) -> None:
        self._candidates = candidates
        self._days = days
        self._text = text
        self._knowledge = knowledge
        self._line_starts = [line.span.start for line in lines]
        self._line_numbers = [line.number for line in lines]
        self._people = People(knowledge, days)
        self._rows: dict[str, tuple[Name, ...]] = {}
        self._governments: dict[str, str | None] = {}

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions."""
        people = [self._named(c) for c in self._candidates if c.type is EntityType.PERSON]
        self._full = self._people.anchor_full_names(people)
        self._people.anchor_titles(people)
        self._named_people = {person.candidate.span.start: person for person in people}
        self._things = Things(self._knowledge, self._days, self._mentioned())
        made = (self._mention(candidate) for candidate in self._candidates)
        return tuple(mention for mention in made if mention is not None)

    def _mention(self, candidate: Candidate) -> Mention | None:
        if candidate.type is EntityType.PERSON:
            choice = self._person(candidate)
        elif candidate.type is EntityType.ORG and not candidate.entities:
            choice = self._organisation(candidate)
        else:
            choice = self._thing(candidate)
        if choice is None:
            return None
        return self._as_mention(candidate, choice)

    def _as_mention(self, candidate: Candidate, choice: Choice) -> Mention:
        span, why = candidate.span, choice.why
        type_ = candidate.type
        entity = self._knowledge.entity(choice.entity) if choice.entity else None
        government = None
        if entity is not None:
            type_ = entity.type
            government = self._spoken_for(candidate, entity.id)
        if government is not None:
            label = self._knowledge.label(government) or government
            label = label[0].lower() + label[1:] if label.startswith("Government") else label
            why = said("speaks_for", text=plain(candidate.text), government=label)
        id_ = entity.id if entity else None
        return Mention(span, candidate.text, type_, id_, why, government, choice.doubtful)

    def _person(self, candidate: Candidate) -> Choice | None:
        start = candidate.span.start
        return self._full.get(start) or self._people.choose(self._named_people[start])

    def _organisation(self, candidate: Candidate) -> Choice:
        """An organisation that no table holds: somebody's government, or known by its pattern."""
        words = plain(candidate.text)
        match = _GOVERNMENT.match(words)
        if match is None:
            return Choice(None, said("none_organisation"))
        rows = self._rows_of(match.group(1))
        head = self._named_as(candidate, match.group(1), rows)
        choice = self._people.choose(head) if rows and not head.is_full else None
        person = choice.entity if choice else (rows[0].entity if rows else None)
        label = self._knowledge.label(person) if person else None
        if label is None:
            return Choice(None, said("none_administration_unknown"))
        return Choice(None, said("none_administration", label=label))

    def _thing(self, candidate: Candidate) -> Choice:
        words = plain(candidate.text)
        rows = [row for row in self._rows_of(words) if row.entity in candidate.entities]
        if not rows and candidate.entities:
            label = self._knowledge.label(candidate.entities[0]) or words
            return Choice(candidate.entities[0], said("link_name", text=words, label=label))
        before = self._before(candidate) if candidate.type is EntityType.ORG else ""
        return self._things.choose(words, rows, candidate.type, before)

    def _spoken_for(self, candidate: Candidate, place: str) -> str | None:
        """The government that a capital means here, of those it stood for at the time."""
        if not place.startswith("place/"):
            return None
        if place not in self._governments:
            self._governments[place] = self._government_of(place)
        government = self._governments[place]
        if government and acts(self._text, candidate.span.start, candidate.span.end):
            return government
        return None

    def _government_of(self, place: str) -> str | None:
        found = [
            row.object
            for row in self._knowledge.relations_of(place)
            if row.relation == "stands-for"
            and (row.days is None or self._days is None or row.days.intersection(self._days))
        ]
        return self._knowledge.resolve(found[-1]) if found else None

    def _mentioned(self) -> dict[str, int]:
        """How often each entity, and each country by its people, is named beyond doubt."""
        nations = countries(self._knowledge)
        counted: Counter[str] = Counter()
        for candidate in self._candidates:
            if len(candidate.entities) == 1:
                id_ = candidate.entities[0]
                counted[nations.get(id_, id_)] += 1
        return counted

    def _named(self, candidate: Candidate) -> Named:
        words = plain(candidate.text)
        rows = tuple(row for row in self._rows_of(words) if row.entity in candidate.entities)
        if not rows and candidate.entities:
            names = self._knowledge.names_of(candidate.entities[0])
            rows = tuple(n for n in names if n.kind == "surname")
        return self._named_as(candidate, words, rows)

    def _named_as(self, candidate: Candidate, words: str, rows: tuple[Name, ...]) -> Named:
        span = candidate.span
        start = candidate.title.start if candidate.title else span.start
        start = min(start, span.start)
        before = _BLANKS.sub(" ", self._text[max(0, start - 12) : start])
        lead = self._text[max(0, span.start - 16) : span.start]
        after = _BLANKS.sub(" ", self._text[span.end : span.end + _TRAIL])
        if candidate.title and candidate.title.start >= span.end:
            before = self._text[candidate.title.start - 1 : candidate.title.start]
        return Named(candidate, words, rows, before, after, self._line(span.start), lead)

    def _before(self, candidate: Candidate) -> str:
        start = candidate.span.start
        return _BLANKS.sub(" ", self._text[max(0, start - _LEAD) : start])

    def _rows_of(self, words: str) -> tuple[Name, ...]:
        if words not in self._rows:
            self._rows[words] = self._knowledge.named(words)
        return self._rows[words]

    def _line(self, position: int) -> int:
        at = bisect.bisect_right(self._line_starts, position) - 1
        return self._line_numbers[at] if at >= 0 else 1
