"""The words of a text say which event of the table it may be about."""

from __future__ import annotations

from datetime import date

from usjp_reader.domain.dates import Days
from usjp_reader.knowledge.signatures import signatures

YEARS = Days(date(2011, 1, 1), date(2013, 12, 31))


def test_the_rarer_words_count_for_more() -> None:
    found = signatures().found_in("The Ospreys came in over Ginowan and landed at Futenma.", YEARS)
    assert found[0].happening.id == "ospreys-futenma"
    assert found[0].score > 2 * found[1].score


def test_only_events_of_the_time_are_thought_of() -> None:
    text = "The Ospreys came in over Ginowan and landed at Futenma."
    before = Days(date(1995, 1, 1), date(1998, 12, 31))
    assert all(one.happening.id != "ospreys-futenma" for one in signatures().found_in(text, before))


def test_words_stand_where_the_text_has_them() -> None:
    text = "Nobody slept in Ginowan when the Ospreys came."
    best = signatures().found_in(text, YEARS)[0]
    assert {span.of(text) for span in best.spans} >= {"Ginowan", "Ospreys"}


def test_a_word_inside_another_is_not_found() -> None:
    found = signatures().found_in("The mosprey is no bird.", YEARS)
    assert all("osprey" not in one.happening.id for one in found)
