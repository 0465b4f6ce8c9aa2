"""Names that no table holds, and which thing a name means where several bear it."""

from __future__ import annotations

import pytest

from tests.unit.analysis.test_naming import mentions_in


def found(text: str, day: str, language: str = "en") -> list[tuple[str, str]]:
    return [(one.text, one.type.value) for one in mentions_in(text, day, language)]


def meant(text: str, words: str, day: str, language: str = "en") -> str | None:
    return next(m.entity for m in mentions_in(text, day, language) if m.text == words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("福岡地裁の青山高志裁判長は訴えを退けた。", "青山高志"),
        ("沢井源蔵駐ソ大使が帰国した。", "沢井源蔵"),
        ("農家の内山とめさんは畑を守った。", "内山とめ"),
        ("団長の小坂徳次郎が演説した。", "小坂徳次郎"),
        ("昨日、ハンコック少将が着任した。", "ハンコック"),
        ("きのう森山幹事長は沈黙した。", "森山"),
    ],
)
def test_a_post_or_calling_beside_it_makes_a_japanese_name(text: str, name: str) -> None:
    assert (name, "PERSON") in found(text, "1962-05-01", "ja")


def test_a_place_name_before_a_form_of_address_is_a_person() -> None:
    assert found("下田氏は福岡さんと話した。", "1969-05-30", "ja") == [
        ("下田", "PERSON"),
        ("福岡", "PERSON"),
    ]


@pytest.mark.parametrize("text", ["衆院議員が来た。", "外務次官が来た。", "同社の会長は黙った。"])
def test_words_of_a_post_are_no_name(text: str) -> None:
    assert "PERSON" not in [kind for _, kind in found(text, "1980-01-01", "ja")]


def test_an_agency_in_a_title_is_no_name_of_its_own() -> None:
    assert found("臼井防衛庁長官は駐日大使と会談した。", "1996-04-12", "ja") == [("臼井", "PERSON")]


def test_a_town_behind_its_prefecture_is_a_name_of_its_own() -> None:
    assert [text for text, _ in found("静岡県下川原町の漁船。", "1954-03-16", "ja")] == [
        "静岡県",
        "下川原町",
    ]


def test_american_forces_and_japanese_courts_are_organisations() -> None:
    text = "米軍機の事故で仙台地裁は判決を出した。"
    assert found(text, "1980-01-01", "ja")[:2] == [("米軍", "ORG"), ("仙台地裁", "ORG")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He spoke to the House Rules Committee.", "House Rules Committee", "ORG"),
        ("The Sendai District Court ruled.", "Sendai District Court", "ORG"),
        ("She read the Seattle Courier.", "Seattle Courier", "ORG"),
        ("The 77th Infantry Division landed.", "77th Infantry Division", "ORG"),
        ("They closed Route 58 at noon.", "Route 58", "FAC"),
        ("A boat sank off Cape Zanpa.", "Cape Zanpa", "LOC"),
        ("Shells fell beyond Plum Creek.", "Plum Creek", "LOC"),
        ("We met Ota Bingo-no-Kami at noon.", "Ota Bingo-no-Kami", "PERSON"),
        ("The company belongs to Genzo Watabe and his sons.", "Genzo Watabe", "PERSON"),
    ],
)
def test_english_names_by_their_form(text: str, name: str, kind: str) -> None:
    assert (name, kind) in found(text, "1950-01-01")


def test_firms_in_a_list_explain_each_other() -> None:
    assert (
        meant("Ford, Chrysler and General Motors complained.", "Ford", "1992-01-09") == "org/ford"
    )
    assert meant("We sold to Nomura and Daiwa.", "Nomura", "1988-07-06") == "org/nomura"


def test_the_country_spoken_of_tells_which_court_and_party() -> None:
    tokyo = "In Japan the Supreme Court ruled and the Socialists cheered."
    assert meant(tokyo, "Supreme Court", "1959-12-16") == "org/supreme-court-of-japan"
    assert meant(tokyo, "Socialists", "1959-12-16") == "org/japan-socialist-party"
    assert meant("In France the Socialists won.", "Socialists", "1905-12-16") == "norp/socialists"


def test_the_white_house_is_a_building_where_something_happens_there() -> None:
    assert found("He dined at the White House.", "1962-01-01") == [("White House", "FAC")]
    assert found("The White House denied it.", "1962-01-01") == [("White House", "ORG")]


def test_a_ship_is_no_event_but_what_befell_her_is() -> None:
    assert found("えひめ丸が出港した。", "2001-01-10", "ja") == []
    assert found("えひめ丸事故を悼む。", "2001-02-20", "ja") == [("えひめ丸事故", "EVENT")]


def test_a_firm_keeps_its_entity_with_company_behind_it() -> None:
    text = "They bought it of Mitsui & Company."
    assert found(text, "1920-02-20") == [("Mitsui & Company", "ORG")]
    assert meant(text, "Mitsui & Company", "1920-02-20") == "org/mitsui"


def test_a_town_and_its_state_are_two_names() -> None:
    text = "They met in Austin, Texas."
    assert found(text, "1986-01-01") == [("Austin", "GPE"), ("Texas", "GPE")]


def test_a_year_behind_a_known_treaty_is_no_part_of_its_name() -> None:
    text = "It cites the Nine-Power Treaty of 1922."
    assert found(text, "1955-01-01") == [("Nine-Power Treaty", "LAW")]
