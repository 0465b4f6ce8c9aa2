"""The articles in whose content one of some phrases stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyroaring import BitMap

from usjp_reader.search.terms import expression, parse
from usjp_reader.store.corpus import articles

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator


def texts_with(
    connection: sqlite3.Connection, phrases: Iterable[str]
) -> Iterator[tuple[str, str, str]]:
    """The (uid, source key, present text) of articles that hold one of the phrases.

    There may be others among them: the index knows words, not what stands between them.
    """
    found = BitMap()
    for phrase in phrases:
        found |= _holding(connection, phrase)
    uids = articles.uids(connection, list(found))
    return articles.texts_by_uid(connection, sorted(uids))


def _holding(connection: sqlite3.Connection, phrase: str) -> BitMap:
    terms = parse('"' + phrase.replace('"', " ") + '"')
    if not terms:
        return BitMap()
    rows = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ?", (expression(terms[0]),)
    )
    return BitMap([row[0] for row in rows.fetchall()])
