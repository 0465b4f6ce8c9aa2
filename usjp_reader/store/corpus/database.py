"""`corpus.db`: one connection for each thread that reads, one for the one that writes."""

from __future__ import annotations

import logging
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import LibraryDamagedError, LibraryError
from usjp_reader.store.connection import (
    CORPUS_APPLICATION_ID,
    connect_corpus,
    connect_looking,
    header,
    transaction,
    translated,
)
from usjp_reader.store.corpus import salvage, schema

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

log = logging.getLogger(__name__)


class CorpusDatabase:
    """The database of articles; made new where it is missing, damaged or of another form."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open or make the database.

        Args:
            path: The file.
            read_only: A command that only reads; nothing is made or set aside.

        Raises:
            LibraryError: It can be neither opened nor made, or is none that could be read.
        """
        self.path = path
        self._local = threading.local()
        self._writing = threading.Lock()
        if not read_only:
            self._make_sure()
        elif not self._is_ours():
            raise LibraryError("store.other_index", library=str(path.parent))

    def reader(self) -> sqlite3.Connection:
        """This thread's connection for reading."""
        connection: sqlite3.Connection | None = getattr(self._local, "reader", None)
        if connection is None:
            connection = connect_corpus(self.path, writer=False)
            self._local.reader = connection
        return connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, with errors made ours."""
        with translated(self.path):
            yield self.reader()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction on the connection for writing; other writers wait their turn."""
        with self._writing, translated(self.path):
            connection: sqlite3.Connection | None = getattr(self._local, "writer", None)
            if connection is None:
                connection = connect_corpus(self.path, writer=True)
                self._local.writer = connection
            with transaction(connection):
                yield connection

    def close(self) -> None:
        """Close this thread's connections; those of ended threads went with their threads."""
        for name in ("reader", "writer"):
            connection: sqlite3.Connection | None = getattr(self._local, name, None)
            if connection is not None:
                connection.close()
                delattr(self._local, name)

    def _make_sure(self) -> None:
        if self.path.exists() and not self._is_ours():
            self._set_aside()
        if not self.path.exists():
            connection = connect_corpus(self.path, writer=True)
            with translated(self.path):
                schema.create(connection)
            connection.close()

    def _is_ours(self) -> bool:
        try:
            connection = connect_looking(self.path)
        except LibraryDamagedError:
            return False
        try:
            with translated(self.path):
                return header(connection) == (CORPUS_APPLICATION_ID, schema.VERSION)
        except LibraryDamagedError:
            return False
        finally:
            connection.close()

    def _tail(self, ending: str) -> Path:
        return self.path.with_name(self.path.name + ending)

    def _set_aside(self) -> None:
        """Keep what we cannot read, whatever was kept before: `salvage` may get texts out of it."""
        log.warning("%s is damaged or of another version and is built again", self.path.name)
        aside = salvage.free_name(self.path)
        try:
            self._tail("-shm").unlink(missing_ok=True)
            if self._tail("-wal").exists():  # part of it; left behind it would harm the new one
                os.replace(self._tail("-wal"), aside.with_name(aside.name + "-wal"))
            os.replace(self.path, aside)
        except OSError as error:
            raise LibraryError(
                "store.io_error", file=self.path.name, library=str(self.path.parent)
            ) from error
