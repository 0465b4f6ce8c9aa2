"""How long after an event a text was written: "three days after the earthquake", 発足から二週間."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.times.english_words import WORD_NUMBER, count
from usjp_reader.knowledge.times.numerals import NUMERALS, number

if TYPE_CHECKING:
    from usjp_reader.intake.dating.pages import Page

_ROUGHLY = (
    r"(?:(?P<under>nearly|almost|not quite|barely|just under|less than)|"
    r"(?P<over>more than|over|just over|a little (?:more than|over)|a good)) "
)
_AFTER = re.compile(
    rf"(?:{_ROUGHLY})?\b(?P<n>{WORD_NUMBER}|an?) "
    r"(?P<unit>hour|day|night|morning|week|month|year)s? "
    r"(?:after|since|have passed since)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_JA_AFTER = re.compile(
    rf"^(?:[^。、]{{0,8}}[はが]、)?[^。、]{{0,14}}?(?:から|後|以来|より)[、]?"
    rf"(?:もう|(?P<under>まもなく|間もなく|もうすぐ|ほぼ)|すでに|ちょうど|きょうで|早くも|早|はや)?"
    rf"(?:(?P<n>[0-9]{{1,3}}|[{NUMERALS}]{{1,4}})(?P<unit>日|週間|[かカヶヵケ箇]月)|(?P<half>半)年)"
    r"(?:(?P<over>余|以上|あまり|を(?:過ぎ|超え|こえ))|(?P<less>足らず|弱)|"
    r"が|を|で(?![0-9一二三四五六七八九十百]{1,4}(?:周)?年)|目|ぶり|後|、|。|$|もた|たっ|経|にな|となる)"
)
_JA_TO_GO = re.compile(
    rf"^[^。]{{0,24}}?(?:まで|に)[^。]{{0,14}}?あと(?:わずか|もう)?"
    rf"(?P<n>[0-9]{{1,3}}|[{NUMERALS}]{{1,4}})(?P<unit>日|週間|[かカヶヵケ箇]月)"
)
_TO_GO = re.compile(
    rf"^[^.;]{{0,40}}?\b(?:is|are|being|now|just|only|still|but)\s(?:(?:just|only|now|still|but|"
    rf"barely) )?(?P<n>{WORD_NUMBER}|an?) (?P<unit>day|week|month)s? (?:away|off|ahead|hence|"
    r"from now|distant)\b",
    re.IGNORECASE,
)
_OFF = re.compile(
    rf"^[^.;,]{{0,20}}?\b(?P<n>{WORD_NUMBER}|an?) (?P<unit>day|week|month)s? (?:away|off)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"\b(?P<n>{WORD_NUMBER}|an?) (?P<unit>day|week|month)s? "
    r"(?:to go|left|remaining|remain|away)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_ON_THE_DAY = re.compile(
    r"\b(?:to-?day|to-?night|this (?:morning|afternoon|evening))\b|"
    r"きょう|今日|本日|今夜|今晩|けさ|今朝"
)
_ROUGH_DAYS = {7: 2, 30: 7, 365: 60}
"""Nearly two weeks are so many days less than two, up to twice as many, and so on by unit."""
_JA_SLACK = 3
"""開戦から一カ月 is said in the days around that day of the month."""
_HALF_A_YEAR = 6
_UNITS = {"hour": 0, "day": 1, "night": 1, "morning": 1, "week": 7, "month": 30, "year": 365}
_JA_UNITS = {"日": 1, "週": 7}
_WEEK, _MONTH = 7, 30


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Time since an event.

    Attributes:
        days: How many days.
        slack: How many days it may be less or more.
        exact: Whether the words say "today" besides: the very day.
        span: The words with the event, in the derived text.
        months: So many months of the calendar besides.
    """

    days: int
    slack: int
    span: Span
    exact: bool = False
    months: int = 0

    def after(self, days: Days) -> Days:
        """The days that lie so long after others."""
        return Days(self._after(days.earliest), self._after(days.latest))

    def before(self, days: Days) -> Days:
        """The days that lie so long before others."""
        return replace(self, days=-self.days, months=-self.months).after(days)

    def _after(self, day: date) -> date:
        year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last)) + timedelta(days=self.days)


def time_since(page: Page, event: Span) -> Elapsed | None:
    """How long before the day of writing an event was, if the words beside it say so."""
    before = page.before(event.start)
    found = _AFTER.search(before)
    if found:
        start = event.start - len(before) + found.start()
        many, unit = count(found["n"]), _UNITS[found["unit"].lower()]
        exact = _is_on_the_day(page, event)
        said = _elapsed(many, unit, Span(start, event.end), exact=exact)
        return said and _roughly(said, unit, under=bool(found["under"]), over=bool(found["over"]))
    found = _JA_AFTER.match(page.after(event.end, 40))
    if found:
        unit = _MONTH if found["half"] else _JA_UNITS.get(found["unit"][0], _MONTH)
        many = _HALF_A_YEAR if found["half"] else number(found["n"])
        span = Span(event.start, event.end + found.end())
        said = _elapsed(many, unit, span, exact=_is_on_the_day(page, span))
        if said and said.months and said.slack > _JA_SLACK:
            said = replace(said, slack=_JA_SLACK)
        under = bool(found["under"] or found["less"])
        return said and _roughly(said, unit, under=under, over=bool(found["over"]))
    return None


def _roughly(said: Elapsed, unit: int, *, under: bool, over: bool) -> Elapsed:
    """Nearly two weeks, over a month: somewhat less or more."""
    about = _ROUGH_DAYS.get(unit, 0)
    if not about or under == over:
        return said
    return replace(said, days=said.days + (about if over else -about), slack=about)


def time_until(page: Page, event: Span) -> Elapsed | None:
    """How long after the day of writing an event was to be: "is only two days away", あと二日."""
    after = page.after(event.end, 70)
    found = _JA_TO_GO.match(after)
    if found:
        unit = _JA_UNITS.get(found["unit"][0], _MONTH)
        return _elapsed(number(found["n"]), unit, Span(event.start, event.end + found.end()))
    found = _TO_GO.match(after) or _OFF.match(after)
    if found:
        unit = _UNITS[found["unit"].lower()]
        return _elapsed(count(found["n"]), unit, Span(event.start, event.end + found.end()))
    before = page.before(event.start)
    found = _LEFT.search(before)
    if found:
        unit = _UNITS[found["unit"].lower()]
        start = event.start - len(before) + found.start()
        return _elapsed(count(found["n"]), unit, Span(start, event.end))
    return None


def _is_on_the_day(page: Page, span: Span) -> bool:
    """Whether the sentence says "today" besides."""
    sentence = page.sentence_at(span.start)
    return _ON_THE_DAY.search(page.derived.text, sentence.start, sentence.end) is not None


def _elapsed(many: int | None, unit: int, span: Span, *, exact: bool = False) -> Elapsed | None:
    if many is None:
        return None
    slack = max(0, unit // 2 - 1) if unit > 1 else 0
    if exact and unit <= _MONTH:
        slack = 0
    if unit == _MONTH:
        return Elapsed(0, slack, span, exact, months=many)
    return Elapsed(many * unit, slack, span, exact)
