"""Zip files read safely: names are labels only, everything is counted while it is read.

Limits as measured against bombs; see D. Fifield, "A better zip bomb" (2019), for what they are for.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field

from usjp_reader.domain.errors import UnreadableFileError

MOST_ENTRIES = 20_000
MOST_BYTES = 2**30
"""All entries together, unpacked."""
MOST_ENTRY_BYTES = 200 * 2**20
_RATIO = 200
_RATIO_FROM = 2**20
"""Smaller entries may well shrink more than that."""
_ENCRYPTED = 0x1
_PIECE = 2**16
_LONGEST_NAME = 300


@dataclass
class Archive:
    """An opened zip file; reading an entry counts against the limits of the whole.

    Attributes:
        entries: The names of its files, in order, folders left out.
    """

    _zip: zipfile.ZipFile
    entries: tuple[str, ...]
    _read: int = field(default=0)

    @classmethod
    def of(cls, data: bytes) -> Archive:
        """Open an archive.

        Raises:
            UnreadableFileError: It is none, is cut off, or is built to do harm.
        """
        try:
            opened = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise UnreadableFileError("intake.archive_broken") from error
        infos = opened.infolist()
        if len(infos) > MOST_ENTRIES:
            raise UnreadableFileError("intake.archive_many", most=MOST_ENTRIES)
        if _overlap(infos):
            raise UnreadableFileError("intake.archive_bomb")
        return cls(opened, tuple(info.filename for info in infos if not info.is_dir()))

    def has(self, name: str) -> bool:
        """Whether there is an entry of that name."""
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The content of an entry.

        Raises:
            UnreadableFileError: There is none, it is damaged, encrypted or too large.
        """
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise UnreadableFileError("intake.archive_missing", entry=printable(name))
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableFileError("intake.encrypted_entry")
        try:
            return self._content(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise UnreadableFileError("intake.entry_damaged") from error

    def _content(self, info: zipfile.ZipInfo) -> bytes:
        """What is in an entry, whatever it says of its own size."""
        most = min(MOST_ENTRY_BYTES, max(_RATIO_FROM, info.compress_size * _RATIO))
        pieces, size = [], 0
        with self._zip.open(info) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                self._read += len(piece)
                if size > most or self._read > MOST_BYTES:
                    raise UnreadableFileError("intake.archive_bomb")
                pieces.append(piece)
        return b"".join(pieces)


def printable(name: str) -> str:
    """The name of an entry as it can be shown: what cannot be shown is escaped."""
    shown = name.replace("\\", "/").encode("utf-8", "backslashreplace").decode("utf-8")
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:200]}…{shown[-60:]}"


def _overlap(infos: list[zipfile.ZipInfo]) -> bool:
    """Whether entries share bytes, as only bombs do."""
    places = sorted((info.header_offset, info.compress_size) for info in infos)
    ends = 0
    for offset, size in places:
        if offset < ends:
            return True
        ends = offset + size
    return False
