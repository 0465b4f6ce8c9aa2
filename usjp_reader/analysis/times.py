"""Every time that an article names, resolved against its date: "Friday", "last year", 同日.

Durations are no times, nor are numbers inside the names of laws and events.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Edtf, TimeMention
from usjp_reader.domain.entities import EntityType
from usjp_reader.knowledge.times import Form, Unit
from usjp_reader.knowledge.times.expressions import day_of, hull, month_of
from usjp_reader.knowledge.times.reckoning import resolved, shifted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Candidate
    from usjp_reader.domain.texts import DerivedText
    from usjp_reader.knowledge.times import Expression

TIMER = "5"
"""Version of this stage."""

_NAMES = frozenset({EntityType.LAW, EntityType.EVENT, EntityType.ORG, EntityType.FAC})
_AHEAD = re.compile(
    r"\b(?:will|shall|would|is to|are to|to be|expected|scheduled|due|set|plans?|planned|faces?|by|"
    r"until|before|ahead of|upcoming)\b[^.;!?]{0,60}$",
    re.IGNORECASE,
)
_JA_AHEAD = re.compile(
    r"^[^。]{0,24}?(?:予定|見通し|見込み|する方針|に開かれる|に行われる|に実施する|までに|に控え|を控え|[にへ].{0,12}(?:控え|臨む|迎える))"
)
_REACH = 80
_UNIT_DAYS = {
    Unit.DAY: 1,
    Unit.WEEK: 7,
    Unit.MONTH: 31,
    Unit.SEASON: 92,
    Unit.YEAR: 366,
    Unit.DECADE: 3653,
    Unit.CENTURY: 36525,
}
_WIDEST = 400
"""A date of more days than that is no ground to reckon from."""


def times(
    text: str,
    derived: DerivedText,
    found: Sequence[Expression],
    published: Days | None,
    candidates: Sequence[Candidate],
) -> tuple[TimeMention, ...]:
    """The times that the derived text names, in order, without overlaps.

    Args:
        text: The source text.
        derived: The derived text.
        found: The expressions of time in it.
        published: When the article was published, as closely as is known, or None.
        candidates: Names found in the text; a year inside the name of a law is no time.
    """
    return tuple(_times(text, derived, found, published, candidates))


def _times(
    text: str,
    derived: DerivedText,
    found: Sequence[Expression],
    published: Days | None,
    candidates: Sequence[Candidate],
) -> Iterator[TimeMention]:
    names = [one.span for one in candidates if one.type in _NAMES]
    starts = [name.start for name in names]  # in order, and none overlaps another
    reckoner = _Reckoner(derived.text, published)
    end = 0
    for one in found:
        span = derived.to_source(one.span)
        if span.start < end:
            continue
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and names[at].contains(span):
            continue
        end = span.end
        days = reckoner.days_of(one)
        yield TimeMention(span, span.of(text), Edtf.of(days) if days else None)


class _Reckoner:
    """Works out what each expression means, in the order of the text."""

    def __init__(self, text: str, published: Days | None) -> None:
        self._text = text
        self._anchor = published if published and _width(published) <= _WIDEST else None
        self._known: Days | None = None
        self._end = 0

    def days_of(self, one: Expression) -> Days | None:
        """The days that an expression means, or None where that is not sure."""
        if "\n" in self._text[self._end : one.span.start]:
            self._known = None  # another paragraph tells of other times
        self._end = one.span.end
        days = one.days or self._in_known_year(one) or self._from_text(one) or self._from_date(one)
        if days and (one.days or (one.shift is not None and one.shift.from_text)):
            self._known = days
        return days

    def _in_known_year(self, one: Expression) -> Days | None:
        """June 15 after "in 1960", in one paragraph, is of that year."""
        known = self._known
        if known is None or one.shift is not None or known.earliest.year != known.latest.year:
            return None
        if one.form is Form.MONTH_DAY:
            return day_of(known.earliest.year, one.month, one.day)
        return month_of(known.earliest.year, one.month) if one.form is Form.MONTH_ONLY else None

    def _from_text(self, one: Expression) -> Days | None:
        """The following year, two days later, 同日: reckoned from the time named before."""
        shift, known = one.shift, self._known
        if shift is None or not shift.from_text or known is None:
            return None
        if _width(known) > _UNIT_DAYS[shift.unit]:
            return None
        day = known.earliest
        if one.form is Form.MONTH_ONLY:
            return month_of(day.year + shift.count, one.month)
        if one.form is Form.MONTH_DAY:
            return day_of(day.year + shift.count, one.month, one.day)
        return shifted(shift, day) if one.form is Form.NEAR else None

    def _from_date(self, one: Expression) -> Days | None:
        """Reckoned from the day of publication; the same from its first and its last day."""
        if self._anchor is None or (one.shift is not None and one.shift.from_text):
            return None
        if self._known is not None and one.shift is None and one.form is Form.WEEKDAY:
            return None  # a weekday in a tale of another time
        ahead = self._is_ahead(one)
        first = resolved(one, self._anchor.earliest, ahead=ahead)
        last = resolved(one, self._anchor.latest, ahead=ahead)
        if first is None or last is None:
            return None
        days = hull(first, last)
        return days if _width(days) <= _width(first) + _width(self._anchor) else None

    def _is_ahead(self, one: Expression) -> bool:
        start, end = one.span.start, one.span.end
        if one.text[-1] > "\u2fff":
            return _JA_AHEAD.match(self._text[end : end + 40]) is not None
        before = self._text[max(0, start - _REACH) : start].rpartition("\n")[2]
        return _AHEAD.search(before) is not None


def _width(days: Days) -> int:
    return (days.latest - days.earliest).days + 1
