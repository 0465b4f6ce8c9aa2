"""What is marked in the text, as the painter looks it up. Positions are code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.gui.reader.reading_words import reading_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.entities import EntityType, Mention
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.texts import Line, LineKind, Readings
    from usjp_reader.reading.document import ReaderDocument
    from usjp_reader.reading.overlay import Run


@dataclass(frozen=True)
class Marks:
    """A document with what the window adds to it.

    Attributes:
        document: The runs, as `reading` composed them.
        hidden: Types whose mentions are not shown.
        pending: Ids of passages that are not yet safely stored.
        found: Where the words of the find bar stand.
        current: What the reader last jumped to, or None.
    """

    document: ReaderDocument
    hidden: frozenset[EntityType] = frozenset()
    pending: frozenset[str] = frozenset()
    found: tuple[Span, ...] = ()
    current: Span | None = None
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [run.span.start for run in self.document.runs]
        object.__setattr__(self, "_starts", starts)

    def runs(self, span: Span) -> Iterator[Run]:
        """The runs that share a position with `span`."""
        for at in range(max(0, bisect_right(self._starts, span.start) - 1), len(self._starts)):
            run = self.document.runs[at]
            if run.span.start >= span.end:
                return
            if run.span.end > span.start:
                yield run

    def run_at(self, position: int) -> Run | None:
        """The run that covers a position."""
        return next(self.runs(Span(position, position + 1)), None)

    def kind_at(self, position: int) -> LineKind | None:
        """What the line at a position is; None for empty lines."""
        run = self.run_at(position)
        return run.kind if run else None

    def lines_in(self, span: Span) -> tuple[Line, ...]:
        """The lines that share a position with `span`."""
        lines = self.document.lines
        first = bisect_right(lines, span.start, key=lambda line: line.span.end)
        return tuple(takewhile(lambda line: line.span.start < span.end, lines[first:]))

    def line_at(self, position: int) -> Line | None:
        """The line that a position is in or at the end of; None for empty lines."""
        lines = self.document.lines
        at = bisect_left(lines, position, key=lambda line: line.span.end)
        return lines[at] if at < len(lines) and lines[at].span.start <= position else None

    def mention_at(self, position: int) -> Mention | None:
        """The shown mention at a position."""
        run = self.run_at(position)
        if run is None or run.mention is None or run.mention.type in self.hidden:
            return None
        return run.mention

    def passage_at(self, position: int) -> str | None:
        """The id of the topmost passage at a position."""
        run = self.run_at(position)
        return run.passage_ids[-1] if run and run.passage_ids else None

    def readings_in(self, span: Span) -> Readings:
        """Corrected words, with what they really say, that share a position with `span`."""
        readings = self.document.readings
        first = bisect_right(readings, span.start, key=lambda one: one[0].end)
        return tuple(takewhile(lambda one: one[0].start < span.end, readings[first:]))

    def reading_words(self, span: Span) -> str:
        """What is said of the corrected words in `span`, a line each; "" where there are none."""
        text = self.document.text
        return "\n".join(reading_words(one.of(text), read) for one, read in self.readings_in(span))

    def found_in(self, span: Span) -> Iterator[Span]:
        """Hits, of the search and of the find bar, that share a position with `span`."""
        for spans in (self.document.hits, self.found):
            for hit in spans[max(0, bisect_left(spans, span) - 1) :]:
                if hit.start >= span.end:
                    break
                if hit.end > span.start:
                    yield hit

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The shown mentions, in order."""
        shown = (one for one in self.document.mentions if one.type not in self.hidden)
        return tuple(sorted(shown, key=lambda mention: mention.span))

    @cached_property
    def hits(self) -> tuple[Span, ...]:
        """What "next hit" goes through: those of the find bar while it is in use."""
        return self.found or self.document.hits

    @cached_property
    def noted(self) -> frozenset[str]:
        """Ids of the passages that have a note or tags."""
        return frozenset(one.id for one in self.document.passages if one.note or one.tags)

    def passage(self, passage_id: str) -> Passage | None:
        """A passage by its id."""
        return self._passages.get(passage_id)

    @cached_property
    def _passages(self) -> dict[str, Passage]:
        return {one.id: one for one in self.document.passages}


def step(spans: Sequence[Span], position: int, by: int) -> int | None:
    """The index of the next span after `position` (`by` 1) or before it (-1), going round."""
    if not spans:
        return None
    if by > 0:
        return next((at for at, span in enumerate(spans) if span.start > position), 0)
    before = [at for at, span in enumerate(spans) if span.start < position]
    return before[-1] if before else len(spans) - 1
