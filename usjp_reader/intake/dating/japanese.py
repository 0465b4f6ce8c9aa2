"""The grammar of Japanese dates: Western years, eras, 皇紀, full-width and Chinese numerals.

Before 1873 days and months are those of the lunisolar calendar and are converted by table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_table, read_toml, resource
from usjp_reader.domain.dates import Days
from usjp_reader.domain.errors import ResourceError
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.expressions import Expression, Form, day_of, month_of, years_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"[0-9０-９]{1,4}|[〇零一二三四五六七八九十百千]{1,6}|元"
_SHORT = r"[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}"
_LETTERS = {"㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和"}
_LATIN = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_DATES = re.compile(
    r"(?:(?P<koki>皇紀)|(?P<era>明治|大正|昭和|平成|令和|慶応|慶應|元治|文久|万延|萬延|安政|嘉永|弘化|天保|[㍾㍽㍼㍻㋿]))"
    rf"?[ 　]?(?P<y>{_NUMBER})(?:[（(][^（）()]{{2,6}}[）)])?[ 　]?年(?![前間目ぶ以生])(?:度)?"
    rf"(?:[ 　]?[（(](?P<paren>[^（）()]{{2,8}})年?[）)])?"
    rf"(?:[ 　]?(?P<leap>閏|うるう)?(?P<m>{_SHORT}|正)[ 　]?月(?:[ 　]?(?P<d>{_SHORT})[ 　]?日)?)?"
    r"(?:[ 　]?[（(](?P<w>[月火水木金土日])(?:曜日?)?[)）])?"
    rf"|(?P<m2>{_SHORT})[ 　]?月[ 　]?(?P<d2>{_SHORT})[ 　]?日(?:[（(](?P<w2>[月火水木金土日])"
    rf"(?:曜日?)?[)）])?"
    rf"|(?P<d3>[0-9０-９]{{1,2}}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)日(?![間本米曜程分中常前後目])(?:[（(](?P<w3>[月火水木金土日])(?:曜日?)?[)）])?"
    r"|(?P<w4>[月火水木金土日])曜日?"
    r"|(?P<near>昨年|今年|来年|昨日|きのう|今日|きょう|明日|あす|先週|今週|来週|先月|今月|来月|本日|昨夜|今朝|同日)"
    r"|(?P<latin>[MTSHR])(?P<y5>[0-9０-９]{1,2})\.(?P<m5>[0-9０-９]{1,2})\.(?P<d5>[0-9０-９]{1,2})"
)
_DIGITS = str.maketrans("０１２３４５６７８９〇零", "012345678900")
_KANJI = {char: value for value, char in enumerate("一二三四五六七八九", 1)}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WEEKDAYS = "月火水木金土日"
_SOLAR = date(1873, 1, 1)


def japanese(text: str) -> Iterator[Expression]:
    """The expressions of time in a text, in order, not overlapping."""
    for found in _DATES.finditer(text):
        read = _read(found)
        if read:
            yield read


def _read(found: re.Match[str]) -> Expression | None:
    group = found.group
    if group("y"):
        return _dated(found)
    if group("m2"):
        return _month_day(found, group("m2"), group("d2"), group("w2"))
    if group("d3"):
        day = number(group("d3").replace("廿", "二十"))
        weekday = _weekday(group("w3"))
        if not 1 <= day <= 31:
            return None
        return Expression(_span(found), found.group(), Form.DAY_ONLY, day=day, weekday=weekday)
    if group("w4"):
        weekday = _weekday(group("w4"))
        return Expression(_span(found), found.group(), Form.WEEKDAY, weekday=weekday)
    if group("near"):
        return Expression(_span(found), found.group(), Form.NEAR)
    first = _eras()[_LATIN[group("latin")]].first
    year = first + number(group("y5")) - 1
    days = day_of(year, number(group("m5")), number(group("d5")))
    return Expression(_span(found), found.group(), Form.DAY, days) if days else None


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end())


def _weekday(char: str | None) -> int | None:
    return _WEEKDAYS.index(char) if char else None


def number(written: str) -> int:
    """A number in digits (half or full width) or Chinese numerals; 元 is 1, 正 (月) is 1."""
    if written in ("元", "正"):
        return 1
    plain = written.translate(_DIGITS)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if not any(unit in written for unit in _UNITS):
        digits = "".join(str(_KANJI.get(char, 0)) for char in written)
        return int(digits)
    total = current = 0
    for char in written:
        if char in _UNITS:
            total += (current or 1) * _UNITS[char]
            current = 0
        else:
            current = _KANJI.get(char, 0)
    return total + current


def _month_day(
    found: re.Match[str], month: str, day: str, weekday: str | None
) -> Expression | None:
    named, numbered = number(month), number(day)
    if day_of(2000, named, numbered) is None:
        return None
    return Expression(
        _span(found),
        found.group(),
        Form.MONTH_DAY,
        month=named,
        day=numbered,
        weekday=_weekday(weekday),
    )


def _dated(found: re.Match[str]) -> Expression | None:
    year = _western_year(found)
    if year is None:
        return None
    month = number(found.group("m")) if found.group("m") else 0
    day = number(found.group("d")) if found.group("d") else 0
    era = found.group("era")
    if era and year < 1873:
        era_year, is_leap = number(found.group("y")), bool(found.group("leap"))
        return _lunisolar(found, _name(era), era_year, month, day, is_leap=is_leap)
    form, days = _solar(year, month, day)
    if days is None or (era and day and days.earliest < _eras()[_name(era)].start):
        return None
    return Expression(_span(found), found.group(), form, days)


def _solar(year: int, month: int, day: int) -> tuple[Form, Days | None]:
    if day:
        return Form.DAY, day_of(year, month, day)
    if month:
        return Form.MONTH, month_of(year, month)
    return Form.YEAR, years_of(year)


def _western_year(found: re.Match[str]) -> int | None:
    written = found.group("y")
    year = number(written)
    if found.group("koki"):
        return year - 660 if year > 2260 else None
    era = found.group("era")
    if era:
        known = _eras()[_name(era)]
        year = known.first + year - 1
        return year if year <= known.last else None
    if written == "元" or len(written) < 4 or not 1600 <= year <= 2100:
        return None
    return year


def _name(era: str) -> str:
    era = _LETTERS.get(era, era)
    return {"慶應": "慶応", "萬延": "万延"}.get(era, era)


@cache
def _eras() -> dict[str, _Era]:
    table = read_toml(resource("cleaning", "dates.toml"))["era"]
    lasts = [int(row["year"]) for row in table[1:]] + [9999]
    return {
        str(row["name"]): _Era(date.fromisoformat(row["start"]), int(row["year"]), last)
        for row, last in zip(table, lasts, strict=True)
    }


@dataclass(frozen=True, slots=True)
class _Era:
    """First day of an era, and the Western years of its first and its last year."""

    start: date
    first: int
    last: int


def _lunisolar(
    found: re.Match[str], era: str, year: int, month: int, day: int, *, is_leap: bool
) -> Expression | None:
    """A date of the old calendar: to the day where the table has the month, else the year."""
    span, text = _span(found), found.group()
    start = _months().get((era, year, month, is_leap)) if month else None
    if start and day and day <= 30:
        exact = start + timedelta(days=day - 1)
        return Expression(span, text, Form.DAY, Days(exact, exact))
    if start:
        return Expression(span, text, Form.MONTH, Days(start, start + timedelta(days=29)))
    western = _eras()[era].first + year - 1
    first, last = date(western, 1, 21), date(western + 1, 2, 19)
    if western == 1872:
        last = _SOLAR - timedelta(days=1)
    return Expression(span, text, Form.YEAR, Days(first, last), exact=False)


@cache
def _months() -> dict[tuple[str, int, int, bool], date]:
    """First days of the months of the old calendar; empty where the table is not shipped."""
    try:
        rows = read_table(resource("knowledge", "lunisolar-years.tsv"))
    except ResourceError:
        return {}
    return {
        (
            row["era_ja"],
            int(row["year"]),
            int(row["month"]),
            row["leap"] == "1",
        ): date.fromisoformat(row["gregorian_start"])
        for row in rows
    }
