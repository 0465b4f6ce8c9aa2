"""A small who-held-what for the tests of dating, and a finder of the titled names in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import Candidate, Entity, EntityType, Tenure
from usjp_reader.domain.spans import Span

PRESIDENT = "office/president-of-the-united-states"
PREMIER = "office/prime-minister-of-japan"
SECRETARY = "office/us-secretary-of-state"
_OPEN = date(9999, 12, 31)


def _days(first: str, last: str) -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last) if last else _OPEN)


TENURES = [
    Tenure(f"person/{person}", office, _days(first, last))
    for person, office, first, last in (
        ("dwight-d-eisenhower", PRESIDENT, "1953-01-20", "1961-01-20"),
        ("george-h-w-bush", PRESIDENT, "1989-01-20", "1993-01-20"),
        ("bill-clinton", PRESIDENT, "1993-01-20", "2001-01-20"),
        ("george-w-bush", PRESIDENT, "2001-01-20", "2009-01-20"),
        ("barack-obama", PRESIDENT, "2009-01-20", "2017-01-20"),
        ("nobusuke-kishi", PREMIER, "1957-02-25", "1960-07-19"),
        ("junichiro-koizumi", PREMIER, "2001-04-26", "2006-09-26"),
        ("shinzo-abe", PREMIER, "2006-09-26", "2007-09-26"),
        ("taro-aso", PREMIER, "2008-09-24", "2009-09-16"),
        ("shinzo-abe", PREMIER, "2012-12-26", "2020-09-16"),
        ("hillary-clinton", SECRETARY, "2009-01-21", "2013-02-01"),
    )
]

NAMES = {
    "Eisenhower": ("person/dwight-d-eisenhower",),
    "Barack Obama": ("person/barack-obama",),
    "Obama": ("person/barack-obama",),
    "オバマ": ("person/barack-obama",),
    "Bush": ("person/george-h-w-bush", "person/george-w-bush"),
    "Bill Clinton": ("person/bill-clinton",),
    "Hillary Rodham Clinton": ("person/hillary-clinton",),
    "Nobusuke Kishi": ("person/nobusuke-kishi",),
    "Junichiro Koizumi": ("person/junichiro-koizumi",),
    "小泉純一郎": ("person/junichiro-koizumi",),
    "Shinzo Abe": ("person/shinzo-abe",),
    "安倍晋三": ("person/shinzo-abe",),
    "Taro Aso": ("person/taro-aso",),
}
TITLES = {
    "President": PRESIDENT,
    "Prime Minister": PREMIER,
    "Secretary of State": SECRETARY,
    "大統領": PRESIDENT,
    "首相": PREMIER,
}
_NAME = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))
_BEFORE = re.compile(r"(President|Prime Minister|Secretary of State) $")
_AFTER = re.compile(r"[元前]?(大統領|首相)")


@dataclass
class SmallTerms:
    """A stand-in for the knowledge base."""

    entities: dict[str, Entity] = field(default_factory=dict)

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        return tuple(term for term in TENURES if term.person == person)

    def holders(self, office: str) -> tuple[Tenure, ...]:
        return tuple(term for term in TENURES if term.office == office)

    def entity(self, id: str) -> Entity | None:  # noqa: A002
        return self.entities.get(id)


def candidates_in(text: str) -> list[Candidate]:
    """The names we know, each with the title beside it."""
    found = []
    for name in _NAME.finditer(text):
        span = Span(name.start(), name.end())
        before = _BEFORE.search(text[: name.start()])
        after = _AFTER.match(text, name.end())
        title = None
        if before:
            title = Span(before.start(1), before.end(1))
        elif after:
            title = Span(after.start(1), after.end(1))
        offices = (TITLES[title.of(text)],) if title else ()
        found.append(
            Candidate(span, name.group(), EntityType.PERSON, NAMES[name.group()], offices, title)
        )
    return found
