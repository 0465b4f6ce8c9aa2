"""What the tables say of one entity, as its page shows it."""

from __future__ import annotations

from datetime import date

import pytest

from usjp_reader.config.messages import said
from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import Entity, EntityType, Name, Relation, Tenure
from usjp_reader.knowledge import base
from usjp_reader.knowledge.base import KnowledgeBase
from usjp_reader.knowledge.entity_pages import entity_page, relation_words
from usjp_reader.knowledge.tables import Redirect, Tables

KNOWLEDGE = base.load()


def related(
    page: str, relation: str, *, is_reverse: bool, of: KnowledgeBase = KNOWLEDGE
) -> list[str]:
    groups = entity_page(page, of).relations
    return [
        one.name
        for group in groups
        if (group.relation, group.is_reverse) == (relation, is_reverse)
        for one in group.related
    ]


def test_somebody_has_a_name_in_both_scripts_and_offices_in_order_of_time() -> None:
    page = entity_page("person/eisaku-sato", KNOWLEDGE)
    assert (page.name, page.name_ja) == ("Eisaku Sato", "佐藤栄作")
    assert not page.is_disputed
    assert {"佐藤栄作", "Sato"} <= {name.text for name in page.names}
    assert [term.days for term in page.offices] == sorted(term.days for term in page.offices)
    assert "office/prime-minister-of-japan" in [term.office for term in page.offices]


def test_it_is_told_who_held_an_office_just_before_and_after() -> None:
    page = entity_page("person/eisaku-sato", KNOWLEDGE)
    (term,) = [one for one in page.offices if one.office == "office/prime-minister-of-japan"]
    assert term.predecessor is not None
    assert (term.predecessor.entity, term.predecessor.name) == (
        "person/hayato-ikeda",
        "Hayato Ikeda",
    )
    assert term.successor is not None
    assert term.successor.entity == "person/kakuei-tanaka"


def held(person: str, first: str, last: str, *, acting: bool = False) -> Tenure:
    days = Days(date.fromisoformat(first), date.fromisoformat(last))
    return Tenure(f"person/{person}", "office/x", days, acting)


def test_nobody_is_a_successor_who_came_after_a_gap_and_a_stand_in_gives_way() -> None:
    tables = Tables(
        entities=tuple(
            Entity(f"person/{one}", EntityType.PERSON, one.upper(), "") for one in "abcd"
        ),
        tenures=(
            held("a", "1950-01-01", "1952-05-01"),
            held("d", "1952-05-01", "1952-06-01", acting=True),
            held("b", "1952-05-02", "1953-01-01"),
            held("a", "1953-01-01", "1953-02-01"),
            held("c", "1960-01-01", "1961-01-01"),
        ),
    )
    first, second = entity_page("person/a", KnowledgeBase(tables)).offices
    assert first.predecessor is None
    assert first.successor is not None
    assert first.successor.name == "B"
    assert second.predecessor is not None
    assert second.predecessor.name == "B"
    assert second.successor is None


def test_the_order_of_japanese_names_is_the_readers() -> None:
    page = entity_page("person/eisaku-sato", KNOWLEDGE, "family-first")
    assert page.name == "Sato Eisaku"


def test_days_of_existence_are_told_no_closer_than_the_tables_tell_them() -> None:
    tables = Tables(
        entities=(Entity("org/x", EntityType.ORG, "X", "", since="1868~", until="1954-07"),)
    )
    page = entity_page("org/x", KnowledgeBase(tables))
    assert (page.since, page.until) == ("1868~", "1954-07")
    shipped = KNOWLEDGE.entity("agreement/treaty-of-kanagawa")
    assert shipped is not None
    assert (shipped.since, shipped.until) == ("1854-03-31", "")


def test_a_disputed_place_bears_all_names_in_alphabetical_order_and_none_before_the_others() -> (
    None
):
    disputed = [one for one in KNOWLEDGE.entities() if not (one.label_en or one.label_ja)]
    assert disputed
    for entity in disputed:
        page = entity_page(entity.id, KNOWLEDGE)
        assert page.is_disputed
        assert page.name_ja == ""
        assert page.name.split(" / ") == sorted(page.name.split(" / "))
        order = [(name.language, name.text) for name in page.names]
        assert order == sorted(order)


def test_both_sides_of_a_relation_know_of_it() -> None:
    assert "Japan" in related("agreement/treaty-of-kanagawa", "signatory-of", is_reverse=True)
    assert "Treaty of Kanagawa" in related("place/japan", "signatory-of", is_reverse=False)


def test_every_relation_of_the_tables_has_words_for_both_sides() -> None:
    for relation in {row.relation for row in KNOWLEDGE.tables.relations}:
        for is_reverse in (False, True):
            assert said(relation_words(relation, is_reverse=is_reverse))


def people(*relations: Relation, redirects: tuple[Redirect, ...] = ()) -> KnowledgeBase:
    ids = ("person/a", "person/b", "person/c")
    return KnowledgeBase(
        Tables(
            entities=tuple(Entity(one, EntityType.PERSON, one[-1].upper(), "") for one in ids),
            names=tuple(Name(one, one[-1].upper(), "en", "Latn", "full") for one in ids),
            relations=relations,
            redirects=redirects,
        )
    )


def test_husband_and_wife_are_named_once_whoever_was_entered_first() -> None:
    told = people(
        Relation("person/a", "spouse-of", "person/b"), Relation("person/b", "spouse-of", "person/a")
    )
    for one, other in (("person/a", "B"), ("person/b", "A")):
        assert related(one, "spouse-of", is_reverse=False, of=told) == [other]
        assert related(one, "spouse-of", is_reverse=True, of=told) == []


def test_two_entries_that_were_merged_share_one_page() -> None:
    told = people(
        Relation("person/a", "child-of", "person/c"),
        Relation("person/a", "sibling-of", "person/b"),
        redirects=(Redirect("person/a", "person/b"),),
    )
    page = entity_page("person/a", told)
    assert page == entity_page("person/b", told)
    assert page.id == "person/b"
    assert {name.text for name in page.names} == {"A", "B"}
    assert related("person/b", "child-of", is_reverse=False, of=told) == ["C"]
    assert related("person/b", "sibling-of", is_reverse=False, of=told) == []  # of itself
    assert related("person/c", "child-of", is_reverse=True, of=told) == ["B"]
    assert told.former_ids("person/b") == ("person/a",)


def test_nobody_has_no_page() -> None:
    with pytest.raises(KeyError):
        entity_page("person/nobody", KNOWLEDGE)
