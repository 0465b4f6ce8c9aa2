"""The head of the running text: datelines, mastheads and bylines that cleaning left in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.intake.cleaning.credits import DATELINE, MIXED_DATELINE, YEAR_DATELINE
from usjp_reader.intake.dating.claims import Claim, exact, until, widened
from usjp_reader.intake.dating.customs import readings
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.knowledge.times import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.dating.pages import Page, Paragraph
    from usjp_reader.knowledge.times import Expression

_JA_HEAD = re.compile(r"^[【［\[〔（(]([^】］\]〕）)]{2,30})[】］\]〕）)]")
_JA_WIRE = re.compile(
    r"^([一-龠ァ-ヶー]{2,8}[ 　]?[〇一二三四五六七八九十廿卅0-9]{1,4}[日月][^ 　、。]{0,8}[発發電])"
)
_MARKS = "▼▲◆◇●○◎■□★☆▽△※＊*・ 　"
_ACROSS = re.compile(
    "ワシントン|華盛頓|華府|紐育|ニューヨーク|桑港|サンフランシスコ|市俄古|シカゴ|ロサンゼルス|羅府|シアトル|沙市|"
    "ボストン|ホノルル|ハワイ|布哇|キャンプデービッド"
)
_AT_HOME = re.compile(
    "東京|大阪|京都|横浜|神戸|名古屋|福岡|仙台|札幌|広島|長崎|沖縄|那覇|名護|横須賀|佐世保|橫濱"
)
_CABLE_DAY = re.compile(r"[0-9０-９〇一二三四五六七八九十廿卅]日")
_SMALL_WORDS = frozenset(
    {"the", "of", "to", "from", "by", "and", "for", "in", "at", "no", "vol", "a", "de"}
)
_NO_STAMP = re.compile(
    r"\b(?:on|in|of|since|until|till|from|before|after|during|the|that|this|and|between)\s*$", re.I
)
_AFTER_STAMP = re.compile(r"\s*(?:$|[.:—–|/()\[\]]|-|,\s*(?:\d{1,2}[:.]\d\d|[A-Z\d(])|\s[A-Z(—–-])")
_JA_AFTER_STAMP = re.compile(
    r"$|[ 　:：—―)）】］|｜/／\n]|午[前後](?![^ 　]{0,9}[、にごのか頃])|[朝夕夜付発發]|号外"
)
_STAMP_REACH = 130
_FORMS = frozenset({Form.DAY, Form.MONTH_DAY, Form.DAY_ONLY, Form.WEEKDAY, Form.MONTH, Form.SEASON})
_RECEIVED = re.compile(r"\b[Rr]ec(?:eive)?d\.? $")
_PLACE_BEFORE = re.compile(r"(?:^|[.;,—] |\b[a-z]+ )[A-Z][\w'’]+(?: [A-Z][\w'’]+)?, $")


def opening_times(page: Page) -> list[Expression]:
    """The expressions in the dateline or the heading words that open the text, if it has some."""
    for paragraph in page.body[:2] or page.told[:1]:
        found = _in_dateline(paragraph)
        if not found and page.body:
            found = _in_heading(page, paragraph)
        if found:
            return found
    return []


def days_of_cable(page: Page) -> tuple[int, int] | None:
    """How many days after sending it was printed what a Japanese paper has from elsewhere.

    On the day itself or the morning after; 【ワシントン７日＝…】, if it is no lone dispatch, on the
    day after at the earliest, for it is later in Japan. None where no text opens so.
    """
    heads = [paragraph.text for paragraph in page.body[:2]]
    heads += [
        line.span.of(page.text).lstrip(_MARKS)
        for line in page.lines
        if page.body and line.number < page.first_body and not line.is_content
    ]
    for head in heads:
        found = _JA_HEAD.match(head) or _JA_WIRE.match(head)
        if found and _CABLE_DAY.search(found.group()) and not _AT_HOME.search(found.group()):
            is_later = len(page.body) > 1 and _ACROSS.search(found.group())
            return (1, 2) if is_later else (0, 1)
    return None


def is_beside_cable(page: Page, claim: Claim) -> bool:
    """Whether a reason stands in a stamp of the page itself, not in the head of a dispatch."""
    if claim.span is None:
        return False
    at = claim.span.start
    line = next((one for one in page.lines if one.span.start <= at < one.span.end), None)
    if line is None or line.is_content:
        return False
    head = line.span.of(page.text).lstrip(_MARKS)
    return not (_JA_HEAD.match(head) or _JA_WIRE.match(head))


def _in_dateline(paragraph: Paragraph) -> list[Expression]:
    head = paragraph.text[:170]
    bare = head.lstrip()
    indent = len(head) - len(bare)
    found = (
        DATELINE.match(bare)
        or MIXED_DATELINE.match(bare)
        or YEAR_DATELINE.match(bare)
        or _JA_HEAD.match(bare)
        or _JA_WIRE.match(bare)
    )
    if not found:
        return []
    end = paragraph.span.start + indent + found.end()
    return [one for one in paragraph.times if one.span.end <= end and one.form in _FORMS]


def _in_heading(page: Page, paragraph: Paragraph) -> list[Expression]:
    """A date behind nothing but names: a masthead, a byline, a place."""
    end = paragraph.span.start + _STAMP_REACH
    out: list[Expression] = []
    for one in paragraph.times:
        if one.span.end > end or one.form not in _FORMS:
            break
        before = page.derived.text[paragraph.span.start : one.span.start]
        after = page.derived.text[one.span.end : min(paragraph.span.end, one.span.end + 12)]
        if one.form is Form.WEEKDAY:
            if not out and _is_heading(before) and before:
                out.append(one)
            continue
        if not _is_heading(before) or not _is_stamp(one, before, after):
            break
        out.append(one)
    return out if any(one.form is not Form.WEEKDAY for one in out) else []


def _is_heading(words: str) -> bool:
    """Whether words are only names, agencies and marks: no sentence has begun."""
    if not words.strip():
        return True
    if re.search(r"[\u3041-\u3096]", words):
        return False
    for word in re.findall(r"[A-Za-z][\w.'’-]*", words):
        if word[0].islower() and word.lower().strip(".") not in _SMALL_WORDS:
            return False
    return not re.search(r"[.!?]\s+\w+\s+\w+[.!?]\s", words)


def _is_stamp(one: Expression, before: str, after: str) -> bool:
    if one.text[-1] > "\u2fff" or before[-1:] > "\u3000":
        return _JA_AFTER_STAMP.match(after) is not None
    if before.strip() and _NO_STAMP.search(before):
        return False
    return _AFTER_STAMP.match(after) is not None


def from_opening(page: Page) -> Iterator[Claim]:
    """A dateline with a year; the page may be of the day after."""
    for one in opening_times(page):
        if one.days is None:
            continue
        span = page.source(one.span)
        if one.form is Form.SEASON:
            yield exact("issue-date", one.days, span, one.text)
        elif _RECEIVED.search(page.before(one.span.start, 24)):
            yield until("received-until", one.days, span, one.text)
        else:
            ranges = readings(page, one)
            says = Days(ranges[0].earliest, ranges[-1].latest)
            spare = widened(says, 0, 2)
            yield Claim(rule_named("dateline-day"), says, ranges, span, one.text, spare=spare)


def from_closing(page: Page) -> Iterator[Claim]:
    """The place and the date that end a letter: "Hakodadi, 4th Octr. 1854."."""
    last = page.body[-1] if page.body else None
    for one in last.times[-1:] if last else ():
        before = page.derived.text[last.span.start : one.span.start] if last else ""
        after = page.derived.text[one.span.end : last.span.end] if last else ""
        if one.is_day and one.days and not after.strip(" .") and _PLACE_BEFORE.search(before):
            yield exact("foot-date", one.days, page.source(one.span), one.text)
