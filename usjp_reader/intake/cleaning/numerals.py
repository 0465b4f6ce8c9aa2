"""Numerals that stand alone: sections counted from one, and not the numbers of pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.rows import Unit

_DIGITS = "一二三四五六七八九"
_NUMERAL = re.compile(f"([（(]?)([{_DIGITS}十]{{1,3}})[)）]?|(［?)([０-９]{{1,2}})］?")
_FEWEST = 2


def label_numerals(units: list[Unit], start: int) -> None:
    """Settle the numbers of the sections of a Japanese text, which are not those of its pages.

    Args:
        units: All units.
        start: The first unit below the title.
    """
    forms: dict[str, list[tuple[int, Unit]]] = {}
    for unit in units[start:]:
        if unit.kind is None and (found := _numeral(unit.text)) is not None:
            form, number = found
            forms.setdefault(form, []).append((number, unit))
    for counted in forms.values():
        if len(counted) < _FEWEST or [number for number, _ in counted] != [
            *range(1, len(counted) + 1)
        ]:
            continue
        for _, unit in counted:
            unit.become(LineKind.SUBHEADING, "section-number")


def _numeral(text: str) -> tuple[str, int] | None:
    """How a numeral that is a whole line is written, and its number."""
    match = _NUMERAL.fullmatch(text) if len(text) <= 5 else None
    if match is None:
        return None
    if match[4]:
        return f"wide {match[3]}", int(match[4])
    tens, _, ones = match[2].rpartition("十")
    if "十" in match[2]:
        number = 10 * (_DIGITS.find(tens) + 1 or 1) + (_DIGITS.find(ones) + 1 if ones else 0)
    elif len(match[2]) > 1:
        return None
    else:
        number = _DIGITS.index(match[2]) + 1
    return f"kanji {match[1]}", number
