"""Days of the month or the year, said without it, that a text looks ahead to."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.claims import Claim, joined, plus, until, widened
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.intake.dating.tense import is_ahead
from usjp_reader.knowledge.times import Form, Unit
from usjp_reader.knowledge.times.expressions import months_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_WIDEST = {Form.MONTH_DAY: 300, Form.DAY_ONLY: 100}
"""Days that may be left for a day without its year to be only one day."""
_DAYS_OF_MONTH = 25
"""Of so many days a day of the month is only one: it needs no month."""
_NEAREST = 1
"""So many days at least lie between: what is on the day itself is "today"."""
_FEW_YEARS = 4
_NEXT_SENTENCE = re.compile(r"[^.!?。]{0,30}[.!?。] ?(?:On|In|At|By)?[^.!?。]{0,20}")
"""Between "next month" and the month's name at the beginning of the next sentence."""
_WILL = re.compile(r"\b(?:will|is to|are to)\b|予定|見通し")
_CLAUSE = 90
_JA_WILL = re.compile(r"[うくぐすつぬぶむる](?:予定|こと|はず)?(?:だ|です|という)?。?$")
_JA_WAS = re.compile(r"(?:し|っ|い|れ|け|せ|べ|え|め|き|ま)た|んだ|だった")


def from_days_around(page: Page, bounds: Days) -> Iterator[Claim]:
    """The day is before what is to be on "Sept. 27" or 今月三十日.

    Args:
        page: The article.
        bounds: What other reasons leave, both ends included.
    """
    width = (bounds.latest - bounds.earliest).days
    for time in page.mentions:
        if width > _WIDEST.get(time.form, 0):
            continue
        days = _days_of(time, bounds)
        if len(days) != 1:
            continue
        day = Days(days[0].earliest, days[0].earliest)
        span = page.source(time.span)
        if is_ahead(page, time) or _is_to_come(page, time):
            yield until("coming-mention", widened(day, _NEAREST, -_NEAREST), span, time.text)


def next_weeks(page: Page, bounds: Days) -> Iterator[Claim]:
    """来週17日 was written in the week before a seventeenth."""
    if (bounds.latest - bounds.earliest).days > _WIDEST[Form.DAY_ONLY]:
        return
    for time in page.mentions:
        shift = time.shift
        if time.form is not Form.DAY_ONLY or shift is None or shift.unit is not Unit.WEEK:
            continue
        first, last = plus(bounds.earliest, -14), plus(bounds.latest, 14)
        days = (first + timedelta(days=at) for at in range((last - first).days + 1))
        mondays = (
            plus(day, -day.weekday() - 7 * shift.count) for day in days if day.day == time.day
        )
        weeks = (Days(plus(monday, -1), plus(monday, 6)) for monday in mondays)
        ranges = joined(week for week in weeks if week.intersection(bounds))
        if ranges:
            says = Days(ranges[0].earliest, ranges[-1].latest)
            params: dict[str, str | int | float] = {
                "first": str(bounds.earliest),
                "last": str(bounds.latest),
                "count": len(ranges),
            }
            span = page.source(time.span)
            yield Claim(rule_named("day-of-month"), says, ranges, span, time.text, params)
            return


def months_named(page: Page, bounds: Days) -> Iterator[Claim]:
    """What is "over next month. On the last day of October, …" was written in September."""
    if bounds.latest.year - bounds.earliest.year > _FEW_YEARS:
        return
    for near, other in pairwise(page.mentions):
        count = near.shift.count if _is_month(near) and near.shift else 0
        if not count or not other.month or other.shift is not None or other.days is not None:
            continue
        gap = page.derived.text[near.span.end : other.span.start]
        sentence = page.sentence_at(other.span.start).of(page.derived.text)
        ahead = is_ahead(page, other) or _WILL.search(sentence) is not None
        if not _NEXT_SENTENCE.fullmatch(gap) or ahead != (count > 0):
            continue
        years = range(bounds.earliest.year - 1, bounds.latest.year + 2)
        months = (months_of(year, other.month - count, 1) for year in years)
        ranges = joined(one for one in months if one and one.intersection(bounds))
        if ranges:
            says = Days(ranges[0].earliest, ranges[-1].latest)
            span = page.source(Span(near.span.start, other.span.end))
            yield Claim(rule_named("month-named"), says, ranges, span, span.of(page.text))
            return


def _is_month(time: Expression) -> bool:
    shift = time.shift
    return (
        time.form is Form.NEAR
        and shift is not None
        and shift.unit is Unit.MONTH
        and not shift.from_text
        and shift.count in (-1, 1)
    )


def _days_of(time: Expression, bounds: Days) -> list[Days]:
    """The days near the bounds that a day without its month or year may mean."""
    if time.form is Form.MONTH_DAY and (time.shift is None or time.shift.count == 0):
        return [Days(day, day) for day in time.in_years(widened(bounds, 7, 60))]
    width = (bounds.latest - bounds.earliest).days
    is_bare = time.form is Form.DAY_ONLY and time.shift is None and width <= _DAYS_OF_MONTH
    if not is_bare and not _is_of_this_month(time):
        return []
    each = (plus(bounds.earliest, at) for at in range((bounds.latest - bounds.earliest).days + 1))
    return [Days(day, day) for day in each if day.day == time.day]


def _is_of_this_month(time: Expression) -> bool:
    shift = time.shift
    return (
        time.form is Form.DAY_ONLY
        and shift is not None
        and shift.unit is Unit.MONTH
        and shift.count == 0
        and not shift.from_text
    )


def _is_to_come(page: Page, time: Expression) -> bool:
    """Whether a sentence in Japanese tells of a day of this month as of one to come."""
    if not _is_of_this_month(time) or time.text[0] <= "\u3000":
        return False
    after = page.after(time.span.end, _CLAUSE)
    return _JA_WILL.search(after) is not None and _JA_WAS.search(after) is None
