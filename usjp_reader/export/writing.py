"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from usjp_reader.config.durable import settle
from usjp_reader.domain.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable

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
