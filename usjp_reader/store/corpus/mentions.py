"""The mentions of some entities in articles, with the texts that they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.store.corpus.codec import decode_mentions

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.texts import Line, Readings


@dataclass(frozen=True, slots=True)
class Mentioning:
    """The text of an article, as it is read, and mentions in it, in order of place."""

    text: str
    lines: tuple[Line, ...]
    readings: Readings
    mentions: tuple[Mention, ...]


def mentioning(
    connection: sqlite3.Connection, ids: Sequence[int], entities: Collection[str]
) -> dict[int, Mentioning]:
    """The mentions of any of `entities` in articles, by row id.

    Args:
        connection: To the corpus.
        ids: Row ids, as few as fit into one statement.
        entities: Ids.
    """
    marks = ", ".join("?" * len(ids))
    found = connection.execute(
        "SELECT article.id, text.text, article.details FROM article"
        f" JOIN text ON text.sha = article.text_sha WHERE article.id IN ({marks})",
        tuple(ids),
    ).fetchall()
    return {row[0]: Mentioning(row[1], *decode_mentions(row[2], entities)) for row in found}
