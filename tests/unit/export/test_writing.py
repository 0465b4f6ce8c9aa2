"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, TextIO

import pytest

from usjp_reader.config.messages import explained
from usjp_reader.domain.errors import ExportError
from usjp_reader.export.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_whole(tmp_path / "new.md", lambda out: out.write("𠮷野\n"))
    assert (tmp_path / "new.md").read_bytes() == "𠮷野\n".encode()
    assert (tmp_path / "new.md").stat().st_mode == usual.stat().st_mode


def test_a_file_behind_a_link_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("old", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, lambda out: out.write("new"))
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def fail_with(error: Exception) -> object:
    def write(out: TextIO) -> None:
        out.write("half")
        raise error

    return write


@pytest.mark.parametrize(
    ("number", "says"),
    [(errno.ENOSPC, "no room"), (errno.EROFS, "may not be written"), (errno.EIO, "could not")],
)
def test_a_failing_disk_leaves_the_old_file_untouched(
    number: int, says: str, tmp_path: Path
) -> None:
    target = tmp_path / "passages.md"
    target.write_text("old", "utf-8")
    with pytest.raises(ExportError) as caught:
        write_whole(target, fail_with(OSError(number, os.strerror(number))))  # type: ignore[arg-type]
    assert says in explained(caught.value)
    assert target.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_of_the_writer_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_whole(tmp_path / "passages.md", fail_with(KeyError("bug")))  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_whole(tmp_path, lambda out: out.write("x"))
    assert "is a folder" in explained(caught.value)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_whole(tmp_path / "no" / "x.md", lambda out: out.write("x"))
    assert "does not exist" in explained(caught.value)


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "passages.md"
    target.write_text("old", "utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)  # a superuser may write anything
    with pytest.raises(ExportError) as caught:
        write_whole(target, lambda out: out.write("new"))
    assert "may not be written" in explained(caught.value)
    assert target.read_text("utf-8") == "old"


def test_half_a_character_in_a_note_does_not_stop_an_export(tmp_path: Path) -> None:
    write_whole(tmp_path / "x.md", lambda out: out.write("a\ud842b"))
    assert (tmp_path / "x.md").read_text("utf-8") == "a?b"
