"""Saying whom names mean from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import CommandLine

SATO, YOSHIDA = "person/eisaku-sato", "person/shigeru-yoshida"


def linked(filled: CommandLine, path: Path, words: str) -> list[str | None]:
    shown = filled("show", path, "--format", "json").json
    return [one["id"] for one in shown["entities"] if one["text"] == words]


def test_a_name_means_whom_one_says_until_that_is_taken_back(
    filled: CommandLine, source: Path
) -> None:
    path = source / "1972-okinawa.txt"
    assert linked(filled, path, "Eisaku Sato") == [SATO]
    assert filled("correct", path, "--name", "Eisaku Sato", YOSHIDA).code == 0
    assert linked(filled, path, "Eisaku Sato") == [YOSHIDA]
    assert filled("correct", path, "--name", "Eisaku Sato", "nobody", "--in", "here").code == 0
    assert linked(filled, path, "Eisaku Sato") == [None]
    filled("correct", path, "--name", "Eisaku Sato", "undo", "--in", "here")
    filled("correct", path, "--name", "Eisaku Sato", "undo")
    assert linked(filled, path, "Eisaku Sato") == [SATO]


def test_a_new_entry_is_linked_listed_exported_forgotten_and_taken_over(
    filled: CommandLine, source: Path, tmp_path: Path
) -> None:
    path, file = source / "1972-okinawa.txt", tmp_path / "names.json"
    made = filled("names", "new", "Okinawa League", "--type", "org", "--also", "midnight")
    entity = made.out.strip()
    assert entity.startswith("user/")
    assert linked(filled, path, "midnight") == [entity]
    assert filled("names", "export", file).code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["entities"][0]["id"] == entity
    listed = filled("names", "list", "--json").json
    assert sum("Okinawa League" in one["says"] for one in listed) == 3
    keys = [one["key"] for one in listed]
    assert filled("names", "forget", *keys).code == 0
    assert linked(filled, path, "midnight") == []
    assert "3 words taken over" in filled("names", "import", file).err
    assert linked(filled, path, "midnight") == [entity]


def test_words_mean_somebody_in_all_articles(filled: CommandLine, source: Path) -> None:
    assert filled("names", "mean", "midnight", SATO).code == 0
    assert linked(filled, source / "1972-okinawa.txt", "midnight") == [SATO]
    assert filled("names", "merge", SATO, YOSHIDA).code == 0
    assert linked(filled, source / "1972-okinawa.txt", "Eisaku Sato") == [YOSHIDA]
    assert filled("names", "hide", YOSHIDA).code == 0
    assert linked(filled, source / "1951-treaty.txt", "Shigeru Yoshida") == []


def test_merged_entries_part_hidden_ones_show_and_names_are_added(
    filled: CommandLine, source: Path
) -> None:
    path = source / "1972-okinawa.txt"
    assert filled("names", "merge", SATO, YOSHIDA).code == 0
    assert filled("names", "part", SATO).code == 0
    assert linked(filled, path, "Eisaku Sato") == [SATO]
    assert filled("names", "hide", SATO).code == 0
    assert linked(filled, path, "Eisaku Sato") == []
    assert filled("names", "show", SATO).code == 0
    assert linked(filled, path, "Eisaku Sato") == [SATO]
    assert filled("names", "also", SATO, "midnight").code == 0
    assert linked(filled, path, "midnight") == [SATO]


def test_wrong_use_is_said_in_one_sentence(
    filled: CommandLine, source: Path, tmp_path: Path
) -> None:
    said = filled("names", "mean", "midnight", "person/nobody-at-all")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "There is no entry" in said.err
    other = tmp_path / "other.json"
    other.write_text("{}")
    assert "no file of names" in filled("names", "import", other).err
    assert filled("names", "import", tmp_path / "none.json").code == 1
    assert filled("names", "forget", "abc").code == 2
    assert filled("names", "merge", SATO, SATO).code == 1
    path = source / "1972-okinawa.txt"
    assert filled("correct", path, "--name", "not there", SATO, "--in", "here").code == 1
