"""The reader's truth as one sequenced log: every change with what was there before and after.

Undo appends the inverse change. A bulk action is one change with many items.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

Scalar: TypeAlias = str | int | float | None
Values: TypeAlias = "Mapping[str, Scalar]"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item of one noun, before and after; None means it was not, or is no longer, there.

    Attributes:
        noun: Which table: `passage`, `flag`, `article`, `root`, `draft` …
        key: The item's id within its noun.
        before: Column values before, or None.
        after: Column values after, or None.
    """

    noun: str
    key: str
    before: Values | None
    after: Values | None

    @property
    def inverse(self) -> ItemChange:
        """The change that takes this one back."""
        return ItemChange(self.noun, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """One action of the reader's: what it is called, and the items it changed.

    Attributes:
        action: Stable name that the window words ("Undo highlight"): `passage.mark` …
        undoes: Sequence number of the change this one takes back, or None.
        seq: Its place in the log; 0 until it is committed.
    """

    action: str
    items: tuple[ItemChange, ...]
    at: datetime
    by: str = ""
    undoes: int | None = None
    seq: int = 0

    def inverse(self, at: datetime) -> Change:
        """The change that takes this one back, made `at`."""
        items = tuple(item.inverse for item in reversed(self.items))
        return Change(self.action, items, at, self.by, self.seq)
