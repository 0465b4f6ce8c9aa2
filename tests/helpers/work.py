"""What a reader does, as changes; and what a library of work holds, to be compared."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tests.helpers.builders import NOW, TEXT, a_passage
from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.texts import PageLabel, TextVersion
from usjp_reader.passages.editing import mark
from usjp_reader.store.user.log import ArticleStub
from usjp_reader.store.user.nouns import NOUNS

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.store.user.owner import UserStore

UID = "a" * 32
VERSION = TextVersion.of(TEXT, "1", "test", (PageLabel(0, "iv"), PageLabel(40, "第2面")))
STUB = ArticleStub(UID, "Aso and Obama 😀", "港日報", "2009-02-24", (VERSION.sha,))
NASTY_NOTE = 'One\u2028two\u0085three\x0bfour\r\nfive \u00a0𠮷 😀 “x” \\ " \x00 end'


def marked(store: UserStore, key: str, note: str = "", quote: str = "Taro Aso") -> Change:
    """Mark a passage and wait until it is on the disk."""
    passage = a_passage(VERSION, quote, article=UID, key=key, note=note, tags=("treaty", "基地"))
    return store.commit(mark([passage], NOW, "Hana"), (VERSION,), (STUB,)).result()


def starred(uid: str, *, on: bool = True) -> Change:
    """Star an article, or take its star away."""
    values = {"article": uid, "flag": "starred"}
    before, after = (None, values) if on else (values, None)
    return Change(
        "article.starred", (ItemChange("flag", f"{uid}/starred", before, after),), NOW, "Hana"
    )


def dumped(path: Path) -> dict[str, list[Any]]:
    """Every row of the reader's work in a database that nobody holds; no facts about itself."""
    with closing(sqlite3.connect(path)) as connection:
        tables = ("change", "text", "article", *NOUNS)
        return {
            table: sorted(connection.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr)
            for table in tables
        }
