"""A likely name that no table holds, whatever its language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usjp_reader.domain.entities import EntityType


@dataclass(frozen=True, slots=True)
class Found:
    """A likely name at a place of the derived text."""

    start: int
    end: int
    type: EntityType
