"""The order in which reasons for a date are asked for. Each kind of reason has its own module."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from usjp_reader.domain.clock import now
from usjp_reader.domain.dates import Dated, Days
from usjp_reader.intake.dating import mentions, stated
from usjp_reader.intake.dating.claims import EARLIEST, Claim
from usjp_reader.intake.dating.combining import Weighing
from usjp_reader.intake.dating.pages import Page
from usjp_reader.intake.dating.people import Held, Terms, cohort, common, events_in, terms_in
from usjp_reader.intake.dating.visits import from_visits
from usjp_reader.knowledge.times.expressions import Expression, Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.articles import Container
    from usjp_reader.domain.entities import Candidate
    from usjp_reader.domain.texts import Line
    from usjp_reader.intake.dating.terms import TermsProtocol

DATER = "2"
"""Version of the rules of this package and its tables."""

_TELLING = frozenset({"past-mention", "event", "caption-date"})
_RECENT = timedelta(days=3 * 365)
_WIDE = timedelta(days=366)


def date_article(
    text: str,
    lines: Sequence[Line],
    container: Container,
    name: str,
    candidates: Sequence[Candidate],
    terms: TermsProtocol,
    language: str,
    today: date | None = None,
) -> Dated:
    """When an article was published, as far as can be told.

    Args:
        text: The source text.
        lines: All its labelled lines.
        container: What its container states.
        name: Path of the file inside its root, or just its name.
        candidates: Names found in the text, before any is linked.
        terms: Who held which office when.
        language: `en` or `ja`.
        today: The last day that is possible; the present day unless told otherwise.
    """
    page = Page(text, lines, language)
    today = today or now().date()
    case = _Case(page, container, name, candidates, terms, today, Weighing(today))
    if not case.by_statement():
        case.by_inference()
    return case.weighing.dated()


@dataclass
class _Case:
    page: Page
    container: Container
    name: str
    candidates: Sequence[Candidate]
    terms: TermsProtocol
    today: date
    weighing: Weighing

    def by_statement(self) -> bool:
        """Take the date that the page gives as its own; False when it gives none to the day."""
        claims = [*stated.from_container(self.container), *stated.from_lines(self.page)]
        claims += stated.from_opening(self.page)
        claims += mentions.next_to_today(self.page)
        claims = [
            claim for claim in claims if claim.days.earliest <= self.today + timedelta(days=1)
        ]
        days = [claim for claim in claims if claim.days.earliest == claim.days.latest]
        order = sorted(days, key=lambda claim: -claim.weight)
        if order:
            self.weighing.state(order[0])
            self.weighing.support([*order[1:], *self._named()])
            return True
        for claim in claims:
            if self.weighing.allow(claim):
                self.weighing.is_stated = True
        return False

    def _named(self) -> list[Claim]:
        return [*stated.from_url(self.container), *stated.from_name(self.name)]

    def by_inference(self) -> None:
        """Narrow the days by everything else, the surest first."""
        weighing = self.weighing
        if self._by_name():
            return
        comment = mentions.comment_stamp(self.page)
        if comment:
            weighing.allow(comment)
        pasts = mentions.pasts(self.page)
        pasts += events_in(self.page, self.candidates, self.terms)
        pasts.sort(key=lambda claim: claim.days.earliest, reverse=True)
        self._by_terms(terms_in(self.page, self.candidates, self.terms), pasts)
        year = mentions.copyright_year(self.page, self.today)
        if year and not weighing.allow(year, quiet=True):
            weighing.allow(replace(year, earliest=None), quiet=True)
        self._by_mentions(pasts)
        if self._is_news and (
            weighing.is_open or weighing.bounds.earliest.year + 15 < weighing.bounds.latest.year
        ):
            lives = cohort(self.candidates, self.terms)
            if lives:
                weighing.allow(lives, quiet=True)
        self._to_the_day(comment)
        if weighing.bounds.earliest != weighing.bounds.latest:
            self._close()

    def _by_name(self) -> bool:
        """A day in the address or the file name settles it; a month or year narrows."""
        for claim in self._named():
            if not self.weighing.allow(claim, quiet=True):
                continue
            if claim.days.earliest == claim.days.latest:
                self.weighing.settle(claim)
                return True
        return False

    def _by_terms(self, terms: Terms, pasts: list[Claim]) -> None:
        weighing = self.weighing
        for claim in terms.after:
            weighing.allow(claim, quiet=True)
        held = [one for one in terms.held if one.starts <= weighing.bounds.latest]
        if not held:
            return
        known = [claim.days.earliest for claim in pasts]
        known = [day for day in known if day <= weighing.bounds.latest][:1]
        since = max([weighing.bounds.earliest, *known, *(one.starts for one in held)])
        current = [one for one in held if _lasts(one, since)]
        present = [one for one in current if not one.historical] or current
        allowed: tuple[Days, ...] = (weighing.bounds,)
        for one in sorted(present, key=_length):
            narrowed = common(allowed, one.terms)
            if narrowed:
                allowed = narrowed
        reasons = [
            one for one in present if common(allowed, one.terms) == allowed or one in present[:4]
        ]
        self._narrow(allowed, reasons)
        weighing.ranges = allowed
        if not current:
            latest = max(held, key=lambda one: one.starts)
            claim = replace(latest.claim(latest.terms[0], "term-began"), latest=None)
            weighing.allow(claim, quiet=True)

    def _narrow(self, allowed: tuple[Days, ...], reasons: Sequence[Held]) -> None:
        hull = Days(allowed[0].earliest, allowed[-1].latest)
        for one in sorted(reasons, key=_length):
            fitting = common(one.terms, (hull,))
            if fitting:
                days = Days(fitting[0].earliest, fitting[-1].latest)
                whole = common(one.terms, one.terms)
                term = next((days_ for days_ in whole if days_.intersection(days)), days)
                is_one = len(fitting) == 1
                self.weighing.allow(one.claim(term if is_one else days))

    def _by_mentions(self, pasts: list[Claim]) -> None:
        weighing = self.weighing
        for claim in mentions.anniversaries(self.page):
            weighing.allow(claim, quiet=True)
        for claim in [*pasts, *mentions.captions(self.page)]:
            if claim.days.earliest <= weighing.bounds.latest:
                weighing.allow(claim, quiet=True)
        for claim in mentions.futures(self.page):
            if claim.days.latest >= weighing.bounds.earliest:
                weighing.allow(claim, quiet=True)
                break

    def _to_the_day(self, comment: Claim | None) -> None:
        """Resolve a day without a year, a comment's day or a meeting's day."""
        weighing = self.weighing
        for one in self._yearless():
            claim = self._resolved(one)
            if claim:
                weighing.settle(claim)
                if comment and claim.days != comment.days:
                    weighing.weight -= 0.05
                return
        if comment and weighing.bounds.latest == comment.days.latest:
            weighing.settle(comment)
            return
        if weighing.bounds.earliest > EARLIEST:
            meeting = from_visits(self.page, self.candidates, weighing.bounds)
            if meeting:
                weighing.settle(meeting)

    def _yearless(self) -> list[Expression]:
        """Month and day in the dateline or a line of its own, else in the first paragraphs."""
        own = stated.opening_dates(self.page)
        own += [one for one in self._lead_days if one.weekday is not None]
        own += [
            one
            for line in self.page.lines
            if line.rule in ("date-line", "published-line") and line.number < self.page.first_body
            for one in self.page.in_line(line)
        ]
        return [one for one in own if one.form in (Form.MONTH_DAY, Form.DAY_ONLY)]

    def _resolved(self, one: Expression) -> Claim | None:
        bounds = self.weighing.bounds
        if one.form is Form.DAY_ONLY:
            return self._day_only(one, bounds)
        days = one.in_years(bounds)
        ranges = self.weighing.ranges
        if ranges:
            days = tuple(d for d in days if any(r.earliest <= d <= r.latest for r in ranges))
        if not days:
            return None
        days = self._agreeing(days)
        is_bounded = bounds.latest - bounds.earliest <= _WIDE
        is_sure = len(days) == 1
        if len(days) > 1 and (
            days[0] - bounds.earliest > _WIDE or not self._is_told(bounds.earliest)
        ):
            return None
        weight = 0.9 if is_sure and is_bounded else 0.8 if is_sure else 0.45
        day = Days(days[0], days[0])
        params = {"first": str(bounds.earliest), "last": str(bounds.latest)}
        return Claim("month-day", day, one.span, one.text, weight, days[0], days[0], params=params)

    def _agreeing(self, days: tuple[date, ...]) -> tuple[date, ...]:
        """Of several years, those in which the weekday of the text fits the dateline."""
        said = [one.weekday for one in self._weekdays if one.weekday is not None][:1]
        if len(days) < 2 or not said:
            return days
        return tuple(day for day in days if (day.weekday() - said[0]) % 7 in (0, 1)) or days

    @property
    def _lead_days(self) -> list[Expression]:
        """Month and day with their weekday in the first two paragraphs: news of that day."""
        return [
            one
            for line in self.page.body[:2]
            for one in self.page.in_line(line)
            if one.form is Form.MONTH_DAY and not mentions.is_ahead(self.page.text, one)
        ]

    @property
    def _weekdays(self) -> list[Expression]:
        lines = self.page.body[:2]
        return [
            one for line in lines for one in self.page.in_line(line) if one.form is Form.WEEKDAY
        ]

    def _day_only(self, one: Expression, bounds: Days) -> Claim | None:
        if (bounds.latest - bounds.earliest).days > 31:
            return None
        days = [
            bounds.earliest + timedelta(days=at)
            for at in range((bounds.latest - bounds.earliest).days + 1)
        ]
        fitting = [day for day in days if day.day == one.day]
        if len(fitting) != 1:
            return None
        day = Days(fitting[0], fitting[0])
        params = {"first": str(bounds.earliest), "last": str(bounds.latest)}
        return Claim(
            "month-day", day, one.span, one.text, 0.8, fitting[0], fitting[0], params=params
        )

    def _close(self) -> None:
        """News is not much younger than the latest thing it tells."""
        weighing = self.weighing
        bounds = weighing.bounds
        if not weighing.used or bounds.earliest == EARLIEST:
            return
        if bounds.latest == self.today and not weighing.ranges:
            weighing.weight = min(weighing.weight, 0.35)
        if not self._is_news:
            return
        last = date(bounds.earliest.year + 1, 12, 31)
        if self._is_told(bounds.earliest) and last < bounds.latest:
            weighing.bounds = Days(bounds.earliest, last)
            weighing.weight = 0.55

    def _is_told(self, day: date) -> bool:
        """Whether a day is bounded by something that the text tells."""
        told = [claim for claim in self.weighing.used if claim.rule in _TELLING]
        near = [claim for claim in told if claim.days.earliest > day - _RECENT]
        is_close = any((claim.days.latest - claim.days.earliest).days <= 31 for claim in near)
        return any(claim.days.earliest == day for claim in told) and (is_close or len(near) > 1)

    @cached_property
    def _is_news(self) -> bool:
        return mentions.is_news(self.page) or bool(stated.opening_dates(self.page))


def _lasts(one: Held, since: date) -> bool:
    return any(days.latest >= since for days in one.terms)


def _length(one: Held) -> int:
    return sum((days.latest - days.earliest).days for days in one.terms)
