"""Holidays with their year: "Christmas Day, 1941", "Thanksgiving 1945", "Easter Sunday, 1945"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_table, resource
from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.times.english_words import YEAR, full_year
from usjp_reader.knowledge.times.expressions import Expression, Form, day_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_BEHIND = re.compile(rf"(?:,? (?:of )?|, )(?:(?P<y>{YEAR})\b(?![,.]\d)|['’‘](?P<yy>\d\d)\b)")


def anchors() -> list[str]:
    """The names of the holidays, as texts write them."""
    return [form for name in _holidays() for form in dict.fromkeys((name, name.upper()))]


def from_holiday(text: str, start: int) -> Expression | None:
    """A holiday with the year behind it."""
    for name, rows in _holidays().items():
        end = start + len(name)
        found = _BEHIND.match(text, end) if text[start:end].casefold() == name.casefold() else None
        if found is None:
            continue
        year = int(found["y"]) if found["y"] else full_year(int(found["yy"]))
        days = next((days for row in rows if (days := _in_year(row, year))), None)
        span = Span(start, found.end())
        return Expression(span, span.of(text), Form.DAY, days) if days else None
    return None


@cache
def _holidays() -> Mapping[str, list[dict[str, str]]]:
    """The rows of the table by name; the longest names first."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in read_table(resource("knowledge", "holidays.tsv")):
        for name in row["names"].split("|"):
            found.setdefault(name, []).append(row)
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


def _in_year(row: dict[str, str], year: int) -> Days | None:
    if not int(row["from"] or 0) <= year <= int(row["to"] or 9999):
        return None
    if row["kind"] == "easter":
        day = _easter(year) + timedelta(days=int(row["day"]))
        return Days(day, day)
    month, number = int(row["month"]), int(row["day"])
    if row["kind"] == "day":
        return day_of(year, month, number)
    weekday = int(row["weekday"])
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    return Days(day, day)


def _easter(year: int) -> date:
    """Easter Sunday of the Western churches (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
