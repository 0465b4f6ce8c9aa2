"""Connections to the library's databases and the one place where SQLite's errors become ours.

No business of articles or passages here. Plain `sqlite3`: sqlite-utils costs 80 ms to import and is
loaded by the modules that write.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.domain.errors import (
    DiskFullError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryError,
    LibraryReadOnlyError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

log = logging.getLogger(__name__)

Connection: TypeAlias = sqlite3.Connection
"""What rooms that know no SQL call a connection that they only hand on."""

USER_APPLICATION_ID = 0x55534A50  # "USJP"
CORPUS_APPLICATION_ID = 0x55534A43  # "USJC"

_MAX_VALUE_BYTES = 256 * 1024 * 1024
_MAX_SQL_BYTES = 1024 * 1024

_COMMON = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_size_limit=16777216",
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the file at `path` into errors the reader can act on."""
    try:
        yield
    except sqlite3.Error as error:
        raise _as_library_error(error, path) from error


def _as_library_error(error: sqlite3.Error, path: Path) -> Exception:
    name = getattr(error, "sqlite_errorname", "") or ""
    where = str(path.parent)
    log.warning("%s: %s (%s)", path.name, error, name)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LibraryBusyError("store.busy", library=where)
    if name.startswith("SQLITE_FULL"):
        return DiskFullError("store.disk_full", library=where)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return LibraryReadOnlyError("store.read_only", library=where)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return LibraryDamagedError("store.damaged", file=path.name, library=where)
    if name == "SQLITE_IOERR_LOCK" and not os.access(path, os.W_OK):
        return LibraryReadOnlyError("store.read_only", library=where)  # no lock for readers only
    if name.startswith("SQLITE_IOERR"):
        return LibraryError("store.io_error", file=path.name, library=where)
    return error


def connect_user(path: Path, check: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    """The one connection that owns `user.db`: exclusive lock, every commit on the disk.

    Args:
        path: The database; made when it is missing.
        check: Looks at what is there and raises before a byte of it is changed.

    Raises:
        LibraryBusyError: Somebody else holds it.
        LibraryError: It cannot be opened for another reason.
    """
    with translated(path):
        connection = _connected(path, timeout=0.2)
        connection.text_factory = _readable
        with _closed_on_error(connection):
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            check(connection)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
        return connection


def connect_corpus(path: Path, *, writer: bool) -> sqlite3.Connection:
    """A connection to `corpus.db`; readers cannot write and never checkpoint."""
    with translated(path):
        connection = _connected(path, timeout=5.0)
        with _closed_on_error(connection):
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            if not writer:
                connection.execute("PRAGMA wal_autocheckpoint=0")
                connection.execute("PRAGMA query_only=ON")
        return connection


def connect_looking(path: Path) -> sqlite3.Connection:
    """A connection that only looks: at a private copy, or at what a file is."""
    with translated(path):
        connection = _connected(path, timeout=0.2)
        connection.text_factory = _readable
        with _closed_on_error(connection):
            connection.execute("PRAGMA query_only=ON")
        return connection


def _connected(path: Path, timeout: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _MAX_SQL_BYTES)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 2)
    with _closed_on_error(connection):
        for pragma in _COMMON:
            connection.execute(pragma)
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """Let go of a database that is refused: its lock must not live as long as the error does."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _readable(data: bytes) -> str:
    """Text as it is stored; where it is damaged, as much of it as can be read."""
    return data.decode("utf-8", "replace")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside is committed together, or nothing is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    try:
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def header(connection: sqlite3.Connection) -> tuple[int, int]:
    """The application id and user version that a database states."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return int(application), int(version)
