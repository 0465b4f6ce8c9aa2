"""The formats that passages can be exported to. A new one is a module here and a row below."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TextIO, TypeAlias, cast

from usjp_reader.domain.errors import ExportError
from usjp_reader.export.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from usjp_reader.export.rows import ExportRow, Tally

    Write: TypeAlias = Callable[[Iterable[ExportRow], TextIO], Tally]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files.

    Attributes:
        module: The module of this package whose `write` writes it.
        suffix: How file names end.
        encoding: How files are encoded; spreadsheets know UTF-8 only by its mark.
        newline: As for `open`.
    """

    module: str
    suffix: str
    encoding: str = "utf-8"
    newline: str | None = "\n"

    @property
    def write(self) -> Write:
        """The function that writes rows to an open file and counts them."""
        module = import_module(f"usjp_reader.export.{self.module}")
        return cast("Write", module.write)


FORMATS = {
    "md": Format("markdown", ".md"),
    "html": Format("html", ".html"),
    "csv": Format("csv", ".csv", encoding="utf-8-sig", newline=""),
    "json": Format("json", ".json"),
}
"""Formats by the name that `export --format` takes."""


def format_named(name: str) -> Format:
    """The format called `name`.

    Raises:
        ExportError: There is none.
    """
    if name not in FORMATS:
        raise ExportError("export.unknown_format", name=name, known=", ".join(FORMATS))
    return FORMATS[name]


def write_file(rows: Iterable[ExportRow], path: Path, form: Format) -> Tally:
    """Write an export to a file, whole or not at all, and count it.

    Raises:
        ExportError: It cannot be written; what stood at `path` is untouched.
    """
    counted: list[Tally] = []
    write_whole(
        path, lambda out: counted.append(form.write(rows, out)), form.encoding, form.newline
    )
    return counted[0]
