"""Expressions of time found in a text: what they say by themselves, before anything is resolved."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days

if TYPE_CHECKING:
    from usjp_reader.domain.spans import Span


class Form(StrEnum):
    """What kind of expression it is; all before MONTH_DAY name days by themselves."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    MONTH_DAY = "month-day"
    DAY_ONLY = "day-only"
    WEEKDAY = "weekday"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time.

    Attributes:
        span: Position in the text that was read.
        text: The words.
        days: The days it names, or None while year or month are missing.
        month: 1 to 12, where only a month and a day are said.
        day: Day of the month, where the year is missing.
        weekday: 0 is Monday; None when no weekday is said.
        exact: False where the words allow two readings (3/4/2010) or the calendar is approximate.
    """

    span: Span
    text: str
    form: Form
    days: Days | None = None
    month: int = 0
    day: int = 0
    weekday: int | None = None
    exact: bool = True

    def moved(self, by: int) -> Expression:
        """The same expression in a text that begins `by` code points earlier."""
        return Expression(
            self.span.shifted(by),
            self.text,
            self.form,
            self.days,
            self.month,
            self.day,
            self.weekday,
            self.exact,
        )

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
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def years_of(first: int, last: int | None = None) -> Days | None:
    """One or more whole years, or None when there are none such."""
    last = first if last is None else last
    if not 1 <= first <= last <= 9999:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31))
