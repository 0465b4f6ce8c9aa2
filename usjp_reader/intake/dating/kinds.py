"""What happened on a day that a page names: printing, an evening edition, writing, receipt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import DateKind
from usjp_reader.domain.texts import LineKind

if TYPE_CHECKING:
    from usjp_reader.domain.texts import Line
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.times import Expression

_EVENING = re.compile(r"\bevening (?:edition|final)\b|夕刊", re.IGNORECASE)
_RECEIVED = re.compile(r"\brec(?:eive)?d\b\.?|着電|受信|接受|到着|著電", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:sent|telegram|cable(?:gram)?|via (?:radio|cable)|despatch|dispatch)\b|"
    r"発電|發電|發信|午[前后後].{1,4}時[^ ]{0,4}[発發]",
    re.IGNORECASE,
)
_HOUR_AFTER = re.compile(
    r"^[,\s]*[—–-]\s?(?:\d{1,2}(?::\d\d)?\s?[ap]\.?\s?m\.?|noon|midnight)", re.IGNORECASE
)
_LETTER = re.compile(
    r"^\s*(?:(?:My )?[Dd]ear (?:Mr|Mrs|Dr|Sir|General|Governor|Ambassador|Admiral|[A-Z]\w+)\b|Sir:|"
    r"Yours (?:truly|sincerely|faithfully)|Sincerely yours|I have the honor|拝啓|謹啓|敬具|拝復)",
    re.MULTILINE,
)


def kind_of(page: Page, line: Line, words: str, one: Expression, rule: str) -> DateKind | None:
    """What happened on the day that a line of the page's head names; None is publication."""
    start = one.span.start - line.span.start
    before, after = words[max(0, start - 30) : start], words[start + len(one.text) :][:30]
    if _RECEIVED.search(before):
        return DateKind.RECEIVED
    if _HOUR_AFTER.match(after) or _SENT.search(words):
        return DateKind.SENT
    if _EVENING.search(words):
        return DateKind.EVENING
    if rule == "issue-date":
        return DateKind.ISSUE
    if rule in ("date-line", "foot-date") and _is_letter(page):
        return DateKind.WRITTEN
    return None


def is_receipt(page: Page, line: Line, one: Expression) -> bool:
    """Whether a date is only that of a receipt: never that of the paper itself."""
    start = max(line.span.start, one.span.start - 24)
    return _RECEIVED.search(page.text[start : one.span.start]) is not None


def _is_letter(page: Page) -> bool:
    if page.of_kind(LineKind.BYLINE):
        return False
    return _LETTER.search(page.derived.text[:3000]) is not None
