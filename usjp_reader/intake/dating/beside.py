"""Which expressions of time stand beside an event, and what they say of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.knowledge.times import Form, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.spans import Span
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.intake.dating.told import Told
    from usjp_reader.knowledge.times import Expression

_REACH = 150
_BESIDE = 16
_CLAUSE = re.compile(r"[;:—]|, (?:having|and|but|while|which|who|where|when|after|before|as)\b|。")
_RELATIVE = re.compile(r"^,? (?:which|who|where|when|that)\b")
_OPENS = re.compile(r",? (?:after|before|during|at|when) (?:the |his |her )?(?:[\w'’-]+ ){0,2}")
"""Next Friday, after the summit: the time stands right before what it is counted by."""
_ANNOUNCED = re.compile(r"\bthat\b.*\b(?:will|would)\b")
_ATTRIBUTE = re.compile(r"[ ,]*(?:(?:of|from|dated) )?")
_BARE = re.compile(r",? ?\(?(?:on )?|[、（(]?")


def in_one_clause(page: Page, one: Told, time: Expression) -> bool:
    """Whether nothing between an event and a time begins another clause."""
    first, last = sorted((one.span, time.span))
    gap = page.derived.text[first.end : last.start]
    if first == one.span:
        gap = _RELATIVE.sub("", gap)
    elif _OPENS.fullmatch(gap):
        return True
    elif _ANNOUNCED.search(gap):
        return False  # "announced this week that he will go": the week is that of the word
    return _CLAUSE.search(gap) is None


def is_explained(page: Page, time: Expression, times: Sequence[Expression]) -> bool:
    """Whether a day only explains another word: "tomorrow, May 15"."""
    return any(
        other.form is Form.NEAR
        and other.shift is not None
        and other.shift.unit is Unit.DAY
        and other.span.end <= time.span.start
        and _BARE.fullmatch(page.derived.text[other.span.end : time.span.start])
        for other in times
    )


def beside(page: Page, one: Told) -> list[Expression]:
    """The expressions in the sentence of an event, the nearest first."""
    if one.span not in page.near:
        page.near[one.span] = _beside(page, one)
    return page.near[one.span]


def _beside(page: Page, one: Told) -> list[Expression]:
    sentence = page.sentence_at(one.span.start)
    near = [
        time
        for time in page.mentions
        if sentence.start <= time.span.start < sentence.end
        and not time.span.overlaps(one.span)
        and _gap(time.span, one.span) <= _REACH
    ]
    is_japanese = page.derived.text[one.span.end - 1] > "\u3000"
    return sorted(
        near,
        key=lambda time: (
            # 昨夜倒れた大統領は、けさ…: what stands before an event in Japanese belongs to it.
            not (is_japanese and 0 <= one.span.start - time.span.end <= _BESIDE),
            _gap(time.span, one.span),
        ),
    )


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def is_told_on(page: Page, one: Told, time: Expression) -> bool:
    """Whether a day such as "April 27" tells when it was, and is not part of how it is called.

    "The April 27 statement" and "the statement of April 27" are spoken of for long; and what tells
    no news names days of weeks ago.
    """
    first, last = sorted((one.span, time.span))
    gap = page.derived.text[first.end : last.start]
    return page.is_news and _ATTRIBUTE.fullmatch(gap) is None
