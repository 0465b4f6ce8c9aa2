"""How well a person, a name or an event fits the date of an article."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Entity, Name, Tenure

_GROWN_UP = timedelta(days=17 * 365)
_YEAR = 365


def distance(days: Days | None, period: Days | None) -> int:
    """Days between an article and a period; 0 where they meet or one of them is unknown."""
    if days is None or period is None:
        return 0
    if days.latest < period.earliest:
        return (period.earliest - days.latest).days
    if period.latest < days.earliest:
        return (days.earliest - period.latest).days
    return 0


def in_use(name: Name, days: Days | None) -> bool:
    """Whether a name existed when the article was written; later articles may use old names."""
    if days is None or name.period is None:
        return True
    return days.latest >= name.period.earliest


def in_period(name: Name, days: Days | None) -> bool:
    """Whether the name was the current one when the article was written."""
    return distance(days, name.period) == 0


def is_grown_up(entity: Entity, days: Days | None) -> bool:
    """Whether somebody could be spoken of by surname at that date."""
    if days is None or entity.existence is None:
        return True
    return _shifted(entity.existence.earliest) <= days.latest


def is_born(entity: Entity, days: Days | None) -> bool:
    """Whether somebody or something existed at all at that date."""
    return days is None or entity.existence is None or entity.existence.earliest <= days.latest


def is_alive(entity: Entity, days: Days | None) -> bool:
    """Whether somebody was alive at that date; true where nothing is known."""
    return distance(days, entity.existence) == 0


def holds(tenure: Tenure, days: Days) -> bool:
    """Whether a post was held on some day of `days`."""
    return tenure.days.intersection(days) is not None


def held_before(tenure: Tenure, days: Days | None) -> bool:
    """Whether a post was held on some day up to `days`."""
    return days is None or tenure.days.earliest <= days.latest


def _shifted(birth: date) -> date:
    try:
        return birth + _GROWN_UP
    except OverflowError:
        return birth
