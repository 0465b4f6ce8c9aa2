"""Which lines stand in many articles of one source, and the short lines that tell so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

TABLES = (
    # The short lines of an article, and which of them it was told repeat, when it was read last.
    """CREATE TABLE trace (
        source TEXT NOT NULL, uid TEXT NOT NULL, lines BLOB NOT NULL, told TEXT NOT NULL,
        PRIMARY KEY (source, uid)) WITHOUT ROWID""",
    "CREATE INDEX trace_uid ON trace (uid)",
    # Lines that stand in `articles` of the `of` articles of a source that were counted.
    """CREATE TABLE repeated (
        source TEXT NOT NULL, line TEXT NOT NULL, articles INTEGER NOT NULL, of INTEGER NOT NULL,
        PRIMARY KEY (source, line)) WITHOUT ROWID""",
    # Sources whose lines are to be counted again.
    "CREATE TABLE repetition_due (source TEXT PRIMARY KEY) WITHOUT ROWID",
)


@dataclass(frozen=True, slots=True)
class Trace:
    """The short lines of an article.

    Attributes:
        lines: As `intake/cleaning/repetition.py` packs them.
        told: Fingerprint of those that it was told repeat, "" for none.
    """

    uid: str
    lines: bytes
    told: str


@dataclass(frozen=True, slots=True)
class RepeatedLine:
    """A folded line that stands in many articles of a source."""

    line: str
    articles: int
    of: int


def save(connection: sqlite3.Connection, source: str, uid: str, lines: bytes, told: str) -> None:
    """Keep the short lines of an article; its source is due if they are others than before."""
    new = (source, lines, told)
    was = connection.execute("SELECT source, lines, told FROM trace WHERE uid = ?", (uid,))
    old = was.fetchone()
    if old == new:
        return
    if old is not None:
        connection.execute("DELETE FROM trace WHERE uid = ?", (uid,))
        _make_due(connection, old[0])
    connection.execute("INSERT INTO trace VALUES (?, ?, ?, ?)", (source, uid, lines, told))
    _make_due(connection, source)


def _make_due(connection: sqlite3.Connection, source: str) -> None:
    connection.execute("INSERT INTO repetition_due VALUES (?) ON CONFLICT DO NOTHING", (source,))


def due(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Sources whose lines are to be counted."""
    rows = connection.execute("SELECT source FROM repetition_due ORDER BY source").fetchall()
    return tuple(row[0] for row in rows)


def done(connection: sqlite3.Connection, sources: Iterable[str]) -> None:
    """Note that the lines of sources were counted, and that their articles know."""
    connection.executemany(
        "DELETE FROM repetition_due WHERE source = ?", [(source,) for source in sources]
    )


def traces(
    connection: sqlite3.Connection, source: str, limit: int | None = None
) -> Iterator[Trace]:
    """The articles of a source in order of their uids, not more than `limit`."""
    rows = connection.execute(
        "SELECT uid, lines, told FROM trace WHERE source = ? ORDER BY uid LIMIT ?",
        (source, -1 if limit is None else limit),
    )
    return (Trace(*row) for row in rows)


def trace(connection: sqlite3.Connection, uid: str) -> tuple[str, bytes]:
    """The source of an article and its short lines; of one that is unknown, nothing."""
    row = connection.execute("SELECT source, lines FROM trace WHERE uid = ?", (uid,)).fetchone()
    return (row[0], row[1]) if row else ("", b"")


def lines(connection: sqlite3.Connection, source: str) -> tuple[RepeatedLine, ...]:
    """The lines that repeat in a source."""
    rows = connection.execute(
        "SELECT line, articles, of FROM repeated WHERE source = ? ORDER BY line", (source,)
    )
    return tuple(RepeatedLine(*row) for row in rows.fetchall())


def set_lines(connection: sqlite3.Connection, source: str, found: Iterable[RepeatedLine]) -> None:
    """Say which lines repeat in a source."""
    connection.execute("DELETE FROM repeated WHERE source = ?", (source,))
    connection.executemany(
        "INSERT INTO repeated VALUES (?, ?, ?, ?)",
        [(source, one.line, one.articles, one.of) for one in found],
    )
