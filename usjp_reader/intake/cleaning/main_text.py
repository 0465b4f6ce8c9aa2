"""What an extractor took for the article of a web page: a reason to keep a line, not to drop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.feet import PAGE_FOOT
from usjp_reader.intake.cleaning.prose import is_sentence
from usjp_reader.intake.cleaning.second_look import SECOND_LOOK_RULES

if TYPE_CHECKING:
    from collections.abc import Collection

    from usjp_reader.intake.cleaning.rows import Unit

_UNKNOWN = frozenset({PAGE_FOOT, "page-head", "unplaced", ""}) | SECOND_LOOK_RULES
"""Rules that know of a line only where it stands."""
_LEAST_WORDS = 6


def keep_main(units: list[Unit], main: Collection[int]) -> None:
    """Take back sentences of the main text that were furniture only for where they stand.

    Args:
        units: All units, settled.
        main: Numbers of the lines of the main text.
    """
    for unit in units:
        is_known = unit.rule not in _UNKNOWN or (unit.mark is not None and not unit.mark.weak)
        if is_known or not any(row.number in main for row in unit.rows):
            continue
        if unit.prose or (is_sentence(unit) and unit.words >= _LEAST_WORDS):
            for row in unit.rows:
                row.kind, row.rule = LineKind.BODY, "main-text"
