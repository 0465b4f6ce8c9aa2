"""Eras with their counts as lines of the sidebar and as stretches of the histogram."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from usjp_reader.domain.dates import Days
from usjp_reader.domain.queries import Axis, EraChoice, EraCount
from usjp_reader.gui.filters.choices import era_years
from usjp_reader.gui.filters.division import era_told
from usjp_reader.gui.filters.values import Line, Mark

if TYPE_CHECKING:
    from usjp_reader.domain.eras import Era, Periodisation
    from usjp_reader.domain.queries import ArticleQuery, Counts


def era_lines(
    division: Periodisation, query: ArticleQuery, counts: Counts
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The eras in sequence, and those that run beside them."""
    counted = {count.era: count for count in counts.eras.get(division.id, ())}
    lines = [(era, _line(division, era, counted.get(era.id), query)) for era in division.eras]
    return (
        tuple(line for era, line in lines if not era.parallel),
        tuple(line for era, line in lines if era.parallel),
    )


def _line(division: Periodisation, era: Era, count: EraCount | None, query: ArticleQuery) -> Line:
    choice = EraChoice(division.id, era.id)
    possible = 0 if query.certain_only or count is None else count.possible
    return Line(
        choice,
        era.name(),
        count.certain if count else 0,
        possible,
        years=_years(era),
        mark=Mark.WANTED if choice in query.eras else Mark.OFF,
        told=f"{era_told(era)}\n{_count_told(possible, query.axis)}".strip(),
    )


def _years(era: Era) -> str:
    """The years, unless the name says them: "Before 1853", "1970s"."""
    years = era_years(era)
    return "" if years.strip("–") in era.name() else years


def _count_told(possible: int, axis: Axis) -> str:
    if not possible:
        return ""
    if axis is Axis.ABOUT:
        return QCoreApplication.translate(
            "EraLines", "+{n}?: articles that name a time reaching beyond this era."
        ).format(n=possible)
    return QCoreApplication.translate(
        "EraLines",
        "+{n}?: articles whose date is only known as an interval, part of which lies in this era.",
    ).format(n=possible)


def chosen_ranges(division: Periodisation, query: ArticleQuery) -> tuple[Days, ...]:
    """The days of the chosen eras of a division."""
    chosen = {choice.era for choice in query.eras if choice.periodisation == division.id}
    return tuple(_days(era) for era in division.eras if era.id in chosen)


def _days(era: Era) -> Days:
    start = era.start or date.min
    return Days(start, max(era.end - timedelta(days=1), start) if era.end else date.max)
