"""Terms of office of the people to whom the text gives titles. Nobody is linked here.

The terms are those of all possible holders together, with the gaps between them kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.spans import Span
from usjp_reader.intake.dating.claims import Claim, from_day_on, joined
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.knowledge.times import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from usjp_reader.domain.entities import Candidate
    from usjp_reader.intake.dating.pages import Page
    from usjp_reader.intake.dating.terms import TermsProtocol

_FORMER = re.compile(
    r"(?:\b(?:former|ex|late|one-time|onetime|past|erstwhile|ousted|disgraced|retired)(?:\W+(?:U\.S\.|US|American|Japanese|Japan['’]s))?|[元前故])[\s-]*$",
    re.IGNORECASE,
)
_FORMER_AFTER = re.compile(
    r"^,? (?:the |a )?(?:former|late|ex-)|^,? who (?:was|had been|served as) |^(?:元|前)",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"\b(?:[Dd]uring|[Uu]nder|[Ss]ince|[Aa]fter|[Ff]rom|[Bb]y|[Oo]f) (?:the )?(?:\w+ )?$"
)
_THEN = re.compile(
    r"(?:\b(?:then|future|next|when|(?:his|her|the) (?:predecessor|father|grandfather))"
    r"(?:\W+(?:U\.S\.|US|American|Japanese))?,?|当時の)[\s-]*$",
    re.IGNORECASE,
)
_ELECT = re.compile(r"-?\b(?:elect|designate|nominee)\b|次期", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"^(?:['’]s)?\s(?:[Aa]dministration|[Cc]abinet|[Gg]overnment|White House)\b|^(?:内閣|政権)"
)
_NOW = re.compile(
    r"\b(?:now|today|currently|current|incumbent|says?|speaks?|wants?|has|have|is|are)\b|現在|今の|現首相|現大統領",
    re.IGNORECASE,
)
_IN_OFFICE_NOW = re.compile(
    r"^, (?:who is )?(?:now|currently) (?:in (?:the )?office|prime minister|president)|"
    r"^, the (?:current|incumbent|present)",
    re.IGNORECASE,
)
_HEADS = re.compile(r"office/(?:president|prime-minister|premier)-of-")
_YEARS = frozenset({Form.DAY, Form.MONTH, Form.YEAR, Form.YEARS, Form.DECADE})
_GRACE = timedelta(days=1)
"""News of the day after a hand-over still calls the old holder by the office."""


@dataclass(frozen=True, slots=True)
class Held:
    """A title in the text with every term it may mean.

    Attributes:
        terms: Days of the terms, in order, not overlapping.
        kind: `held`, `narrated` (in a text that tells of the past), `former`, `elect`, or `other`
            ("then-Secretary").
        historical: Whether its sentence names a year of its own, so it may tell of the past.
    """

    candidate: Candidate
    title: str
    terms: tuple[Days, ...]
    kind: str
    historical: bool


def from_offices(page: Page, candidates: Sequence[Candidate], terms: TermsProtocol) -> list[Claim]:
    """What the titles in the content of a page allow, each kind of title and name once."""
    claims: list[Claim] = []
    seen: set[tuple[object, ...]] = set()
    for candidate in candidates:
        one = _read(page, candidate, terms)
        if one is None:
            continue
        key = (candidate.entities, candidate.offices, one.kind, one.historical)
        if key not in seen:
            seen.add(key)
            claims += _claims(one)
    return claims


def _claims(one: Held) -> list[Claim]:
    first = one.terms[0]
    where = one.candidate.title or one.candidate.span
    params: dict[str, str | int | float] = {"name": one.candidate.text}
    if one.kind == "former":
        # Whoever is called former had left; of several terms, at least the first was over.
        end = Days(first.latest, first.latest)
        return [
            from_day_on(
                "former-holder", end, where, one.title, params=params, name=one.candidate.span
            )
        ]
    if one.kind == "elect":
        return [_elected(one, where, params)]
    if one.kind == "other":
        return []
    began = Days(first.earliest, first.earliest)
    params |= {"terms": _words(one.terms)}
    if one.kind == "narrated":
        return [
            from_day_on(
                "term-began", began, where, one.title, params=params, name=one.candidate.span
            )
        ]
    rule = rule_named("term-historical" if one.historical else "term-of-office")
    says = Days(first.earliest, one.terms[-1].latest)
    held = Claim(
        rule,
        says,
        one.terms,
        where,
        one.title,
        params,
        name=one.candidate.span,
        spare=Days(says.earliest, says.latest + _GRACE) if says.latest.year < 9999 else None,
    )
    return [
        from_day_on("term-began", began, where, one.title, params=params, name=one.candidate.span),
        held,
    ]


def _elected(one: Held, where: Span, params: dict[str, str | int | float]) -> Claim:
    """From the election (two and a half months before) to the first day in office."""
    ranges = tuple(Days(term.earliest - timedelta(days=77), term.earliest) for term in one.terms)
    says = Days(ranges[0].earliest, ranges[-1].latest)
    params |= {"terms": _words(ranges)}
    return Claim(
        rule_named("elect"), says, joined(ranges), where, one.title, params, name=one.candidate.span
    )


def _words(terms: Sequence[Days]) -> str:
    """The terms as the reader sees them: "from 1946-05-22 to 1947-05-24 and from …"."""
    return " and ".join(
        f"from {days.earliest} to {'today' if days.latest.year == 9999 else days.latest}"
        for days in terms
    )


def _read(page: Page, candidate: Candidate, terms: TermsProtocol) -> Held | None:
    if candidate.type is not EntityType.PERSON or not candidate.entities:
        return None
    if candidate.offices and candidate.title:
        found = _terms_of(candidate.entities, candidate.offices, terms)
        title = _between(candidate).of(page.text)
    elif _IN_OFFICE_NOW.match(page.text[candidate.span.end : candidate.span.end + 50]):
        found = _headed(candidate.entities, terms)
        title = candidate.text
    elif _GOVERNMENT.match(page.text[candidate.span.end : candidate.span.end + 20]):
        found = _headed(candidate.entities, terms)
        end = candidate.span.end + 16
        title = page.text[candidate.span.start : end].partition("\n")[0].rstrip(" ,.")
    else:
        return None
    if not found:
        return None
    start = page.read(_between(candidate)).start
    end = page.read(_between(candidate)).end
    kind = _kind(page, candidate, start, end)
    if kind == "held" and page.is_history and not _is_present(page, start, end):
        kind = "narrated"
    return Held(candidate, title, found, kind, _is_historical(page, start, end))


def _between(candidate: Candidate) -> Span:
    """Name and title together."""
    title = candidate.title or candidate.span
    return Span(min(title.start, candidate.span.start), max(title.end, candidate.span.end))


def _kind(page: Page, candidate: Candidate, start: int, end: int) -> str:
    before, after = page.before(start, 40), page.after(end, 24)
    title = candidate.title.of(page.text) if candidate.title else ""
    gap = ""
    if candidate.title and candidate.title.start >= candidate.span.end:
        gap = page.text[candidate.span.end : candidate.title.start].strip()
    if _ELECT.search(title) or _ELECT.match(after) or before.endswith("次期"):
        return "elect"
    is_former = title[:1] in "元前故" and bool(title)
    is_former = (
        is_former or gap in ("元", "前", "故") or re.search(r"\b(?:former|late)\b", gap) is not None
    )
    if is_former or _FORMER.search(before) or re.match(r"(?:former|ex-|late)\b", title, re.I):
        return "former"
    if (
        not candidate.title
        and _DURING.search(before)
        and not _IN_OFFICE_NOW.match(page.after(end, 50))
    ):
        return "other"
    if _THEN.search(before) or re.match(r"(?:then|future)\b", title, re.I):
        return "other"
    return "held"


def _is_present(page: Page, start: int, end: int) -> bool:
    """Whether the sentence speaks of the holder as one of today."""
    around = page.before(start, 60) + page.after(end, 60)
    return _NOW.search(around) is not None


def _is_historical(page: Page, start: int, end: int) -> bool:
    """Whether the sentence names a year: it may tell of the past."""
    sentence = page.sentence_at(start)
    stop = max(end, sentence.end)
    return any(
        one.form in _YEARS and sentence.start <= one.span.start < stop for one in page.mentions
    )


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


def last_day(terms: Sequence[Days]) -> date:
    """The last day of the last term."""
    return terms[-1].latest
