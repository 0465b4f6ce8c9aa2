"""What is said of files before they are read: what columns mean, what bibliographies say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import LibraryError, UnreadableFileError
from usjp_reader.domain.told import Told
from usjp_reader.intake.readers import is_table, look_at_table, most_bytes
from usjp_reader.intake.reading_files import read_bytes
from usjp_reader.intake.tables.columns import folded, mapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from usjp_reader.library.mappings import Mappings
    from usjp_reader.loading.sources import Source


def with_mappings(sources: Sequence[Source], mappings: Mappings) -> list[Source]:
    """Sources that know of every mapping that is remembered."""
    known = mappings.known()
    if not known:
        return list(sources)
    return [replace(source, told=replace(source.told, mappings=known)) for source in sources]


def with_columns(
    sources: Sequence[Source], fields: Mapping[str, str], mappings: Mappings
) -> list[Source]:
    """Sources of which those that are tables with the columns are told what these mean.

    Args:
        sources: All sources of an import.
        fields: The column of each field, as the reader said.
        mappings: Where that is remembered.

    Raises:
        LibraryError: No table has these columns.
    """
    wanted = {folded(column) for column in fields.values()}
    told, is_any = [], False
    for source in sources:
        columns = _columns(source)
        if columns and wanted <= {folded(column) for column in columns}:
            mappings.remember(columns, fields)
            source = replace(source, told=Told(tuple(fields.items())))  # noqa: PLW2901
            is_any = True
        told.append(source)
    if not is_any:
        raise LibraryError("library.no_such_columns", columns=", ".join(fields.values()))
    return told


@dataclass(frozen=True, slots=True)
class Explained:
    """A table, and what its columns mean as far as it is known.

    Attributes:
        columns: Their names.
        rows: The first rows, cell by cell.
        fields: The column of each field, as was said or as the names say.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fields: dict[str, str]


def explained(path: Path, mappings: Mappings) -> Explained:
    """A first look at a table on the disk.

    Raises:
        UnreadableFileError: It cannot be read, or is no table.
    """
    look = look_at_table(path.name, read_bytes(path, most_bytes(path.name)))
    if look is None:
        raise UnreadableFileError("library.no_table")
    told = tuple(mappings.of(look.columns).items())
    return Explained(look.columns, look.rows, mapped(look.columns, told))


def _columns(source: Source) -> tuple[str, ...]:
    """The columns of a source that is a table; none where it cannot be read: that is told later."""
    if source.reason is not None or source.known is not None or not is_table(source.path):
        return ()
    try:
        look = look_at_table(source.path, source.read())
    except UnreadableFileError:
        return ()
    return look.columns if look else ()
