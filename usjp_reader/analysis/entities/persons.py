"""Choosing who is meant by the name of a person: fuller name, office and date, then prominence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from usjp_reader.analysis.entities.dates import (
    distance,
    held_before,
    holds,
    in_use,
    is_alive,
    is_born,
    is_grown_up,
)
from usjp_reader.analysis.entities.found import FULLER_KINDS
from usjp_reader.analysis.entities.reasons import by_office, said
from usjp_reader.analysis.entities.words import COMMON_SURNAMES, WOMEN
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Candidate, Name, Tenure
    from usjp_reader.domain.messages import Message
    from usjp_reader.knowledge.base import KnowledgeBase

_FORMER = re.compile(
    r"(?:\b(?:former|ex|late|then|onetime|past|old|retired|future)[ -]|(?:元|前|故))$",
    re.IGNORECASE,
)
_SHE = re.compile(r"^[^.!?\n]{0,120}?\b(she|her|herself|he|his|him|himself)\b", re.IGNORECASE)
_FEW_MONTHS = 200
_FEW_YEARS = 12 * 365
_KANJI = "\u2e80"


class Choice(NamedTuple):
    """Who is meant, why, and whether another reading is nearly as good."""

    entity: str | None
    why: Message
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the article at which somebody is named beyond doubt."""

    start: int
    text: str
    entity: str | None
    surnames: frozenset[str]
    line: int
    by_office: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A candidate person with the rows of the names table that its words match."""

    candidate: Candidate
    plain: str
    rows: tuple[Name, ...]
    before: str
    after: str
    line: int

    @property
    def is_full(self) -> bool:
        """Whether the words name a person in full."""
        if self.rows:
            return any(row.kind in FULLER_KINDS and not row.needs_context for row in self.rows)
        return (
            " " in self.plain
            or "・" in self.plain
            or (self.plain[-1] >= _KANJI and len(self.plain) > 2)
        )

    @property
    def is_former(self) -> bool:
        """Whether the post is one of the past, by "former", 元 or the like before the title."""
        return bool(_FORMER.search(self.before))

    @property
    def wants_woman(self) -> bool | None:
        """What "Mrs.", "she" or "his" say of the person; None if nothing."""
        title = self.before_title
        if re.search(r"\b(?:mrs|ms|miss)\b", title, re.IGNORECASE) or title.endswith("夫人"):
            return True
        if re.search(r"\bmr\b", title, re.IGNORECASE):
            return False
        match = _SHE.match(self.after)
        return match.group(1).lower().startswith(("she", "her")) if match else None

    @property
    def before_title(self) -> str:
        """The few words right before the name, its title among them."""
        return self._lead

    _lead: str = ""


class People:
    """Chooses persons for one article."""

    def __init__(self, knowledge: KnowledgeBase, days: Days | None) -> None:
        self._knowledge = knowledge
        self._days = days
        self._anchors: list[Anchor] = []

    def anchor_full_names(self, people: Iterable[Named]) -> dict[int, Choice]:
        """Choose for all full names first; surnames elsewhere lean on them."""
        choices: dict[int, Choice] = {}
        for person in people:
            if person.is_full:
                choice = self._full(person)
                choices[person.candidate.span.start] = choice
                self._anchor(person, choice)
        return choices

    def anchor_titles(self, people: Iterable[Named]) -> None:
        """Note who is meant by "Prime Minister Abe"; surnames in a headline lean on it too."""
        for person in people:
            if person.candidate.offices and not person.is_full:
                choice = self._by_title(person, self._able(person), leans=False)
                if choice is not None and choice.entity is not None and not choice.doubtful:
                    self._anchor(person, choice, by_office=True)

    def choose(self, person: Named) -> Choice | None:
        """Choose for a surname or a given name; None when it is no name here after all."""
        able = self._able(person)
        if person.candidate.offices:
            choice = self._by_title(person, able)
            if choice is not None:
                return choice
        choice = self._by_anchor(person)
        if choice is not None:
            return choice
        if not person.rows:
            key = "none_titled" if person.candidate.title else "none_person"
            return Choice(None, said(key))
        if not able:
            return self._nobody(person)
        return self._by_date(person, able)

    def _full(self, person: Named) -> Choice:
        entities = list(
            dict.fromkeys(row.entity for row in person.rows if row.kind in FULLER_KINDS)
        )
        if not entities:
            return Choice(None, said("none_person"))
        born = [
            each
            for each in entities
            if (e := self._knowledge.entity(each)) and is_born(e, self._days)
        ]
        if not born:
            return Choice(None, said("none_unborn", label=self._label(entities[0])))
        if len(born) > 1:
            choice = self._by_title(person, born) or self._by_date(person, born)
            if choice is not None:
                return choice
        return Choice(born[0], said("link_name", text=person.plain, label=self._label(born[0])))

    def _able(self, person: Named) -> list[str]:
        """Those bearing the name who were grown up, and whose name was in use."""
        ids = dict.fromkeys(
            row.entity
            for row in person.rows
            if row.entity.startswith("person/") and in_use(row, self._days)
        )
        entities = (self._knowledge.entity(one) for one in ids)
        return [e.id for e in entities if e is not None and is_grown_up(e, self._days)]

    def _by_title(self, person: Named, able: Sequence[str], *, leans: bool = True) -> Choice | None:
        """Who of them held a post that the title claims, on that date or, if former, before.

        Args:
            person: With the posts that its title claims.
            able: Who may be meant.
            leans: Whether a fuller name elsewhere decides where the posts do not.
        """
        offices = person.candidate.offices
        held = [t for one in able for t in self._knowledge.tenures_of(one) if t.office in offices]
        if person.is_former or self._days is None:
            return self._by_past(person, held, leans=leans)
        days = self._days
        now = [tenure for tenure in held if holds(tenure, days)]
        people = dict.fromkeys(tenure.person for tenure in now)
        if len(people) == 1:
            return Choice(now[0].person, by_office(self._knowledge, now[0], "link_office"))
        if people:
            return self._doubtful(list(people), by_office(self._knowledge, now[0], "link_office"))
        anchored = self._by_anchor(person) if leans else None
        return anchored if anchored else self._by_past(person, held, leans=leans)

    def _by_past(self, person: Named, held: Sequence[Tenure], *, leans: bool) -> Choice | None:
        past = [tenure for tenure in held if held_before(tenure, self._days)]
        if not person.is_former and self._days is not None:
            past = [t for t in past if distance(self._days, t.days) < _FEW_MONTHS]
        people = dict.fromkeys(tenure.person for tenure in past)
        key = "link_office_undated" if self._days is None else "link_office_former"
        if len(people) == 1:
            return Choice(past[0].person, by_office(self._knowledge, past[0], key))
        anchored = self._by_anchor(person) if leans else None
        if anchored is not None or not past:
            return anchored
        nearest = sorted(past, key=lambda tenure: distance(self._days, tenure.days))
        return self._doubtful(
            list(dict.fromkeys(t.person for t in nearest)),
            by_office(self._knowledge, nearest[0], key),
        )

    def _by_anchor(self, person: Named) -> Choice | None:
        """The nearest fuller name before it, else the first one after it."""
        key = folded(person.plain)
        fitting = [
            a
            for a in self._anchors
            if (key in a.surnames and a.text != person.plain) or (key in a.surnames and a.by_office)
        ]
        fitting = self._principals(self._of_gender(person, fitting))
        if not fitting:
            return None
        start = person.candidate.span.start
        before = [anchor for anchor in fitting if anchor.start < start]
        anchor = (
            max(before, key=lambda a: a.start) if before else min(fitting, key=lambda a: a.start)
        )
        if anchor.entity is None:
            return Choice(None, said("none_person_fuller", full=anchor.text, line=anchor.line))
        reason = "link_fuller_office" if anchor.by_office else "link_fuller"
        return Choice(anchor.entity, said(reason, full=anchor.text, line=anchor.line))

    def _principals(self, anchors: list[Anchor]) -> list[Anchor]:
        """Without relatives: a surname alone is seldom the spouse whom no table holds."""
        known = [anchor for anchor in anchors if anchor.entity is not None]
        return known or anchors

    def _of_gender(self, person: Named, anchors: list[Anchor]) -> list[Anchor]:
        if len({anchor.entity for anchor in anchors}) < 2:
            return anchors
        genders = {self._is_woman(anchor.entity, anchor.text) for anchor in anchors}
        wanted = person.wants_woman
        if wanted is None or len(genders) < 2:
            return anchors
        return [a for a in anchors if self._is_woman(a.entity, a.text) is wanted] or anchors

    def _is_woman(self, entity: str | None, text: str) -> bool:
        label = (self._knowledge.label(entity) if entity else None) or text
        return label.split(" ")[0] in WOMEN

    def _by_date(self, person: Named, able: Sequence[str]) -> Choice | None:
        """No fuller name and no title: in office then, else alone, else the most prominent."""
        days = self._days
        now: list[Tenure] = []
        if days is not None:
            now = [t for one in able for t in self._knowledge.tenures_of(one) if holds(t, days)]
        people = list(dict.fromkeys(tenure.person for tenure in now))
        if len(people) == 1:
            return Choice(people[0], by_office(self._knowledge, now[0], "link_tenure"))
        if people:
            return self._doubtful(people, by_office(self._knowledge, now[0], "link_tenure"))
        ranked = sorted(able, key=self._prominence)
        if self._is_common_word(person):
            return None
        if len(ranked) == 1:
            key = (
                "link_given" if all(r.kind == "given" for r in person.rows) else "link_only_bearer"
            )
            why = said(key, text=person.plain, label=self._label(ranked[0]))
            return Choice(ranked[0], why)
        return self._doubtful(ranked, None)

    def _is_common_word(self, person: Named) -> bool:
        return (
            all(row.needs_context for row in person.rows)
            and person.plain in COMMON_SURNAMES
            and person.candidate.title is None
        )

    def _prominence(self, id: str) -> tuple[bool, int, int]:  # noqa: A002
        """Sort key: alive first, then nearest in office, then most often in office."""
        entity = self._knowledge.entity(id)
        tenures = self._knowledge.tenures_of(id)
        alive = entity is not None and is_alive(entity, self._days)
        near = min((distance(self._days, t.days) for t in tenures), default=10**6)
        return not alive, near // _FEW_YEARS, -len(tenures)

    def _doubtful(self, ids: Sequence[str], why: Message | None) -> Choice:
        if len(ids) == 1 and why is not None:
            return Choice(ids[0], why)
        label, other = self._label(ids[0]), self._label(ids[1])
        return Choice(ids[0], said("link_doubtful", label=label, other=other), doubtful=True)

    def _nobody(self, person: Named) -> Choice | None:
        if person.candidate.title is None and person.plain in COMMON_SURNAMES:
            return None
        rows = [row for row in person.rows if row.entity.startswith("person/")]
        if not rows:
            return None
        if not any(in_use(row, self._days) for row in rows):
            return Choice(None, said("none_period", text=person.plain))
        return Choice(None, said("none_unborn", label=self._label(rows[0].entity)))

    def _anchor(self, person: Named, choice: Choice, *, by_office: bool = False) -> None:
        surnames = {folded(person.plain.split(" ")[-1])}
        if person.plain[-1] >= _KANJI:
            surnames |= {folded(person.plain[:2]), folded(person.plain.rpartition("・")[2])}
        if choice.entity is not None:
            names = self._knowledge.names_of(choice.entity)
            surnames |= {folded(n.text) for n in names if n.kind in ("surname", "given")}
        start = person.candidate.span.start
        self._anchors.append(
            Anchor(start, person.plain, choice.entity, frozenset(surnames), person.line, by_office)
        )

    def _label(self, id: str) -> str:  # noqa: A002
        return self._knowledge.label(id) or id
