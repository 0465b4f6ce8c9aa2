"""Texts out of an index that was set aside: as much of it as can still be read."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Container, FieldValue, Metadata, Record
from usjp_reader.domain.dates import Status
from usjp_reader.domain.errors import LibraryError
from usjp_reader.domain.texts import TextVersion
from usjp_reader.store.connection import connect_looking, translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

log = logging.getLogger(__name__)

_ASIDE = ".old-"


def free_name(corpus_db: Path) -> Path:
    """A name for setting an index aside that nothing bears yet."""
    last = newest(corpus_db)
    number = int(last.name.rpartition("-")[2]) + 1 if last else 1
    return corpus_db.with_name(f"{corpus_db.name}{_ASIDE}{number}")


def newest(corpus_db: Path) -> Path | None:
    """The index that was set aside last, or None."""
    found = {
        int(path.name.rpartition("-")[2]): path
        for path in corpus_db.parent.glob(f"{corpus_db.name}{_ASIDE}*")
        if path.name.rpartition("-")[2].isdecimal()
    }
    return found[max(found)] if found else None


def salvaged(aside: Path) -> Iterator[tuple[str, Record]]:
    """The (uid, record) of each article; ends where the file cannot be read any more.

    The record holds the text, its title and its publisher; where it came from is not known.
    """
    try:
        with translated(aside), closing(connect_looking(aside)) as connection:
            rows = connection.execute(
                "SELECT article.uid, article.title, article.publisher, text.text,"
                " text.normaliser, text.extractor FROM article"
                " JOIN text ON text.sha = article.text_sha ORDER BY article.id"
            )
            for row in rows:
                yield str(row[0]), _record(row)
    except (LibraryError, sqlite3.Error) as error:
        log.warning("%s can be read no further (%s)", aside.name, error)


def _record(row: Sequence[str]) -> Record:
    _, title, publisher, text, normaliser, extractor = row
    fields = (("title", title), ("container-title", publisher))
    known = tuple((name, FieldValue(value, Status.INFERRED)) for name, value in fields if value)
    version = TextVersion.of(text, normaliser, extractor)
    return Record("", version, Container(Metadata(known)))
