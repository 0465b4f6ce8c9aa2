"""Month first or day first: how figures are read on a page, by the other dates on it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.knowledge.times import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.articles import Container
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

_AMERICAN_PLACE = re.compile(
    r"\b(?:en[-_]US|USA|U\.S\.|United States|New York|Washington|Chicago|Boston|"
    r"Los Angeles|San Francisco|Philadelphia|Honolulu|Seattle|California|Hawaii|Texas|, [A-Z]{2}$)"
)
_OTHER_PLACE = re.compile(
    r"\b(?:en[-_](?:GB|AU|NZ|IE|IN|SG)|United Kingdom|UK|London|Manchester|Edinburgh|Oxford|"
    r"Australia|Sydney|Melbourne|Canberra|New Zealand|Wellington|Auckland|"
    r"India|Singapore|Dublin|Ireland)\b"
)
_SHORT_YEAR = re.compile(r"['’‘]\d\d$")
_CENTURY_AGO = 2001
_OLD_DAYS = re.compile(
    r"\bS\.S\.|\bper steamer|\b(?:inst|prox|ult)\.|\bYedd?o\b|\bTokio\b|\bcablegram|\btelegraph\b|"
    r"\b[Rr]aw silk|\bEsq\.|\bLegation\b|\bH\.M\.S\.|\bsteamship|\bMikado\b|\bCzar\b|\bFormosa\b"
)
_NEW_DAYS = re.compile(r"https?:|www\.|@\w|\b20[0-3]\d\b|\binternet\b|\bonline\b", re.IGNORECASE)
_SIGNS = 2
"""So many signs of the days of steamers make '07 the year 1907."""
_OTHER_HOST = re.compile(r"//[^/]+\.(?:uk|au|nz|ie|in|sg|de|fr|nl|it|es)(?=[:/]|$)")


def readings(page: Page, one: Expression) -> tuple[Days, ...]:
    """What a date in figures may mean here: other dates on the page show the custom."""
    if one.days is None or not one.others:
        return (one.days,) if one.days else ()
    custom = "year first" if _is_short(one) and _KANA.search(page.text) else custom_on(page)
    if custom:
        for days in (one.days, *one.others):
            if _reads_as(one.text, days) == custom:
                return (days,)
    return (one.days,) if one.exact else tuple(sorted({one.days, *one.others}))


def custom_of(container: Container) -> str:
    """Month first or day first, by the country in a container's place, language or address."""
    get = container.metadata.get
    place = " ".join(get(name) or "" for name in ("publisher-place", "archive-place", "language"))
    address = get("URL") or ""
    if _AMERICAN_PLACE.search(place):
        return "month first"
    if _OTHER_PLACE.search(place) or _OTHER_HOST.search(address):
        return "day first"
    return ""


def chosen(written: str, readings: Sequence[Days], custom: str) -> tuple[Days, ...]:
    """The reading that the custom asks for, or all of them in order where none is known."""
    for days in readings if custom else ():
        if _reads_as(written, days) == custom:
            return (days,)
    return tuple(sorted(set(readings)))


def custom_on(page: Page) -> str:
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
                seen[_reads_as(one.text, one.days)] += 1
    if seen:
        return seen.most_common(1)[0][0]
    british, american = _BRITISH.search(page.text), _AMERICAN.search(page.text)
    if bool(british) == bool(american):
        return ""
    return "day first" if british else "month first"


def in_century(text: str, times: Sequence[Expression]) -> Sequence[Expression]:
    """The expressions of a text, '07 taken for 1907 where it speaks of steamers and telegraphs."""
    short = [one for one in times if _is_recent(one)]
    if not short or _NEW_DAYS.search(text):
        return times
    if len({found.group().lower() for found in _OLD_DAYS.finditer(text)}) < _SIGNS:
        return times
    return [_century_before(one) if _is_recent(one) else one for one in times]


def _is_recent(one: Expression) -> bool:
    is_short = one.days is not None and _SHORT_YEAR.search(one.text) is not None
    return is_short and one.days is not None and one.days.earliest.year >= _CENTURY_AGO


def _century_before(one: Expression) -> Expression:
    assert one.days is not None
    ends = [
        day.replace(year=day.year - 100, day=min(day.day, 28) if day.month == 2 else day.day)
        for day in (one.days.earliest, one.days.latest)
    ]
    return replace(one, days=Days(*ends))


def _is_short(one: Expression) -> bool:
    """Whether the year has two figures."""
    return re.fullmatch(r"\d\d[/.-]\d\d[/.-]\d\d", one.text) is not None


def _reads_as(written: str, days: Days) -> str:
    parts = re.findall(r"\d+", written)[:3]
    day = days.earliest
    if [int(part) for part in parts] == [day.year % 100, day.month, day.day]:
        return "year first"
    if [int(part) for part in parts[:2]] == [day.month, day.day]:
        return "month first" if day.month != day.day else ""
    return "day first" if [int(part) for part in parts[:2]] == [day.day, day.month] else ""
