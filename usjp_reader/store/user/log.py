"""Reading and writing the change log and its result in a connection that the caller owns."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.texts import PageLabel, TextVersion
from usjp_reader.store.user.nouns import NOUNS, row_sha

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from usjp_reader.domain.changes import Scalar, Values


@dataclass(frozen=True, slots=True)
class ArticleStub:
    """What is kept beside the reader's work about an article it touches.

    Attributes:
        lineage: Names of the article's text versions, the latest first.
    """

    uid: str
    title: str
    publisher: str
    published: str
    lineage: tuple[str, ...]


class UserLog:
    """The reader's work as seen through one connection, on the thread that made it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def meta(self, key: str) -> str | None:
        """A value of the table of facts about the library itself."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    @property
    def last_seq(self) -> int:
        """Sequence number of the last change, or 0."""
        row = self._db.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
        return int(row[0])

    def items(self, noun: str) -> dict[str, Values]:
        """Every item of a noun, by its id, in the order of ids."""
        columns = NOUNS[noun].columns
        names = ", ".join(f'"{name}"' for name in columns)
        rows = self._db.execute(f'SELECT id, {names} FROM "{noun}" ORDER BY id')
        return {row[0]: dict(zip(columns, row[1:], strict=True)) for row in rows.fetchall()}

    def has(self, noun: str) -> bool:
        """Whether there is a table of that noun: an older version of the program had fewer."""
        row = self._db.execute(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (noun,)
        ).fetchone()
        return row is not None

    def damaged(self) -> tuple[tuple[str, str], ...]:
        """The (noun, id) of each row whose checksum does not fit its content."""
        found = []
        for noun in NOUNS:
            shas = dict(self._db.execute(f'SELECT id, sha256 FROM "{noun}"').fetchall())
            for key, values in self.items(noun).items():
                if shas[key] != row_sha(key, values):
                    found.append((noun, key))
        return tuple(found)

    def mend(self, item: ItemChange) -> bool:
        """Write again what a damaged row said, if its checksum or its content proves that it did.

        Args:
            item: What the journal says was written there last.

        Returns:
            Whether the row is whole now.
        """
        row = self._db.execute(f'SELECT sha256 FROM "{item.noun}" WHERE id = ?', (item.key,))
        (stored,) = row.fetchone()
        if item.after is None:
            return False
        is_proven = stored == row_sha(item.key, item.after)
        if is_proven or self.items(item.noun)[item.key] == dict(item.after):
            self._apply(item)
            return True
        return False

    def changes_since(self, seq: int) -> tuple[Change, ...]:
        """The changes after `seq`, in order."""
        rows = self._db.execute(
            'SELECT seq, action, at, "by", undoes, items FROM change WHERE seq > ? ORDER BY seq',
            (seq,),
        )
        return tuple(_as_change(row) for row in rows.fetchall())

    def recent(self, count: int) -> tuple[Change, ...]:
        """The last changes, at most `count`, in order."""
        row = self._db.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()
        return self.changes_since(max(0, int(row[0]) - count))

    def text(self, sha: str) -> TextVersion | None:
        """A text that was marked, or None."""
        row = self._db.execute(
            "SELECT text, sha, normaliser, extractor, pages FROM text WHERE sha = ?", (sha,)
        ).fetchone()
        return _as_version(row) if row else None

    def texts_of_articles(self) -> dict[str, tuple[str, ...]]:
        """The names of all texts of each article that the reader touched, by its uid."""
        rows = self._db.execute("SELECT uid, lineage FROM article").fetchall()
        return {uid: tuple(lineage.split()) for uid, lineage in rows}

    def lineages(self) -> dict[str, str]:
        """Uids of the articles that the reader touched, by the names of all their texts."""
        rows = self._db.execute("SELECT uid, lineage FROM article").fetchall()
        return {sha: uid for uid, lineage in rows for sha in lineage.split()}

    def drafts(self) -> dict[str, str]:
        """What was being typed, by its key."""
        return dict(self._db.execute("SELECT key, value FROM draft").fetchall())

    def entries_since(self, seq: int) -> tuple[dict[str, Any], ...]:
        """The journal's lines for the changes after `seq`: the change and what it first touched."""
        return tuple(self._entry(change) for change in self.changes_since(seq))

    def _entry(self, change: Change) -> dict[str, Any]:
        texts = self._db.execute(
            "SELECT sha, normaliser, extractor, pages, text FROM text WHERE seq = ?", (change.seq,)
        ).fetchall()
        articles = self._db.execute(
            "SELECT uid, title, publisher, published, lineage FROM article WHERE seq = ?",
            (change.seq,),
        ).fetchall()
        return {
            "seq": change.seq,
            "action": change.action,
            "at": change.at.isoformat(),
            "by": change.by,
            "undoes": change.undoes,
            "items": _items_json(change.items),
            "texts": [_named(_TEXT_COLUMNS, row) for row in texts],
            "articles": [_named(_ARTICLE_COLUMNS, row) for row in articles],
        }

    def write(
        self, change: Change, texts: Iterable[TextVersion], articles: Iterable[ArticleStub]
    ) -> Change:
        """Add a change to the log and make it so; the caller holds the transaction.

        A change that has a sequence number already (one from the journal) keeps it.

        Returns:
            The change with its sequence number.
        """
        seq = change.seq or 1 + self.last_seq
        items = json.dumps(_items_json(change.items), ensure_ascii=False)
        at = change.at.isoformat()
        sha = hashlib.sha256(f"{seq}{change.action}{at}{items}".encode()).hexdigest()
        self._db.execute(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)",
            (seq, change.action, at, change.by, change.undoes, items, sha),
        )
        for item in change.items:
            self._apply(item)
        self._keep_texts(texts, seq)
        self._keep_articles(articles, seq)
        return Change(change.action, change.items, change.at, change.by, change.undoes, seq)

    def _apply(self, item: ItemChange) -> None:
        noun = NOUNS[item.noun]
        if item.after is None:
            self._db.execute(f'DELETE FROM "{noun.name}" WHERE id = ?', (item.key,))
            return
        values = {name: item.after[name] for name in noun.columns}
        row: Sequence[Scalar] = (item.key, *values.values(), row_sha(item.key, values))
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in (*noun.columns, "sha256"))
        marks = ", ".join("?" * len(row))
        self._db.execute(
            f'INSERT INTO "{noun.name}" VALUES ({marks}) ON CONFLICT(id) DO UPDATE SET {sets}', row
        )

    def _keep_texts(self, texts: Iterable[TextVersion], seq: int) -> None:
        self._db.executemany(
            "INSERT INTO text (sha, normaliser, extractor, pages, text, seq)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(sha) DO NOTHING",
            [(t.sha, t.normaliser, t.extractor, pages_json(t), t.text, seq) for t in texts],
        )

    def _keep_articles(self, articles: Iterable[ArticleStub], seq: int) -> None:
        self._db.executemany(
            "INSERT INTO article (uid, title, publisher, published, lineage, seq)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(uid) DO UPDATE SET"
            " lineage = excluded.lineage, seq = excluded.seq"
            " WHERE lineage <> excluded.lineage",
            [
                (a.uid, a.title, a.publisher, a.published, " ".join(a.lineage), seq)
                for a in articles
            ],
        )

    def save_draft(self, key: str, value: str, at: datetime) -> None:
        """Keep what is being typed; an empty value forgets it."""
        if value:
            self._db.execute(
                "INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT(key)"
                " DO UPDATE SET value = excluded.value, at = excluded.at",
                (key, value, at.isoformat()),
            )
        else:
            self._db.execute("DELETE FROM draft WHERE key = ?", (key,))


_TEXT_COLUMNS = ("sha", "normaliser", "extractor", "pages", "text")
_ARTICLE_COLUMNS = ("uid", "title", "publisher", "published", "lineage")


def pages_json(version: TextVersion) -> str:
    """The page labels of a text as a JSON list of [start, label]."""
    return json.dumps([[page.start, page.label] for page in version.pages], ensure_ascii=False)


def pages_from(value: str) -> tuple[PageLabel, ...]:
    """The page labels that `pages_json` wrote."""
    return tuple(PageLabel(start, label) for start, label in json.loads(value))


def entry_parts(
    entry: Mapping[str, Any],
) -> tuple[Change, tuple[TextVersion, ...], tuple[ArticleStub, ...]]:
    """What a line of the journal says, for building `user.db` again."""
    change = Change(
        str(entry["action"]),
        tuple(ItemChange(*item) for item in entry["items"]),
        datetime.fromisoformat(str(entry["at"])),
        str(entry["by"] or ""),
        entry["undoes"],
        int(entry["seq"]),
    )
    texts = tuple(
        TextVersion(t["text"], t["sha"], t["normaliser"], t["extractor"], pages_from(t["pages"]))
        for t in entry["texts"]
    )
    articles = tuple(
        ArticleStub(
            a["uid"], a["title"], a["publisher"], a["published"], tuple(a["lineage"].split())
        )
        for a in entry["articles"]
    )
    return change, texts, articles


def _as_change(row: Sequence[Any]) -> Change:
    seq, action, at, by, undoes, items = row
    changed = tuple(ItemChange(*item) for item in json.loads(items))
    return Change(action, changed, datetime.fromisoformat(at), by or "", undoes, seq)


def _as_version(row: Sequence[str]) -> TextVersion:
    text, sha, normaliser, extractor, pages = row
    return TextVersion(text, sha, normaliser, extractor, pages_from(pages))


def _items_json(items: Iterable[ItemChange]) -> list[list[Any]]:
    return [[item.noun, item.key, _plain(item.before), _plain(item.after)] for item in items]


def _plain(values: Values | None) -> dict[str, Scalar] | None:
    return None if values is None else dict(values)


def _named(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return dict(zip(columns, row, strict=True))
