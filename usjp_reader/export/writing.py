"""Files written whole or not at all, and file names made from titles."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from usjp_reader.config.durable import settle
from usjp_reader.domain.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_LONGEST = 120
"""Bytes of a file name without its suffix; most file systems allow 255 in all."""
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT))
_DENIED = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


def write_whole(
    path: Path,
    write: Callable[[TextIO], object],
    encoding: str = "utf-8",
    newline: str | None = "\n",
) -> None:
    """Let `write` fill a draft beside `path`, and give it that name once it is on the disk.

    A link keeps pointing where it points, and a file that is replaced hands on its permissions.

    Args:
        path: The file to be written.
        write: Writes to the open draft; what it raises passes through, and the draft is removed.
        encoding: Of the file; characters it does not know become question marks.
        newline: As for `open`.

    Raises:
        ExportError: `path` is a folder, may not be written, or the disk is full; what stood there
            is untouched.
    """
    target = Path(os.path.realpath(path))
    _refuse(path, target)
    draft = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("x", encoding=encoding, newline=newline, errors="replace") as out:
            write(out)
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        settle(draft, target)
    except OSError as error:
        raise _explained(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def safe_name(title: str) -> str:
    """A file name, without suffix, that every system takes, made from a title; never empty."""
    visible = "".join(
        " " if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else char
        for char in _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    )
    name = " ".join(visible.split()).strip(". ")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return _cut(name).rstrip(". ") or "untitled"


def numbered(name: str, taken: Collection[str]) -> str:
    """`name`, or `name 2` and so on where others have it, whatever their case."""
    used = {other.casefold() for other in taken}
    if name.casefold() not in used:
        return name
    return next(
        numbered_name
        for number in range(2, len(used) + 3)
        if (numbered_name := f"{name} {number}").casefold() not in used
    )


def _cut(name: str) -> str:
    """The start of a name, not cut within a character or between a letter and its mark."""
    encoded = name.encode("utf-8")
    if len(encoded) <= _LONGEST:
        return name
    kept = encoded[:_LONGEST].decode("utf-8", "ignore")
    while kept and unicodedata.combining(name[len(kept)]):
        kept = kept[:-1]
    return kept


def _refuse(path: Path, target: Path) -> None:
    if target.is_dir():
        raise ExportError("export.is_folder", path=str(path))
    if not target.parent.is_dir():
        raise ExportError("export.no_folder", path=str(target.parent))
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError("export.read_only", path=str(path))


def _explained(path: Path, error: OSError) -> ExportError:
    if error.errno in _FULL:
        return ExportError("export.disk_full", path=str(path))
    if error.errno in _DENIED:
        return ExportError("export.read_only", path=str(path))
    return ExportError("export.not_written", path=str(path), why=error.strerror or str(error))
