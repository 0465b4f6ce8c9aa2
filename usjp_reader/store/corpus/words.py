"""The full-text index of articles. It keeps no text, so forgetting tells it the old words again.

What it is told is a pure function of title, text and line kinds, so that it can be told twice; when
that function changes (`DERIVER`), the whole index is filled again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import add as add_letters
from typing import TYPE_CHECKING

from usjp_reader.knowledge.deriving import CJK, derived, furniture, plain
from usjp_reader.knowledge.folding import folded
from usjp_reader.store.corpus.codec import decode_lines

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import DerivedText, Line, Readings
    from usjp_reader.store.corpus.prepared import ArticleToSave


@dataclass(frozen=True, slots=True)
class Indexed:
    """The columns of the index: derived text without markup, and bigrams of Japanese runs."""

    title: str
    body: str
    furniture: str
    cjk: str

    @classmethod
    def of(
        cls,
        title: str,
        text: str,
        lines: Sequence[Line],
        readings: Readings = (),
        read: DerivedText | None = None,
    ) -> Indexed:
        """What the index is told about an article: misread words as read and as printed.

        Args:
            title: Its title.
            text: The source text.
            lines: All its labelled lines.
            readings: Misread words and what they really say.
            read: What is derived from these, where it is known.
        """
        body, title = (read or derived(text, lines, readings)).text, plain(title)
        printed = [plain(span.of(text)) for span, _ in readings if _is_content(span, lines)]
        if printed:
            body = "\n".join([body, *printed])
        grams = _grams(f"{title}\n{body}")
        return cls(_spaced(title), _spaced(body), _spaced(furniture(text, lines)), grams)

    @property
    def columns(self) -> tuple[str, str, str, str]:
        """In the order of the table."""
        return self.title, self.body, self.furniture, self.cjk


_MOST_REMEMBERED = 32 * 2**20
"""Characters of index texts that are remembered in one load: of some three thousand articles."""
_CJK_RUN = re.compile(f"[{CJK}]+")


def _is_content(span: Span, lines: Sequence[Line]) -> bool:
    return any(line.is_content and line.span.overlaps(span) for line in lines)


def _spaced(text: str) -> str:
    """`text` without its Japanese: "NATO加盟" is one word to FTS5, and NATO is to be found."""
    return text if text.isascii() else _CJK_RUN.sub(" ", text)


def _grams(text: str) -> str:
    """Pairs of characters, and the last one of each run once more: no pair begins with it."""
    if text.isascii():
        return ""
    grams: list[str] = []
    for run in _CJK_RUN.findall(folded(text)):
        grams.extend(map(add_letters, run, run[1:]))
        grams.append(run[-1])
    return " ".join(grams)


_INSERT = "INSERT INTO words (rowid, title, body, furniture, cjk) VALUES (?, ?, ?, ?, ?)"
_DELETE = (
    "INSERT INTO words (words, rowid, title, body, furniture, cjk) VALUES ('delete', ?, ?, ?, ?, ?)"
)
_STORED = (
    "SELECT article.title, text.text, article.details FROM article"
    " JOIN text ON text.sha = article.text_sha WHERE article.id = ?"
)


def add(connection: sqlite3.Connection, row_id: int, indexed: Indexed) -> None:
    """Make an article's words findable."""
    connection.execute(_INSERT, (row_id, *indexed.columns))


def remove(connection: sqlite3.Connection, row_id: int) -> None:
    """Make the words of a stored article unfindable; call it before the article is deleted."""
    connection.execute(_DELETE, (row_id, *_stored(connection, row_id).columns))


def refill(connection: sqlite3.Connection, lately: Lately | None = None) -> None:
    """Empty the index and tell it every stored article again.

    Args:
        connection: The writer's.
        lately: What the index was told of some of them, by their present row ids.
    """
    connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    told = lately or Lately()
    for (row_id,) in connection.execute("SELECT id FROM article ORDER BY id").fetchall():
        add(connection, row_id, told.indexed(connection, row_id) or _stored(connection, row_id))


def _stored(connection: sqlite3.Connection, row_id: int) -> Indexed:
    title, text, details = connection.execute(_STORED, (row_id,)).fetchone()
    return Indexed.of(title, text, *decode_lines(details))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the index was told, and the row that it was worked out from."""

    indexed: Indexed
    row: tuple[object, ...]


class Lately:
    """What the index was told a moment ago: to work it out again is most of a renumbering."""

    def __init__(self) -> None:
        self._told: dict[int, _Told] = {}
        self._room = _MOST_REMEMBERED

    def note(self, row_id: int, article: ArticleToSave) -> None:
        """Remember what the index was told of an article that was saved."""
        self._room -= sum(map(len, article.indexed.columns))
        if self._room > 0:
            sha, title = article.columns[:2]
            self._told[row_id] = _Told(article.indexed, (sha, title, article.details))

    def renumber(self, new_ids: Mapping[int, int]) -> None:
        """Give every article its new row id."""
        self._told = {new_ids[old]: told for old, told in self._told.items() if old in new_ids}

    def indexed(self, connection: sqlite3.Connection, row_id: int) -> Indexed | None:
        """What the index was told of a row, if the row is still as it was then."""
        told = self._told.get(row_id)
        if told is None:
            return None
        row = connection.execute(
            "SELECT text_sha, title, details FROM article WHERE id = ?", (row_id,)
        ).fetchone()
        return told.indexed if row == told.row else None
