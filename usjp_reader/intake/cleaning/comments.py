"""Readers' comments: where a thread begins and ends, told by its header or by its shape."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.phrases import Mark
    from usjp_reader.intake.cleaning.rows import Unit

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?"
_STAMP = re.compile(
    rf"^.{{0,64}}?\b(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|"
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
    rf"[\s,·@-]{{0,4}}(?:at )?{_TIME}",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_HOUR = re.compile(r"\d[:.]\d")
"""Every stamp holds one: a search that is soon done."""
_AGO = re.compile(
    r"^(?:\W{0,3}[\w.@'’ -]{2,40}\W{1,4})?(?:about |over )?(?:\d{1,3}|an?) "
    r"(?:second|minute|min|hour|hr|day|week|month|year)s? ago\b.{0,30}$",
    re.IGNORECASE,
)
_JA_STAMP = re.compile(
    r"^.{0,60}(?:\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?\s*(?:[（(].{1,3}[)）])?\s*\d{1,2}[:時]\d\d|"
    r"\d{1,3}\s?(?:分|時間|日|か月|ヶ月|年)前)"
)
_VOTES = re.compile(r"^[•·\-+▲▼△▽↑↓👍👎\s]{0,6}[+-]?\d{1,4}(?:\s?[/|]\s?\d{1,4})?$")
_BULLET_VOTES = re.compile(r"^[•·]\s{0,6}[+-]?\d{1,4}$")
_BULLET_NAME = re.compile(r"^[•·]\s{0,6}[\w.@-]{3,24}$")
_REPLY = re.compile(
    r"^(?:reply|replies|report|flag|like|likes|dislike|quote|edit|delete|permalink|link|upvote|"
    r"downvote|vote|helpful|agree|disagree|recommend(?:ed)?|share|in reply to .{1,40}|"
    r"\d+ (?:replies|reply|likes?|recommend(?:s|ed)?|votes?|people like this)|返信|返信する|通報|"
    r"通報する|違反報告|いいね|なるほど|うーん|参考になった|そう思う|そう思わない|共感した)"
    r"(?:\s?[·•|(\s]\s?(?:reply|report|flag|like|share|\d+|返信|通報)\)?){0,6}\W{0,2}$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^[\w.@'’ -]{2,40} (?:says|said|wrote|writes|commented|posted|replied)(?: (?:on|at)"
    r" .{4,50})?:$"
    r"|^(?:posted|submitted|comment|commented) by:? .{2,40}$",
    re.IGNORECASE,
)
_NEAR = 6
_LONGEST_SIGNAL = 120
_LONG_TEXT, _FEWEST_TEXTS = 18, 3
_SHARE = frozenset({"share", "link", "like"})
"""Posts of a running report have such buttons, too."""
_FURNITURE = frozenset({"login", "newsletter", "consent", "advertisement", "recommended"})


def is_signal(text: str) -> bool:
    """Whether a line is of the kind that only threads have: who wrote when, votes, "Reply"."""
    if len(text) > _LONGEST_SIGNAL:
        return _is_stamped(text[:120]) and any(map(str.isdigit, text[:80]))
    if _BULLET_NAME.match(text) or _REPLY.match(text) or _SAYS.match(text) or _is_ago(text):
        return True
    return _DIGIT.search(text) is not None and bool(
        _BULLET_VOTES.match(text)
        or (_is_stamped(text) and not text.lower().startswith(("published", "updated", "posted:")))
        or _JA_STAMP.match(text)
    )


def _is_ago(text: str) -> bool:
    return "ago" in text.lower() and _AGO.match(text) is not None


def _is_stamped(text: str) -> bool:
    return _HOUR.search(text) is not None and _STAMP.match(text) is not None


def comments_start(units: list[Unit], first: int) -> int | None:
    """The unit with which readers' comments begin, or None.

    Args:
        units: All units.
        first: Index after the first paragraphs; what stands before is no thread.
    """
    signals = [at for at in range(first, len(units)) if is_signal(units[at].text)]
    opening = [at for at in signals if units[at].text.casefold() not in _SHARE]
    by_shape = next((a for a, b in pairwise(opening) if b - a <= _NEAR), None)
    headers = (at for at in range(first, len(units)) if _is_start(units[at].mark))
    by_header = next((at for at in headers if not _is_box(units, at, signals)), None)
    by_indent = next((at for at in range(first, len(units)) if _is_nested(units, at)), None)
    starts = [at for at in (by_shape, by_header, by_indent) if at is not None]
    if not starts:
        return None
    return _with_name(units, min(starts))


def _is_box(units: list[Unit], header: int, signals: list[int]) -> bool:
    """Whether "Have your say" only heads a box, and the article goes on below it.

    A thread shows who wrote when; below a box there are paragraphs, and nothing of that kind.
    """
    if any(at > header for at in signals):
        return False
    below = range(header + 1, len(units))
    end = next((at for at in below if _ends(units, at)), len(units))
    texts = [unit for unit in units[header + 1 : end] if unit.prose and not unit.mark]
    long = sum(1 for unit in texts if unit.words >= _LONG_TEXT)
    return long >= _FEWEST_TEXTS and long * 2 > end - header - 1 - len(texts)


def _is_nested(units: list[Unit], at: int) -> bool:
    """A nickname behind a bullet with an indented paragraph below."""
    if at + 1 >= len(units) or not _BULLET_NAME.match(units[at].text):
        return False
    row = units[at + 1].rows[0]
    return units[at + 1].prose and len(row.span) - len(row.text) >= 2


def _is_start(mark: Mark | None) -> bool:
    return mark is not None and mark.comments == "start"


def _with_name(units: list[Unit], start: int) -> int:
    """A nickname alone on the line before belongs to the thread."""
    before = start - 1
    if (
        before > 0
        and units[before].mark is None
        and units[before].kind is None
        and units[before].words <= 2
        and not units[before].ended
        and not _is_start(units[start].mark)
        and not _VOTES.match(units[start].text)
    ):
        return before
    return start


def label_comments(units: list[Unit], start: int) -> int:
    """Settle the thread that begins at `start`; the index of the first unit after it."""
    at = start
    while at < len(units):
        unit, mark = units[at], units[at].mark
        if _ends(units, at):
            return at
        is_part = at > start and is_signal(unit.text)
        if not is_part and mark is not None and (mark.comments or mark.rule in _FURNITURE):
            unit.become(mark.kind, mark.rule)
        else:
            unit.become(LineKind.COMMENT, "comment-thread")
        at += 1
    return at


def _ends(units: list[Unit], at: int) -> bool:
    """Whether the page's foot begins here, and no further comments follow."""
    mark = units[at].mark
    if mark is None:
        return False
    is_end = mark.comments == "end" or mark.tail or mark.block or mark.kind is LineKind.COPYRIGHT
    if not is_end or is_signal(units[at].text):
        return False
    following = range(at + 1, min(len(units), at + 40))
    return sum(1 for other in following if is_signal(units[other].text)) < 2
