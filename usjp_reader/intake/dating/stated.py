"""Dates that a page or its container gives as its own: lines, datelines, metadata, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days, Edtf, Where
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.credits import DATELINE, MIXED_DATELINE, YEAR_DATELINE
from usjp_reader.intake.dating.claims import Claim
from usjp_reader.knowledge.times import expressions_in
from usjp_reader.knowledge.times.expressions import Expression, Form, day_of, month_of, years_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.articles import Container
    from usjp_reader.domain.texts import Line
    from usjp_reader.intake.dating.pages import Page

_UPDATED = re.compile(
    r"^\W*(?:last )?(?:updated?|modified|revised|更新|最終更新|改訂)", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"publish|post|issued|filed|created|公開|配信|掲載|発行|発表", re.IGNORECASE
)
_HEAD_LINE = 140
_OTHERS = frozenset(
    {
        "related-links",
        "recommended",
        "link-list",
        "comment-thread",
        "copyright",
        "front-matter",
        "export-field",
        "export-summary",
    }
)
_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(1[89]\d\d|20\d\d)(?:[-_./年]?(0[1-9]|1[0-2])(?:[-_./月]?(0[1-9]|[12]\d|3[01]))?)?(?=$|[^0-9A-Za-z])"
)
_IN_URL = re.compile(
    r"/(1[89]\d\d|20\d\d)(?:[-/]?(0?[1-9]|1[0-2])(?:[-/]?(0?[1-9]|[12]\d|3[01]))?)?(?=[/_.-]|$)"
)
_JA_HEAD = re.compile(r"^[【［\[〔]([^】］\]〕]{2,30})[】］\]〕]")


def from_container(container: Container) -> Iterator[Claim]:
    """What front matter or other metadata state."""
    if container.published:
        days = read_date(container.published)
        if days:
            yield _placed("metadata-date", days, container.published, Where.METADATA, 0.98)


def read_date(written: str) -> Days | None:
    """The days that a metadata value names: EDTF, ISO with a time, or words in either language."""
    try:
        return Edtf.parse(written.strip()).days
    except ValueError:
        pass
    found = [one for one in expressions_in(written) if one.days]
    return found[0].days if found else None


def _placed(rule: str, days: Days, text: str, where: Where, weight: float) -> Claim:
    return Claim(rule, days, None, text, weight, days.earliest, days.latest, where)


def from_lines(page: Page) -> Iterator[Claim]:
    """Lines that say when the page was published, the surest first."""
    claims = [claim for line in page.lines if (claim := _of_line(page, line))]
    yield from sorted(claims, key=lambda claim: -claim.weight)


def _of_line(page: Page, line: Line) -> Claim | None:
    words = line.span.of(page.text)
    if len(words) > _HEAD_LINE or _CONSULTED.match(words):
        return None
    if line.kind in (LineKind.DATELINE, LineKind.BYLINE):
        return _of_slug(line, words) or _of_dateline(page, line)
    is_above = line.number < page.first_body
    if not is_above and not (line.number == page.first_body and len(page.body) == 1):
        return None
    if line.rule in _OTHERS:
        return None
    return _of_page_head(page, line, words)


def _of_page_head(page: Page, line: Line, words: str) -> Claim | None:
    """A date at the head of the page, or of the issue it stands in."""
    found = [one for one in page.in_line(line) if one.form in (Form.DAY, Form.MONTH)]
    if not found:
        return None
    one = found[0]
    is_issue = _ISSUE.search(words) is not None or one.span.end >= line.span.start + len(
        words.rstrip(" .)）")
    )
    is_plain = line.kind in (LineKind.BOILERPLATE, LineKind.CREDIT, LineKind.STANDFIRST)
    if one.form is Form.DAY and is_plain:
        return _claim("page-date", one, 0.8)
    is_heading = words[-1:] not in ".。" and len(words) <= 90
    if (
        is_issue
        and is_heading
        and (is_plain or _ISSUE.search(words) or line.number == page.first_body)
    ):
        return _claim("issue-date", one, 0.75)
    return None


_CONSULTED = re.compile(
    r"^\W*(?:accessed|retrieved|last accessed|date accessed|downloaded|archived|viewed|"
    r"閲覧|資料閲覧|最終閲覧|取得|アクセス)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\b(?:issue|edition|vol\.|volume|no\.|number)\b|[月年日]\s?号|増刊", re.IGNORECASE
)
_SLUG = re.compile(r"^[A-Z]{2,4}-[A-Z]{2,3}-(\d\d)-(\d\d)-(\d\d)\b")


def _of_slug(line: Line, words: str) -> Claim | None:
    """The foot of a wire story: AP-NY-06-28-95 1847EDT."""
    found = _SLUG.match(words)
    if not found:
        return None
    month, day, year = (int(part) for part in found.groups())
    days = day_of(year + (1900 if year > 40 else 2000), month, day)
    span = Span(line.span.start + found.start(), line.span.start + found.end())
    return Claim.exact("wire-date", days, span, found.group(), 0.93) if days else None


def _of_dateline(page: Page, line: Line) -> Claim | None:
    found = [one for one in page.in_line(line) if one.form in (Form.DAY, Form.MONTH)]
    if not found:
        return None
    words = line.span.of(page.text)
    is_update = _UPDATED.match(words) and not _PUBLISHED.search(words[: len(words) // 2 + 8])
    is_own = line.rule == "published-line" or line.kind is LineKind.BYLINE
    is_below = line.number > page.first_body
    rule = "updated-line" if is_update else "published-line" if is_own else "date-line"
    weight = {"updated-line": 0.9, "published-line": 0.97, "date-line": 0.95}[rule]
    one = next((one for one in found if one.form is Form.DAY), found[0])
    weight -= 0.08 if is_below and rule == "date-line" else 0.0
    return _claim(rule, one, weight if one.exact else weight - 0.2)


def _claim(rule: str, one: Expression, weight: float) -> Claim | None:
    return Claim.exact(rule, one.days, one.span, one.text, weight) if one.days else None


def opening_dates(page: Page) -> list[Expression]:
    """The expressions inside the dateline that opens the text, if it has one."""
    for line in page.body[:2]:
        head = line.span.of(page.text)[:170]
        indent = len(head) - len(head.lstrip())
        bare = head[indent:]
        found = (
            DATELINE.match(bare)
            or MIXED_DATELINE.match(bare)
            or YEAR_DATELINE.match(bare)
            or _JA_HEAD.match(bare)
        )
        if found:
            end = line.span.start + indent + found.end()
            return [one for one in page.in_line(line) if one.span.end <= end]
    return []


def from_opening(page: Page) -> Iterator[Claim]:
    """A dateline with a year."""
    for one in opening_dates(page):
        if one.form is Form.DAY and one.days:
            yield Claim.exact("dateline-day", one.days, one.span, one.text, 0.96)


def from_name(name: str) -> Iterator[Claim]:
    """A date in the name of the file or its folders; the last part that has one counts."""
    for part in reversed(name.replace("\\", "/").split("/")):
        found = _IN_NAME.search(part)
        days = _days(found) if found else None
        if days:
            yield _placed("filename-date", days, part, Where.FILENAME, _weight(days))
            return


def from_url(container: Container) -> Iterator[Claim]:
    """A date in the address of the page."""
    address = container.metadata.get("URL")
    found = _IN_URL.search(address) if address else None
    days = _days(found) if found else None
    if days and address:
        yield _placed("url-date", days, address, Where.URL, _weight(days))


def _weight(days: Days) -> float:
    return 0.9 if days.earliest == days.latest else 0.75


def _days(found: re.Match[str]) -> Days | None:
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return day_of(year, month, day)
    return month_of(year, month) if month else years_of(year)
