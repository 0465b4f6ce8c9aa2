"""Whom names mean, said at the window: chosen, drawn at once, held, and taken back in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.naming import NO_NAME, NOBODY, Reach
from usjp_reader.domain.spans import Span
from usjp_reader.gui.reader.context_menu import reader_menu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.window.conftest import Person
    from usjp_reader.domain.entities import Mention
    from usjp_reader.gui.naming.panel import NamePanel
    from usjp_reader.gui.window import MainWindow

FATHER, SON = "person/takeo-fukuda", "person/yasuo-fukuda"


@pytest.fixture
def person(somebody: Callable[[], Person], tmp_path: Path) -> Person:
    """Somebody who has imported three articles in which the same family name stands."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, (title, day) in enumerate((("Manila", 18), ("Bread", 20), ("Rice", 22))):
        (folder / f"{number}.txt").write_text(
            f"---\ntitle: The day of {title}\nnewspaper: Harbor Chronicle\n"
            f"date: 1977-08-{day}\n---\n\n"
            f"Prime Minister Takeo Fukuda spoke of {title}. Fukuda named three aims 😀.\n\n"
            f"山辺音吉 came for {title}, and so did Otokichi Yamabe. Fukuda left on day {day}.\n\n"
            + "\n\n".join(
                f"The {word} thing that was written about {title} came {number + at} years late, "
                f"and it was read by nobody who had anything to do with the {word} one."
                for at, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"))
            )
            + "\n",
            encoding="utf-8",
        )
    found = somebody()
    found.opens(tmp_path / "library")
    found.imports(folder)
    opens(found, "0.txt")
    return found


def opens(person: Person, name: str) -> None:
    session = person.window.session
    session.open_article(session.library.resolve(name))


def mentions(window: MainWindow, words: str) -> list[Mention]:
    return [one for one in window.reader.view.marks.document.mentions if one.text == words]


def linked(window: MainWindow, words: str) -> list[str | None]:
    return [one.entity for one in mentions(window, words)]


def stored(person: Person, name: str, words: str) -> list[str | None]:
    library = person.window.session.library
    library.work.settle()
    article = library.article(library.resolve(name))
    return [one.entity for one in article.mentions if one.text == words]


def asks(person: Person, words: str, nth: int = 0) -> NamePanel:
    """Go to a mention, press the key, and wait for who may be meant and for the count."""
    window = person.window
    window.reader.walk.go_to(mentions(window, words)[nth].span)
    window.actions_["correct-name"].trigger()
    return waits(person)


def waits(person: Person) -> NamePanel:
    panel = person.window.reader.cards.name
    assert panel.isVisible()
    person.qtbot.waitUntil(lambda: not person.window.session.jobs.is_busy)
    return panel


def presses(form: QWidget, words: str) -> None:
    (button,) = [one for one in form.findChildren(QPushButton) if one.text() == words]
    button.click()


def names(panel: NamePanel) -> list[str]:
    return [row.name for row in panel.picker.model.rows]


def test_the_other_fukuda_is_chosen_for_one_place_by_keys_alone(person: Person) -> None:
    window = person.window
    panel = asks(person, "Fukuda")
    assert panel.label == "Whom does “Fukuda” mean?"
    assert names(panel)[:1] == ["Takeo Fukuda"]
    assert [row.is_present for row in panel.picker.model.rows][:1] == [True]
    panel.reaches[Reach.HERE].click()
    said: list[str] = []
    window.session.said.connect(said.append)
    QTest.keyClicks(panel.picker.line, "yasuo f")
    assert panel.picker.marked == SON
    with person.qtbot.waitSignal(window.session.work_changed):
        QTest.keyClick(panel.picker.line, Qt.Key.Key_Return)
        assert linked(window, "Fukuda") == [SON, FATHER]  # before anything is read again
    assert panel.isHidden()
    assert said == ["“Fukuda” means Yasuo Fukuda at this place. Ctrl+Z takes it back."]
    assert stored(person, "0.txt", "Fukuda") == [SON, FATHER]
    assert stored(person, "1.txt", "Fukuda") == [FATHER, FATHER]


def test_arrows_go_through_the_list_and_esc_changes_nothing(person: Person) -> None:
    panel = asks(person, "Fukuda")
    assert len(names(panel)) > 1
    first = panel.picker.marked
    QTest.keyClick(panel.picker.line, Qt.Key.Key_Down)
    assert panel.picker.marked != first
    QTest.keyClick(panel.picker.line, Qt.Key.Key_Up)
    assert panel.picker.marked == first
    QTest.keyClick(panel.picker.line, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert person.window.focusWidget() is person.window.reader.view
    assert person.window.session.library.naming.said() == ()


def test_words_mean_somebody_in_every_article_and_it_is_said_in_how_many(person: Person) -> None:
    window = person.window
    panel = asks(person, "Fukuda")
    everywhere = panel.reaches[Reach.EVERYWHERE]
    assert everywhere.text() == "Every article (3)"
    everywhere.click()
    panel.picker.line.setText("福田康夫")
    panel.picker.line.textEdited.emit("福田康夫")
    assert names(panel) == ["Yasuo Fukuda"]
    with person.qtbot.waitSignal(window.session.work_changed):
        QTest.keyClick(panel.picker.line, Qt.Key.Key_Return)
    assert stored(person, "2.txt", "Fukuda") == [SON, SON]
    assert stored(person, "2.txt", "Takeo Fukuda") == [FATHER]
    with person.qtbot.waitSignal(window.session.work_changed):
        window.actions_["undo"].trigger()
    assert linked(window, "Fukuda") == [FATHER, FATHER]
    assert stored(person, "2.txt", "Fukuda") == [FATHER, FATHER]


@pytest.mark.parametrize(("link", "entities"), [("nobody", [None, None]), ("no_name", [])])
def test_a_name_can_be_nobodys_or_no_name(
    person: Person, link: str, entities: list[str | None]
) -> None:
    window = person.window
    panel = asks(person, "Fukuda")
    with person.qtbot.waitSignal(window.session.work_changed):
        getattr(panel, link).click()
    assert linked(window, "Fukuda") == entities
    assert stored(person, "0.txt", "Fukuda") == entities
    (told,) = window.session.library.naming.said()
    assert getattr(told.said, "entity", None) in (NOBODY, NO_NAME)


def test_the_card_leads_to_it_and_what_was_said_is_taken_back_there(person: Person) -> None:
    window = person.window
    panel = asks(person, "Fukuda")
    assert panel.back.isHidden()
    with person.qtbot.waitSignal(window.session.work_changed):
        panel.nobody.click()
    mention = mentions(window, "Fukuda")[0]
    window.reader.cards.hover.ask(mention)
    card = window.reader.cards.mention
    assert card.isVisible()
    links = [one for one in card.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in links] == ["Correct…"]
    links[0].click()
    assert waits(person).back.isVisible()
    with person.qtbot.waitSignal(window.session.work_changed):
        panel.back.click()
    assert linked(window, "Fukuda") == [FATHER, FATHER]
    assert window.session.library.naming.said() == ()


def test_the_menu_offers_it_on_a_mention_and_on_a_selection(person: Person) -> None:
    reader = person.window.reader
    at = mentions(person.window, "Fukuda")[0].span.start
    words = [action.text() for action in reader_menu(reader, at).actions()]
    assert "Correct name “Fukuda”…" in words
    start = reader.view.marks.document.text.index("Otokichi Yamabe")
    reader.view.select(Span(start, start + 15))
    words = [action.text() for action in reader_menu(reader).actions()]
    assert "Name this…" in words


def test_where_no_name_is_the_key_says_what_to_do(person: Person) -> None:
    window = person.window
    said: list[str] = []
    window.session.said.connect(said.append)
    window.reader.view.set_caret(window.reader.view.marks.document.text.index("named") + 1)
    window.actions_["correct-name"].trigger()
    assert said == ["Click on a name, or select words, first."]
    window.reader.view.selectAll()
    window.actions_["correct-name"].trigger()
    assert "too much" in said[1]
    assert window.reader.cards.name.isHidden()


def test_somebody_whom_nobody_knows_is_entered_and_found_in_every_article(person: Person) -> None:
    window = person.window
    start = window.reader.view.marks.document.text.index("Otokichi Yamabe")
    window.reader.view.select(Span(start, start + 15))
    window.actions_["correct-name"].trigger()
    panel = waits(person)
    panel.reaches[Reach.EVERYWHERE].click()
    QTest.keyClicks(panel.picker.line, "Otokichi Yamabe")
    assert names(panel) == []
    QTest.keyClick(panel.picker.line, Qt.Key.Key_Return)
    form = window.naming.entry
    assert form is not None
    assert form.entry.label_en == "Otokichi Yamabe"
    form.type.setCurrentIndex(form.type.findData(EntityType.PERSON))
    form.label_ja.setText("山辺音吉")
    form.names.setPlainText("Yamabe the baker\n\nYamabe the baker")
    form.description.setText("Baker of Ueno")
    with person.qtbot.waitSignal(window.session.work_changed):
        presses(form, "Enter")
    (own,) = {*linked(window, "Otokichi Yamabe"), *linked(window, "山辺音吉")}
    assert own is not None
    assert stored(person, "2.txt", "山辺音吉") == [own]
    panel = asks(person, "Otokichi Yamabe")
    (row,) = panel.picker.model.rows
    assert (row.name, row.other, row.about) == (
        "Otokichi Yamabe",
        "山辺音吉",
        "Person · Baker of Ueno",
    )
    panel.dismiss()
    with person.qtbot.waitSignal(window.session.work_changed):
        window.actions_["undo"].trigger()
    assert window.session.library.naming.said() == ()
    assert own not in linked(window, "Otokichi Yamabe")


def test_a_form_without_a_name_says_so_and_stays_open(person: Person) -> None:
    window = person.window
    asks(person, "Fukuda").entry.click()
    form = window.naming.entry
    assert form is not None
    form.label_en.setText("—")
    presses(form, "Enter")
    assert form.isVisible()
    assert form.problem == "One of the two names is needed."
    form.reject()
    assert window.session.library.naming.said() == ()


@pytest.mark.parametrize("height", [600, 900])
def test_the_panel_does_not_lie_upon_the_words_it_asks_of(person: Person, height: int) -> None:
    window = person.window
    window.resize(1000, height)
    window.actions_["panel-below"].trigger()  # out of the way
    person.qtbot.waitUntil(lambda: window.reader.height() > height // 2)
    person.qtbot.wait(50)  # the text is laid out anew
    panel = asks(person, "Fukuda", 1)
    QTest.keyClicks(panel.picker.line, "a")
    reader = window.reader
    span = reader.naming.span
    assert span is not None
    words = reader.view.rect_of(span)
    words.moveTopLeft(reader.view.viewport().mapTo(reader, words.topLeft()))
    assert reader.rect().contains(panel.geometry())
    assert not panel.geometry().intersects(words)
