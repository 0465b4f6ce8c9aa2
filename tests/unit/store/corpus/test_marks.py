"""What the reader's changes say about articles, replayed into the corpus."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.builders import NOW, a_passage
from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.passages.values import to_values
from usjp_reader.store.corpus import marks

if TYPE_CHECKING:
    from usjp_reader.domain.changes import Values
    from usjp_reader.store.corpus.database import CorpusDatabase


def rows(corpus: CorpusDatabase) -> list[tuple[Any, ...]]:
    with corpus.reading() as connection:
        return sorted(connection.execute("SELECT uid, kind, value, item FROM mark").fetchall())


def replayed(corpus: CorpusDatabase, changes: list[Change]) -> None:
    with corpus.writing() as connection:
        marks.replay(connection, changes)


def history(steps: list[tuple[str, str | None]]) -> list[Change]:
    """A log in which passages come, change their tags and go, and flags are set and cleared."""
    state: dict[tuple[str, str], Values] = {}
    changes = []
    for seq, (key, tags) in enumerate(steps, start=1):
        noun = "flag" if key.startswith("f") else "passage"
        after: Values | None = None
        if tags is not None and noun == "flag":
            after = {"article": "u1", "flag": "read"}
        elif tags is not None:
            passage = a_passage(article="u1", key=key, tags=tuple(dict.fromkeys(tags)))
            after = to_values(passage)
        before = state.pop((noun, key), None)
        if after is not None:
            state[noun, key] = after
        changes.append(Change("x", (ItemChange(noun, key, before, after),), NOW, seq=seq))
    return changes


steps = st.lists(
    st.tuples(st.sampled_from(["p1", "p2", "f1"]), st.none() | st.text("基地x", max_size=3)),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(steps, st.data())
def test_replaying_again_or_in_pieces_changes_nothing(
    corpus: CorpusDatabase, some: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    changes = history(some)
    with corpus.writing() as connection:
        connection.execute("DELETE FROM mark")
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'applied_seq'")
    replayed(corpus, changes)
    once = rows(corpus)
    replayed(corpus, changes)
    assert rows(corpus) == once
    with corpus.writing() as connection:
        connection.execute("DELETE FROM mark")
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'applied_seq'")
    cut = data.draw(st.integers(0, len(changes)))
    for part in (changes[:cut], changes, changes[cut:]):
        replayed(corpus, part)
    assert rows(corpus) == once
    with corpus.reading() as connection:
        assert marks.applied(connection) == len(changes)


def test_a_passage_with_tags_marks_its_article(corpus: CorpusDatabase) -> None:
    passage = a_passage(article="u1", key="p1", tags=("treaty", "基地"))
    replayed(
        corpus, [Change("x", (ItemChange("passage", "p1", None, to_values(passage)),), NOW, seq=1)]
    )
    assert rows(corpus) == [
        ("u1", "passage", "", "p1"),
        ("u1", "tag", "treaty", "p1"),
        ("u1", "tag", "基地", "p1"),
    ]
    fewer = replace(passage, tags=("基地",))
    item = ItemChange("passage", "p1", to_values(passage), to_values(fewer))
    replayed(corpus, [Change("x", (item,), NOW, seq=2)])
    assert rows(corpus) == [("u1", "passage", "", "p1"), ("u1", "tag", "基地", "p1")]
    replayed(corpus, [Change("x", (item.inverse,), NOW, seq=3)])
    assert len(rows(corpus)) == 3


def test_nouns_that_are_not_about_articles_leave_no_mark(corpus: CorpusDatabase) -> None:
    item = ItemChange("root", "r1", None, {"label": "記事", "added": "2026"})
    replayed(corpus, [Change("root.add", (item,), NOW, seq=1)])
    assert rows(corpus) == []
