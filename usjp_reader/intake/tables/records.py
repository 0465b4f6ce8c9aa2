"""One row or object as a record: its text, what it states, and what is kept aside."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import (
    CSL_FIELDS,
    SPECIMEN,
    Container,
    FieldValue,
    Metadata,
    Record,
    Refused,
)
from usjp_reader.domain.messages import Message
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.exports.vendors import language_codes
from usjp_reader.intake.markup import is_markup, text_of
from usjp_reader.intake.normalising import NORMALISER, paged
from usjp_reader.intake.reading_files import MAX_BYTES
from usjp_reader.intake.tables.columns import ID, PUBLISHED, SUMMARY, TEXT, YEAR
from usjp_reader.intake.tables.types import item_type, type_named
from usjp_reader.intake.tables.values import day, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from usjp_reader.intake.tables.values import Value

_ASIDE = 100
"""Most columns that are kept aside of one record."""
_ASIDE_LENGTH = 1_000
_SHOWN = 300
_TOLD = 1_000
"""Most records that are refused one by one in the report."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record before it is read: its number in the file, from 1, and its named values."""

    number: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Look:
    """A first look at a table: the names of its columns, and its first rows as words."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def first_rows(
    rows: Iterable[Row | Refused], columns: Sequence[str], count: int = 20
) -> tuple[tuple[str, ...], ...]:
    """The first rows that are good, cell by cell."""
    good = (row for row in rows if isinstance(row, Row))
    return tuple(
        tuple(words(row.values.get(column))[:_SHOWN] for column in columns)
        for row in islice(good, count)
    )


def records(
    rows: Iterable[Row | Refused], columns: Mapping[str, str], extractor: str
) -> tuple[Record | Refused, ...]:
    """The records of a table, in order.

    Args:
        rows: What was read of it, and what could not be.
        columns: The column of each field, that of the text among them.
        extractor: Name and version of the reader.
    """
    read = list(rows)
    members = _members(read, columns.get(ID))
    found = [
        row if isinstance(row, Refused) else _record(row, members, columns, extractor)
        for row in read
    ]
    return cut(found)


def _members(rows: Sequence[Row | Refused], column: str | None) -> dict[int, str]:
    """What each record is called: its own id where the ids of all are told apart, else its number.

    A record that is called by its id is known again when rows are added above it.
    """
    numbers = {row.number: str(row.number) for row in rows if isinstance(row, Row)}
    if column is None:
        return numbers
    ids = {row.number: words(row.values.get(column)) for row in rows if isinstance(row, Row)}
    is_good = all(1 <= len(one) <= 120 for one in ids.values())
    is_unique = max(Counter(ids.values()).values(), default=0) <= 1
    return ids if is_good and is_unique else numbers


def _record(
    row: Row, members: Mapping[int, str], columns: Mapping[str, str], extractor: str
) -> Record | Refused:
    column = columns[TEXT]
    value = row.values.get(column)
    if value is not None and not isinstance(value, str):
        return Refused(str(row.number), Message("intake.record_not_words", {"column": column}))
    if not value or not value.strip():
        return Refused(str(row.number), Message("intake.record_no_text", {"column": column}))
    if len(value) > MAX_BYTES:
        limit = MAX_BYTES // 2**20
        return Refused(str(row.number), Message("intake.record_too_large", {"limit": limit}))
    notes = ("intake.note_nuls",) if "\x00" in value else ()
    written = value.replace("\x00", "")
    text, pages = paged((text_of(written) if is_markup(written) else written).strip("\r\n"))
    if not text.strip():
        return Refused(str(row.number), Message("intake.record_no_text", {"column": column}))
    version = TextVersion.of(text + "\n", NORMALISER, extractor, pages)
    return Record(members[row.number], version, _container(row.values, columns), notes)


def _container(values: Mapping[str, Value], columns: Mapping[str, str]) -> Container:
    stated = {field: words(values.get(column)) for field, column in columns.items()}
    if stated.get("genre") == SPECIMEN:
        del stated["genre"]  # what we call our own
    stated["abstract"] = stated.get(SUMMARY, "")
    stated["language"] = language_code(stated.get("language", ""))
    kind = item_type(stated, columns)
    written_type = stated.pop("type", "")
    metadata = Metadata.of(type=kind)
    for field, value in stated.items():
        if value and field in CSL_FIELDS:
            metadata = metadata.updated(field, FieldValue(value))
    published = day(values.get(columns[PUBLISHED])) if PUBLISHED in columns else ""
    published = published or stated.get(YEAR, "")
    used = set(columns.values())
    if written_type and not type_named(written_type):
        used.discard(columns["type"])  # no type that we know: a word that is kept aside
    aside = [
        (words(name)[:_ASIDE_LENGTH], written[:_ASIDE_LENGTH])
        for name, value in values.items()
        if name not in used and (written := words(value))
    ]
    return Container(metadata, published or None, tuple(aside[:_ASIDE]))


def language_code(written: str) -> str:
    """A BCP 47 code; what is neither code nor the name of a language we know is no language."""
    known = language_codes().get(written.lower())
    if known:
        return known
    code = written.replace("_", "-").partition("-")[0].lower()
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else ""


def cut(found: list[Record | Refused]) -> tuple[Record | Refused, ...]:
    """The same with an end to what is told of bad records."""
    refused = [one for one in found if isinstance(one, Refused)]
    if len(refused) <= _TOLD:
        return tuple(found)
    told = set(map(id, refused[:_TOLD]))
    kept = [one for one in found if isinstance(one, Record) or id(one) in told]
    more = Message("intake.more_refused", {"count": len(refused) - _TOLD})
    return (*kept, Refused("…", more))
