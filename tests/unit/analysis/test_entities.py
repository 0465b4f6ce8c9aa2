"""Names in articles: what is found, who is meant, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.analysis.marked import lines_of, mentions_in, named, read_marked
from usjp_reader.analysis.entities import find_candidates, link
from usjp_reader.config.messages import said
from usjp_reader.domain.dates import Edtf
from usjp_reader.knowledge.base import load
from usjp_reader.knowledge.deriving import derived

HERE = Path(__file__).parent


def entity_of(text: str, article: str, date: str | None, language: str = "en") -> str | None:
    found = [m.entity for m in mentions_in(article, date, language) if m.text == text]
    assert found, f"{text!r} is not found in {article!r}"
    return found[-1]


def test_articles_read_by_a_careful_reader() -> None:
    right = missed = wrong = links = links_right = 0
    for article in read_marked(HERE / "marked-articles.txt"):
        mentions = mentions_in(article.text, article.date, article.language)
        found = {(m.span, m.type.value): m for m in mentions}
        wanted = {(span, mark.type): mark for span, mark in article.marks.items()}
        right += len(found.keys() & wanted.keys())
        missed += len(wanted.keys() - found.keys())
        wrong += len(found.keys() - wanted.keys())
        for key in found.keys() & wanted.keys():
            links += 1
            links_right += found[key].entity == wanted[key].entity
    f1 = 2 * right / (2 * right + missed + wrong)
    figures = f"n {right + missed}, F1 {f1:.3f}; links n {links}, right {links_right / links:.3f}"
    assert f1 >= 0.95, figures
    assert links_right / links >= 0.97, figures


@pytest.mark.parametrize(
    ("date", "entity"),
    [("1977-08-18", "person/takeo-fukuda"), ("2007-11-16", "person/yasuo-fukuda")],
)
def test_office_and_date_choose_the_person(date: str, entity: str) -> None:
    text = "Prime Minister Fukuda left for Manila."
    (fukuda, _) = mentions_in(text, date)
    assert (fukuda.text, fukuda.entity, fukuda.doubtful) == ("Fukuda", entity, False)
    assert "Prime Minister of Japan from" in said(fukuda.why)


def test_office_and_date_choose_the_person_in_japanese() -> None:
    text = "福田首相は訪米した。"
    assert entity_of("福田", text, "1978-05-03", "ja") == "person/takeo-fukuda"
    assert entity_of("福田", text, "2007-11-16", "ja") == "person/yasuo-fukuda"


def test_the_nearest_fuller_name_before_decides() -> None:
    text = (
        "Secretary of State Hillary Clinton flew to Tokyo. Clinton met families.\n\n"
        "Former President Bill Clinton stayed home."
    )
    clintons = [m for m in mentions_in(text, "2009-02-20") if m.text.endswith("Clinton")]
    assert [m.entity for m in clintons] == [
        "person/hillary-clinton",
        "person/hillary-clinton",
        "person/bill-clinton",
    ]
    assert said(clintons[1].why) == "The same article says “Hillary Clinton” in full."


def test_nobody_is_linked_before_growing_up() -> None:
    found = mentions_in("Mr. Obama and Mr. Nixon spoke.", "1955-03-01")
    assert [m.entity for m in found] == [None, "person/richard-nixon"]


def test_people_whom_no_table_holds() -> None:
    text = 'Zelda Quux, a senior researcher, met reporters. "It is late," Quux said.'
    found = mentions_in(text, "2009")
    assert named(found) == [("Zelda Quux", "PERSON", None), ("Quux", "PERSON", None)]
    assert "Zelda Quux" in said(found[1].why)


@pytest.mark.parametrize(
    ("relative", "entity"), [("Akie Abe", "person/akie-abe"), ("Yoko Abe", None)]
)
def test_relatives_are_somebody_else(relative: str, entity: str | None) -> None:
    text = f"Prime Minister Shinzo Abe came with {relative}. Abe spoke."
    assert [m.entity for m in mentions_in(text, "2016-05-27")] == [
        "person/shinzo-abe",
        entity,
        "person/shinzo-abe",
    ]


def test_a_mention_is_the_name_alone() -> None:
    text = "U.S. President Barack Obama’s speech pleased Japan's Prime Minister Taro Aso."
    assert [m.text for m in mentions_in(text, "2009-02-24")] == [
        "U.S.",
        "Barack Obama",
        "Japan",
        "Taro Aso",
    ]


def test_countries_inside_the_name_of_an_organisation_are_no_mentions() -> None:
    text = "The Democratic Party of Japan and the American Enterprise Institute met."
    assert [m.type.value for m in mentions_in(text, "2009")] == ["ORG", "ORG"]


def test_an_administration_is_an_organisation() -> None:
    (found, *_) = mentions_in("The Obama administration agreed.", "2010")
    assert (found.text, found.type.value) == ("Obama administration", "ORG")
    assert "Barack Obama" in said(found.why)


def test_two_countries_joined_by_a_hyphen_are_two() -> None:
    assert named(mentions_in("The Japan-U.S. alliance.", "2010")) == [
        ("Japan", "GPE", "place/japan"),
        ("U.S.", "GPE", "place/united-states"),
    ]


def test_disputed_places_keep_the_words_of_the_article() -> None:
    one, two = mentions_in("They call the Senkakus the Diaoyus.", "2013")
    assert one.entity == two.entity
    assert (one.text, two.text) == ("Senkakus", "Diaoyus")
    assert "disputed" in said(one.why)


def test_characters_that_are_no_countries() -> None:
    assert mentions_in("日曜の午後、米を食べて中止を決めた。", None, "ja") == ()
    found = mentions_in("日米同盟と米大統領、訪米。", None, "ja")
    assert [m.text for m in found] == ["日", "米", "米", "米"]


def test_furniture_is_not_read() -> None:
    text = "Japan agreed.\nBarack Obama: read more"
    assert [m.text for m in mentions_in(text, "2010", furniture=(2,))] == ["Japan"]


def test_a_name_broken_over_two_lines_is_one() -> None:
    text = (
        "The prime minister of Japan, whose name was Eisaku Sa-\n"
        "to, told the newspapers that the island of Okinawa was\n"
        "to be returned to the mainland within two or three ye-\n"
        "ars, as the two governments had agreed in the autumn.\n"
    )
    found = mentions_in(text, "1967-11-16")
    assert ("Eisaku Sa-\nto", "PERSON", "person/eisaku-sato") in named(found)


def test_an_empty_article_names_nobody() -> None:
    assert mentions_in("", None) == ()


@pytest.mark.parametrize(
    ("sentence", "is_act"),
    [
        ("a row over islands, which Tokyo claims as its own", True),
        ("Tokyo's invitation was accepted", True),
        ("Tokyo and Washington agreed on the bases", True),
        ("the talks with Tokyo went on", True),
        ("they urged Tokyo to buy more beef", True),
        ("a Tokyo-controlled chain of islands", True),
        ("she was asked in Tokyo about it", False),
        ("he came to Tokyo on Monday", False),
        ("the streets of Tokyo were empty", False),
        ("Tokyo's streets were empty", False),
        ("Tokyo stocks fell", False),
        ("Some in Tokyo are worried", False),
    ],
)
def test_a_capital_acts_or_is_a_place(sentence: str, is_act: bool) -> None:
    (tokyo,) = (m for m in mentions_in(f"A row went on: {sentence}.", "2013") if m.text == "Tokyo")
    assert (tokyo.stands_for is not None) is is_act


NAMES = st.sampled_from(
    [
        "Obama",
        "Barack Obama",
        "President Obama’s",
        "the U.S.",
        "U.S.-Japan",
        "Tokyo",
        "安倍晋三首相",
        "日米",
        "𠮷田😀",
        "Mr. Quux",
        "Fukuda",
        "the Bush administration",
        "\n",
        "Ei-\nsaku Sato",
        "said",
        ", a professor,",
        "TOKYO --",
        "ﬁ\u00ad",
        "Kyoto University",
    ]
)


@settings(max_examples=150)
@given(st.lists(st.one_of(NAMES, st.text(max_size=8)), max_size=25), st.sampled_from(["en", "ja"]))
def test_mentions_are_sorted_apart_and_exact(parts: list[str], language: str) -> None:
    text = "\n".join(" ".join(parts).splitlines())
    lines, knowledge = lines_of(text), load()
    candidates = find_candidates(text, lines, derived(text, lines), knowledge, language)
    for days in (None, Edtf.parse("2009-02-24").days):
        end = 0
        for mention in link(candidates, days, text, knowledge):
            assert mention.span.of(text) == mention.text
            assert mention.span.start >= end
            end = mention.span.end
            assert said(mention.why)
