"""Parts of longer times: "early 1970s", "late 2008", 1970年代前半, 上旬."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.times.expressions import Expression, Form, months_of, years_of

_BEFORE = re.compile(
    r"\b(?:the )?(?P<q>[Ee]arly|[Mm]id|[Ll]ate|[Mm]iddle|[Ee]nd|[Bb]eginning|[Ss]tart)"
    r"(?: (?:part|months|days) of| of)?(?: the)?[ -]$"
)
_AFTER = re.compile(r"の?(?P<q>上旬|中旬|下旬|初頭|初め|はじめ|前半|半ば|なかば|中頃|後半|末)")
_EARLY = frozenset({"early", "beginning", "start", "上旬", "初頭", "初め", "はじめ", "前半"})
_LATE = frozenset({"late", "end", "下旬", "後半", "末"})
_WIDE = frozenset({Form.MONTH, Form.YEAR, Form.DECADE, Form.CENTURY})


def qualified(text: str, one: Expression) -> Expression:
    """The same with the words beside it that name a part of it, and its days narrowed."""
    if one.days is None or one.form not in _WIDE:
        return one
    if one.text[-1] > "\u2fff":
        found = _AFTER.match(text, one.span.end)
        span = Span(one.span.start, found.end()) if found else one.span
    else:
        found = _BEFORE.search(text, max(0, one.span.start - 24), one.span.start)
        span = Span(found.start(), one.span.end) if found else one.span
    if found is None:
        return one
    days = _part(one.days, one.form, found["q"].lower())
    return replace(one, span=span, text=span.of(text), days=days or one.days)


def _part(days: Days, form: Form, word: str) -> Days | None:
    """The first, the middle or the last third, in whole years, months or days."""
    third = 0 if word in _EARLY else 2 if word in _LATE else 1
    first = days.earliest
    if form is Form.MONTH:
        starts = (1, 11, 21)
        end = (10, 20, days.latest.day)[third]
        return Days(first.replace(day=starts[third]), date(first.year, first.month, end))
    if form is Form.YEAR:
        return months_of(first.year, 1 + 4 * third, 4)
    step = 3 if form is Form.DECADE else 33
    start = first.year + step * third
    last = days.latest.year if third == 2 else start + step
    return years_of(start, last)
