"""Snapping a selection so that it splits no character as the reader sees it."""

from __future__ import annotations

import unicodedata
from typing import Final

from usjp_reader.domain.spans import Span

_JOINER: Final = "\u200d"
_EXTENDING: Final = frozenset(("Mn", "Me", "Mc"))


def snapped(text: str, span: Span) -> Span:
    """`span` widened so that neither end falls inside a grapheme; an empty span stays as it is.

    Knows combining marks, joined and toned emoji, flags, variation selectors and half-width
    voicing marks; not every rule of Unicode's annex 29.

    Raises:
        ValueError: The span reaches beyond the text.
    """
    if span.end > len(text):
        raise ValueError(f"beyond the text: {span}")
    if not span:
        return span
    start, end = span.start, span.end
    while _is_inside(text, start):
        start -= 1
    while _is_inside(text, end):
        end += 1
    return Span(start, end)


def _is_inside(text: str, position: int) -> bool:
    """Whether the boundary before `position` divides a grapheme."""
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if before == "\n" or after.isascii():
        return False
    if before == _JOINER or _extends(after):
        return True
    return _is_flag_part(after) and _flag_parts_before(text, position) % 2 == 1


def _extends(char: str) -> bool:
    return (
        char == _JOINER
        or unicodedata.category(char) in _EXTENDING
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # tones of skin
        or "\U000e0020" <= char <= "\U000e007f"  # tags of regional flags
        or char in "\uff9e\uff9f"  # half-width voicing marks
    )


def _is_flag_part(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flag_parts_before(text: str, position: int) -> int:
    count = 0
    while position > count and _is_flag_part(text[position - count - 1]):
        count += 1
    return count
