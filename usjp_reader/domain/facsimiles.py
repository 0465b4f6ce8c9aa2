"""Pictures of printed pages beside the text that was read from them."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
