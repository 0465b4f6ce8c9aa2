"""Entities by words that are typed or that stand in a text, over all names at once."""

from __future__ import annotations

import pytest

from usjp_reader.domain.entities import Entity, EntityType, Name
from usjp_reader.knowledge.base import KnowledgeBase
from usjp_reader.knowledge.name_index import NameIndex
from usjp_reader.knowledge.tables import Redirect, Tables


def named(entity: str, text: str, kind: str = "full") -> Name:
    language = "en" if text.isascii() or "ō" in text else "ja"
    return Name(entity, text, language, "Latn" if language == "en" else "Jpan", kind)


PERSON = EntityType.PERSON
KNOWLEDGE = KnowledgeBase(
    Tables(
        entities=(
            Entity("p/father", PERSON, "Takeo Fukuda", "福田赳夫"),
            Entity("p/son", PERSON, "Yasuo Fukuda", "福田康夫"),
            Entity("p/sato", PERSON, "Eisaku Sato", "佐藤栄作"),
            Entity("p/old-sato", PERSON, "Eisaku Satō", ""),
            Entity("o/nixon-sato", EntityType.LAW, "Nixon–Sato Joint Communiqué", ""),
            Entity("user/baker", PERSON, "Otokichi Yamabe", "山辺音吉"),
        ),
        names=(
            named("p/father", "Takeo Fukuda"),
            named("p/father", "福田赳夫"),
            named("p/father", "Fukuda", "surname"),
            named("p/father", "福田", "surname"),
            named("p/son", "Yasuo Fukuda"),
            named("p/son", "Fukuda", "surname"),
            named("p/son", "福田", "surname"),
            named("p/sato", "Eisaku Satō"),
            named("p/sato", "Sato", "surname"),
            named("p/old-sato", "Satou Eisaku"),
        ),
        redirects=(Redirect("p/old-sato", "p/sato"),),
    )
)


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(KNOWLEDGE)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fuk", ["p/father", "p/son"]),
        ("FUKUDA Y", ["p/son"]),
        ("yasuo fukuda", ["p/son"]),
        ("ukuda", []),
        ("福田", ["p/father", "p/son"]),
        ("赳夫", ["p/father"]),
        ("音吉", ["user/baker"]),
        ("satō", ["p/sato", "o/nixon-sato"]),
        ("satou", ["p/sato"]),
        ("nixon sato", ["o/nixon-sato"]),
        ("otok", ["user/baker"]),
        ("  ", []),
        ("-", []),
    ],
)
def test_what_is_typed_finds_names_in_both_scripts_by_the_beginnings_of_their_words(
    index: NameIndex, typed: str, found: list[str]
) -> None:
    assert sorted(index.typed(typed)) == sorted(found)


def test_a_name_that_is_typed_whole_comes_before_longer_ones(index: NameIndex) -> None:
    assert list(index.typed("Sato")) == ["p/sato", "o/nixon-sato"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Fukuda", ["p/father", "p/son"]),
        ("Prime Minister Fukuda", ["p/father", "p/son"]),
        ("Takeo\nFukuda", ["p/father", "p/son"]),
        ("福田首相", ["p/father", "p/son"]),
        ("Sato", ["p/sato", "o/nixon-sato"]),
        ("Fuk", []),
        ("", []),
    ],
)
def test_words_of_a_text_find_whoever_shares_them(
    index: NameIndex, words: str, found: list[str]
) -> None:
    assert list(index.sharing(words)) == found


def test_who_is_left_out_is_not_found() -> None:
    index = NameIndex(KNOWLEDGE, without={"p/father"})
    assert list(index.typed("fukuda")) == ["p/son"]
    assert list(index.sharing("Fukuda")) == ["p/son"]
