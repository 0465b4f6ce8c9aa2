"""Reasons weighed against one another: the days that cost least to believe, and how sure."""

from __future__ import annotations

import bisect
import math
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import UNDATED, Dated, DateKind, Days, Edtf, Status
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.claims import EARLIEST, Claim, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FURTHER = 0.25
"""What each further reason of one family adds to the weight of its first."""
_IN_SPARE = {False: 0.3, True: 0.8}
"""How much of its weight a reason keeps that allows the day by a stretch; what the page itself
states keeps most."""
_SUPPORT = 1 / 3
"""The part of the remaining doubt that another kind of reason takes away."""
_DOUBT = 0.5
"""How much of the weight of a reason that does not fit is taken from the answer's."""
_SUREST = 0.99
_MOST_INFERRED = 0.79
"""No inference without a stamp on the page, the file or the address claims more."""
_MOST_OF_WIDTH = ((45, 0.4), (3, 0.6))
"""The same where more days are left: a careful reader would mostly have found fewer. Measured on
articles that do not state their date."""
_NOWHERE = Span(0, 0)
_TERMS = frozenset({"term-of-office", "term-historical"})
_MOST_EVIDENCE = 8
_MOST_DOUBTS = 4


@dataclass(frozen=True, slots=True)
class Resolution:
    """The days that cost least.

    Attributes:
        ranges: They, in order.
        believed: The reasons that allow them.
        denied: The reasons that do not.
        today: The last day that is possible.
    """

    ranges: tuple[Days, ...]
    believed: tuple[Claim, ...]
    denied: tuple[Claim, ...]
    today: date

    @property
    def hull(self) -> Days:
        """From the first of the days to the last."""
        return Days(self.ranges[0].earliest, self.ranges[-1].latest)

    @property
    def is_open(self) -> bool:
        """Whether nothing bounds the days from below, or nothing but today from above."""
        return not self._bound_below or not self._bound_above

    @property
    def _bound_below(self) -> list[Claim]:
        first = self.hull.earliest.toordinal()
        if first <= EARLIEST.toordinal():
            return []
        found = [one for one in self.believed if not _holds(one, first - 1)]
        return found or [one for one, days in self._spared if days.earliest.toordinal() >= first]

    @property
    def _bound_above(self) -> list[Claim]:
        last = self.hull.latest.toordinal()
        found = [one for one in self.believed if not _holds(one, last + 1)]
        if last >= self.today.toordinal():  # a term that is not over bounds it from above, too
            found += [one for one in self.believed if _is_current(one, self.today)]
        return found or [one for one, days in self._spared if days.latest.toordinal() <= last]

    @property
    def _spared(self) -> list[tuple[Claim, Days]]:
        """Reasons that allow the days by a stretch, with the stretch."""
        hull = self.hull
        return [
            (one, one.spare)
            for one in self.denied
            if one.spare and one.spare.intersection(hull) == hull
        ]

    def dated(self) -> Dated:
        """The answer."""
        if not self.believed:
            return UNDATED
        below, above = self._bound_below, self._bound_above
        if not below or not above:
            # One bound alone says only that the article is older or younger: that is no date.
            shown = [*below, *above][:_MOST_EVIDENCE]
            return Dated(None, 0.0, tuple(claim.evidence() for claim in shown))
        binding = list(dict.fromkeys([*_surest_first(below), *_surest_first(above)]))
        stating = all(_surest_first(side)[0].rule.states for side in (below, above))
        shown = self._shown(binding)
        evidence = [claim.evidence() for claim in shown]
        evidence += [claim.evidence(against=True) for claim in self._doubts()]
        return Dated(
            Edtf.of(self.hull),
            round(self._confidence(below, above), 2),
            tuple(evidence),
            Status.STATED if stating else Status.INFERRED,
            (shown[0].kind if shown else None) or DateKind.PUBLISHED,
            self.ranges if len(self.ranges) > 1 else (),
        )

    def _shown(self, binding: Sequence[Claim]) -> list[Claim]:
        """What is shown: the surest at either end, then others that agree to the day."""
        shown = [
            claim
            for claim in binding
            if not _is_repeated(claim, binding) and not _is_implied(claim, binding)
        ]
        for claim in self.believed:
            if claim.says == self.hull and not any(_is_same(claim, one) for one in shown):
                shown.append(claim)
        return shown[:_MOST_EVIDENCE]

    def _doubts(self) -> list[Claim]:
        found: list[Claim] = []
        for claim in sorted(self.denied, key=lambda one: -one.rule.right):
            is_known = any(_is_same(claim, one) for one in found)
            if not is_known and not _is_spared(claim, self.ranges):
                found.append(claim)
        return found[:_MOST_DOUBTS]

    @property
    def _most_inferred(self) -> float:
        """What is told of dates a text the less surely the more days it leaves."""
        width = (self.hull.latest - self.hull.earliest).days
        return next((most for days, most in _MOST_OF_WIDTH if width > days), _MOST_INFERRED)

    def _confidence(self, below: Sequence[Claim], above: Sequence[Claim]) -> float:
        """As sure as the surest reason at either end; others add to it, doubts take away."""
        low, high = _surest_first(below)[0], _surest_first(above)[0]
        sure = _side(below)
        if low is not high:
            sure *= _side(above)
        else:
            sure = max(sure, _side(above))
        doubt = sum(max(one.rule.weight for one in family) for family in _families(self._doubts()))
        sure = _chance(math.log(sure / (1 - sure)) - doubt * _DOUBT)
        is_solid = low.rule.solid and high.rule.solid and len(self.ranges) == 1
        return max(0.05, min(_SUREST if is_solid else self._most_inferred, sure))


def resolve(claims: Iterable[Claim], today: date) -> Resolution:
    """The days between the first that is thought of and today that cost least to believe."""
    known = list(claims)
    first = min([EARLIEST, *(one.says.earliest for one in known if one.rule.states)])
    low, high = min(first, today).toordinal(), today.toordinal()
    cuts = _cuts(known, low, high)
    costs = _costs(known, cuts)
    least = min(costs) + 1e-9
    ends = [*(cut - 1 for cut in cuts[1:]), high]
    best = [
        Days(date.fromordinal(start), date.fromordinal(end))
        for start, end, cost in zip(cuts, ends, costs, strict=True)
        if cost <= least
    ]
    ranges = joined(best)
    allowed = [any(one.allows(days) for days in ranges) for one in known]
    believed = tuple(compress(known, allowed))
    denied = tuple(one for one, is_allowed in zip(known, allowed, strict=True) if not is_allowed)
    return Resolution(ranges, believed, denied, today)


def _cuts(claims: Sequence[Claim], low: int, high: int) -> list[int]:
    """The first day of every stretch on which all reasons say the same, counted from year 1."""
    cuts = {low}
    for claim in claims:
        for days in claim.ranges if claim.spare is None else (*claim.ranges, claim.spare):
            cuts.add(days.earliest.toordinal())
            cuts.add(days.latest.toordinal() + 1)
    return sorted(cut for cut in cuts if low <= cut <= high)


def _costs(claims: Sequence[Claim], cuts: list[int]) -> list[float]:
    """What it costs to believe each stretch: the weights of the reasons that deny it.

    Of one family the heaviest counts whole, the further ones a part.
    """
    families: dict[str, list[list[float]]] = {}
    for claim in claims:
        families.setdefault(claim.rule.family, []).append(_cost_of(claim, cuts))
    total = [0.0] * len(cuts)
    for costs in families.values():
        if len(costs) == 1:
            total = [one + other for one, other in zip(total, costs[0], strict=True)]
            continue
        stretches = list(zip(*costs, strict=True))
        both = {  # most stretches cost the same as others
            each: (max(each) * (1 - _FURTHER), sum(each) * _FURTHER) for each in set(stretches)
        }
        total = [
            one + heaviest + all_of_them
            for one, (heaviest, all_of_them) in zip(
                total, map(both.__getitem__, stretches), strict=True
            )
        ]
    return total


def _cost_of(claim: Claim, cuts: list[int]) -> list[float]:
    """What it costs to believe each stretch against one reason."""
    weight = claim.rule.weight
    costs = [weight] * len(cuts)
    if claim.spare is not None:
        _fill(costs, cuts, claim.spare, weight * _IN_SPARE[claim.rule.states])
    for days in claim.ranges:
        _fill(costs, cuts, days, 0.0)
    return costs


def _fill(costs: list[float], cuts: list[int], days: Days, cost: float) -> None:
    first = bisect.bisect_left(cuts, days.earliest.toordinal())
    last = bisect.bisect_right(cuts, days.latest.toordinal())
    costs[first:last] = [cost] * (last - first)


def _holds(claim: Claim, day: int) -> bool:
    return any(days.earliest.toordinal() <= day <= days.latest.toordinal() for days in claim.ranges)


def _is_current(claim: Claim, today: date) -> bool:
    """Whether it is a term of office that is not over: it bounds the days as an end would."""
    return claim.rule.id in _TERMS and claim.ranges[-1].latest > today


def _is_spared(claim: Claim, ranges: Sequence[Days]) -> bool:
    excuses = [days for days in (claim.spare, claim.excused) if days]
    return any(days.intersection(excuse) for days in ranges for excuse in excuses)


def _is_repeated(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a surer one of the same family stands before it and says the same."""
    for other in others:
        if other is claim:
            return False
        if other.rule.family == claim.rule.family and other.ranges == claim.ranges:
            return True
    return False


def _is_same(claim: Claim, other: Claim) -> bool:
    """Whether both say the same for the same reason: two wordings of one event."""
    return claim.rule == other.rule and claim.ranges == other.ranges


def _is_implied(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether another reason of the same words says it more closely."""
    return any(
        other.span == claim.span
        and other is not claim
        and other.ranges != claim.ranges
        and all(any(_holds_all(wide, days) for wide in claim.ranges) for days in other.ranges)
        for other in others
    )


def _holds_all(wide: Days, days: Days) -> bool:
    return wide.earliest <= days.earliest and days.latest <= wide.latest


def _surest_first(claims: Sequence[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda one: (-one.rule.right, one.span or _NOWHERE))


def _families(claims: Iterable[Claim]) -> list[list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.rule.family, []).append(claim)
    return list(found.values())


def _chance(weight: float) -> float:
    return 1 / (1 + math.exp(-weight))


def _side(claims: Sequence[Claim]) -> float:
    """How sure one end is."""
    rights = sorted(
        (max(one.rule.right for one in each) for each in _families(claims)), reverse=True
    )
    sure = rights[0]
    for _ in rights[1:]:
        sure += (1 - sure) * _SUPPORT
    return sure
