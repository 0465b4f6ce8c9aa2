"""Days that lack their year or their month: in datelines, stamps and the first paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.dating.claims import Claim, joined, widened
from usjp_reader.intake.dating.openings import opening_times
from usjp_reader.intake.dating.otherwise import is_called_otherwise
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.intake.dating.stated import letters_beside, own_lines
from usjp_reader.intake.dating.tense import is_ahead, is_past
from usjp_reader.knowledge.times import Form, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_WIDEST = {Form.DAY_ONLY: 800, Form.WEEKDAY: 62}
"""So many days may be left at most for a day of the month or a weekday to be thought of."""
_LEAD = 2
_BEYOND = 2
_AROUND = 150
"""A day without its year is hardly further away than so many days."""
_NARROW = 62
"""Where so few days are left they may rest on one event: the page's own day is looked for near."""
_MOST_YEARS = 30
_ALONE = 28
"""Letters that may stand beside a day in a line that is a stamp rather than a notice."""
_NEW_YEAR = re.compile(
    r"\b(?:early in|in|by|before|after|with|until) the (?:new|coming) year\b|"
    r"\b(?:after|at|before|with) the turn of the year\b|"
    r"来年早々|年明け(?:に|早々|の|後)|年が明けたら"
)
_AHEAD = 8
_FEW_YEARS = 8
_PLACED = frozenset({LineKind.BYLINE, LineKind.DATELINE, LineKind.TITLE})


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A day of the page without its year, with its place in the source text."""

    time: Expression
    span: Span
    is_own: bool


def month_days(page: Page, bounds: Days) -> Iterator[Claim]:
    """Every day within the bounds that the month and day at the head of the page may mean."""
    for stamp in _stamps(page):
        if stamp.time.form is not Form.MONTH_DAY:
            continue
        days = _in_bounds(page, stamp.time, bounds)
        if (
            not days
            and _is_above(page, stamp)
            and (bounds.latest - bounds.earliest).days <= _NARROW
        ):
            days = _in_bounds(page, stamp.time, widened(bounds, _NARROW, _NARROW))
        if days:
            rule = "month-day" if stamp.is_own else "lead-day"
            yield _claim(rule, stamp, days, bounds)
            return


def _is_above(page: Page, stamp: _Stamp) -> bool:
    """Whether a day of the page itself stands above its text."""
    return (
        stamp.is_own and bool(page.body) and stamp.span.start < page.source(page.body[0].span).start
    )


def _in_bounds(page: Page, time: Expression, bounds: Days) -> tuple[date, ...]:
    """The days within the bounds; a day or two beyond them where only there the weekday fits."""
    inside = time.in_years(bounds)
    near = time.in_years(widened(bounds, 0, _BEYOND))
    fitting = _agreeing(page, near)
    if len(near) == len(inside) or len(fitting) == len(near):
        return _agreeing(page, inside) if inside else near
    return fitting


def weekday_years(page: Page, bounds: Days) -> Iterator[Claim]:
    """The years in which a day of the text is the weekday that it is called: 土曜日, 10月21日."""
    if bounds.latest.year - bounds.earliest.year > _MOST_YEARS:
        return
    wide = widened(bounds, _AROUND, _AROUND)
    for time in page.mentions:
        if time.form is not Form.MONTH_DAY or time.weekday is None or time.shift is not None:
            continue
        ahead = is_ahead(page, time)
        days = [day for day in time.in_years(wide) if day.weekday() == time.weekday]
        before, after = (_AROUND, 1) if ahead else (1 if is_past(page, time) else _AROUND, _AROUND)
        ranges = joined(widened(Days(day, day), before, after) for day in days)
        if ranges:
            says = Days(ranges[0].earliest, ranges[-1].latest)
            span = page.source(time.span)
            yield Claim(rule_named("weekday-year"), says, ranges, span, time.text)


def new_years(page: Page, bounds: Days) -> Iterator[Claim]:
    """What looks ahead to "the new year" was written in the last months of an old one."""
    found = next((one for p in page.body[:_AHEAD] if (one := _NEW_YEAR.search(p.text))), None)
    if found is None or bounds.latest.year - bounds.earliest.year > _FEW_YEARS:
        return
    paragraph = next(p for p in page.body if p.text is found.string)
    start = paragraph.span.start
    span = page.source(Span(start + found.start(), start + found.end()))
    years = range(bounds.earliest.year, bounds.latest.year + 1)
    ranges = tuple(Days(date(year, 10, 1), date(year, 12, 31)) for year in years)
    says = Days(ranges[0].earliest, ranges[-1].latest)
    yield Claim(rule_named("new-year"), says, ranges, span, found.group())


def told_days(page: Page, bounds: Days) -> Iterator[Claim]:
    """Every day within narrow bounds on which "today, the 24th" may have been written."""
    width = (bounds.latest - bounds.earliest).days
    if width > _WIDEST[Form.DAY_ONLY]:
        return
    for time in page.mentions:
        shift = time.shift if time.form is Form.DAY_ONLY else None
        if shift is None or shift.unit is not Unit.DAY or not shift.exact:
            continue
        away = timedelta(days=shift.count)
        each = (bounds.earliest + timedelta(days=at) for at in range(width + 1))
        days = tuple(day for day in each if (day + away).day == time.day)
        if days:
            yield _claim(
                "told-day", _Stamp(time, page.source(time.span), is_own=False), days, bounds
            )
            return


def month_parts(page: Page, bounds: Days) -> Iterator[Claim]:
    """Every day within narrow bounds that a day of the month or a weekday of the head may mean."""
    width = (bounds.latest - bounds.earliest).days
    for stamp in _stamps(page):
        time = stamp.time
        if width > _WIDEST.get(time.form, 0) or (time.form is Form.WEEKDAY and not stamp.is_own):
            continue
        days = tuple(
            day
            for at in range(width + 1)
            if _fits(day := bounds.earliest + timedelta(days=at), time)
        )
        if days:
            rule = "weekday" if time.form is Form.WEEKDAY else "day-of-month"
            yield _claim(rule, stamp, days, bounds)
            return


def _fits(day: date, time: Expression) -> bool:
    if time.form is Form.WEEKDAY:
        return day.weekday() == time.weekday
    return day.day == time.day and time.weekday in (None, day.weekday())


def _claim(rule: str, stamp: _Stamp, days: tuple[date, ...], bounds: Days) -> Claim:
    says = Days(days[0], days[-1])
    ranges = joined(Days(day, day) for day in days)
    params: dict[str, str | int | float] = {
        "first": str(bounds.earliest),
        "last": str(bounds.latest),
        "count": len(days),
    }
    spare = widened(says, 0, 2) if len(days) == 1 else None
    return Claim(rule_named(rule), says, ranges, stamp.span, stamp.time.text, params, spare=spare)


def _stamps(page: Page) -> Iterator[_Stamp]:
    """Days in the dateline, in lines of their own, then in the first paragraphs."""
    for time in opening_times(page):
        yield _Stamp(time, page.source(time.span), is_own=True)
    for line in own_lines(page):
        words = line.span.of(page.text)
        for time in page.in_line(line):
            if line.kind not in _PLACED and len(letters_beside(words, time)) > _ALONE:
                continue
            start, end = time.span.start - line.span.start, time.span.end - line.span.start
            if is_called_otherwise(words, start, end, time):
                continue
            yield _Stamp(time, time.span, is_own=True)
    for paragraph in page.body[:_LEAD]:
        for time in paragraph.times:
            if time.text.startswith("去"):
                continue  # 去る十二日 was days ago
            if _may_be_now(time) and not is_ahead(page, time):
                yield _Stamp(time, page.source(time.span), is_own=False)


def _may_be_now(time: Expression) -> bool:
    """Whether a day in the text may be that of writing: the 17th inst. is only told of."""
    if time.shift is not None and time.shift.unit is Unit.MONTH:
        return False
    if time.shift is not None and time.shift.unit is Unit.WEEK and time.shift.count:
        return False
    if time.form is Form.MONTH_DAY:
        return time.weekday is not None or _is_said(time)
    return time.form is Form.DAY_ONLY


def _is_said(time: Expression) -> bool:
    """Whether it is reckoned from the day of writing: 昨年9月2日 is not, 去る5日 is."""
    return time.shift is not None and time.shift.count == 0 and not time.shift.from_text


def _agreeing(page: Page, days: tuple[date, ...]) -> tuple[date, ...]:
    """Of several years, those in which the weekday of the text fits the dateline."""
    said = [
        one.weekday
        for paragraph in page.body[:_LEAD]
        for one in paragraph.times
        if one.form is Form.WEEKDAY and one.weekday is not None and one.shift is None
    ][:1]
    if len(days) < 2 or not said:
        return days
    return tuple(day for day in days if (day.weekday() - said[0]) % 7 in (0, 1)) or days
