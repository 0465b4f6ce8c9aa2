"""Which passages share a stretch of text. Overlaps are kept; merging is only ever offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.spans import Span


def under(passages: Sequence[Passage], position: int) -> tuple[Passage, ...]:
    """The passages that cover a position, the shortest first: the order to cycle through."""
    found = [passage for passage in passages if passage.anchor.span.covers(position)]
    return tuple(sorted(found, key=lambda passage: (len(passage.anchor.span), passage.created)))


def touching(passages: Sequence[Passage], span: Span) -> tuple[Passage, ...]:
    """The passages that overlap `span`, in order of position."""
    found = [passage for passage in passages if passage.anchor.span.overlaps(span)]
    return tuple(sorted(found, key=lambda passage: passage.anchor.span))


def on_same_span(passages: Sequence[Passage], span: Span) -> tuple[Passage, ...]:
    """The passages that cover exactly `span`: edit one rather than mark it twice."""
    return tuple(passage for passage in passages if passage.anchor.span == span)


def mergeable(passages: Sequence[Passage], passage: Passage) -> tuple[Passage, ...]:
    """Other passages of the same text and colour that overlap or touch `passage`."""
    return tuple(
        other
        for other in passages
        if other.id != passage.id
        and other.colour is passage.colour
        and other.anchor.text_sha == passage.anchor.text_sha
        and _meet(other.anchor.span, passage.anchor.span)
    )


def _meet(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
