"""What times an article talks about: the main ones apart from those mentioned in passing.

Never the date of the article itself, and never used in a citation.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days, Period
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.sentences import sentences_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from usjp_reader.domain.dates import TimeMention
    from usjp_reader.domain.texts import DerivedText
    from usjp_reader.knowledge.happenings import Named

_WIDEST = 40 * 366
"""Days beyond which a time says too little to be talked about: "the nineteenth century"."""
_NARROW = 400
"""Wider times join a period but do not stretch one."""
_APART = 0.1
"""Times belong together that lie no further apart than this part of their age ..."""
_LEAST_APART, _MOST_APART = 31, 4 * 365
"""... but so many days at least, and at most."""
_HINDSIGHT = timedelta(days=25 * 365)
"""From so far off an undated text is taken to look at the last time that it names."""
_LEAD = 3
_LEAD_WEIGHT = 2
_AGAIN = 0.25
_NEWS = 31
"""News speaks of days so near its own."""
_MAIN_OF_MOST, _MAIN_OF_ALL = 0.5, 0.2
"""A main period has half the weight of the heaviest and a fifth of all."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A time with the number of the sentence that names it; -1 is the day of the article."""

    days: Days
    sentence: int


@dataclass
class _Cluster:
    days: Days
    units: list[_Unit] = field(default_factory=list)

    def add(self, unit: _Unit) -> None:
        self.units.append(unit)
        if _width(unit.days) <= _NARROW:
            first, last = self.days.earliest, self.days.latest
            self.days = Days(min(first, unit.days.earliest), max(last, unit.days.latest))

    def weight(self, *, is_news: bool) -> float:
        """Distinct sentences, those of the beginning twice; the day of news counts as one.

        A further time in the same sentence adds a quarter of one.
        """
        numbers = {unit.sentence for unit in self.units}
        told = sum(unit.sentence >= 0 for unit in self.units)
        own = _LEAD_WEIGHT if -1 in numbers and (is_news or len(numbers) == 1) else 0
        weight = sum(_LEAD_WEIGHT if number < _LEAD else 1 for number in numbers if number >= 0)
        return own + weight + (told - len(numbers - {-1})) * _AGAIN


def periods(
    derived: DerivedText,
    times: Sequence[TimeMention],
    named: Sequence[Named],
    published: Days | None,
) -> tuple[Period, ...]:
    """The times an article talks about, main ones first, each with the sentences that name it.

    Args:
        derived: The derived text.
        times: The times that the text names, resolved.
        named: The dated events that it names, with positions in the derived text.
        published: When the article was published, as closely as is known, or None.
    """
    sentences = sentences_in(derived.text)
    units = list(_units(derived, sentences, times, named))
    if published is not None and _width(published) <= _NARROW:
        units.append(_Unit(published, -1))
    is_news = published is not None and any(_is_near(unit, published) for unit in units)
    clusters = _clusters(units, published)
    weights = [cluster.weight(is_news=is_news) for cluster in clusters]
    most, total = max(weights, default=0), sum(weights)
    found = [
        Period(
            cluster.days,
            weight >= most * _MAIN_OF_MOST and weight >= total * _MAIN_OF_ALL,
            _passages(derived, sentences, cluster),
        )
        for cluster, weight in zip(clusters, weights, strict=True)
        if weight
    ]
    return tuple(sorted(found, key=lambda period: (not period.is_main, period.days)))


def _units(
    derived: DerivedText,
    sentences: Sequence[Span],
    times: Sequence[TimeMention],
    named: Sequence[Named],
) -> Iterator[_Unit]:
    starts = [sentence.start for sentence in sentences]
    for time in times:
        read = derived.from_source(time.span)
        if time.value is not None and read is not None and _width(time.value.days) <= _WIDEST:
            yield _Unit(time.value.days, bisect.bisect_right(starts, read.start) - 1)
    for one in named:
        if len(one.happenings) == 1 and _width(one.happenings[0].days) <= _NARROW:
            number = bisect.bisect_right(starts, one.span.start) - 1
            yield _Unit(one.happenings[0].days, number)


def _is_near(unit: _Unit, published: Days) -> bool:
    if unit.sentence < 0 or _width(unit.days) > _NEWS:
        return False
    gap = max(
        (published.earliest - unit.days.latest).days, (unit.days.earliest - published.latest).days
    )
    return gap <= _NEWS


def _clusters(units: Sequence[_Unit], published: Days | None) -> list[_Cluster]:
    """Times that belong together; the further back, the more may lie between them."""
    if not units:
        return []
    newest = max(unit.days.latest for unit in units)
    seen_from = published.latest if published else newest + _HINDSIGHT
    found: list[_Cluster] = []
    narrow = sorted(
        (unit for unit in units if _width(unit.days) <= _NARROW), key=lambda unit: unit.days
    )
    for unit in narrow:
        last = found[-1] if found else None
        if last and (unit.days.earliest - last.days.latest).days <= _apart(
            last.days.latest, seen_from
        ):
            last.add(unit)
        else:
            found.append(_Cluster(unit.days, [unit]))
    for unit in (unit for unit in units if _width(unit.days) > _NARROW):
        inside = [one for one in found if one.days.intersection(unit.days)]
        if inside:
            max(inside, key=lambda one: len(one.units)).add(unit)
        else:
            found.append(_Cluster(unit.days, [unit]))
    return found


def _apart(day: date, seen_from: date) -> float:
    return min(_MOST_APART, max(_LEAST_APART, (seen_from - day).days * _APART))


def _passages(
    derived: DerivedText, sentences: Sequence[Span], cluster: _Cluster
) -> tuple[Span, ...]:
    numbers = sorted({unit.sentence for unit in cluster.units if unit.sentence >= 0})
    found = []
    for number in numbers:
        sentence = sentences[number]
        words = sentence.of(derived.text).rstrip()
        if words:
            found.append(derived.to_source(Span(sentence.start, sentence.start + len(words))))
    return tuple(found)


def _width(days: Days) -> int:
    return (days.latest - days.earliest).days + 1
