"""Row ids in order of date, and the tail of late arrivals that folds into them.

Dense ids in order of date make "newest first" free and facets small; both are private to the store
and the search. Undated articles come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.knowledge.deriving import DERIVER
from usjp_reader.store.corpus import meta, words
from usjp_reader.store.corpus.bitmaps import BitmapEditor

if TYPE_CHECKING:
    import sqlite3

    from usjp_reader.store.corpus.words import Lately

FOLD_AT_ONCE = 1_000
"""Libraries up to this size are renumbered after every import: it takes a second at most."""
_TAIL_SHARE = 0.05
"""Larger libraries wait until the tail is this share of the whole."""


def tail_length(connection: sqlite3.Connection) -> int:
    """How many articles are not in order of date."""
    ordered = meta.number(connection, meta.ORDERED)
    row = connection.execute("SELECT count(*) FROM article WHERE id > ?", (ordered,)).fetchone()
    return int(row[0])


def is_due(connection: sqlite3.Connection) -> bool:
    """Whether the tail should be folded in now."""
    tail = tail_length(connection)
    total = int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    holes = meta.number(connection, meta.ORDERED) > total
    return (tail > 0 or holes) and (total <= FOLD_AT_ONCE or tail > total * _TAIL_SHARE)


def require_current_index(connection: sqlite3.Connection) -> None:
    """Fill the index again if another version of the derivation filled it.

    Forgetting an article tells the index its old words again: they must be the same words.
    """
    if meta.text(connection, meta.DERIVER) != DERIVER:
        fold(connection)


def fold(connection: sqlite3.Connection, lately: Lately | None = None) -> None:
    """Number every article anew, in order of date; the caller holds the transaction.

    Args:
        connection: The writer's.
        lately: What the index was told a moment ago.
    """
    rows = connection.execute(
        "SELECT id FROM article ORDER BY earliest IS NULL, earliest, latest, uid"
    ).fetchall()
    new_ids = {old: new for new, (old,) in enumerate(rows, start=1)}
    bitmaps = BitmapEditor(connection)
    bitmaps.renumber(new_ids)
    bitmaps.write(connection)
    # Two steps, so that no id is held by two articles on the way.
    connection.executemany(
        "UPDATE article SET id = ? WHERE id = ?", [(-new, old) for old, new in new_ids.items()]
    )
    connection.execute("UPDATE article SET id = -id")
    if lately is not None:
        lately.renumber(new_ids)
    words.refill(connection, lately)
    meta.write(connection, meta.DERIVER, DERIVER)
    meta.write(connection, meta.ORDERED, len(new_ids))
    meta.raise_by_one(connection, meta.INDEX_EPOCH)
    meta.raise_by_one(connection, meta.FACETS)
    meta.raise_by_one(connection, meta.REVISION)
