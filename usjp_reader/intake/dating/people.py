"""Terms of office of the people to whom the text gives titles. Nobody is linked here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.claims import Claim
from usjp_reader.intake.dating.mentions import sentence_before
from usjp_reader.knowledge.times.expressions import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.entities import Candidate
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.intake.dating.terms import TermsProtocol

_FORMER = re.compile(
    r"(?:\b(?:former|ex|late|one-time|onetime|past|erstwhile)(?:\W+(?:U\.S\.|US|American|Japanese|Japan['’]s))?|[元前故])[\s-]*$",
    re.IGNORECASE,
)
_DURING = re.compile(r"\b(?:[Dd]uring|[Uu]nder|[Ss]ince|[Aa]fter|[Ff]rom) (?:the )?(?:\w+ )?$")
_THEN = re.compile(
    r"(?:\b(?:then|future|next)(?:\W+(?:U\.S\.|US|American|Japanese))?|当時の)[\s-]*$",
    re.IGNORECASE,
)
_ELECT = re.compile(r"-?\b(?:elect|designate|nominee)\b", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"^(?:['’]s)?\s(?:[Aa]dministration|[Cc]abinet|[Gg]overnment|White House)\b|^(?:内閣|政権)"
)
_HEADS = re.compile(r"office/(?:president|prime-minister|premier)-of-")


@dataclass(frozen=True, slots=True)
class Held:
    """A title in the text with every term it may mean.

    Attributes:
        terms: Days of the terms, in order, not overlapping.
        historical: Whether its sentence names a year of its own, so it may tell of the past.
    """

    candidate: Candidate
    title: str
    terms: tuple[Days, ...]
    historical: bool

    @property
    def starts(self) -> date:
        """The first day on which anybody meant could be called that."""
        return self.terms[0].earliest

    def claim(self, days: Days, rule: str = "term-of-office") -> Claim:
        """This title as a reason."""
        name = self.candidate.text
        return Claim(
            rule,
            days,
            self.candidate.title or self.candidate.span,
            self.title,
            0.85,
            days.earliest,
            days.latest,
            params={"name": name, "first": str(days.earliest), "last": str(days.latest)},
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """What the titles in a text say together.

    Attributes:
        held: Titles given as present, in order of the text.
        after: Claims that only bound from below (former holders).
    """

    held: tuple[Held, ...]
    after: tuple[Claim, ...]


def terms_in(page: Page, candidates: Sequence[Candidate], terms: TermsProtocol) -> Terms:
    """The titles in the content of a page, each kind of title and name once."""
    content = [line.span for line in page.lines if line.is_content]
    held: list[Held] = []
    after: list[Claim] = []
    seen: set[tuple[tuple[str, ...], tuple[str, ...], str]] = set()
    for candidate in candidates:
        read = _read(page, candidate, terms)
        if read is None or not any(span.contains(candidate.span) for span in content):
            continue
        kind, one = read
        key = (candidate.entities, candidate.offices, kind if not one.historical else "historical")
        if key in seen:
            continue
        seen.add(key)
        if kind == "held":
            held.append(one)
        elif kind == "former":
            after.append(_after(one))
    return Terms(tuple(held), tuple(after))


def _after(one: Held) -> Claim:
    end = one.terms[0].latest
    name = one.candidate.text
    return Claim(
        "former-holder",
        Days(end, end),
        one.candidate.title or one.candidate.span,
        one.title,
        0.8,
        earliest=end,
        params={"name": name},
    )


def _read(page: Page, candidate: Candidate, terms: TermsProtocol) -> tuple[str, Held] | None:
    if candidate.type is not EntityType.PERSON or not candidate.entities:
        return None
    text = page.text
    if candidate.offices and candidate.title:
        found = _terms_of(candidate.entities, candidate.offices, terms)
        title = _between(candidate).of(text) if candidate.title else ""
    elif _GOVERNMENT.match(text[candidate.span.end : candidate.span.end + 20]):
        found = _headed(candidate.entities, terms)
        title = (
            text[candidate.span.start : candidate.span.end + 16].partition("\n")[0].rstrip(" ,.")
        )
    else:
        return None
    if not found:
        return None
    start = min(candidate.span.start, candidate.title.start if candidate.title else 10**9)
    kind = _kind(text, candidate, start)
    return kind, Held(candidate, title, found, _is_historical(page, candidate, start))


def _between(candidate: Candidate) -> Span:
    """Name and title together."""
    title = candidate.title or candidate.span
    return Span(min(title.start, candidate.span.start), max(title.end, candidate.span.end))


def _kind(text: str, candidate: Candidate, start: int) -> str:
    before = text[max(0, start - 24) : start]
    title = candidate.title.of(text) if candidate.title else ""
    gap = ""
    if candidate.title and candidate.title.start >= candidate.span.end:
        gap = text[candidate.span.end : candidate.title.start]
    if (
        _FORMER.search(before)
        or (title[:1] in "元前故" and title)
        or gap.strip() in ("元", "前", "故")
    ):
        return "former"
    if re.match(r"(?:former|ex-|late)\b", title, re.IGNORECASE):
        return "former"
    following = text[candidate.title.end : candidate.title.end + 10] if candidate.title else ""
    if not candidate.title and _DURING.search(before):
        return "other"
    if _THEN.search(before) or _ELECT.search(title) or _ELECT.match(following):
        return "other"
    return "held"


def _is_historical(page: Page, candidate: Candidate, start: int) -> bool:
    """Whether the sentence names a year: it may tell of the past."""
    before = start - len(sentence_before(page.text, start))
    after = page.text.find(". ", candidate.span.end, candidate.span.end + 200)
    end = after if after >= 0 else candidate.span.end + 120
    years = (Form.DAY, Form.MONTH, Form.YEAR, Form.DECADE)
    return any(one.form in years and before <= one.span.start < end for one in page.mentions)


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


def joined(ranges: Sequence[Days]) -> tuple[Days, ...]:
    """The same days in order, neighbours and overlaps joined."""
    out: list[Days] = []
    for days in sorted(ranges):
        if out and days.earliest <= out[-1].latest + timedelta(days=1):
            out[-1] = Days(out[-1].earliest, max(out[-1].latest, days.latest))
        else:
            out.append(days)
    return tuple(out)


def common(one: Sequence[Days], other: Sequence[Days]) -> tuple[Days, ...]:
    """The days that lie in both sets of ranges."""
    found = (a.intersection(b) for a in one for b in other)
    return joined([days for days in found if days])


_DATED_KINDS = frozenset({EntityType.EVENT, EntityType.LAW})


def events_in(page: Page, candidates: Sequence[Candidate], terms: TermsProtocol) -> list[Claim]:
    """Known events and agreements that the text names: it is not written before them."""
    content = [line.span for line in page.lines if line.is_content]
    claims: dict[date, Claim] = {}
    for candidate in candidates:
        if candidate.type not in _DATED_KINDS or len(candidate.entities) != 1:
            continue
        entity = terms.entity(candidate.entities[0])
        days = entity.existence if entity else None
        if days is None or days.earliest in claims or _is_coming(page.text, candidate):
            continue
        if any(span.contains(candidate.span) for span in content):
            first = Days(days.earliest, days.earliest)
            claims[days.earliest] = Claim(
                "event", first, candidate.span, candidate.text, 0.7, earliest=days.earliest
            )
    return sorted(claims.values(), key=lambda claim: claim.days.earliest, reverse=True)


def _is_coming(text: str, candidate: Candidate) -> bool:
    return _COMING.search(sentence_before(text, candidate.span.start)) is not None


_COMING = re.compile(
    r"\b(?:will|would|to|shall|may|might|could|if|draft|proposed|planned|coming|future|next|expected|negotiat\w+|"
    r"talks on|upcoming)\b[^.;]{0,30}$"
)


def cohort(candidates: Sequence[Candidate], terms: TermsProtocol) -> Claim | None:
    """The years in which most of the people named were alive and grown up."""
    people = {
        candidate.entities[0]: candidate
        for candidate in reversed(candidates)
        if candidate.type is EntityType.PERSON and len(candidate.entities) == 1
    }
    lives = [
        entity.existence
        for person in people
        if (entity := terms.entity(person)) and entity.existence
    ]
    if len(lives) < 3:
        return None
    years = [(days.earliest.year + 25, days.latest.year) for days in lives]
    alive = {
        year: sum(1 for first, last in years if first <= year <= last)
        for year in range(min(first for first, _ in years), max(last for _, last in years) + 1)
    }
    most = max(alive.values(), default=0)
    if most < 3 or most < 0.6 * len(lives):
        return None
    best = [year for year, count in alive.items() if count == most]
    first = min(people.values(), key=lambda candidate: candidate.span)
    days = Days(date(best[0], 1, 1), date(best[-1], 12, 31))
    params: dict[str, str | int | float] = {
        "count": most,
        "first": str(best[0]),
        "last": str(best[-1]),
    }
    return Claim(
        "lifetimes", days, first.span, first.text, 0.4, days.earliest, days.latest, params=params
    )
