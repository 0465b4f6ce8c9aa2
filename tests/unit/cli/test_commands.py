"""Every command: what it prints, what it leaves behind, and its exit code."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import awkward_corpus
from tests.helpers.libraries import opened
from usjp_reader import __version__
from usjp_reader.cli.commands import COMMANDS
from usjp_reader.knowledge.eras import periodisations

if TYPE_CHECKING:
    from tests.unit.cli.conftest import CommandLine


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
        "refused",
    }


def test_import_tells_each_file_that_failed(run: CommandLine, tmp_path: Path) -> None:
    said = run("import", awkward_corpus(tmp_path / "awk"))
    assert said.code == 0
    for name in ("empty.txt", "binary.txt", "figures.xls"):
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


def test_import_into_the_specimens_is_refused(
    tmp_path: Path, run: CommandLine, source: Path
) -> None:
    with opened(run.library, "specimens"):
        pass
    said = run("import", source)
    assert (said.code, said.out) == (1, "")
    assert "specimens" in said.err


def test_eras_lists_periodisations_and_the_eras_of_one(run: CommandLine) -> None:
    assert "phases" in run("eras").out
    assert "occupation  1945-09-02 to 1952-04-28" in run("eras", "phases").out
    assert [p["id"] for p in run("eras", "--json").json] == [p.id for p in periodisations()]
    one = run("eras", "phases", "--json").json
    assert {"id", "name", "start", "end"} <= set(one["eras"][0])
    said = run("eras", "gone")
    assert (said.code, said.err.count("\n")) == (1, 1)


def test_backup_prints_where_the_copy_is(filled: CommandLine) -> None:
    said = filled("backup")
    assert said.code == 0
    assert Path(said.out.strip()).is_file()


def test_check_says_that_all_is_well_or_what_is_not(filled: CommandLine) -> None:
    filled("mark", "1951-treaty.txt", "--quote", "peace treaty")
    said = filled("check")
    assert (said.code, said.out.split(" backups")[0]) == (0, "2 changes, 1 passage, 2")
    with closing(sqlite3.connect(filled.library / "user.db")) as connection:
        connection.execute("UPDATE passage SET note = 'x'")
        connection.commit()
    said = filled("check")
    assert said.code == 1
    assert "damaged: passage" in said.out


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


def test_import_is_told_what_columns_mean(run: CommandLine, tmp_path: Path) -> None:
    table = tmp_path / "strange.csv"
    table.write_text("c1,c2\nBay opened,The bay was opened. 港😀\n", "utf-8")
    failed = run("import", table)
    assert failed.code == 1
    assert "--map text=COLUMN" in failed.out
    said = run("import", table, "--map", "text=c2", "--map", "title=c1")
    assert (said.code, said.out) == (0, "1 file: 1 loaded\n0 dated by guess, 1 without a date\n")
    table.write_text(table.read_text("utf-8") + "Second,More text.\n", "utf-8")
    assert run("import", table).out.startswith("1 file: 1 loaded")


@pytest.mark.parametrize("said", ["text", "colour=c1", "text=", "title=c1"])
def test_import_refuses_what_says_nothing_of_columns(
    run: CommandLine, tmp_path: Path, said: str
) -> None:
    table = tmp_path / "strange.csv"
    table.write_text("c1,c2\nx,y\n", "utf-8")
    assert run("import", table, "--map", said).code == 2
