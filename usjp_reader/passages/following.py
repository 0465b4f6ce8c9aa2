"""Where a stretch of an old text went in a new one, by comparing the two word by word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rapidfuzz.distance import Opcode

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_TOKEN = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+|[^\w\s]")
_LONGEST_BLOCK = 20_000
"""Rewritten blocks longer than this are not compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A stretch found again.

    Attributes:
        span: Its place in the new text.
        survived: Share of its letters that are still there, 0 to 1.
    """

    span: Span
    survived: float


@dataclass(frozen=True, slots=True)
class _Match:
    """Letters that both texts share: as many from `old` as from `new`."""

    old: int
    new: int
    length: int

    def within(self, span: Span) -> _Match | None:
        """The part whose old letters lie in `span`."""
        part = Span(self.old, self.old + self.length).clipped(span)
        if part is None:
            return None
        return _Match(part.start, self.new + part.start - self.old, len(part))


def follow(old: str, new: str, span: Span) -> Followed | None:
    """Where `span` of `old` stands in `new`, or None when nothing of it is left.

    Both texts must be folded, so that equal letters are equal code points.
    """
    tokens, opcodes = _compared(old, new)
    found = [match for match in _matches(old, new, tokens, opcodes, span) if match.length]
    inside = [part for match in found if (part := match.within(span))]
    if not inside:
        return None
    start = _start(span, inside[0], found, tokens[1])
    end = _end(span, inside[-1], found, tokens[1])
    letters = sum(not char.isspace() for char in span.of(old))
    kept = sum(
        not char.isspace() for part in inside for char in old[part.old : part.old + part.length]
    )
    return Followed(Span(start, end), kept / max(1, letters)) if start < end else None


@dataclass(frozen=True, slots=True)
class _Tokens:
    words: list[str]
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> _Tokens:
        matches = list(_TOKEN.finditer(text))
        return cls(
            [match.group() for match in matches],
            [match.start() for match in matches],
            [match.end() for match in matches],
        )

    def extent(self, first: int, end: int) -> Span:
        """Letters from the token `first` to the one before `end`."""
        return Span(self.starts[first], self.ends[end - 1])


@lru_cache(maxsize=2)
def _compared(old: str, new: str) -> tuple[tuple[_Tokens, _Tokens], list[Opcode]]:
    """The comparison by words, kept for the other passages of the same article."""
    tokens = _Tokens.of(old), _Tokens.of(new)
    return tokens, list(Levenshtein.opcodes(tokens[0].words, tokens[1].words))


def _matches(
    old: str,
    new: str,
    tokens: tuple[_Tokens, _Tokens],
    opcodes: Sequence[Opcode],
    span: Span,
) -> Iterator[_Match]:
    """Shared stretches in order; rewritten blocks are looked into where `span` needs it."""
    before, after = tokens
    for opcode in opcodes:
        if opcode.tag == "equal":
            shift = opcode.dest_start - opcode.src_start
            for index in range(opcode.src_start, opcode.src_end):
                length = before.ends[index] - before.starts[index]
                yield _Match(before.starts[index], after.starts[index + shift], length)
        elif opcode.tag == "replace":
            block = before.extent(opcode.src_start, opcode.src_end)
            target = after.extent(opcode.dest_start, opcode.dest_end)
            if block.overlaps(span) and max(len(block), len(target)) <= _LONGEST_BLOCK:
                yield from _letters(old, new, block, target)


def _letters(old: str, new: str, block: Span, target: Span) -> Iterator[_Match]:
    for match in Levenshtein.opcodes(block.of(old), target.of(new)):
        if match.tag == "equal":
            length = match.src_end - match.src_start
            yield _Match(block.start + match.src_start, target.start + match.dest_start, length)


def _start(span: Span, first: _Match, found: Sequence[_Match], after: _Tokens) -> int:
    """Where the stretch begins: at its first letter, else behind the word before it."""
    before = [match for match in found if match.old + match.length <= span.start]
    if first.old == span.start or not before:
        return first.new
    behind = before[-1].new + before[-1].length
    at = bisect_left(after.starts, behind)
    return min(after.starts[at], first.new) if at < len(after.starts) else first.new


def _end(span: Span, last: _Match, found: Sequence[_Match], after: _Tokens) -> int:
    """Where the stretch ends: at its last letter, else before the word behind it."""
    here = last.new + last.length
    behind = [match for match in found if match.old >= span.end]
    if last.old + last.length == span.end or not behind:
        return here
    at = bisect_right(after.ends, behind[0].new) - 1
    return max(after.ends[at], here) if at >= 0 else here
