"""Which person a candidate is: by full name, by office and date, by a fuller name nearby."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.alone import (
    ADMINISTRATION,
    gender_points,
    is_honoured,
    is_private,
    stands_like_a_person,
)
from usjp_reader.analysis.entities.fuller import Fuller, FullerNames
from usjp_reader.analysis.entities.kin import generation, relative_of
from usjp_reader.analysis.entities.living import was_alive, was_grown_up
from usjp_reader.analysis.entities.matcher import matcher, said_by, words_of
from usjp_reader.analysis.entities.nearly import nearly_named
from usjp_reader.analysis.entities.offices import (
    IN_OFFICE,
    Reason,
    best_reason,
    head_offices,
    is_former,
    said_of,
)
from usjp_reader.analysis.entities.roles import has_role, is_somebody_else
from usjp_reader.analysis.entities.surnames import surname_of
from usjp_reader.analysis.entities.words import english
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Candidate, Name
    from usjp_reader.knowledge.base import KnowledgeBase

_BARE = frozenset({"surname", "given"})
_NARROW = 400  # days within which a date must be known for an office to explain a surname
_TITLE_ONLY = 9
"""Points of the only bearer of a surname whom nothing but "Mr." or the like supports."""
_BY_ROLE = 45
"""Points of a bearer of the surname whose description bears out the title beside it."""
_NEARLY = 5
"""Points between two people below which the better one is doubtful."""
_ALIVE = 8  # points for the living of two people named in full: the news is about them
_LATELY = 15  # years after leaving an office in which a surname still calls somebody to mind


@dataclass(frozen=True, slots=True)
class _Choice:
    """Somebody with a reason; `entity` is None for people without an id."""

    points: int
    entity: str | None
    why: Message


class People:
    """The people of one article."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        days: Days | None,
        text: str,
        knowledge: KnowledgeBase,
    ) -> None:
        self._days = days
        self._text = text
        self._knowledge = knowledge
        self._names: dict[str, tuple[Name, ...]] = {}
        self._possible: dict[str, bool] = {}
        self._reasons_by_office: dict[tuple[str, tuple[str, ...], bool], Reason | None] = {}
        found = (self._as_fuller(one) for one in candidates if one.type is EntityType.PERSON)
        self._fuller = FullerNames([one for one in found if one])

    def mention(self, candidate: Candidate) -> Mention | None:
        """The mention that a candidate is, or None when nothing supports it.

        Candidates are asked for in the order of the text: each clear one helps the next.
        """
        if candidate.is_relative:
            return self._relative(candidate)
        if not candidate.entities:
            return self._unknown(candidate)
        choices = self._choices(candidate)
        if not choices:
            return self._without_choice(candidate)
        best, *others = choices
        if best.entity is None:
            return self._mention(candidate, None, best.why)
        second = others[0] if others else None
        if second and second.entity and second.points > best.points - _NEARLY:
            return self._between(candidate, best, second)
        self._fuller.seen(best.entity, candidate.span.start)
        return self._mention(
            candidate, best.entity, best.why, doubtful=self._is_weak(candidate, best)
        )

    def _is_weak(self, candidate: Candidate, best: _Choice) -> bool:
        """Whether the reason is poor: a mere title, or an office that nobody known held then."""
        if best.points <= _TITLE_ONLY:
            return True
        if (
            best.why.key != "analysis.office_ever"
            or self._days is None
            or len(candidate.entities) < 2
        ):
            return False
        terms = (t for office in candidate.offices for t in self._knowledge.holders(office))
        return not any(term.days.intersection(self._days) for term in terms)

    def _choices(self, candidate: Candidate) -> list[_Choice]:
        """Who may be meant, the best first."""
        people = [person for person in candidate.entities if self._is_possible(person)]
        by_age = generation(self._text, candidate.span.start, tuple(people), self._knowledge)
        if by_age:
            return [_Choice(100, by_age, self._say("generation", name=self._label(by_age)))]
        offices = self._offices(candidate)
        if offices:
            held = [person for person in people if self._by_office(candidate, person, offices)]
            people = held or (people if candidate.offices else [])
        found = [
            choice for person in people if (choice := self._choice(candidate, person, offices))
        ]
        stranger = self._stranger(candidate)
        if stranger and not any(self._is_holder(candidate, person, offices) for person in people):
            found.append(stranger)
        return sorted(found, key=lambda choice: -choice.points)

    def _is_holder(self, candidate: Candidate, person: str, offices: Sequence[str]) -> bool:
        reason = self._by_office(candidate, person, offices) if offices else None
        return reason is not None and reason.points >= IN_OFFICE

    def _choice(self, candidate: Candidate, person: str, offices: Sequence[str]) -> _Choice | None:
        reasons = sorted(self._reasons(candidate, person, offices), key=lambda one: -one.points)
        if not reasons:
            return None
        points = reasons[0].points + sum(reason.points for reason in reasons[1:]) // 10
        points += self._gender(candidate, person)
        if reasons[0].why.key == "analysis.fuller_name" and self._is_alive(person):
            points += _ALIVE
        return _Choice(points, person, reasons[0].why) if points > 0 else None

    def _reasons(
        self, candidate: Candidate, person: str, offices: Sequence[str]
    ) -> Iterator[Reason]:
        rows = self._named(said_by(candidate))
        names = [row for row in rows if self._knowledge.resolve(row.entity) == person]
        unsure = all(name.needs_context for name in names)
        bare = self._is_bare(candidate, names)
        if not bare:
            why = self._say("full_name", text=said_by(candidate))
            yield Reason(50 if unsure else 100, why)
        office = self._by_office(candidate, person, offices) if offices else None
        if office:
            yield office
        fuller = self._fuller.reason(person, candidate.span.start) if bare else None
        if fuller:
            yield fuller
        if bare and not office and not fuller:
            role = has_role(person, candidate, self._text, self._knowledge)
            if role and self._is_alive(person):
                why = self._say("by_role", title=role, name=self._label(person))
                yield Reason(_BY_ROLE, why)
            is_other = is_somebody_else(person, candidate, self._text, self._knowledge)
            if not candidate.offices and not is_other:
                yield from self._by_itself(candidate, person, unsure=unsure)

    def _by_itself(self, candidate: Candidate, person: str, *, unsure: bool) -> Iterator[Reason]:
        """Reasons for a bare surname without any help from the article."""
        if not unsure:
            yield Reason(30, self._say("only_bearer", text=said_by(candidate)))
            return
        held = self._held_now(person)
        if held and self._is_meant(candidate):
            yield held
        elif is_honoured(candidate, self._text) and self._is_recent(candidate, person):
            yield Reason(_TITLE_ONLY, self._say("only_bearer", text=said_by(candidate)))

    def _is_meant(self, candidate: Candidate) -> bool:
        """Whether a bare surname may mean who is in office: by its title, or by where it stands."""
        if is_private(self._text, candidate.span):
            return False
        return is_honoured(candidate, self._text) or stands_like_a_person(
            self._text, candidate.span
        )

    def _relative(self, candidate: Candidate) -> Mention | None:
        """Whoever of that given name is of the family of somebody in the article."""
        possible = [person for person in candidate.entities if self._is_possible(person)]
        found = relative_of(possible, self._fuller.people, self._knowledge)
        if found is None:
            return None
        person, other = found
        why = self._say("relative", text=said_by(candidate), name=self._label(other))
        return self._mention(candidate, person, why)

    def _is_recent(self, candidate: Candidate, person: str) -> bool:
        """Whether somebody may be talked of by surname: the only bearer, or lately in office."""
        if self._days is None or (len(candidate.entities) == 1 and self._is_alive(person)):
            return len(candidate.entities) == 1
        last = max((t.days.latest for t in self._knowledge.tenures_of(person)), default=date.min)
        years = self._days.earliest.year - last.year
        return 0 <= years <= _LATELY

    def _held_now(self, person: str) -> Reason | None:
        """An office on the date, where that is narrow enough."""
        days = self._days
        if days is None or (days.latest - days.earliest).days > _NARROW:
            return None
        for tenure in self._knowledge.tenures_of(person):
            if tenure.days.intersection(days):
                return Reason(20, said_of(tenure, "holder_on_date", self._knowledge))
        return None

    def _offices(self, candidate: Candidate) -> Sequence[str]:
        """Offices that the words beside the name claim: a title, or "administration"."""
        if candidate.offices or not ADMINISTRATION.match(self._text, candidate.span.end):
            return candidate.offices
        return head_offices(self._knowledge)

    def _by_office(
        self, candidate: Candidate, person: str, offices: Sequence[str]
    ) -> Reason | None:
        former = is_former(candidate, self._text)
        key = (person, tuple(offices), former)
        if key not in self._reasons_by_office:
            self._reasons_by_office[key] = best_reason(
                person, offices, self._days, self._knowledge, former=former
            )
        return self._reasons_by_office[key]

    def _gender(self, candidate: Candidate, person: str) -> int:
        is_woman = self._label(person).split(" ")[0] in english().women
        return gender_points(candidate, self._text, is_woman=is_woman)

    def _stranger(self, candidate: Candidate) -> _Choice | None:
        """Somebody without an id whose full name stands in the article and ends in these words."""
        words = said_by(candidate)
        found = self._fuller.stranger(words, candidate.span.start)
        return _Choice(found.points, None, found.why) if found else None

    def _without_choice(self, candidate: Candidate) -> Mention | None:
        """A person all the same, where a title or a full name says so, but nobody known."""
        names = [n for n in self._named(said_by(candidate)) if n.kind not in _BARE]
        people = [person for person in candidate.entities if person.startswith("person/")]
        if names and people and not any(map(self._is_possible, people)):
            return self._mention(
                candidate, None, self._say("not_born", name=self._label(people[0]))
            )
        if people and is_honoured(candidate, self._text):
            return self._mention(candidate, None, self._say("unknown_person"))
        return None

    def _unknown(self, candidate: Candidate) -> Mention:
        """A name that the tables do not hold."""
        words = said_by(candidate)
        short = self._fuller.stranger(words, candidate.span.start)
        if short:
            return self._mention(candidate, None, short.why)
        holder = self._holder(candidate, words)
        if holder:
            return self._mention(candidate, *holder)
        near = nearly_named(words, self._knowledge)
        if near is not None and self._is_possible(near):
            why = self._say("nearly_named", text=words, name=self._label(near))
            return self._mention(candidate, None, why)
        return self._mention(candidate, None, self._say("unknown_person"))

    def _holder(self, candidate: Candidate, words: str) -> tuple[str, Message] | None:
        """Who holds the office of the title and bears the surname, with another given name."""
        if not candidate.offices or self._days is None:
            return None
        bearers = {
            self._knowledge.resolve(name.entity)
            for name in self._named(surname_of(words))
            if name.kind == "surname"
        }
        found = [
            (person, self._by_office(candidate, person, candidate.offices))
            for person in sorted(bearers)
        ]
        holders = [
            (person, reason.why)
            for person, reason in found
            if reason and reason.points >= IN_OFFICE
        ]
        return holders[0] if len(holders) == 1 else None

    def _as_fuller(self, candidate: Candidate) -> Fuller | None:
        """The candidate as a clear mention that later surnames may point at."""
        words = said_by(candidate)
        surname = surname_of(words)
        at = candidate.span.start
        if not candidate.entities:
            holder = self._holder(candidate, words)
            if surname == words:
                return None
            return Fuller(at, holder[0] if holder else None, words, surname, is_full=True)
        clear, is_full = self._clear(candidate)
        if clear is None:
            return None
        shown = words if is_full else self._with_title(candidate)
        return Fuller(at, clear, shown, surname, is_full=is_full)

    def _with_title(self, candidate: Candidate) -> str:
        title = candidate.title or candidate.span
        start = min(title.start, candidate.span.start)
        return words_of(self._text[start : max(title.end, candidate.span.end)])

    def _clear(self, candidate: Candidate) -> tuple[str | None, bool]:
        """The person that a full name or an office on the date means; whether by full name."""
        ids = [person for person in candidate.entities if self._is_possible(person)]
        rows = self._named(said_by(candidate))
        full = [n for n in rows if n.kind not in _BARE]
        sure = {self._knowledge.resolve(n.entity) for n in full if not n.needs_context}
        named = sure or {self._knowledge.resolve(n.entity) for n in full}
        chosen = [person for person in ids if person in named]
        if len(chosen) == 1:
            return chosen[0], True
        if len(ids) == 1 and not self._is_bare(candidate, list(rows)):
            return ids[0], True
        if not candidate.offices:
            return None, False
        held = [
            (reason.points, person)
            for person in chosen or ids
            if (reason := self._by_office(candidate, person, candidate.offices))
        ]
        held.sort(reverse=True)
        if held and (len(held) == 1 or held[0][0] > held[1][0] + _NEARLY):
            return held[0][1], bool(chosen)
        return None, False

    def _is_bare(self, candidate: Candidate, names: Sequence[Name]) -> bool:
        """Whether the words are a surname alone, and no longer name of the tables chose them."""
        if any(name.kind not in _BARE for name in names):
            return False
        bearers = {
            self._knowledge.resolve(name.entity)
            for name in self._named(said_by(candidate))
            if name.entity.startswith("person/")
        }
        return bool(candidate.offices) or not set(candidate.entities) < bearers

    def _is_possible(self, person: str) -> bool:
        """Whether an id is a person's who was born and grown up on the date."""
        if person not in self._possible:
            self._possible[person] = was_grown_up(person, self._days, self._knowledge)
        return self._possible[person]

    def _is_alive(self, person: str) -> bool:
        return was_alive(person, self._days, self._knowledge)

    def _between(self, candidate: Candidate, best: _Choice, second: _Choice) -> Mention:
        """One of two who fit nearly as well; neither where only an office speaks for them."""
        if best.why.key == "analysis.fuller_name":
            return self._doubtful(candidate, best, second)
        names = sorted((self._label(best.entity or ""), self._label(second.entity or "")))
        why = self._say("undecided", text=said_by(candidate), one=names[0], other=names[1])
        return self._mention(candidate, None, why, doubtful=True)

    def _doubtful(self, candidate: Candidate, best: _Choice, second: _Choice) -> Mention:
        why = self._say(
            "doubtful",
            text=said_by(candidate),
            name=self._label(best.entity or ""),
            runner_up=self._label(second.entity or ""),
        )
        return self._mention(candidate, best.entity, why, doubtful=True)

    def _mention(
        self,
        candidate: Candidate,
        person: str | None,
        why: Message,
        *,
        doubtful: bool = False,
    ) -> Mention:
        return Mention(
            candidate.span, candidate.text, EntityType.PERSON, person, why, None, doubtful
        )

    def _named(self, words: str) -> tuple[Name, ...]:
        if words not in self._names:
            self._names[words] = matcher(self._knowledge).named(words)
        return self._names[words]

    def _label(self, person: str) -> str:
        return self._knowledge.label(person) or person

    def _say(self, key: str, **params: str) -> Message:
        return Message(f"analysis.{key}", params)
