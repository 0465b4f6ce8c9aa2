"""Japanese eras in English: "Showa 26", "15 June, Heisei 7", "Ansei 5, 6th month, 19th day"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.times.calendars import SOLAR, era_named, from_old, western_year
from usjp_reader.knowledge.times.english_words import WORD_ORDINAL, ordinal
from usjp_reader.knowledge.times.expressions import Expression, Form, day_of, month_of, years_of

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days
    from usjp_reader.knowledge.times.calendars import Era

_ERA = (
    r"(?:Meiji|Taish[oō]|Sh[oō]wa|Heisei|Reiwa|Kaei|Kayei|Ansei|Man['’]?en|Bunky[uū]|Genji|Kei[oō]|"
    r"Tenp[oō])"
)
_NTH = rf"(?:{WORD_ORDINAL})"
_YEAR = (
    rf"(?P<era>{_ERA}),? (?:era )?(?P<n>\d{{1,2}})\b|"
    rf"(?:the )?(?P<nth>{_NTH}) year of (?P<era2>{_ERA})\b"
)
_FORWARD = re.compile(
    rf"(?:{_YEAR})(?:, (?:the )?(?P<leap>intercalary |leap )?(?P<m>{_NTH}) (?:month|moon)"
    rf"(?:, (?:the )?(?P<d>{_NTH}) day)?)?",
)
_BACKWARD = re.compile(
    rf"(?P<d>{_NTH}) day of the (?P<leap>intercalary |leap )?(?P<m>{_NTH}) (?:month|moon),? "
    rf"(?:of |in )?(?:{_YEAR})"
)
TAIL = re.compile(rf",? (?:of )?(?:{_YEAR})")
"""An era and its year behind a month and a day."""


def from_era(text: str, start: int) -> Expression | None:
    """Showa 26; Ansei 5, 6th month, 19th day."""
    found = _FORWARD.match(text, start)
    return _read(found) if found else None


def from_old_day(text: str, start: int) -> Expression | None:
    """The 19th day of the 6th month of the 5th year of Ansei."""
    found = _BACKWARD.match(text, start)
    return _read(found) if found else None


def with_era(one: Expression, text: str) -> Expression:
    """A month and a day with the era behind it: "15 June, Heisei 7"; the same without one."""
    found = TAIL.match(text, one.span.end) if one.form is Form.MONTH_DAY else None
    era = _era(found) if found else None
    year = western_year(era, _count(found)) if found and era else None
    days = day_of(year, one.month, one.day) if year and year >= SOLAR.year else None
    if found is None or days is None:
        return one
    span = Span(one.span.start, found.end())
    return Expression(span, span.of(text), Form.DAY, days, weekday=one.weekday)


def _era(found: re.Match[str]) -> Era | None:
    name = found["era"] or found["era2"]
    return era_named(name.translate({0x14D: "o", 0x16B: "u", ord("'"): None, 0x2019: None}))


def _count(found: re.Match[str]) -> int:
    return int(found["n"]) if found["n"] else ordinal(found["nth"]) or 0


def _read(found: re.Match[str]) -> Expression | None:
    era, count = _era(found), _count(found)
    year = western_year(era, count) if era else None
    if era is None or year is None:
        return None
    month, day = (ordinal(found[part]) or 0 if found[part] else 0 for part in ("m", "d"))
    form = Form.DAY if day else Form.MONTH if month else Form.YEAR
    is_old = year < SOLAR.year and month > 0
    days = (
        from_old(era, count, month, day, leap=bool(found["leap"]))
        if is_old
        else _solar(year, month, day)
    )
    if days is None:
        return None
    span = Span(found.start(), found.start() + len(found.group().rstrip()))
    return Expression(span, span.of(found.string), form, days, old_calendar=is_old)


def _solar(year: int, month: int, day: int) -> Days | None:
    if day:
        return day_of(year, month, day)
    return month_of(year, month) if month else years_of(year)
