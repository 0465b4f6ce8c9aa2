"""Web pages as browsers save them: a page, and beside it a folder of its pictures."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_ENDINGS = ("_files", ".files", "-Dateien", "_fichiers", "-filer", "_archivos", "_ファイル")
"""How browsers end the names of such folders, by their language."""


def picture_folders(names: Iterable[str]) -> frozenset[str]:
    """The folders of pictures that may stand beside pages.

    Args:
        names: Paths of files and folders, with `/`.
    """
    pages = (PurePosixPath(name) for name in names)
    stems = {str(page.with_suffix("")) for page in pages if page.suffix.lower() in _PAGES}
    return frozenset(stem + ending for stem in stems for ending in _ENDINGS)
