"""The quality figures mean what they say, and never show the half that is put aside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.quality_reading import main
from tests.quality.figures import Claims, wilson
from tests.quality.score import days_of, is_accepted, scored

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """Home | News | Sports
The Elm County Herald

Toyota to build a second plant in Kentucky

Published November 22, 1994

Toyota said Tuesday that it will spend $300 million on a second plant in Kentucky.

The yen made the choice easier, officials of the company said in Kentucky on Tuesday.
"""
GOLD = {
    "title": "Toyota to build a second plant in Kentucky",
    "publisher": "Elm County Herald",
    "content_lines": [4, 8, 10],
    "published": {"value": "1994-11-22", "within": "1994-11-22/1994-11-23"},
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Two halves with one article each; the one put aside has a wrong answer in its sheet."""
    for half, title in (("seen", GOLD["title"]), ("aside", "SECRET")):
        folder = tmp_path / half / "articles"
        folder.mkdir(parents=True)
        (folder / "1.txt").write_text(PAGE, encoding="utf-8")
        (folder / "1.gold.json").write_text(json.dumps({**GOLD, "title": title}), encoding="utf-8")
    return tmp_path


def test_an_article_read_well_counts_as_right_in_every_figure(place: Path) -> None:
    scores = scored(place / "seen")
    assert scores.lines.f1 == 1
    assert (scores.titles.right, scores.publishers.right, scores.dates.right) == (1, 1, 1)


def test_a_wrong_title_counts_as_wrong(place: Path) -> None:
    assert scored(place / "aside").titles.right == 0


def test_only_totals_are_printed_of_the_half_put_aside(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--at", str(place), "--verbose"])
    assert "SECRET" not in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--at", str(place), "--half", "aside", "--verbose"])
    assert "never printed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ours", "gold", "right"),
    [
        ("1994-11-22", {"within": "1994-11-22/1994-11-23"}, True),
        ("1994-11", {"within": "1994-11-22/1994-11-23"}, False),
        (None, {"within": "1994-11-22/1994-11-23"}, False),
        (None, {"within": None}, True),
        ("1994", {"within": None}, False),
        ("1994-11-23", {"value": "1994-11-22", "accept": ["1994-11-23"]}, True),
        ("1994-11-24", {"value": "1994-11-22", "accept": ["1994-11-23"]}, False),
    ],
)
def test_a_date_is_right_inside_what_a_careful_human_accepts(
    ours: str | None, gold: dict[str, object], right: bool
) -> None:
    assert is_accepted(days_of(ours), gold) is right


def test_claims_are_sorted_into_bins_and_wrong_ones_are_told() -> None:
    claims = Claims()
    claims.add(0.95, "sure and wrong", right=False)
    claims.add(0.3, "a guess", right=False)
    claims.add(0.85, "sure and right", right=True)
    assert claims.details == ["0.95 sure and wrong"]
    assert len(claims.table()) == 3


def test_intervals_are_wilsons() -> None:
    low, high = wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
