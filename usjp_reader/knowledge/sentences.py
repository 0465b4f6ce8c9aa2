"""Where sentences end, in English and Japanese: by stops and line breaks, not after "Mr."."""

from __future__ import annotations

import re

from usjp_reader.domain.spans import Span

# One class of characters leads the pattern: such a search skips all others at once.
_STOP = re.compile(r"[.!?\n。！？](?:(?<=[\n。！？])|[”\"’')]?\s+(?=[A-Z“\"‘]))")
_SHORTENED = (
    "mr mrs ms dr hon esq messrs gen gov sen rep rev st lt col adm prof sgt maj capt cmdr no vol "
    "v vs u.s u.n jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun"
)
_ABBREVIATIONS = frozenset(_SHORTENED.split())
"""Words after whose full stop a sentence goes on."""
_LONG = 1 + max(map(len, _ABBREVIATIONS))
_LAST_WORD = re.compile(r"[\w.]+$")


def sentences_in(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences between two positions of a text, in order, with the blanks behind them."""
    end = len(text) if end is None else end
    found: list[Span] = []
    for stop in _STOP.finditer(text, start, end):
        is_short = stop.group()[:1] == "." and _goes_on(text, stop.start())
        if stop.end() > start and not is_short:
            found.append(Span(start, stop.end()))
            start = stop.end()
    if end > start:
        found.append(Span(start, end))
    return found


def _goes_on(text: str, stop: int) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial."""
    if stop >= _LONG and text[stop - _LONG : stop].isalpha():
        return False
    word = _LAST_WORD.search(text, max(0, stop - 8), stop)
    if word is None:
        return False
    return len(word.group()) == 1 or word.group().lower() in _ABBREVIATIONS
