"""How well a title beside a name fits somebody's terms of office on the date of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Candidate, Tenure
    from usjp_reader.knowledge.base import KnowledgeBase

IN_OFFICE = 70
"""Points of somebody who held the office on the date."""
_EVER = 40
_FORMER = re.compile(
    r"(?:\b(?:[Ff]ormer|[Ee]x|[Ll]ate)(?:\s+(?:U\.S\.|US|Japanese))?[\s-]*|[元前故])$"
)
_HEADS = re.compile(r"office/(?:president|prime-minister|premier)-of-|office/leader-of-")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to take a name for somebody, the better the more points."""

    points: int
    why: Message


def is_former(candidate: Candidate, text: str) -> bool:
    """Whether the words beside the title say that the office is over."""
    title = candidate.title or candidate.span
    if title.start > candidate.span.end:
        return text[candidate.span.end : title.start].strip()[:1] in {"元", "前", "故"}
    start = min(title.start, candidate.span.start)
    return _FORMER.search(text[max(0, start - 24) : start]) is not None


def head_offices(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The offices after whose holders governments are called."""
    return tuple(office.id for office in knowledge.tables.offices if _HEADS.match(office.id))


def best_reason(
    person: str,
    offices: Sequence[str],
    days: Days | None,
    knowledge: KnowledgeBase,
    *,
    former: bool = False,
) -> Reason | None:
    """The term in one of the offices that fits best; None where none began before the date."""
    found = [
        reason
        for tenure in knowledge.tenures_of(person)
        if tenure.office in offices and (reason := _reason(tenure, days, knowledge, former=former))
    ]
    return max(found, key=lambda reason: reason.points, default=None)


def _reason(
    tenure: Tenure, days: Days | None, knowledge: KnowledgeBase, *, former: bool
) -> Reason | None:
    if days is None:
        return Reason(_EVER, said_of(tenure, "office_ever", knowledge))
    if tenure.days.earliest > days.latest:
        return None
    if tenure.days.latest < days.earliest or (former and tenure.days.latest <= days.latest):
        years = max(0, (days.earliest - tenure.days.latest).days // 366)
        if former:
            points = IN_OFFICE - min(30, years)
            return Reason(points, said_of(tenure, "office_former", knowledge))
        return Reason(max(10, _EVER - years // 2), said_of(tenure, "office_ever", knowledge))
    key = "office_still_held" if tenure.days.latest == date.max else "office_on_date"
    return Reason(25 if former else IN_OFFICE, said_of(tenure, key, knowledge))


def said_of(tenure: Tenure, key: str, knowledge: KnowledgeBase) -> Message:
    """The sentence about a term of office."""
    office = knowledge.office(tenure.office)
    params = {
        "name": knowledge.label(tenure.person) or tenure.person,
        "office": office.name_en if office else tenure.office,
        "first": tenure.days.earliest.isoformat(),
        "last": tenure.days.latest.isoformat(),
    }
    return Message(f"analysis.{key}", params)
