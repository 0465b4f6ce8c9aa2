"""What the words beside a title say of it: held now, held once, not yet taken up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.knowledge.times import Form, Unit

if TYPE_CHECKING:
    from usjp_reader.intake.dating.pages import Page

_FORMER = re.compile(
    r"(?:\b(?:former|ex|late|one-time|onetime|past|erstwhile|ousted|disgraced|retired)(?:\W+(?:U\.S\.|US|American|Japanese|Japan['’]s))?|[元前故])[\s-]*$",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"\b(?:[Dd]uring|[Uu]nder|[Ss]ince|[Aa]fter|[Ff]rom|[Bb]y|[Oo]f) (?:the )?(?:\w+ )?$"
)
_THEN = re.compile(
    r"(?:\b(?:then|future|next|(?:his|her|the) (?:predecessor|father|grandfather))"
    r"(?:\W+(?:U\.S\.|US|American|Japanese))?,?|当時の)[\s-]*$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\bwhen(?:\W+(?:U\.S\.|US|American|Japanese))?,?\s*$", re.IGNORECASE)
_TITLE_THEN = re.compile(r"(?:then|future)\b", re.IGNORECASE)
_TITLE_FORMER = re.compile(r"(?:former|ex-|late)\b", re.IGNORECASE)
_GAP_FORMER = re.compile(r"\b(?:former|late)\b")
_LATER = re.compile(r"\b(?:then|later|future|at the time|until|till)\b")
_ELECT = re.compile(r"-?\b(?:elect|designate|nominee)\b|次期", re.IGNORECASE)
ELECTED = re.compile(
    r"\b(?:[Pp]resident|[Pp]remier|[Pp]rime [Mm]inister)[- ](?:[Ee]lect|[Dd]esignate),? "
    r"(?:Mr\. |Gov(?:ernor|\.) |Sen(?:ator|\.) |Gen(?:eral|\.) )?$|"
    r"次期(?:米国?|アメリカ)?(?:大統領|首相)(?:の|、|となる|に決まった|になる)$"
)
"""What stands before the name of somebody elected but not yet in office."""
ELECTED_BEHIND = re.compile(
    r",? (?:the |now )?(?:U\.S\. |American |Japanese )?(?:president|premier|prime minister)-"
    r"(?:elect|designate)\b|(?:氏)?(?:、|が|・)?次期(?:米国?|アメリカ)?(?:大統領|首相)"
)
"""What stands behind it."""
SPEAKS = re.compile(
    r"^,? (?:also |now |still |has )?(?:says|tells|thinks|believes|argues|warns|writes|recalls|"
    r"remembers|said in an interview|is to speak|will speak|will lecture)\b|"
    r"^(?:氏)?(?:は|が)[^。]{0,24}(?:と語る|と話す|と言う|と振り返る|と見る)"
)
"""What stands behind the name of somebody who is alive."""
_NOW = re.compile(
    r"\b(?:now|today|currently|current|incumbent|says?|speaks?|wants?|has|have|is|are)\b|現在|今の|現首相|現大統領",
    re.IGNORECASE,
)
IN_OFFICE_NOW = re.compile(
    r"^, (?:who is )?(?:now|currently) (?:in (?:the )?office|prime minister|president)|"
    r"^, the (?:current|incumbent|present)|"
    r"^ is (?:the |still |now )?(?:prime minister|premier|president)\b(?! of the)",
    re.IGNORECASE,
)
"""What stands behind the name of somebody in office now."""
_TOLD_BEFORE = re.compile(
    r"\b(?:last (?:year|spring|summer|autumn|fall|winter|January|February|March|April|May|June|"
    r"July|August|September|October|November|December)|years? (?:ago|earlier|before)|"
    r"(?:signed|concluded|negotiated|initialed|drafted|proposed|founded|ordered) (?:\w+ ){0,3}"
    r"by)\b|昨年|一昨年|年前"
)
_THESE_DAYS = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH})
_YEARS = frozenset({Form.DAY, Form.MONTH, Form.YEAR, Form.YEARS, Form.DECADE})


_TAKES_OVER = re.compile(
    r"^,? (?:takes? over|takes? office|succeeds|replaces|(?:will|is to|is due to) (?:take over|"
    r"take office|become|succeed|replace|be sworn))\b|"
    r"^の(?:着任|就任|赴任)(?:は|が|を)"
)
"""What stands behind the name of somebody whose term is to begin; in Japanese の着任は近い."""
_DIES = re.compile(
    r"^(?:['’]s)? (?:death|assassination|murder|funeral)\b|"
    r"^(?:氏)?(?:の|が)?[^。、]{0,8}?(?:暗殺|遭難|刺殺|死去|逝去|急逝|薨去|国葬)"
)


def kind_of(page: Page, start: int, end: int, title: str, gap: str) -> str:
    """`held`, `narrated` (in a text that tells of the past), `former`, `elect`, or `other`.

    Args:
        page: The page.
        start: Where title and name begin in the derived text.
        end: Where they end.
        title: The words of the title, or "" where it is only implied ("Obama administration").
        gap: What stands between the name and a title behind it.
    """
    before, after = page.before(start, 40), page.after(end, 50)
    if (
        _ELECT.search(title)
        or _ELECT.match(after)
        or ELECTED.search(before)
        or ELECTED_BEHIND.match(after)
        or "次期" in gap
    ):
        return "elect"
    if _is_former(title, gap, before):
        return "former"
    if not title and _DURING.search(before) and not IN_OFFICE_NOW.match(after):
        return "other"
    if _THEN.search(before) or _TITLE_THEN.match(title):
        return "other"
    if _WHEN.search(before) and not _is_of_late(page, start):
        return "other"
    if _LATER.search(f"{gap} {after[:14]}") or _TAKES_OVER.match(after):
        return "other"
    if title and _DIES.match(after):
        return "narrated"
    is_told = page.is_history and not _is_present(page, start, end)
    return "narrated" if is_told else "held"


def _is_of_late(page: Page, position: int) -> bool:
    """Whether the sentence tells of these days: "When President Trump's tariff came on Friday"."""
    sentence = page.sentence_at(position)
    return any(
        one.form is Form.WEEKDAY
        or (one.form is Form.NEAR and one.shift is not None and one.shift.unit in _THESE_DAYS)
        for one in page.mentions
        if sentence.start <= one.span.start < sentence.end
    )


def _is_former(title: str, gap: str, before: str) -> bool:
    if (title and title[0] in "元前故") or gap in ("元", "前", "故"):
        return True
    if _GAP_FORMER.search(gap) or _FORMER.search(before):
        return True
    return _TITLE_FORMER.match(title) is not None


def _is_present(page: Page, start: int, end: int) -> bool:
    """Whether the sentence speaks of the holder as one of today."""
    around = page.before(start, 60) + page.after(end, 60)
    return _NOW.search(around) is not None


def is_historical(page: Page, start: int, end: int) -> bool:
    """Whether the sentence names a year or speaks of last year: it may tell of the past."""
    sentence = page.sentence_at(start)
    stop = max(end, sentence.end)
    if _TOLD_BEFORE.search(page.derived.text, sentence.start, stop):
        return True
    return any(
        one.form in _YEARS and sentence.start <= one.span.start < stop for one in page.mentions
    )
