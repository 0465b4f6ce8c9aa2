"""What one line of the sidebar shows, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.domain.queries import EraChoice, FacetChoice, Flag

if TYPE_CHECKING:
    from usjp_reader.domain.entities import EntityType

Key: TypeAlias = EraChoice | FacetChoice | Flag | None
"""What a line chooses; None stands for all articles."""


class Mark(Enum):
    """Whether a line is chosen."""

    OFF = 0
    WANTED = 1
    UNWANTED = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line that can be chosen.

    Attributes:
        key: What it chooses, always as wanted.
        years: Shown after the name and never shortened, or "".
        count: Articles that surely have it.
        possible: Further articles that may have it.
        square: Type whose colour is shown before the name.
        told: Tooltip, plain.
        is_apart: Set in from the others: it runs beside them.
    """

    key: Key
    name: str
    count: int
    possible: int = 0
    years: str = ""
    mark: Mark = Mark.OFF
    square: EntityType | None = None
    told: str = ""
    is_apart: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether choosing it would find nothing."""
        return self.count + self.possible == 0

    @property
    def count_words(self) -> str:
        """The count: "12", "1,284", "12 +3?"."""
        return f"{self.count:,} +{self.possible:,}?" if self.possible else f"{self.count:,}"
