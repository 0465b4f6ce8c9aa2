"""Source texts, the kinds of their lines, and the derived text with its map back."""

from __future__ import annotations

import bisect
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class LineKind(StrEnum):
    """What a line of a source text is. Cleaning labels lines; it never removes them."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    COPYRIGHT = "copyright"
    COMMENT = "comment"
    BOILERPLATE = "boilerplate"
    AD = "ad"


CONTENT_KINDS = frozenset(
    {
        LineKind.TITLE,
        LineKind.STANDFIRST,
        LineKind.SUBHEADING,
        LineKind.BODY,
        LineKind.CAPTION,
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line of a source text.

    Attributes:
        number: Counted from 1 as `str.splitlines` does, empty lines included.
        span: Code points of the line without its line break.
        kind: What the line is.
        rule: Stable id of the rule that says so, such as `share-menu`.
    """

    number: int
    span: Span
    kind: LineKind
    rule: str

    @property
    def is_content(self) -> bool:
        """Whether the line belongs to the article rather than to the page around it."""
        return self.kind in CONTENT_KINDS


@dataclass(frozen=True, slots=True)
class PageLabel:
    """A page begins at `start` (code points) and is called `label` in print."""

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class TextVersion:
    """A normalised source text: NFC, LF, no BOM, no U+2028/2029. Immutable, named by its hash."""

    text: str
    sha: str
    normaliser: str
    extractor: str
    pages: tuple[PageLabel, ...] = ()

    @classmethod
    def of(
        cls, text: str, normaliser: str, extractor: str, pages: tuple[PageLabel, ...] = ()
    ) -> TextVersion:
        """Name a text that is already normalised."""
        return cls(text, text_sha(text), normaliser, extractor, pages)

    def page_at(self, position: int) -> str | None:
        """The label of the page that `position` is on, or None where pages are unknown."""
        at = bisect.bisect_right([page.start for page in self.pages], position) - 1
        return self.pages[at].label if at >= 0 else None


def text_sha(text: str) -> str:
    """The name of a normalised text: SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


Readings: TypeAlias = tuple[tuple[Span, str], ...]
"""Misread words of a source text and what they really say, in order, none overlapping."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of derived text and the run of source text it was made from.

    Where both runs are of one length, positions inside them correspond one by one (a folded
    character still stands where it stood); otherwise only their ends correspond.
    """

    derived: Span
    source: Span

    @property
    def is_even(self) -> bool:
        """Whether both runs are of one length."""
        derived, source = self.derived, self.source
        return derived.end - derived.start == source.end - source.start


@dataclass(frozen=True)
class DerivedText:
    """What search, mentions and quotations read: unwrapped, de-hyphenated, folded.

    Attributes:
        text: The derived text.
        pieces: Runs in order that together cover `text`; source text between them was left out.
    """

    text: str
    pieces: tuple[Piece, ...]

    @cached_property
    def _derived_starts(self) -> list[int]:
        return [piece.derived.start for piece in self.pieces]

    @cached_property
    def _shifts(self) -> list[tuple[int, int]]:
        """Of each piece where it ends in the derived text, and how far off its source stands.

        Of an uneven one, whose positions do not correspond, that nothing ends in it.
        """
        return [
            (one.derived.end if one.is_even else -1, one.source.start - one.derived.start)
            for one in self.pieces
        ]

    @cached_property
    def _source_starts(self) -> list[int]:
        return [piece.source.start for piece in self.pieces]

    def to_source(self, span: Span) -> Span:
        """The smallest source span that holds everything `span` was made from.

        Raises:
            ValueError: `span` is empty or lies outside the derived text.
        """
        start, end = span.start, span.end
        if start == end or end > len(self.text):
            raise ValueError(f"not inside the derived text: {span}")
        starts, pieces = self._derived_starts, self.pieces
        at = bisect.bisect_right(starts, start) - 1
        ends, shift = self._shifts[at]
        if end <= ends:  # as most: within one run of text that reads as it is printed
            return Span(start + shift, end + shift)
        first = last = pieces[at]
        if end > first.derived.end:
            last = pieces[bisect.bisect_right(starts, end - 1) - 1]
        here, there = first.derived, first.source
        is_even = here.end - here.start == there.end - there.start
        source_start = there.start + (start - here.start if is_even else 0)
        if last is not first:
            here, there = last.derived, last.source
            is_even = here.end - here.start == there.end - there.start
        return Span(source_start, there.end + (end - here.end if is_even else 0))

    def from_source(self, span: Span) -> Span | None:
        """The derived span made from `span`, or None when all of it was left out."""
        start = self._position_of(span.start, upward=True)
        end = self._position_of(span.end, upward=False)
        return Span(start, end) if start < end else None

    def is_divisible_at(self, position: int) -> bool:
        """Whether a derived position has a counterpart, not being inside of an uneven piece."""
        piece = self.pieces[bisect.bisect_right(self._derived_starts, position) - 1]
        return piece.is_even or position in (piece.derived.start, piece.derived.end)

    def respelled(self, changes: Sequence[tuple[Span, str]]) -> DerivedText:
        """The same with other words at some places, each of which maps as a whole.

        Args:
            changes: Derived spans that begin and end at divisible positions, in order, none
                overlapping, with what is to stand there.
        """
        parts: list[str] = []
        pieces: list[Piece] = []
        at = moved = 0
        for span, words in changes:
            pieces += self._pieces_between(at, span.start, moved)
            source = self.to_source(span)
            start = span.start + moved
            pieces.append(Piece(Span(start, start + len(words)), source))
            parts += [self.text[at : span.start], words]
            moved += len(words) - len(span)
            at = span.end
        pieces += self._pieces_between(at, len(self.text), moved)
        return DerivedText("".join([*parts, self.text[at:]]), tuple(pieces))

    def _pieces_between(self, start: int, end: int, moved: int) -> Iterator[Piece]:
        """The pieces of a stretch, cut at its ends and moved by some code points."""
        for piece in self.pieces:
            here = piece.derived
            low, high = max(start, here.start), min(end, here.end)
            if low >= high:
                continue
            source = piece.source
            if piece.is_even:
                source = Span(source.start + low - here.start, source.end + high - here.end)
            yield Piece(Span(low + moved, high + moved), source)

    def _position_of(self, position: int, *, upward: bool) -> int:
        """The derived position of a source position; what was left out snaps up or down."""
        at = bisect.bisect_right(self._source_starts, position) - 1
        if at < 0:
            return 0
        piece = self.pieces[at]
        if position >= piece.source.end:
            if upward and at + 1 < len(self.pieces):
                return self.pieces[at + 1].derived.start
            return piece.derived.end
        if len(piece.derived) == len(piece.source):
            return piece.derived.start + position - piece.source.start
        if upward or position == piece.source.start:
            return piece.derived.start
        return piece.derived.end
