"""Correcting articles from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers.builders import TINY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import CommandLine


def test_correct_sets_a_date_and_a_field_of_several_articles(
    filled: CommandLine, source: Path
) -> None:
    paths = (source / "sub" / "unsigned.txt", source / "1972-okinawa.txt")
    said = filled("correct", *paths, "--published", "1854~", "--field", "page", "3", "--json")
    assert said.code == 0
    assert [one["published"] for one in said.json] == ["1854~", "1854~"]
    assert said.json[0]["fields"]["page"] == {"value": "3", "status": "confirmed"}
    dates = {row["title"]: row["published"] for row in filled("find", "--json").json}
    assert dates["A letter without a day"] == "1854~"


def test_correct_takes_dates_as_people_write_them_and_takes_back_what_was_said(
    filled: CommandLine, source: Path
) -> None:
    path = source / "1972-okinawa.txt"
    said = filled("correct", path, "--published", "昭和47年5月16日", "--field", "title", "Back")
    assert "1972-05-16" in said.out
    said = filled("correct", path, "--forget", "published", "--forget", "title", "--json")
    assert said.json[0]["published"] == "1972-05-15"
    assert said.json[0]["fields"]["title"] == {"value": "Okinawa returns", "status": "stated"}
    assert filled("correct", path, "--published", "", "--json").json[0]["published"] is None
    assert filled("correct", path, "--forget", "weather").code == 1


def test_what_is_to_be_reviewed_is_found_until_it_is_accepted_or_dated(
    filled: CommandLine, source: Path
) -> None:
    found = filled("find", "--to-review", "--json").json
    assert [row["title"] for row in found] == ["A letter without a day"]
    filled("correct", source / "sub" / "unsigned.txt", "--published", "about 1854")
    assert filled("find", "--to-review", "--json").json == []


def test_correct_makes_a_line_furniture_so_that_search_passes_it_over(
    filled: CommandLine, source: Path
) -> None:
    line = 1 + TINY["1972-okinawa.txt"].split("\n").index(
        "Okinawa was returned to Japan at midnight. Prime Minister Eisaku Sato spoke in Tokyo."
    )
    assert filled("find", "midnight", "--json").json
    path = source / "1972-okinawa.txt"
    assert filled("correct", path, "--line", str(line), "furniture").code == 0
    assert not filled("find", "midnight", "--json").json
    assert filled("correct", path, "--line", str(line), "undo").code == 0
    assert filled("find", "midnight", "--json").json


def test_a_misread_word_is_found_as_printed_and_as_read_and_exported_as_asked(
    filled: CommandLine, source: Path
) -> None:
    path = source / "1972-okinawa.txt"
    assert filled("mark", path, "--quote", "Eisaku Sato spoke in Tokyo").code == 0
    assert filled("correct", path, "--read", "Tokyo", "Naha").code == 0
    for word in ("tokyo", "naha"):
        (row,) = filled("find", word, "--json").json
        assert row["title"] == "Okinawa returns"
    for wording, quoted in (
        ("printed", "Eisaku Sato spoke in Tokyo"),
        ("read", "Eisaku Sato spoke in Naha"),
        ("sic", "Eisaku Sato spoke in Tokyo [sic]"),
    ):
        (entry,) = filled("export", "--format", "json", "--readings", wording).json
        assert entry["quote"] == "Eisaku Sato spoke in Tokyo"
        assert entry["as_quoted"] == quoted
    assert filled("correct", path, "--read", "Tokyo", "").code == 0
    assert filled("find", "naha", "--json").json == []


def test_a_misread_word_that_stands_several_times_is_chosen_by_where_it_begins(
    tmp_path: Path, run: CommandLine
) -> None:
    path = tmp_path / "𠮷田.txt"
    text = "𠮷田 and tne treaty\n\nHe read tne treaty in the Diet, and signed tne treaty there.\n"
    path.write_text(text, encoding="utf-8")
    assert run("import", path).code == 0
    said = run("correct", path, "--read", "tne", "the")
    assert said.code == 1
    places = [at for at in range(len(text)) if text.startswith("tne", at)]
    assert ", ".join(map(str, places)) in said.err
    assert "--start" in said.err
    assert run("correct", path, "--read", "tne", "the", "--start", str(places[1])).code == 0
    assert len(run("find", '"read the treaty"', "--json").json) == 1
    assert run("find", '"signed the treaty"', "--json").json == []
    assert run("correct", path, "--read", "tne", "the", "--start", str(places[1] + 1)).code == 1
    back = run("correct", path, "--read", "tne", "", "--start", str(places[1]))
    assert back.code == 0
    assert run("find", '"read the treaty"', "--json").json == []


def test_where_a_word_begins_is_said_of_one_word_of_one_article(
    filled: CommandLine, source: Path
) -> None:
    paths = (source / "1972-okinawa.txt", source / "2009-obama.md")
    assert filled("correct", paths[0], "--accept-date", "--start", "3").code == 2
    assert filled("correct", *paths, "--read", "the", "a", "--start", "3").code == 2


def test_correct_says_what_is_wrong_and_changes_nothing(filled: CommandLine, source: Path) -> None:
    path = source / "1972-okinawa.txt"
    said = filled("correct", path, "--published", "last week")
    assert said.code == 1
    assert "last week" in said.err
    assert filled("correct", path).code == 2
    assert filled("correct", path, "--line", "2000", "text", "--field", "page", "9").code == 2
    assert "page" not in filled("correct", path, "--accept-date", "--json").json[0]["fields"]
    assert filled("correct", path, "--field", "weather", "fine").code == 1
