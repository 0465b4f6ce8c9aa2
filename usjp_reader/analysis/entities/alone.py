"""Whether a bare surname, which nothing but the date supports, stands in a text as a person's does.

"Snow shut two runways", "a stop in Clinton, Iowa" and 岸を離れる name nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.words import english

if TYPE_CHECKING:
    from usjp_reader.domain.spans import Span

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


def is_private(text: str, span: Span) -> bool:
    """Whether an age or さん stands right after a name, as with people who hold no office."""
    after = text[span.end : span.end + 3]
    return after.startswith(_FAMILIAR) or _STRANGER.match(text, span.end) is not None
