"""Publication dates as EDTF values with bounds, and the evidence they rest on.

The subset of EDTF used is: a day, a month, a year, each also approximate (`~`), an interval of two
such values (`A/B`: some day in it), and unknown (None, never an empty string).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usjp_reader.domain.messages import Message
    from usjp_reader.domain.spans import Span

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


class Precision(StrEnum):
    """How closely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


_OF_LENGTH = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}


class Status(StrEnum):
    """Where a value comes from: the source, the program's inference, or the reader."""

    STATED = "stated"
    INFERRED = "inferred"
    CONFIRMED = "confirmed"


class DateKind(StrEnum):
    """What happened on the day: a newspaper bears another date than the letter it prints."""

    PUBLISHED = "published"
    ISSUE = "issue"
    EVENING = "evening-edition"
    WRITTEN = "written"
    SENT = "sent"
    RECEIVED = "received"
    UPDATED = "updated"


class Sureness(StrEnum):
    """How sure the date is, in the four words of the window, and two that need no degree."""

    STATED = "stated"
    NARROW = "narrow"
    WIDE = "wide"
    GUESS = "guess"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"


class Where(StrEnum):
    """Where evidence stands."""

    TEXT = "text"
    FILENAME = "filename"
    URL = "url"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True, order=True, init=False)
class Days:
    """A closed range of days, `earliest <= latest`."""

    earliest: date
    latest: date

    def __init__(self, earliest: date, latest: date) -> None:
        if earliest > latest:
            raise ValueError(f"not a range of days: {earliest}..{latest}")
        _set_earliest(self, earliest)  # sooner than a frozen dataclass does it, as for `Span`
        _set_latest(self, latest)

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Whether some day of the range lies in the half-open bounds; None is open."""
        return (end is None or self.earliest < end) and (start is None or self.latest >= start)

    def within(self, start: date | None, end: date | None) -> bool:
        """Whether every day of the range lies in the half-open bounds; None is open."""
        return (end is None or self.latest < end) and (start is None or self.earliest >= start)

    def intersection(self, other: Days) -> Days | None:
        """The days that both hold, or None."""
        earliest, latest = max(self.earliest, other.earliest), min(self.latest, other.latest)
        return Days(earliest, latest) if earliest <= latest else None

    @property
    def edtf(self) -> str:
        """The shortest EDTF value that means exactly these days."""
        first, last = self.earliest, self.latest
        if first == last:
            return first.isoformat()
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return _years(first.year, last.year)
        if (
            first.day == 1
            and last == _month_end(last)
            and (first.year, first.month)
            == (
                last.year,
                last.month,
            )
        ):
            return first.isoformat()[:7]  # "%Y" drops the noughts of early years
        return f"{first.isoformat()}/{last.isoformat()}"


_set_earliest, _set_latest = (vars(Days)[name].__set__ for name in ("earliest", "latest"))


def _years(first: int, last: int) -> str:
    return f"{first:04d}" if first == last else f"{first:04d}/{last:04d}"


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


@dataclass(frozen=True, slots=True)
class Edtf:
    """A valid value of our subset of EDTF, with its bounds."""

    value: str
    days: Days
    precision: Precision
    approximate: bool = False

    @classmethod
    def parse(cls, value: str) -> Edtf:
        """Read `value`; ValueError when it is not in the subset or names no real day."""
        if "/" in value:
            first, _, last = value.partition("/")
            low, high = _parse_part(first), _parse_part(last)
            days = Days(low.days.earliest, high.days.latest)
            return cls(value, days, Precision.INTERVAL, low.approximate or high.approximate)
        return _parse_part(value)

    @classmethod
    def of(cls, days: Days) -> Edtf:
        """The value that means exactly `days`."""
        value = days.edtf
        precision = Precision.INTERVAL if "/" in value else _OF_LENGTH[len(value)]
        return cls(value, days, precision)


def _parse_part(value: str) -> Edtf:
    match = _PART.fullmatch(value)
    if match is None:
        raise ValueError(f"not an EDTF date: {value!r}")
    year, month, day, tilde = match.groups()
    approximate = bool(tilde)
    if day:
        exact = date(int(year), int(month), int(day))
        return Edtf(value, Days(exact, exact), Precision.DAY, approximate)
    if month:
        first = date(int(year), int(month), 1)
        return Edtf(value, Days(first, _month_end(first)), Precision.MONTH, approximate)
    days = Days(date(int(year), 1, 1), date(int(year), 12, 31))
    return Edtf(value, days, Precision.YEAR, approximate)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a date, or against it.

    Attributes:
        rule: Stable id of the rule that found it, such as `dateline-day`.
        where: Text, file name, URL or metadata.
        span: Position in the source text when `where` is the text.
        text: The words (or file name, or metadata value) it rests on.
        says: The EDTF value these words allow.
        why: The sentence shown to the reader.
        against: Whether the words do not fit the date that was chosen.
        name: Position of the name in the text that it rests on, if it rests on one: a link of that
            very name gains nothing from the date.
    """

    rule: str
    where: Where
    span: Span | None
    text: str
    says: str
    why: Message
    against: bool = False
    name: Span | None = None


NARROW_DAYS = 31
"""An inferred date that leaves more days than a month is wide."""
GUESSED = 0.5
"""An inferred date that is less sure than this is a guess."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the evidence for and against it; `value` is None when unknown.

    Attributes:
        ranges: The days that are left where the value has gaps (two terms of one office): each lies
            inside the value. Empty where it has none.
        kind: What happened on the day.
    """

    value: Edtf | None = None
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    status: Status = Status.INFERRED
    kind: DateKind = DateKind.PUBLISHED
    ranges: tuple[Days, ...] = ()

    @property
    def precision(self) -> Precision:
        """How closely the date is known."""
        return self.value.precision if self.value else Precision.UNKNOWN

    @property
    def is_stated(self) -> bool:
        """Whether the source (or the reader) says so, rather than the program."""
        return self.value is not None and self.status is not Status.INFERRED

    @property
    def sureness(self) -> Sureness:
        """How sure it is, in a word."""
        if self.value is None:
            return Sureness.UNKNOWN
        if self.status is not Status.INFERRED:
            return Sureness.STATED if self.status is Status.STATED else Sureness.CONFIRMED
        if self.confidence < GUESSED:
            return Sureness.GUESS
        days = self.value.days
        width = (days.latest - days.earliest).days + 1
        return Sureness.NARROW if width <= NARROW_DAYS else Sureness.WIDE

    @property
    def reasons(self) -> tuple[Evidence, ...]:
        """The evidence for it."""
        return tuple(one for one in self.evidence if not one.against)

    @property
    def doubts(self) -> tuple[Evidence, ...]:
        """The evidence against it."""
        return tuple(one for one in self.evidence if one.against)


UNDATED = Dated()


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time that a text names: a day, a year, "last week".

    Attributes:
        span: Position in the source text.
        text: The words as they stand there.
        value: What they mean; None where that is not sure.
    """

    span: Span
    text: str
    value: Edtf | None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that an article talks about.

    Attributes:
        days: From the first to the last time of it that is named.
        is_main: Whether the article is about it, rather than mentioning it in passing.
        passages: The sentences that name it, as positions in the source text, in order; none where
            it is only the day of the article itself.
    """

    days: Days
    is_main: bool
    passages: tuple[Span, ...] = ()
