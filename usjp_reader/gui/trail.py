"""Where the reader has been: the way back and forward through articles. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Trail:
    """Articles in the order they were opened, and which of them is open.

    Attributes:
        uids: At most 200; the oldest are forgotten.
        at: Index of the open one, or -1.
    """

    uids: tuple[str, ...] = ()
    at: int = -1

    def opened(self, uid: str) -> Trail:
        """The trail once `uid` is opened; what lay ahead is forgotten."""
        if self.here == uid:
            return self
        uids = (*self.uids[: self.at + 1], uid)[-_LONGEST:]
        return Trail(uids, len(uids) - 1)

    def moved(self, steps: int) -> Trail:
        """The trail one step on or back, or the same where there is nothing."""
        at = self.at + steps
        return Trail(self.uids, at) if 0 <= at < len(self.uids) else self

    @property
    def here(self) -> str:
        """The article that is open, or ""."""
        return self.uids[self.at] if 0 <= self.at < len(self.uids) else ""

    @property
    def can_go_back(self) -> bool:
        """Whether there is an article before."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is an article after."""
        return self.at + 1 < len(self.uids)
