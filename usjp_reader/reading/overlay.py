"""Layers of spans laid over one text, as runs that follow each other without gap or overlap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.reading.tokens import combined, entity_token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pygments.token import _TokenType

    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.passages import Colour, Passage
    from usjp_reader.domain.texts import Line, LineKind


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that carries the same marks throughout.

    Attributes:
        kind: The kind of its line; None for line breaks and empty lines.
        mention: The innermost mention here, or None.
        passage_ids: Ids of the passages here, the topmost (shortest, then latest) last.
        colours: Their colours, in the same order.
        hit: Whether a search hit covers it.
    """

    span: Span
    kind: LineKind | None = None
    mention: Mention | None = None
    passage_ids: tuple[str, ...] = ()
    colours: tuple[Colour, ...] = ()
    hit: bool = False

    @property
    def entity(self) -> _TokenType | None:
        """The token type of the mention alone, or None."""
        if self.mention is None:
            return None
        return entity_token(self.mention.type, doubtful=self.mention.doubtful)

    @property
    def token(self) -> _TokenType:
        """The one token type that stands for everything this run carries."""
        colour = self.colours[-1] if self.colours else None
        return combined(self.entity, colour, self.hit, self.kind)

    @property
    def is_plain(self) -> bool:
        """Whether nothing marks it."""
        return not (self.mention or self.passage_ids or self.hit)


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything that lies over a text, in any order; spans may overlap and leave the text."""

    lines: Sequence[Line] = ()
    mentions: Sequence[Mention] = ()
    passages: Sequence[Passage] = ()
    hits: Sequence[Span] = ()


def overlay(length: int, layers: Layers) -> tuple[Run, ...]:
    """Runs that together cover a text of `length` code points exactly once, in order."""
    return tuple(_runs(length, layers))


def _runs(length: int, layers: Layers) -> Iterator[Run]:
    bounds = Span(0, length)
    lines = _Sweep([line.span for line in layers.lines], bounds)
    mentions = _Sweep([mention.span for mention in layers.mentions], bounds)
    passages = _Sweep([passage.anchor.span for passage in layers.passages], bounds)
    hits = _Sweep(layers.hits, bounds)
    sweeps = (lines, mentions, passages, hits)
    cuts = sorted({0, length}.union(*(sweep.cuts for sweep in sweeps)))
    for start, end in pairwise(cuts):
        line, named, marked, hit = (sweep.at(start) for sweep in sweeps)
        over = _stacked(layers.passages, marked) if marked else ()
        yield Run(
            Span(start, end),
            layers.lines[line[0]].kind if line else None,
            _innermost(layers.mentions, named) if named else None,
            tuple(passage.id for passage in over),
            tuple(passage.colour for passage in over),
            bool(hit),
        )


def _innermost(mentions: Sequence[Mention], active: list[int]) -> Mention:
    return min((mentions[index] for index in active), key=lambda mention: len(mention.span))


def _stacked(passages: Sequence[Passage], active: list[int]) -> tuple[Passage, ...]:
    """Passages from the bottom up: a short one stays visible on a long one."""
    found = (passages[index] for index in active)
    return tuple(sorted(found, key=lambda one: (-len(one.anchor.span), one.created, one.id)))


class _Sweep:
    """One layer, asked for rising positions: which of its spans cover them."""

    def __init__(self, spans: Sequence[Span], bounds: Span) -> None:
        inside = ((span.clipped(bounds), index) for index, span in enumerate(spans))
        self._waiting = sorted(
            ((span.start, span.end, index) for span, index in inside if span), reverse=True
        )
        self.cuts = {cut for start, end, _ in self._waiting for cut in (start, end)}
        self._active: list[tuple[int, int]] = []

    def at(self, position: int) -> list[int]:
        """Indices of the spans that cover `position`."""
        if self._active:
            self._active = [(end, index) for end, index in self._active if end > position]
        while self._waiting and self._waiting[-1][0] <= position:
            _, end, index = self._waiting.pop()
            if end > position:
                self._active.append((end, index))
        return [index for _, index in self._active]
