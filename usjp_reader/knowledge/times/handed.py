"""Dates as other programs hand them over: seconds since 1970, "2009, Feb 24", "spring no. 1972"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days, Edtf
from usjp_reader.knowledge.times.expressions import Form, month_of
from usjp_reader.knowledge.times.finding import expressions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_EPOCH = re.compile(r"(?P<s>\d{9,10})(?:\.\d+)?|(?P<ms>\d{12,13})(?:\.\d+)?", re.ASCII)
"""Seconds or thousandths of them since 1970: eight figures are a day, 19720515."""
_YEAR_MONTH = re.compile(r"(?P<y>1[5-9]\d\d|20\d\d)\s?[-/.]\s?(?P<m>0?[1-9]|1[0-2])", re.ASCII)
_YEAR_WEEK = re.compile(r"(?P<y>1[89]\d\d|20\d\d)-?W(?P<w>[0-5]\d)(?:-?[1-7])?", re.ASCII)
_YEAR_FIRST = re.compile(
    r"^\W*(?P<y>1[5-9]\d\d|20\d\d)[\s,;:]+(?P<m>[A-Za-z]{3,9})\b\.?\s*(?P<d>\d{1,2})?(?:st|nd|rd|th)?\W*$"
)
_NUMBER_OF = re.compile(
    r"\b(?:special |double |combined )?(?:number|issue|edition|no\.|quarter)(?=\W)\s*,?\s*",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Za-z]{3,}")
_ABOUT = re.compile(
    r"^[\[(\s]*(?:c|ca|circa|©|copyright|dated|publ?\.?)[.\s]*(?=\d)", re.IGNORECASE
)
_MARKS = "[]()?. \t"


def handed_readings(written: str) -> tuple[Days, ...]:
    """The days that a handed-over value may mean, the likeliest first; none where it names none.

    More than one only for figures that may be month first or day first, 01/05/1972.
    """
    written = written.strip()
    days = _edtf(written) or _counted(written)
    if days:
        return (days,)
    found = [one for spelling in spellings(written) for one in expressions_in(spelling)]
    dated = [one for one in found if one.days and one.form is not Form.NEAR]
    if not dated:
        return ()
    best = min(dated, key=lambda one: _width(one.days))
    if best.days is None:
        return ()
    return (best.days,) if best.exact else (best.days, *best.others)


def _width(days: Days | None) -> int:
    return (days.latest - days.earliest).days if days else 10**6


def _edtf(written: str) -> Days | None:
    try:
        return Edtf.parse(written).days
    except ValueError:
        return None


def _counted(written: str) -> Days | None:
    """Seconds since 1970, a month in figures, or a week of a year."""
    epoch = _EPOCH.fullmatch(written)
    if epoch:
        seconds = int(epoch["s"]) if epoch["s"] else int(epoch["ms"]) // 1000
        day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()
        return Days(day, day)
    month = _YEAR_MONTH.fullmatch(written)
    if month:
        return month_of(int(month["y"]), int(month["m"]))
    week = _YEAR_WEEK.fullmatch(written)
    if week:
        try:
            monday = datetime.fromisocalendar(int(week["y"]), int(week["w"]), 1).date()
        except ValueError:
            return None
        return Days(monday, monday + timedelta(days=6))
    return None


def spellings(written: str) -> Iterator[str]:
    """The same words as people would write them; each is tried."""
    yield written
    bare = _ABOUT.sub("", _NUMBER_OF.sub("", f"{written} ")).strip(_MARKS)
    capital = _LETTERS.sub(lambda found: found.group().capitalize(), bare)
    if capital != written:
        yield capital
    year_first = _YEAR_FIRST.match(capital)
    if year_first:
        day = f"{year_first['d']}, " if year_first["d"] else ""
        yield f"{year_first['m']} {day}{year_first['y']}"
