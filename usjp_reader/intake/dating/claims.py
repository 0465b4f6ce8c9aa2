"""One reason each for a date: what some words allow. Reasons are weighed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days, Evidence, Where
from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from usjp_reader.domain.spans import Span

EARLIEST = date(1800, 1, 1)
"""No article is taken to be older unless it says so itself."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What some words allow the day of publication to be.

    Attributes:
        rule: Stable id, such as `dateline-day`.
        days: The days these words name.
        span: Position in the source text, or None where they stand elsewhere.
        text: The words.
        weight: How often this rule is right where it speaks, 0 to 1.
        earliest: No day before is allowed; None is no bound.
        latest: No day after is allowed; None is no bound.
        params: For the sentence shown to the reader, beside `text` and `date`.
    """

    rule: str
    days: Days
    span: Span | None
    text: str
    weight: float
    earliest: date | None = None
    latest: date | None = None
    where: Where = Where.TEXT
    params: Mapping[str, str | int | float] = field(default_factory=dict)

    @classmethod
    def exact(cls, rule: str, days: Days, span: Span | None, text: str, weight: float) -> Claim:
        """A claim that the day lies in `days`."""
        return cls(rule, days, span, text, weight, days.earliest, days.latest)

    def window(self, bounds: Days) -> Days | None:
        """The part of `bounds` that this claim allows, or None."""
        earliest = max(bounds.earliest, self.earliest or bounds.earliest)
        latest = min(bounds.latest, self.latest or bounds.latest)
        return Days(earliest, latest) if earliest <= latest else None

    @property
    def evidence(self) -> Evidence:
        """The claim as it is shown to the reader."""
        says = self.days.edtf
        words = " ".join(self.text.split())[:120]
        params = {"text": words, "date": says, **self.params}
        why = Message(f"intake.why_{self.rule.replace('-', '_')}", params)
        return Evidence(self.rule, self.where, self.span, self.text, says, why)
