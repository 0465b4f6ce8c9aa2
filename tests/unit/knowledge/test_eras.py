"""Periodisations as files state them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from usjp_reader.config.messages import explained
from usjp_reader.domain.dates import Days
from usjp_reader.domain.eras import Fit
from usjp_reader.domain.errors import BadQueryError
from usjp_reader.knowledge.eras import periodisation, periodisation_from, periodisations


def a_file(**second: str | bool) -> dict[str, Any]:
    first = {"id": "a", "name": {"en": "A"}, "start": "1945-09-02", "end": "1952-04-28"}
    return {
        "id": "mine",
        "kind": "interprets",
        "claimed_by": "A reader",
        "why": "For the test.",
        "name": {"en": "Mine"},
        "era": [first, {"id": "b", "name": {"en": "B"}, "start": "1952-04-28", **second}],
    }


def test_a_shared_start_lets_the_era_before_end_on_that_day_too() -> None:
    day = Days(date(1952, 4, 28), date(1952, 4, 28))
    fits = periodisation_from(a_file(shared_start=True)).fits(day)
    assert [(era.id, fit) for era, fit in fits] == [("a", Fit.CERTAIN), ("b", Fit.CERTAIN)]
    assert [era.id for era, _ in periodisation_from(a_file()).fits(day)] == ["b"]


def test_an_era_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        periodisation_from(a_file(end="1951-01-01"))


def test_what_a_file_must_say() -> None:
    values = a_file()
    del values["claimed_by"]
    with pytest.raises(KeyError):
        periodisation_from(values)


def test_shipped_ones_are_found_by_id() -> None:
    for each in periodisations():
        assert periodisation(each.id) is each


def test_an_unknown_one_names_the_known_ones() -> None:
    with pytest.raises(BadQueryError) as error:
        periodisation("nonsense")
    assert periodisations()[0].id in explained(error.value)
