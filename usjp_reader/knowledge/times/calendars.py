"""Japanese eras, and the lunisolar calendar that Japan used before 1873, converted by table."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from usjp_reader.config.resources import read_table, read_toml, resource
from usjp_reader.domain.dates import Days

SOLAR = date(1873, 1, 1)
"""The first day of the Western calendar in Japan: 明治6年1月1日, the day after 明治5年12月2日."""

_AT_ONCE = date(1950, 1, 1)
"""Eras proclaimed before began on the day itself; later ones at the midnight after."""

_VARIANTS = {"慶應": "慶応", "萬延": "万延", "㍾": "明治", "㍽": "大正", "㍼": "昭和"}
_VARIANTS |= {"㍻": "平成", "㋿": "令和", "明": "明治", "大": "大正", "昭": "昭和", "平": "平成"}
_VARIANTS |= {"令": "令和", "M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}


@dataclass(frozen=True, slots=True)
class Era:
    """A Japanese era.

    Attributes:
        start: Its first day.
        first: The Western year that its first year is mostly in.
        last: The Western year of its last year.
        days: The days that may be dated by it; until 1926 the day of change belongs to both eras.
    """

    name: str
    start: date
    first: int
    last: int
    days: Days


@dataclass(frozen=True, slots=True)
class OldMonth:
    """A month of the old calendar with its first day in the Western one."""

    start: date
    era: str
    year: int
    month: int
    leap: bool
    romanised: str
    """The era in Latin letters: "Kaei"."""


@cache
def eras() -> dict[str, Era]:
    """The eras by name, in order of time."""
    table = read_toml(resource("knowledge", "japanese-eras.toml"))["era"]
    lasts = [int(row["year"]) for row in table[1:]] + [9999]
    starts = [date.fromisoformat(row["start"]) for row in table]
    ends = [day - timedelta(days=1) if day > _AT_ONCE else day for day in starts[1:]] + [date.max]
    return {
        str(row["name"]): Era(str(row["name"]), start, int(row["year"]), last, Days(start, end))
        for row, start, last, end in zip(table, starts, lasts, ends, strict=True)
    }


def era_named(name: str) -> Era | None:
    """The era of a name, an old spelling of it, one letter or one character."""
    name = _VARIANTS.get(name, name)
    return eras().get(name) or eras().get(_romanised().get(name.casefold(), ""))


def western_year(era: Era, year: int) -> int | None:
    """The Western year that a year of an era is mostly in; None where the era was shorter."""
    western = era.first + year - 1
    return western if year >= 1 and western <= era.last else None


def from_old(era: Era, year: int, month: int, day: int, *, leap: bool = False) -> Days | None:
    """A day (or, with `day` 0, a month; with `month` 0, a year) of the old calendar."""
    if not month:
        western = era.first + year - 1
        first, last = date(western, 1, 21), date(western + 1, 2, 19)
        return Days(first, min(last, SOLAR - timedelta(days=1)) if western == 1872 else last)
    start = _starts().get((era.name, year, month, leap))
    if start is None:
        return None
    end = _end_of(start)
    if not day:
        return Days(start, end)
    exact = start + timedelta(days=day - 1)
    return Days(exact, exact) if exact <= end else None


def _end_of(start: date) -> date:
    """The last day of the month that begins with `start`: the 29th or the 30th."""
    starts = [month.start for month in _months()] + [SOLAR]
    return starts[bisect.bisect_right(starts, start)] - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OldDay:
    """A day as Japan reckoned it before 1873."""

    month: OldMonth
    day: int

    @property
    def japanese(self) -> str:
        """In Japanese: 嘉永6年6月3日."""
        year = "元" if self.month.year == 1 else str(self.month.year)
        leap = "閏" if self.month.leap else ""
        return f"{self.month.era}{year}年{leap}{self.month.month}月{self.day}日"


def old_day(day: date) -> OldDay | None:
    """A day as Japan reckoned it. None from 1873 on, and where the table ends."""
    months = _months()
    at = bisect.bisect_right([month.start for month in months], day) - 1
    if at < 0 or day >= SOLAR:
        return None
    start = months[at].start
    same = [month for month in months if month.start == start]
    begun = [month for month in same if eras()[month.era].start <= day] or same
    month = max(begun, key=lambda one: eras()[one.era].start)
    return OldDay(month, (day - start).days + 1)


@cache
def _months() -> tuple[OldMonth, ...]:
    rows = read_table(resource("knowledge", "lunisolar-years.tsv"))
    found = (
        OldMonth(
            date.fromisoformat(row["gregorian_start"]),
            row["era_ja"],
            int(row["year"]),
            int(row["month"]),
            row["leap"] == "1",
            row["era_en"],
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda month: (month.start, month.era)))


@cache
def _starts() -> dict[tuple[str, int, int, bool], date]:
    return {(one.era, one.year, one.month, one.leap): one.start for one in _months()}


@cache
def _romanised() -> dict[str, str]:
    rows = read_table(resource("knowledge", "lunisolar-years.tsv"))
    names = {row["era_en"].casefold(): row["era_ja"] for row in rows}
    return names | {
        "kayei": "嘉永",
        "meiji": "明治",
        "taisho": "大正",
        "showa": "昭和",
        "heisei": "平成",
        "reiwa": "令和",
    }
