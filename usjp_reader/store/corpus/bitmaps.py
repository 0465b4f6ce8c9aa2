"""Facet values as sets of article ids: stored as BLOBs, changed in memory, written by the batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pyroaring import BitMap

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

Key: TypeAlias = tuple[str, str]
"""(kind, value), such as ("person", "person/eisaku-sato")."""


def load(connection: sqlite3.Connection) -> dict[Key, BitMap]:
    """Every facet value with its articles."""
    rows = connection.execute("SELECT kind, value, ids FROM bitmap").fetchall()
    return {(kind, value): BitMap.deserialize(ids) for kind, value, ids in rows}


class BitmapEditor:
    """The bitmaps at one moment: changed in memory, written with each batch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._bitmaps = load(connection)
        self._changed: set[Key] = set()

    def add(self, row_id: int, keys: Iterable[Key]) -> None:
        """Put an article into the sets of its facet values."""
        for key in keys:
            ids = self._bitmaps.get(key)
            if ids is None:
                ids = self._bitmaps[key] = BitMap()
            ids.add(row_id)
            self._changed.add(key)

    def remove(self, row_id: int) -> None:
        """Take an article out of every set."""
        for key, ids in self._bitmaps.items():
            if row_id in ids:
                ids.remove(row_id)
                self._changed.add(key)

    def renumber(self, new_ids: Mapping[int, int]) -> None:
        """Give every article its new id; one without a new id is gone."""
        for key, ids in self._bitmaps.items():
            self._bitmaps[key] = BitMap(new_ids[old] for old in ids if old in new_ids)
            self._changed.add(key)

    def write(self, connection: sqlite3.Connection) -> None:
        """Store what changed since the last call; empty sets are forgotten."""
        for key in self._changed:
            ids = self._bitmaps.get(key)
            if not ids:
                self._bitmaps.pop(key, None)
                connection.execute("DELETE FROM bitmap WHERE kind = ? AND value = ?", key)
                continue
            connection.execute(
                "INSERT INTO bitmap VALUES (?, ?, ?)"
                " ON CONFLICT (kind, value) DO UPDATE SET ids = excluded.ids",
                (*key, ids.serialize()),
            )
        self._changed.clear()
