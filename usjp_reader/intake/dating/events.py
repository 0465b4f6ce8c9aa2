"""Known events in the text: it was not written before, and "last month" beside one says more."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.anniversaries import anniversary_of, later, years_counted
from usjp_reader.intake.dating.beside import beside, in_one_clause, is_explained, is_told_on
from usjp_reader.intake.dating.claims import Claim, from_day_on, joined, plus, widened
from usjp_reader.intake.dating.elapsed import time_since, time_until
from usjp_reader.intake.dating.nearby import fresh_days, fresh_weeks
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.intake.dating.since import after_weekend, days_later, from_on
from usjp_reader.intake.dating.tense import is_ahead, is_event_ahead
from usjp_reader.knowledge.times import Form
from usjp_reader.knowledge.times.reckoning import said_if

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.intake.dating.elapsed import Elapsed
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.intake.dating.told import Told
    from usjp_reader.knowledge.times import Expression

"""How far from an event, in its sentence, the words that say when may stand."""
_LATE = 2
"""So many days later a page may be printed than it was written."""
_LEAD = 3
_FEWEST_KEPT = 5
_TALKED_OF = 30
"""So many days before a summit or an election its name is in the papers as if it were on."""
_WEEKDAY_LEAD = 5
_NEXT_DAYS = 3
"""A weekday so soon after that of the event is after it; a later one may be before."""
_LONGEST, _LONGEST_DATED = 120, 21
"""So many days an event may last to be told as one, and as one of a day of the week."""
_FRESH = 31
"""Only what was over within so many days is told as news."""
_OF_PAST = frozenset({"event", "event-foreseen", "event-told", "event-fresh"})
"""Rules that take an event for one that was."""
_AS_NEWS = frozenset({"event-told", "event-fresh"})
"""Rules that take an event for news: none from which the text counts weeks or months is."""
_SAID_DAYS = frozenset({Form.WEEKDAY, Form.MONTH_DAY, Form.DAY_ONLY})
_EVE = re.compile(r"\b(?:eve of|day before) (?:the )?(?:[\w'’-]+ ){0,2}$", re.IGNORECASE)
"""What follows an event at once speaks of it."""
_TOPIC = re.compile(r"^[」』]?(?:を取り上げ|について|をテーマ|を特集|を振り返)")
_NO_NEWS = re.compile(
    r"\b(?:recall\w*|remember\w*|memor(?:y|ies)|reminisc\w+|since the|ever since)\b|"
    r"-elect\b|取り上げ|思い出|回想|振り返|記憶|以来|次期",
    re.IGNORECASE,
)
"""Words beside an event that is thought of rather than told."""
_HISTORY = frozenset({Form.DAY, Form.MONTH, Form.YEAR, Form.YEARS, Form.DECADE})


def from_events(page: Page, told: Sequence[Told], today: date) -> list[Claim]:
    """What the events in the text allow."""
    told = [one for one in told if one.days[0].earliest <= today]
    sure = [one for one in told if len(one.days) == 1 and not is_event_ahead(page, one.span)]
    latest_day = max((one.days[0].earliest for one in sure), default=date.min)
    claims: list[Claim] = []
    bounds: dict[date, Claim] = {}
    kept = {one.days for one in told if _is_kept(page, one, today)}
    coming: set[str] = set()
    reckoned: list[date] = []
    for one in told:
        is_latest = len(one.days) > 1 or one.days[0].earliest >= latest_day
        related = list(_related(page, one, is_latest=is_latest))
        if one.days in kept:  # its days are those of long ago wherever it is named
            old = one.days[0].latest.year + 1
            related = [claim for claim in related if claim.says.earliest.year > old]
        claims += related
        if related and _is_lead(page, one) and time_since(page, one.whole):
            reckoned += [claim.ranges[0].earliest for claim in related]
        first_day = one.days[0].earliest
        is_before = any(
            claim.says.latest <= first_day and claim.says.earliest < first_day for claim in related
        )
        if is_before:
            coming.add(one.name)
        if is_before or len(one.days) > 1 or is_event_ahead(page, one.span):
            continue
        if one.known is not None and not _is_lead(page, one):
            continue
        if first_day not in bounds or not one.is_foreseen:
            is_newest = first_day >= latest_day  # of older ones a day more says nothing
            later_by = days_later(page, one, beside(page, one)) if is_newest else 0
            first = widened(Days(first_day, first_day), -later_by, later_by)
            if one.is_planned and one.is_foreseen and not _is_lead(page, one):
                first = widened(first, _TALKED_OF, 0)
            bounds[first_day] = from_day_on(
                "event-foreseen" if one.is_foreseen else "event",
                first,
                page.source(one.span),
                one.span.of(page.derived.text),
                **_said(page, one),
            )
    claims += _spoken_of(page, told)
    newest = next((one for one in sure if one.days[0].earliest == latest_day), None)
    claims += _by_weekdays(page, newest) if newest else []
    latest = sorted(bounds, reverse=True)[:_LEAD]
    claims += [bounds[day] for day in latest]
    return [
        one
        for one in claims
        if one.rule.id not in _OF_PAST or one.params.get("event") not in coming
        if one.rule.id not in _AS_NEWS or not any(one.says.earliest < day for day in reckoned)
    ]


def _spoken_of(page: Page, told: Sequence[Told]) -> Iterator[Claim]:
    """Nobody spoke of the games of a city before it had won them."""
    known = {one.known: one for one in told if one.known is not None}
    if known:
        day = max(known)
        one = known[day]
        words = one.span.of(page.derived.text)
        yield from_day_on("event", Days(day, day), page.source(one.span), words, **_said(page, one))


def _is_kept(page: Page, one: Told, today: date) -> bool:
    """Whether the text counts years from the event to the day that it keeps."""
    if len(one.days) > 1:
        return False
    found = years_counted(page, one.whole, beside(page, one))
    if found is None:
        return False
    marked = later(one.days[0], found[0])
    return found[0] >= _FEWEST_KEPT and marked is not None and marked.earliest <= today


def _said(page: Page, one: Told) -> dict[str, object]:
    name = page.source(one.span) if one.is_entity else None
    return {"params": {"event": one.name}, "name": name}


def _related(page: Page, one: Told, *, is_latest: bool) -> Iterator[Claim]:
    """What stands beside the event and says how far it is from the day of writing."""
    times = beside(page, one)
    reckoned = _reckoned(page, one, times)
    if reckoned is not None:
        yield from reckoned
        return
    if times and times[0].form in _HISTORY:
        yield from _dated_beside(page, one, times)
        return
    for time in times:
        if not _says_when(page, one, time, times):
            continue
        ahead = is_ahead(page, time) or is_event_ahead(page, one.span)
        ranges = _said_ranges(time, _in_japan(page, one), ahead=ahead)
        if one.is_planned and time.form is Form.MONTH_ONLY and time.shift is None and not ahead:
            # "the election in July" may be one to come as well
            ranges = joined([*ranges, *_said_ranges(time, one.days, ahead=True)])
        if not ahead:
            ranges = _clamped(page, one, times, ranges)
        if ranges:
            yield _claim(page, one, "event-related", ranges, time.span)
            yield from _sooner(page, one, time, ahead=ahead)
            return
    yield from _untimed(page, one, is_latest=is_latest)


def _untimed(page: Page, one: Told, *, is_latest: bool) -> Iterator[Claim]:
    """What an event says beside which no time stands."""
    if is_event_ahead(page, one.span):
        if one.is_planned:
            yield _claim(page, one, "event-coming", _year_before(one.days), one.span)
    elif week := after_weekend(page, one):
        yield _claim(page, one, "event-related", week, one.span)
    elif is_latest and _is_lead(page, one) and not one.is_entity:
        yield from _fresh(page, one)


def _clamped(
    page: Page, one: Told, times: Sequence[Expression], ranges: Sequence[Days]
) -> tuple[Days, ...]:
    """Without the day of the event, where the words say that it was before."""
    later_by = days_later(page, one, times) if len(one.days) == 1 else 0
    return from_on(ranges, plus(one.days[0].earliest, later_by)) if later_by else tuple(ranges)


def _says_when(page: Page, one: Told, time: Expression, times: Sequence[Expression]) -> bool:
    """Whether a time beside an event may tell how far it is from the day of writing."""
    if time.form in _HISTORY or not in_one_clause(page, one, time):
        return False
    if time.form is Form.NEAR and _TOPIC.match(page.after(one.span.end, 24)):
        return False  # "today our topic is Operation Tomodachi"
    return time.form not in _SAID_DAYS or not is_explained(page, time, times)


def _reckoned(page: Page, one: Told, times: Sequence[Expression]) -> Iterator[Claim] | None:
    """What a count from the event or to it says; None where nothing is counted."""
    marked = anniversary_of(page, one.whole, one.days, times)
    if marked is not None:
        return _kept(page, one, *marked)
    if _EVE.search(page.before(one.span.start)):
        eves = joined(Days(plus(d.earliest, -1), plus(d.earliest, -1)) for d in one.days)
        return iter([_claim(page, one, "event-related", eves, one.span)])
    elapsed = time_since(page, one.whole)
    if elapsed:
        return _since(page, one, elapsed)
    left = time_until(page, one.span)
    return _until(page, one, left) if left else None


def _kept(page: Page, one: Told, ranges: tuple[Days, ...], words: Span) -> Iterator[Claim]:
    yield _claim(page, one, "anniversary", ranges, words)
    yield from _marked_elsewhere(page, one, words)


def _by_weekdays(page: Page, one: Told) -> Iterator[Claim]:
    """The latest event was on a Tuesday, and the opening speaks of "Tuesday": it is that one."""
    if one.is_entity or not _is_short(one.days[0]) or not _is_lead(page, one):
        return
    said = [
        time
        for paragraph in page.body[:_WEEKDAY_LEAD]
        for time in paragraph.times
        if time.form is Form.WEEKDAY
        and (time.shift is None or time.shift.count < 0)
        and not is_ahead(page, time)
        and not page.after(time.span.end, 14).startswith((" of last week", " a week ago"))
    ]
    same = next((time for time in said if said_if(time, one.days[0])), None)
    if same is None or one.span.overlaps(same.span):
        return
    week = said_if(same, one.days[0])
    assert week is not None
    first = week.earliest
    after = [(time.weekday - first.weekday()) % 7 for time in said if time.weekday is not None]
    last = first + timedelta(days=max(days for days in [0, *after] if days <= _NEXT_DAYS))
    if same.shift is not None:
        yield _claim(page, one, "event-weekday", (week,), same.span)
        return
    yield _claim(page, one, "event-weekday", (Days(last, week.latest),), same.span)
    yield _claim(page, one, "event-fresh", (Days(last, last + timedelta(days=1)),), same.span)


def _marked_elsewhere(page: Page, one: Told, marked: Span) -> Iterator[Claim]:
    """The "fifteenth of last month" beside an anniversary on a fifteenth is that day."""
    counted = years_counted(page, one.whole, [])
    if counted is None:
        return
    years, _ = counted
    for time in page.mentions:
        if time.form is not Form.DAY_ONLY or time.shift is None:
            continue
        days = [
            day for each in one.days if (day := later(each, years)) and day.earliest.day == time.day
        ]
        ranges = _said_ranges(time, days, ahead=False)
        if ranges and not marked.overlaps(time.span):
            yield _claim(page, one, "event-related", ranges, time.span)
            return


def _in_japan(page: Page, one: Told) -> tuple[Days, ...]:
    """The days of an event, and the next where the words tell it in the time of Japan."""
    if "日本時間" not in page.sentence_at(one.span.start).of(page.derived.text):
        return one.days
    return tuple(Days(days.earliest, plus(days.latest, 1)) for days in one.days)


def _said_ranges(time: Expression, days: Sequence[Days], *, ahead: bool) -> tuple[Days, ...]:
    longest = _LONGEST_DATED if time.form in (Form.WEEKDAY, Form.DAY_ONLY) else _LONGEST
    short = (each for each in days if (each.latest - each.earliest).days <= longest)
    found = (said_if(time, each, ahead=ahead) for each in short)
    return joined(one for one in found if one)


def _is_short(days: Days) -> bool:
    return (days.latest - days.earliest).days <= _LONGEST


def _dated_beside(page: Page, one: Told, times: Sequence[Expression]) -> Iterator[Claim]:
    """A day or a year is named with the event: it chooses among several, and no more."""
    fitting = [
        days
        for days in one.days
        if any(time.days and time.days.intersection(days) for time in times)
    ]
    if len(one.days) > 1 and len(fitting) == 1 and not is_event_ahead(page, one.span):
        first = Days(fitting[0].earliest, fitting[0].earliest)
        yield from_day_on(
            "event",
            first,
            page.source(one.span),
            one.span.of(page.derived.text),
            **_said(page, one),
        )


def _sooner(page: Page, one: Told, time: Expression, *, ahead: bool) -> Iterator[Claim]:
    """News of a weekday is printed on it or on the day after."""
    if time.form not in _SAID_DAYS or ahead or time.shift is not None:
        return
    if time.form is Form.WEEKDAY and page.after(time.span.end, 2)[:2] in ("'s", "’s"):
        return  # Sunday's election is spoken of in the days after it
    if time.form is Form.MONTH_DAY and time.text[-1] < "\u3000" and not is_told_on(page, one, time):
        return
    # "Thursday" and "the 7th" are told on it and on the morning after
    soon = joined(
        widened(Days(range_.earliest, range_.earliest), 0, 1)
        for range_ in _said_ranges(time, _in_japan(page, one), ahead=False)
    )
    soon = _clamped(page, one, beside(page, one), soon)
    if soon and _is_lead(page, one):
        yield _claim(page, one, "event-fresh", soon, time.span)


def _fresh(page: Page, one: Told) -> Iterator[Claim]:
    """What is told in the lead without a word of when has just happened."""
    sentence = page.sentence_at(one.span.start).of(page.derived.text)
    ranges = joined(widened(days, 0, _FRESH) for days in one.days if _is_short(days))
    if not ranges or _NO_NEWS.search(sentence) or page.is_history:
        return
    ranges = _clamped(page, one, beside(page, one), ranges)
    for days, time in fresh_days(page, one):
        yield _claim(page, one, "event-fresh", (days,), time.span)
    for week, time in fresh_weeks(page, one):
        if inside := from_on([week], one.days[0].earliest):
            yield _claim(page, one, "event-fresh", inside, time.span)
    if ranges:
        yield _claim(page, one, "event-told", ranges, one.span)


def _is_lead(page: Page, one: Told) -> bool:
    return any(span.contains(one.span) for span in page.lead)


def _since(page: Page, one: Told, elapsed: Elapsed) -> Iterator[Claim]:
    """Three days after the event is when the text was written, where it tells it in its lead."""
    shifted = [elapsed.after(days) for days in one.days if _is_short(days)]
    if not shifted:
        return
    if _is_lead(page, one):
        more = 0 if elapsed.exact else 1
        ranges = joined(
            widened(Days(days.latest, days.latest), elapsed.slack, max(more, elapsed.slack))
            for days in shifted
        )
        yield _claim(page, one, "event-related", ranges, elapsed.span)
    elif len(shifted) == 1:
        first = Days(shifted[0].earliest - timedelta(days=elapsed.slack), shifted[0].latest)
        source = page.source(elapsed.span)
        yield from_day_on("event", first, source, source.of(page.text), **_said(page, one))


def _until(page: Page, one: Told, left: Elapsed) -> Iterator[Claim]:
    """Two days before the event is when the text was written."""
    ranges = joined(
        Days(
            plus(before.earliest, -left.slack),
            plus(before.earliest, left.slack),
        )
        for before in (left.before(days) for days in one.days if _is_short(days))
    )
    if ranges:
        yield _claim(page, one, "event-related", ranges, left.span)


def _year_before(days: Sequence[Days]) -> tuple[Days, ...]:
    return joined(Days(one.earliest - timedelta(days=365), one.latest) for one in days)


def _claim(page: Page, one: Told, rule: str, ranges: tuple[Days, ...], words: Span) -> Claim:
    whole = Span(min(words.start, one.span.start), max(words.end, one.span.end))
    says = Days(ranges[0].earliest, ranges[-1].latest)
    source = page.source(whole)
    event = one.days[0].edtf if len(one.days) == 1 else ""
    params = {"event": one.name, "when": event or "several possible days"}
    name = page.source(one.span) if one.is_entity else None
    spare = widened(says, 0, _LATE) if len(ranges) == 1 else None
    return Claim(
        rule_named(rule), says, ranges, source, source.of(page.text), params, name=name, spare=spare
    )
