"""Finding the words that somebody typed in an article, to mark them."""

from __future__ import annotations

import re
import unicodedata

from usjp_reader.domain.errors import QuoteNotFoundError
from usjp_reader.domain.spans import Span

_UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003fffd"
"""Scripts written without blanks, in which a line may break between any two characters."""
_UNITS = re.compile(rf"\s+|[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_SHOWN = 10


def locate(text: str, quote: str, start: int | None = None) -> Span:
    """The place of `quote` in `text`, exactly as typed, else with other blanks and line breaks.

    Args:
        text: A source text.
        quote: The words; blanks around them do not count.
        start: Where the words begin, for words that stand there more than once.

    Raises:
        QuoteNotFoundError: The words are not there, not at `start`, or there more than once.
    """
    words = unicodedata.normalize("NFC", quote).replace("\r\n", "\n").strip()
    if not words:
        raise QuoteNotFoundError("passages.quote_empty")
    found = _exactly(text, words) or _loosely(text, words)
    if not found:
        raise QuoteNotFoundError("passages.quote_missing", quote=_shortened(words))
    if start is not None:
        return _at(found, start, words)
    if len(found) > 1:
        places = ", ".join(str(span.start) for span in found[:_SHOWN])
        more = ", …" if len(found) > _SHOWN else ""
        raise QuoteNotFoundError(
            "passages.quote_repeated",
            quote=_shortened(words),
            count=len(found),
            positions=places + more,
        )
    return found[0]


def _at(found: list[Span], start: int, words: str) -> Span:
    for span in found:
        if span.start == start:
            return span
    places = ", ".join(str(span.start) for span in found[:_SHOWN])
    raise QuoteNotFoundError(
        "passages.quote_elsewhere", quote=_shortened(words), start=start, positions=places
    )


def _exactly(text: str, words: str) -> list[Span]:
    """Every place of `words`, overlapping ones too: "そう" stands twice in "そうそう"."""
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def _loosely(text: str, words: str) -> list[Span]:
    pattern = re.compile(f"(?=({_pattern(words)}))")
    return [Span(*match.span(1)) for match in pattern.finditer(text)]


def _pattern(words: str) -> str:
    """A pattern in which blanks are any blanks, and unspaced scripts may break anywhere."""
    parts: list[str] = []
    loose = False
    for unit in _UNITS.findall(words):
        if unit.isspace():
            parts.append(r"\s*" if loose else r"\s+")
            continue
        is_unspaced = re.match(f"[{_UNSPACED}]", unit) is not None
        if parts and is_unspaced and loose and parts[-1] != r"\s*":
            parts.append(r"\n?")
        parts.append(re.escape(unit))
        loose = is_unspaced
    return "".join(parts)


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
