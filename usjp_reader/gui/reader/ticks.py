"""What the strip beside the scroll bar shows of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.gui.reader.strip import Tick
from usjp_reader.gui.theme.marks import mark_colours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.gui.reader.text_view import TextView
    from usjp_reader.gui.theme.themes import Theme

PASSAGES, MENTIONS, HITS = range(3)

LARGE = 200_000
"""From this many characters on, heights are estimated: exact ones would lay out all of the text."""


def ticks_of(view: TextView, theme: Theme) -> tuple[Tick, ...]:
    """Ticks for everything that is marked and shown in `view`."""
    colours = mark_colours(theme)
    marks = view.marks
    hit_colour = colours.hit.lighter(190) if theme.is_dark else colours.hit.darker(140)
    placed = [
        *(
            (one.anchor.span, colours.edges[one.colour], PASSAGES)
            for one in marks.document.passages
        ),
        *((one.span, colours.entities[one.type], MENTIONS) for one in marks.mentions),
        *((hit, hit_colour, HITS) for hit in marks.hits),
    ]
    heights = _heights(view, [span.start for span, _, _ in placed])
    return tuple(
        Tick(at, colour.name(), lane)
        for at, (_, colour, lane) in zip(heights, placed, strict=True)
        if at >= 0
    )


def _heights(view: TextView, positions: list[int]) -> Iterator[float]:
    length = view.offsets.length
    if length >= LARGE:
        yield from (position / length for position in positions)
        return
    whole = max(1.0, view.document_height())
    for position in positions:
        yield view.y_of(position) / whole
