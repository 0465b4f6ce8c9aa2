"""How soon after an event a text can have been written: 翌日, 日本時間, "of this week"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.intake.dating.claims import joined, plus
from usjp_reader.knowledge.times import Form, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.intake.dating.told import Told
    from usjp_reader.knowledge.times import Expression

_NEXT_DAY = re.compile(
    r"\b[Tt]he (?:next|following) (?:day|morning|afternoon|evening)\b|翌日|翌朝|一夜明け"
)
_SAME_DAY = re.compile(
    r"\b(?:to-?day|to-?night|this (?:morning|afternoon|evening))\b|"
    r"\((?:AP|UPI?|AFP|Reuters|Kyodo|Bloomberg)\)|\b(?:Reuters|Kyodo|AFP)\) ?[-—–]",
    re.IGNORECASE,
)
_OPENING = 5
_COLUMN = 3
"""Paragraphs of a column at least."""
_DATELINE = re.compile(
    r"\W{0,3}[A-Z][A-Za-z.’']+(?:[ ,]+[A-Z][A-Za-z.’']*){0,5}\.? ?(?:\([^)]{2,24}\) ?)?[-—–]"
)
_REACH = 600
"""Letters behind an event within which "the next morning" is that after it."""
_THIS_WEEK = re.compile(r"\b(?:of )?this week\b")
_WEEKEND = re.compile(r"\b(?:over|at|during|last|the|this past) weekend\b|週末", re.IGNORECASE)
_SENTENCE_BEFORE = 120
_LONGEST = 4
_SATURDAY = 5
_WORKDAYS = 5


def days_later(page: Page, one: Told, times: Sequence[Expression]) -> int:
    """How many days at least lie between an event and the writing of a text that tells it.

    Args:
        page: The page.
        one: The event.
        times: The expressions in its sentence.
    """
    text = page.derived.text
    sentence = page.sentence_at(one.span.start)
    words = sentence.of(text)
    if "日本時間" in words:
        return 1  # the morning after it in the time of Japan
    if any(_is_of_month(time) for time in times):
        return 1  # on the day itself it is "today"
    if _THIS_WEEK.search(words) and any(time.form is Form.WEEKDAY for time in times):
        return 1
    if _is_no_dispatch(page) and any(is_told_weekday(page, time) for time in times[:1]):
        return 1  # on the day itself it is "today", and what is printed is read on the morrow
    behind = text[one.span.end : one.span.end + _REACH]
    return 1 if page.is_news and _NEXT_DAY.search(behind) else 0


def _is_no_dispatch(page: Page) -> bool:
    """Whether a text is a column or a letter rather than a dispatch or a paragraph of news."""
    return len(page.body) >= _COLUMN and _DATELINE.match(page.body[0].text) is None


def is_told_weekday(page: Page, time: Expression) -> bool:
    """Whether a text tells in English what was on a weekday, and its opening says no "today".

    What agencies send is of the day itself, whatever they call it.
    """
    if time.form is not Form.WEEKDAY or time.text[-1] > "\u3000":
        return False
    return not any(_SAME_DAY.search(paragraph.text) for paragraph in page.told[:_OPENING])


def _is_of_month(time: Expression) -> bool:
    shift = time.shift
    if time.form is not Form.DAY_ONLY or shift is None:
        return False
    return time.text.startswith("去") or (shift.unit is Unit.MONTH and shift.count <= 0)


def after_weekend(page: Page, one: Told) -> tuple[Days, ...]:
    """The week in which a text is written that tells of an event "over the weekend"."""
    text = page.derived.text
    sentence = page.sentence_at(one.span.start)
    if not _WEEKEND.search(text, max(0, sentence.start - _SENTENCE_BEFORE), sentence.end):
        return ()
    return joined(
        Days(plus(monday, 0), plus(monday, _WORKDAYS))
        for days in one.days
        if (monday := _monday_after(days))
    )


def _monday_after(days: Days) -> date | None:
    """The Monday after some short days that lie at a weekend in part; None for others."""
    if (days.latest - days.earliest).days > _LONGEST:
        return None
    each = (plus(days.earliest, at) for at in range((days.latest - days.earliest).days + 1))
    last = max((day for day in each if day.weekday() >= _SATURDAY), default=None)
    return plus(last, 7 - last.weekday()) if last else None


def from_on(ranges: Sequence[Days], first: date) -> tuple[Days, ...]:
    """The part of some days that does not lie before a day."""
    return tuple(
        Days(max(days.earliest, first), days.latest) for days in ranges if days.latest >= first
    )
