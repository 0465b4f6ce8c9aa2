"""Meetings of the heads of both governments, by table: who met whom on which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_table, resource
from usjp_reader.domain.dates import Days
from usjp_reader.intake.dating.claims import Claim
from usjp_reader.intake.dating.mentions import is_ahead
from usjp_reader.knowledge.times.expressions import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.entities import Candidate
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times.expressions import Expression

_LEAD = 3
_DAY_LINES = 6
_MEET = re.compile(
    r"\b(?:meet(?:s|ing|ings)?|met|visit(?:s|ed|ing)?|summit|talks|told|welcom(?:e|es|ed|ing)|host(?:s|ed|ing)?|"
    r"greet(?:s|ed)|White House|Camp David|arriv(?:e|es|ed|ing)|agreed|joint)\b|会談|首脳|訪米|"
    r"訪日|来日|会見",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One meeting: two people, its first and last day, where."""

    people: frozenset[str]
    days: Days
    place: str


@cache
def visits() -> tuple[Visit, ...]:
    """The table that the program ships, read once."""
    rows = read_table(resource("dating", "meetings.tsv"))
    return tuple(
        Visit(
            frozenset((row["president"], row["prime_minister"])),
            Days(date.fromisoformat(row["from"]), date.fromisoformat(row["to"])),
            row["place"],
        )
        for row in rows
    )


def from_visits(page: Page, candidates: Sequence[Candidate], bounds: Days) -> Claim | None:
    """The day of a meeting that the opening of the text reports, when only one fits."""
    lead = [
        line for line in page.content if line.number <= page.first_body or line in page.body[:_LEAD]
    ]
    words = " ".join(line.span.of(page.text) for line in lead)
    if not lead or not _MEET.search(words):
        return None
    spans = [line.span for line in lead]
    named = {
        person: candidate
        for candidate in reversed(candidates)
        if any(span.contains(candidate.span) for span in spans)
        for person in candidate.entities
    }
    weekdays = _weekdays(page)
    if not weekdays:
        return None  # a meeting of those two, but not which
    fitting = [
        (visit, days)
        for visit in visits()
        if visit.people <= named.keys()
        and visit.days.overlaps(bounds.earliest, bounds.latest + timedelta(days=1))
        and (days := _fitting(visit.days, weekdays))
    ]
    if len(fitting) != 1:
        return None
    visit, days = fitting[0]
    return _claim(page, visit, days, weekdays, [named[person] for person in visit.people])


def _weekdays(page: Page) -> list[Expression]:
    lines = page.body[:_DAY_LINES]
    return [
        one
        for line in lines
        for one in page.in_line(line)
        if one.form in (Form.WEEKDAY, Form.MONTH_DAY, Form.DAY_ONLY)
    ][:2]


def _fitting(days: Days, said: list[Expression]) -> Days | None:
    """The days of a meeting that agree with the first day said, give or take one."""
    if not said:
        return days
    first = said[0]
    count = (days.latest - days.earliest).days
    span = [days.earliest + timedelta(days=at) for at in range(-1, count + 2)]
    inside = [day for day in span if _agrees(day, first)]
    held = [day for day in inside if days.earliest <= day <= days.latest]
    best = held or inside
    return Days(best[0], best[0]) if best else None


def _agrees(day: date, one: Expression) -> bool:
    if one.form is Form.WEEKDAY:
        return day.weekday() == one.weekday
    if one.form is Form.DAY_ONLY:
        return day.day == one.day
    return (day.month, day.day) == (one.month, one.day)


def _claim(
    page: Page, visit: Visit, days: Days, said: list[Expression], people: list[Candidate]
) -> Claim:
    named = min(people, key=lambda candidate: candidate.span)
    words = " / ".join(sorted({candidate.text for candidate in people}))
    weight = 0.78 if said else 0.6
    if said and is_ahead(page.text, said[0]):
        weight = 0.6
    params = {"place": visit.place, "names": words}
    return Claim(
        "meeting", days, named.span, named.text, weight, days.earliest, days.latest, params=params
    )
