"""What the reader corrects holds: at once, after closing, through re-import, and until undone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import TINY, tiny_corpus
from tests.helpers.libraries import article_titled, filled, imported, opened, uids
from usjp_reader.domain.dates import Status
from usjp_reader.domain.errors import BadValueError
from usjp_reader.domain.origins import Origin
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.queries import ArticleQuery, EraChoice, Facet, FacetChoice
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind
from usjp_reader.library.correcting import FURNITURE, TEXT
from usjp_reader.loading import loader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.library import Library

LETTER = "A letter without a day"
OKINAWA = "Okinawa returns"
MENU = "Weather | Shipping | Tea prices"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tiny_corpus(tmp_path / "src")


@pytest.fixture
def library(tmp_path: Path, source: Path) -> Iterator[Library]:
    with opened(tmp_path / "lib") as found:
        imported(found, source)
        yield found


def now_titled(library: Library, title: str) -> Article:
    library.work.settle()
    return article_titled(library, title)


def line_of(article: Article, words: str) -> tuple[LineKind, str]:
    text = article.version.text
    return next((x.kind, x.rule) for x in article.lines if words in x.span.of(text))


def test_a_typed_date_is_the_date_and_is_found_in_its_era(library: Library) -> None:
    letter = article_titled(library, LETTER)
    assert letter.published.value is None
    library.correcting.set_fields([letter], {"published": " 1854-03 "}).result()
    dated = now_titled(library, LETTER)
    assert dated.published.value is not None
    assert dated.published.value.value == "1854-03"
    assert dated.published.status is Status.CONFIRMED
    assert dated.published.evidence[0].rule == "reader"
    opening = ArticleQuery(eras=(EraChoice("phases", "opening"),), certain_only=True)
    assert letter.uid in library.uids(library.find(opening))


def test_an_accepted_date_is_confirmed_and_keeps_its_evidence(library: Library) -> None:
    found = article_titled(library, OKINAWA)
    undated = article_titled(library, LETTER)
    library.correcting.accept_dates([found, undated]).result()
    accepted = now_titled(library, OKINAWA)
    assert accepted.published.value == found.published.value
    assert accepted.published.status is Status.CONFIRMED
    assert accepted.published.evidence[1:] == found.published.evidence
    assert article_titled(library, LETTER).published.status is not Status.CONFIRMED


def test_a_date_can_be_said_to_be_unknown(library: Library) -> None:
    library.correcting.set_fields([article_titled(library, OKINAWA)], {"published": ""}).result()
    undated = now_titled(library, OKINAWA)
    assert undated.published.value is None
    assert undated.published.status is Status.CONFIRMED


def test_fields_are_corrected_in_bulk_as_one_change_and_undone_as_one(library: Library) -> None:
    both = [article_titled(library, LETTER), article_titled(library, OKINAWA)]
    said = {"container-title": "琉球日日 😀", "page": "4"}
    library.correcting.set_fields(both, said).result()
    library.work.settle()
    for article in both:
        now = library.article(article.uid)
        assert now.metadata.publisher == "琉球日日 😀"
        assert now.metadata.get("page") == "4"
        field = now.metadata.field("page")
        assert field is not None
        assert field.status is Status.CONFIRMED
        assert library.correcting.said_of(article.uid) == said
    assert library.work.undoable == "article.fields"
    undone = library.work.undo()
    assert undone is not None
    undone.result()
    library.work.settle()
    assert library.article(both[1].uid).metadata == both[1].metadata


def test_a_field_can_be_emptied_and_given_back_to_the_program(library: Library) -> None:
    article = article_titled(library, OKINAWA)
    library.correcting.set_fields([article], {"container-title": ""}).result()
    library.work.settle()
    assert library.article(article.uid).metadata.get("container-title") != "Harbor Chronicle"
    library.correcting.set_fields([article], {"container-title": None}).result()
    library.work.settle()
    assert library.article(article.uid).metadata.get("container-title") == "Harbor Chronicle"


def test_the_program_says_what_it_finds_by_itself_and_where(library: Library, source: Path) -> None:
    letter, okinawa = (article_titled(library, title) for title in (LETTER, OKINAWA))
    said = {"title": "Okinawa is back", "published": "1972-05-16", "page": "3"}
    library.correcting.set_fields([okinawa], said).result()
    library.work.settle()
    found = library.imports.found_fields(okinawa.uid)
    assert (found["title"].field.value, found["title"].origin) == (OKINAWA, Origin.CONTAINER)
    assert (found["published"].field.value, found["published"].origin) == (
        "1972-05-15",
        Origin.CONTAINER,
    )
    assert found["language"].origin is Origin.TEXT
    assert "page" not in found
    assert "published" not in library.imports.found_fields(letter.uid)
    (source / "no-title.txt").write_text("1234\n", encoding="utf-8")
    imported(library, source)
    untitled = article_titled(library, "no-title")
    found = library.imports.found_fields(untitled.uid)
    assert found["title"].origin is Origin.FILE_NAME
    assert found["container-title"].origin is Origin.FOLDER
    assert found["container-title"].field.status is Status.INFERRED


def test_articles_are_described_together_and_the_reader_s_words_are_known(library: Library) -> None:
    both = [article_titled(library, LETTER), article_titled(library, OKINAWA)]
    library.correcting.set_fields(iter(both), {"page": "4", "section": ""}).result()
    library.work.settle()
    uids = [article.uid for article in both]
    described = library.descriptions(uids, CancelToken())
    assert {metadata.get("page") for metadata, _ in described} == {"4"}
    assert library.correcting.said_names(uids) == {"page", "section"}
    assert library.correcting.said_names([both[0].uid, "nobody"]) == {"page", "section"}
    assert library.correcting.said_names(["nobody"]) == frozenset()


def test_what_is_made_up_stays_marked_as_made_up(tmp_path: Path) -> None:
    with opened(tmp_path / "specimens", kind="specimens") as specimens:
        filled(specimens)
        row = specimens.rows(specimens.find(ArticleQuery()), 0, 1)[0]
        article = specimens.article(row.uid)
        specimens.correcting.set_fields([article], {"genre": "editorial", "page": "9"}).result()
        specimens.work.settle()
        now = specimens.article(row.uid)
        assert now.metadata.is_specimen
        assert now.metadata.get("page") == "9"


@pytest.mark.parametrize("value", ["yesterday", "2009-13-40", "1972-05-15/"])
def test_what_is_no_date_is_refused_and_nothing_is_changed(library: Library, value: str) -> None:
    with pytest.raises(BadValueError):
        library.correcting.set_fields([article_titled(library, OKINAWA)], {"published": value})
    assert library.work.undoable is None


def test_a_field_that_does_not_exist_is_refused(library: Library) -> None:
    with pytest.raises(BadValueError):
        library.correcting.set_fields([article_titled(library, OKINAWA)], {"weather": "fine"})


def test_corrections_hold_after_closing_and_through_a_changed_file(
    tmp_path: Path, source: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        article = article_titled(library, OKINAWA)
        said = {"published": "1972-05-16", "title": "Okinawa is back"}
        library.correcting.set_fields([article], said).result()
    path = source / "1972-okinawa.txt"
    path.write_bytes((TINY["1972-okinawa.txt"] + "\nA second paragraph came later.\n").encode())
    with opened(tmp_path / "lib") as library:
        assert library.article(article.uid).metadata.title == "Okinawa is back"
        imported(library, source)
        now = library.article(article.uid)
        assert "second paragraph" in now.version.text
        assert now.metadata.title == "Okinawa is back"
        assert now.published.value is not None
        assert now.published.value.value == "1972-05-16"


def test_corrections_hold_when_the_index_is_lost(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        article = article_titled(library, OKINAWA)
        library.correcting.set_fields([article], {"title": "Okinawa is back"}).result()
    (tmp_path / "lib" / "corpus.db").unlink()
    with opened(tmp_path / "lib") as library:
        filled(library)
        assert library.article(article.uid).metadata.title == "Okinawa is back"
        assert library.imports.stale() == ()


def test_what_a_crash_left_unread_is_read_again_at_the_next_start(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        article = article_titled(library, OKINAWA)
        monkeypatch.setattr(library.work, "_reread", lambda: None)  # as if killed before it
        library.correcting.set_fields([article], {"title": "Okinawa is back"}).result()
    with opened(tmp_path / "lib") as library:
        assert library.imports.stale() == (article.uid,)


def facets(library: Library) -> dict[str, int]:
    """How many articles each source has by its count, where finding them gives as many."""
    counts = library.counts(ArticleQuery())
    sources = counts.facets[Facet.SOURCE]
    for one in sources:
        chosen = ArticleQuery(facets=(FacetChoice(Facet.SOURCE, one.value),))
        assert len(library.find(chosen)) == one.count
    return {one.value: one.count for one in sources}


def test_what_is_corrected_during_an_import_is_counted_right(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "_BATCH", 1)
    new = tmp_path / "new"
    new.mkdir()
    for number in range(3):
        (new / f"{number}.txt").write_text(f"Letter {number}\n\nIt rains in Kobe.\n", "utf-8")
    for progress in library.imports.files([new], CancelToken()):
        if progress.done == 1 and progress.total == 3:
            article = article_titled(library, OKINAWA)
            library.correcting.set_fields([article], {"container-title": "Kobe Herald"}).result()
            library.work.settle()
    assert facets(library)["Kobe Herald"] == 1
    assert len(uids(library)) == 9
    assert len(uids(library, "midnight")) == 1


@pytest.mark.parametrize("at", [0, 3, len(TINY)])
def test_what_is_corrected_while_its_new_text_is_read_holds(
    tmp_path: Path, library: Library, source: Path, at: int
) -> None:
    path = source / "1972-okinawa.txt"
    path.write_text(TINY[path.name] + "\nThe ferries were full.\n", encoding="utf-8")
    article = article_titled(library, OKINAWA)
    for progress in library.imports.files([source], CancelToken()):
        if progress.done == at and progress.total:
            library.correcting.set_fields([article], {"title": "Okinawa is back"}).result()
            library.work.settle()
    assert uids(library, "ferries") == {article.uid}
    assert library.article(article.uid).metadata.title == "Okinawa is back"
    assert library.imports.stale() == ()


@pytest.mark.parametrize("at", [0, 3])
def test_what_is_corrected_while_the_library_is_read_again_holds(
    tmp_path: Path, library: Library, at: int
) -> None:
    with closing(sqlite3.connect(tmp_path / "lib" / "corpus.db")) as corpus, corpus:
        corpus.execute("UPDATE article SET stages = 'older'")
    article = article_titled(library, OKINAWA)
    for progress in library.reread(CancelToken()):
        if progress.done == at:
            library.correcting.set_fields([article], {"title": "Okinawa is back"}).result()
            library.work.settle()
    assert library.article(article.uid).metadata.title == "Okinawa is back"
    assert library.imports.stale() == ()


@pytest.fixture
def menus(tmp_path: Path) -> Path:
    folder = tmp_path / "menus"
    folder.mkdir()
    for number, subject in enumerate(("silk", "rice", "tea")):
        text = (
            f"The price of {subject} falls\n\n"
            f"Merchants in Yokohama said on Monday that {subject} had never been so cheap as now.\n"
            "\n"
            f"The consul wrote home about {subject}, and about the ships that carry it.\n"
            "\n"
            f"{MENU}\n"
        )
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_line_is_said_to_be_text_and_is_found_by_its_words(tmp_path: Path, menus: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, menus)
        article = article_titled(library, "The price of silk falls")
        line = next(x for x in article.lines if MENU in x.span.of(article.version.text))
        assert not line.is_content
        library.correcting.set_lines(article, [line], TEXT).result()
        library.work.settle()
        assert line_of(library.article(article.uid), MENU) == (TEXT, "reader-line")
        assert uids(library, "shipping") == {article.uid}
        library.correcting.set_lines(article, [line], None).result()
        library.work.settle()
        assert not uids(library, "shipping")


def test_a_line_of_a_source_is_corrected_everywhere_and_in_what_comes_later(
    tmp_path: Path, menus: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, menus)
        article = article_titled(library, "The price of silk falls")
        line = next(x for x in article.lines if MENU in x.span.of(article.version.text))
        library.correcting.set_lines_of_source(article, [line], TEXT).result()
        library.work.settle()
        assert len(uids(library, "shipping")) == 3
        text = (menus / "0.txt").read_text(encoding="utf-8").replace("silk", "copper")
        (menus / "9.txt").write_text(text, encoding="utf-8")
        imported(library, menus)
        assert len(uids(library, "shipping")) == 4
        copper = article_titled(library, "The price of copper falls")
        assert line_of(copper, MENU) == (TEXT, "reader-source")
        own = next(x for x in copper.lines if MENU in x.span.of(copper.version.text))
        library.correcting.set_lines(copper, [own], FURNITURE).result()
        library.work.settle()
        assert len(uids(library, "shipping")) == 3


def test_only_articles_that_have_the_line_are_read_again(
    tmp_path: Path, menus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3, 6):
        text = (menus / "0.txt").read_text(encoding="utf-8").replace(MENU, "Nothing of the sort")
        (menus / f"{number}.txt").write_text(text.replace("silk", f"coal {number}"), "utf-8")
    with opened(tmp_path / "lib") as library:
        imported(library, menus)
        article = article_titled(library, "The price of silk falls")
        line = next(x for x in article.lines if MENU in x.span.of(article.version.text))
        reread = library.work._reread
        monkeypatch.setattr(library.work, "_reread", lambda: None)
        library.correcting.set_lines_of_source(article, [line], TEXT).result()
        library.work.settle()
        assert len(library.imports.stale()) == 3
        assert reread is not None
        reread()
        assert library.imports.stale() == ()
        library.correcting.set_lines_of_source(article, [line], None).result()
        library.work.settle()
        assert len(library.imports.stale()) == 3
        reread()
        assert library.imports.stale() == ()
        assert not uids(library, "shipping")


def test_the_reader_names_the_title(tmp_path: Path, menus: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, menus)
        article = article_titled(library, "The price of silk falls")
        line = next(x for x in article.lines if MENU in x.span.of(article.version.text))
        library.correcting.set_lines(article, [line], LineKind.TITLE).result()
        library.work.settle()
        assert library.article(article.uid).metadata.title == MENU


def test_a_misread_word_is_kept_with_its_place(library: Library) -> None:
    article = article_titled(library, OKINAWA)
    at = article.version.text.index("midnight")
    span = Span(at, at + len("midnight"))
    library.correcting.read_as(article, span, "mid-night").result()
    (reading,) = library.correcting.readings_of(article)
    assert (reading.anchor.span, reading.read_as) == (span, "mid-night")
    library.correcting.read_as(article, span, None).result()
    assert library.correcting.readings_of(article) == ()


def test_a_corrected_reading_names_whom_it_means(tmp_path: Path) -> None:
    folder = tmp_path / "scan"
    folder.mkdir()
    text = (
        "---\ntitle: The premier speaks\ndate: 1953-03-02\n---\n\n"
        "Prime Minister Shigeru Yosbida said that the treaty would stand as it was.\n"
    )
    (folder / "a.txt").write_text(text, encoding="utf-8")
    with opened(tmp_path / "lib") as library:
        imported(library, folder)
        article = article_titled(library, "The premier speaks")
        at = article.version.text.index("Yosbida")
        library.correcting.read_as(article, Span(at, at + 7), "Yoshida").result()
        library.work.settle()
        article = library.article(article.uid)
        assert article.readings == ((Span(at, at + 7), "Yoshida"),)
        assert "person/shigeru-yoshida" in {mention.entity for mention in article.mentions}
        assert uids(library, "Yoshida") == uids(library, "Yosbida") == {article.uid}
        (row,) = library.rows(library.find(ArticleQuery(words="Yosbida")), 0, 5)
        assert "Yosbida" in row.snippet.text
        assert [span.of(article.version.text) for span in library.hits(article, "Yoshida")] == [
            "Yosbida"
        ]


def test_corrections_follow_a_changed_text_and_can_still_be_taken_back(
    tmp_path: Path, source: Path
) -> None:
    path = source / "1972-okinawa.txt"
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        article = article_titled(library, OKINAWA)
        library.correcting.set_fields([article], {"title": "Okinawa is back"}).result()
        at = article.version.text.index("midnight")
        library.correcting.read_as(article, Span(at, at + 8), "dawn").result()
        library.work.settle()
        changed = TINY["1972-okinawa.txt"].replace("spoke in Tokyo", "spoke in Naha")
        path.write_bytes(changed.encode())
        imported(library, source)
        library.work.settle()
        now = library.article(article.uid)
        assert uids(library, "dawn") == {article.uid}
        (reading,) = library.correcting.readings_of(now)
        assert reading.anchor.text_sha == now.version.sha
        assert library.work.undoable == "article.reading"
    (tmp_path / "lib" / "corpus.db").unlink()
    with opened(tmp_path / "lib") as library:
        filled(library)
        assert library.article(article.uid).metadata.title == "Okinawa is back"
        now = library.article(article.uid)
        at = now.version.text.index("midnight")
        library.correcting.read_as(now, Span(at, at + 8), None).result()
        library.work.settle()
        assert uids(library, "dawn") == frozenset()
