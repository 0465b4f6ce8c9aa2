"""What may be asked of the knowledge base, on tables of three people and two posts."""

from __future__ import annotations

from datetime import date

import pytest

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import Entity, EntityType, Name, Office, Relation, Tenure
from usjp_reader.knowledge.base import KnowledgeBase, load
from usjp_reader.knowledge.tables import Redirect, Tables, period

ASO, PARTY, P1 = "person/taro-aso", "org/ldp", "place/p0001"
PM, FM = "office/prime-minister-of-japan", "office/foreign-minister-of-japan"
IN_OFFICE = Days(date(2008, 9, 24), date(2009, 9, 16))


@pytest.fixture
def knowledge() -> KnowledgeBase:
    return KnowledgeBase(
        Tables(
            entities=(
                Entity(ASO, EntityType.PERSON, "Taro Aso", "麻生太郎"),
                Entity("person/barack-obama", EntityType.PERSON, "Barack Obama", "バラク・オバマ"),
                Entity(PARTY, EntityType.ORG, "Liberal Democratic Party", "自由民主党"),
                Entity("org/mofa", EntityType.ORG, "Foreign Ministry", "外務省"),
                Entity("place/tokyo", EntityType.GPE, "Tokyo", "東京"),
                Entity(P1, EntityType.LOC, "", ""),
            ),
            names=(
                Name(ASO, "Taro Aso", "en", "Latn", "full", "given-first"),
                Name(ASO, "Asō", "en", "Latn", "surname"),
                Name(P1, "Senkakus", "en", "Latn", "short"),
            ),
            offices=(Office(PM, "Prime Minister", "首相"), Office(FM, "Foreign Minister", "外相")),
            tenures=(
                Tenure(ASO, PM, IN_OFFICE),
                Tenure(ASO, FM, Days(date(2005, 10, 31), date(2007, 8, 27))),
            ),
            relations=(
                Relation(ASO, "member-of", "org/mofa"),
                Relation(ASO, "member-of", PARTY, period("1979", "")),
                Relation("place/tokyo", "stands-for", "org/government-of-japan"),
            ),
            redirects=(
                Redirect("person/aso", "person/t-aso"),
                Redirect("person/t-aso", ASO),
                Redirect("a", "b"),
                Redirect("b", "a"),
            ),
        )
    )


def test_old_ids_lead_to_the_entity(knowledge: KnowledgeBase) -> None:
    entity = knowledge.entity("person/aso")
    assert entity is not None
    assert entity.id == ASO
    assert knowledge.resolve("unknown") == "unknown"
    assert knowledge.resolve("a") in ("a", "b")


def test_names_are_found_whatever_their_case_and_accents(knowledge: KnowledgeBase) -> None:
    assert [name.entity for name in knowledge.named("ASO")] == [ASO]
    assert len(knowledge.names_of("person/aso")) == 2


def test_posts_in_order_of_time(knowledge: KnowledgeBase) -> None:
    assert [tenure.office for tenure in knowledge.tenures_of(ASO)] == [FM, PM]
    assert [tenure.person for tenure in knowledge.holders(PM)] == [ASO]


def test_labels_follow_language_and_name_order(knowledge: KnowledgeBase) -> None:
    assert knowledge.label(ASO) == "Taro Aso"
    assert knowledge.label(ASO, "ja") == "麻生太郎"
    assert knowledge.label(ASO, name_order="family-first") == "Aso Taro"
    assert knowledge.label("person/barack-obama", name_order="family-first") == "Barack Obama"


def test_disputed_and_unknown_ones_have_no_label(knowledge: KnowledgeBase) -> None:
    assert knowledge.label(P1) is None
    assert knowledge.label("place/nowhere") is None


def test_party_and_capital(knowledge: KnowledgeBase) -> None:
    assert knowledge.party_of(ASO, IN_OFFICE) == PARTY
    assert knowledge.party_of(ASO, Days(date(1960, 1, 1), date(1960, 1, 1))) is None
    assert knowledge.stands_for("place/tokyo") == "org/government-of-japan"
    assert knowledge.stands_for(P1) is None


def test_periods_are_closed_or_open() -> None:
    assert period("", "") is None
    assert period("1945", "") == Days(date(1945, 1, 1), date.max)
    assert period("", "1952-04") == Days(date.min, date(1952, 4, 30))
    with pytest.raises(ValueError, match="not a range"):
        period("1952", "1945")


def test_the_shipped_tables_are_read_once() -> None:
    assert load() is load()
    assert load().label("person/taro-aso") == "Taro Aso"
