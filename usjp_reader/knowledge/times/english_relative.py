"""English expressions reckoned from a day ("last week", "three years ago"), and the wider times.

Wider are seasons, quarters, fiscal and school years, centuries.
"""

from __future__ import annotations

import re

from usjp_reader.knowledge.times.english import made, span_of
from usjp_reader.knowledge.times.english_words import (
    LONG_WEEKDAY,
    MONTH,
    WORD_NUMBER,
    WORD_ORDINAL,
    YEAR,
    count,
    full_year,
    month_number,
    ordinal,
    weekday_number,
)
from usjp_reader.knowledge.times.expressions import (
    Expression,
    Form,
    Shift,
    Unit,
    months_of,
    years_of,
)

_UNITS = {"day": Unit.DAY, "night": Unit.DAY, "morning": Unit.DAY, "afternoon": Unit.DAY}
_UNITS |= {"evening": Unit.DAY, "week": Unit.WEEK, "weekend": Unit.WEEK, "fortnight": Unit.WEEK}
_UNITS |= {"month": Unit.MONTH, "year": Unit.YEAR, "decade": Unit.DECADE, "century": Unit.CENTURY}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_FIXED = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
"""Older papers write to-day, to-night and to-morrow."""

_WHICH_UNIT = re.compile(
    r"(?:(?P<part>earlier|later|late|early|the middle of|the end of|the beginning of) )?"
    r"(?P<which>last|next|this|past|coming|previous|current) "
    r"(?:(?P<unit>week(?:end)?|month|year|night|morning|afternoon|evening|decade|century)"
    rf"|(?P<season>spring|summer|autumn|fall|winter)|(?P<m>{MONTH})|(?P<w>{LONG_WEEKDAY}))\b"
    r"(?!-)",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    r"(?:the day (?P<further>before|after) )?(?P<day>yesterday|to-?day|to-?night|to-?morrow)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:(?P<about>about|some|nearly|almost|around|more than|over|roughly|just over|only|exactly|"
    r"just) )?"
    rf"(?P<n>{WORD_NUMBER}|an?|several|a few|half a|a couple of)[ -]"
    rf"(?P<unit>day|night|week|fortnight|month|year|decade|centur(?:y|ie))s? ago"
    r"(?P<today>,? (?:today|tonight|this (?:very )?day))?\b",
    re.IGNORECASE,
)
_LONGEST_AGO = 48
_IN_TEXT = re.compile(
    r"(?:the (?P<which>same|following|next|previous|preceding) "
    r"(?P<unit>day|morning|evening|night|week|month|year)|that (?P<that>day|week|month|year))\b"
    r"(?!['’-])",
    re.IGNORECASE,
)
_FROM_NOW = re.compile(
    rf"(?P<n>{WORD_NUMBER}|an?) (?P<unit>day|week|month|year)s? (?:from (?:now|today)|hence)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"(?P<n>{WORD_NUMBER}|an?) (?P<unit>day|week|month|year|decade)s? "
    r"(?P<way>later|earlier|afterwards?)\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|SPRING|SUMMER|AUTUMN|FALL|WINTER)"
    rf"(?:/(?P<s2>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter))?,? (?:of )?"
    rf"(?:(?P<y>{YEAR})(?:\s?[-–/]\s?(?P<z>{YEAR}|\d\d))?|['’‘](?P<yy>\d\d))(?![\d,]\d|\d)"
)
_QUARTER = re.compile(
    rf"(?:Q(?P<q>[1-4])|(?P<nth>{WORD_ORDINAL})[ -]quarter),? (?:of )?(?:fiscal )?(?P<y>{YEAR})\b"
    rf"|(?P<y2>{YEAR}),? (?:Q(?P<q2>[1-4])|(?P<nth2>{WORD_ORDINAL}) [Qq]uarter)\b",
    re.IGNORECASE,
)
_FISCAL = re.compile(
    r"(?:[Ff]iscal(?: [Yy]ear)?|FISCAL(?: YEAR)?|FY)[ -]?"
    rf"(?:(?P<y>{YEAR})(?:[-–/](?P<z>\d{{2,4}}))?|['’]?(?P<yy>\d\d))\b"
)
_SCHOOL = re.compile(
    rf"(?P<y>{YEAR})[-–/](?P<z>\d\d(?:\d\d)?) (?:academic|school) year\b|"
    rf"(?:[Aa]cademic|[Ss]chool) [Yy]ear (?P<y2>{YEAR})[-–/](?P<z2>\d\d(?:\d\d)?)\b"
)
_CENTURY = re.compile(rf"(?P<nth>{WORD_ORDINAL})[ -][Cc]entury\b", re.IGNORECASE)


def from_which(text: str, start: int) -> Expression | None:
    """Last week, this summer, next Friday, earlier this year."""
    found = _WHICH_UNIT.match(text, start)
    return _which_unit(found) if found else None


def from_named_day(text: str, start: int) -> Expression | None:
    """Yesterday, the day after tomorrow."""
    found = _NAMED_DAY.match(text, start)
    return _named_day(found) if found else None


def from_same(text: str, start: int) -> Expression | None:
    """The same day, the following year: reckoned from the text."""
    found = _IN_TEXT.match(text, start)
    return _in_text(found) if found else None


def from_season(text: str, start: int) -> Expression | None:
    """Summer 1989, the winter of 1985–86."""
    found = _SEASON.match(text, start)
    return _season(found) if found else None


def from_fiscal(text: str, start: int) -> Expression | None:
    """Fiscal 2012, FY1998."""
    found = _FISCAL.match(text, start)
    return _fiscal(found) if found else None


def from_year(text: str, start: int) -> Expression | None:
    """What a year makes with what follows: 1987 Q3, the 1998–99 school year."""
    found = _QUARTER.match(text, start)
    if found:
        return _quarter(found)
    found = _SCHOOL.match(text, start)
    return _school(found) if found else None


def from_ordinal(text: str, start: int) -> Expression | None:
    """The third quarter of 1998, the nineteenth century."""
    found = _CENTURY.match(text, start)
    if found:
        return _century(found)
    found = _QUARTER.match(text, start)
    return _quarter(found) if found else None


def before_ago(text: str, start: int) -> Expression | None:
    """An expression with the word "ago", whose blank stands at `start`."""
    for found in _AGO.finditer(text, max(0, start - _LONGEST_AGO), start + 40):
        if found.start() < start < found.end():
            return _ago(found)
    return None


def before_now(text: str, start: int) -> Expression | None:
    """An expression that ends in "from today" or "hence", whose blank stands at `start`."""
    for found in _FROM_NOW.finditer(text, max(0, start - _LONGEST_AGO), start + 12):
        number = count(found["n"])
        if found.start() < start < found.end() and number:
            shift = Shift(_UNITS[found["unit"].lower()], number, exact=True)
            return Expression(span_of(found), found.group(), Form.NEAR, shift=shift)
    return None


def before_later(text: str, start: int) -> Expression | None:
    """An expression that ends in "later" or "earlier", whose blank stands at `start`."""
    for found in _LATER.finditer(text, max(0, start - _LONGEST_AGO), start + 12):
        number = count(found["n"])
        if found.start() < start < found.end() and number:
            way = -1 if found["way"].lower() == "earlier" else 1
            shift = Shift(_UNITS[found["unit"].lower()], way * number, from_text=True)
            return Expression(span_of(found), found.group(), Form.NEAR, shift=shift)
    return from_which(text, start + 1)  # the blank before "later this month"


def _which_unit(found: re.Match[str]) -> Expression | None:
    which = _WHICH[found["which"].lower()]
    span, words = span_of(found), found.group()
    part = (found["part"] or "").lower()
    if found["m"]:
        if found["m"].islower():
            return None
        month = month_number(found["m"])
        return Expression(span, words, Form.MONTH_ONLY, month=month, shift=Shift(Unit.MONTH, which))
    if found["w"]:
        weekday = weekday_number(found["w"])
        shift = Shift(Unit.DAY, which)
        return Expression(span, words, Form.WEEKDAY, weekday=weekday, shift=shift)
    if found["season"]:
        month = _SEASONS[found["season"].lower()]
        return Expression(span, words, Form.SEASON, month=month, shift=Shift(Unit.SEASON, which))
    unit = found["unit"]
    if unit.lower() in ("morning", "afternoon", "evening") and which == 0:
        return Expression(span, words, Form.NEAR, shift=Shift(Unit.DAY, 0))
    shift = Shift(_UNITS[unit.lower()], which, part=part)
    return Expression(span, words, Form.NEAR, shift=shift)


def _named_day(found: re.Match[str]) -> Expression:
    days = _FIXED[found["day"].lower().replace("-", "")]
    if found["further"]:
        days += -1 if found["further"] == "before" else 1
    return Expression(span_of(found), found.group(), Form.NEAR, shift=Shift(Unit.DAY, days))


def _ago(found: re.Match[str]) -> Expression | None:
    written, unit = found["n"].lower(), found["unit"].lower()
    unit = "century" if unit.startswith("centur") else unit
    number = {"several": 3, "a few": 3, "half a": 0, "a couple of": 2}.get(written)
    is_vague = number is not None or (found["about"] or "").lower() not in ("", "exactly", "just")
    if number is None:
        number = count(written)
    if not number:
        return None
    if unit == "fortnight":
        number *= 2
    shift = Shift(_UNITS[unit], -number, exact=bool(found["today"]))
    return Expression(span_of(found), found.group(), Form.NEAR, shift=shift, exact=not is_vague)


def _in_text(found: re.Match[str]) -> Expression:
    which = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(
        found["which"] or "", 0
    )
    unit = _UNITS[(found["unit"] or found["that"]).lower()]
    shift = Shift(unit, which, from_text=True)
    return Expression(span_of(found), found.group(), Form.NEAR, shift=shift)


def _season(found: re.Match[str]) -> Expression | None:
    year = int(found["y"]) if found["y"] else full_year(int(found["yy"]))
    first = _SEASONS[found["s"].lower()]
    months = 3
    if found["s2"]:
        months = (_SEASONS[found["s2"].lower()] - first) % 12 + 3
    if first == 12 and not found["z"]:
        # Winter of one year: its first months, or December and on; magazines mean either.
        return made(found, Form.SEASON, months_of(year - 1, 12, 15), exact=False)
    return made(found, Form.SEASON, months_of(year, first, months))


def _quarter(found: re.Match[str]) -> Expression | None:
    year = int(found["y"] or found["y2"])
    number = found["q"] or found["q2"]
    nth = int(number) if number else ordinal(found["nth"] or found["nth2"])
    if not nth or not 1 <= nth <= 4:
        return None
    return made(found, Form.SEASON, months_of(year, 3 * nth - 2, 3))


def _fiscal(found: re.Match[str]) -> Expression | None:
    """From October as Americans reckon to March as Japanese do: either may be meant."""
    year = int(found["y"]) if found["y"] else full_year(int(found["yy"]))
    return made(found, Form.YEARS, months_of(year - 1, 10, 18), exact=False)


def _school(found: re.Match[str]) -> Expression | None:
    year = int(found["y"] or found["y2"])
    return made(found, Form.YEARS, months_of(year, 9, 10))


def _century(found: re.Match[str]) -> Expression | None:
    nth = ordinal(found["nth"])
    if not nth or nth > 22:
        return None
    return made(found, Form.CENTURY, years_of(nth * 100 - 99, nth * 100))
