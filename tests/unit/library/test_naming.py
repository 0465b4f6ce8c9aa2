"""What the reader says of names beats what the program finds, holds, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import article_titled, filled, imported, opened, uids
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.errors import BadValueError
from usjp_reader.domain.naming import NO_NAME, NOBODY, OwnEntity, Reach
from usjp_reader.domain.queries import ArticleQuery, Facet, FacetChoice
from usjp_reader.domain.spans import Span
from usjp_reader.library.facade import LibrarySnapshot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.entities import Mention
    from usjp_reader.library import Library

FATHER, SON = "person/takeo-fukuda", "person/yasuo-fukuda"
FIRST, SECOND, THIRD = "Fukuda in Manila", "The baker of Ueno", "A third paper"
TEXTS = {
    "1977.txt": (
        f"---\ntitle: {FIRST}\nnewspaper: Harbor Chronicle\ndate: 1977-08-18\n---\n\n"
        "Prime Minister Takeo Fukuda spoke in Manila. Fukuda named three aims; 𠮷野 listened 😀.\n"
    ),
    "baker.txt": (
        f"---\ntitle: {SECOND}\nnewspaper: Meridian\ndate: 1977-08-20\n---\n\n"
        "In Ueno a man called Otokichi\nYamabe bakes. Mr. Fukuda buys bread from Yamabe.\n"
    ),
    "third.txt": (
        f"---\ntitle: {THIRD}\nnewspaper: Meridian\ndate: 1978-01-03\n---\n\n"
        "Prime Minister Fukuda received the ambassador. Otokichi Yamabe was not there.\n"
    ),
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "src"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, source: Path) -> Iterator[Library]:
    with opened(tmp_path / "lib") as found:
        imported(found, source)
        yield found


def mentions(library: Library, title: str, words: str) -> list[Mention]:
    library.work.settle()
    return [one for one in article_titled(library, title).mentions if one.text == words]


def linked(library: Library, title: str, words: str) -> list[str | None]:
    return [one.entity for one in mentions(library, title, words)]


def place(article: Article, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = article.version.text.index(words, at + 1)
    return Span(at, at + len(words))


def found_with(library: Library, entity: str) -> set[str]:
    library.work.settle()
    query = ArticleQuery(facets=(FacetChoice(Facet.PERSON, entity),))
    rows = library.rows(library.find(query), 0, 50)
    return {row.title or "" for row in rows}


def test_one_place_means_whom_the_reader_says_and_no_other_place_does(library: Library) -> None:
    article = article_titled(library, FIRST)
    second = place(article, "Fukuda named")
    library.naming.mean_here(article, Span(second.start, second.start + 6), SON).result()
    assert linked(library, FIRST, "Fukuda") == [SON]
    assert linked(library, FIRST, "Takeo Fukuda") == [FATHER]
    assert linked(library, THIRD, "Fukuda") == [FATHER]
    (said,) = mentions(library, FIRST, "Fukuda")
    assert said.why.key == "analysis.reader_said_here"
    assert not said.doubtful


def test_what_is_nobody_known_loses_its_link_and_what_is_no_name_its_mention(
    library: Library,
) -> None:
    article = article_titled(library, THIRD)
    span = place(article, "Fukuda")
    library.naming.mean_here(article, span, NOBODY).result()
    assert linked(library, THIRD, "Fukuda") == [None]
    library.naming.mean_here(article, span, NO_NAME).result()
    assert linked(library, THIRD, "Fukuda") == []
    library.naming.mean_here(article, span, None).result()
    assert linked(library, THIRD, "Fukuda") == [FATHER]


def test_words_mean_in_one_article_what_the_reader_says(library: Library) -> None:
    article = article_titled(library, SECOND)
    library.naming.mean_words("Fukuda", NOBODY, article).result()
    assert linked(library, SECOND, "Fukuda") == [None]
    assert linked(library, THIRD, "Fukuda") == [FATHER]


def test_words_mean_everywhere_what_the_reader_says_but_not_within_a_longer_name(
    library: Library,
) -> None:
    library.naming.mean_words("fukuda", SON).result()
    assert linked(library, FIRST, "Takeo Fukuda") == [FATHER]
    assert linked(library, FIRST, "Fukuda") == [SON]
    assert linked(library, THIRD, "Fukuda") == [SON]
    assert found_with(library, SON) == {FIRST, SECOND, THIRD}


def test_what_is_said_of_an_article_beats_what_is_said_everywhere(library: Library) -> None:
    library.naming.mean_words("Fukuda", SON).result()
    library.naming.mean_words("Fukuda", NO_NAME, article_titled(library, THIRD)).result()
    assert linked(library, FIRST, "Fukuda") == [SON]
    assert linked(library, THIRD, "Fukuda") == []


def test_a_new_entry_is_found_by_all_its_names_over_line_ends_and_has_a_card(
    library: Library,
) -> None:
    baker, change = library.naming.enter(
        EntityType.PERSON, "Otokichi Yamabe", "山部音吉", "A baker in Ueno", ["Yamabe"]
    )
    change.result()
    assert linked(library, SECOND, "Otokichi\nYamabe") == [baker]
    assert linked(library, SECOND, "Yamabe") == [baker]
    assert linked(library, THIRD, "Otokichi Yamabe") == [baker]
    assert found_with(library, baker) == {SECOND, THIRD}
    assert library.label(baker) == "Otokichi Yamabe"
    article = article_titled(library, SECOND)
    card = library.card(mentions(library, SECOND, "Yamabe")[0], article)
    assert card is not None
    assert (card.name, card.articles) == ("Otokichi Yamabe", 2)
    assert card.description == "A baker in Ueno"


def test_a_new_entry_takes_over_the_words_it_was_entered_for_in_the_same_change(
    library: Library,
) -> None:
    article = article_titled(library, SECOND)
    fukuda, change = library.naming.enter(
        EntityType.PERSON, "Jinpachi Fukuda", meant=("Fukuda", article)
    )
    change.result()
    assert linked(library, SECOND, "Fukuda") == [fukuda]
    assert linked(library, THIRD, "Fukuda") == [FATHER]
    undone = library.work.undo()
    assert undone is not None
    undone.result()
    assert fukuda not in linked(library, SECOND, "Fukuda")
    assert library.naming.said() == ()


def test_merged_entities_are_one_in_texts_filters_and_labels_until_they_are_parted(
    library: Library,
) -> None:
    library.naming.merge(FATHER, SON).result()
    assert linked(library, THIRD, "Fukuda") == [SON]
    assert found_with(library, SON) >= {FIRST, THIRD}
    assert library.label(FATHER) == library.label(SON)
    library.naming.part(FATHER).result()
    assert linked(library, THIRD, "Fukuda") == [FATHER]
    assert library.label(FATHER) != library.label(SON)


def test_hidden_entities_are_neither_shown_nor_counted_until_they_are_shown_again(
    library: Library,
) -> None:
    library.naming.hide(FATHER).result()
    assert linked(library, THIRD, "Fukuda") == []
    assert found_with(library, FATHER) == set()
    library.naming.hide(FATHER, hidden=False).result()
    assert linked(library, THIRD, "Fukuda") == [FATHER]


def test_descriptions_follow_merges_and_leave_out_hidden_people(
    library: Library, source: Path
) -> None:
    late = source.parent / "leader.txt"
    late.write_text(
        "---\ntitle: Leader\nnewspaper: Meridian\ndate: 1977-09-01\n---\n\n"
        "On Sunday the Japanese leader rested.\n"
    )
    imported(library, late)
    article = article_titled(library, "Leader")
    assert [one.entity for one in library.described(article)] == [FATHER]
    library.naming.merge(FATHER, SON).result()
    assert [one.entity for one in library.described(article)] == [SON]
    library.naming.hide(SON).result()
    assert library.described(article) == ()


def test_what_was_said_holds_for_articles_that_come_later(library: Library, source: Path) -> None:
    library.naming.mean_words("Fukuda", SON).result()
    late = source.parent / "late.txt"
    late.write_text(
        "---\ntitle: Late\nnewspaper: Meridian\ndate: 1977-09-01\n---\n\nFukuda rested on Sunday.\n"
    )
    imported(library, late)
    assert linked(library, "Late", "Fukuda") == [SON]


def test_what_was_said_holds_after_closing_and_after_the_index_was_lost(
    tmp_path: Path, source: Path
) -> None:
    with opened(tmp_path / "lib2") as library:
        imported(library, source)
        baker, change = library.naming.enter(EntityType.PERSON, "Otokichi Yamabe", names=["Yamabe"])
        change.result()
        article = article_titled(library, THIRD)
        library.naming.mean_here(article, place(article, "Fukuda"), SON).result()
        library.work.settle()
    (tmp_path / "lib2" / "corpus.db").unlink()
    with opened(tmp_path / "lib2") as library:
        filled(library)
        assert linked(library, SECOND, "Yamabe") == [baker]
        assert linked(library, THIRD, "Fukuda") == [SON]
    assert LibrarySnapshot(tmp_path / "lib2").label(baker) == "Otokichi Yamabe"


def test_a_place_follows_its_article_to_a_changed_text(library: Library, source: Path) -> None:
    article = article_titled(library, THIRD)
    library.naming.mean_here(article, place(article, "Fukuda"), SON).result()
    library.work.settle()
    path = source / "third.txt"
    path.write_text(
        TEXTS["third.txt"].replace("title: A", "author: Hana Kumo\ntitle: A") + "It was cold.\n",
        encoding="utf-8",
    )
    imported(library, source)
    assert linked(library, THIRD, "Fukuda") == [SON]


def test_articles_without_the_words_are_not_read_again(library: Library) -> None:
    before = uids(library)
    library.naming.enter(EntityType.PERSON, "Nobody At All")[1].result()
    library.work.settle()
    assert uids(library) == before
    assert library.imports.stale() == ()


def test_taking_back_an_entry_takes_back_all_that_was_said_of_it(library: Library) -> None:
    baker, change = library.naming.enter(EntityType.PERSON, "Otokichi Yamabe", names=["Yamabe"])
    change.result()
    library.naming.mean_words("bread", baker).result()
    entry = [told for told in library.naming.said() if isinstance(told.said, OwnEntity)]
    library.naming.take_back(entry).result()
    assert library.naming.said() == ()
    assert linked(library, SECOND, "bread") == []


def test_a_further_name_of_somebody_known_is_found_everywhere(library: Library) -> None:
    library.naming.add_names(FATHER, ["the lion of Gunma", "Ueno"]).result()
    assert linked(library, SECOND, "Ueno") == [FATHER]
    assert linked(library, THIRD, "Fukuda") == [FATHER]


@pytest.mark.parametrize("entity", ["person/nobody-of-that-name", "user/none", "Fukuda"])
def test_who_does_not_exist_cannot_be_meant(library: Library, entity: str) -> None:
    article = article_titled(library, THIRD)
    with pytest.raises(BadValueError, match="no_entity"):
        library.naming.mean_here(article, place(article, "Fukuda"), entity)
    with pytest.raises(BadValueError, match="no_entity"):
        library.naming.merge(FATHER, entity)


def test_an_entry_needs_a_name_and_nobody_is_merged_with_himself(library: Library) -> None:
    with pytest.raises(BadValueError, match="no_name"):
        library.naming.enter(EntityType.ORG, "  ")
    with pytest.raises(BadValueError, match="one_already"):
        library.naming.merge(FATHER, FATHER)


def test_a_place_that_is_no_name_stays_so_when_its_words_are_said_to_mean_somebody(
    library: Library,
) -> None:
    article = article_titled(library, FIRST)
    second = place(article, "Fukuda named")
    here = Span(second.start, second.start + 6)
    library.naming.mean_here(article, here, NO_NAME).result()
    library.work.settle()
    article = article_titled(library, FIRST)
    drawn = library.named_now(article, place(article, "Manila"), SON, Reach.EVERYWHERE)
    assert [one.entity for one in drawn.mentions if one.text == "Manila"] == [SON]
    drawn = library.named_now(article, here, SON, Reach.EVERYWHERE)
    assert [one for one in drawn.mentions if one.span == here] == []
