"""Marking and exporting passages from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import TINY
from usjp_reader.export.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import CommandLine

EXPORT_KEYS = [
    "id",
    "article",
    "quote",
    "prefix",
    "suffix",
    "start",
    "end",
    "colour",
    "note",
    "tags",
    "state",
    "creator",
    "created",
    "modified",
]


def test_mark_makes_a_passage_that_export_gives_back(filled: CommandLine, source: Path) -> None:
    said = filled(
        "mark",
        source / "2009-obama.md",
        "--quote",
        "the 𠮷田 doctrine",
        "--colour",
        "teal",
        "--note",
        "doctrine 😀\nsecond line",
        "--tag",
        "#foreign policy",
        "--tag",
        "基地",
        "--json",
    )
    assert said.code == 0
    made = said.json
    assert set(made) == {"id", "article", "start", "end", "quote"}
    text = TINY["2009-obama.md"]
    assert text[made["start"] : made["end"]] == made["quote"] == "the 𠮷田 doctrine"
    exported = filled("export", "--format", "json")
    assert exported.code == 0
    (passage,) = exported.json
    assert list(passage)[: len(EXPORT_KEYS)] == EXPORT_KEYS
    assert {key: passage[key] for key in made} == made
    assert (passage["colour"], passage["note"], passage["tags"], passage["state"]) == (
        "teal",
        "doctrine 😀\nsecond line",
        ["foreign policy", "基地"],
        "anchored",
    )
    around = passage["prefix"] + passage["quote"] + passage["suffix"]
    assert around in text
    assert passage["article"].startswith(filled("find", "𠮷田", "--json").json[0]["id"])


@pytest.mark.parametrize("form", FORMATS)
def test_export_in_every_format_to_a_file_and_to_stdout(
    filled: CommandLine, tmp_path: Path, form: str
) -> None:
    filled("mark", "1951-treaty.txt", "--quote", "peace treaty")
    said = filled("export", "--format", form)
    assert said.code == 0
    assert "peace treaty" in said.out
    path = tmp_path / "out" / "passages"
    assert filled("export", "--format", form, "--output", path).code == 1
    path.parent.mkdir()
    assert filled("export", "--format", form, "--output", path).code == 0
    assert "peace treaty" in path.read_text("utf-8")


def test_export_of_what_a_query_finds_or_of_single_passages(filled: CommandLine) -> None:
    treaty = filled("mark", "1951-treaty.txt", "--quote", "peace treaty", "--json").json
    filled("mark", "1972-okinawa.txt", "--quote", "at midnight")
    assert len(filled("export", "--format", "json").json) == 2
    (one,) = filled("export", "midnight", "--format", "json").json
    assert one["quote"] == "at midnight"
    (one,) = filled("export", "--era", "occupation", "--format", "json").json
    assert one["id"] == treaty["id"]
    (one,) = filled("export", "--passage", treaty["id"][:8], "--format", "json").json
    assert one["id"] == treaty["id"]
    assert filled("export", "nothingatall", "--format", "json").json == []


@pytest.mark.parametrize(
    ("article", "quote", "more", "code"),
    [
        ("1951-treaty.txt", "no such words", (), 1),
        ("1951-treaty.txt", "t", (), 1),
        ("1951-treaty.txt", "", (), 1),
        ("1951-treaty.txt", "peace treaty", ("--start", "3"), 1),
        ("gone.txt", "x", (), 1),
        ("1951-treaty.txt", "peace", ("--note", "\udcff"), 2),
    ],
)
def test_a_quote_that_is_not_plain_is_refused(
    filled: CommandLine, article: str, quote: str, more: tuple[str, ...], code: int
) -> None:
    said = filled("mark", article, "--quote", quote, *more)
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1 or code == 2
    assert filled("export", "--format", "json").json == []


def test_a_repeated_quote_is_marked_where_it_is_said_to_begin(filled: CommandLine) -> None:
    text = TINY["1951-treaty.txt"]
    start = text.rindex("treaty")
    said = filled("mark", "1951-treaty.txt", "--quote", "treaty", "--start", str(start), "--json")
    assert (said.code, said.json["start"]) == (0, start)


@pytest.mark.parametrize("option", ["--note", "--tag"])
def test_bytes_that_are_no_text_are_refused(filled: CommandLine, source: Path, option: str) -> None:
    article = source / "2009-obama.md"
    said = filled("mark", article, "--quote", "Taro Aso", option, "good", option, "b\udcffd")
    assert said.code == 2
    assert "this is not UTF-8" in said.err
    assert filled("export", "--format", "json").json == []


def test_a_lost_index_is_built_again_before_words_are_marked(
    filled: CommandLine, source: Path
) -> None:
    for path in filled.library.glob("corpus.db*"):
        path.unlink()
    said = filled("mark", source / "2009-obama.md", "--quote", "the 𠮷田 doctrine")
    assert said.code == 0
    assert len(filled("find", "--json").json) == 6


def test_a_backup_leaves_no_index_that_finds_nothing(filled: CommandLine) -> None:
    for path in filled.library.glob("corpus.db*"):
        path.unlink()
    assert filled("backup").code == 0
    said = filled("find", "Okinawa")
    assert (said.code, said.out) == (1, "")
    assert "has no index yet" in said.err


def test_a_folder_that_only_looks_like_a_library_is_none(filled: CommandLine) -> None:
    (filled.library.parent / "empty" / "journal").mkdir(parents=True)
    said = filled.bare("--library", filled.library.parent / "empty", "backup")
    assert said.code == 1
    assert "There is no library at" in said.err
