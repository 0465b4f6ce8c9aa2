"""Arithmetic of the histogram: years into bars, places into years. No drawing, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from usjp_reader.domain.dates import Days

_STEPS = (1, 2, 5, 10, 20, 50, 100)
LEAST_WIDTH = 4.0
"""Pixels a bar needs to be seen and hit."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The years `first` to `last`, both included, with their articles."""

    first: int
    last: int
    count: int

    @property
    def words(self) -> str:
        """The years of the bar: "1972", "1970–1974"."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def bars(
    years: tuple[tuple[int, int], ...], first: int, last: int, width: float
) -> tuple[Bar, ...]:
    """Bars for `first` to `last` that fit into `width` pixels, each of one, two, five … years."""
    span = last - first + 1
    step = next((step for step in _STEPS if span / step * LEAST_WIDTH <= width), _STEPS[-1])
    starts = range(first - first % step, last + 1, step)
    counts = dict.fromkeys(starts, 0)
    for year, count in years:
        if first <= year <= last:
            counts[year - year % step] += count
    return tuple(Bar(start, start + step - 1, counts[start]) for start in starts)


def bar_at(all_bars: tuple[Bar, ...], x: float, width: float) -> int:
    """Which bar stands at `x` of `width` pixels; the nearest one outside."""
    if not all_bars or width <= 0:
        return 0
    return min(max(int(x / width * len(all_bars)), 0), len(all_bars) - 1)


def bar_of(all_bars: tuple[Bar, ...], year: int) -> int:
    """Which bar holds a year; the nearest one outside."""
    return max(bisect_right([bar.first for bar in all_bars], year) - 1, 0)


def days_of(first: Bar, last: Bar) -> Days:
    """The days that two bars, in either order, and everything between them cover."""
    low, high = min(first.first, last.first), max(first.last, last.last)
    return Days(date(max(low, 1), 1, 1), date(min(max(high, 1), 9999), 12, 31))


def is_within(bar: Bar, ranges: tuple[Days, ...]) -> bool:
    """Whether some day of the bar lies in one of the ranges."""
    return any(days.earliest.year <= bar.last and bar.first <= days.latest.year for days in ranges)
