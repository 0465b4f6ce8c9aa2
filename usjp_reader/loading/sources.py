"""What is to be loaded: files below a root, kept originals, specimens; alike to the loader."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from usjp_reader.domain.told import NOTHING
from usjp_reader.intake.readers import most_bytes
from usjp_reader.intake.reading_files import read_bytes, read_head

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from usjp_reader.domain.articles import Record
    from usjp_reader.domain.messages import Message
    from usjp_reader.domain.told import Told


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be loaded.

    Attributes:
        root: Id of its root.
        path: Path below the root, with `/`.
        label: What the root is called.
        shown: The file as the report names it.
        size: Bytes, or 0 where they were not counted.
        mtime_ns: When it was changed, or 0.
        read: Gives its bytes; may raise UnreadableFileError.
        reason: Why it is not read at all, or None.
        known: (uid, record) of an article whose file is lost; `read` is not called then.
        told: What is known of it from elsewhere.
        head: Gives its first bytes, without complaint; None where `read` is as quick.
        pages: Files that show its pages, in order. They are read as articles only if it cannot be.
    """

    root: str
    path: str
    label: str
    shown: str
    size: int
    mtime_ns: int
    read: Callable[[], bytes]
    reason: Message | None = None
    known: tuple[str, Record] | None = None
    told: Told = NOTHING
    head: Callable[[int], bytes] | None = None
    pages: tuple[Source, ...] = ()


def file_source(
    root: str, path: str, label: str, file: Path, shown: str, reason: Message | None = None
) -> Source:
    """A file on the disk; one that cannot be looked at is found out when it is read."""
    try:
        status = file.stat()
        size, mtime_ns = status.st_size, status.st_mtime_ns
    except (OSError, ValueError):
        size, mtime_ns = 0, 0
    read = partial(read_bytes, file, most_bytes(path))
    return Source(
        root, path, label, shown, size, mtime_ns, read, reason, head=partial(read_head, file)
    )
