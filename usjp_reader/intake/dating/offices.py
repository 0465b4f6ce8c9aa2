"""Terms of office of the people to whom the text gives titles. Nobody is linked here.

The terms are those of all possible holders together, with the gaps between them kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.claims import LATEST, Claim, from_day_on, joined, until
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.intake.dating.titles import (
    ELECTED,
    ELECTED_BEHIND,
    IN_OFFICE_NOW,
    SPEAKS,
    is_historical,
    kind_of,
)
from usjp_reader.intake.dating.told import is_death_told
from usjp_reader.knowledge.holders import holders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.entities import Candidate
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.intake.dating.terms import TermsProtocol
    from usjp_reader.knowledge.holders import Holder

    _Row = tuple[Span, Span, Holder]

_GOVERNMENT = re.compile(
    r"^(?:['’]s)?\s(?:[Aa]dministration|[Cc]abinet|[Gg]overnment|White House)\b|^(?:内閣|政権)"
)
_HEADS = re.compile(r"office/(?:president|prime-minister|premier)-of-")
_GRACE = timedelta(days=1)
"""News of the day after a hand-over still calls the old holder by the office."""
_LONG_AGO = timedelta(days=3 * 365)
"""So long after a term its holder is a figure of history."""


@dataclass(frozen=True, slots=True)
class Held:
    """A title in the text with every term it may mean.

    Attributes:
        name: The words of the name.
        span: Of the name, in the source text.
        where: Of the title, in the source text.
        words: Title and name as they stand there.
        terms: Days of the terms, in order, not overlapping.
        kind: As `titles.kind_of` says.
        historical: Whether its sentence names a year of its own, so it may tell of the past.
        dies: When a former holder died whom the text lets speak; None where that is not known.
    """

    name: str
    span: Span
    where: Span
    words: str
    terms: tuple[Days, ...]
    kind: str
    historical: bool
    dies: date | None = None


def from_offices(page: Page, candidates: Sequence[Candidate], terms: TermsProtocol) -> list[Claim]:
    """What the titles in the content of a page allow, each kind of title and name once."""
    claims: list[Claim] = []
    seen: set[tuple[object, ...]] = set()
    table = [(page.source(read), read, one) for read, one in holders().found_in(page.derived.text)]
    known = [_with_more(one, table) for one in _of_candidates(page, candidates, terms)]
    for one in [*known, *_of_table(page, known, table)]:
        key = (one.terms, one.kind, one.historical)
        if key not in seen:
            seen.add(key)
            claims += _claims(one)
    return claims


def _claims(one: Held) -> list[Claim]:
    if one.kind == "other":
        return []
    if one.kind == "elect":
        return [_elected(one)]
    first, last = one.terms[0], one.terms[-1].latest
    params: dict[str, str | int | float] = {"name": one.name, "terms": _words(one.terms)}
    if one.kind == "former":
        # Whoever is called former had left; of several terms, at least the first was over.
        end = Days(first.latest, first.latest)
        rule = "former-holder"
        left = from_day_on(rule, end, one.where, one.words, params=params, name=one.span)
        return [left, *_alive(one)]
    start = Days(first.earliest, first.earliest)
    began = from_day_on("term-began", start, one.where, one.words, params=params, name=one.span)
    if one.kind == "narrated":
        return [began]
    held = Claim(
        rule_named("term-historical" if one.historical else "term-of-office"),
        Days(first.earliest, last),
        one.terms,
        one.where,
        one.words,
        params,
        name=one.span,
        spare=Days(first.earliest, last + _GRACE) if last < LATEST else None,
        excused=Days(last + _LONG_AGO, LATEST) if last.year < 9990 else None,
    )
    return [began, held]


def _alive(one: Held) -> Iterator[Claim]:
    """Whoever "says" something was alive."""
    if one.dies is not None:
        days = Days(one.dies, one.dies)
        params: dict[str, str | int | float] = {"name": one.name}
        yield until("former-alive", days, one.where, one.words, params=params, name=one.span)


def _elected(one: Held) -> Claim:
    """From the day after the election to the day before the first in office."""
    ranges = joined(
        Days(_election(term.earliest), term.earliest - timedelta(days=1)) for term in one.terms
    )
    says = Days(ranges[0].earliest, ranges[-1].latest)
    params: dict[str, str | int | float] = {"name": one.name, "terms": _words(ranges)}
    return Claim(rule_named("elect"), says, ranges, one.where, one.words, params, name=one.span)


def _election(took_office: date) -> date:
    """The day after the election, the first Tuesday after the first Monday of November."""
    if took_office.month not in (1, 3):
        return took_office - timedelta(days=30)
    first = date(took_office.year - 1, 11, 1)
    return first + timedelta(days=(-first.weekday()) % 7 + 2)


def _words(terms: Sequence[Days]) -> str:
    """The terms as the reader sees them: "from 1946-05-22 to 1947-05-24 and from …"."""
    return " and ".join(
        f"from {days.earliest} to {'today' if days.latest >= LATEST else days.latest}"
        for days in terms
    )


def _of_candidates(
    page: Page, candidates: Sequence[Candidate], terms: TermsProtocol
) -> Iterator[Held]:
    """Titles beside names of the knowledge base."""
    for candidate in candidates:
        if candidate.type is EntityType.PERSON and candidate.entities:
            one = _read(page, candidate, terms)
            if one is not None:
                yield one


def _read(page: Page, candidate: Candidate, terms: TermsProtocol) -> Held | None:
    text, span = page.text, candidate.span
    whole = _between(candidate)
    words, title, gap = whole.of(text), "", ""
    if candidate.offices and candidate.title:
        found = _terms_of(candidate.entities, candidate.offices, terms)
        title = candidate.title.of(text)
        if candidate.title.start >= span.end:
            gap = text[span.end : candidate.title.start].strip()
    elif IN_OFFICE_NOW.match(text[span.end : span.end + 50]):
        found = _headed(candidate.entities, terms)
    elif government := _GOVERNMENT.match(text[span.end : span.end + 20]):
        found = _headed(candidate.entities, terms)
        words = candidate.text + government.group()
    elif elect := ELECTED.search(text[: span.start][-30:]):
        found = _headed(candidate.entities, terms)
        words = elect.group() + candidate.text
    elif elect := ELECTED_BEHIND.match(text[span.end : span.end + 40]):
        found = _headed(candidate.entities, terms)
        words = candidate.text + elect.group()
    else:
        return None
    if not found:
        return None
    read = page.read(whole)
    kind = kind_of(page, read.start, read.end, title, gap)
    if kind == "held" and read and is_death_told(page, page.read(span)):
        kind = "narrated"
    historical = is_historical(page, read.start, read.end)
    where = candidate.title or span
    dies = _death(page, read.end, candidate, terms) if kind == "former" else None
    return Held(candidate.text, span, where, words, found, kind, historical, dies)


def _death(page: Page, end: int, candidate: Candidate, terms: TermsProtocol) -> date | None:
    """When somebody died whom the words behind the name let speak today."""
    entity = terms.entity(candidate.entities[0]) if len(candidate.entities) == 1 else None
    if entity is None or entity.existence is None or not SPEAKS.match(page.after(end, 40)):
        return None
    last = entity.existence.latest
    return last if last < date.max else None


def _with_more(one: Held, table: Sequence[_Row]) -> Held:
    """The same with the terms that the table of further holders adds to its title and name."""
    more = [holder.terms for where, _, holder in table if where.contains(one.span)]
    if not more or one.kind == "other":
        return one
    return replace(one, terms=joined([*one.terms, *(days for each in more for days in each)]))


def _of_table(page: Page, known: Sequence[Held], table: Sequence[_Row]) -> Iterator[Held]:
    """Titles with names of the table of further holders."""
    for where, read, holder in table:
        if any(where.overlaps(one.span) or where.overlaps(one.where) for one in known):
            continue
        words = read.of(page.derived.text)
        kind = kind_of(page, read.start, read.end, words, "")
        historical = is_historical(page, read.start, read.end)
        yield Held(holder.name, where, where, words, holder.terms, kind, historical)


def _between(candidate: Candidate) -> Span:
    """Name and title together."""
    title = candidate.title or candidate.span
    return Span(min(title.start, candidate.span.start), max(title.end, candidate.span.end))


def _terms_of(
    people: Sequence[str], offices: Sequence[str], terms: TermsProtocol
) -> tuple[Days, ...]:
    """Terms in which one of these people held one of these offices."""
    wanted = set(offices)
    return joined(
        [
            term.days
            for person in people
            for term in terms.tenures_of(person)
            if term.office in wanted
        ]
    )


def _headed(people: Sequence[str], terms: TermsProtocol) -> tuple[Days, ...]:
    """Terms in which one of these people headed a government."""
    return joined(
        [
            term.days
            for person in people
            for term in terms.tenures_of(person)
            if _HEADS.match(term.office)
        ]
    )
