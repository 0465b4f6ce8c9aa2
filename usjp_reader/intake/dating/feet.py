"""What surrounds an article: copyright lines, readers' comments, the archive of a blog."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.dating.claims import Claim, exact, until
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.intake.dating.stated import is_readers
from usjp_reader.knowledge.times.english_words import MONTHS
from usjp_reader.knowledge.times.expressions import month_of, years_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.texts import Line
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_YEARS = re.compile(r"(?<![0-9０-９])(1[89][0-9]{2}|20[0-9]{2}|[１２][０-９]{3})(?![0-9０-９])")
_NUMERALS = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
_ROMAN = re.compile(r"\bM(?:CM|DCCC|M)[LXVI]*\b")
_RUN = re.compile(r"((?:1[89]|20)\d\d)\s?[-–—~〜]\s?((?:1[89]|20)\d\d|\d\d)(?!\d)")
_MAKER = re.compile(
    r"\b(?:theme|design(?:ed)?|template|powered|software|forum|engine|script)\b", re.I
)
_FOUNDED = re.compile(r"\b(?:since|founded|established|est\.?)\b|創業|創刊|設立", re.IGNORECASE)
_COMMENT_REACH = 120
_POST = re.compile(r"^\s*#?(\d{1,4})\s?[:：.　 ]")
_OPEN_BRANCH = re.compile(r"^\s*▼\s*(.+?)\s*\(\d+\)\s*$")


def copyright_years(page: Page, today: date) -> list[Claim]:
    """What the first copyright line that names a year allows."""
    for line in page.of_kind(LineKind.COPYRIGHT):
        words = line.span.of(page.text)[:200]
        if _MAKER.search(words) or _FOUNDED.search(words):
            continue
        years = [int(year.translate(_WIDE)) for year in _YEARS.findall(words)]
        years += [year for found in _ROMAN.findall(words) if (year := _roman(found))]
        years = [year for year in years if year <= today.year]
        if years:
            return _copyright(page, line, words, years)
    return []


def _roman(written: str) -> int:
    """MCMLXXXV is 1985; 0 where the letters are no number."""
    values = [_NUMERALS[letter] for letter in written]
    return sum(
        -one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True)
    )


_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def _copyright(page: Page, line: Line, words: str, years: list[int]) -> list[Claim]:
    days = years_of(max(years))
    run = _RUN.search(words)
    assert days is not None
    if run and len(years) > 1 and not page.body:
        whole = years_of(min(years), max(years))
        assert whole is not None
        return [exact("copyright-run", whole, line.span, words)]
    latest = until("copyright-until", days, line.span, words)
    if run or len(set(years)) > 1:
        return [latest]
    rule = "copyright-year" if _is_just_below(page, line.number) else "copyright-foot"
    return [latest, exact(rule, days, line.span, words)]


def _is_just_below(page: Page, number: int) -> bool:
    """Whether a line stands directly under the text, not at the foot of the page."""
    if number < page.first_body:
        return True
    last = max(
        (line.number for line in page.lines if line.is_content and line.number < number), default=0
    )
    between = [line for line in page.lines if last < line.number < number]
    return len(between) <= 1


def comment_stamps(page: Page) -> list[Claim]:
    """The day of the earliest comment: the article is no later, and seldom much earlier."""
    stamps = [one for line in page.dated_lines for one in _stamp_of(page, line)]
    if not stamps:
        return []
    first = min(stamps, key=lambda one: one.days.earliest if one.days else date.max)
    assert first.days is not None
    days = first.days
    near = Days(date.fromordinal(days.earliest.toordinal() - 3), days.latest)
    latest = until("comment-until", days, first.span, first.text)
    if len(page.lines) > 1 and (not page.body or _is_later_post(page, first)):
        return [latest]  # what it answers to is not here
    return [
        latest,
        Claim(rule_named("comment-near"), near, (near,), first.span, first.text),
        exact("comment-day", days, first.span, first.text, spare=near),
    ]


def _is_later_post(page: Page, stamp: Expression) -> bool:
    """Whether a stamp is in a numbered post that is not the first of its thread."""
    start = page.text.rfind("\n", 0, stamp.span.start) + 1
    found = _POST.match(page.text[start : stamp.span.start])
    return found is not None and int(found[1]) > 1


def _stamp_of(page: Page, line: Line) -> Iterator[Expression]:
    if line.kind is LineKind.COMMENT:
        reach = _COMMENT_REACH
    elif not line.is_content and is_readers(line.span.of(page.text)[:200]):
        reach = 200
    else:
        return
    for one in page.in_line(line)[:1]:
        if one.is_day and not one.others and one.span.start - line.span.start < reach:
            yield one


def archive_month(page: Page) -> Iterator[Claim]:
    """The open branch of a blog's archive, ▼ 2016 ▼ June, is where the article stands."""
    year = 0
    for line in page.lines:
        found = _OPEN_BRANCH.match(line.span.of(page.text)) if not line.is_content else None
        if not found:
            continue
        words = found.group(1)
        if re.fullmatch(r"20\d\d|19\d\d", words):
            year = int(words)
        elif year and words[:3].lower() in MONTHS:
            days = month_of(year, MONTHS.index(words[:3].lower()) + 1)
            if days:
                yield exact("archive-list", days, line.span, words)
                return
