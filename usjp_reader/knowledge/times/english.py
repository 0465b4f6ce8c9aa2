"""English dates that begin with a month, a weekday or a day: all but plain numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.times.english_words import (
    LONG_WEEKDAY,
    MONTH,
    NTH,
    WEEKDAY,
    WORD_ORDINAL,
    WORD_YEAR,
    YEAR,
    full_year,
    month_number,
    ordinal,
    weekday_number,
    word_year,
)
from usjp_reader.knowledge.times.expressions import (
    Expression,
    Form,
    Shift,
    Unit,
    day_of,
    hull,
    month_of,
)

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days

_CLOCK = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4}\s)?)"
_MONTH_DAY = re.compile(
    rf"(?P<m>{MONTH})\.?\s{{0,2}}(?:the )?(?:(?P<d>\d{{1,2}}){NTH}|(?<=the )(?P<dw>{WORD_ORDINAL}))"
    r"(?!\d|:\d|,\d{3}(?!\d)|[a-z])"
    rf"(?:\s?[-–—]\s?(?:(?P<m2>{MONTH})\.?\s)?(?P<d2>\d{{1,2}}){NTH}(?!\d))?"
    rf"(?:(?:\s?[,•·|]\s{{0,2}}|\.?\s{{1,2}}|\.\s?,\s?)(?:{_CLOCK})?(?:\([A-Z][a-z.]{{2,9}}\),?\s)?(?:of\s|A\.\s?D\.\s?)?"
    rf"(?:(?P<y>{YEAR})(?!\d|,\d)|['’‘](?P<yy>\d\d)\b))?"
)
_MONTH_YEAR = re.compile(
    rf"(?P<m>{MONTH})\.?\s?(?:[/–—-]|and|to)\s?(?P<m2>{MONTH})\.?,?\s(?P<y2>{YEAR})\b"
    rf"|(?P<m3>{MONTH})\.?(?:\s(?:[Nn]umber|[Ii]ssue|[Ee]dition))?,?\s{{1,2}}(?:of\s)?(?:(?P<y>{YEAR})\b(?!,\d)|['’‘](?P<yy>\d\d)\b)"
)
_DASHED = re.compile(
    rf"(?P<m>{MONTH})[-/](?P<d>\d{{1,2}})[-/](?P<y>{YEAR}|\d\d)(?![\d-])"
    rf"|(?P<mq>{MONTH})\.?\s(?P<dq>\d{{1,2}})\s['’](?P<yq>\d\d)\b"
)
"""The head of a fax: APR-20-87 MON 09:14."""
_LONE_MONTH = re.compile(rf"(?P<m>{MONTH})\b(?!\.?\s?\d|['’]s)")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|during|from|through|before|after|of|for|[Ee]arly|[Ll]ate|[Mm]id|between)"
    r"(?: (?:the )?(?:early|late|mid|beginning of|end of))?[\s-]$"
)
_WEEKDAY_DATE = re.compile(
    rf"(?P<w>{WEEKDAY})(?:\b\.?,?\s{{1,2}}|,\s?)"
    rf"(?:(?:morning|afternoon|evening|night|MORNING|AFTERNOON|EVENING)s?,?\s{{1,2}})?(?:the\s)?"
    rf"(?={MONTH}\.?\s{{0,2}}\d|\d{{1,2}}(?:{NTH[3:-2]}|[\s-]{{1,2}}(?:of )?{MONTH}\b))"
)
_LONE_WEEKDAY = re.compile(rf"(?P<w>{LONG_WEEKDAY})\b(?!s)")
_NTH_DAY = re.compile(rf"(?P<d>\d{{1,2}}){NTH}")
_DAY_MONTH = re.compile(
    rf"(?P<d>\d{{1,2}}){NTH}"
    rf"(?:\s?[-–—]\s?(?P<d2>\d{{1,2}}){NTH})?(?:\.\s?|\s{{1,2}}|\s?[-–]\s?|(?=[A-Z]{{3}}\d\d))"
    r"(?:day of\s|of\s)?"
    rf"(?P<m>{MONTH})(?:\b|(?=\d\d))(?:\.?,?[\s-]{{0,2}}(?:{_CLOCK})?(?:(?P<y>{YEAR})(?!\d|,\d)"
    rf"|['’‘]?(?P<yy>\d\d)(?![\d:%]|[,.]\d|\s?(?:[a-z%]|hours))))?"
)
_WORD_DAY = re.compile(
    rf"(?P<d>{WORD_ORDINAL}) (?:day )?of (?P<m>{MONTH})\b"
    r"(?:,? (?:A\. ?D\. |in the year (?:of our Lord )?)?"
    rf"(?:(?P<y>{YEAR})\b|(?P<yw>{WORD_YEAR})\b))?",
    re.IGNORECASE,
)
_INSTANT = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th|d)[.,]?\s(?P<w>inst|ult|prox)(?:ant|imo|\b)\.?"
)
_MONTHS_AWAY = {"inst": 0, "ult": -1, "prox": 1}


def from_month(text: str, start: int) -> Expression | None:
    """A date that begins with the name of a month; the month alone after "in" and its like."""
    found = _DASHED.match(text, start)
    if found:
        month, day, year = (part for part in found.groups() if part)
        full = full_year(int(year)) if len(year) == 2 else int(year)
        return _day(found, full, month_number(month), int(day))
    found = _MONTH_DAY.match(text, start)
    if found:
        return _dated(found)
    found = _MONTH_YEAR.match(text, start)
    if found:
        return _month(found)
    found = _LONE_MONTH.match(text, start)
    if found and _BEFORE_MONTH.search(text, max(0, start - 24), start):
        return Expression(
            span_of(found), found.group(), Form.MONTH_ONLY, month=month_number(found["m"])
        )
    return None


def from_weekday(text: str, start: int) -> Expression | None:
    """A weekday with the date that follows it, or alone."""
    found = _WEEKDAY_DATE.match(text, start)
    if found:
        weekday = weekday_number(found["w"])
        rest = from_month(text, found.end()) or from_day(text, found.end())
        if rest is not None and rest.form in (Form.DAY, Form.MONTH_DAY, Form.DAY_ONLY):
            span = Span(start, rest.span.end)
            return Expression(
                span,
                span.of(text),
                rest.form,
                rest.days,
                rest.month,
                rest.day,
                weekday,
                shift=rest.shift,
            )
        nth = _NTH_DAY.match(text, found.end())
        if rest is None and nth and 1 <= int(nth["d"]) <= 31:
            span = Span(start, nth.end())
            day = int(nth["d"])
            return Expression(span, span.of(text), Form.DAY_ONLY, day=day, weekday=weekday)
    lone = _LONE_WEEKDAY.match(text, start)
    if lone is None:
        return None
    return Expression(span_of(lone), lone.group(), Form.WEEKDAY, weekday=weekday_number(lone["w"]))


def from_day(text: str, start: int) -> Expression | None:
    """A date that begins with the day of the month in digits and names its month."""
    instant = _INSTANT.match(text, start)
    if instant:
        shift = Shift(Unit.MONTH, _MONTHS_AWAY[instant["w"]])
        day = int(instant["d"])
        return Expression(span_of(instant), instant.group(), Form.DAY_ONLY, day=day, shift=shift)
    found = _DAY_MONTH.match(text, start)
    return _dated(found) if found else None


def from_ordinal(text: str, start: int) -> Expression | None:
    """The tenth of June 1960."""
    found = _WORD_DAY.match(text, start)
    day = ordinal(found["d"]) if found else None
    if found is None or day is None:
        return None
    year = int(found["y"] or 0) or (word_year(found["yw"]) if found["yw"] else 0)
    return _day(found, year, month_number(found["m"]), day)


def span_of(found: re.Match[str]) -> Span:
    """Where a match stands, without blanks at its end."""
    return Span(found.start(), found.start() + len(found.group().rstrip()))


def made(
    found: re.Match[str], form: Form, days: Days | None, *, exact: bool = True
) -> Expression | None:
    """An expression that names days by itself, or None without days."""
    span = span_of(found)
    return Expression(span, span.of(found.string), form, days, exact=exact) if days else None


def _dated(found: re.Match[str]) -> Expression | None:
    """A month and a day, with or without a year, or a run of days."""
    group = found.group
    year = int(group("y")) if group("y") else full_year(int(group("yy"))) if group("yy") else 0
    month = month_number(group("m"))
    day = int(group("d")) if group("d") else ordinal(group("dw")) or 0
    if not (year and group("d2")):
        return _day(found, year, month, day)
    last_month = found.groupdict().get("m2")
    days = day_of(year, month, day)
    last = day_of(year, month_number(last_month) if last_month else month, int(group("d2")))
    if days and last and days.earliest < last.earliest:
        return made(found, Form.DAY, hull(days, last))
    return made(found, Form.DAY, days)


def _day(found: re.Match[str], year: int, month: int, day: int) -> Expression | None:
    if year:
        return made(found, Form.DAY, day_of(year, month, day))
    if day_of(2000, month, day) is None:
        return None
    span = span_of(found)
    return Expression(span, span.of(found.string), Form.MONTH_DAY, month=month, day=day)


def _month(found: re.Match[str]) -> Expression | None:
    """March 2005, or March/April 2005."""
    if not found["y2"]:
        year = int(found["y"]) if found["y"] else full_year(int(found["yy"]))
        return made(found, Form.MONTH, month_of(year, month_number(found["m3"])))
    year = int(found["y2"])
    first, last = (
        month_of(year, month_number(found["m"])),
        month_of(year, month_number(found["m2"])),
    )
    if first is None or last is None or first.earliest >= last.earliest:
        return None
    return made(found, Form.MONTH, hull(first, last))
