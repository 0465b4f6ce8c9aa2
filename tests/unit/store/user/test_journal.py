"""The journal follows the log; a torn or altered line is never taken for a whole one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.work import NASTY_NOTE
from usjp_reader.store.user.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path


def entry(seq: int, at: str = "2026-11-22T09:30:00+00:00", **more: object) -> dict[str, Any]:
    return {"seq": seq, "at": at, "items": [], **more}


def filled(folder: Path, count: int) -> Path:
    journal = Journal(folder)
    for seq in range(1, count + 1):
        journal.append(entry(seq, note=NASTY_NOTE))
    return folder / "2026-11.jsonl"


def seqs(folder: Path) -> list[int]:
    return [entry["seq"] for entry in Journal(folder).entries()]


def test_an_empty_folder_is_an_empty_journal(tmp_path: Path) -> None:
    assert Journal(tmp_path).last_seq == 0
    assert seqs(tmp_path) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(note=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_note_comes_back(tmp_path: Path, note: str) -> None:
    for path in tmp_path.glob("*.jsonl"):
        path.unlink()
    journal = Journal(tmp_path)
    journal.append(entry(1, note=note))
    journal.append(entry(2))
    (first, second) = Journal(tmp_path).entries()
    assert first["note"] == note
    assert second["previous"] == first["sha256"]
    assert Journal(tmp_path).last_seq == 2


def test_each_line_carries_the_hash_of_the_one_before(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    entries = list(Journal(tmp_path).entries())
    assert [e["previous"] for e in entries] == ["", *(e["sha256"] for e in entries[:2])]


@pytest.mark.parametrize("cut", [1, 5, 40, 200])
def test_a_torn_last_line_is_left_out_and_spoils_no_later_one(tmp_path: Path, cut: int) -> None:
    path = filled(tmp_path, 3)
    path.write_bytes(path.read_bytes()[:-cut])
    expected = [1, 2, 3] if cut == 1 else [1, 2]  # without its LF alone a line is still whole
    assert seqs(tmp_path) == expected
    journal = Journal(tmp_path)
    assert journal.last_seq == expected[-1]
    journal.append(entry(journal.last_seq + 1))
    assert seqs(tmp_path) == [*expected, expected[-1] + 1]


@pytest.mark.parametrize("length", [10, 70_000, 700_000])
def test_the_end_is_found_behind_long_lines(tmp_path: Path, length: int) -> None:
    journal = Journal(tmp_path)
    for seq in range(1, 4):
        journal.append(entry(seq, text="𠮷" * length))
    path = tmp_path / "2026-11.jsonl"
    path.write_bytes(path.read_bytes()[:-length])
    again = Journal(tmp_path)
    assert again.last_seq == 2
    again.append(entry(3))
    assert seqs(tmp_path) == [1, 2, 3]


def test_an_altered_line_is_left_out(tmp_path: Path) -> None:
    path = filled(tmp_path, 3)
    lines = path.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b'"seq": 2', b'"seq": 9')
    path.write_bytes(b"\n".join(lines))
    assert seqs(tmp_path) == [1, 3]


@pytest.mark.parametrize(
    "line", [b"[]", b"null", b'{"seq": 0}', b'{"seq": "x", "sha256": "y"}', b"\xff\xfe", b"{", b"7"]
)
def test_lines_that_are_none_of_ours_are_passed_over(tmp_path: Path, line: bytes) -> None:
    path = filled(tmp_path, 2)
    path.write_bytes(path.read_bytes() + line + b"\n")
    assert seqs(tmp_path) == [1, 2]
    assert Journal(tmp_path).last_seq == 2


def test_a_clock_that_was_wrong_changes_no_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for seq, at in enumerate(["2036-01-01T00:00", "2026-11-22T00:00", "1970-01-01T00:00"], start=1):
        journal.append(entry(seq, at))
    assert len(list(tmp_path.iterdir())) == 3
    assert seqs(tmp_path) == [1, 2, 3]
    again = Journal(tmp_path)
    assert again.last_seq == 3
    again.append(entry(4, "2026-11-23T00:00"))
    entries = list(Journal(tmp_path).entries())
    assert entries[3]["previous"] == entries[2]["sha256"]


def test_a_line_written_twice_counts_once(tmp_path: Path) -> None:
    path = filled(tmp_path, 2)
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], lines[1], b""]))
    assert seqs(tmp_path) == [1, 2]


def test_a_human_can_read_it(tmp_path: Path) -> None:
    path = filled(tmp_path, 1)
    assert "𠮷 😀" in path.read_text("utf-8")
    assert json.loads(path.read_bytes())["seq"] == 1
