"""Zip archives of files that can be read; nothing is unpacked to the disk."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import members
from usjp_reader.intake.readers.archives import Archive, printable

if TYPE_CHECKING:
    from usjp_reader.domain.told import Told


def read(_name: str, data: bytes, told: Told, depth: int) -> tuple[Record | Refused, ...]:
    """The records of all files in an archive, in the order of their names.

    Raises:
        UnreadableFileError: It is no archive, is built to do harm, or holds nothing we can read.
    """
    archive = Archive.of(data)
    found: list[Record | Refused] = []
    for entry in sorted(archive.entries):
        if not _is_hidden(entry):
            found += _entry(archive, entry, told, depth)
    if not found:
        raise UnreadableFileError("intake.archive_nothing")
    return tuple(found)


def _entry(archive: Archive, entry: str, told: Told, depth: int) -> tuple[Record | Refused, ...]:
    try:
        data = archive.read(entry)
    except UnreadableFileError as error:
        return (Refused(printable(entry), error.message),)
    return members.parts(entry, data, told, depth + 1)


def _is_hidden(entry: str) -> bool:
    """Files that systems leave in archives, and the pictures of saved pages."""
    names = PurePosixPath(entry.replace("\\", "/")).parts
    return any(
        (name.startswith((".", "__MACOSX")) and name.strip(".") != "")
        or name.endswith(("_files", ".files"))
        for name in names
    )
