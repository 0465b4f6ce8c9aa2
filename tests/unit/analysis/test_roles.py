"""A calling beside a surname finds whoever bears both, and lived then."""

from __future__ import annotations

import pytest

from tests.unit.analysis.test_naming import named, only
from usjp_reader.config.messages import said


@pytest.mark.parametrize(
    ("text", "day", "language", "person"),
    [
        ("Governor Johnson signed the land bill.", "1913-05-20", "en", "person/hiram-johnson"),
        ("Mayor Inamine won again in Nago.", "2014-01-20", "en", "person/susumu-inamine"),
        ("Press Secretary Hagerty was besieged.", "1960-06-11", "en", "person/james-hagerty"),
        ("Admiral Togo sank the fleet.", "1905-05-31", "en", "person/heihachiro-togo"),
        ("浅沼委員長は演説した。", "1960-03-01", "ja", "person/inejiro-asanuma"),
        ("マツクアーサー元帥は声明を発した。", "1946-05-21", "ja", "person/douglas-macarthur"),
        ("朴大統領は協議した。", "1966-02-24", "ja", "person/park-chung-hee"),
    ],
)
def test_by_calling_and_date(text: str, day: str, language: str, person: str) -> None:
    assert only(text, day, language).entity == person


def test_a_calling_that_does_not_fit_finds_nobody() -> None:
    assert "person/keiichi-inamine" not in named("Bishop Inamine prayed.", "2014-01-20").values()
    assert only("Governor Johnson signed the bill.", "2013-05-20").entity is None


def test_the_card_says_which_calling_it_was() -> None:
    assert "Mayor" in said(only("Mayor Inamine won again in Nago.", "2014-01-20").why)
