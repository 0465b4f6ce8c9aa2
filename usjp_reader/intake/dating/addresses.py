"""Dates in metadata, in the name of the file and in addresses of web pages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days, Where
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.claims import Claim, exact, until, widened
from usjp_reader.intake.dating.customs import chosen, custom_of, custom_on
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.knowledge.times import Form, expressions_in
from usjp_reader.knowledge.times.expressions import day_of, month_of, years_of
from usjp_reader.knowledge.times.handed import handed_readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.articles import Container
    from usjp_reader.domain.texts import Line
    from usjp_reader.intake.dating.pages import Page

_YMD = r"(1[89]\d\d|20\d\d)(?:{sep}(0?[1-9]|1[0-2])(?:{sep}(0?[1-9]|[12]\d|3[01]))?)?"
_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(1[89]\d\d|20\d\d)(?:[-_./年]?(0[1-9]|1[0-2])(?:[-_./月]?(0[1-9]|[12]\d|3[01]))?)?"
    r"(?=$|[^0-9A-Za-z]|T\d)"
)
_IN_PATH = re.compile(
    r"/(1[89]\d\d|20\d\d)(?:[-/]?(0?[1-9]|1[0-2]|[a-z]{3})(?:[-/]?(0?[1-9]|[12]\d|3[01]))?)?(?=[/_.-]|$)"
)
_PACKED = re.compile(
    r"(?<![0-9])(1[89]\d\d|20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{6})?(?![0-9])"
)
_SHORT = re.compile(r"/([0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/")
"""The figures of a day without its century: news/150429/plt.html."""
_MONTH_FOLDER = re.compile(
    r"/(1[89]\d\d|20\d\d)[-/](0[1-9]|1[0-2])/(?:\2)?(0[1-9]|[12]\d|3[01])(?=[\D]|$)"
)
"""A folder for the month, then the day: archives/1997-09/0923guidelines.htm."""
_MONTH_PAGE = re.compile(r"/(1[89]\d\d|20\d\d)[-/]?(0[1-9]|1[0-2])\.\w{3,5}#\D{0,4}(\d{1,2})(?!\d)")
"""A page for the month with a mark for the day: archives/2006-06.html#d29."""
_PARAMETERS = re.compile(
    r"[?&]y{1,4}(?:ear)?=((?:19|20)\d\d)&m{1,2}(?:onth)?=(\d{1,2})&d{1,2}(?:ay)?=(\d{1,2})"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S+")
_BOUNDS = {
    "modified": "changed-until",
    "accessed": "saved-until",
    "archived": "saved-until",
    "made": "made-until",
}
"""Dates that a container states of itself: what was published later was not in it."""
_PRINTED_BEFORE = 31
"""Days by which a file of a printer may be older than what is printed from it."""
_MOST_DAYS = 31
_OTHER_PAGE = frozenset({"related-links", "recommended", "link-list"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def from_container(container: Container, page: Page) -> Iterator[Claim]:
    """What front matter or other metadata state; 01/05/1972 by the custom of its country."""
    readings = handed_readings(container.published) if container.published else ()
    if readings and container.published:
        custom = custom_of(container) or (custom_on(page) if len(readings) > 1 else "")
        ranges = chosen(container.published, readings, custom)
        says = Days(ranges[0].earliest, ranges[-1].latest)
        stated = rule_named("metadata-date")
        yield Claim(stated, says, ranges, None, container.published, where=Where.METADATA)
    bounds = (*container.aside, ("accessed", container.metadata.get("accessed") or ""))
    for name, written in bounds:
        rule, days = _BOUNDS.get(name), read_date(written)
        if rule and days:
            latest = days if rule != "made-until" else widened(days, 0, _PRINTED_BEFORE)
            yield replace(until(rule, latest, None, written, where=Where.METADATA), says=days)


def read_date(written: str) -> Days | None:
    """The days that a metadata value names, from the first that it may mean to the last."""
    found = handed_readings(written)
    if not found:
        return None
    return Days(min(one.earliest for one in found), max(one.latest for one in found))


def from_name(name: str) -> Iterator[Claim]:
    """A date in the name of the file or its folders; the last part that has one counts."""
    for part in reversed(name.replace("\\", "/").split("/")):
        found = _IN_NAME.search(part)
        days = _days(found) if found else _in_words(part)
        if days:
            rule = "filename-date" if days.earliest.year == days.latest.year else "filename-year"
            if (days.latest - days.earliest).days > 31:
                rule = "filename-year"
            yield exact(rule, days, None, part, where=Where.FILENAME)
            return


def _in_words(part: str) -> Days | None:
    """A date written out in a name: obama-may-27-2016.txt, 平成25年2月22日.txt."""
    words = re.sub(r"[-_.\s]+", " ", part).title()
    found = [one for one in expressions_in(words) if one.form in (Form.DAY, Form.MONTH)]
    return found[0].days if found else None


def from_url(container: Container) -> Iterator[Claim]:
    """A date in the address of the page."""
    address = container.metadata.get("URL")
    days = days_in(address) if address else None
    if days and address:
        rule = "url-date" if (days.latest - days.earliest).days <= 31 else "url-year"
        yield exact(rule, days, None, address, where=Where.URL)


def from_addresses(page: Page) -> Iterator[Claim]:
    """A line of the page that is little else than the address of the page itself."""
    for line in page.lines:
        if line.is_content and len(page.lines) > 1:
            continue
        found = _own_address(page, line)
        days = days_in(found.group()) if found else None
        if found and days and (days.latest - days.earliest).days <= _MOST_DAYS:
            span = Span(line.span.start + found.start(), line.span.start + found.end())
            yield exact("text-url-date", days, span, found.group())


def _own_address(page: Page, line: Line) -> re.Match[str] | None:
    words = line.span.of(page.text)
    if "/" not in words or "." not in words or line.rule in _OTHER_PAGE or len(words) > 200:
        return None
    found = _ADDRESS.search(words)
    if found is None:
        return None
    return found if len(words) - len(found.group()) <= 40 else None


def days_in(address: str) -> Days | None:
    """The day, month or year that an address carries in its path, or a day among its parameters."""
    found = _IN_PATH.search(address)
    days = _days(found) if found else None
    if days and days.earliest == days.latest:
        return days
    for pattern in (_PACKED, _PARAMETERS, _MONTH_PAGE, _MONTH_FOLDER):
        other = pattern.search(address)
        if other and (day := _days(other)):
            return day
    short = _SHORT.search(address)
    if short:
        year, month, number = (int(part) for part in short.groups())
        return day_of(2000 + year, month, number) or days
    return days


def _days(found: re.Match[str]) -> Days | None:
    written, month, day = found.groups()[:3]
    year = int(written)
    number = (
        _MONTHS.index(month) + 1
        if month in _MONTHS
        else int(month or 0)
        if _is_number(month)
        else 0
    )
    if day and number:
        return day_of(year, number, int(day))
    return month_of(year, number) if number else years_of(year)


def _is_number(written: str | None) -> bool:
    return written is not None and written.isdigit()
