"""The details of one article or of several: shown, typed, refused in place, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from usjp_reader.domain.articles import CSL_FIELDS, FieldValue, Metadata
from usjp_reader.domain.corrections import PUBLISHED
from usjp_reader.domain.dates import UNDATED, Dated, Edtf, Status
from usjp_reader.domain.origins import FoundField, Origin
from usjp_reader.gui.details.dialog import DetailsDialog
from usjp_reader.gui.details.fields import GROUPS
from usjp_reader.gui.details.values import Common, common
from usjp_reader.gui.theme.themes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from usjp_reader.gui.details.row import FieldRow

STATED, CONFIRMED = Status.STATED, Status.CONFIRMED


def described(
    published: str | None = None, status: Status = STATED, **fields: str
) -> tuple[Metadata, Dated]:
    metadata = Metadata.of(**{name: FieldValue(value, status) for name, value in fields.items()})
    date = Dated(Edtf.parse(published), 0.9, (), status) if published else UNDATED
    return metadata, date


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., DetailsDialog]]:
    """Gives a dialog that shows some states."""
    made: list[DetailsDialog] = []

    def show(states: dict[str, Common], articles: int = 1, **options: bool) -> DetailsDialog:
        dialog = DetailsDialog("沖縄、日本に復帰 😀", articles, LIGHT)
        qtbot.addWidget(dialog)
        dialog.show_states(states, **options)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        made.append(dialog)
        return dialog

    yield show
    for dialog in made:
        dialog.hide()


ONE = common([described("1972-05-15", title="Okinawa returns", page="4")])


def types(row: FieldRow, words: str) -> None:
    row.line.setFocus()
    row.line.selectAll()
    QTest.keyClick(row.line, Qt.Key.Key_Delete)
    typed = QInputMethodEvent()  # keys can type ASCII only
    typed.setCommitString(words)
    QApplication.sendEvent(row.line, typed)


def saves(dialog: DetailsDialog) -> dict[str, str | None]:
    """Press Save; what is said then."""
    said: list[dict[str, str | None]] = []
    dialog.saved.connect(said.append)
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Save"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return said[0] if said else {}


def words(dialog: DetailsDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


# -- values --------------------------------------------------------------------------------


def test_every_field_stands_in_one_group() -> None:
    names = [spec.name for group in GROUPS for spec in group.fields]
    assert sorted(names) == sorted((*CSL_FIELDS, PUBLISHED))


def test_what_articles_have_in_common_is_told_apart_from_what_differs() -> None:
    states = common(
        [
            described("1972-05-15", title="One", page="4"),
            described(title="Two", page="4"),
            described("1972-05-15", CONFIRMED, title="Three", page="4"),
        ],
        said={"page", "section"},
    )
    assert states["title"].differs
    assert states["page"] == Common("4", None, is_said=True)
    assert states[PUBLISHED].differs
    assert states["section"] == Common("", CONFIRMED, is_said=True)
    assert "edition" not in states


# -- one article ---------------------------------------------------------------------------


def test_it_shows_what_is_known_and_how(shown: Callable[..., DetailsDialog]) -> None:
    dialog = shown(ONE)
    assert dialog.rows["title"].line.text() == "Okinawa returns"
    assert dialog.rows[PUBLISHED].line.text() == "15 May 1972"
    statuses = [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()]
    assert statuses.count("stated") == 3
    assert "沖縄、日本に復帰 😀" in words(dialog)
    assert dialog.said == {}


def test_only_what_was_changed_is_said(shown: Callable[..., DetailsDialog]) -> None:
    dialog = shown(ONE)
    types(dialog.rows["author"], "Jane Roe; 佐藤花子")
    types(dialog.rows[PUBLISHED], "about May 1972")
    types(dialog.rows["page"], "")
    types(dialog.rows["title"], "Okinawa returns")
    assert saves(dialog) == {
        "author": "Jane Roe; 佐藤花子",
        PUBLISHED: "about May 1972",
        "page": "",
    }


def test_wrong_input_is_told_in_place_and_nothing_is_saved(
    shown: Callable[..., DetailsDialog],
) -> None:
    dialog = shown(ONE)
    types(dialog.rows["page"], "4 and more!")
    types(dialog.rows[PUBLISHED], "sometime")
    assert "“4 and more!” is no page." in words(dialog)  # told when the line is left
    assert saves(dialog) == {}
    assert "“sometime” was not understood as a date." in words(dialog)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.rows[PUBLISHED].line
    types(dialog.rows[PUBLISHED], "May 1972")
    types(dialog.rows["page"], "4-5")
    assert "is no page" not in words(dialog)
    assert saves(dialog) == {"page": "4-5", PUBLISHED: "May 1972"}


def test_fields_that_are_rarely_wanted_are_a_click_away(
    shown: Callable[..., DetailsDialog],
) -> None:
    dialog = shown(common([described(title="One", issue="7")]))
    assert dialog.rows["issue"].line.isVisible()
    assert dialog.rows["edition"].line.isVisible()
    assert not dialog.rows["volume"].line.isVisible()
    more = [one for one in dialog.findChildren(QPushButton) if one.text() == "More fields"]
    QTest.mouseClick(more[1], Qt.MouseButton.LeftButton)
    assert dialog.rows["volume"].line.isVisible()
    QTest.mouseClick(more[1], Qt.MouseButton.LeftButton)
    assert not dialog.rows["volume"].line.isVisible()


def test_on_demand_a_field_says_where_it_comes_from(
    shown: Callable[..., DetailsDialog],
) -> None:
    states = common([described(title="Back", page="4")], {"title"})
    dialog = shown(states)
    dialog.show_found(
        {
            "title": FoundField(FieldValue("沖縄復帰"), Origin.TEXT),
            "page": FoundField(FieldValue("4"), Origin.CONTAINER),
        }
    )
    buttons = [one for one in dialog.findChildren(QPushButton) if one.text() == "stated"]
    for button in buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    said = words(dialog)
    assert (
        "You said so. The program finds “沖縄復帰”. It was read in the text of the article." in said
    )
    assert "The file states it." in said
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert "You said so." not in words(dialog)


def test_a_field_goes_back_to_what_was_found(shown: Callable[..., DetailsDialog]) -> None:
    dialog = shown(common([described(title="Back", page="4")], {"title"}))
    dialog.show_found({"title": FoundField(FieldValue("Okinawa returns"), Origin.TEXT)})
    backs = [one for one in dialog.findChildren(QToolButton) if one.isVisible()]
    assert [one.accessibleName() for one in backs] == ["Title: back to what was found"]
    QTest.mouseClick(backs[0], Qt.MouseButton.LeftButton)
    assert dialog.rows["title"].line.text() == "Okinawa returns"
    assert saves(dialog) == {"title": None}


def test_what_is_made_up_cannot_be_unmarked(shown: Callable[..., DetailsDialog]) -> None:
    states = common([described(title="One", genre="specimen")])
    dialog = shown(states, is_specimen=True)
    types(dialog.rows["genre"], "editorial")
    assert dialog.said == {}


# -- several articles ----------------------------------------------------------------------


def test_of_several_articles_only_touched_fields_are_said(
    shown: Callable[..., DetailsDialog],
) -> None:
    both = [described(title="One", page="4"), described("1972", title="Two", page="4")]
    dialog = shown(common(both), articles=1_200)
    assert "1,200 articles" in words(dialog)
    assert dialog.rows["title"].line.placeholderText() == "(several values)"
    assert (dialog.rows["title"].line.text(), dialog.rows["page"].line.text()) == ("", "4")
    types(dialog.rows["title"], "x")
    types(dialog.rows["title"], "")
    types(dialog.rows["archive"], "外交史料館")
    assert saves(dialog) == {"archive": "外交史料館"}


def test_esc_changes_nothing(qtbot: QtBot, shown: Callable[..., DetailsDialog]) -> None:
    dialog = shown(ONE)
    types(dialog.rows["page"], "5")
    with qtbot.assertNotEmitted(dialog.saved):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_everything_that_takes_the_focus_has_a_name(shown: Callable[..., DetailsDialog]) -> None:
    dialog = shown(ONE)
    for row in dialog.rows.values():
        assert row.line.accessibleName()
    assert all(one.text() or one.accessibleName() for one in dialog.findChildren(QPushButton))
