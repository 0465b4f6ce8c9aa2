"""Stepping through the mentions, hits and passages of a text. Positions are code points."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from usjp_reader.gui.reader.marks import step

if TYPE_CHECKING:
    from usjp_reader.domain.spans import Span
    from usjp_reader.gui.reader.marks import Marks


class Kind(StrEnum):
    """What is stepped through."""

    MENTION = "mention"
    HIT = "hit"
    PASSAGE = "passage"


class Steps:
    """Remembers where the reader is among the marks of one text."""

    def __init__(self) -> None:
        self.kind = Kind.MENTION
        self.at: int | None = None
        self._position = -1

    def reset(self, marks: Marks) -> None:
        """Begin before the first; hits, if there are any, are what the reader came for."""
        self.kind = Kind.HIT if marks.hits else Kind.MENTION
        self.at, self._position = None, -1

    def stand_at(self, position: int) -> None:
        """Go on from a code point that the reader pointed at."""
        self.at, self._position = None, position

    def go(self, marks: Marks, kind: Kind, by: int) -> Span | None:
        """The next span of a kind (`by` 1) or the one before (-1), going round; None of none."""
        spans = spans_of(marks, kind)
        if self.kind is kind and self.at is not None and self.at < len(spans):
            # By index, not by place: two passages may begin at one place.
            found: int | None = (self.at + by) % len(spans)
        else:
            found = step(spans, self._position, by)
        if found is None:
            return None
        self.kind, self.at = kind, found
        self._position = spans[found].start
        return spans[found]

    def total(self, marks: Marks) -> int:
        """How many there are of the kind that is being stepped through."""
        return len(spans_of(marks, self.kind))


def spans_of(marks: Marks, kind: Kind) -> tuple[Span, ...]:
    """The places of one kind, in order."""
    if kind is Kind.HIT:
        return marks.hits
    if kind is Kind.PASSAGE:
        return tuple(one.anchor.span for one in marks.document.passages)
    return tuple(one.span for one in marks.mentions)
