"""Tables as text: comma, semicolon or tab between cells, names of the columns in the first row."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.domain.told import NOTHING
from usjp_reader.intake.decoding import decode
from usjp_reader.intake.reading_files import MAX_TABLE
from usjp_reader.intake.tables.columns import TEXT, mapped, signature
from usjp_reader.intake.tables.records import Look, Row, first_rows, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.told import Told

_CELL = 20 * 2**20
_COLUMNS = 2_000
_DELIMITERS = "\t,;|"
_BREAK = re.compile("\r\n|\r|\n")
_RESTARTS = 20
"""How often reading starts again below a quotation mark that is never closed."""


def read(name: str, data: bytes, told: Told = NOTHING) -> tuple[Record | Refused, ...]:
    """The records of a table, and its rows that are none.

    Raises:
        UnreadableFileError: It is no text, or no column is known to hold the text of articles.
    """
    rows = Rows(decode(data, MAX_TABLE).text, name)
    columns = mapped(rows.header, told.columns_of(signature(rows.header)))
    if TEXT not in columns:
        raise no_text_column(rows.header)
    return records(rows, columns, "table-1")


def look(name: str, data: bytes) -> Look:
    """The columns of a table, and its first rows.

    Raises:
        UnreadableFileError: It is no text, or no table.
    """
    rows = Rows(decode(data, MAX_TABLE).text, name)
    return Look(rows.header, first_rows(rows, rows.header))


def no_text_column(columns: Sequence[str]) -> UnreadableFileError:
    """The trouble with a table of which we do not know where its text is."""
    names = ", ".join(columns[:20]) + (", …" if len(columns) > 20 else "")
    return UnreadableFileError("intake.no_text_column", columns=names[:500])


class Rows:
    """The rows of a table, one after another; a bad one does not take the others along."""

    def __init__(self, text: str, name: str = "") -> None:
        """Begin to read.

        Raises:
            UnreadableFileError: The first row names too many columns, or none.
        """
        self._lines = _lines(text)
        self._at = 0
        self._delimiter = _delimiter(self._lines, name)
        first = next(self._parsed(), None)
        if first is None or isinstance(first, Message):
            raise UnreadableFileError("intake.no_header")
        if len(first) > _COLUMNS:
            raise UnreadableFileError("intake.too_many_columns", limit=_COLUMNS)
        self.header = tuple(cell.strip().lstrip("\ufeff") for cell in first)
        if not any(self.header):
            raise UnreadableFileError("intake.no_header")

    def __iter__(self) -> Iterator[Row | Refused]:
        """The rows below the names of the columns, numbered from 1."""
        number = 0
        for cells in self._parsed():
            if isinstance(cells, Message):
                number += 1
                yield Refused(str(number), cells)
            elif any(cell.strip() for cell in cells):
                number += 1
                yield self._row(number, cells)

    def _row(self, number: int, cells: list[str]) -> Row | Refused:
        if any(cell.strip() for cell in cells[len(self.header) :]):
            params = {"cells": len(cells), "columns": len(self.header)}
            return Refused(str(number), Message("intake.row_cells", params))
        values: dict[str, str] = {}
        for column, cell in zip(self.header, cells, strict=False):
            values.setdefault(column, cell)
        return Row(number, values)

    def _parsed(self) -> Iterator[list[str] | Message]:
        """Rows of cells from where reading is; a message for one that cannot be read."""
        restarts = 0
        while self._at < len(self._lines):
            start = self._at
            try:
                with _cells_of(_CELL):
                    for cells in self._reader():
                        if self._is_unclosed(start):
                            raise csv.Error("never closed")
                        start = self._at
                        yield cells
            except csv.Error as error:
                restarts += 1
                self._at = start + 1 if restarts <= _RESTARTS else len(self._lines)
                is_unclosed = "closed" in str(error)
                key = "intake.row_unclosed" if is_unclosed else "intake.row_too_large"
                yield Message(key, {"line": start + 1, "limit": _CELL // 2**20})

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._feed(), delimiter=self._delimiter)

    def _feed(self) -> Iterator[str]:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            yield line

    def _is_unclosed(self, start: int) -> bool:
        """Whether the row that was just read ran to the end because a quotation mark is open."""
        if self._at < len(self._lines) or self._at - start < 2:
            return False
        return sum(line.count('"') for line in self._lines[start : self._at]) % 2 == 1


class _cells_of:  # noqa: N801  (reads as what it does)
    """Cells up to a size, which the module `csv` holds for the whole process."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __enter__(self) -> None:
        self._before = csv.field_size_limit(self._size)

    def __exit__(self, *_: object) -> None:
        csv.field_size_limit(self._before)


def _lines(text: str) -> list[str]:
    """The lines of a table with their breaks, which `csv` wants; `sep=;` is for a spreadsheet."""
    lines = [line + "\n" for line in _BREAK.split(text)]
    if lines and lines[-1] == "\n":
        lines.pop()
    if lines and lines[0][:4].lower() == "sep=":
        lines = lines[1:]
    while lines and not lines[0].strip():
        lines.pop(0)
    return lines


def _delimiter(lines: Sequence[str], name: str) -> str:
    """What stands between cells: the candidate that the first row holds most, outside quotes."""
    if not lines:
        return ","
    bare = re.sub(r'"[^"]*"', "", lines[0][:100_000])
    counted = Counter({char: bare.count(char) for char in _DELIMITERS})
    if name.lower().endswith((".tsv", ".tab")) and counted["\t"]:
        return "\t"
    best, count = counted.most_common(1)[0]
    return best if count else ","
