"""The days, months, years and decades that an article names: what it talks about, not its own date.

Only expressions that mean one time by themselves; "last month" is the business of dating.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days, Edtf, TimeMention
from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.texts import DerivedText

TIMER = "1"
"""Version of this stage."""

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept\.|Sep\.|Oct\.|Nov\.|Dec\."
)
_MONTH_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_YEAR = r"(?:1[6-9]\d{2}|20\d{2})"
_ERA_STARTS = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}

_EXPRESSIONS = re.compile(
    rf"(?P<mdy>\b(?P<m1>{_MONTHS}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>{_YEAR})\b)"
    rf"|(?P<dmy>\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTHS}),? (?P<y2>{_YEAR})\b)"
    rf"|(?P<my>\b(?P<m3>{_MONTHS}),? (?P<y3>{_YEAR})\b)"
    rf"|(?P<iso>\b(?P<y4>{_YEAR})-(?P<m4>\d{{2}})-(?P<d4>\d{{2}})\b)"
    r"|(?P<ja>(?:(?P<y5>1[6-9]\d{2}|20\d{2})|(?P<era>明治|大正|昭和|平成|令和)(?P<ey>元|\d{1,2}))年"
    r"(?:(?P<m5>\d{1,2})月(?:(?P<d5>\d{1,2})日)?)?)"
    r"|(?P<decade>\b(?P<y6>1[6-9]\d0|20\d0)s\b)"
    rf"|(?P<year>(?<![$£¥€#.,\d\-]){_YEAR}(?![\d]|[.,]\d| ?%|-\d| (?:people|troops|soldiers|men|"
    r"women|yen|dollars|ships|sailors|tons|miles|meters|metres|kilometers|kilometres|acres|words|"
    r"workers|students|jobs|points)\b))"
)


def times(derived: DerivedText) -> tuple[TimeMention, ...]:
    """The times that the derived text names, in order."""
    return tuple(_found(derived))


def _found(derived: DerivedText) -> Iterator[TimeMention]:
    for match in _EXPRESSIONS.finditer(derived.text):
        try:
            value = _value(match)
        except ValueError:
            continue  # "31 February 1950" names no day
        span = derived.to_source(Span(match.start(), match.end()))
        yield TimeMention(span, match[0], value)


def _value(match: re.Match[str]) -> Edtf:
    for number in ("1", "2", "4"):
        if match[f"d{number}"]:
            return _day(int(match[f"y{number}"]), match[f"m{number}"], int(match[f"d{number}"]))
    if match["my"]:
        return Edtf.parse(f"{match['y3']}-{_month(match['m3']):02d}")
    if match["ja"]:
        return _japanese(match)
    if match["decade"]:
        first = int(match["y6"])
        return Edtf.of(Days(date(first, 1, 1), date(first + 9, 12, 31)))
    return Edtf.parse(match["year"])


def _day(year: int, month: str, day: int) -> Edtf:
    return Edtf.parse(date(year, _month(month), day).isoformat())


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTH_NUMBERS[name[:3].lower()]


def _japanese(match: re.Match[str]) -> Edtf:
    if match["era"]:
        number = 1 if match["ey"] == "元" else int(match["ey"])
        year = _ERA_STARTS[match["era"]] + number - 1
    else:
        year = int(match["y5"])
    parts = [f"{year:04d}", *(f"{int(p):02d}" for p in (match["m5"], match["d5"]) if p)]
    return Edtf.parse("-".join(parts))
