"""Which dates a reader should look at: those that are missing, wide, or doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Status, Sureness

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Dated

SURE = 0.8
"""A date with less confidence than this is looked at, even one that the page states."""

_LOOKED_AT = frozenset({Sureness.UNKNOWN, Sureness.GUESS, Sureness.WIDE})


def is_to_review(dated: Dated) -> bool:
    """Whether a date waits for the reader's word; one that was confirmed never does."""
    if dated.status is Status.CONFIRMED:
        return False
    return dated.sureness in _LOOKED_AT or dated.confidence < SURE
