"""The whole sidebar: one query in, another out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from usjp_reader.domain.dates import Days
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.queries import (
    ArticleQuery,
    Axis,
    EraChoice,
    Facet,
    FacetChoice,
    Flag,
    Sort,
)
from usjp_reader.gui.filters.division import DivisionDialog, division_told, era_told
from usjp_reader.gui.filters.facet_block import FEW, MANY
from usjp_reader.gui.filters.sidebar import Sidebar
from usjp_reader.gui.filters.values import Mark
from usjp_reader.gui.theme.themes import DARK

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from usjp_reader.domain.eras import Periodisation
    from usjp_reader.domain.queries import Counts

TREATY = EraChoice("phases", "treaty")
ONE = FacetChoice(Facet.PERSON, "person/1")


@pytest.fixture
def sidebar(qtbot: QtBot, divisions: tuple[Periodisation, ...], counts: Counts) -> Sidebar:
    shown = Sidebar(divisions)
    qtbot.addWidget(shown)
    shown.set_counts(counts)
    shown.resize(260, 700)
    shown.show()
    return shown


@pytest.fixture
def asked(sidebar: Sidebar) -> list[ArticleQuery]:
    queries: list[ArticleQuery] = []
    sidebar.query_changed.connect(queries.append)
    return queries


def names(sidebar: Sidebar, facet: Facet) -> list[str]:
    return [line.name for line in sidebar.facets[facet].view.lines]


def button(sidebar: Sidebar, words: str) -> QToolButton:
    return next(b for b in sidebar.findChildren(QToolButton) if b.text() == words)


def test_the_library_comes_first(sidebar: Sidebar) -> None:
    shown = [(line.name, line.count) for line in sidebar.flags.lines]
    assert shown == [
        ("All articles", 1284),
        ("Unread", 911),
        ("Starred", 37),
        ("With passages", 58),
        ("Undated", 4),
        ("To review", 0),
    ]
    assert sidebar.flags.lines[0].mark is Mark.WANTED


def test_all_articles_stays_the_whole_library(sidebar: Sidebar, fewer: Counts) -> None:
    sidebar.set_query(ArticleQuery(facets=(ONE,)))
    sidebar.set_counts(fewer)
    assert sidebar.flags.lines[0].count == 1284
    sidebar.set_counts(fewer, 1300)
    assert sidebar.flags.lines[0].count == 1300


def test_a_flag_narrows_and_all_articles_takes_everything_back(
    sidebar: Sidebar, asked: list[ArticleQuery]
) -> None:
    sidebar.set_query(ArticleQuery(words="rain", facets=(ONE,), sort=Sort.OLDEST))
    sidebar.flags.toggled.emit(Flag.UNREAD, False)
    sidebar.flags.toggled.emit(None, False)
    assert asked[0].flags == (Flag.UNREAD,)
    assert asked[1] == ArticleQuery(sort=Sort.OLDEST)
    assert sidebar.query == asked[1]


def test_eras_show_certain_and_possible(sidebar: Sidebar) -> None:
    opening, treaty = sidebar.eras.view.lines
    assert opening.is_empty
    assert (treaty.name, treaty.years, treaty.count_words) == (
        "Revised treaty",
        "1960–72",
        "12 +3?",
    )
    assert "interval" in treaty.told
    assert "Treaty <b>in force</b>" in treaty.told
    assert [line.name for line in sidebar.eras.beside.lines] == ["Islands"]


def test_only_certain_dates_hides_the_possible(
    sidebar: Sidebar, asked: list[ArticleQuery], qtbot: QtBot
) -> None:
    QTest.mouseClick(button(sidebar, "Only certain dates"), Qt.MouseButton.LeftButton)
    assert asked[-1].certain_only
    assert sidebar.eras.view.lines[1].count_words == "12"


def test_an_era_is_chosen_and_its_years_are_shaded(
    sidebar: Sidebar, asked: list[ArticleQuery]
) -> None:
    sidebar.eras.view.toggled.emit(TREATY, False)
    assert asked == [ArticleQuery(eras=(TREATY,))]
    assert sidebar.eras.view.lines[1].mark is Mark.WANTED
    shaded = sidebar.eras.histogram._shaded
    assert shaded == (Days(date(1960, 6, 23), date(1972, 5, 14)),)


def test_talks_about_changes_what_an_era_means(
    sidebar: Sidebar, asked: list[ArticleQuery], qtbot: QtBot
) -> None:
    QTest.mouseClick(button(sidebar, "Talks about"), Qt.MouseButton.LeftButton)
    assert asked[-1].axis is Axis.ABOUT
    assert "reaching beyond" in sidebar.eras.view.lines[1].told


def test_brushed_years_are_days_of_publication(sidebar: Sidebar, asked: list[ArticleQuery]) -> None:
    days = Days(date(1945, 1, 1), date(1949, 12, 31))
    sidebar.eras.histogram.years_brushed.emit(days)
    sidebar.eras.histogram.years_brushed.emit(None)
    assert [query.published for query in asked] == [days, None]


def test_bars_do_not_jump_while_filtering(sidebar: Sidebar, fewer: Counts) -> None:
    before = [(bar.first, bar.last) for bar in sidebar.eras.histogram.bars()]
    sidebar.set_query(ArticleQuery(facets=(ONE,)))
    sidebar.set_counts(fewer)
    assert [(bar.first, bar.last) for bar in sidebar.eras.histogram.bars()] == before


def test_another_division_shows_its_eras(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.division_changed) as changed:
        menu = sidebar.eras._chooser.menu()
        next(a for a in menu.actions() if a.data() == "terms").trigger()
    assert changed.args == ["terms"]
    assert [line.years for line in sidebar.eras.view.lines] == ["1888–"]
    QTest.mouseClick(button(sidebar, "23 without articles"), Qt.MouseButton.LeftButton)
    assert len(sidebar.eras.view.lines) == 24
    assert button(sidebar, "hide 23 without articles")


def test_a_division_says_who_claims_it(divisions: tuple[Periodisation, ...]) -> None:
    assert "A reading of history" in division_told(divisions[0])
    assert "Claimed by USJP Reader." in division_told(divisions[0])
    assert "A record" in division_told(divisions[1])
    assert "also belongs to the era before" in era_told(divisions[0].eras[1])


def test_about_a_division_stands_on_what_each_era_rests(
    qtbot: QtBot, divisions: tuple[Periodisation, ...]
) -> None:
    dialog = DivisionDialog(divisions[0])
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "23 Jun 1960 – 15 May 1972" in words
    assert "Treaty <b>in force</b> (Tokyo)" in words
    assert "Checked in: Office of the Historian" in words
    assert "Islands (beside the others)" in words
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel)
    )


def test_the_division_can_be_explained_from_the_menu(sidebar: Sidebar) -> None:
    sidebar.eras.explain()
    dialog = sidebar.window().findChild(DivisionDialog)
    assert isinstance(dialog, DivisionDialog)
    dialog.close()


def test_a_facet_shows_its_commonest_values_first(sidebar: Sidebar) -> None:
    assert names(sidebar, Facet.PERSON) == [f"Person {number}" for number in range(FEW)]
    assert button(sidebar, "292 more")
    assert not sidebar.facets[Facet.EVENT].isVisible()


def test_places_have_the_colour_of_their_own_type(sidebar: Sidebar) -> None:
    squares = [line.square for line in sidebar.facets[Facet.PLACE].view.lines]
    assert squares == [EntityType.GPE, EntityType.FAC]
    assert sidebar.facets[Facet.LANGUAGE].view.lines[0].square is None


def test_more_shows_many_and_says_what_is_left(sidebar: Sidebar, qtbot: QtBot) -> None:
    more = button(sidebar, "292 more")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(names(sidebar, Facet.PERSON)) == MANY
    assert more.text() == "fewer (100 others: use find)"
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(names(sidebar, Facet.PERSON)) == FEW


def test_find_in_a_facet(sidebar: Sidebar, qtbot: QtBot) -> None:
    people = sidebar.facets[Facet.PERSON]
    people.find_values("person 29")
    assert names(sidebar, Facet.PERSON)[:2] == ["Person 29", "Person 290"]
    people.find_values("nobody")
    assert names(sidebar, Facet.PERSON) == []
    assert button(sidebar, "No such name here")
    QTest.keyClick(people._edit, Qt.Key.Key_Escape)
    assert len(names(sidebar, Facet.PERSON)) == FEW
    sidebar.facets[Facet.PLACE].find_values("沖縄")
    assert names(sidebar, Facet.PLACE) == ["Okinawa 沖縄"]


def test_what_is_chosen_stays_on_top_even_without_articles(sidebar: Sidebar, fewer: Counts) -> None:
    far = FacetChoice(Facet.PERSON, "person/250")
    sidebar.set_query(ArticleQuery(facets=(far,)))
    assert names(sidebar, Facet.PERSON)[0] == "Person 250"
    sidebar.set_counts(fewer)
    first = sidebar.facets[Facet.PERSON].view.lines[0]
    assert (first.name, first.count, first.mark) == ("Person 250", 0, Mark.WANTED)


def test_a_value_is_wanted_unwanted_or_neither(sidebar: Sidebar, asked: list[ArticleQuery]) -> None:
    people = sidebar.facets[Facet.PERSON].view
    people.toggled.emit(ONE, False)
    people.toggled.emit(ONE, True)
    people.toggled.emit(ONE, True)
    unwanted = replace(ONE, excluded=True)
    assert [query.facets for query in asked] == [(ONE,), (unwanted,), ()]


def test_showing_a_query_says_nothing(sidebar: Sidebar, asked: list[ArticleQuery]) -> None:
    sidebar.set_query(ArticleQuery(flags=(Flag.STARRED,), eras=(TREATY,), facets=(ONE,)))
    assert asked == []
    assert [line.mark for line in sidebar.flags.lines][2] is Mark.WANTED


def test_arrow_keys_go_through_all_blocks(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.flags.enter(-1)
    assert sidebar.flags.currentIndex().row() == 5
    QTest.keyClick(sidebar.flags, Qt.Key.Key_Down)
    assert sidebar.eras.view.currentIndex().row() == 0
    sidebar.eras.view.left.emit(1)
    sidebar.eras.beside.left.emit(1)
    assert sidebar.facets[Facet.PERSON].view.currentIndex().row() == 0
    sidebar.facets[Facet.PERSON].set_open(False)
    sidebar.eras.beside.left.emit(1)
    assert sidebar.facets[Facet.PLACE].view.currentIndex().row() == 0


def test_what_is_folded_is_remembered(
    sidebar: Sidebar, qtbot: QtBot, divisions: tuple[Periodisation, ...]
) -> None:
    sidebar.facets[Facet.PERSON]._heading.click()
    sidebar.eras.show_division("terms")
    state = sidebar.state()
    assert state == {"folded": ["person"], "division": "terms", "eras": True}
    other = Sidebar(divisions)
    qtbot.addWidget(other)
    other.restore(state)
    assert not other.facets[Facet.PERSON].is_open
    assert other.eras.division == "terms"
    other.restore({"folded": 3, "eras": None})
    assert other.facets[Facet.PERSON].is_open
    assert other.eras.division == "phases"


def test_everything_has_a_name_for_screen_readers(sidebar: Sidebar) -> None:
    views = [sidebar.flags, sidebar.eras.view, sidebar.eras.beside, sidebar.eras.histogram]
    assert all(view.accessibleName() for view in views)
    assert all(block.view.accessibleName() for block in sidebar.facets.values())


def test_it_is_painted_in_the_dark_too(sidebar: Sidebar) -> None:
    sidebar.set_theme(DARK)
    assert not sidebar.grab().isNull()
