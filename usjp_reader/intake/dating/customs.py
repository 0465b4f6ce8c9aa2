"""Month first or day first: how figures are read on a page, by the other dates on it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from usjp_reader.knowledge.times import Form

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_KANA = re.compile("[\u3041-\u30fa]")
_BRITISH = re.compile(
    r"\b(?:colour|honour|labour|favour|harbour|neighbour|programme|centre|defence|theatre|grey)",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"\b(?:color|honor|labor|favor|neighbor|center|defense|theater)s?\b|, [A-Z]{2}\b|\$\d"
)


def readings(page: Page, one: Expression) -> tuple[Days, ...]:
    """What a date in figures may mean here: other dates on the page show the custom."""
    if one.days is None or not one.others:
        return (one.days,) if one.days else ()
    custom = "year first" if _is_short(one) and _KANA.search(page.text) else _custom(page)
    if custom:
        for days in (one.days, *one.others):
            if _reads_as(one, days) == custom:
                return (days,)
    return (one.days,) if one.exact else tuple(sorted({one.days, *one.others}))


def _custom(page: Page) -> str:
    """Month first or day first, where dates on the page can only be read one way."""
    seen: Counter[str] = Counter()
    for line in page.lines:
        if line.span.end - line.span.start > 400:
            continue
        words = line.span.of(page.text)
        if not re.search(r"\d[/.-]\d", words):
            continue
        for one in page.in_line(line):
            if (
                one.form is Form.DAY
                and one.days
                and not one.others
                and re.match(r"\d{1,2}[/.-]", one.text)
            ):
                seen[_reads_as(one, one.days)] += 1
    if seen:
        return seen.most_common(1)[0][0]
    british, american = _BRITISH.search(page.text), _AMERICAN.search(page.text)
    if bool(british) == bool(american):
        return ""
    return "day first" if british else "month first"


def _is_short(one: Expression) -> bool:
    """Whether the year has two figures."""
    return re.fullmatch(r"\d\d[/.-]\d\d[/.-]\d\d", one.text) is not None


def _reads_as(one: Expression, days: Days) -> str:
    parts = re.findall(r"\d+", one.text)
    day = days.earliest
    if [int(part) for part in parts] == [day.year % 100, day.month, day.day]:
        return "year first"
    if [int(part) for part in parts[:2]] == [day.month, day.day]:
        return "month first" if day.month != day.day else ""
    return "day first" if [int(part) for part in parts[:2]] == [day.day, day.month] else ""
