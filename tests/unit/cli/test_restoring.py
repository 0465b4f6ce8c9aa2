"""Going back to a backup, or to the journal, from the command line."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import article_titled, marked, opened

if TYPE_CHECKING:
    from tests.unit.cli.conftest import CommandLine

OBAMA = "Aso first guest at Obama White House"


@pytest.fixture
def worked(filled: CommandLine) -> CommandLine:
    """A library with a backup that holds one of its two passages."""
    with opened(filled.library) as library:
        marked(library, article_titled(library, OBAMA), "Taro Aso", "基地 😀")
        library.backup()
    with opened(filled.library) as library:
        marked(library, article_titled(library, OBAMA), "White House")
    return filled


def backup_with(run: CommandLine, changes: int) -> str:
    lines = [line for line in run("restore").out.splitlines() if f"  {changes} changes" in line]
    return lines[0].split("  ")[0]


def notes_of(run: CommandLine) -> list[str]:
    return [passage["note"] for passage in run("export", "--format", "json").json]


def library_id(run: CommandLine) -> str:
    with opened(run.library) as library:
        return library.id


def test_without_a_name_the_backups_are_listed_the_newest_first(worked: CommandLine) -> None:
    said = worked("restore")
    assert said.code == 0
    numbers = [int(line.split("  ")[2].split(" ")[0]) for line in said.out.splitlines()]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == 3
    assert 2 in numbers


def test_a_backup_comes_back_with_what_the_journal_has_besides(worked: CommandLine) -> None:
    identity = library_id(worked)
    name = backup_with(worked, 2)
    worked.library.joinpath("user.db").write_bytes(b"x" * 9_000)
    said = worked("restore", name)
    assert (said.code, said.out) == (0, "3 changes, 2 passages\n")
    assert "user.db.old-1" in said.err
    assert worked.library.joinpath("user.db.old-1").read_bytes() == b"x" * 9_000
    assert sorted(notes_of(worked)) == ["", "基地 😀"]
    assert library_id(worked) == identity


def test_without_the_journal_a_backup_is_all_there_is(worked: CommandLine) -> None:
    shutil.rmtree(worked.library / "journal")
    (worked.library / "journal").mkdir()
    for number in (1, 2):
        said = worked("restore", backup_with(worked, 2))
        assert (said.code, said.out) == (0, "2 changes, 1 passage\n")
        assert worked.library.joinpath(f"user.db.old-{number}").exists()
    assert notes_of(worked) == ["基地 😀"]


@pytest.mark.parametrize("left", ["whole", "damaged", "gone"])
def test_the_journal_alone_makes_the_same_library(worked: CommandLine, left: str) -> None:
    identity = library_id(worked)
    before = worked("export", "--format", "json").json
    if left == "damaged":
        worked.library.joinpath("user.db").write_bytes(b"x" * 9_000)
    elif left == "gone":
        worked.library.joinpath("user.db").unlink()
    said = worked("restore", "--journal")
    assert (said.code, said.out) == (0, "3 changes, 2 passages\n")
    assert worked("export", "--format", "json").json == before
    assert library_id(worked) == identity


def test_a_library_that_is_held_is_not_touched(worked: CommandLine) -> None:
    name = backup_with(worked, 2)
    with opened(worked.library):
        said = worked("restore", name)
    assert said.code == 1
    assert "is open in another window or command" in said.err
    assert not list(worked.library.glob("user.db.old*"))


def test_a_backup_that_is_damaged_is_not_put_back(worked: CommandLine) -> None:
    name = backup_with(worked, 2)
    (worked.library / "backups" / name).write_bytes(b"x" * 9_000)
    before = worked.library.joinpath("user.db").read_bytes()
    said = worked("restore", name)
    assert said.code == 1
    assert name in said.err
    assert worked.library.joinpath("user.db").read_bytes() == before


def test_what_cannot_be_opened_afterwards_is_taken_back(worked: CommandLine) -> None:
    name = backup_with(worked, 2)
    with closing(sqlite3.connect(worked.library / "backups" / name)) as connection:
        connection.execute("DROP TABLE passage")
        connection.commit()
    before = worked.library.joinpath("user.db").read_bytes()
    said = worked("restore", name)
    assert said.code == 1
    assert name in said.err
    assert worked.library.joinpath("user.db").read_bytes() == before
    assert len(notes_of(worked)) == 2


def test_what_a_newer_version_wrote_is_not_replaced(worked: CommandLine) -> None:
    name = backup_with(worked, 2)
    with closing(sqlite3.connect(worked.library / "user.db")) as connection:
        connection.execute("PRAGMA user_version=999")
    for arguments in ((name,), ("--journal",)):
        said = worked("restore", *arguments)
        assert said.code == 1
        assert "newer version" in said.err
    assert not list(worked.library.glob("user.db.old*"))


def test_wrong_use_is_said(worked: CommandLine) -> None:
    assert worked("restore", "none.db").code == 2
    assert worked("restore", "none.db", "--journal").code == 2
    assert worked.bare("--library", worked.library.parent / "no", "restore").code == 1
