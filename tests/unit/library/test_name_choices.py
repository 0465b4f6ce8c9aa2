"""Who may be meant by a name, how far it reaches to say so, and what is shown until it is read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import article_titled, imported, opened
from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.naming import NO_NAME, NOBODY, Reach
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.library import Library

FATHER, SON = "person/takeo-fukuda", "person/yasuo-fukuda"
FIRST, SECOND = "Fukuda in Manila", "Fukuda's bread"
TEXTS = {
    "1.txt": (
        f"---\ntitle: {FIRST}\nnewspaper: Harbor Chronicle\ndate: 1977-08-18\n---\n\n"
        "Prime Minister Takeo Fukuda spoke in Manila. Fukuda named three aims; 𠮷野 listened 😀.\n"
        "\nOn the next day Fukuda left.\n"
    ),
    "2.txt": (
        f"---\ntitle: {SECOND}\nnewspaper: Meridian\ndate: 1977-08-20\n---\n\n"
        "Mr. FUKUDA buys bread from Yamabe. The Fukudas are many, 山辺 is one.\n"
    ),
    "3.txt": (
        "---\ntitle: A third paper\nnewspaper: Meridian\ndate: 1978-01-03\n---\n\n"
        "The Fukudaya inn burned down. No one was in it but the cook and her brother.\n"
    ),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "src"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with opened(tmp_path / "lib") as found:
        imported(found, folder)
        yield found


def on(year: int, month: int = 8, day: int = 18) -> Days:
    return Days(date(year, month, day), date(year, month, day))


def names(choices: object) -> list[str]:
    return [one.name for one in choices]  # type: ignore[attr-defined]


def place(article: Article, words: str, *, before: str = "") -> Span:
    at = article.version.text.index(words + before)
    return Span(at, at + len(words))


def linked(article: Article, words: str) -> list[str | None]:
    return [one.entity for one in article.mentions if one.text == words]


# -- who may be meant ----------------------------------------------------------------------


def test_who_was_in_office_on_the_date_comes_first(library: Library) -> None:
    choices = library.name_choices()
    assert names(choices.sharing("Fukuda", on(1977)))[0] == "Takeo Fukuda"
    later = choices.sharing("Fukuda", on(2008, 1))
    assert later[0].name == "Yasuo Fukuda"
    assert later[0].other == "福田康夫"
    assert later[0].heading is not None
    assert later[0].life is not None


def test_who_was_nearly_found_comes_before_all_others(library: Library) -> None:
    choices = library.name_choices().sharing("Fukuda", on(1977), first="Yasuo Fukuda")
    assert names(choices)[:2] == ["Yasuo Fukuda", "Takeo Fukuda"]


def test_whatever_is_called_so_comes_before_what_only_has_the_word_in_its_name(
    library: Library,
) -> None:
    found = names(library.name_choices().sharing("Okinawa", on(1972, 5, 15)))
    assert found[0] == "Okinawa"
    assert "Okinawa Reversion Agreement" in found


def test_who_is_meant_now_is_among_them_whatever_it_is_called(library: Library) -> None:
    choices = library.name_choices().sharing("Fukuda", on(1977), present="person/eisaku-sato")
    assert "Eisaku Sato" in names(choices)


def test_own_entries_are_found_by_any_name_and_hidden_ones_are_not(library: Library) -> None:
    baker, change = library.naming.enter(
        EntityType.PERSON, "Otokichi Yamabe", "山辺音吉", names=["Uncle Bread"]
    )
    change.result()
    for typed in ("uncle", "yamabe", "山辺音"):
        assert [one.entity for one in library.name_choices().typed(typed, None)] == [baker]
    library.naming.hide(baker).result()
    assert library.name_choices().typed("uncle", None) == ()
    assert library.name_choices() is library.name_choices()


# -- how far it reaches --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "articles"),
    [("Fukuda", 2), ("fukuda", 2), ("Takeo\nFukuda", 1), ("山辺", 1), ("Fuku", 0), ("—", 0)],
)
def test_articles_are_counted_in_which_the_words_stand_as_a_name(
    library: Library, words: str, articles: int
) -> None:
    assert library.name_reach(words, CancelToken()) == articles


def test_what_was_said_of_words_is_known_with_its_reach(library: Library) -> None:
    article = article_titled(library, FIRST)
    span = place(article, "Fukuda", before=" named")
    assert library.naming.said_of(article, span) is None
    library.naming.mean_words("fukuda", SON).result()
    assert library.naming.said_of(article, span) is Reach.EVERYWHERE
    library.naming.mean_words("Fukuda", NOBODY, article).result()
    assert library.naming.said_of(article, span) is Reach.ARTICLE
    library.naming.mean_here(article, span, FATHER).result()
    assert library.naming.said_of(article, span) is Reach.HERE


# -- until it is read ----------------------------------------------------------------------


@pytest.mark.parametrize("reach", list(Reach))
@pytest.mark.parametrize("entity", [SON, NOBODY, NO_NAME])
def test_an_article_shows_at_once_what_it_will_be_read_as(
    library: Library, reach: Reach, entity: str
) -> None:
    article = article_titled(library, FIRST)
    span = place(article, "Fukuda", before=" left")
    shown = library.named_now(article, span, entity, reach)
    if reach is Reach.HERE:
        library.naming.mean_here(article, span, entity).result()
    else:
        library.naming.mean_words(
            "Fukuda", entity, article if reach is Reach.ARTICLE else None
        ).result()
    library.work.settle()
    assert shown.mentions == article_titled(library, FIRST).mentions
    assert shown.mentions != article.mentions


def test_what_was_said_of_a_place_is_not_overruled_by_what_is_said_of_the_article(
    library: Library,
) -> None:
    article = article_titled(library, FIRST)
    library.naming.mean_here(article, place(article, "Fukuda", before=" named"), SON).result()
    library.work.settle()
    article = article_titled(library, FIRST)
    shown = library.named_now(
        article, place(article, "Fukuda", before=" left"), NOBODY, Reach.ARTICLE
    )
    assert linked(shown, "Fukuda") == [SON, None]


# -- new entries ---------------------------------------------------------------------------


def test_an_entry_for_one_place_is_one_change_and_takes_no_other_place(library: Library) -> None:
    article = article_titled(library, SECOND)
    span = place(article, "Yamabe")
    baker, change = library.naming.enter(
        EntityType.PERSON, "Yamabe", names=["Baker Yamabe"], here=(article, span)
    )
    change.result()
    library.work.settle()
    assert linked(article_titled(library, SECOND), "Yamabe") == [baker]
    texts = {one.text for one in library.knowledge().names_of(baker)}
    assert texts == {"Baker Yamabe"}
    undone = library.work.undo()
    assert undone is not None
    undone.result()
    library.work.settle()
    assert library.naming.said() == ()
    assert baker not in linked(article_titled(library, SECOND), "Yamabe")


def test_an_entry_for_words_of_one_article_takes_them_in_no_other(library: Library) -> None:
    article = article_titled(library, SECOND)
    baker, change = library.naming.enter(EntityType.PERSON, "Fukuda", meant=("Fukuda", article))
    change.result()
    library.work.settle()
    assert linked(article_titled(library, SECOND), "FUKUDA") == [baker]
    assert linked(article_titled(library, FIRST), "Fukuda") == [FATHER, FATHER]
