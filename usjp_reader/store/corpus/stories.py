"""Which articles print one story: samples of their words, who shares with whom, and the groups.

Articles are known here by numbers of their own, which no renumbering of rows touches.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.store.corpus.codec import decode_lines

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from usjp_reader.domain.texts import Line, Readings

TABLES = (
    # The sampled hashes of an article; `linked` is 0 until its kin was looked for.
    """CREATE TABLE sketch (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, sample BLOB NOT NULL,
        linked INTEGER NOT NULL)""",
    "CREATE INDEX sketch_pending ON sketch (id) WHERE linked = 0",
    """CREATE TABLE shingle (
        hash INTEGER NOT NULL, sketch INTEGER NOT NULL, PRIMARY KEY (hash, sketch))
        WITHOUT ROWID""",
    # Two articles that print one story, once in each direction.
    """CREATE TABLE kin (
        one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID""",
    # The stories of more than one article; a story is named by the first uid among its members.
    "CREATE TABLE story (uid TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX story_members ON story (story)",
)

_PER_HASH = 64
"""Articles that one hash may bring up: of a sentence that stands everywhere, a few are enough."""
_HASHES_AT_ONCE, _NO_HASH = 16, -1
_SHARING = " UNION ALL ".join(
    [f"SELECT sketch FROM (SELECT sketch FROM shingle WHERE hash = ? LIMIT {_PER_HASH})"]
    * _HASHES_AT_ONCE
)
_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article as its kin is looked for."""

    id: int
    uid: str
    sample: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StoredText:
    """What is compared of a stored article."""

    text: str
    lines: tuple[Line, ...]
    readings: Readings
    days: Days | None


def save(connection: sqlite3.Connection, uid: str, sample: Sequence[int]) -> None:
    """Keep the sample of a new or a newly read article, whose kin is then to be looked for."""
    forget(connection, uid)
    connection.execute(
        "INSERT INTO sketch (uid, sample, linked) VALUES (?, ?, 0)",
        (uid, array("I", sample).tobytes()),
    )


def forget(connection: sqlite3.Connection, uid: str) -> None:
    """Take an article out of its story; those it held together are looked at again."""
    row = connection.execute("SELECT id, sample FROM sketch WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        return
    number = row[0]
    connection.executemany(
        "DELETE FROM shingle WHERE hash = ? AND sketch = ?",
        [(one, number) for one in _hashes(row[1])],
    )
    connection.execute(
        "UPDATE sketch SET linked = 0 WHERE id IN (SELECT other FROM kin WHERE one = ?)", (number,)
    )
    connection.execute("DELETE FROM kin WHERE one = ?1 OR other = ?1", (number,))
    connection.execute("DELETE FROM story WHERE uid = ?", (uid,))
    connection.execute("DELETE FROM sketch WHERE id = ?", (number,))


def pending(connection: sqlite3.Connection, limit: int) -> tuple[Sketch, ...]:
    """Articles whose kin is to be looked for."""
    rows = connection.execute(
        "SELECT id, uid, sample FROM sketch WHERE linked = 0 ORDER BY id LIMIT ?", (limit,)
    )
    return tuple(Sketch(row[0], row[1], _hashes(row[2])) for row in rows.fetchall())


def pending_count(connection: sqlite3.Connection) -> int:
    """How many articles are yet to be looked at."""
    row = connection.execute("SELECT count(*) FROM sketch WHERE linked = 0").fetchone()
    return int(row[0])


def make_findable(connection: sqlite3.Connection, sketches: Iterable[Sketch]) -> None:
    """Let articles be found by their samples."""
    connection.executemany(
        "INSERT INTO shingle VALUES (?, ?) ON CONFLICT DO NOTHING",
        sorted((one, sketch.id) for sketch in sketches for one in sketch.sample),
    )


def candidates(connection: sqlite3.Connection, sketch: Sketch) -> tuple[tuple[int, str], ...]:
    """The (number, uid) of the few articles that share most of a sample with `sketch`."""
    shared: Counter[int] = Counter()
    for at in range(0, len(sketch.sample), _HASHES_AT_ONCE):
        hashes = sketch.sample[at : at + _HASHES_AT_ONCE]
        padded = (*hashes, *[_NO_HASH] * (_HASHES_AT_ONCE - len(hashes)))
        shared.update(chain.from_iterable(connection.execute(_SHARING, padded).fetchall()))
    del shared[sketch.id]
    least = 1 if len(sketch.sample) < 8 else 2
    best = [number for number, count in shared.most_common(_CANDIDATES) if count >= least]
    marks = ", ".join("?" * len(best))
    rows = connection.execute(f"SELECT id, uid FROM sketch WHERE id IN ({marks}) ORDER BY id", best)
    return tuple((row[0], row[1]) for row in rows.fetchall())


def join(connection: sqlite3.Connection, sketch: Sketch, kin: Sequence[int]) -> None:
    """Note whom an article shares its story with, and that it was looked at."""
    pairs = [pair for other in kin for pair in ((sketch.id, other), (other, sketch.id))]
    connection.executemany("INSERT INTO kin VALUES (?, ?) ON CONFLICT DO NOTHING", pairs)
    connection.execute("UPDATE sketch SET linked = 1 WHERE id = ?", (sketch.id,))


def regroup(connection: sqlite3.Connection, numbers: Iterable[int]) -> bool:
    """Work out the stories again that these articles belong to, or did.

    Returns:
        Whether any story is another one now.
    """
    seen: set[int] = set()
    changed = False
    for number in numbers:
        if number in seen:
            continue
        group = _component(connection, number)
        seen |= group
        uids = sorted(_uids(connection, sorted(group)))
        wanted = [(uid, uids[0]) for uid in uids] if len(uids) > 1 else []
        if wanted == _rows(connection, uids[0]):
            continue
        changed = True
        connection.executemany("DELETE FROM story WHERE uid = ?", [(uid,) for uid in uids])
        connection.executemany("INSERT INTO story VALUES (?, ?)", wanted)
    return changed


def _component(connection: sqlite3.Connection, number: int) -> set[int]:
    group, todo = {number}, [number]
    while todo:
        rows = connection.execute("SELECT other FROM kin WHERE one = ?", (todo.pop(),)).fetchall()
        new = {row[0] for row in rows} - group
        group |= new
        todo.extend(new)
    return group


def _uids(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    rows = [
        connection.execute("SELECT uid FROM sketch WHERE id = ?", (number,)).fetchone()
        for number in numbers
    ]
    return [str(row[0]) for row in rows if row]


def members(connection: sqlite3.Connection, uid: str) -> tuple[str, ...]:
    """The uids of all articles of the story that an article belongs to, its own among them."""
    return tuple(member for member, _ in _rows(connection, uid))


def _rows(connection: sqlite3.Connection, uid: str) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT uid, story FROM story WHERE story = (SELECT story FROM story WHERE uid = ?)"
        " ORDER BY uid",
        (uid,),
    ).fetchall()


def by_row(connection: sqlite3.Connection) -> dict[int, str]:
    """The story of each article that shares one, by row id."""
    rows = connection.execute(
        "SELECT article.id, story.story FROM story JOIN article ON article.uid = story.uid"
    )
    return dict(rows.fetchall())


def stored_text(connection: sqlite3.Connection, uid: str) -> StoredText:
    """The text of an article with its labels and the days it may have been published.

    Raises:
        KeyError: There is no such article.
    """
    row = connection.execute(
        "SELECT text.text, article.details, article.earliest, article.latest FROM article"
        " JOIN text ON text.sha = article.text_sha WHERE article.uid = ?",
        (uid,),
    ).fetchone()
    if row is None:
        raise KeyError(uid)
    text, details, earliest, latest = row
    days = (
        Days(date.fromordinal(earliest), date.fromordinal(latest)) if earliest is not None else None
    )
    return StoredText(text, *decode_lines(details), days)


def _hashes(data: bytes) -> tuple[int, ...]:
    found = array("I")
    found.frombytes(data)
    return tuple(found)
