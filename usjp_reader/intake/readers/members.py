"""Files inside of files: each read as if it stood alone, its name a label and nothing more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.told import NOTHING
from usjp_reader.intake import readers
from usjp_reader.intake.readers.archives import printable

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Record
    from usjp_reader.domain.told import Told

DEEPEST = 2
"""Archives inside of archives inside of a file are opened; what lies deeper is refused."""


def parts(
    name: str, data: bytes, told: Told = NOTHING, depth: int = 1
) -> tuple[Record | Refused, ...]:
    """The records of a file inside of another one; what cannot be read is one refused record."""
    label = printable(name)
    try:
        if depth > DEEPEST:
            raise UnreadableFileError("intake.archive_deep", most=DEEPEST)
        if not readers.is_known(label, data):
            return ()
        found = readers.read_parts(label, data, told, depth)
    except UnreadableFileError as error:
        return (Refused(label, error.message),)
    return tuple(replace(one, member=_member(label, one.member)) for one in found)


def _member(label: str, inner: str) -> str:
    return f"{label}#{inner}" if inner else label
