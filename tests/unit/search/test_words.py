"""Articles are found by their words, and the hits stand where the words stand in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import TEXT, an_article, saved
from usjp_reader.domain.queries import ArticleQuery, Sort
from usjp_reader.search.finder import hits_in
from usjp_reader.search.snippets import hits, hits_in_source, snippet
from usjp_reader.search.terms import parse
from usjp_reader.store.corpus import articles

if TYPE_CHECKING:
    from usjp_reader.search.finder import Finder
    from usjp_reader.store.corpus.database import CorpusDatabase

ARTICLES = {
    "meeting": TEXT,
    "wrapped": (
        "Treaty signed\n\nThe delegates at San Fran-\ncisco signed the peace\n"
        "treaty of 1951 after Mr. Satō had spoken of it for\nhours on the Saturday that followed.\n"
    ),
    "japanese": (
        "日米会談\n\n２００９年、NATO加盟国とTPPを論じた。舊條約は安\n保条約と異なる。基地の県。\n"
    ),
    "emoji": "Port 😀\n\n𠮷野 said “the treaty” – and Ōsaka’s mayor agreed.\n",
}


@pytest.fixture
def filled(corpus: CorpusDatabase, finder: Finder) -> Finder:
    saved(corpus, *((uid, an_article(text)) for uid, text in ARTICLES.items()))
    return finder


def found(finder: Finder, words: str) -> set[str]:
    return set(finder.uids(finder.find(ArticleQuery(words=words))))


@pytest.mark.parametrize(
    ("words", "uids"),
    [
        ("treaty", {"wrapped", "emoji"}),
        ("TREATY", {"wrapped", "emoji"}),
        ("treaty peace", {"wrapped"}),
        ('"peace treaty"', {"wrapped"}),
        ('"treaty peace"', set()),
        ("Francisco", {"wrapped"}),
        ("Sato", {"wrapped"}),
        ("Satō", {"wrapped"}),
        ("Osaka", {"emoji"}),
        ("Ōsaka's", {"emoji"}),
        ("treat*", {"wrapped", "emoji"}),
        ("treat", set()),
        ("treaty -peace", {"emoji"}),
        ("-treaty", {"meeting", "japanese"}),
        ('-"peace treaty" treaty', {"emoji"}),
        ("share", set()),
        ("1951", {"wrapped"}),
        ("2009", {"japanese"}),
        ("２００９", {"japanese"}),
        ("NATO", {"japanese"}),
        ("TPP", {"japanese"}),
        ("NATO加盟", {"japanese"}),
        ("2009年", {"japanese"}),
        ("条約", {"meeting", "japanese"}),
        ("旧条約", {"japanese"}),
        ("舊條約", {"japanese"}),
        ("安保条約", {"meeting", "japanese"}),
        ("沖縄県", {"meeting"}),
        ("県", {"meeting", "japanese"}),
        ("基", {"japanese"}),
        ("𠮷", {"meeting", "emoji"}),
        ("𠮷田", {"meeting"}),
        ("野", {"emoji"}),
        ("核", set()),
        ("安保 沖縄", {"meeting"}),
        ("", set(ARTICLES)),
        ("…", set(ARTICLES)),
    ],
)
def test_words_find_the_articles_that_have_them(filled: Finder, words: str, uids: set[str]) -> None:
    assert found(filled, words) == uids


@pytest.mark.parametrize(
    ("uid", "words", "drawn"),
    [
        ("wrapped", "Francisco", ["Fran-\ncisco"]),
        ("wrapped", '"peace treaty"', ["peace\ntreaty"]),
        ("wrapped", "sato", ["Satō"]),
        ("japanese", "2009", ["２００９"]),
        ("japanese", "安保条約", ["安\n保条約"]),
        ("japanese", "旧条約", ["舊條約"]),
        ("emoji", "𠮷", ["𠮷"]),
        ("meeting", "obama", ["Obama", "Obama"]),
        ("meeting", "share", []),
        ("meeting", "-obama", []),
        ("meeting", "obama aso", ["Aso", "Obama", "Aso", "Obama"]),
    ],
)
def test_hits_stand_where_the_words_stand_in_the_source(
    filled: Finder, corpus: CorpusDatabase, uid: str, words: str, drawn: list[str]
) -> None:
    with corpus.reading() as connection:
        article = articles.article(connection, uid)
    assert [span.of(article.version.text) for span in hits_in(article, words)] == drawn


def test_a_row_shows_a_stretch_with_the_hit(filled: Finder) -> None:
    (row,) = filled.rows(filled.find(ArticleQuery(words="peace")), 0, 9)
    assert [hit.of(row.snippet.text) for hit in row.snippet.hits] == ["peace"]
    assert "\n" not in row.snippet.text
    assert len(row.snippet.text) < 200


def test_without_words_a_row_shows_how_the_article_begins(filled: Finder) -> None:
    rows = filled.rows(filled.find(ArticleQuery()), 0, 9)
    assert all(row.snippet.text and not row.snippet.hits for row in rows)


def test_a_snippet_of_a_long_paragraph_begins_and_ends_between_words() -> None:
    body = " ".join(f"word{number}" for number in range(200))
    made = an_article(f"Title\n\n{body}\nNext paragraph\n")
    shown = snippet(made.derived, parse("word100"))
    assert shown is not None
    assert shown.text.startswith("…word")
    assert shown.text.endswith("…")
    assert [hit.of(shown.text) for hit in shown.hits] == ["word100"]
    assert all(word.startswith("word") for word in shown.text.strip("…").split())


def test_a_snippet_prefers_the_body_to_the_title() -> None:
    made = an_article("Naha 😀\n\nFirst.\nThen to Naha.\n")
    shown = snippet(made.derived, parse("naha"))
    assert shown is not None
    assert shown.text == "Then to Naha."


def test_a_hit_longer_than_the_window_is_shown_whole() -> None:
    words = " ".join(["so"] * 90)
    made = an_article(f"Title\n\nHe said {words} and left.\n")
    shown = snippet(made.derived, parse(f'"{words}"'))
    assert shown is not None
    assert shown.hits[0].of(shown.text) == words


def test_japanese_without_blanks_is_cut_anywhere() -> None:
    made = an_article("題\n\n" + "あ" * 300 + "条約" + "い" * 300 + "\n")
    shown = snippet(made.derived, parse("条約"))
    assert shown is not None
    assert [hit.of(shown.text) for hit in shown.hits] == ["条約"]


def test_hits_of_one_article_are_not_without_end() -> None:
    made = an_article("Title\n\n" + "so " * 6_000 + "\n")
    assert len(hits(made.derived, parse("so"))) == 5_000
    assert len(hits_in_source(made.derived, parse("so"))) == 5_000


def test_the_best_match_comes_first_by_relevance(corpus: CorpusDatabase, finder: Finder) -> None:
    saved(
        corpus,
        ("passing", an_article("Ports\n\n" + "Many words about silk. " * 40 + "Naha.\n")),
        ("title", an_article("Naha\n\nThe port of Naha is Naha's pride.\n")),
        ("none", an_article("Tokyo\n\nNothing.\n")),
    )
    result = finder.find(ArticleQuery(words="naha", sort=Sort.RELEVANCE))
    assert [row.uid for row in finder.rows(result, 0, 9)] == ["title", "passing"]
    everything = finder.find(ArticleQuery(words="-zebra", sort=Sort.RELEVANCE))
    assert len(everything) == 3
