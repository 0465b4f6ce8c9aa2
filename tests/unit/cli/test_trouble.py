"""What a command cannot do it says in one sentence, with exit code 1."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.processes import ended, environment, holding, line_from, ran, started
from usjp_reader.cli.commands import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import CommandLine

ARGUMENTS: dict[str, tuple[str, ...]] = {
    "find": (),
    "show": ("1951-treaty.txt",),
    "export": ("--format", "json"),
    "check": (),
    "who": ("Eisaku Sato",),
    "mark": ("1951-treaty.txt", "--quote", "peace treaty"),
    "correct": ("1951-treaty.txt", "--published", "1951-09-08"),
    "names": ("new", "Okinawa League"),
    "backup": (),
    "import": (".",),
}
READS = ("find", "show", "export", "check", "who")
WRITES = ("mark", "correct", "names", "backup", "import")


def one_sentence(err: str) -> bool:
    return (
        err.startswith("usjp-reader: ") and err.count("\n") == 1 and err.endswith((".\n", "”.\n"))
    )


def test_every_command_on_a_library_is_tried() -> None:
    assert set(ARGUMENTS) | {"inspect", "eras", "restore"} == set(COMMANDS)


@pytest.mark.parametrize("command", [*READS, "mark", "correct", "names", "backup"])
def test_a_library_that_is_not_there(run: CommandLine, command: str) -> None:
    said = run(command, *ARGUMENTS[command])
    assert (said.code, said.out) == (1, "")
    assert one_sentence(said.err)
    assert str(run.library) in said.err
    assert not run.library.exists()


@pytest.mark.parametrize("command", ARGUMENTS)
def test_a_library_of_a_newer_version(filled: CommandLine, command: str) -> None:
    path = filled.library / "user.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=999")
    before = path.read_bytes()
    said = filled(command, *ARGUMENTS[command])
    assert (said.code, said.out) == (1, "")
    assert one_sentence(said.err)
    assert "newer version" in said.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", ARGUMENTS)
def test_a_library_whose_work_is_lost(filled: CommandLine, command: str) -> None:
    (filled.library / "user.db").unlink()
    said = filled(command, *ARGUMENTS[command])
    assert (said.code, said.out) == (1, "")
    assert one_sentence(said.err)
    assert "backups" in said.err


@pytest.mark.parametrize("command", ["find", "show", "export"])
def test_a_library_without_its_index(filled: CommandLine, command: str) -> None:
    (filled.library / "corpus.db").unlink()
    said = filled(command, *ARGUMENTS[command])
    assert (said.code, said.out) == (1, "")
    assert one_sentence(said.err)
    assert filled("check").code == 0


def test_an_import_builds_a_lost_index_first(filled: CommandLine, source: Path) -> None:
    for path in filled.library.glob("corpus.db*"):
        path.unlink()
    said = filled("import", source)
    assert said.code == 0
    assert "built again" in said.err
    assert said.out.startswith("6 files: 6 unchanged")


def test_while_another_process_holds_the_library_reads_work_and_say_so(
    filled: CommandLine,
) -> None:
    filled("mark", "1951-treaty.txt", "--quote", "peace treaty")
    with holding(filled.library):
        for command in READS:
            said = filled(command, *ARGUMENTS[command])
            assert said.code == 0, said.err
            if command != "check":
                assert "open elsewhere" in said.err
        for command in WRITES:
            said = filled(command, *ARGUMENTS[command])
            assert (said.code, said.out) == (1, "")
            assert one_sentence(said.err)
            assert "another window or command" in said.err


# -- a few through a real process ------------------------------------------------------------------


def test_a_real_process_prints_results_in_utf_8(filled: CommandLine) -> None:
    done = ran("-m", "usjp_reader", "--library", filled.library, "find", "𠮷田", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "𠮷田" in done.stdout


def test_a_real_process_ends_with_1_and_one_sentence(tmp_path: Path) -> None:
    done = ran("-m", "usjp_reader", "find", "--library", tmp_path / "none")
    assert (done.returncode, done.stdout) == (1, "")
    assert one_sentence(done.stderr)


def test_a_real_process_ends_with_2_when_used_wrongly() -> None:
    done = ran("-m", "usjp_reader", "find", "--no-such-option")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_reader_that_goes_away_is_no_trouble(filled: CommandLine) -> None:
    command = [
        sys.executable,
        "-m",
        "usjp_reader",
        "find",
        "--json",
        "--library",
        str(filled.library),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


_INTERRUPTED = """
import sys
from usjp_reader.loading import sources
real = sources.read_bytes
def slow(*given):
    print("reading", flush=True)
    sys.stdin.readline()
    return real(*given)
sources.read_bytes = slow
from usjp_reader.cli.commands import cli
cli(["--library", sys.argv[1], "import", sys.argv[2]], prog_name="usjp-reader")
"""


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C cannot be sent to one process here")
def test_ctrl_c_stops_an_import_in_order(run: CommandLine, source: Path) -> None:
    process = started(_INTERRUPTED, run.library, source)
    try:
        assert process.stdin is not None
        for _ in range(2):
            assert line_from(process) == "reading"
            process.stdin.write("\n")
            process.stdin.flush()
        assert line_from(process) == "reading"
        process.send_signal(signal.SIGINT)
        process.stdin.write("\n")
        process.stdin.flush()
        assert line_from(process).startswith("3 files: 3 loaded")
        assert process.wait(20) == 1
    finally:
        ended(process)
    assert len(run("find", "--json").json) == 3
    assert run("import", source).out.startswith("6 files: 3 loaded, 3 unchanged")
