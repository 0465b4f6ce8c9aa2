"""Whole files read safely: only regular ones, never larger than we can use. No decoding."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 20 * 2**20
"""More than this is no article; a file is refused by its size before it is read."""

MAX_TABLE = 256 * 2**20
"""The same for files of many articles, of which each is limited by itself."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The content of a regular file of at most `limit` bytes.

    Raises:
        UnreadableFileError: It is gone, forbidden, too large, or no regular file.
    """
    try:
        handle = os.open(path, _FLAGS)  # O_NONBLOCK: a pipe must not make us wait
        try:
            return _content(handle, limit)
        finally:
            os.close(handle)
    except FileNotFoundError as error:
        raise UnreadableFileError("intake.gone") from error
    except PermissionError as error:
        raise UnreadableFileError("intake.no_permission") from error
    except OSError as error:
        raise UnreadableFileError("intake.disk", why=error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableFileError("intake.gone") from error


def too_large(limit: int) -> UnreadableFileError:
    """The trouble with a file of more than `limit` bytes."""
    key = "intake.too_large" if limit <= MAX_BYTES else "intake.too_large_table"
    return UnreadableFileError(key, limit=limit // 2**20)


def read_head(path: Path, size: int) -> bytes:
    """The first `size` bytes of a regular file, fewer where it is shorter; none when it is none."""
    try:
        handle = os.open(path, _FLAGS)
        try:
            return os.read(handle, size) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
        finally:
            os.close(handle)
    except (OSError, ValueError):
        return b""


def _content(handle: int, limit: int) -> bytes:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFileError("intake.not_regular")
    if status.st_size > limit:
        raise too_large(limit)
    parts, left = [], limit + 1  # one more, to notice a file that grows while it is read
    while left and (part := os.read(handle, min(left, 2**20))):
        parts.append(part)
        left -= len(part)
    if not left:
        raise too_large(limit)
    return b"".join(parts)
