"""Shares with their intervals, and the tallies that the quality figures are made of."""

from __future__ import annotations

import math
from dataclasses import dataclass, field


def wilson(right: int, asked: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share."""
    if not asked:
        return 0.0, 1.0
    z, share = 1.96, right / asked
    middle = share + z * z / (2 * asked)
    spread = z * math.sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked))
    return (middle - spread) / (1 + z * z / asked), (middle + spread) / (1 + z * z / asked)


def share(right: int, asked: int) -> str:
    """A share as it is printed: in per cent, with n and its interval."""
    if not asked:
        return "none asked"
    low, high = wilson(right, asked)
    return f"{right / asked:6.1%}  {right}/{asked} ({low:.3f}–{high:.3f})"


@dataclass
class Matches:
    """Two sets compared, over many articles."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    details: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.missed + self.wrong)

    def __str__(self) -> str:
        if not self.right + self.missed + self.wrong:
            return "none asked"
        found = share(self.right, self.right + self.missed)
        kept = share(self.right, self.right + self.wrong)
        return f"F1 {self.f1:.4f}  found {found}  of what was given {kept}"


@dataclass
class Answers:
    """Questions with one answer each, over many articles."""

    right: int = 0
    asked: int = 0
    details: list[str] = field(default_factory=list)

    def add(self, what: str, *, right: bool) -> None:
        """Count one answer."""
        self.asked += 1
        self.right += right
        if not right:
            self.details.append(what)

    def __str__(self) -> str:
        return share(self.right, self.asked)


@dataclass
class Claims:
    """Answers given with a confidence: whether confidence means what it says."""

    given: list[tuple[float, bool]] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    SURE = 0.8
    BOUNDS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)

    def add(self, confidence: float, what: str, *, right: bool) -> None:
        """Count one answer."""
        self.given.append((confidence, right))
        if not right and confidence >= self.SURE:
            self.details.append(f"{confidence:.2f} {what}")

    def __str__(self) -> str:
        """How many of all answers were wrong though they claimed to be sure."""
        return share(len(self.details), len(self.given))

    def table(self) -> list[str]:
        """One line a bin: what was claimed on average, and how often it was right."""
        rows = []
        for low, high in zip(self.BOUNDS, self.BOUNDS[1:], strict=False):
            inside = [(claim, right) for claim, right in self.given if low <= claim < high]
            if inside:
                claimed = sum(claim for claim, _ in inside) / len(inside)
                held = share(sum(right for _, right in inside), len(inside))
                rows.append(f"{low:.1f}–{min(high, 1):.1f}: claimed {claimed:.2f}, right {held}")
        return rows
