"""A second look at lines that were settled by their place: all clues are weighed together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.feet import PAGE_FOOT
from usjp_reader.intake.cleaning.line_clues import (
    LinePage,
    is_content,
    is_text,
    strongest_against,
    weighed_line,
)
from usjp_reader.intake.cleaning.prose import is_heading, is_sentence

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.heads import Head
    from usjp_reader.intake.cleaning.rows import Unit

UNLIKE, LIKE = "unlike-article", "like-article"
_ENOUGH_FOR, _ENOUGH_AGAINST, _ENOUGH_AGAINST_TEXT = 0.1, 0.4, 1.0
"""What is nearly as likely either way stays what it was, and a line is kept rather than lost."""
_LONGEST_HEADING = 12
_AGAINST = {
    "asks": "unlike-asks",
    "speaks of the page": "unlike-asks",
    "names the page": "unlike-names-page",
    "names the author": "unlike-names-author",
    "address": "unlike-gives-address",
    "shares nothing": "unlike-shares-nothing",
    "shares nothing of many": "unlike-shares-nothing",
    "below a rule": "unlike-below-rule",
    "between rules": "unlike-below-rule",
}
"""By which rule a line is left out against which such a clue speaks most."""
SECOND_LOOK_RULES = frozenset({UNLIKE, *_AGAINST.values()})


def look_again(units: list[Unit], head: Head, authors: tuple[str, ...]) -> None:
    """Settle anew what the clues say was settled wrongly.

    Args:
        units: All units, settled.
        head: Where title and first paragraph are.
        authors: As bylines name them.
    """
    page = LinePage.of(units, head, authors)
    first = -1 if head.title is None else head.title
    turned = []
    for at in range(first + 1, len(units)):
        if page.is_doubtful(at):
            worth = weighed_line(page, at)
            if is_settled_wrongly(worth, decided=is_content(units[at]), follows=page.follows(at)):
                turned.append(at)
    reasons = [_reason(page, at) for at in turned]
    for at, reason in zip(turned, reasons, strict=True):
        if _heads_what_stays(units, at, turned):
            continue
        kind = LineKind.BOILERPLATE if is_content(units[at]) else _kind(units, head, at)
        _settle(units[at], kind, reason)
    _head_what_came_back(units, head)
    _drop_last_headings(units)


def _head_what_came_back(units: list[Unit], head: Head) -> None:
    """A heading that stood at the foot of the page only because its paragraph did stays with it."""
    for at in range(len(units) - 2, head.body, -1):
        unit, below = units[at], units[at + 1]
        is_back = below.rule == LIKE and (is_text(below) or below.kind is LineKind.SUBHEADING)
        is_free = unit.mark is None or unit.mark.weak
        if is_back and is_free and unit.rule == PAGE_FOOT and unit.gap and is_heading(unit):
            _settle(unit, LineKind.SUBHEADING, LIKE)


def _reason(page: LinePage, at: int) -> str:
    """The rule by which a unit is settled anew: the clue that spoke most, where it has a name."""
    if not is_content(page.units[at]):
        return LIKE
    return _AGAINST.get(strongest_against(page, at, _AGAINST) or "", UNLIKE)


def is_settled_wrongly(worth: float, *, decided: bool, follows: bool) -> bool:
    """Whether the clues say clearly enough that a line was settled wrongly.

    Args:
        worth: How much speaks for the line belonging to the article.
        decided: Whether it was taken for a line of the article.
        follows: Whether it is a paragraph below a paragraph.
    """
    if not decided:
        return worth > _ENOUGH_FOR
    return worth < -(_ENOUGH_AGAINST_TEXT if follows else _ENOUGH_AGAINST)


def _heads_what_stays(units: list[Unit], at: int, turned: list[int]) -> bool:
    """Whether a heading would be taken from a paragraph that stays."""
    is_above = at + 1 < len(units) and is_text(units[at + 1]) and at + 1 not in turned
    return units[at].rule == "subheading" and is_above


def _drop_last_headings(units: list[Unit]) -> None:
    """A heading below which nothing of the article stands heads what is left out."""
    for unit in reversed(units):
        if unit.rule == "subheading":
            _settle(unit, LineKind.BOILERPLATE, UNLIKE)
        elif is_content(unit):
            return


def _settle(unit: Unit, kind: LineKind, rule: str) -> None:
    for row in unit.rows:
        row.kind, row.rule = kind, rule


def _kind(units: list[Unit], head: Head, at: int) -> LineKind:
    """What a line is that belongs to the article after all."""
    unit = units[at]
    if at < head.body:
        return LineKind.STANDFIRST
    heads_text = at + 1 < len(units) and is_text(units[at + 1])
    is_short = unit.words <= _LONGEST_HEADING and is_heading(unit) and not is_sentence(unit)
    return LineKind.SUBHEADING if heads_text and is_short else LineKind.BODY
