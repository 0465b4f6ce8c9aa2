"""File formats: one module each. A reader turns the bytes of a file into its records."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.domain.articles import Record
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import markdown, txt

if TYPE_CHECKING:
    from collections.abc import Callable

    from usjp_reader.domain.articles import Refused

Reader: TypeAlias = "Callable[[str, bytes], tuple[Record | Refused, ...]]"

READERS: dict[str, Reader] = {
    ".txt": txt.read,
    ".text": txt.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}
"""Readers by lower-case suffix: a new format is one module and one line here."""

SUFFIXES = frozenset(READERS)


def read_records(name: str, data: bytes) -> tuple[Record, ...]:
    """The articles in a file that can be read; see `read_parts`."""
    return tuple(part for part in read_parts(name, data) if isinstance(part, Record))


def read_parts(name: str, data: bytes) -> tuple[Record | Refused, ...]:
    """The articles in a file, and those of its records that could not be read.

    Args:
        name: File name or path; its suffix chooses the reader, none means plain text.
        data: The whole content of the file.

    Raises:
        UnreadableFileError: The format is not known, or the content is no text.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix and suffix not in READERS:
        raise UnreadableFileError("intake.unknown_suffix", suffix=suffix)
    return READERS.get(suffix, txt.read)(name, data)
