"""The event that an opening is about, though no wording of it stands there, and what follows.

Only where all else leaves many days: the offices held say roughly when, the words which event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.intake.dating.claims import Claim, plus, widened
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.intake.dating.since import is_told_weekday
from usjp_reader.intake.dating.tense import is_ahead, is_event_ahead
from usjp_reader.knowledge.signatures import signatures
from usjp_reader.knowledge.times import Form, Unit
from usjp_reader.knowledge.times.english_words import WORD_NUMBER, count
from usjp_reader.knowledge.times.numerals import NUMERALS, number
from usjp_reader.knowledge.times.reckoning import said_if

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.spans import Span
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.knowledge.signatures import Likely
    from usjp_reader.knowledge.times import Expression

_FEWEST_DAYS, _MOST_DAYS = 20, 16 * 365
_FEWEST_PARAGRAPHS = 2
_FEWEST_WORDS = 3
_OPENING = 1600
"""Letters of a text in which it says what it is about."""
_LEAST, _LEAST_TIMED = 7.0, 4.5
"""So much the words of an event must say, and where times beside them fit it."""
_THOUGHT_OF = 6
_MARGIN = 0.75
"""Another event whose words say as much as this part makes the first one doubtful."""
_APART = 12
"""Events so many days apart are told together."""
_FRESH, _EVE = 31, 60
"""So long after an event it is told as news, and so long before as one to come."""
_BEFORE, _AFTER = 400, 300
_CLUES = 4
"""So many of its rarest words show in which sentences a text tells of an event."""
_SAID = frozenset({Form.WEEKDAY, Form.NEAR, Form.MONTH_ONLY, Form.MONTH_DAY, Form.DAY_ONLY})
_TOLD = re.compile(r"\b(?:announced|signed|agreed|said|told)\b|表明し|発表し|合意し|署名し")
"""What was said that "would" be so is news."""
_DAYS = frozenset({Form.WEEKDAY, Form.MONTH_DAY, Form.DAY_ONLY})
_COUNTED = re.compile(
    rf"\b(?P<n>{WORD_NUMBER}) (?P<unit>day|week|month)s? (?:since|after|ago|later)\b"
    rf"|(?:から|以来|より)(?:もう|ちょうど|早くも)?(?P<ja>[0-9]{{1,3}}|[{NUMERALS}]{{1,3}})"
    r"(?P<ja_unit>日|週間|[かカヶヵケ箇]月)",
    re.IGNORECASE,
)
_UNITS = {"day": (1, 1), "week": (7, 2), "month": (30, 7), "日": (1, 1), "週": (7, 2)}


@dataclass(frozen=True, slots=True)
class _Fit:
    """An event with the days on which the text may tell of it.

    Attributes:
        is_timed: Whether times beside it say so.
    """

    likely: Likely
    days: Days
    is_timed: bool


def likely_events(page: Page, bounds: Days) -> Iterator[Claim]:
    """When a text was written whose opening is about an event within the bounds."""
    width = (bounds.latest - bounds.earliest).days
    if len(page.body) < _FEWEST_PARAGRAPHS:
        return  # of a sentence or two the words are too few
    if not _FEWEST_DAYS <= width <= _MOST_DAYS or page.is_history or not page.told:
        return
    start = page.told[0].span.start
    opening = page.derived.text[start : start + _OPENING]
    found = signatures().found_in(opening, widened(bounds, _BEFORE, _AFTER))
    fitting = [fit for one in found[:_THOUGHT_OF] if (fit := _fit(page, one, start, bounds))]
    fitting = [fit for fit in fitting if fit.likely.score >= fitting[0].likely.score * _MARGIN]
    timed = [fit for fit in fitting if fit.is_timed]
    chosen = timed or [fit for fit in fitting if fit.likely.score >= _LEAST]
    if not chosen or _is_doubtful(chosen):
        return
    event, days = chosen[0].likely.happening, chosen[0].days
    first = chosen[0].likely.spans[0].shifted(start)
    params: dict[str, str | int | float] = {"event": event.name, "when": event.days.edtf}
    span = page.source(first)
    yield Claim(rule_named("event-likely"), days, (days,), span, span.of(page.text), params)


def _is_doubtful(fitting: list[_Fit]) -> bool:
    first = fitting[0].likely.happening.days
    return any(
        abs((one.likely.happening.days.earliest - first.earliest).days) > _APART
        for one in fitting[1:]
    )


def _fit(page: Page, one: Likely, start: int, bounds: Days) -> _Fit | None:
    """The days within the bounds on which the words beside an event may have been written."""
    if one.score < _LEAST_TIMED or len(one.spans) < _FEWEST_WORDS:
        return None
    days = one.happening.days
    sentences = {page.sentence_at(span.start + start) for span in one.spans[:_CLUES]}
    counted = _counted(page, sentences, days)
    said = [counted] if counted else _said(page, one, sentences)
    if said is None:
        return None
    ahead = [is_event_ahead(page, span.shifted(start)) for span in one.spans[:_CLUES]]
    told = any(_TOLD.search(each.of(page.derived.text)) for each in sentences)
    if sum(ahead) * 2 > len(ahead) and not told:
        if not (one.happening.is_foreseen or said):
            return None
        untimed = Days(plus(days.earliest, -_EVE), plus(days.earliest, -1))
        said = [each for each in said if each.earliest < days.earliest]
    else:
        untimed = Days(days.earliest, plus(days.latest, _FRESH))
    whole = said[0] if said else untimed
    for more in said[1:]:
        whole = whole.intersection(more) or whole
    inside = whole.intersection(bounds)
    return _Fit(one, inside, bool(said)) if inside else None


def _said(page: Page, one: Likely, sentences: set[Span]) -> list[Days] | None:
    """What the times beside an event say; None where it was on none of the days named."""
    near = [time for time in page.mentions if _may_say(time, one)]
    here = [time for time in near if any(each.contains(time.span) for each in sentences)]
    if not here and _looks_ahead(page, sentences) and not one.happening.is_foreseen:
        return None
    found = [(time, said_if(time, one.happening.days, ahead=is_ahead(page, time))) for time in here]
    days = [said for time, said in found if time.form in _DAYS]
    if days and not any(days):
        return None
    return [_after_day(page, time, said) for time, said in found if said]


def _after_day(page: Page, time: Expression, said: Days) -> Days:
    """Without the weekday itself, where the text is printed on the day after."""
    is_later = time.shift is None and not is_ahead(page, time) and is_told_weekday(page, time)
    return Days(plus(said.earliest, 1), said.latest) if is_later else said


def _looks_ahead(page: Page, sentences: set[Span]) -> bool:
    """Whether a sentence speaks of next week or month."""
    return any(
        time.shift is not None and time.shift.count > 0 and not time.shift.from_text
        for time in page.mentions
        if any(each.contains(time.span) for each in sentences)
    )


def _may_say(time: Expression, one: Likely) -> bool:
    shift = time.shift
    if time.form not in _SAID or (shift is not None and shift.from_text):
        return False
    if shift is None:
        return True
    is_foreseen = one.happening.is_foreseen or bool(one.happening.series)
    if shift.count > 0 and not is_foreseen:
        return False
    return shift.unit not in (Unit.DECADE, Unit.CENTURY, Unit.YEAR)


def _counted(page: Page, sentences: set[Span], days: Days) -> Days | None:
    """Ten days after it, from 一週間 since."""
    for sentence in sentences:
        found = _COUNTED.search(page.derived.text, sentence.start, sentence.end)
        if found is None:
            continue
        many = number(found["ja"]) if found["ja"] else count(found["n"])
        unit = found["ja_unit"][0] if found["ja"] else found["unit"].lower()
        each, slack = _UNITS.get(unit, (30, 7))
        if many:
            return widened(widened(days, -many * each, many * each), slack, slack)
    return None
