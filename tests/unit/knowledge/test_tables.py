"""The shipped tables and the shipped eras agree with themselves and with each other."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from usjp_reader.config.resources import listed, read_table
from usjp_reader.domain.dates import Edtf
from usjp_reader.domain.entities import EntityType, Tenure
from usjp_reader.knowledge import base
from usjp_reader.knowledge.eras import periodisation
from usjp_reader.knowledge.tables import period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.eras import Era

Row = dict[str, str]

COLUMNS = {
    "entities": "id type qid label_en label_ja description from to source",
    "names": "entity text language script kind order from to needs_context source",
    "offices": "id name_en name_ja organisation country complete_from source",
    "office-titles": "office text language needs_context",
    "tenures": "person office from to kind ordinal note source",
    "vacancies": "office from to reason source",
    "relations": "subject relation object from to source",
    "redirects": "old new reason",
}
KINDS = {"full", "short", "surname", "given", "abbreviation", "former", "variant"}
RELATIONS = {
    "member-of",
    "part-of",
    "capital-of",
    "located-in",
    "stands-for",
    "successor-of",
    "child-of",
    "grandchild-of",
    "sibling-of",
    "spouse-of",
    "signatory-of",
    "agreement-of",
}
PREFIXES = {
    EntityType.PERSON: {"person"},
    EntityType.ORG: {"org"},
    EntityType.GPE: {"place"},
    EntityType.LOC: {"place"},
    EntityType.FAC: {"facility"},
    EntityType.LAW: {"agreement"},
    EntityType.EVENT: {"event"},
    EntityType.NORP: {"norp"},
}
KNOWLEDGE = base.load()
IDS = {entity.id for entity in KNOWLEDGE.entities()}
OFFICES = {office.id for office in KNOWLEDGE.tables.offices}
OPAQUE = re.compile(r"/[a-z]\d{4}$")
ONE_DAY = timedelta(days=1)
LAST_CHECKED = date(2026, 1, 1)
"""Every list of holders goes on at least until then; what was abolished is vacant for good."""


def rows_of(table: str) -> Iterator[Row]:
    """The raw rows of a shipped table, by column name."""
    for path in listed(f"knowledge/{table}", ".tsv"):
        yield from read_table(path)


def duplicates(values: list[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


@pytest.mark.parametrize("table", COLUMNS)
def test_every_row_has_the_columns_that_the_readme_names(table: str) -> None:
    for row in rows_of(table):
        assert list(row) == COLUMNS[table].split()


@pytest.mark.parametrize("table", ["entities", "names", "tenures", "relations"])
def test_every_date_is_one_that_the_program_reads_and_no_fact_ends_before_it_begins(
    table: str,
) -> None:
    for row in rows_of(table):
        start = Edtf.parse(row["from"]).days if row["from"] else None
        end = Edtf.parse(row["to"]).days if row["to"] else None
        assert start is None or end is None or start.earliest <= end.latest, row


@pytest.mark.parametrize("table", ["entities", "names", "offices", "tenures", "relations"])
def test_every_fact_says_where_it_was_checked(table: str) -> None:
    assert [row for row in rows_of(table) if not row["source"].strip()] == []


def test_ids_are_unique_and_say_what_kind_of_thing_they_name() -> None:
    assert duplicates([entity.id for entity in KNOWLEDGE.tables.entities]) == []
    for entity in KNOWLEDGE.entities():
        assert entity.id.partition("/")[0] in PREFIXES[entity.type], entity
        assert entity.id.isascii()
        assert entity.id == entity.id.lower()


def test_ids_in_names_offices_tenures_and_relations_exist() -> None:
    for name in KNOWLEDGE.all_names():
        assert name.entity in IDS, name
    for title in KNOWLEDGE.office_titles():
        assert title.office in OFFICES, title
    for tenure in KNOWLEDGE.tables.tenures:
        assert tenure.person in IDS, tenure
        assert tenure.office in OFFICES, tenure
    for relation in KNOWLEDGE.tables.relations:
        assert relation.subject in IDS, relation
        assert relation.object in IDS, relation
    for office in KNOWLEDGE.tables.offices:
        assert not office.organisation or office.organisation in IDS, office
        assert not office.country or office.country in IDS, office
    for redirect in KNOWLEDGE.tables.redirects:
        assert redirect.old not in IDS
        assert KNOWLEDGE.resolve(redirect.old) in IDS


def test_kinds_of_names_and_relations_are_those_of_the_readme() -> None:
    assert {row["kind"] for row in rows_of("names")} <= KINDS
    assert {row["relation"] for row in rows_of("relations")} <= RELATIONS
    assert {row["kind"] for row in rows_of("tenures")} <= {"regular", "acting"}
    assert {row["language"] for row in rows_of("names")} <= {"en", "ja"}
    assert {row["needs_context"] for row in rows_of("names")} <= {"", "0", "1"}


def test_no_entity_has_a_name_twice() -> None:
    rows: list[object] = [
        (name.entity, name.text, name.language, name.period) for name in KNOWLEDGE.all_names()
    ]
    assert duplicates(rows) == []


def test_no_title_claims_an_office_twice() -> None:
    rows: list[object] = [(row.office, row.text, row.language) for row in KNOWLEDGE.office_titles()]
    assert duplicates(rows) == []


def test_names_have_no_blanks_around_them() -> None:
    assert [name for name in KNOWLEDGE.all_names() if name.text != name.text.strip()] == []


def test_everything_has_a_name_and_disputed_things_have_no_label() -> None:
    for entity in KNOWLEDGE.entities():
        assert KNOWLEDGE.names_of(entity.id), entity
        if OPAQUE.search(entity.id):
            assert entity.label_en == entity.label_ja == "", entity
        else:
            assert entity.label_en or entity.label_ja, entity


@pytest.mark.parametrize("office", sorted(OFFICES))
def test_holders_of_an_office_follow_each_other_unless_one_is_acting(office: str) -> None:
    regular = [tenure for tenure in KNOWLEDGE.holders(office) if not tenure.is_acting]
    for before, after in pairwise(regular):
        assert before.days.latest <= after.days.earliest, (before, after)


@pytest.mark.parametrize(
    ("office", "start"),
    [(row["id"], row["complete_from"]) for row in rows_of("offices") if row["complete_from"]],
)
def test_where_every_holder_is_promised_no_day_is_without_one_but_for_a_vacancy(
    office: str, start: str
) -> None:
    terms = [tenure.days for tenure in KNOWLEDGE.holders(office)]
    rows = [row for row in rows_of("vacancies") if row["office"] == office]
    empty = [days for row in rows if (days := period(row["from"], row["to"]))]
    covered = Edtf.parse(start).days.earliest
    for days in sorted([*terms, *empty]):
        assert days.earliest <= covered + ONE_DAY, (office, covered, days)
        covered = max(covered, days.latest)
    assert covered >= LAST_CHECKED, (office, covered)


def test_nobody_held_an_office_before_birth_or_long_after_death() -> None:
    for tenure in KNOWLEDGE.tables.tenures:
        person = KNOWLEDGE.entity(tenure.person)
        if person is None or person.existence is None:
            continue
        assert person.existence.earliest <= tenure.days.earliest, tenure
        if not tenure.is_current:  # the official day of leaving may be the one after death
            assert tenure.days.latest - ONE_DAY <= person.existence.latest, tenure


def test_administrations_begin_and_end_with_the_terms_of_the_presidents() -> None:
    terms = KNOWLEDGE.holders("office/president-of-the-united-states")
    for era in periodisation("us-administrations").eras:
        begun = [term for term in terms if term.days.earliest == era.start]
        assert begun, era
        ends = {None if term.is_current else term.days.latest for term in _run(begun[0], terms)}
        assert era.end in ends, era


def _run(first: Tenure, terms: tuple[Tenure, ...]) -> Iterator[Tenure]:
    """Terms of one person that follow each other without a gap."""
    last = first
    yield first
    for term in terms:
        if term.person == first.person and term.days.earliest == last.days.latest:
            last = term
            yield term


@pytest.mark.parametrize("era", periodisation("jp-cabinets").eras, ids=lambda era: era.id)
def test_cabinets_agree_with_the_terms_of_prime_ministers_or_say_why_not(era: Era) -> None:
    terms = KNOWLEDGE.holders("office/prime-minister-of-japan")
    start = era.start or date.min
    held = [term for term in terms if _holds(term, start)]
    assert held, era
    if era.end is None:
        assert any(term.is_current for term in held), era
        return
    ends = [term.days.latest for term in held if not term.is_acting]
    within_a_term = any(era.end - ONE_DAY <= end for end in ends)
    assert within_a_term or era.note, era


def _holds(term: Tenure, day: date) -> bool:
    return term.days.earliest - ONE_DAY <= day <= term.days.latest - ONE_DAY


def test_raw_rows_have_no_blanks_at_the_ends_of_their_cells() -> None:
    def spoiled(row: Row) -> bool:
        return any(value != value.strip() for value in row.values())

    assert [row for table in COLUMNS for row in rows_of(table) if spoiled(row)] == []
