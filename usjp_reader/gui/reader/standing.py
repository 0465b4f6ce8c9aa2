"""Where the reader is in a text, kept while the text is laid out anew: nothing jumps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from usjp_reader.gui.reader.text_view import TextView

THIRD = 1 / 3
"""Where readers look: what stands there stays when all lines are set otherwise."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A place of the text, and how far below the top of the view it stands, in pixels."""

    position: int
    below: float


def standing(view: TextView, share: float = THIRD) -> Standing | None:
    """What stands at a share of the view's height; None at the very beginning, at the header."""
    scroll = view.verticalScrollBar().value()
    if scroll <= view.top // 2:
        return None
    looked_at = QPointF(view.place.left, scroll + view.viewport().height() * share)
    layout = view.document().documentLayout()
    unit = layout.hitTest(looked_at, Qt.HitTestAccuracy.FuzzyHit)
    position = view.offsets.position(max(0, unit))
    return Standing(position, view.y_of(position) - scroll)


def stand_again(view: TextView, where: Standing | None) -> None:
    """Put what stood there back to its place; of a line that is folded now, the next one."""
    if where is not None:
        top = view.y_of(_shown_at(view, where.position))
        view.verticalScrollBar().setValue(round(top - where.below))


def _shown_at(view: TextView, position: int) -> int:
    """`position` where its line is shown, else the beginning of the nearest line that is."""
    starts = [line.span.start for line in view.lines if line.is_shown]
    if view.y_of(position) >= 0 or not starts:
        return position
    return next((start for start in starts if start > position), starts[-1])
