"""Reading: what is shown, what is hidden, and what the reader's clicks and keys ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from usjp_reader.domain.dates import Days, Period
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.passages import Colour
from usjp_reader.domain.spans import Span
from usjp_reader.gui.reader.context_menu import reader_menu
from usjp_reader.gui.reader.mention_card import plain_card
from usjp_reader.gui.reader.values import ReaderHeader, TextLook
from usjp_reader.gui.text_offsets import raw_text
from usjp_reader.gui.theme.themes import DARK, HIGH_CONTRAST

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.unit.gui.reader.conftest import Desk
    from usjp_reader.gui.reader.pane import ReaderPane


def shown_words(pane: ReaderPane) -> list[str]:
    text = pane.view.marks.document.text
    return [line.span.of(text) for line in pane.view.lines if line.is_shown and line.span]


def found_now(pane: ReaderPane) -> tuple[Span, ...]:
    return pane.view.marks.found


def point_of(pane: ReaderPane, span: Span) -> QPoint:
    return pane.view.rect_of(span).center()


def click(pane: ReaderPane, span: Span) -> None:
    point = point_of(pane, Span(span.start, span.start + 1))
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


# -- what is shown -------------------------------------------------------------------------


def test_the_text_is_shown_character_by_character(open_pane: ReaderPane, desk: Desk) -> None:
    assert raw_text(open_pane.view.document()) == desk.article.version.text


def test_page_furniture_is_folded_away_and_the_article_is_not(open_pane: ReaderPane) -> None:
    words = shown_words(open_pane)
    assert not any(line.startswith(("Home", "By Our", "Advert", "Comments")) for line in words)
    assert any(line.startswith("😀 At midnight") for line in words)
    assert "What was kept" in words


def test_the_title_is_not_said_twice(open_pane: ReaderPane) -> None:
    assert "The islands change hands" not in shown_words(open_pane)


def test_a_marked_title_is_shown_in_the_text(pane: ReaderPane, desk: Desk) -> None:
    marked = desk.passage("islands change")
    pane.show_article(desk.document([marked]), desk.header())
    assert "The islands change hands" in shown_words(pane)


def test_empty_lines_never_stand_together(open_pane: ReaderPane) -> None:
    shown = [line for line in open_pane.view.lines if line.is_shown]
    assert shown[0].span
    assert all(first.span or second.span for first, second in pairwise(shown))


def test_markers_say_what_is_folded_away(open_pane: ReaderPane) -> None:
    words = [button.text() for button in open_pane.placing.folds.buttons]
    assert words == [
        "▸ 3 lines of page furniture hidden (navigation, byline, dateline)",
        "▸ 2 lines of page furniture hidden (navigation, advertising)",
        "▸ 1 line of page furniture hidden (comments)",
    ]


def test_a_marker_opens_its_fold_and_closes_it_again(qtbot: QtBot, open_pane: ReaderPane) -> None:
    QTest.mouseClick(open_pane.placing.folds.buttons[1], Qt.MouseButton.LeftButton)
    assert "Advertisement" in shown_words(open_pane)
    assert "By Our Correspondent" not in shown_words(open_pane)
    opened = open_pane.placing.folds.buttons[1]
    assert opened.text().startswith("▾ 2 lines")
    QTest.mouseClick(opened, Qt.MouseButton.LeftButton)
    assert "Advertisement" not in shown_words(open_pane)


def test_all_furniture_can_be_shown(qtbot: QtBot, open_pane: ReaderPane) -> None:
    with qtbot.waitSignal(open_pane.furniture_toggled):
        open_pane.show_furniture(True)
    assert len(shown_words(open_pane)) == 12
    open_pane.show_furniture(False)
    assert len(shown_words(open_pane)) == 5


def test_furniture_stays_shown_in_the_next_article(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.show_furniture(True)
    open_pane.show_article(desk.document(), desk.header())
    assert "Advertisement" in shown_words(open_pane)


def test_markers_do_not_lie_over_words(open_pane: ReaderPane) -> None:
    open_pane.show_furniture(True)
    QApplication.processEvents()
    view = open_pane.view
    boxes = [button.geometry() for button in open_pane.placing.folds.buttons]
    assert boxes[0].top() >= open_pane.header.geometry().bottom()
    for span in (line.span for line in view.lines if line.is_shown and line.span):
        words = view.rect_of(Span(span.start, span.start + 1))
        assert not any(box.intersects(words) for box in boxes)


def test_the_header_tells_source_date_era_and_length(open_pane: ReaderPane) -> None:
    words = [label.text() for label in open_pane.header.findChildren(QLabel) if label.text()]
    assert words == [
        "The islands change hands",
        "Specimen, written 2026",
        "Harbor <i>Chronicle</i>",
        "Revised treaty · 612 words",
    ]
    assert open_pane.header.date_button().text() == "15 May 1972, inferred: why?"


def test_nothing_untrusted_is_read_as_markup(open_pane: ReaderPane) -> None:
    for label in open_pane.findChildren(QLabel):
        if label.objectName() != "qt_own":
            assert label.textFormat() in (Qt.TextFormat.PlainText, Qt.TextFormat.AutoText)
    plain = [*open_pane.header.findChildren(QLabel), *open_pane.cards.mention.findChildren(QLabel)]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in plain)
    assert "<b>Politics</b>" in raw_text(open_pane.view.document())


def test_a_wide_article_stays_at_its_measure(open_pane: ReaderPane) -> None:
    open_pane.resize(2000, 700)
    assert open_pane.view.place.text < 800


def test_the_next_article_begins_at_its_beginning(open_pane: ReaderPane, desk: Desk) -> None:
    bar = open_pane.view.verticalScrollBar()
    open_pane.resize(500, 300)
    bar.setValue(bar.maximum())
    open_pane.show_article(desk.document(), desk.header())
    assert bar.value() == 0


def test_larger_text_keeps_the_place(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.resize(500, 300)
    start = desk.span_of("What was kept").end + 400
    words = Span(start, start + 5)
    open_pane.scroll_to(words)
    before = open_pane.view.rect_of(words).top()
    open_pane.set_look(TextLook(points=20, measure=50, spacing=160))
    assert abs(open_pane.view.rect_of(words).top() - before) < 100


@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST])
def test_a_theme_can_change_while_reading(open_pane: ReaderPane, theme: object) -> None:
    open_pane.set_theme(theme)  # type: ignore[arg-type]
    assert not open_pane.grab().isNull()


def test_without_an_article_there_is_a_hint(open_pane: ReaderPane) -> None:
    open_pane.clear()
    assert not open_pane.view.isVisible()
    assert raw_text(open_pane.view.document()) == ""


def test_a_text_without_any_blank_is_broken_anywhere(pane: ReaderPane) -> None:
    from usjp_reader.gui.reader.values import ReaderHeader
    from usjp_reader.reading.document import ReaderDocument
    from usjp_reader.reading.overlay import Run

    text = "x" * 120_000
    runs = (Run(Span(0, len(text))),)
    pane.show_article(ReaderDocument(text, runs, (), (), (), ()), ReaderHeader("u", "t"))
    option = pane.view.document().defaultTextOption()
    assert option.wrapMode() == option.WrapMode.WrapAnywhere


# -- mentions ------------------------------------------------------------------------------


def test_the_legend_counts_each_type(open_pane: ReaderPane) -> None:
    shown = [toggle.text() for toggle in open_pane.legend.toggles.values() if toggle.isVisible()]
    assert shown == ["People 3", "Places 2"]


def test_a_type_can_be_switched_off(qtbot: QtBot, open_pane: ReaderPane, desk: Desk) -> None:
    person = open_pane.legend.toggles[EntityType.PERSON]
    with qtbot.waitSignal(open_pane.hidden_types_changed) as told:
        QTest.mouseClick(person, Qt.MouseButton.LeftButton)
    assert told.args == [frozenset({EntityType.PERSON})]
    assert open_pane.view.marks.mention_at(desk.span_of("Eisaku").start) is None
    open_pane.show_article(desk.document(), desk.header())
    assert open_pane.view.marks.mention_at(desk.span_of("Eisaku").start) is None


def test_types_can_be_hidden_from_the_start(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    with qtbot.assertNotEmitted(open_pane.hidden_types_changed):
        open_pane.set_hidden_types(frozenset({EntityType.GPE}))
    assert open_pane.view.marks.mention_at(desk.span_of("Okinawa").start) is None


def test_stepping_goes_through_the_mentions_and_round(open_pane: ReaderPane, desk: Desk) -> None:
    seen: list[Span | None] = []
    for _ in range(6):
        open_pane.next_mention()
        seen.append(open_pane.view.marks.current)
    assert seen[0] == seen[5] == desk.span_of("Okinawa")
    assert seen[:5] == sorted(seen[:5], key=lambda span: span or Span(0, 0))
    open_pane.previous_mention()
    assert open_pane.view.marks.current == desk.span_of("佐藤栄作")


def test_the_legend_says_which_of_how_many(open_pane: ReaderPane) -> None:
    open_pane.next_mention()
    open_pane.next_mention()
    words = [label.text() for label in open_pane.legend.findChildren(QLabel)]
    assert "2 of 5" in words


def test_resting_on_a_mention_asks_for_its_card(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    with qtbot.waitSignal(open_pane.card_requested) as asked:
        QTest.mouseMove(open_pane.view.viewport(), point_of(open_pane, desk.span_of("Eisaku")))
        open_pane.view.pointed_at.emit(desk.span_of("Eisaku").start)
    assert asked.args[0].text == "Eisaku Sato"


def test_the_card_tells_who_this_was(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.card_requested.connect(lambda one: open_pane.show_card(desk.card, one))
    click(open_pane, desk.span_of("Eisaku"))
    assert open_pane.cards.mention.isVisible()
    words = [one.text() for one in open_pane.cards.mention.findChildren(QLabel) if one.isVisible()]
    assert words == [
        "PERSON · SAID TEST.HEADING",
        "Eisaku Sato",
        "佐藤栄作",
        "Prime Minister 9 Nov 1964 – 7 Jul 1972\nLiberal Democratic Party",
        "said test.why",
        "42 articles, 1964–1972",
    ]


def test_a_doubtful_link_says_so(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.card_requested.connect(lambda one: open_pane.show_card(desk.card, one))
    open_pane.scroll_to(desk.span_of("Washington"))
    click(open_pane, desk.span_of("Washington"))
    words = [one.text() for one in open_pane.cards.mention.findChildren(QLabel)]
    assert "Doubtful. said test.why" in words


@pytest.mark.parametrize(
    ("link", "signal"), [(0, "mentions_requested"), (1, "mention_filter_requested")]
)
def test_the_links_of_the_card(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk, link: int, signal: str
) -> None:
    open_pane.card_requested.connect(lambda one: open_pane.show_card(desk.card, one))
    click(open_pane, desk.span_of("Eisaku"))
    with qtbot.waitSignal(getattr(open_pane, signal)) as told:
        open_pane.cards.mention.findChildren(QPushButton)[link].click()
    assert told.args == ["person/eisaku-sato"]


def test_the_card_leads_to_the_next_mention_of_the_same(open_pane: ReaderPane, desk: Desk) -> None:
    asked: list[str] = []
    open_pane.card_requested.connect(lambda one: asked.append(one.text))
    open_pane.card_requested.connect(lambda one: open_pane.show_card(desk.card, one))
    click(open_pane, desk.span_of("Eisaku"))
    for _ in range(3):
        open_pane.cards.mention.findChildren(QPushButton)[2].click()
    assert asked == ["Eisaku Sato", "Sato", "佐藤栄作", "Eisaku Sato"]


def test_an_answer_that_comes_too_late_is_left_aside(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.show_card(desk.card, desk.article.mentions[0])
    assert not open_pane.cards.mention.isVisible()


def test_a_name_nobody_knows_says_why_it_was_marked(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.card_requested.connect(lambda one: open_pane.show_card(plain_card(one), one))
    click(open_pane, desk.span_of("Okinawa"))
    card = open_pane.cards.mention
    words = [one.text() for one in card.findChildren(QLabel) if one.isVisible()]
    assert words == ["PLACE", "Okinawa", "said test.why"]
    links = [link.text() for link in card.findChildren(QPushButton) if link.isVisible()]
    assert links == ["Correct…"]


def test_the_right_button_offers_what_can_be_done(open_pane: ReaderPane, desk: Desk) -> None:
    def offered() -> list[str]:
        return [action.text() for action in reader_menu(open_pane).actions() if action.text()]

    passage = desk.passage("a farewell")
    open_pane.show_passages(desk.document([passage]))
    assert offered() == ["Show page furniture"]
    open_pane.choose_passage(passage.id)
    assert "Delete passage" in offered()
    open_pane.view.select(desk.span_of("became"))
    assert offered()[:3] == ["Copy", "Copy with citation", "Highlight"]


def test_enter_opens_the_card_of_the_current_mention(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    open_pane.card_requested.connect(lambda one: open_pane.show_card(desk.card, one))
    open_pane.next_mention()
    with qtbot.waitSignal(open_pane.mention_activated) as told:
        QTest.keyClick(open_pane.view, Qt.Key.Key_Return)
    assert told.args[0].text == "Okinawa"
    assert open_pane.cards.mention.isVisible()


# -- evidence ------------------------------------------------------------------------------


def test_why_shows_what_the_date_rests_on(qtbot: QtBot, open_pane: ReaderPane) -> None:
    QTest.mouseClick(open_pane.header.date_button(), Qt.MouseButton.LeftButton)
    assert open_pane.cards.evidence.isVisible()
    words = [label.text() for label in open_pane.cards.evidence.findChildren(QLabel)]
    assert "“NAHA, May 15”" in words
    assert "in the text → 15 May 1972" in words
    assert "in the name of the file → May 1972" in words


def test_evidence_jumps_to_its_words_even_into_a_fold(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    open_pane.show_evidence()
    buttons = open_pane.cards.evidence.findChildren(QPushButton)
    [jump] = [one for one in buttons if one.text() == "Show in the text"]
    QTest.mouseClick(jump, Qt.MouseButton.LeftButton)
    assert open_pane.view.marks.current == desk.span_of("NAHA, May 15")
    assert "NAHA, May 15" in shown_words(open_pane)
    assert not open_pane.cards.evidence.isVisible()


def test_what_speaks_against_a_date_stands_apart(
    qtbot: QtBot, pane: ReaderPane, desk: Desk
) -> None:
    dated = desk.article.published
    doubt = replace(dated.evidence[1], says="1975", against=True)
    article = replace(desk.article, published=replace(dated, evidence=(dated.evidence[0], doubt)))
    pane.show_article(desk.document(), ReaderHeader.of(article, "Untitled", ()))
    pane.show_evidence()
    words = [label.text() for label in pane.cards.evidence.findChildren(QLabel)]
    heading = words.index("What does not fit")
    assert words.index("in the text → 15 May 1972") < heading
    assert heading < words.index("in the name of the file → 1975")


def test_times_talked_about_are_a_quiet_line_that_leads_to_their_sentences(
    qtbot: QtBot, pane: ReaderPane, desk: Desk
) -> None:
    sentence = desk.span_of("At midnight")
    about = (
        Period(Days(date(1945, 1, 1), date(1945, 12, 31)), True, (sentence,)),
        Period(Days(date(1972, 1, 1), date(1972, 12, 31)), False, ()),
    )
    article = replace(desk.article, about=about)
    pane.show_article(desk.document(), ReaderHeader.of(article, "Untitled", ()))
    button = pane.header.about_button()
    assert button.text() == "Talks about 1945"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    card = pane.cards.about
    assert card.isVisible()
    assert "1945" in [label.text() for label in card.findChildren(QLabel)]
    [only] = card.findChildren(QPushButton)
    assert only.text() == "At midnight"
    QTest.mouseClick(only, Qt.MouseButton.LeftButton)
    assert pane.view.marks.current == sentence
    assert not card.isVisible()


def test_an_article_that_names_no_other_time_has_no_such_line(open_pane: ReaderPane) -> None:
    assert open_pane.header.about_button().isHidden()


# -- selecting and marking -----------------------------------------------------------------


def test_selected_words_come_back_whatever_stands_before_them(
    open_pane: ReaderPane, desk: Desk
) -> None:
    for words in ("At midnight", "𠮷田茂", "Eisaku Sato", "佐藤栄作首相", "e\u0301lan"):
        open_pane.view.select(desk.span_of(words))
        span = open_pane.selected_span()
        assert span is not None
        assert span.of(desk.article.version.text) == words


def test_blanks_at_the_ends_are_not_part_of_a_selection(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.view.select(desk.span_of(" Sato spoke "))
    assert open_pane.selected_span() == desk.span_of("Sato spoke")


def test_nothing_selected_is_none(open_pane: ReaderPane, desk: Desk) -> None:
    assert open_pane.selected_span() is None
    start = desk.span_of(" spoke").start
    open_pane.view.select(Span(start, start + 1))
    assert open_pane.selected_span() is None


def test_a_selection_by_mouse_brings_the_bar(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    view = open_pane.view
    start = view.rect_of(desk.span_of("became")).center()
    end = view.rect_of(desk.span_of("prefecture")).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), end)
    view.select(Span(desk.span_of("became").start, desk.span_of("prefecture").end))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert open_pane.cards.bar.isVisible()
    with qtbot.waitSignal(open_pane.passage_marked) as told:
        QTest.mouseClick(open_pane.cards.bar.dots[Colour.GREEN], Qt.MouseButton.LeftButton)
    assert told.args[1] is Colour.GREEN
    assert told.args[0].of(desk.article.version.text) == "became a Japanese prefecture"
    assert not open_pane.cards.bar.isVisible()


def test_a_selection_by_keyboard_brings_the_bar(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    open_pane.view.set_caret(desk.span_of("became").start)
    open_pane.view.setFocus()
    QTest.keyPress(open_pane.view, Qt.Key.Key_Shift)
    for _ in range(6):
        QTest.keyClick(open_pane.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyRelease(open_pane.view, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    assert open_pane.selected_span() == desk.span_of("became")
    assert open_pane.cards.bar.isVisible()


def test_keys_mark_note_tag_and_copy_what_is_selected(open_pane: ReaderPane, desk: Desk) -> None:
    heard: list[tuple[str, object]] = []
    span = desk.span_of("became")
    open_pane.passage_marked.connect(lambda at, colour: heard.append((colour, at)))
    open_pane.selection_note_requested.connect(lambda at: heard.append(("note", at)))
    open_pane.selection_tags_requested.connect(lambda at: heard.append(("tags", at)))
    open_pane.copy_requested.connect(lambda at: heard.append(("copy", at)))
    wishes = (
        open_pane.mark,
        open_pane.request_note,
        open_pane.request_tags,
        open_pane.copy_with_citation,
    )
    for wish in wishes:
        open_pane.view.select(span)
        wish()
    assert heard == [("yellow", span), ("note", span), ("tags", span), ("copy", span)]


def test_with_nothing_selected_and_nothing_chosen_keys_do_nothing(
    qtbot: QtBot, open_pane: ReaderPane
) -> None:
    with (
        qtbot.assertNotEmitted(open_pane.passage_marked),
        qtbot.assertNotEmitted(open_pane.note_requested),
        qtbot.assertNotEmitted(open_pane.passage_deleted),
        qtbot.assertNotEmitted(open_pane.copy_requested),
    ):
        open_pane.mark()
        open_pane.request_note()
        open_pane.delete_passage()
        open_pane.copy_with_citation()


def test_ctrl_c_copies_the_words_and_no_markup(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.view.select(desk.span_of("stayed.\u00a0Washington"))
    data: QMimeData = open_pane.view.createMimeDataFromSelection()
    assert data.text() == "stayed.\u00a0Washington"
    assert not data.hasHtml()


# -- passages ------------------------------------------------------------------------------


def test_a_passage_appears_without_moving_the_text(open_pane: ReaderPane, desk: Desk) -> None:
    before = open_pane.view.rect_of(desk.span_of("Okinawa"))
    passage = desk.passage("became a Japanese prefecture")
    open_pane.show_passages(desk.document([passage]), frozenset({passage.id}))
    assert open_pane.view.rect_of(desk.span_of("Okinawa")) == before
    assert open_pane.view.marks.pending == {passage.id}


def test_an_outline_becomes_solid_when_it_is_stored(open_pane: ReaderPane, desk: Desk) -> None:
    passage = desk.passage("became a Japanese prefecture")
    document = desk.document([passage])
    open_pane.show_passages(document, frozenset({passage.id}))
    outlined = open_pane.view.grab().toImage()
    open_pane.show_passages(document)
    assert open_pane.view.grab().toImage() != outlined


def test_clicking_a_passage_chooses_it_and_keys_act_on_it(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    passage = desk.passage("a Japanese prefecture", Colour.BLUE)
    open_pane.show_passages(desk.document([passage]))
    heard: list[tuple[object, ...]] = []
    open_pane.passage_recoloured.connect(lambda *told: heard.append(("colour", *told)))
    open_pane.note_requested.connect(lambda told: heard.append(("note", told)))
    open_pane.tags_requested.connect(lambda told: heard.append(("tags", told)))
    open_pane.passage_deleted.connect(lambda told: heard.append(("delete", told)))
    open_pane.copy_requested.connect(lambda told: heard.append(("copy", told)))
    click(open_pane, desk.span_of("Japanese"))
    assert open_pane.chosen_passage == passage.id
    assert open_pane.cards.bar.dots[Colour.BLUE].isChecked()
    open_pane.mark(Colour.PINK)
    open_pane.request_note()
    open_pane.request_tags()
    open_pane.copy_with_citation()
    open_pane.delete_passage()
    assert heard == [
        ("colour", passage.id, Colour.PINK),
        ("note", passage.id),
        ("tags", passage.id),
        ("copy", passage.anchor.span),
        ("delete", passage.id),
    ]


def test_a_passage_that_is_gone_is_no_longer_chosen(open_pane: ReaderPane, desk: Desk) -> None:
    passage = desk.passage("a Japanese prefecture")
    open_pane.show_passages(desk.document([passage]))
    open_pane.choose_passage(passage.id)
    open_pane.show_passages(desk.document())
    assert open_pane.chosen_passage == ""


def test_double_click_and_enter_open_a_passage(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    passage = desk.passage("a Japanese prefecture")
    open_pane.show_passages(desk.document([passage]))
    point = point_of(open_pane, desk.span_of("Japanese"))
    with qtbot.waitSignal(open_pane.passage_activated):
        QTest.mouseDClick(open_pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    open_pane.next_passage()
    with qtbot.waitSignal(open_pane.passage_activated) as told:
        QTest.keyClick(open_pane.view, Qt.Key.Key_Return)
    assert told.args == [passage.id]


def test_notes_stand_beside_their_passages_and_not_over_each_other(
    open_pane: ReaderPane, desk: Desk
) -> None:
    first = desk.passage("Eisaku Sato", note="a long note " * 20)
    second = desk.passage("a farewell", note="close by", tags=("okinawa/reversion",))
    silent = desk.passage("Okinawa became")
    open_pane.show_passages(desk.document([first, second, silent]))
    cards = open_pane.notes.cards
    assert [card.passage.id for card in cards] == [first.id, second.id]
    assert not cards[0].geometry().intersects(cards[1].geometry())
    assert abs(cards[0].y() - open_pane.view.rect_of(first.anchor.span).top()) < 12
    assert cards[0].x() >= open_pane.view.place.left + open_pane.view.place.text


def test_notes_follow_the_text_when_it_is_scrolled(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.resize(900, 300)
    noted = desk.passage("Eisaku Sato", note="here")
    open_pane.show_passages(desk.document([noted]))
    [card] = open_pane.notes.cards
    top = card.y()
    open_pane.view.verticalScrollBar().setValue(60)
    assert card.y() == top - 60
    assert open_pane.header.y() == -60


def test_without_room_notes_are_not_squeezed_in(open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.show_passages(desk.document([desk.passage("Eisaku Sato", note="here")]))
    open_pane.resize(400, 500)
    assert not open_pane.notes.cards[0].isVisible()


def test_a_note_chooses_and_opens_its_passage(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    noted = desk.passage("Eisaku Sato", note="here")
    open_pane.show_passages(desk.document([noted]))
    [card] = open_pane.notes.cards
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert open_pane.chosen_passage == noted.id
    with qtbot.waitSignal(open_pane.passage_activated):
        QTest.mouseDClick(card, Qt.MouseButton.LeftButton)


# -- finding -------------------------------------------------------------------------------


def test_finding_counts_and_steps(qtbot: QtBot, open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.find_in_article()
    QTest.keyClicks(open_pane.find_bar.line, "SATO")
    assert len(found_now(open_pane)) == 2
    first = open_pane.view.marks.current
    QTest.keyClick(open_pane.find_bar.line, Qt.Key.Key_Return)
    assert open_pane.view.marks.current != first
    QTest.keyClick(open_pane.find_bar.line, Qt.Key.Key_Escape)
    assert not open_pane.find_bar.isVisible()
    assert found_now(open_pane) == ()


def test_finding_reaches_into_folds(qtbot: QtBot, open_pane: ReaderPane) -> None:
    open_pane.find_in_article()
    open_pane.find_bar.line.setText("satellite")
    assert "Read also: Signed by satellite" in shown_words(open_pane)


def test_hits_of_the_search_come_first(pane: ReaderPane, desk: Desk) -> None:
    hits = [desk.span_of("midnight"), desk.span_of("farewell")]
    pane.show_article(desk.document(hits=hits), desk.header())
    pane.next_hit()
    assert pane.view.marks.current == hits[0]
    pane.previous_hit()
    assert pane.view.marks.current == hits[1]


def test_stepping_among_nothing_stays_where_it_is(open_pane: ReaderPane) -> None:
    open_pane.next_hit()
    open_pane.next_passage()
    assert open_pane.view.marks.current is None


# -- layers, strip, zoom -------------------------------------------------------------------


def test_esc_peels_one_layer_at_a_time(qtbot: QtBot, open_pane: ReaderPane, desk: Desk) -> None:
    open_pane.find_in_article()
    open_pane.view.select(desk.span_of("became"))
    open_pane.view.selected.emit()
    view = open_pane.view
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert (open_pane.cards.bar.isVisible(), view.textCursor().hasSelection()) == (False, True)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert (view.textCursor().hasSelection(), open_pane.find_bar.isVisible()) == (False, True)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not open_pane.find_bar.isVisible()
    assert not open_pane.peel()


def test_the_strip_shows_everything_that_is_marked(
    qtbot: QtBot, open_pane: ReaderPane, desk: Desk
) -> None:
    document = desk.document([desk.passage("a farewell")], [desk.span_of("midnight")])
    open_pane.show_passages(document)
    qtbot.waitUntil(lambda: len(open_pane.strip.ticks) == 7)
    assert all(0 <= tick.at <= 1 for tick in open_pane.strip.ticks)


def test_a_click_on_the_strip_jumps(qtbot: QtBot, open_pane: ReaderPane) -> None:
    open_pane.resize(500, 300)
    end = QPoint(4, open_pane.strip.height() - 5)
    QTest.mouseClick(open_pane.strip, Qt.MouseButton.LeftButton, pos=end)
    assert open_pane.view.verticalScrollBar().value() > 0


def test_ctrl_and_the_wheel_ask_for_larger_text(qtbot: QtBot, open_pane: ReaderPane) -> None:
    view = open_pane.view
    event = QWheelEvent(
        QPoint(9, 9),
        view.mapToGlobal(QPoint(9, 9)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(open_pane.zoom_requested) as told:
        view.wheelEvent(event)
    assert told.args == [1]
    assert TextLook(points=39).zoomed(5).points == 40


def test_everything_that_takes_the_focus_has_a_name(open_pane: ReaderPane) -> None:
    nameless: list[QWidget] = [
        widget
        for widget in open_pane.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not widget.objectName().startswith("qt_")
    ]
    assert [type(widget).__name__ for widget in nameless] == []
