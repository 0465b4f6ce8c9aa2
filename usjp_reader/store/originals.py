"""Byte copies of imported files, and the list that says under what name each was imported."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.domain.errors import DiskFullError, LibraryReadOnlyError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Original:
    """One imported file: where it stood below its root, and the hash of its bytes.

    Attributes:
        shows: Path of the text of which it only shows the pages, or "".
    """

    root: str
    path: str
    sha: str
    shows: str = ""


_Name: TypeAlias = tuple[str, str, str]


def _name(original: Original) -> _Name:
    """What an original is kept for: its root, its path, and the text that it shows."""
    return original.root, original.path, original.shows


def bytes_sha(data: bytes) -> str:
    """SHA-256 of a file's bytes, in hexadecimal. Provenance only; texts have names of their own."""
    return hashlib.sha256(data).hexdigest()


class Originals:
    """The folder `originals/` of one library."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._manifest = folder / "manifest.jsonl"
        self._is_whole = False
        self._known: dict[_Name, str] | None = None

    def keep(self, original: Original, data: bytes) -> None:
        """Keep a copy of a file, mending one that was altered, and note its name.

        Raises:
            DiskFullError: There is no room.
            LibraryReadOnlyError: The folder cannot be written.
        """
        try:
            self._keep_bytes(original.sha, data)
            values = {"root": original.root, "path": original.path, "sha": original.sha}
            if original.shows:
                values["shows"] = original.shows
            line = json.dumps(values, ensure_ascii=False)
            with self._manifest.open("ab") as out:
                if not self._is_whole and out.tell() and not self._ends_whole():
                    out.write(b"\n")  # a line torn by a crash must not spoil this one
                self._is_whole = False  # until this one is written
                out.write(line.encode("utf-8") + b"\n")
            self._is_whole = True
            if self._known is not None:
                self._known[_name(original)] = original.sha
        except OSError as error:
            raise as_library_error(error, self._folder.parent) from error

    def read(self, original: Original) -> bytes | None:
        """The bytes of a kept file, or None where they are missing or were altered."""
        try:
            data = self._path(original.sha).read_bytes()
        except OSError:
            return None
        return data if bytes_sha(data) == original.sha else None

    def place(self, root: str, path: str) -> Path | None:
        """Where the latest copy of a file is, or None where none is kept."""
        for item in reversed(tuple(self._listed())):
            if (item.root, item.path) == (root, path):
                kept = self._path(item.sha)
                return kept if kept.is_file() else None
        return None

    def has_pages(self, root: str, path: str, shows: str, size: int) -> bool:
        """Whether a file that shows the pages of a text is kept, by what a look at it can tell.

        Args:
            root: Its root.
            path: Where it is below that.
            shows: Path of the text.
            size: Its bytes; with others than it had when it was kept, it is another one.
        """
        if self._known is None:
            self._known = {_name(item): item.sha for item in self._listed()}
        sha = self._known.get((root, path, shows))
        try:
            return sha is not None and self._path(sha).stat().st_size == size
        except OSError:
            return False

    def latest(self) -> tuple[Original, ...]:
        """The latest bytes of each file ever kept, in the order of first import.

        One file may be an article and show the pages of several texts: it comes once for each.
        """
        return tuple({_name(item): item for item in self._listed()}.values())

    def _listed(self) -> Iterator[Original]:
        try:
            lines = self._manifest.read_bytes().decode("utf-8", "replace").split("\n")
        except FileNotFoundError:
            return
        for line in lines:
            try:
                values = json.loads(line)
                place = str(values["root"]), str(values["path"])
                yield Original(*place, str(values["sha"]), str(values.get("shows", "")))
            except (ValueError, KeyError, TypeError, AttributeError):
                continue  # a line torn by a crash: its file comes back when it is next read

    def _ends_whole(self) -> bool:
        with self._manifest.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"

    def _keep_bytes(self, sha: str, data: bytes) -> None:
        path = self._path(sha)
        if path.exists() and path.read_bytes() == data:
            return
        draft = path.with_suffix(".tmp")
        try:
            draft.write_bytes(data)
        except FileNotFoundError:  # the first file whose hash begins so
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
        # Not synced: a copy that a power cut tore is known by its hash and never given back; the
        # next time these bytes are kept it is written anew.
        os.replace(draft, path)

    def _path(self, sha: str) -> Path:
        return self._folder / sha[:2] / sha


def as_library_error(error: OSError, library: Path) -> DiskFullError | LibraryReadOnlyError:
    """What an operating system's refusal to write means for the reader."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFullError("store.disk_full", library=str(library))
    return LibraryReadOnlyError("store.read_only", library=str(library))
