"""Files are opened carefully: only ordinary ones, and never more than one article can be."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.reading_files import read_bytes

if TYPE_CHECKING:
    from pathlib import Path


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(path)
    return caught.value.message.key


def test_an_ordinary_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "記事.txt"
    path.write_bytes(b"a\r\nb" * 1000)
    assert read_bytes(path) == b"a\r\nb" * 1000


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    assert refused(path) == "intake.too_large"


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    assert refused(tmp_path / "nothing.txt") == "intake.gone"
    assert refused(tmp_path / "a\x00b.txt") == "intake.gone"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path) == "intake.not_regular"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are files on Unix only")
def test_a_pipe_does_not_make_us_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refused(tmp_path / "pipe.txt") == "intake.not_regular"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_we_may_not_read_is_said_to_be_forbidden(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("secret")
    path.chmod(0)
    assert refused(path) == "intake.no_permission"


def test_other_trouble_with_the_disk_is_passed_on_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", broken)
    assert refused(tmp_path / "x.txt") == "intake.disk"


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.txt"
    path.write_text("short")
    monkeypatch.setattr(os, "read", lambda _handle, count: b"a" * count)
    assert refused(path) == "intake.too_large"


def test_forbidden_files_are_told_apart_from_missing_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    assert refused(tmp_path / "x.txt") == "intake.no_permission"
