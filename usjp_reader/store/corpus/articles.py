"""Saving articles and reading them back by uid."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from usjp_reader.domain.articles import (
    Article,
    ArticleRow,
    Container,
    FieldValue,
    Locator,
    Metadata,
    Record,
    Snippet,
)
from usjp_reader.domain.dates import Dated, Edtf, Status
from usjp_reader.domain.errors import ArticleNotFoundError
from usjp_reader.domain.texts import TextVersion
from usjp_reader.store.corpus import meta, repetition, stories, words
from usjp_reader.store.corpus.codec import decode, decode_description, decode_lines
from usjp_reader.store.user.log import pages_from, pages_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from usjp_reader.domain.texts import Line, Readings
    from usjp_reader.store.corpus.bitmaps import BitmapEditor
    from usjp_reader.store.corpus.prepared import ArticleToSave

_T = TypeVar("_T")

_AT_ONCE = 500
"""Values a statement: SQLite allows only so many parameters."""

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: Brysbaert, 2019 (238); rounded down for names."""


def save(
    connection: sqlite3.Connection,
    bitmaps: BitmapEditor,
    uid: str,
    article: ArticleToSave,
    corrections: str = "",
    repeated: str = "",
) -> int:
    """Save a new article, or a new reading of a known one, in the tail.

    Args:
        connection: The writer's.
        bitmaps: The facet values, to be written with the batch.
        uid: Its id.
        article: The article, made ready.
        corrections: Fingerprint of the reader's corrections it was read with, "" for none.
        repeated: Fingerprint of the lines that it was told repeat in its source, "" for none.

    Returns:
        Its row id.
    """
    old = connection.execute("SELECT id, lineage FROM article WHERE uid = ?", (uid,)).fetchone()
    save_text(connection, article.version)
    if old is not None:
        words.remove(connection, old[0])
        bitmaps.remove(old[0])
        connection.execute("DELETE FROM article WHERE id = ?", (old[0],))
    lineage = _lineage(old[1] if old else "", article.version.sha)
    row_id = 1 + max(_highest_id(connection), meta.number(connection, meta.ORDERED))
    row = (row_id, uid, *article.columns, corrections, lineage, article.details)
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO article VALUES ({marks})", row)
    words.add(connection, row_id, article.indexed)
    bitmaps.add(row_id, article.keys)
    stories.save(connection, uid, article.sample)
    repetition.save(connection, article.source_key, uid, article.traces, repeated)
    return row_id


def _highest_id(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT coalesce(max(id), 0) FROM article").fetchone()
    return int(row[0])


def _lineage(known: str, sha: str) -> str:
    return " ".join((sha, *(other for other in known.split() if other != sha)))


def save_text(connection: sqlite3.Connection, version: TextVersion) -> None:
    """Keep a text version; one that is known is left as it is."""
    connection.execute(
        "INSERT INTO text VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha) DO NOTHING",
        (
            version.sha,
            version.normaliser,
            version.extractor,
            pages_json(version),
            version.text,
        ),
    )


def text(connection: sqlite3.Connection, sha: str) -> TextVersion | None:
    """A text version by its name, or None."""
    row = connection.execute(
        "SELECT text, normaliser, extractor, pages FROM text WHERE sha = ?", (sha,)
    ).fetchone()
    return TextVersion(row[0], sha, row[1], row[2], pages_from(row[3])) if row else None


def article(connection: sqlite3.Connection, uid: str) -> Article:
    """An article with everything that is known about it.

    Raises:
        ArticleNotFoundError: There is none with this uid.
    """
    row = connection.execute(
        "SELECT text_sha, details, words FROM article WHERE uid = ?", (uid,)
    ).fetchone()
    version = text(connection, row[0]) if row else None
    if row is None or version is None:
        raise ArticleNotFoundError("store.no_article", article=uid)
    details = decode(row[1])
    return Article(
        uid,
        version,
        details.metadata,
        details.published,
        details.lines,
        details.mentions,
        locators(connection, uid),
        details.dateline,
        details.agency,
        row[2],
        details.readings,
        details.about,
    )


def exists(connection: sqlite3.Connection, uid: str) -> bool:
    """Whether there is an article with this uid."""
    row = connection.execute("SELECT 1 FROM article WHERE uid = ?", (uid,)).fetchone()
    return row is not None


def record_of(connection: sqlite3.Connection, article: Article) -> Record:
    """The record that a stored article was read from, to be read again."""
    row = connection.execute(
        "SELECT member, container FROM record WHERE uid = ? ORDER BY file LIMIT 1", (article.uid,)
    ).fetchone()
    member, container = (row[0], container_from_json(row[1])) if row else ("", Container())
    return Record(member, article.version, container)


def lineage(connection: sqlite3.Connection, uid: str) -> tuple[str, ...]:
    """Names of the text versions of an article, the latest first."""
    row = connection.execute("SELECT lineage FROM article WHERE uid = ?", (uid,)).fetchone()
    return tuple(row[0].split()) if row else ()


def locators(connection: sqlite3.Connection, uid: str) -> tuple[Locator, ...]:
    """Where an article came from, files that are still there first."""
    rows = connection.execute(
        "SELECT file.root, file.path, record.member FROM record JOIN file ON file.id = record.file"
        " WHERE record.uid = ? ORDER BY file.seen DESC, file.id",
        (uid,),
    )
    return tuple(Locator(*row) for row in rows.fetchall())


def first_locators(connection: sqlite3.Connection, wanted: Sequence[str]) -> dict[str, Locator]:
    """The first of the `locators` of each article, by uid."""
    found: dict[str, Locator] = {}
    for part in _parts(wanted):
        rows = connection.execute(
            "SELECT record.uid, file.root, file.path, record.member FROM record"
            f" JOIN file ON file.id = record.file WHERE record.uid IN ({_marks(part)})"
            " ORDER BY file.seen DESC, file.id",
            part,
        )
        for uid, *place in rows.fetchall():
            found.setdefault(uid, Locator(*place))
    return found


def text_shas(connection: sqlite3.Connection, wanted: Sequence[str]) -> dict[str, str]:
    """The names of the present texts of those articles that are here, by uid."""
    found: dict[str, str] = {}
    for part in _parts(wanted):
        rows = connection.execute(
            f"SELECT uid, text_sha FROM article WHERE uid IN ({_marks(part)})", part
        )
        found.update(rows.fetchall())
    return found


def uid_of(connection: sqlite3.Connection, prefix: str) -> str:
    """The uid that begins with `prefix`.

    Raises:
        ArticleNotFoundError: None does, or several do.
    """
    escaped = prefix.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    rows = connection.execute(
        "SELECT uid FROM article WHERE uid LIKE ? || '%' ESCAPE '\\' LIMIT 2", (escaped,)
    ).fetchall()
    if not rows or not prefix:
        raise ArticleNotFoundError("store.no_article", article=prefix)
    if len(rows) > 1:
        raise ArticleNotFoundError("store.many_articles", article=prefix)
    return str(rows[0][0])


def uids_at(connection: sqlite3.Connection, root: str, path: str) -> tuple[str, ...]:
    """The articles that one file holds."""
    rows = connection.execute(
        "SELECT record.uid FROM record JOIN file ON file.id = record.file"
        " WHERE file.root = ? AND file.path = ? ORDER BY record.member",
        (root, path),
    )
    return tuple(row[0] for row in rows.fetchall())


def uids_named(connection: sqlite3.Connection, path: str) -> tuple[str, ...]:
    """The articles in files that bear this path, or this name, below any root."""
    rows = connection.execute(
        "SELECT DISTINCT record.uid FROM record JOIN file ON file.id = record.file"
        " WHERE file.path = ?1 OR substr(file.path, -length(?1) - 1) = '/' || ?1",
        (path,),
    )
    return tuple(row[0] for row in rows.fetchall())


_ROW_COLUMNS = (
    "article.id, article.uid, title, publisher, language, published, status, unconfirmed, words,"
    " lead, specimen"
)


def rows(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, ArticleRow]:
    """What lists show, without hits and the reader's flags, for row ids, by row id."""
    marks = ", ".join("?" * len(ids))
    found = connection.execute(
        f"SELECT {_ROW_COLUMNS} FROM article WHERE id IN ({marks})", tuple(ids)
    ).fetchall()
    return {row[0]: _as_row(row) for row in found}


def headings(connection: sqlite3.Connection, wanted: Sequence[str]) -> dict[str, ArticleRow]:
    """What lists show of articles, without hits and the reader's flags, by uid."""
    found: dict[str, ArticleRow] = {}
    for part in _parts(wanted):
        rows = connection.execute(
            f"SELECT {_ROW_COLUMNS} FROM article WHERE uid IN ({_marks(part)})", part
        )
        found.update((row[1], _as_row(row)) for row in rows.fetchall())
    return found


def descriptions(
    connection: sqlite3.Connection, wanted: Sequence[str]
) -> Iterator[tuple[Metadata, Dated]]:
    """The metadata and the dates of those of these articles that are here, in no order."""
    for part in _parts(wanted):
        rows = connection.execute(
            f"SELECT details FROM article WHERE uid IN ({_marks(part)})", part
        )
        yield from (decode_description(row[0]) for row in rows.fetchall())


def uids(connection: sqlite3.Connection, ids: Sequence[int]) -> frozenset[str]:
    """The uids of row ids."""
    found: set[str] = set()
    for part in _parts(ids):
        rows = connection.execute(f"SELECT uid FROM article WHERE id IN ({_marks(part)})", part)
        found.update(row[0] for row in rows.fetchall())
    return frozenset(found)


def _parts(values: Sequence[_T]) -> Iterator[tuple[_T, ...]]:
    """`values` in parts that are small enough for the parameters of one statement."""
    return (tuple(values[at : at + _AT_ONCE]) for at in range(0, len(values), _AT_ONCE))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _as_row(row: Sequence[Any]) -> ArticleRow:
    _, uid, title, publisher, language, published, status, guessed, word_count, lead, made = row
    value = Edtf.parse(published) if published else None
    return ArticleRow(
        uid=uid,
        title=title,
        publisher=publisher,
        published=Dated(value, status=Status(status)),
        language=language,
        words=word_count,
        minutes=max(1, round(word_count / WORDS_A_MINUTE)),
        snippet=Snippet(lead),
        is_specimen=bool(made),
        is_unconfirmed=bool(guessed),
    )


def stale(connection: sqlite3.Connection, stages: str) -> tuple[str, ...]:
    """Articles that were read with other versions of the stages than `stages`."""
    found = connection.execute("SELECT uid FROM article WHERE stages <> ? ORDER BY id", (stages,))
    return tuple(row[0] for row in found.fetchall())


def corrected_with(connection: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """The (source key, fingerprint) of each article that was read with corrections, by uid."""
    rows = connection.execute(
        "SELECT uid, source_key, corrections FROM article WHERE corrections <> ''"
    )
    return {row[0]: (row[1], row[2]) for row in rows.fetchall()}


def correction_states(
    connection: sqlite3.Connection, wanted: Sequence[str]
) -> dict[str, tuple[str, str]]:
    """The (source key, fingerprint) of those of these articles that are here, by uid."""
    found: dict[str, tuple[str, str]] = {}
    for part in _parts(wanted):
        rows = connection.execute(
            f"SELECT uid, source_key, corrections FROM article WHERE uid IN ({_marks(part)})", part
        )
        found.update((row[0], (row[1], row[2])) for row in rows.fetchall())
    return found


def texts_of_source(connection: sqlite3.Connection, source_key: str) -> Iterator[tuple[str, str]]:
    """The (uid, present text) of the articles of a source, by its key."""
    rows = connection.execute(
        "SELECT article.uid, text.text FROM article JOIN text ON text.sha = article.text_sha"
        " WHERE article.source_key = ?",
        (source_key,),
    )
    return ((row[0], row[1]) for row in rows)


def texts_by_uid(
    connection: sqlite3.Connection, wanted: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    """The (uid, source key, present text) of those of these articles that are here."""
    for part in _parts(wanted):
        yield from connection.execute(
            "SELECT article.uid, article.source_key, text.text FROM article"
            f" JOIN text ON text.sha = article.text_sha WHERE article.uid IN ({_marks(part)})",
            part,
        ).fetchall()


def container_to_json(container: Container) -> str:
    """What a container states, as JSON."""
    value: dict[str, Any] = {
        "fields": [[name, field.value, field.status] for name, field in container.metadata.fields],
        "published": container.published,
    }
    if container.aside:
        value["aside"] = container.aside
    if container.form:
        value["form"] = container.form
    if container.main:
        value["main"] = container.main
    if container.facsimile:
        value["facsimile"] = container.facsimile
    return json.dumps(value, ensure_ascii=False)


def container_from_json(value: str) -> Container:
    """The container that `container_to_json` wrote."""
    data = json.loads(value)
    fields = tuple((name, FieldValue(v, Status(status))) for name, v, status in data["fields"])
    aside = tuple((name, v) for name, v in data.get("aside", ()))
    return Container(
        Metadata(fields),
        data["published"],
        aside,
        data.get("form", ""),
        tuple(data.get("main", ())),
        tuple(data.get("facsimile", ())),
    )


def texts_of(
    connection: sqlite3.Connection, ids: Iterable[int]
) -> list[tuple[str, str, tuple[Line, ...], Readings]]:
    """The (uid, text, lines, corrected words) of articles, for snippets and concordances."""
    wanted = tuple(ids)
    marks = ", ".join("?" * len(wanted))
    found = connection.execute(
        "SELECT article.uid, text.text, article.details FROM article"
        f" JOIN text ON text.sha = article.text_sha WHERE article.id IN ({marks})",
        wanted,
    ).fetchall()
    return [(row[0], row[1], *decode_lines(row[2])) for row in found]
