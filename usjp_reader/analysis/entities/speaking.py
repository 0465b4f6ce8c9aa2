"""Where a capital speaks for its government: "Beijing claims", not "in Beijing"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from usjp_reader.analysis.entities.words import capitals

_BEFORE, _AFTER = 40, 80
"""Characters that are looked at on each side."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands right before a capital (`$`) or right after it."""

    addressed: re.Pattern[str]
    place: re.Pattern[str]
    paired: re.Pattern[str]
    owns: re.Pattern[str]
    acts: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = capitals()
    verb = rf"(?:{words['verbs']})\b"
    others = r"(?:\s+and|,)\s+(?:[A-Z]\w+,?\s+(?:and\s+)?)*[A-Z]\w+"
    between = r"between\s+(?:[A-Z]\w+\s+and\s+)?"
    return _Patterns(
        addressed=re.compile(rf"\b(?:{between}|(?:{words['addressed']})\s+)$"),
        place=re.compile(rf"(?:\b(?:{words['places']})\s+|,\s*)$", re.IGNORECASE),
        paired=re.compile(rf"[-–](?:[A-Z]\w+\s+(?:{words['paired']})|(?:{words['compounds']}))\b"),
        owns=re.compile(rf"['’]s\s+(?:\w+\s+)?(?:{words['owned']})\b"),
        acts=re.compile(rf"(?:\s+(?:{words['adverbs']}))?\s+{verb}|{others}\s+{verb}"),
    )


def speaks(text: str, start: int, end: int) -> bool:
    """Whether the place from `start` to `end` (code points) acts in its sentence."""
    before = text[max(0, start - _BEFORE) : start]
    after = text[end : end + _AFTER]
    patterns = _patterns()
    if patterns.paired.match(after) or patterns.owns.match(after):
        return True
    if patterns.addressed.search(before):
        return True
    return patterns.place.search(before) is None and patterns.acts.match(after) is not None


_AT = re.compile(
    r"\b(?:at|in|to|into|inside|outside|near|from|left|entered|reached|around) the $", re.IGNORECASE
)
_AT_JA = re.compile("(?:で|に|を訪|へ|前)")


def is_at(text: str, start: int, end: int) -> bool:
    """Whether a house is where something happens, not who acts: "received at the White House"."""
    if _AT.search(text, max(0, start - 14), start):
        return True
    return text[start] > "\u3000" and _AT_JA.match(text, end) is not None
