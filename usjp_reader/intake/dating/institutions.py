"""Institutions that changed their names: who names one as it is now writes in its time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.intake.dating.claims import EARLIEST, LATEST, Claim
from usjp_reader.intake.dating.rules import rule_named
from usjp_reader.knowledge.happenings import institutions
from usjp_reader.knowledge.times import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.intake.dating.pages import Page

_PAST = re.compile(
    r"\b(?:then|former|formerly|old|late|defunct|predecessor|what was(?: then)?|called|"
    r"known as|ex|missile|abolished)[\s-](?:the )?$|(?:旧|元|当時の|前身の)$",
    re.IGNORECASE,
)
_YEARS = frozenset({Form.DAY, Form.MONTH, Form.YEAR, Form.YEARS, Form.DECADE})


def from_institutions(page: Page) -> Iterator[Claim]:
    """The time of each name in the running text, where nothing beside it speaks of the past."""
    seen: set[str] = set()
    for span, one in institutions().found_in(page.derived.text):
        if (
            one.name in seen
            or _PAST.search(page.before(span.start, 30))
            or _names_year(page, span.start)
        ):
            continue
        seen.add(one.name)
        ranges = tuple(Days(max(d.earliest, EARLIEST), min(d.latest, LATEST)) for d in one.days)
        says = Days(ranges[0].earliest, ranges[-1].latest)
        params = {"name": one.name, "terms": " and ".join(map(_words, ranges))}
        words = span.of(page.derived.text)
        yield Claim(rule_named("institution-name"), says, ranges, page.source(span), words, params)


def _names_year(page: Page, position: int) -> bool:
    sentence = page.sentence_at(position)
    return any(
        one.form in _YEARS and sentence.start <= one.span.start < sentence.end
        for one in page.mentions
    )


def _words(days: Days) -> str:
    first = f"from {days.earliest}" if days.earliest > EARLIEST else ""
    last = f"until {days.latest}" if days.latest < LATEST else ""
    return " ".join(part for part in (first, last) if part)
