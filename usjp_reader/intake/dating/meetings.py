"""Meetings of the heads of both governments, by table: who met whom on which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_table, resource
from usjp_reader.domain.dates import Days
from usjp_reader.intake.dating.claims import Claim, joined, plus, widened
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.intake.dating.tense import is_ahead
from usjp_reader.knowledge.times import Form, Unit
from usjp_reader.knowledge.times.reckoning import said_if

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.entities import Candidate
    from usjp_reader.intake.dating.pages import Page, Paragraph
    from usjp_reader.knowledge.times import Expression

_LEAD = 3
_DAY_PARAGRAPHS = 6
_MEET = re.compile(
    r"\b(?:meet(?:s|ing|ings)?|met|visit(?:s|ed|ing)?|summit|talks|told|welcom\w+|host(?:s|ed|ing)?|"
    r"greet(?:s|ed)|White House|Camp David|arriv(?:e|es|ed|ing)|agreed|joint|conferred|called on|"
    r"dined|took questions|guest)\b|会談|首脳|訪米|訪日|来日|会見|首脳会談",
    re.IGNORECASE,
)
_SURELY = re.compile(
    r"\b(?:White House|Oval Office|Camp David|summit|visit(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|"
    r"here today|welcom\w+|dined|East Room|Rose Garden|Akasaka)\b|首脳会談|訪米|訪日|来日",
    re.IGNORECASE,
)
_CAPITAL = re.compile(
    r"\b(?:white house|oval office|rose garden|east room)\b|ホワイトハウス|ワシントン"
)
_TO_JAPAN = re.compile(
    r"来日|訪日|\b(?:visit(?:s|ed|ing)?(?: to)?|arriv\w+ in|landed in|comes? to|came to) japan\b"
)
IN_JAPAN = frozenset(
    {"Tokyo", "Kyoto", "Osaka", "Hiroshima", "Okinawa", "Yokohama", "Toyako", "Ise-Shima", "Nago"}
)
"""Places of the table in Japan."""
_TIME_OF_JAPAN = re.compile("日本時間")
_LOCAL = re.compile(r"[ 　]?[（(]日本時間")
"""Behind a day of the place, with that of Japan: 16日（日本時間17日）."""
_FORMS = frozenset({Form.WEEKDAY, Form.MONTH_DAY, Form.DAY_ONLY, Form.NEAR})


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: two people, its first and last day, where."""

    people: frozenset[str]
    days: Days
    place: str


@cache
def meetings() -> tuple[Meeting, ...]:
    """The table that the program ships, read once."""
    rows = read_table(resource("dating", "meetings.tsv"))
    return tuple(
        Meeting(
            frozenset((row["president"], row["prime_minister"])),
            Days(date.fromisoformat(row["from"]), date.fromisoformat(row["to"])),
            row["place"],
        )
        for row in rows
    )


@cache
def heads() -> frozenset[str]:
    """The people of the table."""
    return frozenset(person for one in meetings() for person in one.people)


def from_meetings(page: Page, candidates: Sequence[Candidate]) -> list[Claim]:
    """The days of the meetings that the opening of the text may report."""
    lead = [one for one in page.told if one.line <= page.first_body] + page.body[1:_LEAD]
    if not any(_MEET.search(paragraph.text) for paragraph in lead):
        return []
    said = _said(page)
    if any(_is_weeks_ago(time) for paragraph in lead for time in paragraph.times):
        return []  # what was last week is no report of today's meeting
    if not said or (
        said[0].form is Form.NEAR and not any(_SURELY.search(one.text) for one in lead)
    ):
        return []  # a meeting, but not which
    spans = [page.source(paragraph.span) for paragraph in lead]
    named = {
        person: candidate
        for candidate in reversed(candidates)
        if not heads().isdisjoint(candidate.entities)
        and any(span.contains(candidate.span) for span in spans)
        for person in candidate.entities
    }
    met = [one for one in meetings() if one.people <= named.keys()]
    if not met:
        return []
    met = _at_place(met, lead)
    ranges: list[Days] = []
    found: list[tuple[Meeting, Days]] = []
    for one in met:
        days = _written(page, one.days, said)
        if days:
            ranges.append(days)
            found.append((one, days))
    return [_claim(found, joined(ranges), named)] if found else []


def _is_weeks_ago(time: Expression) -> bool:
    shift = time.shift
    return (
        time.form is Form.NEAR
        and shift is not None
        and shift.unit in (Unit.WEEK, Unit.MONTH)
        and shift.count < 0
        and not shift.from_text
    )


def _at_place(met: list[Meeting], lead: Sequence[Paragraph]) -> list[Meeting]:
    """Of several meetings those at a place that the opening names, if it names one of theirs."""
    words = "\n".join(paragraph.text for paragraph in lead).casefold()
    there = [one for one in met if one.place.casefold() in words]
    if not there and _CAPITAL.search(words):
        there = [one for one in met if one.place == "Washington"]
    if not there and _TO_JAPAN.search(words):
        there = [one for one in met if one.place in IN_JAPAN]
    return there or met


def _said(page: Page) -> list[Expression]:
    """The days of which the opening speaks."""
    return [
        one
        for paragraph in page.body[:_DAY_PARAGRAPHS]
        for one in paragraph.times
        if one.form in _FORMS
        and not (one.shift is not None and (one.shift.unit is not Unit.DAY or one.shift.from_text))
    ][:2]


def _written(page: Page, days: Days, said: Sequence[Expression]) -> Days | None:
    """When the text was written, if this is the meeting it reports."""
    one = said[0]
    if _TIME_OF_JAPAN.search(page.sentence_at(one.span.start).of(page.derived.text)):
        days = Days(days.earliest, plus(days.latest, 1))  # it was the morning after in Japan
    found = said_if(one, days, ahead=is_ahead(page, one))
    if found is None:
        return None
    if one.form is Form.NEAR:
        return found
    if is_ahead(page, one):
        return found
    day = plus(found.earliest, 1) if _LOCAL.match(page.after(one.span.end, 8)) else found.earliest
    return Days(day, day)


def _claim(
    found: Sequence[tuple[Meeting, Days]],
    ranges: tuple[Days, ...],
    named: dict[str, Candidate],
) -> Claim:
    people = [named[person] for person in found[0][0].people]
    first = min(people, key=lambda candidate: candidate.span)
    words = " / ".join(sorted({candidate.text for candidate in people}))
    places = dict.fromkeys(meeting.place for meeting, _ in found[:4])
    days = dict.fromkeys(meeting.days.edtf for meeting, _ in found[:4])
    params = {"place": ", ".join(places), "names": words, "when": ", ".join(days)}
    says = Days(ranges[0].earliest, ranges[-1].latest)
    rule = rule_named("meeting")
    spare = widened(says, 0, 6) if len(ranges) == 1 else None
    return Claim(rule, says, ranges, first.span, first.text, params, name=first.span, spare=spare)
