"""Times the text talks about: past ones bound its date from below, coming ones from above."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.dating.claims import Claim
from usjp_reader.knowledge.times import expressions_in
from usjp_reader.knowledge.times.expressions import Form, day_of, years_of
from usjp_reader.knowledge.times.numerals import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times.expressions import Expression

_AHEAD = re.compile(
    r"\b(?:will|shall|expect(?:s|ed)|projects?|projected|forecasts?|scheduled|slated|plans? to|"
    r"planning|"
    r"planned for|aims?|aiming|intends?|hopes?|due (?:in|on|by|for)|set (?:to|for)|is to|"
    r"are to|next|upcoming|"
    r"coming|goal|target(?:ed|s)?|deadline|no later than|ahead of|looks? (?:ahead|toward))"
    r"\b[^;]{0,90}$"
)
_REACH = {True: 40, False: 96}
"""How far before a day, or before a year, the words may stand that look ahead to it."""
_WAS_AHEAD = re.compile(r"\b(?:was|were|had been|been|had) (?:\w+ )?$")
_OPEN = re.compile(
    r"\b(?:would|could|should|by|until|till|through|if|may|might|before|to)\s"
    r"(?:the )?(?:end of |late |early )?$|\bwould\b[^.;]{0,60}$"
)
_PAST = re.compile(
    r"\b(?:in|since|during|after|from|on|of|back in|early|late|mid|between|and|year|spring|"
    r"summer|fall|autumn|winter)[\s-]"
    r"(?:the |early |late |mid-?|the (?:spring|summer|fall|autumn|winter|end|beginning|start|"
    r"middle) of )?\(?$",
    re.IGNORECASE,
)
_JA_AHEAD = re.compile(
    r"^[^。]{0,30}?(?:予定|見込|見通し|計画|目指|目標|方針|期限|まで|までに|以降|をめど|に向け|開催する|迎える)"
)
_JA_PAST = re.compile(
    r"^[^。]{0,70}?(?:た[。、」）]|した|った|れた|いた|以来|から|に成立|に締結|に発効|だった|の大統領選|の戦)"
)
_SENTENCE = re.compile(r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])[.!?][”\"’')]?\s+(?=[A-Z“\"‘])|。")
_NEWS = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this|earlier this|later this) (?:week|"
    r"month|year|night|morning|"
    r"afternoon|evening)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|昨日|きのう|きょう|"
    r"今日|先週|今週|来週|先月|今月|来月|昨年|来年|今年|明らかにした"
)
_NEWS_LINES = 8


_NEVER = Days(date(1, 1, 1), date(1, 1, 1))


def pasts(page: Page) -> list[Claim]:
    """Every past time the text speaks of, the latest first."""
    found = [one for one in page.mentions if one.days and is_past(page.text, one)]
    claims = [
        Claim("past-mention", one.days, one.span, one.text, 0.9, earliest=one.days.earliest)
        for one in found
        if one.days
    ]
    return sorted(claims, key=lambda claim: claim.days.earliest, reverse=True)


def futures(page: Page) -> list[Claim]:
    """Every coming time the text looks ahead to, the nearest first."""
    found = [one for one in page.mentions if one.days and is_ahead(page.text, one)]
    claims = [
        Claim("coming-mention", one.days, one.span, one.text, 0.7, latest=one.days.latest)
        for one in found
        if one.days
    ]
    return sorted(claims, key=lambda claim: claim.days.latest)


def is_ahead(text: str, one: Expression) -> bool:
    """Whether the words around an expression look ahead to it."""
    if one.text[-1] > "\u3000":
        return _JA_AHEAD.match(text[one.span.end : one.span.end + 50]) is not None
    before = sentence_before(text, one.span.start)
    found = _AHEAD.search(before)
    if found is None or len(before) - found.start() > _REACH[one.form in (Form.DAY, Form.MONTH)]:
        return False
    return not _WAS_AHEAD.search(before[: found.start()])


def is_past(text: str, one: Expression) -> bool:
    """Whether the words around an expression surely speak of it as past."""
    if one.form is Form.NEAR or is_ahead(text, one):
        return False
    if one.text[-1] > "\u3000":
        return one.form is not Form.YEAR or bool(
            _JA_PAST.match(text[one.span.end : one.span.end + 90])
        )
    before = sentence_before(text, one.span.start)
    if _OPEN.search(before):
        return False
    if one.form in (Form.DAY, Form.MONTH):
        return True
    if one.form is Form.DECADE:
        return bool(
            re.search(r"\b(?:in|since|of|during|the)\s(?:the )?(?:early |late |mid-)?$", before)
        )
    return _PAST.search(before) is not None


def sentence_before(text: str, position: int) -> str:
    """The part of the sentence that stands before a position, 120 code points at most."""
    before = text[max(0, position - 120) : position].rpartition("\n")[2]
    ends = list(_SENTENCE.finditer(before))
    return before[ends[-1].end() :] if ends else before


def anniversaries(page: Page) -> Iterator[Claim]:
    """The 60th anniversary of a treaty of 1951 is in 2011, and the like."""
    for line in page.content[:12]:
        words = line.span.of(page.text)
        if not _COUNTED.search(words):
            continue
        for pattern, read in _RECKONINGS:
            for found in pattern.finditer(words):
                days = read(found)
                if days:
                    start = line.span.start
                    span = Span(start + found.start(), start + found.end())
                    yield Claim.exact("anniversary", days, span, found.group(), 0.75)


_COUNTED = re.compile(r"anniversary|years (?:ago|after|since|on from)|周年|年(?:前|目|ぶり)|戦後")
_NUMBERS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_MANY = r"(\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)"
_WAR = (
    r"(?:the )?(?:end of (?:the )?(?:war|World War (?:II|Two)|Second World War|Pacific War)"
    r"|Japan['’]s surrender)"
)


def _count(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    parts = [_NUMBERS.get(part) for part in written.lower().split("-")]
    return sum(part for part in parts if part is not None) if None not in parts else None


def _year_later(found: re.Match[str]) -> Days | None:
    count = _count(found.group(1))
    return years_of(int(found.group(2)) + count) if count else None


def _day_later(found: re.Match[str]) -> Days | None:
    """Sixty years after 28 April 1952 is 28 April 2012."""
    count = _count(found.group(1))
    read = [one for one in expressions_in(found.group(2)) if one.form is Form.DAY and one.days]
    if not count or not read or read[0].days is None:
        return None
    day = read[0].days.earliest
    return day_of(day.year + count, day.month, day.day)


def _after_war(found: re.Match[str]) -> Days | None:
    count = _count(found.group(1))
    return years_of(1945 + count) if count else None


def _ja_after_war(found: re.Match[str]) -> Days | None:
    return years_of(1945 + number(found.group(1)))


def _ja_year_later(found: re.Match[str]) -> Days | None:
    return years_of(int(found.group(1)) + number(found.group(2)))


_RECKONINGS = (
    (
        re.compile(
            r"\b(\d{1,3})(?:st|nd|rd|th) anniversary of [^.;]{0,80}?\b(1[5-9]\d\d|20\d\d)\b"
        ),
        _year_later,
    ),
    (
        re.compile(rf"\b{_MANY} years ago today,? (?:on )?([A-Z0-9][\w.]+ [\w,]+ \d{{4}})"),
        _day_later,
    ),
    (re.compile(rf"[Tt]his year,? {_MANY} years (?:after|since) {_WAR}"), _after_war),
    (re.compile(rf"\b{_MANY} years (?:after|since) {_WAR},? this year"), _after_war),
    (
        re.compile(
            r"戦後([0-9０-９一二三四五六七八九十]{1,4})年(?:を迎えた|の|となる|目の)?(?:今年|ことし|今夏|この夏|節目)"
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


def next_to_today(page: Page) -> Iterator[Claim]:
    """What says "tomorrow, Sept. 8, 1951" was written on the day before."""
    for line in page.body[:4]:
        found = page.in_line(line)
        for near, day in pairwise(found):
            offset = _OFFSETS.get(near.text.lower())
            gap = page.text[near.span.end : day.span.start]
            is_ago = page.text[max(0, near.span.start - 5) : near.span.start] == " ago "
            if near.form is not Form.NEAR or offset is None or len(gap) > 6 or "." in gap or is_ago:
                continue
            if day.form is Form.DAY and day.days:
                exact = day.days.earliest + timedelta(days=offset)
                span = Span(near.span.start, day.span.end)
                words = span.of(page.text)
                yield Claim.exact("today-named", Days(exact, exact), span, words, 0.9)


_OFFSETS = {
    "today": 0,
    "tonight": 0,
    "yesterday": 1,
    "tomorrow": -1,
    "本日": 0,
    "きょう": 0,
    "今日": 0,
    "昨日": 1,
    "明日": -1,
}


def is_news(page: Page) -> bool:
    """Whether the text speaks of yesterday and next week, as news does and history does not."""
    lines = page.body[:_NEWS_LINES]
    return any(_NEWS.search(line.span.of(page.text)) for line in lines)


def captions(page: Page) -> Iterator[Claim]:
    """Days in captions: a picture is not taken after its article."""
    for line in page.of_kind(LineKind.CAPTION, LineKind.CREDIT):
        for one in page.in_line(line):
            if one.form is Form.DAY and one.days:
                yield Claim("caption-date", one.days, one.span, one.text, 0.6, one.days.earliest)


def comment_stamp(page: Page) -> Claim | None:
    """The day of the earliest comment: the article is no later."""
    days = [
        one
        for line in page.of_kind(LineKind.COMMENT)
        for one in page.in_line(line)[:1]
        if one.form is Form.DAY and one.span.start - line.span.start < 90
    ]
    if not days:
        return None
    first = min(days, key=lambda one: (one.days or _NEVER).earliest)
    if first.days is None:
        return None
    return Claim("comment-date", first.days, first.span, first.text, 0.8, latest=first.days.latest)


def copyright_year(page: Page, today: date) -> Claim | None:
    """The year of a copyright line; of a range, the last year."""
    for line in page.of_kind(LineKind.COPYRIGHT):
        years = [
            int(year)
            for year in re.findall(
                r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)", line.span.of(page.text)[:200]
            )
        ]
        years = [year for year in years if year <= today.year]
        if not years:
            continue
        days = years_of(max(years))
        if days is None:
            continue
        words = line.span.of(page.text)
        is_close = _is_just_below(page, line.number)
        weight = 0.85 if is_close and len(years) == 1 else 0.5
        earliest = days.earliest if weight > 0.8 else None
        return Claim("copyright-year", days, line.span, words, weight, earliest, days.latest)
    return None


def _is_just_below(page: Page, number: int) -> bool:
    """Whether a line stands directly under the text, not at the foot of the page."""
    between = [
        line for line in page.lines if page.body and page.body[-1].number < line.number < number
    ]
    return len(between) <= 1 or number < page.first_body
