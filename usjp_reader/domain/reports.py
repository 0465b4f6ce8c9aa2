"""What an import did, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Refused
    from usjp_reader.domain.messages import Message


class Outcome(StrEnum):
    """What became of one file."""

    LOADED = "loaded"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    SKIPPED = "skipped"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file of an import.

    Attributes:
        path: As the reader gave it.
        articles: Uids of the articles read from it.
        guessed: Whether a date in it was inferred.
        undated: Whether an article in it has no date.
        reason: Why it failed or was skipped, or what was repaired; None when all is well.
        refused: Its records that could not be read, while the others were.
    """

    path: str
    outcome: Outcome
    articles: tuple[str, ...] = ()
    guessed: bool = False
    undated: bool = False
    reason: Message | None = None
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """An import: its files in the order they were met."""

    files: tuple[FileReport, ...] = ()
    cancelled: bool = False

    def count(self, outcome: Outcome) -> int:
        """How many files had this outcome."""
        return sum(1 for file in self.files if file.outcome is outcome)

    @property
    def guessed(self) -> int:
        """How many files were dated by guess."""
        return sum(1 for file in self.files if file.guessed)

    @property
    def undated(self) -> int:
        """How many files have an article without a date."""
        return sum(1 for file in self.files if file.undated)
