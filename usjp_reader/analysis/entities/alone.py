"""What stands beside a surname: a title, or what allows that it is a person's at all.

"Snow shut two runways", "a stop in Clinton, Iowa" and 岸を離れる name nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.words import english

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Candidate
    from usjp_reader.domain.spans import Span

ADMINISTRATION = re.compile(
    r"\s+(?:[Aa]dministration|[Gg]overnment|[Cc]abinet)(?![\w-])|(?:内閣|政権)(?![\u4e00-\u9fff])"
)
_MAN = re.compile(r"\b(?:Mr\.?|Sir)\s+$")
_WOMAN = re.compile(r"\b(?:Mrs\.?|Ms\.?|Miss|Lady|Madame)\s+$")
_HONORIFIC = re.compile(r"\b([A-Z][a-z-]+\.?)\s+$")
_TITLED_JA = ("氏", "さん", "夫人", "女史", "博士", "大将", "中将", "元帥")
_COUNTED = re.compile(r"(?:^|\W)(?:an?|every|each|another|no|any|some)\s+$", re.IGNORECASE)
_LOCATIVE = re.compile(r"\b(?:in|at|near|outside|around|through|via)\s+$")
_FROM_A_PLACE = re.compile(r"\b(?:from|to|of|for)\s+$")
_PLACE_GOES_ON = re.compile(r",\s+(?:on|in|where|near|a\s+(?:town|city|village|port)|[A-Z])")
_STRANGER = re.compile(
    r",\s+(?:\d{1,3}(?!\d)|an?\s+(?:\S+\s+)?\d{1,3}-year-old|aged?\s+\d)|\s*[(（]\d{1,3}[)）]"
)
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?:;”\"’\n—–-])\s*$")
_WORD_AFTER = re.compile(r"\s+([a-z]+)")
_FAMILIAR = ("さん", "くん", "君", "ちゃん")
"""What private people are called."""
_POINT_BETWEEN = "・"


def stands_like_a_person(text: str, span: Span) -> bool:
    """Whether the words around a bare surname allow that it means somebody well known."""
    if text[span.start] >= "\u3000":
        return _POINT_BETWEEN in (text[span.start - 1 : span.start], text[span.end : span.end + 1])
    before = text[max(0, span.start - 24) : span.start]
    if _COUNTED.search(before) or _LOCATIVE.search(before) or is_private(text, span):
        return False
    if _FROM_A_PLACE.search(before) and _PLACE_GOES_ON.match(text, span.end):
        return False
    if span.of(text) in english().common_surnames and _SENTENCE_STARTS.search(before):
        after = _WORD_AFTER.match(text, span.end)
        return after is not None and after.group(1) in english().saying
    return True


def is_honoured(candidate: Candidate, text: str) -> bool:
    """Whether "Mr.", "Gen.", 氏 or another title stands beside the name."""
    start, end = candidate.span.start, candidate.span.end
    before = _HONORIFIC.search(text, max(0, start - 24), start)
    if before and before.group(1) in english().honorifics:
        return True
    if candidate.title is not None or text.startswith(_TITLED_JA, end):
        return True
    return ADMINISTRATION.match(text, end) is not None


def gender_points(candidate: Candidate, text: str, *, is_woman: bool) -> int:
    """Points for somebody by "Mr." or "Mrs." beside the name; 0 where neither stands there."""
    before = text[max(0, candidate.span.start - 8) : candidate.span.start]
    woman = _WOMAN.search(before) or text.startswith("夫人", candidate.span.end)
    if not woman and not _MAN.search(before):
        return 0
    return 20 if bool(woman) == is_woman else -40


def is_private(text: str, span: Span) -> bool:
    """Whether an age or さん stands right after a name, as with people who hold no office."""
    after = text[span.end : span.end + 3]
    return after.startswith(_FAMILIAR) or _STRANGER.match(text, span.end) is not None
