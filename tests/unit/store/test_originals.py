"""Byte copies of imported files, and the list of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from usjp_reader.domain.errors import LibraryReadOnlyError
from usjp_reader.store.originals import Original, Originals, bytes_sha

if TYPE_CHECKING:
    from pathlib import Path


def kept(folder: Path, path: str, data: bytes, root: str = "r1") -> Original:
    original = Original(root, path, bytes_sha(data))
    Originals(folder).keep(original, data)
    return original


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "originals"
    place.mkdir()
    return place


def test_bytes_come_back_as_they_were(folder: Path) -> None:
    original = kept(folder, "sub/記事\u2028.txt", b"\xff\x00\r\n")
    assert Originals(folder).read(original) == b"\xff\x00\r\n"
    assert Originals(folder).latest() == (original,)
    assert not list(folder.rglob("*.tmp"))


def test_the_same_bytes_are_kept_once_under_many_names(folder: Path) -> None:
    one, two = kept(folder, "a.txt", b"same"), kept(folder, "b.txt", b"same", "r2")
    assert Originals(folder).latest() == (one, two)
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 2  # and the list


def test_the_latest_bytes_of_a_name_count_in_the_order_of_first_import(folder: Path) -> None:
    kept(folder, "a.txt", b"old")
    other = kept(folder, "b.txt", b"other")
    new = kept(folder, "a.txt", b"new")
    assert Originals(folder).latest() == (new, other)


def test_bytes_that_were_altered_or_lost_are_not_given_back(folder: Path) -> None:
    original = kept(folder, "a.txt", b"text")
    path = folder / original.sha[:2] / original.sha
    path.write_bytes(b"tExt")
    assert Originals(folder).read(original) is None
    kept(folder, "a.txt", b"text")
    assert Originals(folder).read(original) == b"text"
    path.unlink()
    assert Originals(folder).read(original) is None


def test_a_line_torn_by_a_crash_spoils_no_other(folder: Path) -> None:
    first = kept(folder, "a.txt", b"1")
    kept(folder, "torn.txt", b"2")
    manifest = folder / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:-30])
    third = kept(folder, "c.txt", b"3")
    assert Originals(folder).latest() == (first, third)


@pytest.mark.parametrize("line", [b"[]", b"null", b"{}", b"\xff", b"7"])
def test_lines_that_are_none_of_ours_are_passed_over(folder: Path, line: bytes) -> None:
    first = kept(folder, "a.txt", b"1")
    with (folder / "manifest.jsonl").open("ab") as out:
        out.write(line + b"\n")
    assert Originals(folder).latest() == (first,)


def test_a_folder_that_is_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "originals").write_text("a file")
    with pytest.raises(LibraryReadOnlyError):
        kept(tmp_path / "originals", "a.txt", b"1")


def test_nothing_imported_is_nothing_kept(folder: Path) -> None:
    assert Originals(folder).latest() == ()
