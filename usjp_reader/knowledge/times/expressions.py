"""Expressions of time found in a text, before anything is resolved against a date."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days

if TYPE_CHECKING:
    from usjp_reader.domain.spans import Span


class Form(StrEnum):
    """What kind of expression it is; those before MONTH_DAY name days by themselves."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    YEARS = "years"
    DECADE = "decade"
    CENTURY = "century"
    MONTH_DAY = "month-day"
    MONTH_ONLY = "month-only"
    DAY_ONLY = "day-only"
    WEEKDAY = "weekday"
    NEAR = "near"


class Unit(StrEnum):
    """What a relative expression counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a relative expression lies from where it is reckoned from.

    Attributes:
        unit: What is counted.
        count: How many, negative for the past.
        from_text: Reckoned from another time in the text ("the year after"), not from the day of
            publication.
        exact: Whether "today" is added ("ten years ago today"): the very day.
        part: "earlier" or "later" in the unit, or "".
    """

    unit: Unit
    count: int
    from_text: bool = False
    exact: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time.

    Attributes:
        span: Position in the text that was read.
        text: The words.
        days: The days it names, or None while something is missing.
        month: 1 to 12 where it is said without a year; for seasons their first month.
        day: Day of the month, where the year is missing.
        weekday: 0 is Monday; None when no weekday is said.
        exact: False where the words allow two readings (3/4/2010) or the calendar is approximate.
        shift: Of a relative expression; with a month or a weekday it says which one.
        others: Further readings of a date in figures, day first or year first.
        old_calendar: Whether the words are of the calendar used in Japan before 1873.
    """

    span: Span
    text: str
    form: Form
    days: Days | None = None
    month: int = 0
    day: int = 0
    weekday: int | None = None
    exact: bool = True
    shift: Shift | None = None
    others: tuple[Days, ...] = ()
    old_calendar: bool = False

    def moved(self, by: int) -> Expression:
        """The same expression in a text that begins `by` code points earlier."""
        return replace(self, span=self.span.shifted(by))

    @property
    def is_day(self) -> bool:
        """Whether it names one day by itself."""
        return self.form is Form.DAY and self.days is not None

    def in_years(self, bounds: Days) -> tuple[date, ...]:
        """The days within `bounds` that a month and a day may mean; the weekday must agree."""
        found = []
        for year in range(bounds.earliest.year, bounds.latest.year + 1):
            day = day_of(year, self.month, self.day)
            if day is None or not bounds.earliest <= day.earliest <= bounds.latest:
                continue
            if self.weekday is None or day.earliest.weekday() == self.weekday:
                found.append(day.earliest)
        return tuple(found)


def day_of(year: int, month: int, day: int) -> Days | None:
    """One day, or None when there is no such day."""
    try:
        exact = date(year, month, day)
    except ValueError:
        return None
    return Days(exact, exact)


def month_of(year: int, month: int) -> Days | None:
    """One month, or None when there is no such month."""
    return months_of(year, month, 1) if 1 <= month <= 12 else None


def months_of(year: int, month: int, count: int) -> Days | None:
    """So many months from one on, or None when there is no such month."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last_year, last = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    if not (year >= 1 and last_year <= 9999):
        return None
    end = calendar.monthrange(last_year, last)[1]
    return Days(date(year, month, 1), date(last_year, last, end))


def years_of(first: int, last: int | None = None) -> Days | None:
    """One or more whole years, or None when there are none such."""
    last = first if last is None else last
    if not 1 <= first <= last <= 9999:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31))


def hull(one: Days, other: Days) -> Days:
    """The days from the first of both to the last."""
    return Days(min(one.earliest, other.earliest), max(one.latest, other.latest))
