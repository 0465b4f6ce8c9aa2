"""The grammar of English dates. What a date means for an article is decided elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.expressions import Expression, Form, day_of, month_of, years_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?:Jan(?:uary)?|JAN(?:UARY)?|Feb(?:ruary)?|FEB(?:RUARY)?|Mar(?:ch)?|MAR(?:CH)?|Apr(?:il)?|"
    r"APR(?:IL)?|May|MAY|June?|JUNE?|July?|JULY?|Aug(?:ust)?|AUG(?:UST)?|Sept?(?:ember)?|"
    r"SEPT?(?:EMBER)?|Oct(?:ober)?|OCT(?:OBER)?|Nov(?:ember)?|NOV(?:EMBER)?|Dec(?:ember)?|DEC(?:EMBER)?)"
)
_WEEKDAY = (
    r"(?:Mon(?:day)?|MON(?:DAY)?|Tue(?:s(?:day)?)?|TUE(?:S(?:DAY)?)?|Wed(?:nesday)?|WED(?:NESDAY)?|"
    r"Thu(?:r(?:s(?:day)?)?)?|THU(?:R(?:S(?:DAY)?)?)?|Fri(?:day)?|FRI(?:DAY)?|Sat(?:urday)?|"
    r"SAT(?:URDAY)?|Sun(?:day)?|SUN(?:DAY)?)"
)
_LONG_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NTH = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?:1[6-9]\d\d|20\d\d)"

# `re` skips quickly to one of these, but not to an alternation that begins with groups.
_ANCHOR = re.compile(
    "|".join(
        [
            *"0123456789",
            *(name for low in (*_MONTHS, *_WEEKDAYS) for name in (low.title(), low.upper())),
        ]
        + ["yesterday", "Yesterday", "today", "Today", "tomorrow", "Tomorrow", "tonight", "Tonight"]
        + [
            f"{how} {what}"
            for how in ("last", "next", "this", "Last", "Next", "This")
            for what in ("week", "month", "year", "night", "morning", "afternoon", "evening")
        ]
    )
)
_DATES = re.compile(
    rf"(?:(?P<w1>{_WEEKDAY})\.?,?\s{{1,2}})?(?P<m1>{_MONTH})\.?\s{{1,2}}(?P<d1>\d{{1,2}}){_NTH}(?!\d|:\d)"
    rf"(?:\s?[-–]\s?\d{{1,2}}{_NTH}(?!\d))?(?:,?\s{{1,2}}(?:\([A-Z][a-z.]{{2,9}}\),?\s)?(?P<y1>{_YEAR})\b)?"
    rf"|(?:(?P<w2>{_WEEKDAY})\.?,?\s{{1,2}}(?:the )?)?(?P<d2>\d{{1,2}}){_NTH}\s{{1,2}}"
    rf"(?:day of |of )?(?P<m2>{_MONTH})\b"
    rf"\.?(?:,?\s{{1,2}}(?P<y2>{_YEAR})\b)?"
    rf"|(?P<m8>{_MONTH})\.?\s?[/–-]\s?(?P<n8>{_MONTH})\.?,?\s(?P<y8>{_YEAR})\b"
    rf"|(?P<m3>{_MONTH})\.?,?\s{{1,2}}(?:of\s)?(?P<y3>{_YEAR})\b"
    rf"|(?P<y4>{_YEAR})(?P<s4>[-/.])(?P<m4>\d{{1,2}})(?P=s4)(?P<d4>\d{{1,2}})(?!\d|[-/.]\d)"
    rf"|(?P<a5>\d{{1,2}})(?P<s5>[-/.])(?P<b5>\d{{1,2}})(?P=s5)(?P<y5>{_YEAR}|\d\d)(?!\d|[-/.,]\d|%)"
    rf"|(?P<y6>{_YEAR})(?:(?P<decade>['’]?s)\b|\b(?![,.:/-]?\d))"
    rf"|(?P<w7>{_LONG_WEEKDAY})\b(?!s)"
    r"|(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast (?:week|month|year|night)|"
    r"[Nn]ext (?:week|month|year)|[Tt]his (?:week|month|year|morning|afternoon|evening))\b"
)

_NOT_A_YEAR = re.compile(
    r"^[\s-](?:troops|soldiers|marines|sailors|men|women|people|persons|residents|workers|jobs|dollars|yen|"
    r"yards|miles|tons|tonnes|kilomet|km|meters|metres|feet|acres|hectares|ships|planes|aircraft|"
    r"cases|votes|points|hours|years|days|times|pages|words|words|members|students|percent|"
    r"per cent|million|billion|homes|houses|families|companies|copies|barrels|pounds|hrs?\b|GMT|"
    r"JST|EST|EDT|UTC|Pennsylvania Ave)"
)
_BEFORE_YEAR = re.compile(
    r"(?:^|[\s(‘“\"—–-])(?:in|since|from|by|until|till|before|after|during|through|throughout|of|to|between|and|"
    r"or|circa|late|early|mid|year|years|the|a|an|his|her|its|their|this|that|fiscal|FY|spring|summer|"
    r"autumn|fall|winter|around|about|back|than|end|for|as|our|on|In|Since|From|By|Until|Before|After|"
    r"During|Through|Of|Between|The|A|An|His|Her|Its|Their|calendar|ending|ended|early-|late-|mid-|"
    r"[A-Z][a-z]+|was|\w+ed)[\s-]?$|[(（/,;–—-]\s?$|^$"
)


def english(text: str) -> Iterator[Expression]:
    """The expressions of time in a text, in order, not overlapping."""
    end = 0
    for anchor in _ANCHOR.finditer(text):
        start = anchor.start()
        if start < end or (start and _is_inside(text[start - 1])):
            continue
        found = _DATES.match(text, start)
        if found:
            end = found.end()
            read = _read(found, text)
            if read:
                yield read


def _is_inside(before: str) -> bool:
    """Whether a character makes what follows a part of a word, a number or a sum."""
    return (before.isalnum() and before < "\u3000") or before in "$£€¥#"


def _read(found: re.Match[str], text: str) -> Expression | None:
    group = found.group
    if group("m1"):
        return _dated(found, group("w1"), group("m1"), group("d1"), group("y1"))
    if group("m2"):
        return _dated(found, group("w2"), group("m2"), group("d2"), group("y2"))
    if group("m8"):
        return _months(found)
    if group("m3"):
        return _made(found, Form.MONTH, month_of(int(group("y3")), _month(group("m3"))))
    if group("y4"):
        return _made(found, Form.DAY, day_of(int(group("y4")), int(group("m4")), int(group("d4"))))
    if group("y5"):
        return _slashed(found)
    if group("y6"):
        return _year(found, text)
    if group("w7"):
        return Expression(_span(found), found.group(), Form.WEEKDAY, weekday=_weekday(group("w7")))
    return Expression(_span(found), found.group(), Form.NEAR)


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.start() + len(found.group().rstrip()))


def _made(found: re.Match[str], form: Form, days: Days | None) -> Expression | None:
    return Expression(_span(found), found.group(), form, days) if days else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _weekday(name: str | None) -> int | None:
    return _WEEKDAYS.index(name[:3].lower()) if name else None


def _dated(
    found: re.Match[str], weekday: str | None, month: str, day: str, year: str | None
) -> Expression | None:
    number, named = int(day), _month(month)
    if year:
        days = day_of(int(year), named, number)
        return _made(found, Form.DAY, days)
    if not 1 <= number <= 31 or day_of(2000, named, number) is None:
        return None
    return Expression(
        _span(found),
        found.group(),
        Form.MONTH_DAY,
        month=named,
        day=number,
        weekday=_weekday(weekday),
    )


def _months(found: re.Match[str]) -> Expression | None:
    """March/April 2005."""
    year = int(found.group("y8"))
    first = month_of(year, _month(found.group("m8")))
    last = month_of(year, _month(found.group("n8")))
    if first is None or last is None or first.earliest >= last.earliest:
        return None
    return _made(found, Form.MONTH, Days(first.earliest, last.latest))


def _slashed(found: re.Match[str]) -> Expression | None:
    """2/24/2009: month first as Americans write, day first after a dot or where it must be."""
    one, two = int(found.group("a5")), int(found.group("b5"))
    year = int(found.group("y5"))
    if year < 100:
        if found.group("s5") != "/":
            return None
        year += 1900 if year > 40 else 2000
    day_first = found.group("s5") == "." or one > 12
    month, day = (two, one) if day_first else (one, two)
    days = day_of(year, month, day)
    is_clear = one > 12 or two > 12 or one == two
    return Expression(_span(found), found.group(), Form.DAY, days, exact=is_clear) if days else None


def _year(found: re.Match[str], text: str) -> Expression | None:
    year = int(found.group("y6"))
    if found.group("decade"):
        return _made(found, Form.DECADE, years_of(year, year + 9 if year % 10 == 0 else year))
    if _NOT_A_YEAR.match(text[found.end() : found.end() + 16]):
        return None
    if not _BEFORE_YEAR.search(text[max(0, found.start() - 14) : found.start()]):
        return None
    return _made(found, Form.YEAR, years_of(year))
