"""Words of Japanese text under a double click: Qt takes a whole run without blanks for one word."""

from __future__ import annotations

import re

from usjp_reader.domain.spans import Span

_RUNS = re.compile(
    "[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"  # kanji
    "|[\u30a0-\u30ff]+"  # katakana, with the long mark and the middle dot
    "|[\u3040-\u309f]+"  # hiragana
)
_LONGEST = 60
"""Code points that are looked at on each side."""


def run_at(text: str, position: int) -> Span | None:
    """The run of one script that holds a code point; None where it is not Japanese."""
    start = max(0, position - _LONGEST)
    for match in _RUNS.finditer(text, start, position + _LONGEST):
        if match.start() <= position < match.end():
            return Span(match.start(), match.end())
    return None
