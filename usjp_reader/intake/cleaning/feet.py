"""What follows an article: credits, author boxes, links, advertisements, the foot of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.date_lines import DATE_LINE

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Unit

PAGE_FOOT = "page-foot"
"""The rule of what is left below the article."""
_AUTHOR_BOX = 3


def label_foot(units: list[Unit], start: int, end: int) -> None:
    """Settle every unit from `start` to `end` as page furniture."""
    box = 0
    in_ads = False
    for at in range(start, end):
        unit = units[at]
        if unit.kind is not None:
            continue
        mark = unit.mark
        if mark:
            unit.become(mark.kind, mark.rule)
            box = _AUTHOR_BOX if mark.kind is LineKind.BYLINE else 0
            in_ads = mark.kind is LineKind.AD
        elif box and unit.words <= 4 and not unit.ended:
            unit.become(LineKind.BYLINE, "author-box")
            box -= 1
        elif DATE_LINE.match(unit.text):
            unit.become(LineKind.DATELINE, "date-line")
        elif in_ads and unit.words <= 4:
            unit.become(LineKind.AD, "advertisement-text")
        else:
            unit.become(LineKind.BOILERPLATE, PAGE_FOOT)
            box = 0
