"""Files inside of files: each read as if it stood alone, its name a label and nothing more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.told import NOTHING
from usjp_reader.intake import readers
from usjp_reader.intake.readers.archives import printable
from usjp_reader.intake.unread import is_no_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.domain.articles import Record
    from usjp_reader.domain.told import Told
    from usjp_reader.intake.readers.nesting import Nesting


def parts(
    name: str, data: bytes, place: Nesting, told: Told = NOTHING
) -> tuple[Record | Refused, ...]:
    """The records of a file inside of another one; what cannot be read is one refused record.

    Args:
        name: What it is called there.
        data: Its content.
        place: Where it lies.
        told: What is known of the outermost file.
    """
    label = printable(name)
    try:
        found = readers.read_parts(label, data, told, place)
    except UnreadableFileError as error:
        return (Refused(label, error.message),)
    return tuple(replace(one, member=_member(label, one.member)) for one in found)


def is_beside(name: str) -> bool:
    """Whether a file of that name goes with articles and is none, as pictures and styles do."""
    return is_no_document(readers.suffix_of(name))


def distinct(parts: Iterable[Record | Refused]) -> tuple[Record | Refused, ...]:
    """The same parts under names of their own: an archive may hold two files of one name."""
    met: dict[str, int] = {}
    found = []
    for part in parts:
        met[part.member] = count = met.get(part.member, 0) + 1
        found.append(part if count == 1 else replace(part, member=f"{part.member} ({count})"))
    return tuple(found)


def _member(label: str, inner: str) -> str:
    return f"{label}#{inner}" if inner else label
