"""The lines of one block of the sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.queries import Facet, FacetChoice, Flag
from usjp_reader.gui.filters.line_model import LineModel
from usjp_reader.gui.filters.line_view import LineView
from usjp_reader.gui.filters.values import Key, Line, Mark
from usjp_reader.gui.theme.themes import DARK

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def a_key(value: str) -> FacetChoice:
    return FacetChoice(Facet.PERSON, value)


def a_line(value: str, mark: Mark = Mark.OFF, count: int = 3) -> Line:
    return Line(a_key(value), f"<i>{value}</i>", count, mark=mark, square=EntityType.PERSON)


@pytest.fixture
def view(qtbot: QtBot) -> LineView:
    shown = LineView("People", can_exclude=True)
    qtbot.addWidget(shown)
    shown.set_lines((a_line("a"), a_line("b"), a_line("c")))
    shown.resize(220, 90)
    shown.show()
    return shown


@pytest.fixture
def told(view: LineView) -> list[tuple[Key, bool]]:
    said: list[tuple[Key, bool]] = []
    view.toggled.connect(lambda key, excluded: said.append((key, excluded)))
    return said


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = LineModel()
    model.set_lines((a_line("a"), Line(None, "All", 1284, 3, told="x")))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_click_chooses_and_with_a_modifier_excludes(
    view: LineView, told: list[tuple[Key, bool]], qtbot: QtBot
) -> None:
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    QTest.mouseClick(view.viewport(), LEFT, CTRL, pos=place)
    QTest.mouseClick(view.viewport(), LEFT, ALT, pos=place)
    assert told == [(a_key("b"), False), (a_key("b"), True), (a_key("b"), True)]


def test_a_plain_click_takes_an_exclusion_back(
    view: LineView, told: list[tuple[Key, bool]], qtbot: QtBot
) -> None:
    view.set_lines((a_line("a", Mark.UNWANTED), a_line("b"), a_line("c")))
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(30, 5))
    assert told == [(a_key("a"), True)]


def test_flags_are_never_excluded(qtbot: QtBot) -> None:
    view = LineView("Library")
    qtbot.addWidget(view)
    view.set_lines((Line(Flag.UNREAD, "Unread", 1),))
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(view.toggled) as toggled:
        QTest.keyClick(view, Qt.Key.Key_Space, CTRL)
    assert toggled.args == [Flag.UNREAD, False]


def test_space_enter_and_minus(view: LineView, told: list[tuple[Key, bool]], qtbot: QtBot) -> None:
    view.enter(1)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert told == [(a_key("a"), False), (a_key("b"), False), (a_key("b"), True)]


def test_arrows_leave_at_both_ends(view: LineView, qtbot: QtBot) -> None:
    view.enter(-1)
    with qtbot.waitSignal(view.left) as down:
        QTest.keyClick(view, Qt.Key.Key_Down)
    view.enter(1)
    with qtbot.waitSignal(view.left) as up:
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert (down.args, up.args) == ([1], [-1])


def test_new_counts_keep_the_current_line(view: LineView) -> None:
    view.enter(1)
    view.setCurrentIndex(view.model().index(1, 0))
    view.set_lines((a_line("a", count=9), a_line("b", count=8), a_line("c", count=7)))
    assert view.currentIndex().row() == 1
    view.set_lines((a_line("c"), a_line("x"), a_line("y"), a_line("b")))
    assert view.currentIndex().row() == 3
    assert view.height() == view.rowHeight(0) * 4
    view.set_lines(())
    assert not view.enter(1)
    assert view.height() == 0


def test_a_screen_reader_hears_counts_and_choices(view: LineView) -> None:
    view.set_lines(
        (
            Line(a_key("a"), "Occupation", 12, 3, years="1945–52", mark=Mark.WANTED),
            a_line("b", Mark.UNWANTED),
        )
    )
    role = Qt.ItemDataRole.AccessibleTextRole
    model = view.model()
    assert model.index(0, 0).data(role) == (
        "Occupation 1945–52, 12 articles, 3 more possibly, chosen"
    )
    assert model.index(1, 0).data(role) == "<i>b</i>, 3 articles, excluded"


def test_possible_articles_are_counted_apart() -> None:
    assert Line(None, "x", 12, 3).count_words == "12 +3?"
    assert Line(None, "x", 1284).count_words == "1,284"
    assert Line(None, "x", 0, 0).is_empty
    assert not Line(None, "x", 0, 3).is_empty


def test_the_menu_offers_both(view: LineView, told: list[tuple[Key, bool]], qtbot: QtBot) -> None:
    place = QPoint(30, 5)
    view.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    )
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    for action in menu.actions():
        action.trigger()
    assert told == [(a_key("a"), False), (a_key("a"), True)]
    menu.close()


def test_every_kind_of_line_is_painted(view: LineView) -> None:
    view.set_lines(
        (
            Line(None, "A very long name " * 9, 0, years="1945–52", is_apart=True),
            a_line("b", Mark.UNWANTED),
            a_line("c", Mark.WANTED, 0),
        )
    )
    view.enter(1)
    view.set_theme(DARK)
    view.resize(60, 90)
    assert not view.grab().isNull()
