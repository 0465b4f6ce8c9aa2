"""How long after an event a text was written: "three days after the earthquake", 発足から二週間."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.times.english_words import WORD_NUMBER, count
from usjp_reader.knowledge.times.numerals import NUMERALS, number

if TYPE_CHECKING:
    from usjp_reader.intake.dating.pages import Page

_AFTER = re.compile(
    rf"(?P<n>{WORD_NUMBER}|an?) (?P<unit>hour|day|night|morning|week|month|year)s? "
    r"(?:after|since|have passed since)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_JA_AFTER = re.compile(
    rf"^[^。、]{{0,14}}?(?:から|後|以来|より)[、]?(?:もう|まもなく|間もなく|すでに|ちょうど|きょうで)?"
    rf"(?P<n>[0-9]{{1,3}}|[{NUMERALS}]{{1,4}})(?P<unit>日|週間|[かカヶヵケ箇]月)"
    r"(?:が|を|で(?![0-9一二三四五六七八九十百]{1,4}(?:周)?年)|目|ぶり|後|余|、|もた|たっ|経|にな|となる)"
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
    """

    days: int
    slack: int
    span: Span
    exact: bool = False


def time_since(page: Page, event: Span) -> Elapsed | None:
    """How long before the day of writing an event was, if the words beside it say so."""
    before = page.before(event.start)
    found = _AFTER.search(before)
    if found:
        start = event.start - len(before) + found.start()
        many, unit = count(found["n"]), _UNITS[found["unit"].lower()]
        exact = _is_on_the_day(page, event)
        return _elapsed(many, unit, Span(start, event.end), exact=exact)
    found = _JA_AFTER.match(page.after(event.end, 40))
    if found:
        unit = _JA_UNITS.get(found["unit"][0], _MONTH)
        span = Span(event.start, event.end + found.end())
        return _elapsed(number(found["n"]), unit, span, exact=_is_on_the_day(page, span))
    return None


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
    return Elapsed(many * unit, 0 if exact and unit <= _WEEK else slack, span, exact)
