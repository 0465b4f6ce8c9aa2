"""Zip files read safely: names are labels only, everything is counted while it is read.

Limits as measured against bombs; see D. Fifield, "A better zip bomb" (2019), for what they are for.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers.nesting import Nesting

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_ENTRY_BYTES = 200 * 2**20
_RATIO = 200
_RATIO_FROM = 2**20
"""Smaller entries may well shrink more than that."""
_ENCRYPTED = 0x1
_PIECE = 2**16
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened zip file; reading an entry counts against the limits of the outermost file.

    Attributes:
        entries: Its files in order; folders and links are left out.
    """

    _zip: zipfile.ZipFile
    entries: tuple[zipfile.ZipInfo, ...]
    _nesting: Nesting

    @classmethod
    def of(cls, data: bytes, nesting: Nesting | None = None) -> Archive:
        """Open an archive.

        Args:
            data: The whole of it.
            nesting: Where it lies.

        Raises:
            UnreadableFileError: It is none, is cut off, or is built to do harm.
        """
        if not data:
            raise UnreadableFileError("intake.empty")
        nesting = nesting or Nesting()
        try:
            opened = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise UnreadableFileError("intake.archive_broken") from error
        infos = opened.infolist()
        nesting.count_entries(len(infos))
        if _overlap(infos):
            raise UnreadableFileError("intake.archive_bomb")
        files = (info for info in infos if not info.is_dir() and not _is_link(info))
        return cls(opened, tuple(files), nesting)

    def has(self, name: str) -> bool:
        """Whether there is an entry of that name."""
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The content of the last entry of that name.

        Raises:
            UnreadableFileError: There is none, it is damaged, encrypted or too large.
        """
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise UnreadableFileError("intake.archive_missing", entry=printable(name))
        return self.content(info)

    def content(self, entry: zipfile.ZipInfo) -> bytes:
        """What is in an entry, whatever it says of its own size.

        Raises:
            UnreadableFileError: It is damaged, encrypted or too large.
        """
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableFileError("intake.encrypted_entry")
        most = min(MOST_ENTRY_BYTES, max(_RATIO_FROM, entry.compress_size * _RATIO))
        pieces, size = [], 0
        try:
            with self._zip.open(entry) as file:
                while piece := file.read(_PIECE):
                    size += len(piece)
                    if size > most:
                        raise UnreadableFileError("intake.archive_bomb")
                    self._nesting.count_bytes(len(piece))
                    pieces.append(piece)
        except _DAMAGES as error:
            raise UnreadableFileError("intake.entry_damaged") from error
        return b"".join(pieces)

    def head(self, entry: zipfile.ZipInfo, size: int) -> bytes:
        """The first `size` bytes of an entry, to tell what it is; none where it cannot be read.

        They are not counted: whoever reads all of it will count them.
        """
        if entry.flag_bits & _ENCRYPTED:
            return b""
        try:
            with self._zip.open(entry) as file:
                return file.read(size)
        except _DAMAGES:
            return b""

    def hollowed(self, changed: Callable[[str, bytes], bytes]) -> bytes:
        """A copy for a library that has no limits of its own: pictures and the like are empty.

        Args:
            changed: What becomes of each part of XML, by its name and content.

        Raises:
            UnreadableFileError: A part is damaged, encrypted or too large.
        """
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
            for name, entry in self._zip.NameToInfo.items():
                is_text = name.endswith((".xml", ".rels")) or name == "mimetype"
                copy.writestr(name, changed(name, self.content(entry)) if is_text else b"")
        return out.getvalue()


def printable(name: str) -> str:
    """The name of an entry as it can be shown: what cannot be shown is escaped."""
    shown = name.replace("\\", "/").encode("utf-8", "backslashreplace").decode("utf-8")
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:200]}…{shown[-60:]}"


def _is_link(info: zipfile.ZipInfo) -> bool:
    """Whether an entry is a link, whose content is only the name of something else."""
    return stat.S_ISLNK(info.external_attr >> 16)


def _overlap(infos: list[zipfile.ZipInfo]) -> bool:
    """Whether entries share bytes, as only bombs do."""
    places = sorted((info.header_offset, info.compress_size) for info in infos)
    ends = 0
    for offset, size in places:
        if offset < ends:
            return True
        ends = offset + size
    return False
