"""The card about a person, a place or an organisation, as a reader of an article sees it."""

from __future__ import annotations

from datetime import date

import pytest

from usjp_reader.config.messages import said
from usjp_reader.domain.dates import Days
from usjp_reader.knowledge import base
from usjp_reader.knowledge.cards import card

KNOWLEDGE = base.load()


def on(day: str) -> Days:
    return Days(date.fromisoformat(day), date.fromisoformat(day))


def heading(person: str, days: Days | None) -> str | None:
    message = card(person, days, KNOWLEDGE).heading
    return said(message) if message else None


def test_card_says_what_somebody_was_on_the_date_of_the_article() -> None:
    assert heading("person/eisaku-sato", on("1969-11-21")) == "Prime Minister of Japan on this date"


def test_card_says_what_somebody_had_been_before() -> None:
    assert heading("person/jimmy-carter", on("1990-01-01")) == (
        "Formerly President of the United States (until 1981)"
    )


def test_card_says_what_somebody_became_later() -> None:
    assert heading("person/barack-obama", on("2004-01-01")) == (
        "Later President of the United States (from 2009)"
    )


def test_card_is_careful_where_the_date_is_only_narrow() -> None:
    days = Days(date(1968, 1, 1), date(1969, 12, 31))
    assert heading("person/richard-nixon", days) == (
        "Possibly President of the United States: the date is not known to the day"
    )


def test_card_without_a_date_has_no_heading_but_all_offices_in_order() -> None:
    shown = card("person/yasuo-fukuda", None, KNOWLEDGE)
    assert shown.heading is None
    assert [office.days.earliest for office in shown.offices] == sorted(
        office.days.earliest for office in shown.offices
    )
    assert "Prime Minister of Japan" in [office.name for office in shown.offices]


def test_card_in_japanese_names_offices_in_japanese() -> None:
    shown = card("person/yasuo-fukuda", None, KNOWLEDGE, language="ja")
    assert shown.name == "福田康夫"
    assert any("総理大臣" in office.name for office in shown.offices)


def test_card_follows_the_order_of_names_that_the_reader_chose() -> None:
    assert card("person/taro-aso", None, KNOWLEDGE, name_order="family-first").name == "Aso Taro"
    assert card("person/barack-obama", None, KNOWLEDGE, name_order="family-first").name == (
        "Barack Obama"
    )


def test_other_names_are_few_and_different_and_begin_with_the_other_script() -> None:
    shown = card("person/taro-aso", None, KNOWLEDGE)
    assert shown.other_names[0] == "麻生太郎"
    assert len(shown.other_names) <= 8
    assert len(set(shown.other_names)) == len(shown.other_names)
    assert shown.name not in shown.other_names
    assert "Aso" not in shown.other_names


def test_party_is_that_of_the_date() -> None:
    assert (
        card("person/shinzo-abe", on("2014-04-24"), KNOWLEDGE).party == "Liberal Democratic Party"
    )


def test_disputed_entities_are_called_what_the_article_calls_them() -> None:
    assert card("event/e0001", None, KNOWLEDGE, wording="太平洋戦争").name == "太平洋戦争"
    assert (
        "太平洋戦争" not in card("event/e0001", None, KNOWLEDGE, wording="太平洋戦争").other_names
    )


def test_disputed_entities_without_a_wording_show_all_names_alike() -> None:
    assert " / " in card("event/e0001", None, KNOWLEDGE).name


def test_every_entity_that_ships_has_a_card() -> None:
    for entity in KNOWLEDGE.entities():
        assert card(entity.id, on("1960-01-19"), KNOWLEDGE, wording="x").name


def test_card_of_an_unknown_entity_is_refused() -> None:
    with pytest.raises(KeyError):
        card("person/nobody", None, KNOWLEDGE)
