"""What a reader gave back: the records that can be analysed, and what is said of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Sorted:
    """The records of one file.

    Attributes:
        reason: One sentence on the file as a whole, or None when all is well with it.
    """

    records: tuple[Record, ...]
    refused: tuple[Refused, ...]
    reason: Message | None


def sort_out(found: Iterable[Record | Refused], taken: int = 0) -> Sorted:
    """Part the records of a file from those that could not be read.

    Args:
        found: What a reader gave back.
        taken: How many of the file's items are in files of their own.
    """
    parts = tuple(found)
    records = tuple(part for part in parts if isinstance(part, Record))
    refused = tuple(part for part in parts if isinstance(part, Refused))
    return Sorted(records, refused, _reason(records, refused, taken))


def _reason(
    records: tuple[Record, ...], refused: tuple[Refused, ...], taken: int
) -> Message | None:
    if taken:
        params = {"taken": taken, "read": len(records), "refused": len(refused)}
        return Message("loading.bibliography", params)
    if not records and not refused:
        return Message("loading.no_records")
    if not records and len(refused) == 1:
        return refused[0].reason
    if refused:
        key = "loading.some_refused" if records else "loading.all_refused"
        return Message(key, {"refused": len(refused), "count": len(records) + len(refused)})
    notes = [note for record in records for note in record.notes]
    return Message(notes[0]) if notes else None
