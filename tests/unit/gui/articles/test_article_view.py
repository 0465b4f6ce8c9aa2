"""Moving through the list chooses articles; changing the list does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from usjp_reader.domain.articles import ArticleRow, Snippet
from usjp_reader.domain.dates import UNDATED
from usjp_reader.domain.spans import Span
from usjp_reader.gui.articles.delegate import ArticleDelegate
from usjp_reader.gui.articles.empty import Drop
from usjp_reader.gui.articles.pages import NoPages
from usjp_reader.gui.articles.pane import ArticlePane
from usjp_reader.gui.articles.typeset import RowFonts, RowWords, set_row
from usjp_reader.gui.articles.view import ArticleView
from usjp_reader.gui.theme.themes import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    shown = ArticleView(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(380, 600)
    shown.show()
    return shown


@pytest.fixture
def chosen(view: ArticleView) -> list[str]:
    uids: list[str] = []
    view.article_chosen.connect(uids.append)
    return uids


def test_j_and_k_go_down_and_up(view: ArticleView, chosen: list[str], source: type) -> None:
    view.set_pages(source(3))
    assert [view.select_next(), view.select_next(), view.select_previous()] == [True] * 3
    assert chosen == ["u0", "u1", "u0"]
    assert not view.select_previous()
    view.select_row(2)
    assert not view.select_next()
    assert view.current_uid == "u2"


def test_arrow_keys_home_and_end_choose(
    view: ArticleView, chosen: list[str], source: type, qtbot: QtBot
) -> None:
    view.set_pages(source(1000))
    view.select_row(0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
    assert chosen == ["u0", "u1", "u999", "u0"]


def test_a_click_chooses_and_a_double_click_opens(
    view: ArticleView, chosen: list[str], source: type, qtbot: QtBot
) -> None:
    view.set_pages(source(5))
    place = view.visualRect(view.articles.index(1, 0)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view.viewport(), left, pos=place)
    assert chosen == ["u1"]
    with qtbot.waitSignal(view.article_opened) as opened:
        QTest.mouseDClick(view.viewport(), left, pos=place)
    assert opened.args == ["u1"]


def test_enter_opens(view: ArticleView, source: type, qtbot: QtBot) -> None:
    view.set_pages(source(5))
    with qtbot.assertNotEmitted(view.article_opened):
        QTest.keyClick(view, Qt.Key.Key_Return)
    view.select_row(3)
    with qtbot.waitSignal(view.article_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["u3"]


def test_letters_are_left_to_the_window(
    view: ArticleView, chosen: list[str], source: type, qtbot: QtBot
) -> None:
    view.set_pages(source(5))
    view.select_row(2)
    QTest.keyClicks(view, "the")
    assert view.current_uid == "u2"


def test_a_click_on_the_star_is_for_the_star(
    view: ArticleView, chosen: list[str], source: type, qtbot: QtBot
) -> None:
    view.set_pages(source(5))
    delegate = view.itemDelegate()
    assert isinstance(delegate, ArticleDelegate)
    box = delegate.star_box(QRectF(view.visualRect(view.articles.index(2, 0))))
    with qtbot.waitSignal(view.star_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert clicked.args == ["u2"]
    assert chosen == []


def test_a_new_list_keeps_the_current_article_and_says_nothing(
    view: ArticleView, chosen: list[str], source: type
) -> None:
    view.set_pages(source(100))
    view.select_row(7)
    view.set_pages(source(100, 5))
    assert view.current_uid == "u7"
    assert view.currentIndex().row() == 2
    assert view.selected_uids() == ("u7",)
    assert chosen == ["u7"]


def test_an_article_that_is_gone_leaves_nothing_chosen(
    view: ArticleView, chosen: list[str], source: type
) -> None:
    view.set_pages(source(100))
    view.select_row(7)
    view.set_pages(source(100, 50))
    assert view.current_uid is None
    assert view.selected_uids() == ()
    assert chosen == ["u7"]


def test_the_program_can_move_the_mark_in_silence(
    view: ArticleView, chosen: list[str], source: type
) -> None:
    view.set_pages(source(100))
    assert view.show_current("u9")
    assert not view.show_current("not here")
    assert view.current_uid == "u9"
    assert chosen == []


def test_several_can_be_selected(view: ArticleView, source: type, qtbot: QtBot) -> None:
    view.set_pages(source(10))
    view.select_row(1)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_uids() == ("u1", "u2")


def test_the_menu_belongs_to_the_article_under_the_pointer(
    view: ArticleView, source: type, qtbot: QtBot
) -> None:
    view.set_pages(source(5))
    place = view.visualRect(view.articles.index(1, 0)).center()
    with qtbot.waitSignal(view.context_requested) as asked:
        view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
    assert asked.args[0] == "u1"
    with qtbot.assertNotEmitted(view.context_requested):
        far = QPoint(5, 590)
        view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, far, far))


def test_every_row_has_one_height_that_follows_the_font(view: ArticleView, source: type) -> None:
    view.set_pages(source(3))
    before = view.rowHeight(0)
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    assert view.rowHeight(0) == view.rowHeight(2) > before * 1.5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_awkward_rows_are_painted(
    view: ArticleView, source: type, a_row: ArticleRow, theme: object
) -> None:
    rows = source(40)
    rows.row = replace(
        a_row,
        title="\u202e<b>" + "長い見出し" * 60,
        publisher="",
        published=UNDATED,
        is_starred=True,
        has_passages=True,
        is_specimen=True,
        is_unread=False,
        snippet=Snippet("語" * 500, (Span(0, 400), Span(450, 460))),
    )
    view.set_theme(theme)  # type: ignore[arg-type]
    view.set_pages(rows)
    view.resize(90, 300)
    view.select_row(0)
    assert not view.grab().isNull()


def test_words_are_shortened_and_hits_stay_on_their_words(
    qtbot: QtBot, view: ArticleView, a_row: ArticleRow
) -> None:
    fonts = RowFonts.of(view.font())
    text = "😀𠮷 " + "word " * 80
    row = replace(a_row, snippet=Snippet(text, (Span(3, 7), Span(383, 387))))
    made = set_row(row, 300, fonts, RowWords("5 min", "Specimen", QTextCharFormat()))
    first, second = made.snippet
    assert [hit.of(first.text) for hit in first.hits] == ["word"]
    assert second.text.endswith("…")
    assert second.hits == ()
    assert made.date.text.startswith("15 May 1972 ≈ · ")
    assert made.date.text.endswith(" · 5 min")
    assert made.tag is None


def test_an_empty_library_says_how_to_begin(qtbot: QtBot, source: type) -> None:
    pane = ArticlePane(LIGHT)
    qtbot.addWidget(pane)
    pane.show_pages(source(2))
    assert pane.currentWidget() is pane.view
    pane.show_pages(NoPages())
    assert pane.currentWidget() is pane.empty
    assert "This library is empty" in pane.empty.words
    pane.set_theme(DARK)


def test_an_empty_result_says_which_filter_to_drop(qtbot: QtBot) -> None:
    pane = ArticlePane(LIGHT)
    qtbot.addWidget(pane)
    pane.show_pages(NoPages(), [Drop("a", "<b>Sato & Co</b>", 3), Drop("b", "x" * 90)])
    assert "No article matches" in pane.empty.words
    buttons = {button.text(): button for button in pane.empty.findChildren(QPushButton)}
    assert "Without <b>Sato && Co</b>: 3 articles" in buttons
    with qtbot.waitSignal(pane.empty.drop_requested) as dropped:
        buttons["Without <b>Sato && Co</b>: 3 articles"].click()
    assert dropped.args == ["a"]
    with qtbot.waitSignal(pane.empty.clear_requested):
        buttons["Clear all filters"].click()
    pane.show_problem("The search failed", "Try again")
    assert pane.empty.words == "The search failed\nTry again"


def test_one_filter_alone_needs_no_clear_all(qtbot: QtBot) -> None:
    pane = ArticlePane(LIGHT)
    qtbot.addWidget(pane)
    pane.show_pages(NoPages(), [Drop("a", "Unread")])
    assert [button.text() for button in pane.empty.findChildren(QPushButton)] == ["Unread"]


# -- several at once, and the same list found again ----------------------------------------


def select_by_keys(view: ArticleView, first: int, *keys: Qt.Key) -> None:
    view.select_row(first)
    for key in keys:
        QTest.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)


def test_several_articles_are_selected_by_keys_while_each_is_opened(
    view: ArticleView, source: type
) -> None:
    view.set_pages(source(50))
    view.article_chosen.connect(view.show_current)  # as the window does, once it is open
    select_by_keys(view, 3, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert view.selected_uids() == ("u3", "u4", "u5")
    assert view.current_uid == "u5"
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.selected_uids()) == 50


def test_very_many_articles_are_named_without_fetching_their_rows(
    view: ArticleView, source: type
) -> None:
    class Many(source):  # type: ignore[misc]
        def uids(self, offset: int, limit: int) -> frozenset[str]:
            return frozenset(f"u{number}" for number in range(offset, offset + limit))

    pages = Many(100_000)
    view.set_pages(pages)
    view.selectAll()
    before = len(pages.asked)
    assert len(view.selected_uids()) == 100_000
    assert len(pages.asked) == before


def test_the_same_list_found_again_keeps_place_and_selection(
    view: ArticleView, source: type
) -> None:
    view.set_pages(source(1000))
    select_by_keys(view, 300, Qt.Key.Key_Down, Qt.Key.Key_Down)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 100)
    at = view.rowViewportPosition(302)
    view.set_pages(source(999, first=1), is_same=True)
    assert view.current_uid == "u302"
    assert view.selected_uids() == ("u300", "u301", "u302")
    assert view.rowViewportPosition(301) == at


def test_another_list_does_not_keep_what_was_selected(view: ArticleView, source: type) -> None:
    view.set_pages(source(1000))
    select_by_keys(view, 3, Qt.Key.Key_Down)
    view.set_pages(source(1000))
    assert view.selected_uids() == ("u4",)


def test_after_an_article_left_the_list_j_and_k_go_on_from_its_place(
    view: ArticleView, chosen: list[str], source: type
) -> None:
    class Without(source):  # type: ignore[misc]
        def rows(self, offset: int, limit: int) -> tuple[ArticleRow, ...]:
            found = source(101).rows(0, 101)
            return tuple(row for row in found if row.uid != "u40")[offset : offset + limit]

    view.set_pages(source(101))
    for step, wanted in ((view.select_next, "u41"), (view.select_previous, "u39")):
        view.select_row(40)
        view.set_pages(Without(100), is_same=True)
        assert view.current_uid is None
        assert step()
        assert chosen[-1] == wanted
        view.set_pages(source(101))


def test_a_row_is_fetched_anew_alone_and_a_list_out_of_date_does_not_shift(
    view: ArticleView, source: type
) -> None:
    pages = source(60)
    view.set_pages(pages)
    assert view.articles.article(5) is not None
    pages.starred.add("u5")
    view.refresh_row("u5")
    row = view.articles.article(5)
    assert row is not None
    assert row.is_starred
    pages.first = 1  # the first article is gone, and the list does not know yet
    pages.starred.add("u6")
    view.refresh_row("u5")
    assert [view.articles.article(at).uid for at in (4, 5, 6)] == ["u4", "u5", "u6"]  # type: ignore[union-attr]
