"""From a file to what its articles say, step by step: the one door to this package.

Each step is a pure function of what it is given; finding names stands between cleaning and dating
and is the business of `analysis`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import FieldValue, Metadata
from usjp_reader.domain.dates import Dated, Status
from usjp_reader.intake.cleaning import CLEANER, Labelled, label
from usjp_reader.intake.dating import DATER, TermsProtocol, date_article
from usjp_reader.intake.normalising import NORMALISER
from usjp_reader.intake.readers import read_records
from usjp_reader.intake.reading_files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from usjp_reader.domain.articles import Record
    from usjp_reader.domain.entities import Candidate

VERSIONS = {"normalise": NORMALISER, "clean": CLEANER, "date": DATER}
"""Versions of the stages of this package; an article read with others is read again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A record that was cleaned and dated.

    Attributes:
        record: What was read.
        labelled: Its lines and what the page says of itself.
        metadata: CSL fields, each with where it comes from.
        published: When it was published.
    """

    record: Record
    labelled: Labelled
    metadata: Metadata
    published: Dated


def read_file(path: Path) -> tuple[Record, ...]:
    """The articles in a file.

    Raises:
        UnreadableFileError: It cannot be opened, is too large, or is no text we can read.
    """
    return read_records(path.name, read_bytes(path))


def clean(record: Record) -> Labelled:
    """Label the lines of a record."""
    return label(record.version.text, record.container)


def read(
    record: Record,
    labelled: Labelled,
    name: str,
    candidates: Sequence[Candidate],
    terms: TermsProtocol,
) -> Reading:
    """Date a record that was cleaned.

    Args:
        record: What was read.
        labelled: Its lines.
        name: Path of the file inside its root; a date in it is evidence.
        candidates: Names found in its text, before any is linked.
        terms: Who held which office when.
    """
    published = date_article(
        record.version.text,
        labelled.lines,
        record.container,
        name,
        candidates,
        terms,
        labelled.language,
    )
    return Reading(record, labelled, metadata_of(record, labelled), published)


def metadata_of(record: Record, labelled: Labelled) -> Metadata:
    """What the container states, completed by what the page says of itself."""
    metadata = record.container.metadata
    found = {
        "title": (labelled.title, Status.INFERRED),
        "author": ("; ".join(labelled.authors), Status.STATED),
        "language": (labelled.language, Status.INFERRED),
    }
    if not metadata.publisher:
        found["container-title"] = (labelled.publisher, Status.STATED)
    if not metadata.get("source"):
        found["source"] = (labelled.agency, Status.STATED)
    for name, (value, status) in found.items():
        if value and metadata.get(name) is None:
            metadata = metadata.updated(name, FieldValue(value, status))
    return metadata
