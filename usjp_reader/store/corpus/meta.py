"""Small facts about `corpus.db` itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLIED_SEQ = "applied_seq"
"""The last of the reader's changes that was replayed here."""
INDEX_EPOCH = "index_epoch"
"""Raised by each renumbering; row ids of an older epoch mean nothing."""
ORDERED = "ordered"
"""Row ids up to this one are in order of date; later ones are the tail."""
REVISION = "revision"
"""Raised by each batch that was written, so that what is kept in memory knows it is old."""

FACETS = "facets"
"""Raised by each batch of articles and each renumbering: who keeps bitmaps knows they are old."""

DERIVER = "deriver"
"""Version of the derivation that filled the full-text index."""

REANCHORED = "reanchored"
"""The revision up to which passages were looked for in texts that changed."""

FILLED = "filled"
"""Set once the corpus holds what it was made from; until then it is filled at the next start."""


def number(connection: sqlite3.Connection, key: str) -> int:
    """One of the numbers above."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else 0


def text(connection: sqlite3.Connection, key: str) -> str:
    """A fact in words, or "" where it is not known."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def write(connection: sqlite3.Connection, key: str, value: str | int) -> None:
    """Set a fact."""
    connection.execute(
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, str(value)),
    )


def raise_by_one(connection: sqlite3.Connection, key: str) -> None:
    """Count one of the numbers up."""
    write(connection, key, number(connection, key) + 1)
