"""Clues to a title from what an issue, a publication or the page says of itself, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.intake.cleaning.date_lines import DATE_LINE, PLACE_DATE_LINE
from usjp_reader.intake.cleaning.self_descriptions import (
    describes_page,
    describes_publication,
    names_field,
    names_issue,
)
from usjp_reader.intake.cleaning.shapes import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.cleaning.rows import Unit

Clue = tuple[str, float | bool]
"""A name, and how far it holds, from 0 to 1."""

_LONGEST_HEAD = 6
_FULL_RULE = 20


def clues_of_publication(units: list[Unit], first: int, at: int) -> Iterator[Clue]:
    """What an issue, a publication or the page says of itself, and what stands above that."""
    text = units[at].text
    below = units[at + 1 : max(at + 1, min(at + 1 + _LONGEST_HEAD, first))]
    yield "describes its publication", describes_publication(text)
    yield "describes its page", describes_page(text)
    yield "names an issue", names_issue(text)
    yield "above the name of an issue", any(names_issue(unit.text) for unit in below)
    beside = _beside(units, at)
    yield "beside what describes a publication", any(describes_publication(u.text) for u in beside)
    yield "above a field", any(names_field(unit.text) for unit in units[at + 1 : at + 4])
    rule = next((n for n, unit in enumerate(below) if _is_full_rule(unit)), None)
    is_in_block = rule is not None and (rule > 0 or (at > 0 and not units[at].gap))
    yield "in a block above a rule", is_in_block


def _beside(units: list[Unit], at: int) -> list[Unit]:
    """The two units above and the two below, as far as no blank line or furniture lies between."""
    first, last = at, at
    while first > max(0, at - 2) and not units[first].gap and _is_bare(units[first - 1]):
        first -= 1
    end = min(len(units) - 1, at + 2)
    while last < end and not units[last + 1].gap and _is_bare(units[last + 1]):
        last += 1
    return units[first:at] + units[at + 1 : last + 1]


def _is_bare(unit: Unit) -> bool:
    return unit.mark is None and unit.kind is None and not is_date(unit)


def _is_full_rule(unit: Unit) -> bool:
    """Whether a line is a rule across the page."""
    return unit.rule == "separator" and len(unit.text) >= _FULL_RULE


def is_path(text: str) -> bool:
    """Whether a line is a few short names beside one another: "Commentary | Asia Program"."""
    parts = cells(text)
    return len(parts) >= 2 and all(part.count(" ") < 3 for part in parts)


def is_free(unit: Unit) -> bool:
    """Whether nothing is known of a unit that makes it no headline."""
    says = names_issue(unit.text) or describes_publication(unit.text)
    return _is_bare(unit) and not (says or is_path(unit.text))


def is_date(unit: Unit) -> bool:
    """Whether a unit is a date, with a place at most."""
    return (DATE_LINE.match(unit.text) or PLACE_DATE_LINE.match(unit.text)) is not None
