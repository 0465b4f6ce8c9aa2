"""Every command: what it prints, what it leaves behind, and its exit code."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import TINY, awkward_corpus
from tests.helpers.libraries import opened
from usjp_reader import __version__
from usjp_reader.cli.commands import COMMANDS
from usjp_reader.domain.texts import LineKind
from usjp_reader.export.formats import FORMATS
from usjp_reader.knowledge.eras import periodisations

if TYPE_CHECKING:
    from tests.unit.cli.conftest import CommandLine

FIND_KEYS = {
    "id",
    "title",
    "publisher",
    "published",
    "language",
    "source_file",
    "snippet",
    "eras",
}
INSPECT_KEYS = {
    "title",
    "publisher",
    "agency",
    "byline",
    "dateline",
    "language",
    "published",
    "lines",
    "entities",
    "quotes",
    "figures",
    "times",
}
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


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(run: CommandLine, command: str) -> None:
    said = run.bare(command, "--help")
    assert said.code == 0
    assert "--library" in said.out
    assert len(said.out.split("\n\n")[1].strip()) > 20
    assert command in run.bare("--help").out


def test_the_program_says_its_version(run: CommandLine) -> None:
    assert run.bare("--version").out == f"usjp-reader, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("find", "--colour"),
        ("import",),
        ("mark", "x"),
        ("find", "--sort", "colour"),
        ("find", "--limit", "0"),
        ("find", "--by", "x"),
        ("export", "--format", "docx7"),
        ("show",),
        ("mark", "x", "--quote", "y", "--start", "-1"),
        ("mark", "x", "--quote", "y", "--colour", "plaid"),
    ],
)
def test_wrong_use_is_2(run: CommandLine, arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    assert said.code == 2
    assert "Usage" in said.err
    assert not run.library.exists()


# -- import ----------------------------------------------------------------------------------------


def test_import_makes_the_library_and_says_what_it_did(run: CommandLine, source: Path) -> None:
    said = run("import", source)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("6 files: 6 loaded\n")
    assert "1 without a date" in said.out
    again = run("import", source)
    assert (again.code, again.out) == (0, "6 files: 6 unchanged\n")


def test_import_as_json(run: CommandLine, tmp_path: Path) -> None:
    said = run("import", awkward_corpus(tmp_path / "awk"), "--json")
    assert said.code == 0
    assert set(said.json) == {"counts", "guessed", "undated", "cancelled", "files"}
    assert said.json["counts"]["duplicate"] == 1
    by_name = {Path(file["path"]).name: file for file in said.json["files"]}
    assert by_name["empty.txt"]["outcome"] == "failed"
    assert by_name["empty.txt"]["reason"].endswith(".")
    assert by_name["bom-crlf.txt"]["reason"] is None
    assert set(by_name["empty.txt"]) == {
        "path",
        "outcome",
        "articles",
        "guessed",
        "undated",
        "reason",
    }


def test_import_tells_each_file_that_failed(run: CommandLine, tmp_path: Path) -> None:
    said = run("import", awkward_corpus(tmp_path / "awk"))
    assert said.code == 0
    for name in ("empty.txt", "binary.txt", "figures.pdf"):
        (line,) = [line for line in said.out.splitlines() if name in line]
        assert line.endswith((".", "”"))


@pytest.mark.parametrize("given", ["none.txt", "no/such/folder", "a\nb"])
def test_import_of_what_is_not_there_could_not(
    run: CommandLine, tmp_path: Path, given: str
) -> None:
    said = run("import", tmp_path / given)
    assert said.code == 1
    assert "Traceback" not in said.err + said.out


def test_import_of_nothing_but_failures_could_not(run: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    assert run("import", tmp_path / "a.txt", tmp_path / "b.pdf").code == 1


def test_import_of_an_empty_folder_is_done(run: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = run("import", tmp_path / "empty")
    assert (said.code, said.out) == (0, "0 files: nothing to import\n")


def test_import_into_the_specimens_is_refused(tmp_path: Path, run: CommandLine, source: Path) -> None:
    with opened(run.library, "specimens"):
        pass
    said = run("import", source)
    assert (said.code, said.out) == (1, "")
    assert "specimens" in said.err


# -- find ------------------------------------------------------------------------------------------


def test_find_prints_articles_the_newest_first(filled: CommandLine) -> None:
    said = filled("find")
    assert said.code == 0
    assert said.err == "6 found, 6 shown\n"
    lines = said.out.splitlines()
    assert [line.split()[1].rstrip("≈") for line in lines[:4]] == [
        "2009-02-25",
        "2009-02-24",
        "1972-05-15",
        "1971",
    ]
    assert "no date" in lines[-1]


def test_find_as_json_has_the_keys_that_others_rely_on(filled: CommandLine) -> None:
    said = filled("find", "--json", "--sort", "oldest")
    assert said.code == 0
    assert all(set(row) == FIND_KEYS for row in said.json)
    first, last = said.json[0], said.json[-1]
    assert first["published"] == "1951-09-08"
    assert first["eras"]["phases"][0] == "occupation"
    assert set(first["eras"]) == {p.id for p in periodisations()}
    assert last["published"] is None
    assert all(eras == [] for eras in last["eras"].values())
    assert Path(first["source_file"]).is_file()


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("okinawa",), 1),
        (("沖縄県",), 1),
        (("県",), 1),
        (("--", "-okinawa"), 5),
        (("prime -okinawa",), 2),
        (("--era", "occupation"), 1),
        (("--era", "occupation", "--era", "trade-and-cold-war"), 2),
        (("--periodisation", "decades", "--era", "1970s"), 2),
        (("--limit", "2"), 2),
        (("nothingatall",), 0),
        (('"AND" OR (NEAR',), 0),
        (("--era", "occupation", "--by", "about"), 1),
        (("--certain", "--era", "occupation"), 1),
    ],
)
def test_find_narrows(filled: CommandLine, arguments: tuple[str, ...], count: int) -> None:
    said = filled("find", "--json", *arguments)
    assert (said.code, len(said.json)) == (0, count), said.err


@pytest.mark.parametrize("command", ["find", "export"])
@pytest.mark.parametrize(
    "arguments", [("--era", "gone"), ("--periodisation", "gone"), ("--periodisation", "")]
)
def test_an_era_that_does_not_exist_is_one_sentence(
    filled: CommandLine, command: str, arguments: tuple[str, ...]
) -> None:
    said = filled(command, *arguments)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("usjp-reader: There is no ")
    assert said.err.count("\n") == 1


# -- show ------------------------------------------------------------------------------------------


def test_show_gives_the_stored_text_as_it_is(filled: CommandLine, source: Path) -> None:
    path = source / "2009-obama.md"
    said = filled("show", path, "--format", "text")
    assert (said.code, said.out) == (0, TINY["2009-obama.md"])


@pytest.mark.parametrize("form", ["html", "terminal", "json"])
def test_show_in_other_forms(filled: CommandLine, form: str) -> None:
    said = filled("show", "2009-ja.txt", "--format", form)
    assert said.code == 0
    if form == "json":
        assert isinstance(said.json, dict)
    else:
        assert "麻生太郎" in said.out.replace("\033", "") or form == "terminal"


@pytest.mark.parametrize("reference", ["zzz", "gone.txt", ""])
def test_an_article_that_does_not_exist_is_one_sentence(
    filled: CommandLine, reference: str
) -> None:
    said = filled("show", reference)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1


# -- inspect ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TINY)
def test_inspect_as_json_has_the_keys_and_positions_that_others_rely_on(
    run: CommandLine, source: Path, name: str
) -> None:
    said = run("inspect", source / name, "--json")
    assert said.code == 0
    found = said.json
    assert set(found) == INSPECT_KEYS
    assert set(found["published"]) == {"value", "precision", "confidence", "evidence"}
    text = TINY[name]
    lines = text.splitlines()
    for line in found["lines"]:
        assert set(line) == {"number", "kind", "rule"}
        assert lines[line["number"] - 1].strip()
        assert line["kind"] in set(LineKind)
    for thing in (*found["entities"], *found["times"]):
        assert text[thing["start"] : thing["end"]] == thing["text"]
    for entity in found["entities"]:
        assert set(entity) == {
            "start",
            "end",
            "text",
            "type",
            "id",
            "name",
            "qid",
            "stands_for",
            "why",
        }
    for evidence in found["published"]["evidence"]:
        assert set(evidence) == {"rule", "where", "start", "end", "text", "says"}
        if evidence["start"] is not None:
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert not run.library.exists()


def test_inspect_all_is_a_list(run: CommandLine, source: Path) -> None:
    said = run("inspect", source / "1951-treaty.txt", "--json", "--all")
    assert [found["title"] for found in said.json] == ["Treaty signed at San Francisco"]


def test_inspect_for_a_person(run: CommandLine, source: Path) -> None:
    said = run("inspect", source / "2009-obama.md")
    assert said.code == 0
    assert said.out.splitlines()[:2] == [
        "Aso first guest at Obama White House",
        "Meridian, 2009-02-24",
    ]


def test_inspect_of_a_record_that_is_not_there_is_wrong_use(
    run: CommandLine, source: Path
) -> None:
    said = run("inspect", source / "2009-obama.md", "--record", "2")
    assert said.code == 2
    assert "1 article" in said.err


@pytest.mark.parametrize("name", ["empty.txt", "binary.txt", "figures.pdf", "none.txt", "nuls.txt"])
def test_inspect_of_what_cannot_be_read_is_one_sentence(
    run: CommandLine, tmp_path: Path, name: str
) -> None:
    said = run("inspect", awkward_corpus(tmp_path / "awk") / name)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1


# -- eras ------------------------------------------------------------------------------------------


def test_eras_lists_periodisations_and_the_eras_of_one(run: CommandLine) -> None:
    assert "phases" in run("eras").out
    assert "occupation  1945-09-02 to 1952-04-28" in run("eras", "phases").out
    assert [p["id"] for p in run("eras", "--json").json] == [p.id for p in periodisations()]
    one = run("eras", "phases", "--json").json
    assert {"id", "name", "start", "end"} <= set(one["eras"][0])
    said = run("eras", "gone")
    assert (said.code, said.err.count("\n")) == (1, 1)


# -- mark and export -------------------------------------------------------------------------------


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


# -- backup and check ------------------------------------------------------------------------------


def test_backup_prints_where_the_copy_is(filled: CommandLine) -> None:
    said = filled("backup")
    assert said.code == 0
    assert Path(said.out.strip()).is_file()


def test_check_says_that_all_is_well_or_what_is_not(filled: CommandLine) -> None:
    filled("mark", "1951-treaty.txt", "--quote", "peace treaty")
    said = filled("check")
    assert (said.code, said.out.split(" backups")[0]) == (0, "2 changes, 1 passages, 2")
    with closing(sqlite3.connect(filled.library / "user.db")) as connection:
        connection.execute("UPDATE passage SET note = 'x'")
        connection.commit()
    said = filled("check")
    assert said.code == 1
    assert "damaged: passage" in said.out


# -- which library ---------------------------------------------------------------------------------


def test_the_library_is_named_before_or_after_the_command_or_in_the_environment(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert len(filled("find", "--json").json) == 6
    assert len(filled.bare("find", "--library", filled.library, "--json").json) == 6
    assert filled.bare("find", "--json").code == 1
    monkeypatch.setenv("USJP_READER_LIBRARY", str(filled.library))
    assert len(filled.bare("find", "--json").json) == 6
    assert filled.bare("find", "--library", tmp_path / "none").code == 1
    assert filled.bare("--library", tmp_path / "none", "find").code == 1
    monkeypatch.chdir(filled.library.parent)
    assert len(filled.bare("find", "--library", filled.library.name, "--json").json) == 6


def test_without_a_name_it_is_ones_own(run: CommandLine, home: Path, source: Path) -> None:
    assert run.bare("import", source).code == 0
    assert (home / "data" / "My Library" / "user.db").is_file()
    assert json.loads(run.bare("find", "--json").out)
