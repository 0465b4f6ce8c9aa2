"""Times of which the text tells: past ones bound its date from below, coming ones from above."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.claims import Claim, exact, from_day_on, until
from usjp_reader.intake.dating.tense import is_ahead, is_past
from usjp_reader.knowledge.times import Form
from usjp_reader.knowledge.times.reckoning import said_if

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_GAP = re.compile(r",? ?(?:\(|in |on )?|[、（(]")
_CORRECTS = re.compile(
    r"\b(?:(?:earlier|previous|original) version of (?:this|the) (?:article|story|post|column)\b"
    r"[^.]{0,40}\b)?(?:misstated|gave the wrong|incorrectly (?:said|stated|gave))\b",
    re.IGNORECASE,
)
_MOST = 3
"""So many of the latest past times are thought of: one of them may be misread."""
_ROUGH = frozenset({Form.YEAR, Form.YEARS, Form.DECADE, Form.CENTURY, Form.SEASON})


def pasts(page: Page, today: date) -> list[Claim]:
    """The latest past times the text speaks of."""
    if page.read_lines:
        return []  # a clipping of a line or two: its days are stamps rather than told
    explained = {day.span for _, day in _named_beside(page)}
    found = [
        one
        for one in page.mentions
        if one.days
        and one.days.earliest <= today
        and one.span not in explained
        and not page.is_about_author(one.span.start)
        and is_past(page, one)
    ]
    found.sort(key=lambda one: one.days.earliest if one.days else date.min, reverse=True)
    claims: dict[date, Claim] = {}
    for one in found:
        assert one.days is not None
        if one.days.earliest not in claims and len(claims) < _MOST:
            rule = "past-year" if one.form in _ROUGH else "past-mention"
            claims[one.days.earliest] = from_day_on(rule, one.days, page.source(one.span), one.text)
    return list(claims.values())


def futures(page: Page, today: date) -> list[Claim]:
    """The nearest coming times the text looks ahead to."""
    found = [
        one
        for one in page.mentions
        if one.days and one.days.latest <= today and is_ahead(page, one)
    ]
    found.sort(key=lambda one: one.days.latest if one.days else date.max)
    return [
        until("coming-mention", one.days, page.source(one.span), one.text)
        for one in found[:2]
        if one.days
    ]


def corrections(page: Page) -> Iterator[Claim]:
    """A day that a note puts right is one of which the article tells: it was not before."""
    for line in page.dated_lines:
        if line.is_content:
            continue
        words = line.span.of(page.text)
        note = _CORRECTS.search(words)
        for one in page.in_line(line) if note else ():
            assert note is not None
            if one.form is Form.DAY and one.days and one.span.start > line.span.start + note.end():
                yield from_day_on("past-mention", one.days, one.span, one.text)


def captions(page: Page) -> Iterator[Claim]:
    """Days in captions: a picture is not taken after its article."""
    days = [
        one
        for paragraph in page.captions
        for one in paragraph.times
        if one.form is Form.DAY and one.days
    ]
    if days:
        one = max(days, key=lambda one: one.days.earliest if one.days else date.min)
        assert one.days is not None
        yield from_day_on("caption-date", one.days, page.source(one.span), one.text)


def next_to_today(page: Page) -> Iterator[Claim]:
    """What says "tomorrow, Sept. 8, 1951" was written on the day before."""
    for near, day in _named_beside(page):
        assert day.days is not None
        written = said_if(near, day.days)
        if written is None:
            continue
        span = page.source(Span(near.span.start, day.span.end))
        yield exact("today-named", written, span, span.of(page.text))


def _named_beside(page: Page) -> Iterator[tuple[Expression, Expression]]:
    """Relative expressions with the date that explains them: "this year, in January 1993"."""
    for paragraph in page.body[:4]:
        for near, day in pairwise(paragraph.times):
            gap = page.derived.text[near.span.end : day.span.start]
            if day.days is None or near.form is not Form.NEAR or near.shift is None:
                continue
            if not near.shift.from_text and near.shift.count in (-1, 0, 1) and _GAP.fullmatch(gap):
                yield near, day
