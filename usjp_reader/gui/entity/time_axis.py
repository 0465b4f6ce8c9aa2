"""Offices on an axis of years: who stands in which row, and where the years stand. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.entity_pages import OfficeTerm

_STEPS = (1, 2, 5, 10, 20, 50, 100)
_LEAST_YEARS = 4
_MOST_STRETCH = 2
"""The axis reaches to the article's date unless it would become so many times as long."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One office with the terms in it, in order of time."""

    name: str
    terms: tuple[OfficeTerm, ...]


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Whole years from `first` to the beginning of `last`."""

    first: int
    last: int

    def share(self, day: date) -> float:
        """Where a day stands: 0 is the left end, 1 the right end; days beyond stand at an end."""
        at = (year_of(day) - self.first) / (self.last - self.first)
        return min(1.0, max(0.0, at))

    def holds(self, day: date) -> bool:
        """Whether a day stands on the axis."""
        return self.first <= year_of(day) <= self.last

    def ticks(self, most: int) -> tuple[int, ...]:
        """Round years at equal steps, `most` of them or fewer."""
        years = self.last - self.first
        step = next((one for one in _STEPS if years / one < most), _STEPS[-1])
        begin = -(-self.first // step) * step
        return tuple(range(begin, self.last + 1, step))


def lanes_of(terms: Sequence[OfficeTerm]) -> tuple[Lane, ...]:
    """One row an office, in the order in which they were first held."""
    rows: dict[str, list[OfficeTerm]] = {}
    for term in terms:
        rows.setdefault(term.office, []).append(term)
    return tuple(Lane(found[0].name, tuple(found)) for found in rows.values())


def axis_of(terms: Sequence[OfficeTerm], today: date, article: date | None = None) -> TimeAxis:
    """An axis that holds all terms, and the date of the article where that is not far off."""
    days = [day for term in terms for day in ends_of(term, today) if day is not None]
    days = days or [today]
    first, last = min(days).year, max(days).year + 1
    if article is not None:
        longer = min(first, article.year), max(last, article.year + 1)
        if longer[1] - longer[0] <= _MOST_STRETCH * max(last - first, _LEAST_YEARS):
            first, last = longer
    lacking = _LEAST_YEARS - (last - first)
    if lacking > 0:
        first, last = first - lacking // 2, last + lacking - lacking // 2
    return TimeAxis(first, last)


def ends_of(term: OfficeTerm, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of a term; of a present holder today; None is not known."""
    first = None if term.days.earliest == date.min else term.days.earliest
    last = None if term.days.latest == date.max else term.days.latest
    return first, today if term.is_current and last is None else last


def year_of(day: date) -> float:
    """A day as a point on an axis of years: 1 July 1960 is about 1960.5."""
    begin = date(day.year, 1, 1)
    return day.year + (day - begin).days / 366
