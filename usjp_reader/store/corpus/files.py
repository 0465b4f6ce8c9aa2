"""Source files and the records in them, as they were last met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.told import NOTHING, Told
from usjp_reader.store.corpus.articles import container_from_json, container_to_json
from usjp_reader.store.corpus.told import told_from_json, told_to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from usjp_reader.domain.articles import Container


@dataclass(frozen=True, slots=True)
class FileState:
    """A source file as it was last read.

    Attributes:
        sha: Hash of its bytes, or "" when it could not be read.
        failure: Why it could not be read: "" when it could.
        told: What was known of it from elsewhere.
    """

    root: str
    path: str
    sha: str
    size: int
    mtime_ns: int
    failure: str = ""
    told: Told = NOTHING


@dataclass(frozen=True, slots=True)
class RecordState:
    """Which article one record of a file is."""

    member: str
    uid: str
    text_sha: str
    container: Container


def known(connection: sqlite3.Connection, root: str) -> dict[str, FileState]:
    """The files of a root that were there when they were last looked for, by their paths."""
    rows = connection.execute(
        "SELECT root, path, sha, size, mtime_ns, coalesce(failure, ''), told FROM file"
        " WHERE root = ? AND seen = 1",
        (root,),
    )
    return {
        path: FileState(root, path, sha, size, mtime_ns, failure, told_from_json(told))
        for root, path, sha, size, mtime_ns, failure, told in rows.fetchall()
    }


def save(connection: sqlite3.Connection, state: FileState, records: Iterable[RecordState]) -> None:
    """Note how a file was met, and which articles are in it now."""
    connection.execute(
        "INSERT INTO file (root, path, sha, size, mtime_ns, failure, told)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (root, path) DO UPDATE SET sha = excluded.sha, size = excluded.size,"
        " mtime_ns = excluded.mtime_ns, failure = excluded.failure, told = excluded.told, seen = 1",
        (
            state.root,
            state.path,
            state.sha,
            state.size,
            state.mtime_ns,
            state.failure or None,
            told_to_json(state.told),
        ),
    )
    file_id = connection.execute(
        "SELECT id FROM file WHERE root = ? AND path = ?", (state.root, state.path)
    ).fetchone()[0]
    connection.execute("DELETE FROM record WHERE file = ?", (file_id,))
    connection.executemany(
        "INSERT INTO record VALUES (?, ?, ?, ?, ?)",
        [(file_id, r.member, r.uid, r.text_sha, container_to_json(r.container)) for r in records],
    )


def touch(connection: sqlite3.Connection, state: FileState) -> None:
    """Note new times of a file whose bytes are the same."""
    connection.execute(
        "UPDATE file SET size = ?, mtime_ns = ?, seen = 1 WHERE root = ? AND path = ?",
        (state.size, state.mtime_ns, state.root, state.path),
    )


def mark_removed(connection: sqlite3.Connection, root: str, path: str) -> None:
    """Note that a file is gone. Its articles stay, and so does all the reader made."""
    connection.execute("UPDATE file SET seen = 0 WHERE root = ? AND path = ?", (root, path))


def records_of(connection: sqlite3.Connection, root: str, path: str) -> dict[str, tuple[str, str]]:
    """The (uid, text sha) of each record that a file held, by its member."""
    rows = connection.execute(
        "SELECT record.member, record.uid, record.text_sha FROM record"
        " JOIN file ON file.id = record.file WHERE file.root = ? AND file.path = ?",
        (root, path),
    )
    return {row[0]: (row[1], row[2]) for row in rows.fetchall()}


def records_with(connection: sqlite3.Connection, text_sha: str) -> list[tuple[str, Container]]:
    """The (uid, container) of each record in any file that has this text."""
    rows = connection.execute(
        "SELECT uid, container FROM record WHERE text_sha = ? ORDER BY file, member", (text_sha,)
    )
    return [(uid, container_from_json(container)) for uid, container in rows.fetchall()]


def sources_of(connection: sqlite3.Connection, uid: str) -> int:
    """How many records are this article."""
    row = connection.execute("SELECT count(*) FROM record WHERE uid = ?", (uid,)).fetchone()
    return int(row[0])
