"""The tables of `corpus.db`. There are no migrations: another version is built again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.store.connection import CORPUS_APPLICATION_ID, transaction
from usjp_reader.store.corpus import repetition, stories

if TYPE_CHECKING:
    import sqlite3

VERSION = 6

_TABLES = (
    """CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
    # A text version: immutable, named by its hash.
    """CREATE TABLE text (
        sha TEXT PRIMARY KEY, normaliser TEXT NOT NULL, extractor TEXT NOT NULL,
        pages TEXT NOT NULL, text TEXT NOT NULL)""",
    # A source file as it was last met below its root; `seen` is 0 once it is gone; `told` is what
    # was known of it from elsewhere, as JSON.
    """CREATE TABLE file (
        id INTEGER PRIMARY KEY, root TEXT NOT NULL, path TEXT NOT NULL, sha TEXT NOT NULL,
        size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, seen INTEGER NOT NULL DEFAULT 1,
        failure TEXT, told TEXT NOT NULL DEFAULT '', UNIQUE (root, path))""",
    # One article in a source file, with what the file states about it.
    """CREATE TABLE record (
        file INTEGER NOT NULL REFERENCES file(id), member TEXT NOT NULL, uid TEXT NOT NULL,
        text_sha TEXT NOT NULL, container TEXT NOT NULL, PRIMARY KEY (file, member))
        WITHOUT ROWID""",
    "CREATE INDEX record_uid ON record (uid)",
    "CREATE INDEX record_text ON record (text_sha)",
    # `id` is dense and in order of date up to meta.ordered; later ones are the tail.
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, text_sha TEXT NOT NULL,
        title TEXT NOT NULL, publisher TEXT NOT NULL, language TEXT NOT NULL,
        published TEXT, status TEXT NOT NULL, earliest INTEGER, latest INTEGER,
        unconfirmed INTEGER NOT NULL, words INTEGER NOT NULL, lead TEXT NOT NULL,
        specimen INTEGER NOT NULL, stages TEXT NOT NULL,
        source_key TEXT NOT NULL, corrections TEXT NOT NULL,
        lineage TEXT NOT NULL, details BLOB NOT NULL)""",
    # Which corrections of the reader's an article was read with: "" for none, as most.
    "CREATE INDEX article_corrected ON article (uid) WHERE corrections <> ''",
    "CREATE INDEX article_source ON article (source_key)",
    "CREATE INDEX article_order ON article (earliest, latest, uid)",
    # Contentless: the text is stored once, in `text`; deletion gives the old values back to FTS5.
    """CREATE VIRTUAL TABLE words USING fts5 (
        title, body, furniture, cjk, content='', prefix='1 2 3',
        tokenize="unicode61 remove_diacritics 2")""",
    "INSERT INTO words (words, rank) VALUES ('hashsize', 16777216)",
    # Every facet value is a set of article ids.
    """CREATE TABLE bitmap (
        kind TEXT NOT NULL, value TEXT NOT NULL, ids BLOB NOT NULL, PRIMARY KEY (kind, value))
        WITHOUT ROWID""",
    # What the reader's changes say about articles, replayed from user.db: disposable.
    """CREATE TABLE mark (
        uid TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, item TEXT NOT NULL,
        PRIMARY KEY (kind, item, value, uid)) WITHOUT ROWID""",
    "CREATE INDEX mark_uid ON mark (uid)",
)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database."""
    with transaction(connection):
        for statement in (*_TABLES, *stories.TABLES, *repetition.TABLES):
            connection.execute(statement)
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [("applied_seq", "0"), ("index_epoch", "1"), ("ordered", "0"), ("revision", "0")],
        )
        connection.execute(f"PRAGMA application_id={CORPUS_APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={VERSION}")
