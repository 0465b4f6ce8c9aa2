"""Pictures of printed pages beside the text that was read from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

SCAN = "scan"
"""The CSL medium of an article of which there are pictures but no text."""
_PLACEHOLDER = re.compile(r"\[This scan holds no text: [^\n\]]*\]\n?")
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp", ".bmp"})
"""Suffixes of pictures of pages, in lower case."""


def placeholder(pages: int, sha: str) -> str:
    """The text of a scan that nobody has read yet; `sha` keeps one scan from another."""
    return f"[This scan holds no text: it needs OCR. Pages: {pages}. File: {sha}.]\n"


def is_placeholder(text: str) -> bool:
    """Whether a source text only says that there is none."""
    return _PLACEHOLDER.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file that shows pages.

    Attributes:
        root: The source folder that it came from.
        path: Where it was below that, with `/`.
    """

    root: str
    path: str

    @property
    def name(self) -> str:
        """What it is called in its folder."""
        return PurePosixPath(self.path).name

    @property
    def is_picture(self) -> bool:
        """Whether it shows one page; a PDF shows many."""
        return PurePosixPath(self.path).suffix.lower() in PICTURES


@dataclass(frozen=True, slots=True)
class PageWanted:
    """A page of a PDF that is to be drawn.

    Attributes:
        number: Counted from 0.
        width: Pixels it shall be wide.
    """

    number: int
    width: int


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page that was drawn: rows of blue, green and red bytes, `stride` bytes a row.

    Attributes:
        pages: How many pages the file has.
    """

    data: bytes
    width: int
    height: int
    stride: int
    pages: int
