"""Whatever is typed means something, and nothing that is typed reaches SQLite as it is."""

from __future__ import annotations

import sqlite3
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from usjp_reader.knowledge.folding import folded
from usjp_reader.search.finder import _ranked
from usjp_reader.search.terms import Term, expression, parse, pattern
from usjp_reader.store.corpus import schema

_index = sqlite3.connect(":memory:", isolation_level=None)
schema.create(_index)

NASTY = (
    "\"*()-+:^{}[]\\/'`~!@#$%&|<>=,.;?_ \t\n\0\u3000\u2028ĀāßﬁΩ㍻㌔ｶﾞ😀𠮷安保県ー・々A1\ud800\ufeff"
)
typed = st.text(st.sampled_from(NASTY) | st.characters(), max_size=30) | st.lists(
    st.sampled_from(["AND", "OR", "NOT", "NEAR(", "title:", '"', "a*", "-", "安保", "^b", "col :"]),
    max_size=6,
).map(" ".join)


@given(typed)
@example("-" * 400)
@example('"' * 401)
@example("a国" * 400)
@example("安" * 3_000)
@example(" ".join(f"word{n} 条{n}*" for n in range(300)))
@example("1回2回3回 NOT (x OR y)*")
@example("\ud800")
@example("title:secret AND body:x NEAR(a b, 2)")
def test_every_string_becomes_queries_that_run(text: str) -> None:
    terms = parse(text)
    for term in terms:
        _index.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression(term),))
    _ranked(_index, terms)
    looks = pattern(terms)
    assert (looks is None) == all(term.excluded for term in terms)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("  \u3000 ", ()),
        ("-", ()),
        ('"" * ()', ()),
        ("treaty", (Term(("treaty",)),)),
        ("Satō visit", (Term(("Satō",)), Term(("visit",)))),
        ('"peace treaty"', (Term(("peace", "treaty")),)),
        ('"peace treaty', (Term(("peace", "treaty")),)),
        ("okina*", (Term(("okina",), is_prefix=True),)),
        ('"okina*"', (Term(("okina",)),)),
        ("-base", (Term(("base",), excluded=True),)),
        ('-"peace treaty"', (Term(("peace", "treaty"), excluded=True),)),
        ("U.S.-Japan", (Term(("U", "S", "Japan")),)),
        ("Obama's", (Term(("Obama", "s")),)),
        ("第1回", (Term(("第", "1", "回")),)),
        ("ＮＡＴＯ", (Term(("NATO",)),)),
        ("舊條約", (Term(("旧条約",)),)),
        ("ｶﾞｲﾄﾞ", (Term(("ガイド",)),)),
        ("沖縄\u3000返還", (Term(("沖縄",)), Term(("返還",)))),
        ("snake_case", (Term(("snake", "case")),)),
    ],
)
def test_what_is_typed_is_understood(text: str, terms: tuple[Term, ...]) -> None:
    assert parse(text) == terms


def test_decomposed_letters_are_typed_letters() -> None:
    for text in ("Ōsaka", "がいこう", "Tōjō Shōwa"):
        assert parse(unicodedata.normalize("NFD", text)) == parse(text)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("treaty", "The Treaty, signed", "treatyport"),
        ("treat*", "The Treaty, signed", "mistreat"),
        ('"to day"', "to\nday", "today"),
        ('"said the"', "said… — “The", "said nothing and the"),
        ("Sato", "Satō", "Satow"),
        ("NATO", "日本のNATO加盟", "SENATOR"),
        ("第1回", "第１回大会", "第11回"),
        ("加盟", "NATO加盟国", "加 盟"),
        ("U.S.-Japan", "the U.S.–Japan pact", "us Japan"),
    ],
)
def test_what_is_found_is_what_is_drawn(text: str, inside: str, outside: str) -> None:
    looks = pattern(parse(text))
    assert looks is not None
    assert looks.search(folded(inside))
    assert not looks.search(folded(outside))
