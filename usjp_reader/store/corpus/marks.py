"""What the reader's changes say about articles, replayed from the log: flags, passages, tags."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.store.corpus import meta

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from usjp_reader.domain.changes import Change, ItemChange, Values

READ, STARRED, PASSAGE, TAG = "read", "starred", "passage", "tag"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing the reader said of an article; `item` is the change's item it came from."""

    uid: str
    kind: str
    value: str
    item: str


def applied(connection: sqlite3.Connection) -> int:
    """Number of the last change that was replayed here."""
    return meta.number(connection, meta.APPLIED_SEQ)


def replay(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Make the marks say what the log says after `changes`, which follow those replayed before."""
    last = applied(connection)
    for change in changes:
        if change.seq <= last:
            continue
        for item in change.items:
            _apply(connection, item)
        last = change.seq
    meta.write(connection, meta.APPLIED_SEQ, last)


def _apply(connection: sqlite3.Connection, item: ItemChange) -> None:
    if item.before is not None:
        connection.executemany(
            "DELETE FROM mark WHERE uid = ? AND kind = ? AND value = ? AND item = ?",
            [(m.uid, m.kind, m.value, m.item) for m in _marks(item.noun, item.key, item.before)],
        )
    if item.after is not None:
        connection.executemany(
            "INSERT INTO mark VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(m.uid, m.kind, m.value, m.item) for m in _marks(item.noun, item.key, item.after)],
        )


def _marks(noun: str, key: str, values: Values) -> Iterator[Mark]:
    uid = str(values.get("article", ""))
    if noun == "flag":
        yield Mark(uid, str(values["flag"]), "", key)
    elif noun == "passage":
        yield Mark(uid, PASSAGE, "", key)
        for tag in json.loads(str(values["tags"])):
            yield Mark(uid, TAG, tag, key)


def ids_by_mark(connection: sqlite3.Connection) -> dict[tuple[str, str], list[int]]:
    """Row ids of the articles that bear each (kind, value)."""
    found: dict[tuple[str, str], list[int]] = {}
    rows = connection.execute(
        "SELECT DISTINCT mark.kind, mark.value, article.id FROM mark"
        " JOIN article ON article.uid = mark.uid"
    )
    for kind, value, row_id in rows.fetchall():
        found.setdefault((kind, value), []).append(row_id)
    return found


def kinds_of(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, set[str]]:
    """Which kinds of marks each of these articles bears."""
    marks = ", ".join("?" * len(uids))
    rows = connection.execute(
        f"SELECT DISTINCT uid, kind FROM mark WHERE uid IN ({marks})", tuple(uids)
    )
    found: dict[str, set[str]] = {uid: set() for uid in uids}
    for uid, kind in rows.fetchall():
        found[uid].add(kind)
    return found
