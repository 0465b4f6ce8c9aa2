"""Plain text: one article a file, with front matter if it has a fenced one."""

from __future__ import annotations

import re

from usjp_reader.domain.articles import SPECIMEN, Container, FieldValue, Record
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.decoding import decode
from usjp_reader.intake.normalising import NORMALISER, paged
from usjp_reader.intake.readers.front_matter import front_matter

SPECIMEN_NOTICE = re.compile(r"^[ \t>*_#(\[]*Specimen, written \d{4}\b.*$", re.MULTILINE)
"""The line by which a made-up article says that it is one."""


def read(_name: str, data: bytes) -> tuple[Record, ...]:
    """The one record of a plain text file.

    Raises:
        UnreadableFileError: It is no text, or in no encoding we know.
    """
    return (record(data, "txt-1"),)


def record(data: bytes, extractor: str) -> Record:
    """The record of a file whose text is taken as it stands."""
    decoded = decode(data)
    text, pages = paged(decoded.text)
    version = TextVersion.of(text, NORMALISER, extractor, pages)
    return Record("", version, container_of(text), decoded.notes)


def container_of(text: str) -> Container:
    """What a source text states about itself outside the article: front matter, specimen notice."""
    matter = front_matter(text)
    container = matter.container if matter else Container()
    if SPECIMEN_NOTICE.search(text):
        metadata = container.metadata.updated("genre", FieldValue(SPECIMEN))
        container = Container(metadata, container.published)
    return container
