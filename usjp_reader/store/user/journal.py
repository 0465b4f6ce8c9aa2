"""The journal: one JSON line a change, written after the commit, so that it lags and never leads.

Each line carries the hash of the line before, and the texts and articles that its change was the
first to touch; together the lines are enough to rebuild `user.db`.
"""

from __future__ import annotations

import hashlib
import json
import os
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_BLOCK = 64 * 1024


class Journal:
    """The folder `journal/` of one library: files by month, lines by sequence number."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._end = self._read_end()  # read once: whoever opens a library asks for it
        self._last_seq, self._last_sha = 0, ""
        if self._end is not None:
            self._last_seq, self._last_sha = int(self._end["seq"]), str(self._end["sha256"])

    @property
    def last_seq(self) -> int:
        """Sequence number of the last whole line, or 0."""
        return self._last_seq

    def append(self, *entries: Mapping[str, Any]) -> None:
        """Write changes and wait until they are on the disk; each entry has `seq` and `at`.

        Raises:
            OSError: They could not all be written; the next start writes the rest again.
        """
        for month, group in groupby(entries, lambda entry: str(entry["at"])[:7]):
            self._append(self._folder / f"{month}.jsonl", group)

    def _append(self, path: Path, entries: Iterable[Mapping[str, Any]]) -> None:
        seq, sha = self._last_seq, self._last_sha
        lines = []
        for entry in entries:
            body = {**entry, "previous": sha}
            seq, sha = int(entry["seq"]), _sha(body)
            lines.append(json.dumps({**body, "sha256": sha}, ensure_ascii=False) + "\n")
        whole = not path.exists() or _ends_with_newline(path)
        with path.open("a", encoding="utf-8") as out:
            out.write(("" if whole else "\n") + "".join(lines))
            out.flush()
            os.fsync(out.fileno())
        self._last_seq, self._last_sha = seq, sha

    def set_aside(self) -> None:
        """Give every file of this journal another name, and begin an empty one.

        Raises:
            OSError: A file could not be renamed.
        """
        files = sorted(self._folder.glob("*.jsonl"))
        number = 1
        while any(_other(path, number).exists() for path in files):
            number += 1
        for path in files:
            path.rename(_other(path, number))
        self._end = None
        self._last_seq, self._last_sha = 0, ""

    def entry(self, seq: int) -> dict[str, Any] | None:
        """The line with that number, or None where it is missing or torn."""
        if self._end is not None and self._end["seq"] == seq:
            return self._end
        return next((entry for entry in self.entries() if entry["seq"] == seq), None)

    def entries(self) -> Iterator[dict[str, Any]]:
        """Every whole line by its number; a line torn by a crash, or altered, is left out.

        The files are named by the clock, which may have been wrong; the numbers are never.
        """
        found: dict[int, dict[str, Any]] = {}
        for path in sorted(self._folder.glob("*.jsonl")):
            for line in _lines(path):
                entry = _parsed(line)
                if entry is not None:
                    found.setdefault(int(entry["seq"]), entry)
        for seq in sorted(found):
            yield found[seq]

    def _read_end(self) -> dict[str, Any] | None:
        ends = [end for path in self._folder.glob("*.jsonl") if (end := _end(path))]
        return max(ends, key=lambda end: int(end["seq"]), default=None)


def _other(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.other-{number}")


def _lines(path: Path) -> list[str]:
    """The lines of a file. Only LF ends one: a note may hold U+2028 and the like."""
    return path.read_bytes().decode("utf-8", "replace").split("\n")


def _end(path: Path) -> dict[str, Any] | None:
    """The last whole line of a file, or None; most of the file is not read."""
    with path.open("rb") as file:
        start = size = file.seek(0, os.SEEK_END)
        while start:
            start = max(0, size - max(_BLOCK, 8 * (size - start)))
            file.seek(start)
            lines = file.read().split(b"\n")
            for line in reversed(lines[1:] if start else lines):  # the first one may be cut
                entry = _parsed(line.decode("utf-8", "replace"))
                if entry is not None:
                    return entry
    return None


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
        body = {key: value for key, value in entry.items() if key != "sha256"}
        return entry if entry["sha256"] == _sha(body) and int(entry["seq"]) > 0 else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _sha(body: Mapping[str, Any]) -> str:
    text = json.dumps(body, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
