"""The bitmaps of one state of the corpus, in memory, with the order of its row ids."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pyroaring import BitMap

from usjp_reader.store.corpus import bitmaps, marks, meta, stories

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from usjp_reader.store.corpus.bitmaps import Key
    from usjp_reader.store.corpus.database import CorpusDatabase


@dataclass(frozen=True)
class Index:
    """What the finder keeps in memory, for one revision of the corpus.

    Attributes:
        epoch: Row ids of another epoch mean nothing here.
        articles: Every article.
        undated: Articles without a date; they come last in every order of date.
        sets: Articles by (kind, value).
        tail: Row ids out of order, each with the ordered id it comes just after and its rank there.
        stories: The story of each article that is not the only one to print it, by row id.
        grouped: The articles that are in `stories`.
    """

    epoch: int
    state: tuple[int, int]
    articles: BitMap
    undated: BitMap
    sets: Mapping[Key, BitMap]
    tail: Mapping[int, tuple[int, int]]
    kinds: Mapping[str, tuple[str, ...]]
    stories: Mapping[int, int] = field(default_factory=dict)
    grouped: BitMap = field(default_factory=BitMap)

    def of(self, kind: str, value: str) -> BitMap:
        """The articles that have this value."""
        return self.sets.get((kind, value)) or BitMap()


class Order(Protocol):
    """Row ids in the order of a list, fetched by the page."""

    def __len__(self) -> int:
        """How many there are."""

    def page(self, offset: int, limit: int) -> list[int]:
        """At most `limit` of them from `offset` on."""


class Listed:
    """An order that is written out."""

    def __init__(self, ids: list[int]) -> None:
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    def page(self, offset: int, limit: int) -> list[int]:
        """At most `limit` row ids from `offset` on."""
        return self._ids[offset : offset + limit]


class ByDate:
    """The order of dates: nothing is written out as long as there is no tail to merge in."""

    def __init__(self, index: Index, ids: BitMap, *, newest_first: bool) -> None:
        self._dated, self._undated = ids - index.undated, ids & index.undated
        self._newest_first = newest_first
        self._merged = _merged(self._dated, index.tail)
        self._last = _merged(self._undated, index.tail)

    def __len__(self) -> int:
        return len(self._dated) + len(self._undated)

    def page(self, offset: int, limit: int) -> list[int]:
        """At most `limit` row ids from `offset` on."""
        end = min(offset + limit, len(self))
        if offset == 0 and end == len(self):
            return self._whole()
        return [self._at(position) for position in range(offset, end)]

    def _whole(self) -> list[int]:
        """All row ids, without working out the place of each."""
        dated = list(self._dated) if self._merged is None else self._merged
        undated = list(self._undated) if self._last is None else self._last
        return [*(reversed(dated) if self._newest_first else dated), *undated]

    def _at(self, position: int) -> int:
        dated = len(self._dated)
        if position >= dated:
            at = position - dated
            return self._last[at] if self._last is not None else int(self._undated[at])
        at = dated - 1 - position if self._newest_first else position
        return self._merged[at] if self._merged is not None else int(self._dated[at])


def _merged(ids: BitMap, tail: Mapping[int, tuple[int, int]]) -> list[int] | None:
    if not any(row_id in ids for row_id in tail):
        return None
    return sorted(ids, key=lambda row_id: tail.get(row_id, (row_id, -1)))


class IndexHolder:
    """The latest index of a corpus; read again when the corpus or the reader's marks changed."""

    def __init__(self, database: CorpusDatabase) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._index: Index | None = None

    def latest(self) -> Index:
        """The index of the corpus as it is now."""
        with self._database.reading() as connection, self._lock:
            state = (
                meta.number(connection, meta.REVISION),
                meta.number(connection, meta.APPLIED_SEQ),
            )
            if self._index is None or self._index.state != state:
                self._index = _read(connection, state)
            return self._index


def _read(connection: sqlite3.Connection, state: tuple[int, int]) -> Index:
    connection.execute("BEGIN")
    try:
        sets = bitmaps.load(connection)
        for key, ids in marks.ids_by_mark(connection).items():
            sets[key] = BitMap(ids)
        epoch = meta.number(connection, meta.INDEX_EPOCH)
        tail = _tail(connection)
        by_row = stories.by_row(connection)
    finally:
        connection.execute("COMMIT")
    kinds: dict[str, list[str]] = {}
    for kind, value in sets:
        kinds.setdefault(kind, []).append(value)
    return Index(
        epoch,
        state,
        sets.get(("all", ""), BitMap()),
        sets.get(("undated", ""), BitMap()),
        sets,
        tail,
        {kind: tuple(values) for kind, values in kinds.items()},
        _numbered(by_row),
        BitMap(by_row),
    )


def _numbered(by_row: Mapping[int, str]) -> dict[int, int]:
    numbers: dict[str, int] = {}
    return {row_id: numbers.setdefault(story, len(numbers)) for row_id, story in by_row.items()}


_BEFORE = (
    "SELECT id FROM article WHERE id <= ?1 AND (earliest, latest, uid) < (?2, ?3, ?4)"
    " ORDER BY earliest DESC, latest DESC, uid DESC LIMIT 1"
)
_BEFORE_UNDATED = (
    "SELECT id FROM article WHERE id <= ?1 AND earliest IS NULL AND latest IS NULL AND uid < ?4"
    " ORDER BY uid DESC LIMIT 1"
)


def _tail(connection: sqlite3.Connection) -> dict[int, tuple[int, int]]:
    """For each late article, the ordered id it comes just after, and its rank among them.

    This is the order that a renumbering gives them.
    """
    ordered = meta.number(connection, meta.ORDERED)
    late = connection.execute(
        "SELECT id, earliest, latest, uid FROM article WHERE id > ?"
        " ORDER BY earliest IS NULL, earliest, latest, uid",
        (ordered,),
    ).fetchall()
    found = {}
    for rank, (row_id, earliest, latest, uid) in enumerate(late):
        question = _BEFORE if earliest is not None else _BEFORE_UNDATED
        before = connection.execute(question, (ordered, earliest, latest, uid)).fetchone()
        found[row_id] = (before[0] if before else 0, rank)
    return found
