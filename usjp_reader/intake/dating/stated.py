"""Dates that lines of the page give as its own: stamps, bylines, mastheads, issues, wire marks."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import DateKind, Days
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.dating.claims import EARLIEST, Claim, exact, plus, until, widened
from usjp_reader.intake.dating.customs import readings
from usjp_reader.intake.dating.kinds import is_receipt, kind_of
from usjp_reader.intake.dating.labels import label_before
from usjp_reader.intake.dating.otherwise import (
    heads_links,
    is_called_otherwise,
    is_catalogued,
    is_counted,
    is_note,
    is_numbered_issue,
    is_of_another_page,
    is_of_something_else,
    is_prose,
)
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.knowledge.times import Form
from usjp_reader.knowledge.times.english_words import full_year
from usjp_reader.knowledge.times.expressions import day_of
from usjp_reader.knowledge.times.reckoning import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.texts import Line
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_ISSUE = re.compile(
    r"\b(?:issue|edition|vol(?:ume)?\b\.?|no\.|number|quarterly|monthly|weekly|review|bulletin|journal|magazine)\b"
    r"|[月年日春夏秋冬]\s?号|増刊|縮刷|巻|月刊|季刊|年報|紀要",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"印刷|発行|刊|\b(?:printed|published)\b", re.IGNORECASE)
_YEARLY = re.compile(
    r"[年度]版|要覧|便覧|年鑑|\b(?:guide|catalogu?e|yearbook|handbook|almanac|annual|prospectus|"
    r"syllabus|academic year|school year|press)\b",
    re.IGNORECASE,
)
"""What comes out for a year; beside an article it is more likely the name of something else."""
_FISCAL = re.compile(
    r"\b(?:year|quarter|months|half|period)[- ](?:ended|ending|to)\s*$", re.IGNORECASE
)
_BRACKETED = re.compile(r"[（(]\s?(?:初出|初掲|first published|originally)[^（(]*$", re.IGNORECASE)
_PREPOSED = re.compile(
    r"\b(?:of|on|in|since|until|till|by|before|after|during)\s+(?:the )?$", re.IGNORECASE
)
_WEEK_OF = re.compile(
    r"\b(?:week (?:of|ending|beginning)|(?:issue|edition|number|paper) (?:of|for))\s+(?:the )?$",
    re.IGNORECASE,
)
_PAGED = re.compile(r"^\s*\d{1,3}\s{2,}|\s{2,}\d{1,3}\s*$")
_IN_PRINT = re.compile(r"\bin print\b", re.IGNORECASE)
"""What says when a page that was online first came out on paper."""
_RUNNING = "running-head"
"""Lines that cleaning knows as the head or foot of every page of an issue."""
_WEEK_FROM = re.compile(r"\bweek (?:of|beginning)\s+(?:the )?$", re.IGNORECASE)
_PERIODS = frozenset({Form.DAY, Form.MONTH, Form.SEASON})
_WIDER = frozenset({Form.YEAR, Form.YEARS})
_SLUG = re.compile(
    r"\b[A-Z]{2,4}-[A-Z]{2,3}-(\d\d)-(\d\d)-(\d\d)\b|\b[A-Z]{4}-(\d\d)-(\d\d)-(\d\d)\b"
)
_READERS = re.compile(
    r"\bcomments? ?[(\d]|\bsays:|\bwrote:|\(edited |投稿日：|名無し|\breply\b", re.IGNORECASE
)
_ONCE = frozenset({"published-line", "date-line", "page-date", "issue-date", "byline-date"})
_HEAD_LINE = 160
_SHORT_LINE = 60
_NEAR_TEXT = 12
"""Lines below the text within which a bare date belongs to it."""
_ALONE_ABOVE, _ALONE_BELOW = 24, 10
"""Letters that may stand beside a date in a line that is nothing else."""
_OTHERS = frozenset(
    {
        "related-links",
        "recommended",
        "link-list",
        "front-matter",
        "comment-thread",
        "export-field",  # a vendor's load date is no date of the article
        "export-summary",
    }
)
_FURNITURE = frozenset({LineKind.COMMENT, LineKind.AD, LineKind.COPYRIGHT, LineKind.CAPTION})
_REPORT = re.compile(r"まとめ|報告|決算|実績|概要|annual report|report for", re.IGNORECASE)


def from_lines(page: Page) -> list[Claim]:
    """What lines other than the running text say of the page's own date."""
    claims: list[Claim] = []
    listed = _listed(page)
    for line in page.dated_lines:
        is_other = line.rule in _OTHERS and not _is_below_byline(page, line)
        if line.kind in _FURNITURE or is_other or line.number in listed:
            continue
        if line.is_content and len(page.body) > 1 and not _is_only_date(page, line):
            continue
        words = line.span.of(page.text)
        if len(words) <= _HEAD_LINE:
            claims += _of_line(page, line, words)
    claims += _over_lines(page)
    return _settled(claims)


def _listed(page: Page) -> set[int]:
    """Numbers of the lines of an archive: months with how many stories they have, or in a row."""
    found: set[int] = set()
    row: list[Line] = []
    for line in [*page.lines, None]:
        times = page.in_line(line) if line else ()
        month = next((one for one in times if one.form is Form.MONTH), None)
        words = line.span.of(page.text) if line and month else ""
        if line is not None and month is not None and _is_alone(words, month, 0):
            row.append(line)
            if is_counted(words):
                found.add(line.number)
            continue
        if len(row) > 1:
            found |= {one.number for one in row}
        row = []
    return found


def _is_only_date(page: Page, line: Line) -> bool:
    """Whether a line that cleaning took for text is nothing but a date."""
    one = page.in_line(line)[0]
    return one.is_day and one.days is not None and _is_alone(line.span.of(page.text), one, 3)


def _over_lines(page: Page) -> Iterator[Claim]:
    """A date whose year stands on the line before or behind, or beside it: "12月8日 1941年"."""
    lines = [
        line for line in page.dated_lines if not line.is_content and line.kind not in _FURNITURE
    ]
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        found = page.in_line(line)
        if following is not None and following.number == line.number + 1:
            found = [*found, *page.in_line(following)]
        if len(page.text[line.span.start : line.span.end]) > _SHORT_LINE:
            continue
        for one, two in pairwise(found):
            days = _day_with_year(one, two) or _day_with_year(two, one)
            gap = page.text[one.span.end : two.span.start]
            if days and not gap.strip(" \n　,.、。（()）【】［］[]曜日付月火水木金土"):
                span = Span(one.span.start, two.span.end)
                yield exact("date-line", days, span, span.of(page.text))


def _day_with_year(day: Expression, year: Expression) -> Days | None:
    if day.form is not Form.MONTH_DAY or year.form is not Form.YEAR or year.days is None:
        return None
    return day_of(year.days.earliest.year, day.month, day.day)


def _settled(claims: list[Claim]) -> list[Claim]:
    """The first of what the head says of its own date; dates at the foot only if there is one."""
    feet = [claim for claim in claims if claim.rule.id == "foot-date"]
    if len({claim.says for claim in feet}) > 1:
        claims = [claim for claim in claims if claim not in feet]  # a list of other stories
    found: list[Claim] = []
    for claim in claims:
        is_again = any(
            one.rule is claim.rule and one.says.intersection(claim.says) != claim.says
            for one in found
        )
        is_second = claim.rule.id in _ONCE and is_again
        found.append(replace(claim, rule=rule_named("again-date")) if is_second else claim)
    return found


def is_readers(words: str) -> bool:
    """Whether a line is the head of a reader's comment."""
    return _READERS.search(words) is not None


def _of_line(page: Page, line: Line, words: str) -> Iterator[Claim]:
    slug = _SLUG.search(words)
    if slug:
        yield from _of_slug(line, slug)
        return
    if is_of_something_else(words) or is_readers(words):
        return
    found = [one for one in page.in_line(line) if one.form in _PERIODS and one.days]
    if found:
        yield from _of_dates(page, line, words, found[:4])
    elif line.kind is not LineKind.BODY:
        yield from _of_wider(page, line, words)


def _of_dates(page: Page, line: Line, words: str, found: Sequence[Expression]) -> Iterator[Claim]:
    found = [
        one
        for one in found
        if not is_catalogued(page.text, page.text[line.span.start : one.span.start])
    ]
    if not found:
        return
    labels = [label_before(page, line, one) for one in found]
    for one, label in zip(found, labels, strict=True):
        if is_receipt(page, line, one):
            yield from _received(one)
        elif label == "changed":
            yield from _changed(one)
            yield from _first_posted(page, line, one)
        elif label == "published" and not _is_title_of_another(page, line, words, one):
            is_later = _IN_PRINT.search(words) is not None
            yield _claim(page, "foot-date" if is_later else "published-line", one, line, words)
    if line.kind is not LineKind.BODY and labels[0] is None and set(labels) <= {None, "changed"}:
        claim = _bare(page, line, words, found[0])
        if claim:
            yield claim


def _first_posted(page: Page, line: Line, changed: Expression) -> Iterator[Claim]:
    """The first posting, without its year, beside the change: "original story posted June 2"."""
    for one in page.in_line(line):
        if one.form is not Form.MONTH_DAY or label_before(page, line, one) != "published":
            continue
        assert changed.days is not None
        days = resolved(one, changed.days.latest)
        if days:
            yield exact("published-line", days, one.span, one.text)


def _changed(one: Expression) -> Iterator[Claim]:
    """A page is not younger than its last change, and often it was never changed."""
    assert one.days is not None
    span, days = one.span, one.days
    spare = Days(min(EARLIEST, days.latest), days.latest)
    yield exact("updated-line", days, span, one.text, spare=spare, kind=DateKind.UPDATED)
    yield until("updated-until", days, span, one.text)


def _received(one: Expression) -> Iterator[Claim]:
    """A telegram was sent no later than it was received, and seldom much earlier."""
    assert one.days is not None
    yield until("received-until", one.days, one.span, one.text)
    near = widened(one.days, 3, 0)
    yield Claim(rule_named("received-near"), near, (near,), one.span, one.text)


def _bare(page: Page, line: Line, words: str, one: Expression) -> Claim | None:
    """A date without a word of what it is: by its place and its neighbours."""
    start, end = one.span.start - line.span.start, one.span.end - line.span.start
    before = words[:start]
    if line.rule != _RUNNING and is_prose(words, before, words[end:]):
        return None
    if is_of_another_page(words) or is_called_otherwise(words, start, end, one):
        return None
    is_told = _PREPOSED.search(before) and not _WEEK_OF.search(before)
    if is_told and not words.startswith("From "):
        return None
    return _placed(page, line, words, one)


def _placed(page: Page, line: Line, words: str, one: Expression) -> Claim | None:
    """The same of one that is no visit, law or other story."""
    start, end = one.span.start - line.span.start, one.span.end - line.span.start
    before = words[:start]
    if _FISCAL.search(before) or (one.form is Form.MONTH and words[end : end + 1] == "期"):
        return _fiscal(one)
    if line.kind is LineKind.BYLINE:
        return _claim(page, "byline-date", one, line, words)
    is_running = one.weekday is not None or _is_running(page, line, words)
    if is_running and one.is_day and line.number > page.first_body:
        return _claim(page, "running-head", one, line, words)
    if _is_title_of_another(page, line, words, one):
        return None
    if _ISSUE.search(words) or is_numbered_issue(words) or one.form is Form.SEASON:
        return _claim(page, "issue-date", one, line, words)
    if line.number < page.first_body or not page.body or _is_below_byline(page, line):
        is_alone = line.kind is LineKind.DATELINE or _is_alone(words, one, _ALONE_ABOVE)
        return _claim(page, "date-line" if is_alone else "page-date", one, line, words)
    if not is_note(before) and _is_near_text(page, line) and _is_alone(words, one, _ALONE_BELOW):
        return _claim(page, "foot-date", one, line, words)
    return None


def _fiscal(one: Expression) -> Claim:
    """Results of a year that ended on a day: they come out in the nine months after it."""
    assert one.days is not None
    end = one.days.latest
    return exact(
        "fiscal-report", widened(Days(plus(end, 1), plus(end, 1)), 0, 274), one.span, one.text
    )


def _is_alone(words: str, one: Expression, most: int) -> bool:
    """Whether a line holds little beside its date."""
    return len(letters_beside(words, one)) <= most


def letters_beside(words: str, one: Expression) -> str:
    """The letters of a line without those of a date in it."""
    return re.sub(r"\W|\d", "", words.replace(one.text, ""))


def _is_running(page: Page, line: Line, words: str) -> bool:
    """Whether a line is the foot of a printed page: in capitals, or with the page's number."""
    is_foot = words == words.upper() or _PAGED.search(words) is not None
    return line.rule == _RUNNING and is_foot and _is_near_text(page, line)


def _is_below_byline(page: Page, line: Line) -> bool:
    """Whether a line is but a date under the byline, though a sentence stands above both."""
    reach = range(line.number - 2, line.number)
    below = any(each.number in reach and each.kind is LineKind.BYLINE for each in page.lines)
    return below and _is_only_date(page, line)


def _is_title_of_another(page: Page, line: Line, words: str, one: Expression) -> bool:
    """Whether a line names another story, then its date: "Crowds greet Obama (Apr 23, 2014)"."""
    before = words[: one.span.start - line.span.start].rstrip()
    head, _, _ = before.rpartition("(") if "(" in before[-24:] else before.rpartition("（")
    bracketed = (before[-1:] in "(（[" or bool(head)) and words.rstrip()[-1:] in ")）]"
    is_issue = _ISSUE.search(words) is not None or is_numbered_issue(words)
    is_story = bracketed and len(before) > 16 and not is_issue and not _BRACKETED.search(before)
    return is_story and (line.kind is not LineKind.TITLE or len(page.lines) > 1)


def _is_near_text(page: Page, line: Line) -> bool:
    if not page.body:
        return True
    if line.number > page.last_body and _is_below_links(page, line):
        return False
    return line.number < page.first_body or line.number - page.last_body <= _NEAR_TEXT


def _is_below_links(page: Page, line: Line) -> bool:
    """Whether a list of other stories has begun between the text and a line."""
    return any(
        heads_links(other.span.of(page.text)[:_SHORT_LINE])
        for other in page.lines
        if page.last_body < other.number < line.number and not other.is_content
    )


def _claim(page: Page, rule: str, one: Expression, line: Line, words: str) -> Claim:
    assert one.days is not None
    ranges = readings(page, one)
    if _WEEK_FROM.search(words[: one.span.start - line.span.start]):
        ranges = tuple(widened(Days(days.earliest, days.earliest), 0, 6) for days in ranges)
    says = Days(min(r.earliest for r in ranges), max(r.latest for r in ranges))
    spare = widened(says, 3, 1) if rule in ("date-line", "foot-date", "published-line") else None
    kind = kind_of(page, line, words, one, rule)
    return Claim(rule_named(rule), says, ranges, one.span, one.text, spare=spare, kind=kind)


def _of_wider(page: Page, line: Line, words: str) -> Iterator[Claim]:
    """The year of an issue or of a printing: "Bulletin, 1938–1939", 令和元年印刷."""
    found = [one for one in page.in_line(line) if one.form in _WIDER and one.days]
    if len(found) != 1 or len(words) > 80:
        return
    one = found[0]
    assert one.days is not None
    if one.text.endswith("年度") and _REPORT.search(words):
        last = one.days.latest
        days = Days(last.replace(day=1), last.replace(year=last.year + 1))
        yield exact("fiscal-report", days, one.span, one.text)
    elif (
        _ISSUE.search(words) or _PRINTED.search(words) or (not page.body and _YEARLY.search(words))
    ):
        yield _claim(page, "issue-date", one, line, words)


def _of_slug(line: Line, found: re.Match[str]) -> Iterator[Claim]:
    """The foot of a wire story: AP-NY-06-28-95 1847EDT."""
    month, day, year = (int(part) for part in found.groups() if part)
    days = day_of(full_year(year), month, day)
    span = Span(line.span.start + found.start(), line.span.start + found.end())
    if days:
        yield exact("wire-date", days, span, found.group(), spare=widened(days, 1, 1))


def own_lines(page: Page) -> Iterator[Line]:
    """Lines beside the text that may bear its date: not of other stories, pictures or readers."""
    for line in page.dated_lines:
        if line.kind in _FURNITURE or line.rule in _OTHERS or line.is_content:
            continue
        words = line.span.of(page.text)
        if len(words) > _HEAD_LINE or not _is_near_text(page, line):
            continue
        if not is_of_something_else(words) and not is_of_another_page(words):
            yield line
