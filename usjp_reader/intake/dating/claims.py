"""One reason each for a date: the days that some words allow. Reasons are weighed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import DateKind, Days, Evidence, Where
from usjp_reader.domain.messages import Message
from usjp_reader.intake.dating.rules import rule_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from usjp_reader.domain.spans import Span
    from usjp_reader.intake.dating.rules import Rule

EARLIEST = date(1800, 1, 1)
"""No article is taken to be older unless it says so itself."""
LATEST = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Claim:
    """What some words allow the day of publication to be.

    Attributes:
        rule: How often this rule is right, and which rules speak of the same thing.
        says: The days these words name, as they are shown to the reader.
        ranges: The days they allow, in order, not overlapping.
        span: Position in the source text, or None where they stand elsewhere.
        text: The words.
        params: For the sentence shown to the reader, beside `text` and `date`.
        name: Position of the name that the claim rests on, if it rests on one.
        spare: Days on which a date that does not fit is no reason for doubt: a page printed the day
            after its dateline.
        excused: Further days on which a date that does not fit is no reason for doubt, though it
            weighs in full: a text of today may tell of a president of the past.
        kind: What happened on the day, where the words say so.
    """

    rule: Rule
    says: Days
    ranges: tuple[Days, ...]
    span: Span | None
    text: str
    params: Mapping[str, str | int | float] = field(default_factory=dict, compare=False)
    where: Where = Where.TEXT
    name: Span | None = None
    spare: Days | None = None
    excused: Days | None = None
    kind: DateKind | None = None

    @property
    def is_day(self) -> bool:
        """Whether they allow one day only."""
        return len(self.ranges) == 1 and self.ranges[0].earliest == self.ranges[0].latest

    def allows(self, days: Days) -> bool:
        """Whether they allow some day of `days`."""
        first, last = days.earliest, days.latest
        return any(one.earliest <= last and first <= one.latest for one in self.ranges)

    def evidence(self, *, against: bool = False) -> Evidence:
        """The claim as it is shown to the reader."""
        words = " ".join(self.text.split())[:120]
        says = self.says.edtf
        params = {"text": words, "date": says, **self.params}
        why = Message(f"intake.why_{self.rule.id.replace('-', '_')}", params)
        return Evidence(
            self.rule.id,
            self.where,
            self.span,
            self.text,
            says,
            why,
            against,
            self.name,
        )


def exact(rule: str, days: Days, span: Span | None, text: str, **rest: object) -> Claim:
    """A claim that the day lies in `days`."""
    return Claim(rule_named(rule), days, (days,), span, text, **rest)  # type: ignore[arg-type]


def from_day_on(rule: str, days: Days, span: Span | None, text: str, **rest: object) -> Claim:
    """A claim that the day is no earlier than the first of `days`."""
    ranges = (Days(days.earliest, LATEST),)
    return Claim(rule_named(rule), days, ranges, span, text, **rest)  # type: ignore[arg-type]


def until(rule: str, days: Days, span: Span | None, text: str, **rest: object) -> Claim:
    """A claim that the day is no later than the last of `days`."""
    ranges = (Days(min(EARLIEST, days.latest), days.latest),)
    return Claim(rule_named(rule), days, ranges, span, text, **rest)  # type: ignore[arg-type]


def joined(ranges: Iterable[Days]) -> tuple[Days, ...]:
    """The same days in order, neighbours and overlaps joined."""
    out: list[Days] = []
    for days in sorted(ranges):
        if out and days.earliest.toordinal() <= out[-1].latest.toordinal() + 1:
            out[-1] = Days(out[-1].earliest, max(out[-1].latest, days.latest))
        else:
            out.append(days)
    return tuple(out)


def common(one: Sequence[Days], other: Sequence[Days]) -> tuple[Days, ...]:
    """The days that lie in both sets of ranges."""
    found = (a.intersection(b) for a in one for b in other)
    return joined(days for days in found if days)


def widened(days: Days, before: int, after: int) -> Days:
    """The days with so many more before and after them."""
    first = days.earliest.toordinal() - before
    last = days.latest.toordinal() + after
    return Days(date.fromordinal(max(1, first)), date.fromordinal(min(LATEST.toordinal(), last)))


def plus(day: date, count: int) -> date:
    """The day so many days later."""
    return day + timedelta(days=count)
