"""The schema of `user.db` as named, atomic steps. A released step is never edited.

Imports sqlite-utils, so it is itself imported only when there is something to migrate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from usjp_reader.store.user.nouns import CORRECTIONS, FLAG, MAPPING, NAMING, PASSAGE, ROOT, Noun

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("usjp_reader.user")

VERSION = 3
"""user_version of a database with every step applied: major << 16 | minor, so 0.3 is 3."""


@migrations()
def m001_first_schema(db: Database) -> None:
    """The change log, the texts it annotates, and one table a noun."""
    db.create_table("meta", {"key": str, "value": str}, pk="key", strict=True)
    db.create_table(
        "change",
        {
            "seq": int,
            "action": str,
            "at": str,
            "by": str,
            "undoes": int,
            "items": str,
            "sha256": str,
        },
        pk="seq",
        not_null={"action", "at", "items", "sha256"},
        strict=True,
    )
    db.create_table(
        "text",
        {"sha": str, "normaliser": str, "extractor": str, "pages": str, "text": str, "seq": int},
        pk="sha",
        not_null={"text", "seq"},
        strict=True,
    )
    db.create_table(
        "article",
        {"uid": str, "title": str, "publisher": str, "published": str, "lineage": str, "seq": int},
        pk="uid",
        not_null={"lineage", "seq"},
        strict=True,
    )
    db.create_table("draft", {"key": str, "value": str, "at": str}, pk="key", strict=True)
    for noun in (PASSAGE, FLAG, ROOT):
        _create_noun(db, noun)
    db["passage"].create_index(["article"])  # type: ignore[union-attr]


@migrations()
def m002_corrections(db: Database) -> None:
    """Corrections of fields, lines and misread words, and how columns of tables are named."""
    for noun in (*CORRECTIONS, MAPPING):
        _create_noun(db, noun)


@migrations()
def m003_naming(db: Database) -> None:
    """What the reader says of names."""
    for noun in NAMING:
        _create_noun(db, noun)


def _create_noun(db: Database, noun: Noun) -> None:
    columns = {"id": str, **noun.columns, "sha256": str}
    db.create_table(noun.name, columns, pk="id", not_null=set(columns) - {"id"}, strict=True)


def migrate(db: Database) -> None:
    """Apply what is pending and state the version reached."""
    migrations.apply(db)
    db.execute(f"PRAGMA user_version={VERSION}")
