"""What can be undone and redone next, read from the changes since the library was opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from usjp_reader.domain.changes import Change


@dataclass(frozen=True, slots=True)
class History:
    """Two piles of committed changes, the next one on top (last).

    An undo is itself a change whose `undoes` names what it took back; taking the undo back is a
    redo. A new change empties the pile of redoable ones. Nothing is ever removed from the log.
    """

    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()

    @classmethod
    def of(cls, committed: Iterable[Change]) -> History:
        """The history after these changes, in the order of their sequence numbers."""
        history = cls()
        for change in committed:
            history = history.after(change)
        return history

    def after(self, change: Change) -> History:
        """The history once `change` is committed too."""
        if change.undoes is None:
            return History((*self.done, change))
        if self.done and self.done[-1].seq == change.undoes:
            return History(self.done[:-1], (*self.undone, change))
        if self.undone and self.undone[-1].seq == change.undoes:
            return History((*self.done, change), self.undone[:-1])
        # Something further down was taken back, such as one item restored from the trash.
        kept = tuple(one for one in self.done if one.seq != change.undoes)
        return History((*kept, change))

    def undoable(self) -> Change | None:
        """The change that "Undo" takes back next, for its name; None when there is none."""
        return self.done[-1] if self.done else None

    def redoable(self) -> Change | None:
        """The undo that "Redo" takes back next, for its name; None when there is none."""
        return self.undone[-1] if self.undone else None

    def undo(self, at: datetime) -> Change | None:
        """The change to commit for "Undo"."""
        change = self.undoable()
        return change.inverse(at) if change else None

    def redo(self, at: datetime) -> Change | None:
        """The change to commit for "Redo"."""
        change = self.redoable()
        return change.inverse(at) if change else None
