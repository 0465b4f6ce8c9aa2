"""Events told in one sentence and reckoned in another: "A hundred years ago this month, …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.intake.dating.anniversaries import later, years_ago
from usjp_reader.intake.dating.claims import Claim
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.knowledge.times import Form, Unit
from usjp_reader.knowledge.times.reckoning import said_if

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.intake.dating.told import Told
    from usjp_reader.knowledge.times import Expression

_OPENING = 3
"""Paragraphs in which a text says what day it keeps or what has just happened."""
_FEWEST = 5
_APART = 900
"""Letters within which the event is named that the opening counts from."""
_LONGEST = 40
_GAP = re.compile(r",? ?|、?")


def kept_days(page: Page, told: Sequence[Told]) -> Iterator[Claim]:
    """Fifty years ago this month; the event itself is named in a later sentence."""
    for paragraph in page.body[:_OPENING]:
        for index, time in enumerate(paragraph.times):
            years = years_ago(time)
            kept = _kept(page, time, paragraph.times[index + 1 : index + 2])
            if years < _FEWEST or kept is None:
                continue
            sentence = page.sentence_at(time.span.start)
            reach = range(time.span.end, sentence.end + _APART)
            event = next((one for one in told if one.span.start in reach and _is_day(one)), None)
            marked = later(event.days[0], years) if event else None
            days = marked and (marked if kept is time else said_if(kept, marked))
            if event and days:
                params = {"event": event.name, "when": event.days[0].edtf}
                span = page.source(time.span)
                yield Claim(rule_named("anniversary"), days, (days,), span, time.text, params)
                return


def _kept(page: Page, time: Expression, after: Sequence[Expression]) -> Expression | None:
    """The words that say which day is kept: "today" in the expression, or "this month" behind."""
    if time.shift is not None and time.shift.exact:
        return time
    for one in after:
        gap = page.derived.text[time.span.end : one.span.start]
        is_now = one.shift is not None and one.shift.count == 0 and not one.shift.from_text
        if is_now and _GAP.fullmatch(gap):
            return one
    return None


def _is_day(one: Told) -> bool:
    return len(one.days) == 1 and (one.days[0].latest - one.days[0].earliest).days <= _LONGEST


def fresh_weeks(page: Page, one: Told) -> Iterator[tuple[Days, Expression]]:
    """The days of writing where the opening says "last week" in another sentence of its own."""
    times = [time for paragraph in page.told[:_OPENING] for time in paragraph.times]
    said = [time for time in times if _is_week(time)]
    others = [time for time in times if time.form is Form.WEEKDAY]
    if len({time.shift for time in said}) == 1 and not others and _is_day(one):
        found = said_if(said[0], one.days[0])
        if found is not None:
            yield found, said[0]


def _is_week(time: Expression) -> bool:
    shift = time.shift
    return (
        time.form is Form.NEAR
        and shift is not None
        and shift.unit is Unit.WEEK
        and not shift.from_text
        and not shift.exact
        and shift.count in (0, -1)
    )


def fresh_days(page: Page, one: Told) -> Iterator[tuple[Days, Expression]]:
    """The day of writing where the opening says "this morning" in another sentence of its own."""
    said = [
        time
        for paragraph in page.told[: _OPENING + 2]
        for time in paragraph.times
        if time.form is Form.NEAR
        and time.shift is not None
        and time.shift.unit is Unit.DAY
        and not time.shift.from_text
        and time.shift.count in (0, -1)
    ]
    if len({time.shift for time in said}) == 1 and _is_day(one):
        found = said_if(said[0], one.days[0])
        if found is not None and found.earliest == found.latest:
            yield found, said[0]
