"""Whom names mean, from files on the disk to the filter and the card: the promises of linking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import article_titled, imported, opened
from usjp_reader.config.messages import said
from usjp_reader.domain.queries import ArticleQuery, Facet, FacetChoice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.library import Library

KONOE = "person/fumimaro-konoe"
FUKUDAS = ("person/takeo-fukuda", "person/yasuo-fukuda")
BUSHES = ("person/george-h-w-bush", "person/george-w-bush")

ARTICLES = {
    "Cabinet falls": ("1941-10-17", "en", "Premier Konoye resigned last night with his cabinet."),
    "A prince withdraws": ("1941-10-18", "en", "Prince Konoe withdrew to his villa at Kamakura."),
    "近衞內閣總辭職": ("1941-10-17", "ja", "近衞首相は十六日夕、全閣僚の辞表を捧呈した。"),
    "近衛首相の提案": ("1941-08-29", "ja", "近衛文麿首相は大統領との会見を申し入れた。"),
    "Aims in Manila": ("1977-08-18", "en", "Prime Minister Fukuda named three aims in Manila."),
    "福田首相の会見": ("1977-08-18", "ja", "福田首相はマニラで記者団と会見した。"),
    "Tanker law": ("2007-11-16", "en", "Prime Minister Fukuda spoke of the tankers in Washington."),
    "福田首相の訪米": ("2007-11-16", "ja", "福田首相はワシントンで大統領と会談した。"),
    "Cars and rice": ("1992-01-09", "en", "President Bush fell ill at a dinner in Tokyo."),
    "Deer and horses": ("2002-02-18", "en", "President Bush watched horsemen in Tokyo."),
    "ブッシュ大統領": ("2002-02-18", "ja", "ブッシュ大統領は国会で演説した。"),
}
UNDATED = "Without a day"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("who")
    source = folder / "src"
    source.mkdir()
    for number, (title, (day, language, text)) in enumerate(ARTICLES.items()):
        head = f"---\ntitle: {title}\nnewspaper: Harbor Chronicle\ndate: {day}\n"
        (source / f"{number}.txt").write_text(
            f"{head}language: {language}\n---\n\n{text}\n", encoding="utf-8"
        )
    (source / "undated.txt").write_text(
        f"---\ntitle: {UNDATED}\nnewspaper: Meridian\n---\n\n"
        "Prime Minister Fukuda hoped to see the capital of the United States.\n"
    )
    with opened(folder / "library") as found:
        imported(found, source)
        yield found


def found_with(library: Library, person: str) -> set[str]:
    query = ArticleQuery(facets=(FacetChoice(Facet.PERSON, person),))
    rows = library.rows(library.find(query), 0, 50)
    return {row.title or "" for row in rows}


def test_all_spellings_of_a_name_in_both_languages_find_the_same_articles(
    library: Library,
) -> None:
    assert found_with(library, KONOE) == {
        "Cabinet falls",
        "A prince withdraws",
        "近衞內閣總辭職",
        "近衛首相の提案",
    }


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (
            FUKUDAS,
            ({"Aims in Manila", "福田首相の会見"}, {"Tanker law", "福田首相の訪米"}),
        ),
        (BUSHES, ({"Cars and rice"}, {"Deer and horses", "ブッシュ大統領"})),
    ],
)
def test_father_and_son_in_one_office_never_mix(
    library: Library, people: tuple[str, str], expected: tuple[set[str], set[str]]
) -> None:
    assert (found_with(library, people[0]), found_with(library, people[1])) == expected


def test_of_two_possible_holders_neither_is_chosen_and_the_card_says_so(library: Library) -> None:
    article = article_titled(library, UNDATED)
    assert article.published.value is None or len(article.published.value.value) > 10
    (mention,) = [one for one in article.mentions if one.text == "Fukuda"]
    assert mention.entity is None
    assert mention.doubtful
    assert "Takeo Fukuda or Yasuo Fukuda" in said(mention.why)
