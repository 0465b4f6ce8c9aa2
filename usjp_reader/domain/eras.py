"""Periodisations and their eras; several live side by side, and eras may overlap or be open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from usjp_reader.domain.dates import Days


class PeriodisationKind(StrEnum):
    """Whether a periodisation reads history or merely records it."""

    INTERPRETS = "interprets"
    RECORDS = "records"


class Fit(StrEnum):
    """How surely a date lies in an era."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Era:
    """An era with half-open bounds; None is open.

    Attributes:
        shared_start: The hand-over day at `start` also belongs to the era before.
        ends_shared: The day of `end` still belongs to this era too.
        parallel: It runs beside the others and is not part of their sequence.
        authority: Where the bounds were checked.
    """

    id: str
    names: Mapping[str, str]
    start: date | None
    end: date | None
    start_event: str = ""
    end_event: str = ""
    start_time: str = ""
    start_place: str = ""
    shared_start: bool = False
    ends_shared: bool = False
    parallel: bool = False
    authority: str = ""
    note: str = ""

    def name(self, language: str = "en") -> str:
        """The name in `language`, else in English."""
        return self.names.get(language) or self.names["en"]

    def may_hold(self, days: Days) -> bool:
        """Whether it is worth asking `fit`: quick, for most eras are far away."""
        if self.end is not None and days.earliest > self.end:
            return False
        return self.start is None or days.latest >= self.start

    def fit(self, days: Days) -> Fit | None:
        """How surely a day in `days` lies in this era; None when it cannot."""
        if self._is_last_shared_day(days) or days.within(self.start, self.end):
            return Fit.CERTAIN
        if days.overlaps(self.start, self.end) or self._touches_shared_end(days):
            return Fit.POSSIBLE
        return None

    def _is_last_shared_day(self, days: Days) -> bool:
        return (
            self.ends_shared
            and self.end is not None
            and days.latest == self.end
            and (self.start is None or days.earliest >= self.start)
        )

    def _touches_shared_end(self, days: Days) -> bool:
        return (
            self.ends_shared and self.end is not None and days.earliest <= self.end <= days.latest
        )


@dataclass(frozen=True, slots=True)
class Periodisation:
    """A named list of eras, with who claims it and why."""

    id: str
    names: Mapping[str, str]
    kind: PeriodisationKind
    claimed_by: str
    why: str
    eras: tuple[Era, ...]

    def name(self, language: str = "en") -> str:
        """The name in `language`, else in English."""
        return self.names.get(language) or self.names["en"]

    def fits(self, days: Days | None) -> tuple[tuple[Era, Fit], ...]:
        """The eras that `days` may lie in, in order; none for an undated article."""
        if days is None:
            return ()
        found = ((era, era.fit(days)) for era in self.eras if era.may_hold(days))
        return tuple((era, fit) for era, fit in found if fit is not None)
