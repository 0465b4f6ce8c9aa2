"""Half-open ranges of code points: the only unit of position outside the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open pair of code-point offsets, `0 <= start <= end`."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        _set_start(self, start)  # as a frozen dataclass does it, in a third of the time:
        _set_end(self, end)  # four hundred spans are made for every article

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one position."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def covers(self, position: int) -> bool:
        """Whether the code point at `position` is inside."""
        return self.start <= position < self.end

    def clipped(self, bounds: Span) -> Span | None:
        """The part inside `bounds`, or None when there is none."""
        start, end = max(self.start, bounds.start), min(self.end, bounds.end)
        return Span(start, end) if start < end else None

    def shifted(self, by: int) -> Span:
        """The span moved by `by` positions; ValueError if it would begin before 0."""
        return Span(self.start + by, self.end + by)


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted, disjoint spans that cover the same positions; neighbours that touch are joined."""
    out: list[Span] = []
    for span in sorted(s for s in spans if s):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
