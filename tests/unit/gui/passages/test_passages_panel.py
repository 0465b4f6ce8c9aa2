"""The panel lists what was marked; notes and tags typed into it are never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from usjp_reader.domain.passages import Anchor, Colour, Passage, PassageState
from usjp_reader.domain.spans import Span
from usjp_reader.gui.passages.model import Order, PassageModel, PassageRow
from usjp_reader.gui.passages.panel import PassagesPanel
from usjp_reader.gui.theme.themes import DARK

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def row(number: int, words: str, colour: Colour = Colour.YELLOW, **values: object) -> PassageRow:
    anchor = Anchor("sha", Span(number * 10, number * 10 + len(words)), words, "", "")
    made = NOW + timedelta(hours=number)
    passage = Passage(f"id{number}", "uid", anchor, colour, made, made)
    return PassageRow(
        replace(passage, **values),  # type: ignore[arg-type]
        "The islands change hands",
        "15 May 1972",
    )


ROWS = (
    row(2, "an <b>old</b> man", Colour.PURPLE, note="who?", tags=("witness",)),
    row(1, "沖縄は日本に復帰した😀", Colour.GREEN),
    row(3, "a new chapter", Colour.YELLOW, state=PassageState.ORPHAN),
)


@pytest.fixture
def panel(qtbot: QtBot) -> PassagesPanel:
    made = PassagesPanel()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.show_passages(ROWS)
    return made


def ids(panel: PassagesPanel) -> list[str]:
    return [shown.passage.id for shown in panel.model.rows]


def test_the_model_keeps_the_promises_of_qt(qtmodeltester: ModelTester) -> None:
    model = PassageModel()
    model.show_rows(ROWS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.PLACE, ["id1", "id2", "id3"]),
        (Order.NEWEST, ["id3", "id2", "id1"]),
        (Order.COLOUR, ["id3", "id1", "id2"]),
    ],
)
def test_passages_can_be_ordered(panel: PassagesPanel, order: Order, expected: list[str]) -> None:
    panel._order.setCurrentIndex(list(Order).index(order))
    assert ids(panel) == expected


def test_quotes_are_shown_as_they_are(panel: PassagesPanel) -> None:
    shown = [panel.model.index(at, 0).data() for at in range(3)]
    assert shown == ["沖縄は日本に復帰した😀", "an <b>old</b> man", "a new chapter"]
    assert not panel.grab().isNull()


def test_screen_readers_hear_quote_note_and_article(panel: PassagesPanel) -> None:
    said = panel.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "an <b>old</b> man. who?. The islands change hands. 15 May 1972"


def test_without_passages_there_is_a_hint(panel: PassagesPanel) -> None:
    panel.show_passages(())
    assert panel._empty.isVisible()
    assert not panel.list.isVisible()


def test_the_tab_hears_how_many_there_are(qtbot: QtBot, panel: PassagesPanel) -> None:
    with qtbot.waitSignal(panel.counted) as told:
        panel.show_passages(ROWS[:2])
    assert told.args == [2]


def test_enter_and_double_click_open(qtbot: QtBot, panel: PassagesPanel) -> None:
    panel.choose("id2")
    with qtbot.waitSignal(panel.passage_opened) as told:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert told.args == ["id2"]
    point = panel.list.visualRect(panel.model.index(0, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    with qtbot.waitSignal(panel.passage_opened) as told:
        QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == ["id1"]


def test_deleting_several_is_one_wish(qtbot: QtBot, panel: PassagesPanel) -> None:
    panel.list.selectAll()
    with qtbot.waitSignal(panel.passages_deleted) as told:
        QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert told.args == [("id1", "id2", "id3")]


def test_deleting_nothing_is_no_wish(qtbot: QtBot, panel: PassagesPanel) -> None:
    with qtbot.assertNotEmitted(panel.passages_deleted):
        panel.delete_selected()


def test_what_is_selected_stays_selected(panel: PassagesPanel) -> None:
    panel.choose("id2")
    panel.show_passages((*ROWS, row(0, "first")))
    assert panel.selected_ids() == ("id2",)


def test_choosing_what_is_not_there_selects_nothing(panel: PassagesPanel) -> None:
    panel.choose("id2")
    panel.choose("gone")
    assert panel.selected_ids() == ()


def test_a_note_is_saved_when_its_editor_is_closed(qtbot: QtBot, panel: PassagesPanel) -> None:
    panel.edit_note("id1")
    QTest.keyClicks(panel.editor.note, "compare Ogasawara")
    with qtbot.waitSignals([panel.note_changed, panel.draft_closed]):
        QTest.keyClick(panel.editor.note, Qt.Key.Key_Escape)
    assert not panel.editor.isVisible()


def test_every_keystroke_leaves_as_a_draft(qtbot: QtBot, panel: PassagesPanel) -> None:
    drafts: list[tuple[object, ...]] = []
    panel.draft_changed.connect(lambda *told: drafts.append(told))
    panel.edit_note("id1")
    assert drafts == []
    QTest.keyClicks(panel.editor.note, "ab")
    assert drafts == [("id1", "a", ()), ("id1", "ab", ())]


def test_going_to_another_passage_saves_the_first(qtbot: QtBot, panel: PassagesPanel) -> None:
    panel.edit_note("id1")
    QTest.keyClicks(panel.editor.note, "kept")
    with qtbot.waitSignal(panel.note_changed) as told:
        panel.edit_note("id2")
    assert told.args == ["id1", "kept"]
    assert panel.editor.note.toPlainText() == "who?"


def test_tags_are_tidied_and_each_is_kept_once(qtbot: QtBot, panel: PassagesPanel) -> None:
    panel.edit_note("id2", at_tags=True)
    panel.editor.tags.setText("")
    QTest.keyClicks(panel.editor.tags, "#okinawa/ reversion, witness, witness, ,")
    with (
        qtbot.waitSignal(panel.tags_changed) as told,
        qtbot.assertNotEmitted(panel.note_changed),
    ):
        QTest.keyClick(panel.editor.tags, Qt.Key.Key_Return)
    assert told.args == ["id2", ("okinawa/reversion", "witness")]


def test_closing_without_a_change_changes_nothing(qtbot: QtBot, panel: PassagesPanel) -> None:
    panel.edit_note("id2")
    with qtbot.assertNotEmitted(panel.note_changed), qtbot.assertNotEmitted(panel.tags_changed):
        QTest.keyClick(panel.editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_draft_is_put_back(panel: PassagesPanel) -> None:
    panel.edit_note("id1")
    panel.editor.restore_draft("half a sent", ("bases",))
    assert panel.editor.note.toPlainText() == "half a sent"
    assert panel.editor.tags.text() == "bases"


def test_the_editor_goes_away_with_its_passage(qtbot: QtBot, panel: PassagesPanel) -> None:
    panel.edit_note("id1")
    with qtbot.assertNotEmitted(panel.note_changed), qtbot.waitSignal(panel.draft_closed):
        panel.show_passages(ROWS[:1])
    assert not panel.editor.isVisible()


def test_the_menu_recolours_all_that_is_selected(qtbot: QtBot, panel: PassagesPanel) -> None:
    panel.list.selectAll()
    menu = panel.menu()
    [colours] = [action.menu() for action in menu.actions() if action.menu() is not None]
    assert isinstance(colours, QMenu)
    with qtbot.waitSignal(panel.recoloured) as told:
        colours.actions()[2].trigger()
    assert told.args == [("id1", "id2", "id3"), Colour.BLUE]
    menu.close()


def test_the_menu_of_one_passage_opens_its_note(panel: PassagesPanel) -> None:
    panel.choose("id2")
    menu = panel.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Open", "Note…", "Tags…", "Colour", "Delete"]
    menu.actions()[1].trigger()
    assert panel.editor.passage is not None
    assert panel.editor.passage.id == "id2"
    menu.close()


def test_the_panel_is_drawn_in_the_dark_too(panel: PassagesPanel) -> None:
    light = panel.grab().toImage()
    panel.set_theme(DARK)
    assert panel.grab().toImage() != light


def test_known_tags_are_offered(panel: PassagesPanel) -> None:
    panel.set_known_tags(("okinawa/reversion", "bases"))
    completer = panel.editor.tags.completer()
    assert completer is not None
    assert completer.model().rowCount() == 2
