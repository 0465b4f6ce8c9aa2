"""The journal: one JSON line a change, written after the commit, so that it lags and never leads.

Each line carries the hash of the line before, and the texts and articles that its change was the
first to touch; together the lines are enough to rebuild `user.db`.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_BLOCK = 64 * 1024


class Journal:
    """The folder `journal/` of one library: files by month, lines by sequence number."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last_seq, self._last_sha = self._read_end()

    @property
    def last_seq(self) -> int:
        """Sequence number of the last whole line, or 0."""
        return self._last_seq

    def append(self, entry: Mapping[str, Any]) -> None:
        """Write one change and wait until it is on the disk; `entry` has `seq` and `at`.

        Raises:
            OSError: The line could not be written; the next start writes it again.
        """
        body = {**entry, "previous": self._last_sha}
        sha = _sha(body)
        path = self._folder / f"{str(entry['at'])[:7]}.jsonl"
        line = json.dumps({**body, "sha256": sha}, ensure_ascii=False)
        whole = not path.exists() or _ends_with_newline(path)
        with path.open("a", encoding="utf-8") as out:
            out.write(("" if whole else "\n") + line + "\n")
            out.flush()
            os.fsync(out.fileno())
        self._last_seq, self._last_sha = int(entry["seq"]), sha

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

    def _read_end(self) -> tuple[int, str]:
        ends = [_end(path) for path in self._folder.glob("*.jsonl")]
        return max(ends, default=(0, ""))


def _lines(path: Path) -> list[str]:
    """The lines of a file. Only LF ends one: a note may hold U+2028 and the like."""
    return path.read_bytes().decode("utf-8", "replace").split("\n")


def _end(path: Path) -> tuple[int, str]:
    """Number and hash of the last whole line of a file, or (0, ""); most of it is not read."""
    with path.open("rb") as file:
        start = size = file.seek(0, os.SEEK_END)
        while start:
            start = max(0, size - max(_BLOCK, 8 * (size - start)))
            file.seek(start)
            lines = file.read().split(b"\n")
            for line in reversed(lines[1:] if start else lines):  # the first one may be cut
                entry = _parsed(line.decode("utf-8", "replace"))
                if entry is not None:
                    return int(entry["seq"]), str(entry["sha256"])
    return 0, ""


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
