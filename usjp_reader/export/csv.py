"""Passages as a table for spreadsheets. No cell is ever taken for a formula."""

from __future__ import annotations

import csv
import unicodedata
from typing import TYPE_CHECKING, TextIO

from usjp_reader.export.json import fields
from usjp_reader.export.rows import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.export.rows import ExportRow

COLUMNS = (
    "id",
    "article",
    "title",
    "publisher",
    "published",
    "published_status",
    "page",
    "quote",
    "as_quoted",
    "note",
    "tags",
    "colour",
    "state",
    "citation",
    "unconfirmed",
    "source_file",
    "start",
    "end",
    "prefix",
    "suffix",
    "creator",
    "created",
    "modified",
    "specimen",
)
_FORMULA = frozenset("=+-@|%\t\r\n\0")
_IGNORED = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))


def write(rows: Iterable[ExportRow], out: TextIO) -> Tally:
    """Write a header and one row a passage, every cell in quotation marks.

    Give a file opened with `encoding="utf-8-sig"` and `newline=""`. Lists are joined by "; ".
    """
    tally = Tally()
    table = csv.writer(out, quoting=csv.QUOTE_ALL)
    table.writerow(COLUMNS)
    for row in tally.counting(rows):
        lists = {"tags": row.passage.tags, "unconfirmed": row.citation.unconfirmed}
        values = fields(row) | {name: "; ".join(words) for name, words in lists.items()}
        table.writerow([guarded(_text(values[column])) for column in COLUMNS])
    return tally


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet might calculate.

    Blanks and invisible characters before a sign do not hide it, nor does full width.
    """
    safe = cell.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return f"'{safe}" if _might_be_calculated(cell) else safe


def _might_be_calculated(cell: str) -> bool:
    if cell and cell[0] in _FORMULA:
        return True
    seen = (char for char in cell if unicodedata.category(char) not in _IGNORED)
    return unicodedata.normalize("NFKC", next(seen, "x"))[0] in _FORMULA


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
