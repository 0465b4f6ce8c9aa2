"""Reasons weighed against one another until the most probable days are left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import UNDATED, Dated, Days, Edtf, Status
from usjp_reader.intake.dating.claims import EARLIEST, Claim

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_MOST_EVIDENCE = 8


@dataclass
class Weighing:
    """What is left of all days after each reason, and the reasons that counted.

    Attributes:
        bounds: The days still allowed.
        used: Reasons that narrowed them, in order.
        against: How many reasons could not be reconciled with the others.
        weight: Confidence so far.
        is_stated: Whether the page itself gives its date.
        ranges: Parts of the bounds that are left where they have gaps.
    """

    today: date
    bounds: Days = field(init=False)
    used: list[Claim] = field(default_factory=list)
    against: int = 0
    weight: float = 0.0
    is_stated: bool = False
    ranges: tuple[Days, ...] = ()

    def __post_init__(self) -> None:
        self.bounds = Days(min(EARLIEST, self.today), self.today)

    @property
    def is_open(self) -> bool:
        """Whether nothing bounds the date from below, or nothing but today from above."""
        return self.bounds.earliest == EARLIEST or self.bounds.latest == self.today

    def allow(self, claim: Claim, *, quiet: bool = False) -> bool:
        """Narrow the days by a reason; False when it contradicts what is known.

        Args:
            claim: The reason.
            quiet: A contradiction is no reason for doubt.
        """
        window = claim.window(self.bounds)
        if window is None:
            self.against += 0 if quiet else 1
            return False
        if window != self.bounds:
            self.bounds = window
            self.used.append(claim)
            self.weight = claim.weight if not self.weight else max(self.weight, claim.weight) * 0.97
        return True

    def settle(self, claim: Claim) -> None:
        """Take the days of a reason as the answer."""
        self.bounds = claim.days
        if claim not in self.used:
            self.used.append(claim)
        self.weight = claim.weight

    def state(self, claim: Claim) -> None:
        """Take the days that the page itself gives as the answer."""
        self.is_stated = True
        self.used = []
        self.settle(claim)

    def support(self, claims: Iterable[Claim]) -> None:
        """Mention further reasons that allow the answer; those that do not lower confidence."""
        for claim in claims:
            if claim.days == self.bounds and claim not in self.used:
                self.used.append(claim)
                self.weight += (1 - self.weight) / 3

    def dated(self) -> Dated:
        """The answer."""
        if not self.used:
            return UNDATED
        if self.bounds.latest == self.today and not self.is_stated and not self.ranges:
            # The past alone says only that the article is younger: that is no date.
            return Dated(None, 0.0, tuple(claim.evidence for claim in self.used[-1:]))
        confidence = max(0.05, self.weight - 0.12 * min(self.against, 3))
        evidence = tuple(claim.evidence for claim in self.used[-_MOST_EVIDENCE:])
        status = Status.STATED if self.is_stated else Status.INFERRED
        return Dated(Edtf.of(self.bounds), round(min(confidence, 0.99), 2), evidence, status)
