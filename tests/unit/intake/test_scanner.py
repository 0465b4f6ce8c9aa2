"""What is found in folders: every article once, everything else with a reason."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from usjp_reader.domain.progress import CancelToken
from usjp_reader.intake.scanner import Found, scan


def scanned(*paths: Path, skip: Path | None = None) -> list[Found]:
    return list(scan(paths, skip=skip, cancel=CancelToken()))


def read(found: list[Found]) -> list[str]:
    return [one.relative for one in found if one.reason is None]


def reasons(found: list[Found]) -> dict[str, str]:
    return {one.relative: one.reason.key for one in found if one.reason}


def test_articles_are_found_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "sub/z.TEXT", "sub/deeper/日米.markdown", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = scanned(tmp_path)
    assert read(found) == ["a.txt", "b.md", "c.txt", "sub/deeper/日米.markdown", "sub/z.TEXT"]
    assert {one.root for one in found} == {tmp_path}


def test_hidden_files_and_folders_are_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("x")
    (tmp_path / ".hidden.txt").write_text("x")
    assert scanned(tmp_path) == []


def test_other_files_are_named_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "figures.xls").write_text("x")
    (tmp_path / "README").write_text("x")
    found = scanned(tmp_path)
    assert reasons(found) == {"README": "intake.no_suffix", "figures.xls": "intake.is_spreadsheet"}


@pytest.mark.parametrize("page", ["ferry.html", "ferry.htm"])
@pytest.mark.parametrize("folder", ["ferry_files", "ferry.files", "ferry-Dateien"])
def test_the_pictures_of_a_saved_page_are_passed_over(
    tmp_path: Path, page: str, folder: str
) -> None:
    (tmp_path / page).write_text("x")
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "frame.html").write_text("x")
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "letter.txt").write_text("x")
    assert read(scanned(tmp_path)) == [page, "other_files/letter.txt"]


def test_a_file_given_by_itself_needs_no_suffix(tmp_path: Path) -> None:
    path = tmp_path / "article"
    path.write_text("x")
    assert read(scanned(path)) == ["article"]


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert reasons(scanned(tmp_path / "gone.txt")) == {"gone.txt": "intake.gone"}


def test_the_library_itself_is_not_imported(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "x.txt").write_text("x")
    (tmp_path / "y.txt").write_text("y")
    found = scanned(tmp_path, skip=library)
    assert read(found) == ["y.txt"]
    assert reasons(found) == {"library": "intake.own_library"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_that_run_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "again.txt").symlink_to(tmp_path / "a" / "x.txt")
    os.link(tmp_path / "a" / "x.txt", tmp_path / "hard.txt")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "missing")
    assert len(read(scanned(tmp_path, tmp_path))) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are files on Unix only")
def test_pipes_are_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(scanned(tmp_path)) == {"pipe.txt": "intake.not_regular"}


def test_a_folder_that_cannot_be_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shut").mkdir()
    listdir = os.listdir

    def forbidden(path: Path) -> list[str]:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", forbidden)
    assert reasons(scanned(tmp_path)) == {"shut": "intake.no_permission_folder"}


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_names_that_are_no_text_survive(tmp_path: Path) -> None:
    name = os.fsdecode(b"odd-\xff\xfe.txt")
    (tmp_path / name).write_text("x")
    (found,) = scanned(tmp_path)
    assert found.relative == "odd-\\xff\\xfe.txt"
    assert found.path.read_text() == "x"
    found.shown.encode("utf-8")


def test_cancelling_stops_at_the_next_file(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("x")
    cancel = CancelToken()
    walk = scan([tmp_path], skip=None, cancel=cancel)
    assert next(walk).relative == "0.txt"
    cancel.cancel()
    assert list(walk) == []


def test_deep_folders_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    path = tmp_path
    for _ in range(180):
        path = path / "d"
    path.mkdir(parents=True)
    (path / "x.txt").write_text("x")
    assert len(read(scanned(tmp_path))) == 1
