"""The grammar of Japanese dates: Western years, eras, 皇紀, both widths, Chinese numerals.

Before 1873 days and months are those of the lunisolar calendar and are converted by table.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.times.calendars import SOLAR, era_named, from_old, western_year
from usjp_reader.knowledge.times.expressions import (
    Expression,
    Form,
    Shift,
    Unit,
    day_of,
    hull,
    month_of,
    months_of,
    years_of,
)
from usjp_reader.knowledge.times.japanese_relative import (
    RELATIVE,
    RELATIVE_FIRST,
    RELATIVE_STARTS,
    read_relative,
)
from usjp_reader.knowledge.times.numerals import NUMERALS, number

if TYPE_CHECKING:
    from collections.abc import Iterator

_N = rf"[0-9０-９]{{1,2}}|[{NUMERALS}]{{1,4}}"
_YEAR_NUMBER = rf"[0-9０-９]{{1,4}}|[{NUMERALS}]{{1,8}}|元"
_ERA = "明治|大正|昭和|平成|令和|慶応|慶應|元治|文久|万延|萬延|安政|嘉永|弘化|天保|[㍾㍽㍼㍻㋿]"
_GAP = "[ 　]?"
_DOT = "[-.．・/、，]"
_SIGN = "[甲乙丙丁戊己庚辛壬癸]?[子丑寅卯辰巳午未申酉戌亥]"
"""The sexagenary sign of a year, which stood before or behind 年."""


def _weekday(name: str) -> str:
    return rf"[（(](?P<{name}>[月火水木金土日])(?:曜日?)?[^）()（]{{0,4}}[)）]"


_FULL = (
    rf"(?:(?:(?P<koki>皇紀|紀元)|(?P<era>{_ERA})|西暦){_GAP})?(?P<y>{_YEAR_NUMBER})"
    rf"(?:[（(〔][^（）()〔〕年]{{2,8}}年?[)）〕])?{_GAP}(?:{_SIGN})?年"
    rf"(?:{_GAP}{_SIGN}(?=[ 　閏正一二三四五六七八九十]))?(?![前間目ぶ以生来余後半弱強代])"
    rf"(?P<fiscal>度)?(?:{_GAP}[（(〔][^（）()〔〕月日]{{2,10}}[)）〕])?"
    rf"(?:{_GAP}第?(?P<quarter>[1-4１-４一二三四])四半期|"
    rf"{_GAP}(?:の{_GAP})?(?P<leap>閏|うるう)?(?:(?P<m0>{_N})[・･~〜-])?(?P<m>{_N}|正){_GAP}月"
    rf"(?:{_GAP}(?P<d>{_N}|朔|元|末){_GAP}[日旦](?![間本米程]))?"
    rf"|(?P<s>[春夏秋冬])季?)?(?:{_GAP}{_weekday('w')}|{_GAP}[月火水木金土日]曜日?)?"
)
_AFTER_SLASH = (
    r"(?=[ 　]?(?:[0-9]{1,2}[:：時][0-9]{2}分?[ 　]?)?(?:朝刊|夕刊|号外|配信|更新|掲載|公開|投稿))"
)
_DATES = re.compile(
    rf"(?P<full>{_FULL})"
    r"|(?P<slash>(?<![0-9/])(?P<m9>[0-9]{1,2})/(?P<d9>[0-9]{1,2})(?:[（(](?P<w9>[月火水木金土日])[)）]"
    rf"|{_AFTER_SLASH}))"
    rf"|(?P<md>(?P<m2>{_N}){_GAP}月{_GAP}(?P<d2>{_N}){_GAP}日(?!間)(?:{_GAP}{_weekday('w2')})?)"
    r"|(?P<run>(?P<y6>(?:1[6-9]|20)[0-9]{2})[〜～~\-－–―](?P<z6>[0-9]{2}(?:[0-9]{2})?)年(?!度|間))"
    rf"|(?P<decade>(?P<y7>[0-9０-９]{{2,4}}|[{NUMERALS}]{{2,4}})年代)"
    rf"|(?P<century>(?P<c>{_N})世紀(?!前|後))"
    rf"|(?P<relative>{RELATIVE})"
    r"|(?P<day>(?P<d3>[0-9０-９]{1,2}|[二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?"
    r"|[一二三四五六七八九](?=日(?:発|發|午|夜|朝|夕|付|[＝=）)】］]|[ 　]|未明|正午)))日"
    rf"(?![間本米曜程分中常前後目ぶ])(?:{_weekday('w3')})?)"
    rf"|(?P<dotted>(?:(?P<e6>{_ERA})|(?=[〇一二][〇一二三四五六七八九]{{3}}|(?:19|20)[0-9]{{2}}[・．、]"
    rf"|[6-9][0-9][・．]))"
    rf"(?P<yd>{_YEAR_NUMBER}){_DOT}{_GAP}(?P<md6>{_N}){_DOT}{_GAP}(?P<dd6>{_N})(?![0-9.．]))"
    r"|(?P<latin>(?P<e5>[MTSHRＭＴＳＨＲ]|[明大昭平令])[.．]?(?P<y5>[0-9０-９]{1,2})[-.．・年/]"
    r"(?P<m5>[0-9０-９]{1,2})[-.．・月/](?P<d5>[0-9０-９]{1,2})日?)"
    r"|(?P<local>(?P<m7>[0-9]{1,2})月[ 　](?P<d7>[0-9]{1,2})(?:st|nd|rd|th)?,?[ 　]"
    r"(?P<y8>(?:19|20)[0-9]{2})"
    r"|(?P<d8>[0-9]{1,2})[ 　](?P<m10>[0-9]{1,2})月,?[ 　](?P<y9>(?:19|20)[0-9]{2}))"
    r"|(?P<weekday>(?P<w4>[月火水木金土日])曜日?)"
    rf"|(?P<month>(?P<m8>{_N})月(?=[にのはをへもとがで、。中末半初上下以頃ご]|から|まで))"
)
_SINGLE = "皇紀西慶元文万萬安嘉弘天㍾㍽㍼㍻㋿閏う正半"
# Only where one of these begins is the long pattern tried, and they are only looked for where one
# of their first letters stands.
_ANCHOR = re.compile(
    rf"(?=[0-9０-９{NUMERALS}{_SINGLE}明大昭平令MTSHRＭＴＳＨＲ月火水木金土日{RELATIVE_FIRST}])(?:"
    + "|".join(
        [
            rf"(?:[0-9０-９]{{1,4}}|[{NUMERALS}]{{1,8}}){_GAP}(?:{_SIGN})?[年月日世週かカヶヵケ箇（(〔〜～~\-－–―]",
            *_SINGLE,
            *("明治", "大正", "昭和", "平成", "令和"),
            rf"[{NUMERALS}]{{4}}[・.．/、，]",
            "(?:19|20)[0-9]{2}[・．、]|(?<![0-9])[6-9][0-9][・．]",
            "[MTSHRＭＴＳＨＲ明大昭平令][.．]?[0-9０-９]",
            "(?<![0-9])[0-9]{1,2}[ 　][0-9]{1,2}月",
            "[月火水木金土日]曜",
            r"(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?:[（(][月火水木金土日]|" + _AFTER_SLASH + ")",
            *RELATIVE_STARTS,
        ]
    )
    + ")"
)
_LONE_ERA = re.compile(
    r"^[ \t]*([MTSHRＭＴＳＨＲ][.．]?[0-9０-９]{1,2}(?:[.．/][0-9０-９]{1,2}){2})[ \t]*$",
    re.MULTILINE,
)
_FIRST_SHORT = 65
"""Two figures from here on are the year of a century: Showa ended in its 64th year."""
_WEEKDAYS = "月火水木金土日"
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}


def japanese(text: str) -> Iterator[Expression]:
    """The expressions of time in a text, in order, not overlapping."""
    end = 0
    for anchor in _ANCHOR.finditer(text):
        found = _DATES.match(text, anchor.start()) if anchor.start() >= end else None
        if found:
            end = found.end()
            read = _READERS[found.lastgroup or ""](found)
            if read:
                yield read


def lone_eras(text: str) -> Iterator[Expression]:
    """S20.8.15 alone on a line of a text that is not Japanese."""
    for line in _LONE_ERA.finditer(text):
        found = _DATES.match(text, line.start(1))
        read = _latin(found) if found and found.lastgroup == "latin" else None
        if read:
            yield read


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.start() + len(found.group().rstrip(" 　")))


def _made(
    found: re.Match[str],
    form: Form,
    days: Days | None = None,
    *,
    month: int = 0,
    day: int = 0,
    weekday: int | None = None,
    exact: bool = True,
    old: bool = False,
) -> Expression:
    span = _span(found)
    return Expression(
        span,
        span.of(found.string),
        form,
        days,
        month,
        day,
        weekday,
        exact=exact,
        old_calendar=old,
    )


def _full(found: re.Match[str]) -> Expression | None:
    """A year with whatever follows it."""
    month = number(found["m"]) if found["m"] else 0
    day = number(found["d"]) if found["d"] and found["d"] != "末" else 0
    weekday = _WEEKDAYS.index(found["w"]) if found["w"] else None
    if found["era"]:
        return _of_era(found, month, day, weekday)
    year = number(found["y"])
    if found["koki"]:
        year = year - 660 if year > 2260 else 0
    elif len(found["y"]) == 2 and _FIRST_SHORT <= year <= 99 and month:
        year += 1900  # 七八年五月三日: no era came so far
    elif re.fullmatch("[0０][0-9０-９]", found["y"]) and month:
        year += 2000  # 09年2月24日: years of eras are written without a nought
    elif len(found["y"]) < 4 and year < 1000:
        return None
    return _solar(found, year, month, day, weekday) if 1600 <= year <= 2100 else None


def _of_era(found: re.Match[str], month: int, day: int, weekday: int | None) -> Expression | None:
    era, count = era_named(found["era"]), number(found["y"])
    year = western_year(era, count) if era else None
    if era is None or year is None:
        return None
    if year < SOLAR.year:
        days = from_old(era, count, month, day, leap=bool(found["leap"]))
        form = Form.DAY if day else Form.MONTH if month else Form.YEAR
        if days is None:
            days, form = from_old(era, count, 0, 0), Form.YEAR
        return _made(found, form, days, weekday=weekday, exact=form is not Form.YEAR, old=True)
    one = _solar(found, year, month, day, weekday)
    within = one.days.intersection(era.days) if one and one.days else None
    if one is None or within is None:
        return None
    return one if found["fiscal"] else replace(one, days=within)


def _solar(
    found: re.Match[str], year: int, month: int, day: int, weekday: int | None
) -> Expression | None:
    if found["fiscal"]:
        return _made(found, Form.YEARS, months_of(year, 4, 12))
    if day:
        days, form = day_of(year, month, day), Form.DAY
    elif found["d"] and (whole := month_of(year, month)):
        days, form = Days(whole.latest, whole.latest), Form.DAY
    elif month:
        first = month_of(year, number(found["m0"])) if found["m0"] else None
        last = month_of(year, month)
        is_run = first and last and first.earliest < last.earliest
        days, form = hull(first, last) if is_run and first and last else last, Form.MONTH
    elif found["quarter"]:
        days, form = months_of(year, number(found["quarter"]) * 3 - 2, 3), Form.SEASON
    elif found["s"] == "冬":
        return _made(found, Form.SEASON, months_of(year - 1, 12, 15), exact=False)
    elif found["s"]:
        days, form = months_of(year, _SEASONS[found["s"]], 3), Form.SEASON
    else:
        days, form = years_of(year), Form.YEAR
    return _made(found, form, days, weekday=weekday) if days else None


def _month_day(found: re.Match[str]) -> Expression | None:
    month, day = number(found["m2"]), number(found["d2"])
    if day_of(2000, month, day) is None:
        return None
    weekday = _WEEKDAYS.index(found["w2"]) if found["w2"] else None
    return _made(found, Form.MONTH_DAY, month=month, day=day, weekday=weekday)


def _slash(found: re.Match[str]) -> Expression | None:
    """8/18(日) and 8/18 朝刊, as portals and the sites of papers write."""
    month, day = int(found["m9"]), int(found["d9"])
    if day_of(2000, month, day) is None:
        return None
    weekday = _WEEKDAYS.index(found["w9"]) if found["w9"] else None
    return _made(found, Form.MONTH_DAY, month=month, day=day, weekday=weekday)


def _run(found: re.Match[str]) -> Expression | None:
    first, last = int(found["y6"]), int(found["z6"])
    last += first - first % 100 if last < 100 else 0
    days = years_of(first, last)
    return _made(found, Form.YEARS, days) if days else None


def _decade(found: re.Match[str]) -> Expression | None:
    year = number(found["y7"])
    year += 1900 if year < 100 else 0
    if year % 10 or not 1600 <= year <= 2100:
        return None
    return _made(found, Form.DECADE, years_of(year, year + 9))


def _century(found: re.Match[str]) -> Expression | None:
    nth = number(found["c"])
    days = years_of(nth * 100 - 99, nth * 100) if 15 <= nth <= 21 else None
    return _made(found, Form.CENTURY, days) if days else None


def _day(found: re.Match[str]) -> Expression | None:
    day = number(found["d3"])
    weekday = _WEEKDAYS.index(found["w3"]) if found["w3"] else None
    return _made(found, Form.DAY_ONLY, day=day, weekday=weekday) if 1 <= day <= 31 else None


def _dotted(found: re.Match[str]) -> Expression | None:
    """平成25.2.22, 昭和二十六・九・九, 二〇一一・三・一二."""
    era = era_named(found["e6"]) if found["e6"] else None
    year = number(found["yd"])
    western = western_year(era, year) if era else year + (1900 if year < 100 else 0)
    if western is None or western < SOLAR.year:
        return None
    days = day_of(western, number(found["md6"]), number(found["dd6"]))
    return _made(found, Form.DAY, days) if days else None


def _local(found: re.Match[str]) -> Expression | None:
    """2月 24, 2009 and 24 2月 2009, as programs made for other languages write."""
    year, month, day = (
        int(found[one] or found[other])
        for one, other in (("y8", "y9"), ("m7", "m10"), ("d7", "d8"))
    )
    days = day_of(year, month, day)
    return _made(found, Form.DAY, days) if days else None


def _latin(found: re.Match[str]) -> Expression | None:
    """S47.5.15, 昭26・9・8, R5.5.18."""
    era = era_named(unicodedata.normalize("NFKC", found["e5"]))
    year = western_year(era, number(found["y5"])) if era else None
    days = day_of(year, number(found["m5"]), number(found["d5"])) if year else None
    return _made(found, Form.DAY, days) if days else None


def _of_week(found: re.Match[str]) -> Expression:
    return _made(found, Form.WEEKDAY, weekday=_WEEKDAYS.index(found["w4"]))


def _month(found: re.Match[str]) -> Expression | None:
    month = number(found["m8"])
    if not 1 <= month <= 12:
        return None
    one = _made(found, Form.MONTH_ONLY, month=month)
    is_this = found.string.endswith("この", 0, found.start())
    return replace(one, shift=Shift(Unit.YEAR, 0)) if is_this else one


_READERS = {
    "full": _full,
    "md": _month_day,
    "slash": _slash,
    "run": _run,
    "decade": _decade,
    "century": _century,
    "relative": read_relative,
    "day": _day,
    "dotted": _dotted,
    "latin": _latin,
    "local": _local,
    "weekday": _of_week,
    "month": _month,
}
