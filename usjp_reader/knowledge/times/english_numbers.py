"""English dates written in numbers, stamps of signals and wire services, years, runs of years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.knowledge.times.english import made, span_of
from usjp_reader.knowledge.times.english_words import MONTH, YEAR, full_year, month_number
from usjp_reader.knowledge.times.expressions import Expression, Form, day_of, month_of, years_of

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days

_BIG_ENDIAN = re.compile(
    rf"(?P<y>{YEAR})(?P<s>[-/._]|\.\s)(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d|[-/]\d(?!\d:))"
    rf"|(?P<yn>{YEAR})[-\s](?P<mn>{MONTH})\.?[-\s](?P<dn>\d{{1,2}})(?!\d)"
    r"|(?P<packed>(?:1[89]|20)\d{6})(?:T\d{4,6}|(?!\d))"
    rf"|(?P<ym>{YEAR})[-/](?P<mm>0[1-9]|1[0-2])(?![\d/-])"
)
_LITTLE_ENDIAN = re.compile(
    rf"(?P<a>\d{{1,2}})(?P<s>[-/.])(?P<b>\d{{1,2}})(?P=s)(?P<y>{YEAR}|\d\d)(?!\d|[-/.,]\d|%)"
    r"|(?P<d>\d{1,2})[. ]{1,2}(?P<roman>[IVX]{1,4})[. ]{1,2}(?P<yr>1[6-9]\d\d|20\d\d)(?!\d)"
    rf"|(?P<m>0?[1-9]|1[0-2])/(?P<ym>{YEAR})(?!\d|/)"
)
_SIGNAL = re.compile(
    rf"(?P<d>\d\d)[0-2]\d[0-5]\d\s?[A-Z]\s(?P<m>{MONTH})\s(?P<y>{YEAR}|\d\d)(?!\d)"
    r"|[0-2]\d[0-5]\d\s?(?:GMT|UTC|Z|[ECMP][SD]T|JST)\s(?P<dmy>\d{6})(?!\d)"
)
_YEAR = re.compile(
    rf"(?P<y>{YEAR})(?:(?P<s>['’]?s)\b|\s?[-–—/]\s?(?P<z>{YEAR}|\d\d)(?![\d/-])|\b(?![,.:/-]?\d))"
)
_SHORT_YEAR = re.compile(r"['’‘](?P<y>\d\d)(?P<s>s)?\b(?![-\d])")
_CALLED = re.compile(r"\b(?:[Nn]os?\.|[Aa]cc\.|[Ii]tem|ID|[Vv]ersion|[Vv]er\.|v|§|第) ?$")
"""A number of a thing is no date: Acc. no. 1964.11.21."""
_SHORT_DAY = re.compile(r"['’‘](?P<y>\d\d)(?P<s>[./-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
_MOST_DAYS = 31
_STAMPED = re.compile(r"(?:[Pp]osted|[Pp]ublished|[Uu]pdated|[Dd]ate[d:]?)(?: on| at)?:? $")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMERALS = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
_ROMAN_YEAR = re.compile(r"M(?:DCCC|CM|M)(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})\b")
_BRITISH = re.compile(r"\b(?:BST|CET|CEST|AEST|AEDT|NZST|NZDT)\b")
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]T|HST|AKDT)\b")

_NOT_A_YEAR = re.compile(
    r"[\s-](?:troops|soldiers|marines|sailors|men|women|people|persons|residents|workers|jobs|dollars|yen|"
    r"yards|miles|tons|tonnes|kilomet|km|meters|metres|feet|acres|hectares|ships|planes|aircraft|"
    r"cases|votes|points|hours|years|days|times|pages|words|members|students|percent|"
    r"per cent|million|billion|homes|houses|families|companies|copies|barrels|pounds|hrs?\b|GMT|"
    r"JST|EST|EDT|UTC|Pennsylvania Ave)"
)
_BEFORE_YEAR = re.compile(
    r"(?:^|[\s(‘“\"—–-])(?:in|since|from|by|until|till|before|after|during|through|throughout|of|to|between|and|"
    r"or|circa|late|early|mid|year|years|the|a|an|his|her|its|their|this|that|fiscal|FY|spring|summer|"
    r"autumn|fall|winter|around|about|back|than|end|for|as|our|on|In|Since|From|By|Until|Before|After|"
    r"During|Through|Of|Between|The|A|An|His|Her|Its|Their|calendar|ending|ended|early-|late-|mid-|"
    r"[A-Z][a-z]+|was|\w+ed)[\s-]?$|[(（/,;–—©ⓒ)-]\s?$|^$"
)
IN_A_NAME = re.compile(
    r"\b(?:Acts?|Laws?|Code|Resolutions?|Flight|Room|Highway|Route|Boeing|Section|Article|No\.|Number|"
    r"Windows|Channel|Order|Box|[Ee]xt\.?|Suite|Apt\.?|ISBN|ISSN|Model|ZIP|Zip|RG|Telegram|"
    r"Despatch|Doc\.|Document|Public Law|P\.L\.|Treaty|Constitution|Convention|"
    r"Amendments?) (?:of )?$"
)
"""What before a number makes it part of a name: the Trade Act of 1974, Flight 2011."""


def from_number(text: str, start: int) -> Expression | None:
    """A date in figures, or a stamp of a signal or a wire service."""
    if _CALLED.search(text, max(0, start - 12), start):
        return None
    for pattern, read in _BY_NUMBER:
        found = pattern.match(text, start)
        if found:
            return read(found)
    return None


def from_year(text: str, start: int) -> Expression | None:
    """A year, a decade, or a run of years: 1951, the 1970s, 1941–45."""
    found = _YEAR.match(text, start)
    if found is None:
        return None
    year = int(found["y"])
    if found["s"]:
        return made(found, Form.DECADE, years_of(year, year + _reach(year)))
    if _NOT_A_YEAR.match(text, found.end()):
        return None
    before = text[max(0, start - 24) : start]
    if not _BEFORE_YEAR.search(before[-14:]) or IN_A_NAME.search(before):
        return None
    if not found["z"]:
        return made(found, Form.YEAR, years_of(year))
    last = int(found["z"])
    if last < 100:
        last += year - year % 100
        last += 100 if last < year else 0
    return made(found, Form.YEARS, years_of(year, last)) if 0 < last - year < 60 else None


def from_apostrophe(text: str, start: int) -> Expression | None:
    """'81 and the '80s; '81.5.15."""
    dotted = _SHORT_DAY.match(text, start)
    if dotted:
        year = full_year(int(dotted["y"]))
        return made(dotted, Form.DAY, day_of(year, int(dotted["m"]), int(dotted["d"])))
    found = _SHORT_YEAR.match(text, start)
    if found is None or (start and (text[start - 1].isalnum() or text[start - 1] == ".")):
        return None
    year = full_year(int(found["y"]))
    if not found["s"]:
        return made(found, Form.YEAR, years_of(year))
    return made(found, Form.DECADE, years_of(year, year + 9)) if year % 10 == 0 else None


def from_roman(text: str, start: int) -> Expression | None:
    """MCMXXII, as printers put it on a title page."""
    found = _ROMAN_YEAR.match(text, start)
    if found is None:
        return None
    values = [_NUMERALS[letter] for letter in found.group()]
    year = sum(
        -one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True)
    )
    return made(found, Form.YEAR, years_of(year)) if year < 2100 else None


def _reach(year: int) -> int:
    """How many more years an "s" takes in: the 1970s are ten years, the 1800s a hundred."""
    if year % 100 == 0 and year < 1900:
        return 99
    return 9 if year % 10 == 0 else 0


def _big_endian(found: re.Match[str]) -> Expression | None:
    group = found.group
    if group("y"):
        days = day_of(int(group("y")), int(group("m")), int(group("d")))
        return made(found, Form.DAY, days)
    if group("yn"):
        days = day_of(int(group("yn")), month_number(group("mn")), int(group("dn")))
        return made(found, Form.DAY, days)
    if group("packed"):
        packed = group("packed")
        days = day_of(int(packed[:4]), int(packed[4:6]), int(packed[6:]))
        return made(found, Form.DAY, days, exact="T" in group())
    year, month = int(group("ym")), int(group("mm"))
    if month > year % 100:
        return None  # 2001-03 may be a run of years; 1998-03 is a month
    return made(found, Form.MONTH, month_of(year, month), exact=False)


def _little_endian(found: re.Match[str]) -> Expression | None:
    group = found.group
    if group("y"):
        return _slashed(found)
    if group("ym"):
        return made(found, Form.MONTH, month_of(int(group("ym")), int(group("m"))))
    if group("roman") not in _ROMAN:
        return None
    month = _ROMAN.index(group("roman")) + 1
    return made(found, Form.DAY, day_of(int(group("yr")), month, int(group("d"))))


def _slashed(found: re.Match[str]) -> Expression | None:
    """2/24/2009: month first as Americans write, unless it must be or is marked as otherwise."""
    one, two, year = int(found["a"]), int(found["b"]), int(found["y"])
    if year < 100:
        is_bare = found["s"] == "." and len(found.group()) != 8 and one <= _MOST_DAYS
        if is_bare and not _STAMPED.search(found.string[: found.start()][-16:]):
            return None  # more often a number of a version or a chapter
        year = full_year(year)
    around = found.string[found.end() : found.end() + 24]
    is_british = _BRITISH.search(around) is not None
    is_clear = is_british or _AMERICAN.search(around) is not None
    american, european = day_of(year, one, two), day_of(year, two, one)
    order = [european, american] if is_british or found["s"] == "." else [american, european]
    order += [] if is_clear else [_year_first(found)]
    readings = list(dict.fromkeys(days for days in order if days))
    if not readings:
        return None
    span = span_of(found)
    return Expression(
        span,
        span.of(found.string),
        Form.DAY,
        readings[0],
        exact=is_clear or (found["s"] == "." and len(found["y"]) > 2) or len(readings) == 1,
        others=() if is_clear else tuple(readings[1:]),
    )


def _year_first(found: re.Match[str]) -> Days | None:
    """03/07/12 may also be 12 July 2003; 94/2/11 can be nothing but 11 February 1994."""
    parts = (found["a"], found["b"], found["y"])
    if any(len(part) != 2 for part in parts) and int(found["a"]) <= _MOST_DAYS:
        return None
    year, month, day = map(int, parts)
    return day_of(full_year(year), month, day)


def _signal(found: re.Match[str]) -> Expression | None:
    """071930Z DEC 41, 0611GMT 150945."""
    if found["dmy"]:
        day, month, year = (int(found["dmy"][at : at + 2]) for at in (0, 2, 4))
        return made(found, Form.DAY, _short_day(year, month, day))
    year = int(found["y"])
    return made(found, Form.DAY, _short_day(year, month_number(found["m"]), int(found["d"])))


def _short_day(year: int, month: int, day: int) -> Days | None:
    return day_of(full_year(year) if year < 100 else year, month, day)


_BY_NUMBER = ((_SIGNAL, _signal), (_BIG_ENDIAN, _big_endian), (_LITTLE_ENDIAN, _little_endian))
