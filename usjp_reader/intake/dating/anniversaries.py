"""Anniversaries: the 60th of a treaty of 1951 is in 2011, and what "next month" beside it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.claims import Claim, exact, joined, widened
from usjp_reader.intake.dating.tense import is_ahead
from usjp_reader.knowledge.times import Form, Unit, expressions_in
from usjp_reader.knowledge.times.english_words import WORD_NUMBER, WORD_ORDINAL, count, ordinal
from usjp_reader.knowledge.times.expressions import day_of, years_of
from usjp_reader.knowledge.times.numerals import NUMERALS, number
from usjp_reader.knowledge.times.reckoning import said_if

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_NTH_OF = re.compile(
    rf"\b(?P<nth>{WORD_ORDINAL})[- ](?:year )?anniversary (?:of|since) [^.;]{{0,60}}$",
    re.IGNORECASE,
)
_YEARS_OF = re.compile(
    rf"\b(?:celebrat\w+|mark(?:s|ed|ing)?|commemorat\w+|observ\w+) (?P<n>{WORD_NUMBER}) years of\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_YEARS_SINCE = re.compile(
    rf"\b(?P<n>{WORD_NUMBER}|a|half a)[- ](?P<unit>years?|decades?|century|centuries) "
    r"(?:(?:today|tonight|this \w+|next \w+|on \w+|to the day) )?(?:after|since|on from|from|"
    r"(?:have|has) passed since)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_JUBILEES = {
    "silver anniversary": 25,
    "golden anniversary": 50,
    "semicentennial": 50,
    "centennial": 100,
    "centenary": 100,
    "sesquicentennial": 150,
    "bicentennial": 200,
    "bicentenary": 200,
}
_JUBILEE = "|".join(_JUBILEES)
_JUBILEE_OF = re.compile(rf"\b(?P<j>{_JUBILEE}) (?:\w+ )?of [^.;]{{0,60}}$", re.IGNORECASE)
_JUBILEE_AFTER = re.compile(
    rf"^(?:['’]s?)?(?: [a-z]+)? (?P<j>{_JUBILEE})\b(?! exhibition)", re.IGNORECASE
)
_TURNS = re.compile(
    rf"^,? (?:turn(?:s|ed)?|will turn|(?:is|was|will be)(?= \S+ years old)) (?P<n>{WORD_NUMBER})\b"
    r"(?! (?:per ?cent|%|million|billion|thousand))",
    re.IGNORECASE,
)
_ANNIVERSARY_AFTER = re.compile(
    rf"^(?:['’]s?)?(?: [a-z]+){{0,2}} (?P<nth>{WORD_ORDINAL}) anniversary\b", re.IGNORECASE
)
_JA_N = rf"[0-9０-９]{{1,3}}|[{NUMERALS}]{{1,5}}|半"
_JA_AFTER = re.compile(
    rf"^(?:[^。、]{{0,24}}?(?:てから|以来)|[^。、]{{0,10}}?(?:から|より|の|して|後)?)[、]?(?:(?:[0-9]{{1,2}}日|[^。、0-9０-９]{{0,12}}?)で)?[、]?"
    rf"(?:ちょうど|まる|丸|早くも|はや)?(?P<n>{_JA_N})(?P<unit>周年|年|世紀)"
    r"(?!前|間|代|度|ぶり|[0-9一二三四五六七八九十]+月|に(?!なる|なり|当た|あた)|[、 ]?[0-9]+月)"
)
_JA_PASSED = re.compile("にな|となる|を迎え|がた|がす|が過|が経|たつ|たった|経")
"""What stands behind a year that has passed: 国葬からきょうで一年になる."""
_JA_BEFORE = re.compile(
    rf"(?P<n>{_JA_N})(?P<unit>回目|周年)(?:を迎えた|となる|の|目の)[^。、]{{0,6}}$"
    rf"|(?P<war>戦後|終戦)(?P<m>{_JA_N})年(?:を迎え[たる]|となる|の|目の)[^。、]{{0,6}}$"
)
_UNITS = {"year": 1, "years": 1, "decade": 10, "decades": 10, "century": 100, "centuries": 100}
_SAID = frozenset(
    {Form.NEAR, Form.WEEKDAY, Form.MONTH_ONLY, Form.MONTH_DAY, Form.DAY_ONLY, Form.SEASON}
)
_FEWEST = 2
_SHORT = 3
"""死去から一年になる is said in the days of the first anniversaries, not in that whole year."""
_PASSED_BY = re.compile(r"(?:から|以来|より|後)[^。]{0,6}年$")
_BEFORE_DAY, _AFTER_DAY = 5, 10
_TOO_LONG = 400
"""Days of an event beyond which nobody keeps its day."""


def anniversary_of(
    page: Page, span: Span, days: Sequence[Days], times: Sequence[Expression]
) -> tuple[tuple[Days, ...], Span] | None:
    """When a text was written that calls a day the anniversary of an event; None if it does not.

    Args:
        page: The page.
        span: Where the event is named, in the derived text.
        days: When it was, or when the several events were that may be meant.
        times: The expressions in its sentence, the nearest first.
    """
    found = years_counted(page, span, times)
    if found is None:
        return None
    years, where = found
    marked = [one for each in days if (one := later(each, years))]
    said = [time for time in times if time.form in _SAID and not _is_years(time)]
    if any(_is_years(time) and time.shift and time.shift.exact for time in times):
        return joined(marked), where
    ranges: list[Days] = []
    for one in marked:
        whole: Days | None = None
        for time in said:
            ahead = is_ahead(page, time) or _will(page, time)
            written = said_if(time, one, ahead=ahead)
            closer = written and (whole.intersection(written) if whole else written)
            if closer:
                whole = closer
                where = Span(min(where.start, time.span.start), max(where.end, time.span.end))
        if whole:
            ranges.append(whole)
    if not ranges and years <= _SHORT and _PASSED_BY.search(where.of(page.derived.text)):
        ranges = [widened(one, _BEFORE_DAY, _AFTER_DAY) for one in marked]
    if not ranges:
        ranges = [year for one in marked if (year := years_of(one.earliest.year))]
    return (joined(ranges), where) if ranges else None


def _will(page: Page, time: Expression) -> bool:
    """Wednesday will be the anniversary: said before it."""
    return re.match(r"[^.;]{0,40}\b(?:will|is to)\b", page.after(time.span.end, 50)) is not None


def years_counted(page: Page, span: Span, times: Sequence[Expression]) -> tuple[int, Span] | None:
    """How many years the text counts from the event, and the words that say so."""
    if span not in page.counted:
        page.counted[span] = _counted_beside(page, span)
    if (said := page.counted[span]) is not None:
        return said
    for time in times:
        if (
            _is_years(time)
            and time.shift is not None
            and (time.shift.exact or _is_followed(page, time))
        ):
            return years_ago(time), time.span
    return None


def _counted_beside(page: Page, span: Span) -> tuple[int, Span] | None:
    """The same by the words that stand at the event."""
    before, after = page.before(span.start), page.after(span.end, 60)
    start = span.start - len(before)
    for pattern, read in _BEFORE_EVENT:
        found = pattern.search(before)
        if found and (years := read(found)):
            return years, Span(start + found.start(), span.end)
    for pattern, read in _BEHIND_EVENT:
        found = pattern.match(after)
        if found and (years := read(found)):
            return years, Span(span.start, span.end + found.end())
    return None


def years_ago(time: Expression) -> int:
    """How many years an expression such as "fifty years ago" goes back; 0 where it does not."""
    if not _is_years(time) or time.shift is None:
        return 0
    return -time.shift.count * {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}[time.shift.unit]


def _is_years(time: Expression) -> bool:
    shift = time.shift
    return (
        time.form is Form.NEAR
        and shift is not None
        and shift.count < 0
        and shift.unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY)
        and ("ago" in time.text or "前" in time.text)
    )


def _is_followed(page: Page, time: Expression) -> bool:
    """Fifty years ago this week, sixty years ago on Tuesday."""
    return re.match(r",? (?:this|today|on |next|last)", page.after(time.span.end, 12)) is not None


def _number(found: re.Match[str]) -> int | None:
    if found["n"].lower() == "half a":
        return 50 if found["unit"].startswith("centur") else None
    many = count(found["n"])
    return many * _UNITS[found["unit"].lower()] if many else None


def _ja_number(found: re.Match[str]) -> int | None:
    if found["n"] == "半":
        return 50 if found["unit"] == "世紀" else None
    return number(found["n"]) * (100 if found["unit"] == "世紀" else 1)


def _nth(found: re.Match[str]) -> int | None:
    return ordinal(found["nth"])


def _counted(found: re.Match[str]) -> int | None:
    return count(found["n"])


def _turned(found: re.Match[str]) -> int | None:
    years = count(found["n"])
    return years if years and years > _FEWEST else None


def _jubilee(found: re.Match[str]) -> int | None:
    return _JUBILEES[found["j"].lower()]


def _ja_before(found: re.Match[str]) -> int | None:
    years = number(found["n"] or found["m"])
    return years if years >= _FEWEST else None


def _ja_after(found: re.Match[str]) -> int | None:
    years = _ja_number(found)
    behind = found.string[found.end() : found.end() + 4]
    is_kept = found["unit"] == "周年" or _JA_PASSED.match(behind) is not None
    return years if years and years >= (1 if is_kept else _FEWEST) else None


_BEFORE_EVENT: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], int | None]], ...] = (
    (_NTH_OF, _nth),
    (_YEARS_SINCE, _number),
    (_JUBILEE_OF, _jubilee),
    (_YEARS_OF, _counted),
    (_JA_BEFORE, _ja_before),
)
_BEHIND_EVENT: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], int | None]], ...] = (
    (_ANNIVERSARY_AFTER, _nth),
    (_JUBILEE_AFTER, _jubilee),
    (_TURNS, _turned),
    (_JA_AFTER, _ja_after),
)
"""What counts years before an event in its sentence, and behind it."""


def later(days: Days, years: int) -> Days | None:
    """The same days so many years later; the years alone where the event was long."""
    if (days.latest - days.earliest).days > _TOO_LONG:
        return years_of(days.latest.year + years)
    first = day_of(days.earliest.year + years, days.earliest.month, min(28, days.earliest.day))
    exactly = day_of(days.earliest.year + years, days.earliest.month, days.earliest.day)
    length = (days.latest - days.earliest).days
    start = exactly or first
    if start is None:
        return None
    return widened(start, 0, length)


def from_reckoning(page: Page) -> Iterator[Claim]:
    """Counts of years from a year or a day that the text itself names."""
    yield from _from_days(page)
    for paragraph in page.told[:12]:
        if not _COUNTED.search(paragraph.text):
            continue
        for pattern, read in _RECKONINGS:
            for found in pattern.finditer(paragraph.text):
                days = read(found)
                if days:
                    start = paragraph.span.start
                    span = page.source(Span(start + found.start(), start + found.end()))
                    yield exact("anniversary", days, span, found.group())


def _from_days(page: Page) -> Iterator[Claim]:
    """昭和16年12月8日から、きょうで80年: the day that is kept."""
    for time in page.mentions:
        if time.form is not Form.DAY or time.days is None:
            continue
        found = _JA_TO_TODAY.match(page.after(time.span.end, 30))
        days = later(time.days, number(found["n"])) if found else None
        if found and days:
            span = page.source(Span(time.span.start, time.span.end + found.end()))
            yield exact("anniversary", days, span, span.of(page.text))


_JA_TO_TODAY = re.compile(
    rf"(?:の[^。、]{{1,10}})?から、?(?:きょう|今日|本日|けふ)[^。、]{{0,4}}で、?(?:ちょうど|まる|丸)?(?P<n>{_JA_N})(?:周)?年"
)
_COUNTED = re.compile(
    r"anniversary|years (?:ago|after|since|on from)|turns|周年|年(?:前|目|ぶり)|戦後"
)
_WAR = (
    r"(?:the )?(?:end of (?:the )?(?:war|World War (?:II|Two)|Second World War|Pacific War)"
    r"|Japan['’]s surrender)"
)


def _year_later(found: re.Match[str]) -> Days | None:
    years = ordinal(found.group(1)) or count(found.group(1))
    return years_of(int(found.group(2)) + years) if years else None


def _turns(found: re.Match[str]) -> Days | None:
    years = count(found.group(2))
    return years_of(int(found.group(1)) + years) if years else None


def _day_later(found: re.Match[str]) -> Days | None:
    """Sixty years after 28 April 1952 is 28 April 2012."""
    years = count(found.group(1))
    read = [one for one in expressions_in(found.group(2)) if one.is_day]
    if not years or not read or read[0].days is None:
        return None
    day = read[0].days.earliest
    return day_of(day.year + years, day.month, day.day)


def _after_war(found: re.Match[str]) -> Days | None:
    years = count(found.group(1))
    return years_of(1945 + years) if years else None


def _ja_after_war(found: re.Match[str]) -> Days | None:
    return years_of(1945 + number(found.group(1)))


def _ja_year_later(found: re.Match[str]) -> Days | None:
    return years_of(int(found.group(1)) + number(found.group(2)))


_RECKONINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days | None]], ...] = (
    (
        re.compile(rf"\b({WORD_ORDINAL}) anniversary of [^.;]{{0,80}}?\b(1[5-9]\d\d|20\d\d)\b"),
        _year_later,
    ),
    (re.compile(rf"\b(1[5-9]\d\d|20\d\d)\b[^.;]{{0,40}}? turns ({WORD_NUMBER})\b"), _turns),
    (
        re.compile(
            rf"\b({WORD_NUMBER}) years ago today,? (?:on )?([A-Z0-9][\w.]+ [\w,]+ \d{{4}})",
            re.IGNORECASE,
        ),
        _day_later,
    ),
    (re.compile(rf"[Tt]his year,? ({WORD_NUMBER}) years (?:after|since) {_WAR}"), _after_war),
    (
        re.compile(rf"\b({WORD_NUMBER}) years (?:after|since) {_WAR},? this year", re.IGNORECASE),
        _after_war,
    ),
    (
        re.compile(
            r"戦後([0-9０-９一二三四五六七八九十]{1,4})年(?:を迎えた|の|となる|目の)?(?:今年|ことし|今夏|この夏|節目)"
        ),
        _ja_after_war,
    ),
    (
        re.compile(
            r"(?:今年|ことし)[はも、]{0,2}(?:の)?戦後([0-9０-９一二三四五六七八九十]{1,4})年"
        ),
        _ja_after_war,
    ),
    (
        re.compile(
            r"(1[5-9]\d\d|20\d\d)年[^。]{0,30}?から([0-9０-９一二三四五六七八九十]{1,4})(?:周)?年"
        ),
        _ja_year_later,
    ),
)
