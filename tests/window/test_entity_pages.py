"""The page of a person at the window: opened, followed, left for a mention and come back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.queries import Facet, FacetChoice
from usjp_reader.gui.reader.context_menu import reader_menu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.window.conftest import Person
    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.entity_pages import MentionInContext
    from usjp_reader.gui.entity.window import EntityWindow

FUKUDA, JAPAN = "person/takeo-fukuda", "place/japan"


@pytest.fixture
def person(somebody: Callable[[], Person], tmp_path: Path) -> Person:
    """Somebody who reads the first of three articles on one prime minister."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, (title, day) in enumerate((("Manila", 18), ("Bread", 20), ("Rice", 22))):
        (folder / f"{number}.txt").write_text(
            f"---\ntitle: The day of {title}\nnewspaper: Harbor Chronicle\n"
            f"date: 1977-08-{day}\n---\n\n"
            f"Prime Minister Takeo Fukuda spoke of {title} in Japan. "
            "Fukuda named three aims 😀.\n\n"
            f"山辺音吉 came for {title}. Fukuda left on day {day}.\n",
            encoding="utf-8",
        )
    found = somebody()
    found.opens(tmp_path / "library")
    found.imports(folder)
    found.window.session.open_article(found.window.session.library.resolve("0.txt"))
    return found


def first(person: Person, words: str) -> Mention:
    mentions = person.window.reader.view.marks.document.mentions
    return next(one for one in mentions if one.text == words)


def shows(person: Person, entity: str) -> EntityWindow:
    """Wait for the page of an entity."""
    pages = person.window.pages

    def is_there() -> bool:
        page = pages.window.page if pages.window is not None else None
        return page is not None and page.id == entity

    person.qtbot.waitUntil(is_there)
    assert pages.window is not None
    return pages.window


def opened(person: Person) -> EntityWindow:
    """Open the page of the prime minister by its key, at his name."""
    person.window.reader.walk.go_to(first(person, "Takeo Fukuda").span)
    person.window.actions_["entity-page"].trigger()
    return shows(person, FUKUDA)


def lines(person: Person, window: EntityWindow) -> list[MentionInContext]:
    window.show_mentions()
    model = window.mentions.mentions
    person.qtbot.waitUntil(lambda: model.is_whole)
    return model.lines


def link(window: EntityWindow, words: str) -> QPushButton:
    found = window.about.findChildren(QPushButton)
    return next(button for button in found if button.text().startswith(words))


def test_the_key_opens_the_page_of_the_name_at_the_caret(person: Person) -> None:
    window = opened(person)
    assert "Takeo Fukuda" in window.windowTitle()
    assert "3 ARTICLES" in window.head.words()
    assert window.about.timeline.article_words() == "open article, 18 Aug 1977"
    assert window.about.shown_sections()[0] == "offices"


def test_the_key_says_what_to_do_where_there_is_nobody(person: Person) -> None:
    said: list[str] = []
    person.window.session.said.connect(said.append)
    person.window.reader.view.set_caret(0)
    person.window.actions_["entity-page"].trigger()
    assert said == ["Click on a name first."]
    assert person.window.pages.window is None


def test_the_card_leads_to_the_page_and_to_all_mentions(person: Person) -> None:
    reader = person.window.reader
    reader.cards.hover.ask(first(person, "Takeo Fukuda"))
    card = reader.cards.mention
    assert card.isVisible()
    by_words = {button.text(): button for button in card.findChildren(QPushButton)}
    by_words["Page"].click()
    window = shows(person, FUKUDA)
    assert not card.isVisible()
    assert window.tabs.currentIndex() == 0
    window.close()
    assert person.window.pages.window is None
    reader.cards.hover.ask(first(person, "Takeo Fukuda"))
    by_words["All mentions"].click()
    assert shows(person, FUKUDA).tabs.currentIndex() == 1


def test_the_menus_of_the_text_and_of_the_sidebar_offer_the_page(person: Person) -> None:
    span = first(person, "Takeo Fukuda").span
    menu = reader_menu(person.window.reader, span.start)
    next(action for action in menu.actions() if action.text() == "Page of “Takeo Fukuda”").trigger()
    shows(person, FUKUDA)
    block = person.window.sidebar.facets[Facet.PLACE]
    person.qtbot.waitUntil(lambda: bool(block.view.lines))
    row = [line.name for line in block.view.lines].index("Japan")
    place = block.view.visualRect(block.view.model().index(row, 0)).center()
    mouse = QContextMenuEvent.Reason.Mouse
    block.view.contextMenuEvent(QContextMenuEvent(mouse, place, QPoint(0, 0)))
    offered = block.view.findChild(QMenu)
    assert isinstance(offered, QMenu)
    next(action for action in offered.actions() if action.text() == "Page").trigger()
    shows(person, JAPAN)
    sources = person.window.sidebar.facets[Facet.SOURCE].view
    sources.contextMenuEvent(QContextMenuEvent(mouse, QPoint(5, 5), QPoint(0, 0)))
    of_source = sources.findChild(QMenu)
    assert isinstance(of_source, QMenu)
    assert "Page" not in [action.text() for action in of_source.actions()]


def test_links_lead_from_page_to_page_and_back(person: Person) -> None:
    window = opened(person)
    assert window.head.back.isHidden()
    link(window, "Japan (3)").click()
    shows(person, JAPAN)
    assert not window.head.back.isHidden()
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    shows(person, FUKUDA)
    assert window.head.back.isHidden()


def test_a_mention_opens_its_article_at_its_place_and_back_returns(person: Person) -> None:
    session = person.window.session
    before = session.trail.here
    found = lines(person, opened(person))
    assert [one.words for one in found] == ["Takeo Fukuda", "Fukuda", "Fukuda"] * 3
    assert [one.article.title for one in found[::3]] == [
        "The day of Manila",
        "The day of Bread",
        "The day of Rice",
    ]
    window = person.window.pages.window
    assert window is not None
    window.mentions.setCurrentIndex(window.mentions.mentions.index(4, 0))
    QTest.keyClick(window.mentions, Qt.Key.Key_Return)
    assert session.trail.here == session.library.resolve("1.txt")
    assert person.window.reader.view.marks.current == found[4].span
    assert window.about.timeline.article_words() == "open article, 20 Aug 1977"
    person.window.actions_["back"].trigger()
    assert session.trail.here == before


def test_the_page_steps_back_only_where_it_hides_the_text(person: Person) -> None:
    window, pages, reader = opened(person), person.window.pages, person.window.reader
    assert not pages.is_in_the_way  # it opens over the filters and the list
    window.move(reader.mapToGlobal(QPoint(20, 20)))
    assert pages.is_in_the_way


def test_the_buttons_filter_and_copy(person: Person) -> None:
    window, session = opened(person), person.window.session
    with person.qtbot.waitSignal(session.query_changed):
        window.head.filter.click()
    assert session.query.facets == (FacetChoice(Facet.PERSON, FUKUDA),)
    window.head.copy.click()
    assert QGuiApplication.clipboard().text() == FUKUDA


def test_an_entry_of_ones_own_has_a_page_that_follows_what_is_said(person: Person) -> None:
    window, session = person.window, person.window.session
    naming = session.library.naming
    own, change = naming.enter(EntityType.PERSON, "Otokichi Yamabe", "山辺音吉", "", ())
    change.result()
    session.library.work.settle()
    window.pages.open(own)
    page = shows(person, own)
    assert "ENTERED BY YOU · 3 ARTICLES" in page.head.words()
    assert [one.words for one in lines(person, page)] == ["山辺音吉"] * 3
    person.saves(lambda: naming.merge(own, FUKUDA).result())
    shows(person, FUKUDA)
    assert "山辺音吉" in [name.text for name in page.about.names.names.names]
    window.pages.open(own)  # the old id leads to the same page
    shows(person, FUKUDA)


def test_the_size_of_the_page_is_remembered_and_it_goes_with_the_window(
    person: Person, somebody: Callable[[], Person], tmp_path: Path
) -> None:
    window = opened(person)
    window.resize(511, 433)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert person.window.pages.window is None
    assert opened(person).width() == 511
    person.leaves()
    assert person.window.pages.window is None
    again = somebody()
    again.opens(tmp_path / "library")
    again.window.pages.open(FUKUDA)
    assert shows(again, FUKUDA).height() == 433


def test_of_two_pages_that_are_wanted_at_once_the_last_is_shown(person: Person) -> None:
    pages = person.window.pages

    pages.open(JAPAN)
    pages.open(FUKUDA)
    window = shows(person, FUKUDA)
    person.qtbot.waitUntil(lambda: not person.window.session.jobs.is_busy)
    assert window.page is not None
    assert window.page.id == FUKUDA
    assert window.head.back.isHidden()
