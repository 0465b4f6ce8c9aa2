"""Zip archives of files that can be read; nothing is unpacked to the disk."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import members
from usjp_reader.intake.readers.archives import Archive, printable
from usjp_reader.intake.saved_pages import picture_folders

if TYPE_CHECKING:
    import zipfile

    from usjp_reader.domain.told import Told
    from usjp_reader.intake.readers.nesting import Nesting


def read(_name: str, data: bytes, told: Told, nesting: Nesting) -> tuple[Record | Refused, ...]:
    """The records of all files in an archive, in the order of their names.

    Raises:
        UnreadableFileError: It is no archive, is built to do harm, or holds nothing we can read.
    """
    archive = Archive.of(data, nesting)
    inside = nesting.inside()
    folders = picture_folders(_path(entry).as_posix() for entry in archive.entries)
    found: list[Record | Refused] = []
    for entry in sorted(archive.entries, key=lambda one: one.filename):
        if not _is_hidden(_path(entry)) and not _is_below(_path(entry), folders):
            found += _entry(archive, entry, told, inside)
    if not found:
        raise UnreadableFileError("intake.archive_nothing")
    return tuple(found)


def _entry(
    archive: Archive, entry: zipfile.ZipInfo, told: Told, inside: Nesting
) -> tuple[Record | Refused, ...]:
    if members.is_beside(entry.filename):
        return ()
    try:
        data = archive.content(entry)
    except UnreadableFileError as error:
        return (Refused(printable(entry.filename), error.message),)
    return members.parts(entry.filename, data, inside, told)


def _path(entry: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(entry.filename.replace("\\", "/"))


def _is_hidden(path: PurePosixPath) -> bool:
    """What systems leave in archives, and what people hide."""
    names = [name for name in path.parts if name.strip(".")]
    return any(name.startswith((".", "__MACOSX")) for name in names)


def _is_below(path: PurePosixPath, folders: frozenset[str]) -> bool:
    return any(folder.as_posix() in folders for folder in path.parents)
