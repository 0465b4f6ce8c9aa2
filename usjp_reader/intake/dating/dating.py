"""When an article was published: all reasons are gathered, then weighed together.

Each kind of reason has its own module; how sure each is stands in `resources/dating/rules.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from usjp_reader.domain.clock import now
from usjp_reader.domain.dates import Dated, Days, Edtf
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.dating import (
    addresses,
    bounds,
    coming,
    feet,
    openings,
    selfsaid,
    stated,
    yearless,
)
from usjp_reader.intake.dating.anniversaries import from_reckoning
from usjp_reader.intake.dating.claims import EARLIEST, Claim, joined, plus, widened
from usjp_reader.intake.dating.customs import in_century
from usjp_reader.intake.dating.entering import from_entering
from usjp_reader.intake.dating.events import from_events
from usjp_reader.intake.dating.institutions import from_institutions
from usjp_reader.intake.dating.likely import likely_events
from usjp_reader.intake.dating.meetings import from_meetings
from usjp_reader.intake.dating.nearby import kept_days
from usjp_reader.intake.dating.offices import from_offices
from usjp_reader.intake.dating.pages import Page
from usjp_reader.intake.dating.resolving import Resolution, resolve
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.intake.dating.told import told_events
from usjp_reader.intake.dating.visits import from_visits
from usjp_reader.knowledge.deriving import derived
from usjp_reader.knowledge.happenings import wordings
from usjp_reader.knowledge.times import expressions_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.articles import Container
    from usjp_reader.domain.entities import Candidate
    from usjp_reader.domain.texts import DerivedText, Line
    from usjp_reader.intake.dating.terms import TermsProtocol
    from usjp_reader.knowledge.happenings import Named
    from usjp_reader.knowledge.times import Expression

DATER = "11"
"""Version of the rules of this package and its tables."""

_Narrowing = Callable[[Page, Days], Iterator[Claim]]
_UNPLACED = frozenset({"page-foot", "page-head", "unplaced"})
"""Rules by which cleaning puts aside what is not part of an article that it found."""
_UNSORTED = 2
_SENT = frozenset(
    {"event-related", "event-fresh", "meeting", "month-day", "told-day", "day-of-month", "weekday"}
)
"""Rules that find the day on which a text was sent, where it was sent by cable."""
_NARROWING: tuple[_Narrowing, ...] = (
    yearless.weekday_years,
    yearless.month_days,
    yearless.told_days,
    yearless.new_years,
    coming.next_weeks,
    coming.months_named,
    yearless.month_parts,
    coming.from_days_around,
)
_RECENT = timedelta(days=400)
_SAME_YEAR = timedelta(days=330)
"""The same where a day comes again in every year: the first that fits is meant."""
_SURE = 0.7
_MASTHEAD = frozenset({"date-line", "page-date"})
_OF_PRESENT = frozenset(
    {"term-of-office", "elect", "anniversary", "event-related", "event-coming", "visit", "entered"}
)
_ENOUGH = 2
_SOON_AFTER, _LONG_AFTER = 60, 15 * 365
_UNKNOWN = re.compile(
    r"\boriginal (?:publication )?date (?:is |was )?"
    r"(?:not (?:available|known)|unknown|lost|missing)|"
    r"(?:掲載|公開|投稿)日(?:時)?は?(?:不明|わかりません|分かりません)",
    re.IGNORECASE,
)
_OF_TERMS = frozenset({"term-of-office", "term-historical"})
_PERSON = 366
"""Days around an event within which those who held an office then may be named with it."""
_CLOSE = timedelta(days=3 * 365)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the stages before dating have read it.

    Attributes:
        text: The source text.
        lines: All its labelled lines.
        derived: The derived text.
        times: The expressions of time in it, with positions there.
        named: The dated events that it names, with positions there.
        candidates: Names found in the text, before any is linked.
    """

    text: str
    lines: Sequence[Line]
    derived: DerivedText
    times: Sequence[Expression]
    named: Sequence[Named]
    candidates: Sequence[Candidate]


def date_article(
    reading: Reading,
    container: Container,
    name: str,
    terms: TermsProtocol,
    today: date | None = None,
) -> Dated:
    """When an article was published, as far as can be told.

    Args:
        reading: The article.
        container: What its container states.
        name: Path of the file inside its root, or just its name.
        terms: Who held which office when.
        today: The last day that is possible; the present day unless told otherwise.
    """
    page, named = _page_of(reading)
    day = today or now().date()
    return _Case(page, container, name, reading.candidates, named, terms, day).dated()


def _page_of(reading: Reading) -> tuple[Page, Sequence[Named]]:
    """The page and its events.

    One without running text, a clipping of a line, is read whole; so is one that cleaning could not
    sort, so that more of it was put aside than kept.
    """
    has_body = any(line.kind is LineKind.BODY for line in reading.lines)
    if has_body and not _is_unsorted(reading.lines):
        times = in_century(reading.text, reading.times)
        page = Page(reading.text, reading.lines, reading.derived, times)
        return page, reading.named
    kind = LineKind.BODY if has_body else LineKind.TITLE
    lines = [replace(line, kind=kind) if line.rule in _UNPLACED else line for line in reading.lines]
    read = derived(reading.text, lines)
    times = in_century(reading.text, expressions_in(read.text))
    page = Page(reading.text, reading.lines, read, times, lines)
    return page, wordings().found_in(read.text)


def _without_people_of(claims: list[Claim]) -> list[Claim]:
    """Without the terms of those who took part in what a text keeps the anniversary of."""
    kept = [
        (Edtf.parse(when).days, claim.says)
        for claim in claims
        if claim.rule.id == "anniversary"
        and (when := str(claim.params.get("when", "")))[:1].isdigit()
    ]
    return [
        claim
        for claim in claims
        if not (
            claim.rule.id in _OF_TERMS
            and any(
                claim.allows(widened(old, _PERSON, _PERSON)) and not claim.allows(new)
                for old, new in kept
            )
        )
    ]


def _of_the_copy(page: Page, claims: list[Claim]) -> list[Claim]:
    """Without the day that a site shows above every page: the day on which the copy was made.

    It is one where the page says that it does not know its date, or where what the text tells of
    the present ended long before.
    """
    shown = [
        one
        for one in claims
        if one.rule.id in _MASTHEAD
        and one.is_day
        and one.span is not None
        and page.title is not None
        and one.span.end <= page.title.start
    ]
    if not shown:
        return claims
    if _UNKNOWN.search(page.text):
        return [one for one in claims if one not in shown]
    return [one for one in claims if one not in shown or not _is_long_after(one, claims)]


def _is_long_after(shown: Claim, claims: Sequence[Claim]) -> bool:
    day = shown.says.earliest
    first, last = plus(day, -_LONG_AFTER), plus(day, -_SOON_AFTER)
    over = {
        one.text
        for one in claims
        if one.rule.id in _OF_PRESENT and first < one.ranges[-1].latest < last
    }
    others = any(one.rule.states and one is not shown and one.allows(shown.says) for one in claims)
    return len(over) >= _ENOUGH and not others


def _holds_on(one: Claim, days: Days) -> bool:
    """Whether a reason allows the days after some days as well."""
    return one.allows(Days(plus(days.latest, 1), plus(days.latest, 1)))


def _is_unsorted(lines: Sequence[Line]) -> bool:
    aside = sum(len(line.span) for line in lines if line.rule in _UNPLACED)
    return aside > _UNSORTED * sum(len(line.span) for line in lines if line.is_content)


@dataclass
class _Case:
    page: Page
    container: Container
    name: str
    candidates: Sequence[Candidate]
    named: Sequence[Named]
    terms: TermsProtocol
    today: date

    def dated(self) -> Dated:
        """All reasons together; days without a year when the others have left few years."""
        claims = [self._printed(one) for one in self._claims() if self._is_possible(one)]
        found, whole = self._bounds(claims)
        for further in self._narrowing(claims):
            if not self._may_narrow(found) and not self._may_be_stamped(further, found):
                continue
            more = list(further(self.page, found.hull))
            if not more:  # the surer ones may leave years, and all of them a month
                whole = whole or resolve(claims, self.today)
                if whole.hull != found.hull and self._may_narrow(whole):
                    more = list(further(self.page, whole.hull))
            if more:
                claims += map(self._printed, more)
                found, whole = self._bounds(claims)
        found = whole or resolve(claims, self.today)
        recent = self._recent(claims, found)
        if recent:
            found = resolve([*claims, *recent], self.today)
        return found.dated()

    def _narrowing(self, claims: Sequence[Claim]) -> Sequence[_Narrowing]:
        """What may say more; what an opening seems to be about only where no page says its day."""
        if any(one.rule.solid for one in claims):
            return _NARROWING
        return (likely_events, *_NARROWING)

    def _bounds(self, claims: Sequence[Claim]) -> tuple[Resolution, Resolution | None]:
        """What the surer reasons leave: a day without its year is looked for within it.

        Beside it what all of them leave, where that was asked for.
        """
        surer = [one for one in claims if one.rule.right >= _SURE]
        found = resolve(surer, self.today)
        if self._may_narrow(found) and not found.is_open:
            return found, None
        whole = found if len(surer) == len(claims) else resolve(claims, self.today)
        return whole, whole

    def _claims(self) -> list[Claim]:
        page, today = self.page, self.today
        claims = [*addresses.from_container(self.container, page), *stated.from_lines(page)]
        claims += openings.from_opening(page)
        claims += openings.from_closing(page)
        claims += selfsaid.from_sentences(page)
        claims += bounds.next_to_today(page)
        claims += addresses.from_url(self.container)
        claims += addresses.from_name(self.name)
        claims += addresses.from_addresses(page)
        claims += feet.comment_stamps(page)
        claims += feet.copyright_years(page, today)
        claims += feet.archive_month(page)
        claims += bounds.pasts(page, today)
        claims += bounds.futures(page, today)
        claims += bounds.captions(page)
        claims += bounds.corrections(page)
        claims += from_offices(page, self.candidates, self.terms)
        claims += from_entering(page, self.candidates, self.terms)
        claims += from_institutions(page)
        claims += from_reckoning(page)
        told = told_events(page, self.named, self.candidates, self.terms)
        claims += from_events(page, told, today)
        claims += kept_days(page, told)
        claims = _of_the_copy(page, _without_people_of(claims))
        claims += from_meetings(page, self.candidates)
        claims += from_visits(page, self.candidates)
        return claims

    def _printed(self, claim: Claim) -> Claim:
        """What was sent by cable was printed a day or two later."""
        if self._cable is None or claim.rule.states or claim.rule.id not in _SENT:
            return claim
        if openings.is_beside_cable(self.page, claim):
            return claim
        low, high = self._cable
        ranges = [
            Days(plus(days.earliest, low), plus(days.latest, high))
            if days.earliest == days.latest
            else days
            for days in claim.ranges
        ]
        return replace(claim, ranges=joined(ranges))

    def _is_possible(self, claim: Claim) -> bool:
        """Never a date in the future; a day more is left for clocks of other places."""
        return claim.ranges[0].earliest <= self.today + timedelta(days=1)

    def _may_narrow(self, found: Resolution) -> bool:
        hull = found.hull
        return bool(found.believed) and hull.earliest < hull.latest and hull.earliest > EARLIEST

    def _may_be_stamped(self, further: _Narrowing, found: Resolution) -> bool:
        """Whether the page's own day, without its year, may be another than that of an event."""
        if further is not yearless.month_days or any(one.rule.solid for one in found.believed):
            return False
        return any(not _holds_on(one, found.hull) for one in found.believed)

    def _recent(self, claims: Sequence[Claim], found: Resolution) -> list[Claim]:
        """News is not much younger than the latest thing that it tells."""
        first, last = found.hull.earliest, found.hull.latest
        if not self._is_news or first == EARLIEST or last - first <= _RECENT:
            return []
        told = [
            one
            for one in claims
            if one.rule.family in ("past", "events") and one.says.earliest == first
        ]
        near = [
            one
            for one in claims
            if one.rule.family in ("past", "events") and one.says.earliest > first - _CLOSE
        ]
        is_close = any((one.says.latest - one.says.earliest).days <= 31 for one in near)
        if not told or not (is_close or len(near) > 1):
            return []
        reach = _RECENT if len(found.ranges) == 1 else _SAME_YEAR
        days = Days(first, min(last, first + reach))
        return [Claim(rule_named("recent-told"), days, (days,), told[0].span, told[0].text)]

    @cached_property
    def _cable(self) -> tuple[int, int] | None:
        return openings.days_of_cable(self.page)

    @cached_property
    def _is_news(self) -> bool:
        return self.page.is_news or bool(openings.opening_times(self.page))
