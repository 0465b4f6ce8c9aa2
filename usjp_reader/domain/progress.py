"""Long work is a generator of `Progress` that looks at a `CancelToken` between items."""

from __future__ import annotations

import threading
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of long work has come.

    Attributes:
        done: Items finished.
        total: Items in all, or None while they are still being counted.
        item: What is being worked on, to be shown as it is (a file name), or "".
    """

    done: int
    total: int | None = None
    item: str = ""


class CancelToken:
    """A flag that one thread raises and another looks at."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next item."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._event.is_set()
