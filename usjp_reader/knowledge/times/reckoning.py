"""Relative expressions reckoned from a day, and back: from the day meant to the day of saying."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.knowledge.times.expressions import (
    Form,
    Unit,
    day_of,
    hull,
    month_of,
    months_of,
    years_of,
)

if TYPE_CHECKING:
    from usjp_reader.knowledge.times.expressions import Expression, Shift

_WEEK = timedelta(days=7)
_DAY_ONLY = timedelta(days=9)
"""So long a day is called "the 5th", without its month."""
_NEAR_SEASON = 31
_TO_NEXT = 365 + 91
"""Days from the beginning of a season to the end of the next of that name."""
_FIRST, _LAST = date(1000, 1, 1), date(9900, 1, 1)


def resolved(one: Expression, said: date, *, ahead: bool = False) -> Days | None:
    """The days that an expression means where it is said on a day; None where that is not sure.

    Args:
        one: The expression.
        said: The day on which it is said.
        ahead: Whether the words around it look ahead.
    """
    if one.days is not None:
        return one.days
    if not _FIRST < said < _LAST or (one.shift is not None and one.shift.from_text):
        return None
    if one.form is Form.NEAR:
        return shifted(one.shift, said) if one.shift else None
    return _READERS[one.form](one, said, ahead) if one.form in _READERS else None


def shifted(shift: Shift, said: date) -> Days | None:
    """So many days, weeks, months or years from a day: the unit, or the very day if it is meant."""
    unit, count = shift.unit, shift.count
    if unit in (Unit.DECADE, Unit.CENTURY):
        unit, count = Unit.YEAR, count * (10 if unit is Unit.DECADE else 100)
        if not shift.count:
            return years_of(said.year - said.year % 10, said.year - said.year % 10 + 9)
    if unit is Unit.YEAR and shift.exact:
        return day_of(said.year + count, said.month, said.day)
    days = _unit(unit, count, said)
    if days is None:
        return None
    if shift.part == "fiscal":
        return _fiscal(said, count)
    return _part(days, shift.part, said) if shift.part else days


def _unit(unit: Unit, count: int, said: date) -> Days | None:
    if unit is Unit.DAY:
        day = said + timedelta(days=count)
        return Days(day, day)
    if unit is Unit.WEEK:
        monday = said - timedelta(days=said.weekday()) + count * _WEEK
        return Days(monday, monday + timedelta(days=6))
    if unit is Unit.MONTH:
        return months_of(said.year, said.month + count, 1)
    return years_of(said.year + count) if unit is Unit.YEAR else None


def _fiscal(said: date, count: int) -> Days | None:
    """The Japanese fiscal year, from April."""
    year = said.year - (said.month < 4) + count
    return months_of(year, 4, 12)


def _part(days: Days, part: str, said: date) -> Days:
    """Earlier or later this year: up to the day, or from it on; late last year: its end."""
    third = (days.latest - days.earliest) / 3
    if days.earliest <= said <= days.latest and part in ("earlier", "later"):
        return Days(days.earliest, said) if part == "earlier" else Days(said, days.latest)
    if part in ("early", "earlier", "the beginning of"):
        return Days(days.earliest, days.earliest + third)
    if part in ("late", "later", "the end of"):
        return Days(days.latest - third, days.latest)
    return Days(days.earliest + third, days.latest - third)


def _weekday(one: Expression, said: date, ahead: bool) -> Days | None:
    """The last one, the day itself included, or the next one."""
    assert one.weekday is not None
    if one.shift is not None and one.shift.unit is Unit.WEEK:
        monday = said - timedelta(days=said.weekday()) + one.shift.count * _WEEK
        day = monday + timedelta(days=one.weekday)
        return Days(day, day)
    back = (said.weekday() - one.weekday) % 7
    if one.shift is not None and one.shift.count < 0:
        back = back or 7
    elif ahead or (one.shift is not None and one.shift.count > 0):
        back = back - 7 if back else (-7 if one.shift is not None else 0)
    day = said - timedelta(days=back)
    return Days(day, day)


def _month_day(one: Expression, said: date, ahead: bool) -> Days | None:
    if one.shift is not None and one.shift.unit is Unit.YEAR:
        return day_of(said.year + one.shift.count, one.month, one.day)
    near = [
        days
        for year in (said.year - 1, said.year, said.year + 1)
        if (days := day_of(year, one.month, one.day))
        and one.weekday in (None, days.earliest.weekday())
    ]
    if ahead:
        return next((days for days in near if days.earliest >= said), None)
    before = [days for days in near if days.earliest <= said + timedelta(days=1)]
    return before[-1] if before else None


def _month_only(one: Expression, said: date, ahead: bool) -> Days | None:
    shift = one.shift
    if shift is not None and shift.unit is Unit.YEAR:
        return month_of(said.year + shift.count, one.month)
    if shift is not None and shift.count == 0:
        return month_of(said.year, one.month)
    is_next = shift.count > 0 if shift else ahead
    if is_next:
        year = said.year + (
            one.month < said.month or (shift is not None and one.month == said.month)
        )
        return month_of(year, one.month)
    is_before = one.month < said.month or (shift is None and one.month == said.month)
    return month_of(said.year if is_before else said.year - 1, one.month)


def _day_only(one: Expression, said: date, ahead: bool) -> Days | None:
    if one.shift is not None and one.shift.unit is Unit.MONTH:
        month = months_of(said.year, said.month + one.shift.count, 1)
        return day_of(month.earliest.year, month.earliest.month, one.day) if month else None
    if one.shift is not None and one.shift.unit is Unit.WEEK:
        monday = said - timedelta(days=said.weekday()) + one.shift.count * _WEEK
        week = (monday + timedelta(days=at) for at in range(-1, 7))
        return next((Days(day, day) for day in week if day.day == one.day), None)
    is_next = ahead or (one.shift is not None and one.shift.count > 0)
    for at in range(62):
        day = said + timedelta(days=at if is_next else -at)
        if day.day == one.day:
            return Days(day, day)
    return None


def _season(one: Expression, said: date, ahead: bool) -> Days | None:  # noqa: ARG001
    """Last summer is the last that is over; this summer is that of the year; next is to come."""
    shift = one.shift
    if shift is None:
        return None
    year = said.year + (shift.count if shift.count else 0)
    found = [months_of(at, one.month, 3) for at in range(said.year - 2, said.year + 3)]
    seasons = [days for days in found if days]
    if shift.count < 0:
        over = [days for days in seasons if days.latest < said]
        return over[-1] if over else None
    if shift.count > 0:
        return next((days for days in seasons if days.earliest > said), None)
    return months_of(year, one.month, 3)


_READERS = {
    Form.WEEKDAY: _weekday,
    Form.MONTH_DAY: _month_day,
    Form.MONTH_ONLY: _month_only,
    Form.DAY_ONLY: _day_only,
    Form.SEASON: _season,
}


def said_if(one: Expression, meant: Days, *, ahead: bool = False) -> Days | None:
    """The days on which an expression may have been said that means some day of `meant`.

    Args:
        one: A relative expression, a weekday, a month, or a month and a day.
        meant: The days that are known to be meant.
        ahead: Whether the words around it look ahead.
    """
    first, last = meant.earliest, meant.latest
    if not _FIRST < first <= last < _LAST:
        return None
    if one.form is Form.NEAR and one.shift is not None:
        return _said_near(one.shift, first, last)
    if one.form is Form.WEEKDAY and one.weekday is not None:
        return _said_weekday(one, first, last, ahead=ahead)
    if one.form is Form.MONTH_ONLY:
        return _said_month(one, first, last, ahead=ahead)
    if one.form is Form.MONTH_DAY:
        return _said_month_day(one, meant, ahead=ahead)
    if one.form is Form.DAY_ONLY and any(d.day == one.day for d in _each(meant)):
        day = next(d for d in _each(meant) if d.day == one.day)
        if one.shift is not None and one.shift.unit is Unit.MONTH:
            month = months_of(day.year, day.month - one.shift.count, 1)
            held = Days(day, _LAST) if one.shift.count <= 0 else Days(_FIRST, day)
            return month.intersection(held) if month else None
        if one.shift is not None and one.shift.unit is Unit.DAY and one.shift.exact:
            day -= timedelta(days=one.shift.count)
            return Days(day, day)
        is_next = ahead or (one.shift is not None and one.shift.count > 0)
        return Days(day - _DAY_ONLY, day) if is_next else Days(day, day + _DAY_ONLY)
    if one.form is Form.SEASON and one.shift is not None:
        return _said_season(one, first, last)
    return None


def _said_season(one: Expression, first: date, last: date) -> Days | None:
    """Last spring is said until the next one is over; this spring around it; next spring before it.

    What was months away from the season of the year is not meant by it.
    """
    assert one.shift is not None
    middle = first + (last - first) / 2
    seasons = (
        months_of(at, one.month, 3) for at in (middle.year - 1, middle.year, middle.year + 1)
    )
    known = [days for days in seasons if days]
    season = min(known, key=lambda days: _apart(days, middle))
    if _apart(season, middle) > _NEAR_SEASON:
        return None
    start, end = season.earliest, season.latest
    if one.shift.count < 0:
        latest = start + timedelta(days=_TO_NEXT)
        if one.text[-1] > "\u3000":  # 昨春 is the spring of last year, too
            latest = max(latest, date(start.year + 1, 12, 31))
        return Days(max(first, end + timedelta(days=1)), max(latest, last))
    if one.shift.count > 0:
        # from New Year on, the next summer is "this summer"
        return Days(start - timedelta(days=300), min(last, end, date(start.year - 1, 12, 31)))
    return Days(first - timedelta(days=60), last + timedelta(days=120))


def _apart(days: Days, day: date) -> int:
    """How many days a day lies outside a stretch of days."""
    return max((days.earliest - day).days, (day - days.latest).days, 0)


def _each(days: Days) -> list[date]:
    count = min(400, (days.latest - days.earliest).days)
    return [days.earliest + timedelta(days=at) for at in range(count + 1)]


def _said_month_day(one: Expression, meant: Days, *, ahead: bool) -> Days | None:
    day = next((d for d in _each(meant) if (d.month, d.day) == (one.month, one.day)), None)
    if day is None:
        return None
    half = timedelta(days=180)
    found = Days(day - half, day) if ahead else Days(day, day + half)
    if one.shift is not None and one.shift.unit is Unit.YEAR and not one.shift.count:
        year = years_of(day.year)
        return found.intersection(year) if year else None
    return found


def _said_near(shift: Shift, first: date, last: date) -> Days | None:
    unit, count = shift.unit, shift.count
    if shift.from_text:
        return None
    if unit in (Unit.DECADE, Unit.CENTURY):
        unit, count = Unit.YEAR, count * (10 if unit is Unit.DECADE else 100)
    if unit is Unit.DAY or (unit is Unit.WEEK and shift.exact):
        gap = timedelta(days=count * (7 if unit is Unit.WEEK else 1))
        return Days(first - gap, last - gap)
    if unit is Unit.WEEK:
        # Weeks begin on Sunday for some and on Monday for others: both are taken in.
        if last - first < _WEEK:
            first = last = first + (last - first) / 2  # of days in two weeks, the week of the most
        start = first - timedelta(days=max(first.weekday(), (first.weekday() + 1) % 7))
        end = last + timedelta(days=max(6 - last.weekday(), (5 - last.weekday()) % 7))
        return Days(start - count * _WEEK, end - count * _WEEK)
    if unit is Unit.MONTH:
        one, other = (
            months_of(first.year, first.month - count, 1),
            months_of(last.year, last.month - count, 1),
        )
        whole = hull(one, other) if one and other else None
        return whole if whole is None or count else _within(whole, shift.part, first)
    if shift.exact:
        day = day_of(first.year - count, first.month, first.day)
        return day if first == last else None
    if abs(count) > 1:
        low = _years_later(first, -count) - timedelta(days=183)
        return Days(low, _years_later(last, -count) + timedelta(days=330))
    days = years_of(first.year - count, last.year - count)
    if days is None or count:
        return days
    return _within(days, shift.part, first)


def _within(days: Days, part: str, first: date) -> Days:
    """Earlier this year is said after it, later this year before it."""
    if part == "earlier":
        return Days(first, days.latest)
    if part == "later":
        return Days(days.earliest, max(days.earliest, first - timedelta(days=1)))
    return days


def _said_weekday(one: Expression, first: date, last: date, *, ahead: bool) -> Days | None:
    held = [day for day in _each(Days(first, last))[:40] if day.weekday() == one.weekday]
    if not held:
        return None
    day = held[0]
    if one.shift is not None and one.shift.unit is Unit.WEEK and one.shift.count:
        # 先週月曜日 is said in the week after; weeks begin on Sunday or on Monday
        monday = day - timedelta(days=day.weekday()) - one.shift.count * _WEEK
        return Days(monday - timedelta(days=1), monday + timedelta(days=6))
    if one.shift is not None and one.shift.count < 0:
        return Days(day + timedelta(days=1), day + _WEEK)
    if ahead or (one.shift is not None and one.shift.count > 0):
        return Days(day - _WEEK, day - timedelta(days=1))
    return Days(day, day + timedelta(days=6))


def _said_month(one: Expression, first: date, last: date, *, ahead: bool) -> Days | None:
    if not any(month == one.month for month in _months(first, last)):
        return None
    if one.shift is not None and one.shift.count == 0:
        return month_of(first.year, one.month)
    if one.shift is not None and one.shift.unit is Unit.YEAR and abs(one.shift.count) == 1:
        return years_of(first.year - one.shift.count)
    year = timedelta(days=330)
    if ahead or (one.shift is not None and one.shift.count > 0):
        return Days(first - year, last)
    # in March it is "this month", and in April March is "last month" rather than "last March"
    after = months_of(last.year, last.month + (1 if one.shift is None else 2), 1)
    return Days(after.earliest if after else last, last + year)


def _months(first: date, last: date) -> list[int]:
    count = (last.year - first.year) * 12 + last.month - first.month
    return [(first.month - 1 + at) % 12 + 1 for at in range(min(12, count + 1))]


def _years_later(day: date, years: int) -> date:
    found = day_of(day.year + years, day.month, day.day)
    return found.earliest if found else date(day.year + years, 3, 1)
