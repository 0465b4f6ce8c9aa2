"""Lines in the reader: why they are furniture, and how the reader says that they are something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from usjp_reader.domain.corrections import LINE_RULE, REPEATED_RULE, SOURCE_RULE, LineReach
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind
from usjp_reader.gui.reader.context_menu import reader_menu
from usjp_reader.gui.reader.line_choices import FURNITURE, TEXT, choices
from usjp_reader.gui.reader.line_words import done_words, rule_why, source_words
from usjp_reader.reading.document import compose

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.unit.gui.reader.conftest import Desk
    from usjp_reader.domain.texts import Line
    from usjp_reader.gui.reader.pane import ReaderPane
    from usjp_reader.reading.document import ReaderDocument

ADVERT, SPOKE, KEPT = "Advertisement", "Prime Minister Eisaku Sato spoke", "What was kept"


def offered(pane: ReaderPane, position: int | None = None) -> list[str]:
    words = [action.text() for action in reader_menu(pane, position).actions()]
    return [one for one in words if one]


def line_of(desk: Desk, words: str) -> Line:
    at = desk.span_of(words).start
    return next(line for line in desk.article.lines if line.span.covers(at))


def read_as(desk: Desk, words: str, kind: LineKind, rule: str = LINE_RULE) -> ReaderDocument:
    """The article with one line read as something else."""
    old = line_of(desk, words)
    new = replace(old, kind=kind, rule=rule)
    lines = tuple(new if line == old else line for line in desk.article.lines)
    return compose(replace(desk.article, lines=lines))


def shown_words(pane: ReaderPane) -> list[str]:
    text = pane.view.marks.document.text
    return [line.span.of(text) for line in pane.view.lines if line.is_shown and line.span]


# -- what is offered -----------------------------------------------------------------------


def test_a_line_of_text_can_be_said_to_be_furniture(open_pane: ReaderPane, desk: Desk) -> None:
    words = offered(open_pane, desk.span_of(SPOKE).start)
    assert words[:2] == ["This is page furniture", "… in all articles of this source"]


def test_a_line_of_furniture_says_its_rule_and_can_be_said_to_be_text(
    open_pane: ReaderPane, desk: Desk
) -> None:
    open_pane.show_furniture(True)
    words = offered(open_pane, desk.span_of(ADVERT).start)
    assert words[:2] == ["Page furniture: test rule", "This is text"]


def test_what_is_folded_away_is_never_meant(open_pane: ReaderPane, desk: Desk) -> None:
    assert offered(open_pane, desk.span_of(ADVERT).start) == ["Show page furniture"]
    whole = Span(0, len(desk.article.version.text))
    open_pane.view.select(whole)
    assert all(line.is_content for line in open_pane.lines.meant())


def test_several_lines_can_be_meant_at_once(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    first, last = desk.span_of(SPOKE), desk.span_of(KEPT)
    open_pane.view.select(Span(first.start + 3, last.start + 4))
    assert "These 2 lines are page furniture" in offered(open_pane)
    with qtbot.waitSignal(open_pane.lines.told) as told:
        open_pane.lines.tell_meant(FURNITURE, of_source=True)
    lines, kind, of_source = told.args
    assert [line.span for line in lines] == [line_of(desk, w).span for w in (SPOKE, KEPT)]
    assert (kind, of_source) == (LineKind.BOILERPLATE, True)
    assert open_pane.selected_span() is None


def test_the_menu_names_the_source_once_its_articles_are_counted(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    with qtbot.waitSignal(open_pane.lines.reach_wanted) as wanted:
        menu = reader_menu(open_pane, desk.span_of(SPOKE).start)
    open_pane.lines.show_reach(wanted.args[0], LineReach("harbor.example", 1_312))
    words = [action.text() for action in menu.actions()]
    assert "… in all 1,312 articles of “harbor.example” that have it" in words


def test_a_key_means_the_line_that_was_clicked(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    with qtbot.waitSignal(open_pane.lines.nothing_meant):
        open_pane.lines.tell_meant(FURNITURE)
    open_pane.view.set_caret(desk.span_of("spoke first").start)
    with qtbot.waitSignal(open_pane.lines.told) as told:
        open_pane.lines.tell_meant(FURNITURE)
    assert told.args[0] == (line_of(desk, SPOKE),)


# -- the card of a line of furniture -------------------------------------------------------


def test_a_click_on_furniture_shows_why_and_offers_the_same(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    open_pane.show_furniture(True)
    QApplication.processEvents()
    span = desk.span_of(ADVERT)
    point = open_pane.view.rect_of(Span(span.start, span.start + 1)).center()
    QTest.mouseClick(open_pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    card = open_pane.cards.line
    assert card.isVisible()
    assert [label.text() for label in card.findChildren(QLabel)] == [
        "Page furniture: test rule",
        "Caught by: test rule",
    ]
    line = line_of(desk, ADVERT)
    open_pane.lines.show_reach((line,), LineReach("papers/", 3))
    buttons = [one for one in card.findChildren(QPushButton) if one.isVisible()]
    assert [one.accessibleName() for one in buttons] == [
        "This is text",
        "… in all 3 articles of the folder “papers” that have it",
    ]
    assert card.rect().contains(buttons[-1].geometry())
    with qtbot.waitSignal(open_pane.lines.told) as told:
        QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert told.args == [(line,), TEXT, True]
    assert card.isHidden()


def test_enter_on_furniture_opens_the_card_for_the_keyboard(
    open_pane: ReaderPane, desk: Desk
) -> None:
    open_pane.show_furniture(True)
    open_pane.view.set_caret(desk.span_of(ADVERT).start + 2)
    QTest.keyClick(open_pane.view, Qt.Key.Key_Return)
    assert open_pane.cards.line.isVisible()
    assert open_pane.cards.line.isAncestorOf(open_pane.cards.line.focusWidget())
    assert open_pane.peel()
    assert open_pane.cards.line.isHidden()


def test_an_answer_about_another_line_is_left_aside(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.show_furniture(True)
    open_pane.lines.show_card(desk.span_of(ADVERT).start)
    open_pane.lines.show_reach((line_of(desk, SPOKE),), LineReach("papers/", 3))
    names = [one.accessibleName() for one in open_pane.cards.line.findChildren(QPushButton)]
    assert names == ["This is text", "… in all articles of this source"]


def test_a_line_that_repeats_says_in_how_many_articles(open_pane: ReaderPane, desk: Desk) -> None:
    read = read_as(desk, SPOKE, LineKind.BOILERPLATE, REPEATED_RULE)
    open_pane.show_again(read, desk.header())
    open_pane.show_furniture(True)
    at = desk.span_of(SPOKE).start
    open_pane.lines.show_card(at)
    card = open_pane.cards.line
    why = card.findChildren(QLabel)[1]
    assert why.text() == "It stands in many articles of this source."
    line = open_pane.view.marks.line_at(at)
    assert line is not None
    open_pane.lines.show_reach((line,), LineReach("papers/", 14, 20))
    assert why.text() == "This line stands in 14 of 20 articles of this source."
    assert card.rect().contains(why.geometry())


# -- the article read again ----------------------------------------------------------------


def test_a_line_said_to_be_furniture_is_folded_and_nothing_jumps(
    open_pane: ReaderPane, desk: Desk
) -> None:
    open_pane.resize(640, 300)
    bar = open_pane.view.verticalScrollBar()
    bar.setValue(180)
    kept = desk.span_of("The bases stayed")
    at = open_pane.view.rect_of(Span(kept.start, kept.start + 1)).top()
    open_pane.show_again(read_as(desk, "佐藤栄作首相", LineKind.BOILERPLATE), desk.header())
    assert "佐藤栄作首相は式典であいさつした。" not in shown_words(open_pane)
    assert abs(open_pane.view.rect_of(Span(kept.start, kept.start + 1)).top() - at) <= 1


def test_what_was_unfolded_stays_so_when_a_line_of_it_is_text(
    open_pane: ReaderPane, desk: Desk
) -> None:
    QTest.mouseClick(open_pane.placing.folds.buttons[1], Qt.MouseButton.LeftButton)
    open_pane.show_again(read_as(desk, ADVERT, LineKind.BODY), desk.header())
    assert ADVERT in shown_words(open_pane)
    assert "Read also: Signed by satellite" in shown_words(open_pane)
    assert "By Our Correspondent" not in shown_words(open_pane)
    assert open_pane.placing.folds.buttons[1].text().startswith("▾ 1 line ")


def test_a_line_that_is_text_now_looks_like_text(open_pane: ReaderPane, desk: Desk) -> None:
    def colour(words: str) -> str:
        block = open_pane.view.document().findBlock(
            open_pane.view.offsets.unit(desk.span_of(words).start)
        )
        return block.begin().fragment().charFormat().foreground().color().name()

    open_pane.show_furniture(True)
    muted = colour(ADVERT)
    assert muted == colour("Read also")
    open_pane.show_again(read_as(desk, ADVERT, LineKind.BODY), desk.header())
    assert colour(ADVERT) != muted
    assert colour("Read also") == muted


# -- words ---------------------------------------------------------------------------------


def test_what_the_reader_said_can_be_left_to_the_program_again(
    qapp: QApplication, desk: Desk
) -> None:
    line = line_of(desk, SPOKE)
    own = choices([replace(line, rule=LINE_RULE)])
    assert (own[-1].words, own[-1].kind) == ("Leave it to the program again", None)
    of_source = choices([replace(line, rule=SOURCE_RULE)], LineReach("港日報", 2))
    assert of_source[-1].of_source
    assert of_source[-1].words == (
        "Leave it to the program again in all 2 articles of “港日報” that have it"
    )
    assert len(choices([line])) == 2


@pytest.mark.parametrize(
    ("quoted", "kind", "source", "words"),
    [
        (["Home {x}"], FURNITURE, "", "“Home {x}” is page furniture now. Ctrl+Z takes it back."),
        (["a", "b"], TEXT, "", "2 lines are text now. Ctrl+Z takes it back."),
        (
            ["ホーム"],
            None,
            "jp/",
            "“ホーム” is left to the program again in all articles of the folder “jp”."
            " Ctrl+Z takes it back.",
        ),
    ],
)
def test_what_was_done_is_said(
    qapp: QApplication, quoted: list[str], kind: LineKind | None, source: str, words: str
) -> None:
    assert done_words(quoted, kind, source) == words


def test_reasons_are_sentences_where_the_rule_is_known(qapp: QApplication) -> None:
    assert rule_why("share-menu").startswith("It is one of the links for sharing")
    assert rule_why("repeated-in-source") == "It stands in many articles of this source."
    assert (
        rule_why("repeated-in-source", LineReach("papers/", 14, 1_020))
        == "This line stands in 14 of 1,020 articles of this source."
    )
    assert rule_why("of-tomorrow") == "Caught by: of tomorrow"
    assert source_words("a" * 60 + "/") == f"the folder “{'a' * 39}…”"
