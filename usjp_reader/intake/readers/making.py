"""From the text that a reader found to records: normal form, pages, what the file states."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Container, FieldValue, Metadata, Record
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.normalising import NORMALISER, paged, paged_as
from usjp_reader.intake.readers import vendor_exports
from usjp_reader.intake.readers.txt import container_of
from usjp_reader.intake.reading_files import MAX_BYTES, too_large

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from usjp_reader.domain.articles import Refused

_BLANKS = re.compile(r"[^\S\u3000]+")
"""All blanks but the wide one of Japanese, which divides titles."""
_LONGEST = 10_000
"""A field of a file's own metadata is no longer than this."""


def one_line(words: str) -> str:
    """Words without the blanks that are only there for the layout."""
    return _BLANKS.sub(" ", words).strip()


def metadata_of(values: Mapping[str, str | None]) -> Metadata:
    """CSL fields as a file states them; blank ones are left out."""
    metadata = Metadata()
    for name, value in values.items():
        words = one_line(value or "")[:_LONGEST]
        if words:
            metadata = metadata.updated(name, FieldValue(words))
    return metadata


def record(
    text: str,
    extractor: str,
    container: Container | None = None,
    *,
    member: str = "",
    pages: Sequence[str] = (),
    notes: tuple[str, ...] = (),
) -> Record:
    """The record of a text that a reader took out of a file.

    Args:
        text: As it was found; pages are parted by form feeds.
        extractor: Who found it, with its version.
        container: What the file states about it.
        member: Which part of the file it is.
        pages: The labels of the pages, one a form feed and one more, where the file has its own.
        notes: Message keys for the report.

    Raises:
        UnreadableFileError: There is nothing to read in it, or more than one article can be.
    """
    source, labels = paged_as(text, pages) if pages else paged(text)
    if not source.strip("\ufeff \t\n\u3000\xa0"):
        raise UnreadableFileError("intake.no_text")
    if len(source) > MAX_BYTES:
        raise too_large(MAX_BYTES)
    version = TextVersion.of(source, NORMALISER, extractor, labels)
    return Record(member, version, _with_notice(container, source), notes)


def records(
    text: str,
    extractor: str,
    container: Container,
    notes: tuple[str, ...] = (),
    pages: Sequence[str] = (),
) -> tuple[Record | Refused, ...]:
    """The one record of a document, or all of a vendor's export that was saved as one.

    Raises:
        UnreadableFileError: There is nothing to read in it.
    """
    whole = record(text, extractor, container, notes=notes, pages=pages)
    return vendor_exports.records(whole.version.text, notes) or (whole,)


def _with_notice(container: Container | None, text: str) -> Container:
    """What the file states, and that it is a specimen where its text says so."""
    own = container_of(text)
    if container is None:
        return own
    genre = own.metadata.field("genre")
    if genre is None:
        return container
    return replace(container, metadata=container.metadata.updated("genre", genre))
