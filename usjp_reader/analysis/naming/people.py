"""Which person a candidate is: by full name, by office and date, by a fuller name in the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from usjp_reader.analysis.naming import japanese
from usjp_reader.analysis.naming.matcher import matcher, words_of
from usjp_reader.analysis.naming.words import english
from usjp_reader.domain.entities import EntityType, Mention
from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Candidate, Name, Tenure
    from usjp_reader.knowledge.base import KnowledgeBase

_BARE = frozenset({"surname", "given"})
_FORMER = re.compile(
    r"(?:\b(?:[Ff]ormer|[Ee]x|[Ll]ate)(?:\s+(?:U\.S\.|US|Japanese))?[\s-]*|[元前故])$"
)
_MAN = re.compile(r"\b(?:Mr\.?|Sir)\s+$")
_WOMAN = re.compile(r"\b(?:Mrs\.?|Ms\.?|Miss|Lady|Madame)\s+$|^(?:夫人|女史)")
_CERTAIN = 400
"""Days within which a date must be known for an office to explain a bare surname."""
_HEADS = re.compile(
    r"office/(?:president-of|prime-minister-of|us-secretary-of-(?:state|def)|foreign-minister|premier|leader|chief-cabinet"
    r"|us-ambassador|defense-minister|vice-president|governor-of-okinawa)"
)


@dataclass(frozen=True, slots=True)
class _Fuller:
    """A clear mention: where, who, and the words. `entity` is None for people without an id."""

    at: int
    entity: str | None
    text: str
    surname: str


@dataclass(frozen=True, slots=True)
class _Choice:
    """An entity with its reason, the better the greater the score."""

    score: int
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
        self._fuller = [found for one in candidates if (found := self._as_fuller(one))]

    def mention(self, candidate: Candidate) -> Mention | None:
        """The mention that a candidate is, or None when nothing supports it."""
        if not candidate.entities:
            return self._unknown(candidate)
        choices = self._choices(candidate)
        if not choices:
            return self._unborn(candidate)
        best = choices[0]
        if best.entity is None:
            return self._mention(candidate, None, best.why)
        if len(choices) > 1 and choices[1].score >= best.score - 2 and choices[1].entity:
            return self._doubtful(candidate, best, choices[1])
        return self._mention(candidate, best.entity, best.why)

    def _unborn(self, candidate: Candidate) -> Mention | None:
        """Somebody else of a full name whose bearer was not born yet."""
        names = [n for n in self._named(candidate.text) if n.kind not in _BARE]
        people = [id for id in candidate.entities if id.startswith("person/")]
        if not names or not people or any(map(self._is_possible, people)):
            return None
        return self._mention(candidate, None, self._say("not_born", name=self._label(people[0])))

    def _choices(self, candidate: Candidate) -> list[_Choice]:
        people = [id for id in candidate.entities if self._is_possible(id)]
        found = [choice for id in people if (choice := self._choice(candidate, id))]
        stranger = self._stranger(candidate)
        if stranger:
            found.append(stranger)
        return sorted(found, key=lambda choice: -choice.score)

    def _is_part_of_full(self, candidate: Candidate) -> bool:
        """Whether the tables chose fewer people than bear the name: "General MacArthur"."""
        bearers = {
            self._knowledge.resolve(name.entity)
            for name in self._named(candidate.text)
            if name.entity.startswith("person/")
        }
        return not candidate.offices and set(candidate.entities) < bearers

    def _is_possible(self, id: str) -> bool:  # noqa: A002
        if not id.startswith("person/") and not id.startswith("user/"):
            return False
        entity = self._knowledge.entity(id)
        if entity is None or entity.existence is None or self._days is None:
            return entity is not None
        born = entity.existence.earliest
        return born == date.min or born.year + 15 <= self._days.latest.year

    def _choice(self, candidate: Candidate, id: str) -> _Choice | None:  # noqa: A002
        names = [n for n in self._named(candidate.text) if self._knowledge.resolve(n.entity) == id]
        bare = all(name.kind in _BARE for name in names) and not self._is_part_of_full(candidate)
        unclear = all(name.needs_context for name in names)
        score, why = 0, None
        if not bare:
            score, why = (50 if unclear else 100), self._say("full_name", text=candidate.text)
        office = self._by_office(candidate, id)
        if candidate.offices and office is None and bare and self._is_office_known(candidate):
            score -= 45
        if office:
            score += office.score
            why = why or office.why
        fuller = self._by_fuller(candidate, id) if bare else None
        if fuller:
            score += fuller.score
            why = why or fuller.why
        if not bare or why:
            return _Choice(score, id, why) if why and score > 0 else None
        return self._by_itself(candidate, id, unclear)

    def _by_itself(self, candidate: Candidate, id: str, unclear: bool) -> _Choice | None:  # noqa: A002, FBT001
        """A bare surname without any help from the article."""
        if not unclear:
            return _Choice(30, id, self._say("only_bearer", text=candidate.text))
        days = self._days
        if days is None or candidate.offices or (days.latest - days.earliest).days > _CERTAIN:
            return None
        held = [
            t
            for t in self._knowledge.tenures_of(id)
            if _HEADS.match(t.office) and t.days.intersection(days)
        ]
        if not held:
            return None
        office = self._knowledge.office(held[0].office)
        name = self._label(id)
        return _Choice(
            20, id, self._say("holder_on_date", name=name, office=office.name_en if office else "")
        )

    def _is_office_known(self, candidate: Candidate) -> bool:
        return any(self._by_office(candidate, id) for id in candidate.entities)

    def _by_office(self, candidate: Candidate, id: str) -> _Choice | None:  # noqa: A002
        held = [t for t in self._knowledge.tenures_of(id) if t.office in candidate.offices]
        if not held or candidate.title is None:
            return None
        former = self._is_former(candidate)
        best: _Choice | None = None
        for tenure in held:
            choice = self._held(tenure, id, former)
            if choice and (best is None or choice.score > best.score):
                best = choice
        return best

    def _held(self, tenure: Tenure, id: str, former: bool) -> _Choice | None:  # noqa: A002, FBT001
        days = self._days
        if days is None:
            return _Choice(40, id, self._tenure("office_ever", tenure, id))
        if former:
            if tenure.days.earliest > days.latest:
                return None
            if tenure.days.latest <= days.latest:
                return _Choice(60, id, self._tenure("office_former", tenure, id))
            return _Choice(25, id, self._tenure("office_ever", tenure, id))
        if tenure.days.intersection(days):
            key = "office_still_held" if tenure.days.latest == date.max else "office_on_date"
            return _Choice(60, id, self._tenure(key, tenure, id))
        if tenure.days.earliest > days.latest:
            return None
        years = (days.earliest - tenure.days.latest).days // 366
        return _Choice(max(10, 40 - years // 2), id, self._tenure("office_ever", tenure, id))

    def _is_alive(self, id: str) -> bool:  # noqa: A002
        entity = self._knowledge.entity(id)
        if entity is None or entity.existence is None or self._days is None:
            return True
        return entity.existence.latest >= self._days.earliest

    def _is_former(self, candidate: Candidate) -> bool:
        title = candidate.title or candidate.span
        start = min(title.start, candidate.span.start)
        if title.start > candidate.span.end:
            return self._text[candidate.span.end : title.start].strip()[:1] in {"元", "前", "故"}
        return _FORMER.search(self._text[max(0, start - 24) : start]) is not None

    def _by_fuller(self, candidate: Candidate, id: str) -> _Choice | None:  # noqa: A002
        same = [one for one in self._fuller if one.entity == id]
        if not same:
            return None
        score, one = self._distance(candidate, same)
        score += self._gender(candidate, id)
        return _Choice(score, id, self._say("fuller_name", fuller=one.text))

    def _distance(self, candidate: Candidate, same: list[_Fuller]) -> tuple[int, _Fuller]:
        """How near the last clear mention before is, as points; after counts less."""
        at = candidate.span.start
        before = [one for one in same if one.at < at]
        if not before:
            return 45, same[0]
        nearest = before[-1]
        rank = sum(
            1 for one in self._fuller if nearest.at < one.at < at and one.surname == nearest.surname
        )
        return 80 - min(20, 10 * rank), nearest

    def _gender(self, candidate: Candidate, id: str) -> int:  # noqa: A002
        before = self._text[max(0, candidate.span.start - 8) : candidate.span.start]
        after = self._text[candidate.span.end : candidate.span.end + 3]
        is_woman = self._label(id).split(" ")[0] in english().women
        if _WOMAN.search(before) or _WOMAN.match(after):
            return 20 if is_woman else -40
        if _MAN.search(before):
            return -40 if is_woman else 5
        return 0

    def _stranger(self, candidate: Candidate) -> _Choice | None:
        """Somebody without an id whose full name stands in the article and ends in these words."""
        words = words_of(candidate.text)
        same = [
            one
            for one in self._fuller
            if one.entity is None and one.surname in (words, words.title())
        ]
        if not same:
            return None
        score, one = self._distance(candidate, same)
        return _Choice(score, None, self._say("unknown_surname", fuller=one.text))

    def _unknown(self, candidate: Candidate) -> Mention | None:
        words = words_of(candidate.text)
        longer = [
            f for f in self._fuller if f.surname in (words, words.title()) and f.text != words
        ]
        if longer:
            before = [f for f in longer if f.at < candidate.span.start] or longer
            why = self._say("unknown_surname", fuller=before[-1].text)
            return self._mention(candidate, before[-1].entity, why)
        by_office = self._surname_in_office(candidate)
        if by_office is not None:
            return self._mention(candidate, by_office.entity, by_office.why)
        return self._mention(candidate, None, self._say("unknown_person"))

    def _surname_in_office(self, candidate: Candidate) -> _Choice | None:
        """The holder of the office who bears this surname with another form of the given name."""
        if not candidate.offices or self._days is None:
            return None
        bearers = {
            self._knowledge.resolve(name.entity)
            for name in self._named(_surname(words_of(candidate.text)))
            if name.kind == "surname"
        }
        found = [
            c for id in sorted(bearers) if (c := self._by_office(candidate, id)) and c.score == 60
        ]
        return found[0] if len(found) == 1 else None

    def _as_fuller(self, candidate: Candidate) -> _Fuller | None:
        """The candidate as a clear mention that later surnames may point at."""
        if candidate.type is not EntityType.PERSON:
            return None
        words = words_of(candidate.text)
        if not candidate.entities:
            surname = _surname(words)
            return _Fuller(candidate.span.start, None, words, surname) if surname != words else None
        clear = self._clear(candidate)
        if clear is None:
            return None
        surnames = [n.text for n in self._knowledge.names_of(clear) if n.kind == "surname"]
        surname = _surname(words)
        return _Fuller(
            candidate.span.start,
            clear,
            words,
            surname if surname in surnames else surnames[0] if surnames else surname,
        )

    def _clear(self, candidate: Candidate) -> str | None:
        """The one person that a full name, or an office on the date, means."""
        names = [n for n in self._named(candidate.text) if n.kind not in _BARE]
        ids = [id for id in candidate.entities if self._is_possible(id)]
        named = {self._knowledge.resolve(name.entity) for name in names}
        sure = {self._knowledge.resolve(name.entity) for name in names if not name.needs_context}
        full = [id for id in ids if id in (sure or named)]
        if len(full) == 1:
            return full[0]
        held = [(c.score, id) for id in (full or ids) if (c := self._by_office(candidate, id))]
        held.sort(reverse=True)
        if held and held[0][0] >= 40 and (len(held) == 1 or held[0][0] > held[1][0]):
            return held[0][1]
        return None

    def _doubtful(self, candidate: Candidate, best: _Choice, second: _Choice) -> Mention:
        why = self._say(
            "doubtful",
            text=words_of(candidate.text),
            name=self._label(best.entity or ""),
            runner_up=self._label(second.entity or ""),
        )
        return self._mention(candidate, best.entity, why, doubtful=True)

    def _mention(
        self,
        candidate: Candidate,
        id: str | None,  # noqa: A002
        why: Message,
        *,
        doubtful: bool = False,
    ) -> Mention:
        return Mention(candidate.span, candidate.text, EntityType.PERSON, id, why, None, doubtful)

    def _named(self, words: str) -> tuple[Name, ...]:
        if words not in self._names:
            self._names[words] = matcher(self._knowledge).named(words_of(words))
        return self._names[words]

    def _label(self, id: str) -> str:  # noqa: A002
        return self._knowledge.label(id) or id

    def _tenure(self, key: str, tenure: Tenure, id: str) -> Message:  # noqa: A002
        office = self._knowledge.office(tenure.office)
        return self._say(
            key,
            name=self._label(id),
            office=office.name_en if office else tenure.office,
            first=tenure.days.earliest.isoformat(),
            last=tenure.days.latest.isoformat(),
        )

    def _say(self, key: str, **params: str) -> Message:
        return Message(f"analysis.{key}", params)


def _surname(name: str) -> str:
    if name[:1] >= "\u3400" and " " not in name:
        return japanese.surname_of(name)
    return name.split(" ")[-1].split("・")[-1]
