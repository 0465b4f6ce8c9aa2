"""Markdown: the text stays as it was written, marks included; front matter is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.intake.readers.txt import record

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Record


def read(_name: str, data: bytes) -> tuple[Record, ...]:
    """The one record of a Markdown file.

    Raises:
        UnreadableFileError: It is no text, or in no encoding we know.
    """
    return (record(data, "markdown-1"),)
