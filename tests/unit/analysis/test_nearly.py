"""A misspelt name is offered as whoever is probably meant, and not taken for them."""

from __future__ import annotations

import pytest

from tests.unit.analysis.test_naming import KNOWLEDGE, only
from usjp_reader.analysis.entities.nearly import nearly_named
from usjp_reader.config.messages import said


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("Shigeru Yosihda", "person/shigeru-yoshida"),
        ("Shigeru Yoshda", "person/shigeru-yoshida"),
        ("Nobosuke Kishi", "person/nobusuke-kishi"),
        ("Henry Kissingerr", "person/henry-kissinger"),
    ],
)
def test_one_letter_away(words: str, person: str) -> None:
    assert nearly_named(words, KNOWLEDGE) == person


@pytest.mark.parametrize(
    "words",
    ["Yoshida", "Shigeru Yasuda", "John Smyth", "Shigera Yosihda", "吉田 茂男", ""],
)
def test_further_away_or_too_short(words: str) -> None:
    assert nearly_named(words, KNOWLEDGE) is None


def test_the_card_offers_the_person_and_links_nobody() -> None:
    mention = only("Mr. Shigeru Yosihda spoke in San Francisco.", "1951-09-08")
    assert mention.entity is None
    assert "Shigeru Yoshida" in said(mention.why)
