"""Zip archives of files that can be read; nothing is unpacked to the disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.intake.bibliographies.claims import Claims
from usjp_reader.intake.bibliographies.reading import (
    HEAD,
    SUFFIXES,
    bibliography,
    may_be_bibliography,
)
from usjp_reader.intake.readers import members
from usjp_reader.intake.readers.archives import Archive, printable
from usjp_reader.intake.saved_pages import picture_folders

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Sequence

    from usjp_reader.domain.told import Told
    from usjp_reader.intake.bibliographies.reading import Bibliography
    from usjp_reader.intake.readers.nesting import Nesting


def read(_name: str, data: bytes, told: Told, nesting: Nesting) -> tuple[Record | Refused, ...]:
    """The records of all files in an archive, in the order of their names.

    Raises:
        UnreadableFileError: It is no archive, is built to do harm, or holds nothing we can read.
    """
    archive = Archive.of(data, nesting)
    inside = nesting.inside()
    folders = picture_folders(_path(entry).as_posix() for entry in archive.entries)
    entries = [
        entry
        for entry in sorted(archive.entries, key=lambda one: one.filename)
        if not _is_hidden(_path(entry))
        and not _is_below(_path(entry), folders)
        and not members.is_beside(entry.filename)
    ]
    described = _described(archive, entries, told)
    found: list[Record | Refused] = []
    for entry in entries:
        found += _entry(archive, entry, described.get(entry.filename, told), inside)
    if not found:
        raise UnreadableFileError("intake.archive_nothing")
    return tuple(found)


def _described(
    archive: Archive, entries: Sequence[zipfile.ZipInfo], told: Told
) -> dict[str, Told | Refused]:
    """What the bibliographies in an archive say of the files in it, by their names."""
    known = {one.filename: found for one in entries if (found := _bibliography(archive, one))}
    if not known:
        return {}
    names = {_path(one).as_posix(): one.filename for one in entries if one.filename not in known}
    claims = Claims(names)
    said: dict[str, Told | Refused] = {
        name: replace(told, taken=claims.of(name.replace("\\", "/"), found))
        for name, found in known.items()
    }
    for path, title in claims.passed.items():
        reason = Message("intake.other_attachment", {"title": title})
        said[names[path]] = Refused(printable(names[path]), reason)
    for path, container in claims.stated.items():
        said[names[path]] = replace(told, container=container)
    return said


def _bibliography(archive: Archive, entry: zipfile.ZipInfo) -> Bibliography | None:
    """The items of an entry that is a bibliography; trouble with it is told when it is read."""
    if PurePosixPath(entry.filename.lower()).suffix not in {".json", *SUFFIXES}:
        return None
    try:
        if not may_be_bibliography(entry.filename, archive.head(entry, HEAD)):
            return None
        return bibliography(entry.filename, archive.content(entry))
    except UnreadableFileError:
        return None


def _entry(
    archive: Archive, entry: zipfile.ZipInfo, told: Told | Refused, inside: Nesting
) -> tuple[Record | Refused, ...]:
    if isinstance(told, Refused):
        return (told,)
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
