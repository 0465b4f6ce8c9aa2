"""Pictures of pages that nobody has read yet: an article of which there is no text."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Container
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers.pdf import scan_record

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Record

_BEGINNINGS = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
    b"BM",
    b"RIFF",
)


def read(_name: str, data: bytes) -> tuple[Record, ...]:
    """The one record of a picture; the picture itself is not looked at.

    Raises:
        UnreadableFileError: It is empty, or no picture.
    """
    if not data:
        raise UnreadableFileError("intake.empty")
    if not data.startswith(_BEGINNINGS):
        raise UnreadableFileError("intake.no_picture")
    return (scan_record(sha256(data).hexdigest()[:12], 1, Container()),)
