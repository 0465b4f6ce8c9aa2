"""Asking from the command line who somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.cli.conftest import CommandLine

SATO = "person/eisaku-sato"


def test_somebody_is_known_by_name_in_both_languages_and_by_id(filled: CommandLine) -> None:
    by_id = filled("who", SATO, "--json").json
    assert by_id == filled("who", "Eisaku Sato", "--json").json
    assert by_id == filled("who", "佐藤栄作", "--json").json
    assert by_id["id"] == SATO
    assert by_id["name_ja"] == "佐藤栄作"
    assert by_id["articles"] >= 1
    assert by_id["mentions"] == []


def test_what_is_printed_as_json_keeps_its_names(filled: CommandLine) -> None:
    told = filled("who", SATO, "--json", "--mentions", "3").json
    assert list(told) == [
        "id", "type", "name", "name_ja", "disputed", "own", "description", "qid", "exists", "names",
        "offices", "relations", "articles", "per_year", "mentioned_with", "mentions",
    ]  # fmt: skip
    assert told["exists"].keys() == {"from", "to"}
    assert told["names"][0].keys() == {"text", "language", "script", "kind", "from", "to"}
    office = {"id", "name", "from", "to", "acting", "predecessor", "successor"}
    assert told["offices"][0].keys() == office
    assert told["relations"][0].keys() == {"relation", "reverse", "id", "name", "from", "to"}
    assert told["per_year"][0].keys() == {"year", "articles"}
    assert told["mentioned_with"][0].keys() == {"id", "name", "facet", "articles"}
    mention = told["mentions"][0]
    assert "Sato" in mention["text"]
    shown = filled("show", mention["article"], "--format", "text").out
    assert shown[mention["start"] : mention["end"]] == mention["text"]


def test_people_read_offices_relations_and_mentions(filled: CommandLine) -> None:
    out = filled("who", SATO, "--mentions", "2").out
    assert "Eisaku Sato 佐藤栄作" in out
    assert "1964-11-09 to 1972-07-07  Prime Minister of Japan, after Hayato Ikeda" in out
    assert "Member of: Liberal Democratic Party" in out
    assert "[Eisaku Sato]" in out


def test_a_name_of_several_is_answered_with_their_ids(filled: CommandLine) -> None:
    answer = filled("who", "Sato")
    assert answer.code == 1
    assert SATO in answer.err
    nobody = filled("who", "Nobody Whatever")
    assert nobody.code == 1
    assert "Nobody Whatever" in nobody.err


def test_ones_own_entries_have_a_page_also_under_the_id_they_had_before_a_merge(
    filled: CommandLine,
) -> None:
    own = filled(
        "names", "new", "Okinawa League", "--type", "org", "--also", "midnight"
    ).out.strip()
    other = filled("names", "new", "League of Okinawa", "--type", "org").out.strip()
    page = filled("who", own, "--json", "--mentions", "5").json
    assert page["own"]
    assert page["articles"] == 1
    assert [one["text"] for one in page["mentions"]] == ["midnight"]
    assert filled("names", "merge", own, other).code == 0
    merged = filled("who", own, "--json", "--mentions", "5").json
    assert merged["id"] == other
    assert merged["name"] == "League of Okinawa"
    assert merged["articles"] == 1
    assert [one["text"] for one in merged["mentions"]] == ["midnight"]
