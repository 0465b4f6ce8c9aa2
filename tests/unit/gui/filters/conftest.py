"""Two small divisions of time and counts for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from usjp_reader.domain.eras import Era, Periodisation, PeriodisationKind
from usjp_reader.domain.queries import Counts, EraCount, Facet, FacetCount, Flag

_OPENING = Era("opening", {"en": "Opening", "ja": "開国"}, date(1853, 7, 8), date(1894, 11, 22))
_TREATY = Era(
    "treaty",
    {"en": "Revised treaty"},
    date(1960, 6, 23),
    date(1972, 5, 15),
    start_event="Treaty <b>in force</b>",
    start_place="Tokyo",
    authority="Office of the Historian",
    note="A note.",
    shared_start=True,
)
_ISLANDS = Era("islands", {"en": "Islands"}, date(1945, 9, 2), date(1972, 5, 15), parallel=True)
PHASES = Periodisation(
    "phases",
    {"en": "Phases & turns"},
    PeriodisationKind.INTERPRETS,
    "USJP Reader",
    "Because of events.",
    (_OPENING, _TREATY, _ISLANDS),
)
TERMS = Periodisation(
    "terms",
    {"en": "Terms"},
    PeriodisationKind.RECORDS,
    "The Constitution",
    "Who governed.",
    tuple(
        Era(f"t{number}", {"en": "Grover Cleveland"}, date(1885 + number, 3, 4), None)
        for number in range(24)
    ),
)
COUNTS = Counts(
    1284,
    {Flag.UNREAD: 911, Flag.STARRED: 37, Flag.PASSAGES: 58, Flag.UNDATED: 4},
    {
        "phases": (
            EraCount("opening", "Opening", 0, 0),
            EraCount("treaty", "Revised treaty", 12, 3),
            EraCount("islands", "Islands", 5, 0),
        ),
        "terms": (EraCount("t3", "Grover Cleveland", 2, 0),),
    },
    {
        Facet.PERSON: tuple(
            FacetCount(f"person/{number}", f"Person {number}", 400 - number, "PERSON")
            for number in range(300)
        ),
        Facet.PLACE: (
            FacetCount("place/okinawa", "Okinawa 沖縄", 40, "GPE"),
            FacetCount("place/kadena", "Kadena", 9, "FAC"),
        ),
        Facet.LANGUAGE: (FacetCount("en", "English", 1100), FacetCount("ja", "Japanese", 184)),
    },
    ((1854, 2), (1945, 30), (1972, 44)),
    7,
)


@pytest.fixture
def divisions() -> tuple[Periodisation, ...]:
    return (PHASES, TERMS)


@pytest.fixture
def counts() -> Counts:
    return COUNTS


@pytest.fixture
def fewer(counts: Counts) -> Counts:
    """The counts of a query that finds one article of 1945."""
    people = (FacetCount("person/1", "Person 1", 1, "PERSON"),)
    return replace(counts, total=1, facets={Facet.PERSON: people}, years=((1945, 1),))
