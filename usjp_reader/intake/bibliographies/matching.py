"""Which file of an import an attachment is, whatever its path was where it was exported."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SCHEME = re.compile(r"(?:file:(?://)?(?:localhost)?|attachments:|storage:)", re.IGNORECASE)
_DRIVE = re.compile(r"^/?[A-Za-z]:(?=/)")
_BEST = (
    *(".txt", ".md", ".html", ".htm", ".xhtml", ".mhtml"),
    *(".docx", ".odt", ".rtf", ".epub", ".pdf"),
)
"""Which of the files of one item is read for its text: the one that was least taken apart."""


class Files:
    """The files of an import, by their names."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Take note of files.

        Args:
            paths: With `/`, beginning with the name of the folder that was given.
        """
        self._by_name: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for path in paths:
            parts = _parts(path)
            if parts:
                self._by_name.setdefault(parts[-1], []).append((path, parts))

    def find(self, written: str, folder: str) -> str | None:
        """The file that is meant, or None when there is none, or more than one may be meant.

        Args:
            written: A path as a bibliography writes it: relative, absolute, of any system.
            folder: The folder of the bibliography.
        """
        for path in dict.fromkeys((written, unquote(written))):
            found = self._found(_parts(_SCHEME.sub("", path)), folder)
            if found:
                return found
        return None

    def _found(self, parts: tuple[str, ...], folder: str) -> str | None:
        candidates = self._by_name.get(parts[-1], []) if parts else []
        beside = (*_parts(folder), *parts)
        exact = next((path for path, known in candidates if known == beside), None)
        if exact or not candidates:
            return exact
        scored = sorted(((_tail(known, parts), path) for path, known in candidates), reverse=True)
        best, path = scored[0]
        if len(scored) > 1 and scored[1][0] == best:
            return None
        return path if best > 1 or len(scored) == 1 else None


def best_for_text(paths: Sequence[str]) -> str | None:
    """The one of the files of an item whose text is read."""

    def rank(path: str) -> int:
        suffix = PurePosixPath(path).suffix.lower()
        return _BEST.index(suffix) if suffix in _BEST else len(_BEST)

    return min(paths, key=rank, default=None)


def _parts(path: str) -> tuple[str, ...]:
    """The folders and the name, in one case and one normal form."""
    plain = unicodedata.normalize("NFC", path.replace("\\", "/")).casefold()
    return tuple(part for part in _DRIVE.sub("", plain).split("/") if part not in ("", ".", ".."))


def _tail(one: Sequence[str], other: Sequence[str]) -> int:
    """How many parts two paths share, from the name upwards."""
    shared = 0
    for left, right in zip(reversed(one), reversed(other), strict=False):
        if left != right:
            break
        shared += 1
    return shared
