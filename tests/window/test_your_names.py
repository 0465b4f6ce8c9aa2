"""All that somebody said of names, in one table of the window, and the file for colleagues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.naming import NOBODY
from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.window.conftest import Person
    from usjp_reader.gui.naming.told_dialog import ToldDialog

FATHER, SON = "person/takeo-fukuda", "person/yasuo-fukuda"
TITLE = "The day of 𠮷野"


@pytest.fixture
def person(somebody: Callable[[], Person], tmp_path: Path) -> Person:
    """Somebody who has imported an article, and calls themselves Hana."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "0.txt").write_text(
        f"---\ntitle: {TITLE}\nnewspaper: Harbor Chronicle\ndate: 1977-08-18\n---\n\n"
        "Prime Minister Takeo Fukuda spoke in Manila. Fukuda named three aims 😀.\n\n"
        "山辺音吉 was there, and so was Otokichi Yamabe. Fukuda left on the next day.\n",
        encoding="utf-8",
    )
    found = somebody()
    found.opens(tmp_path / "library")
    found.imports(folder)
    session = found.window.session
    session.library.marking.creator = "Hana 花"
    session.open_article(session.library.resolve("0.txt"))
    return found


def says_much(person: Person) -> str:
    """Say something of each sort; gives the id of the own entry."""
    session = person.window.session
    naming, article = session.library.naming, session.article
    assert article is not None
    at = article.version.text.index("Fukuda named")
    naming.mean_here(article, Span(at, at + 6), SON).result()
    naming.mean_words("Fukuda", NOBODY, article).result()
    naming.mean_words("Manila", "-").result()
    baker, change = naming.enter(EntityType.PERSON, "Otokichi Yamabe", "山辺音吉")
    change.result()
    naming.merge("person/shinji-sato", "person/eisaku-sato").result()
    naming.hide(FATHER).result()
    session.library.work.settle()
    return baker


def opens_names(person: Person) -> ToldDialog:
    person.window.actions_["your-names"].trigger()
    waits(person)
    dialog = person.window.your_names.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def waits(person: Person) -> None:
    session = person.window.session
    session.library.work.settle()
    person.qtbot.wait(1)  # what the library told from its threads
    person.qtbot.waitUntil(lambda: not session.jobs.is_busy)


def rows(dialog: ToldDialog) -> list[tuple[str, str, str]]:
    shown = dialog.shown
    return [
        tuple(str(shown.index(row, column).data()) for column in range(3))  # type: ignore[misc]
        for row in range(shown.rowCount())
    ]


def selects(dialog: ToldDialog, *beginnings: str) -> None:
    chosen = dialog.table.selectionModel()
    chosen.clearSelection()
    mode = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for at, row in enumerate(rows(dialog)):
        if row[0].startswith(beginnings):
            chosen.select(dialog.shown.index(at, 0), mode)


def test_an_empty_table_says_what_it_is_for(person: Person) -> None:
    dialog = opens_names(person)
    assert "press e" in dialog.nothing
    assert not dialog.back.isEnabled()
    assert not dialog.share.isEnabled()
    assert dialog.bring.isEnabled()


def test_everything_that_was_said_is_a_row_in_words(person: Person) -> None:
    says_much(person)
    dialog = opens_names(person)
    assert dialog.nothing == ""
    assert set(rows(dialog)) == {
        ("“Fukuda” means", "Yasuo Fukuda", f"One place in “{TITLE}”"),
        ("“Fukuda” means", "Nobody known", f"“{TITLE}”"),
        ("“Manila” means", "Not a name", "Every article"),
        ("Entered", "Otokichi Yamabe (Person)", "Every article"),
        ("“Otokichi Yamabe” is a name of", "Otokichi Yamabe", "Every article"),
        ("“山辺音吉” is a name of", "Otokichi Yamabe", "Every article"),
        ("Shinji Sato is the same as", "Eisaku Sato", "Every article"),
        ("Hidden", "Takeo Fukuda", "Every article"),
    }
    assert {str(dialog.shown.index(at, 4).data()) for at in range(8)} == {"Hana 花"}


def test_words_are_found_in_any_column_and_whoever_finds_nothing_is_told(person: Person) -> None:
    says_much(person)
    dialog = opens_names(person)
    QTest.keyClicks(dialog.line, "YASUO fuk")
    assert [row[1] for row in rows(dialog)] == ["Yasuo Fukuda"]
    dialog.line.setText("花 山辺")
    assert [row[0] for row in rows(dialog)] == ["“山辺音吉” is a name of"]
    dialog.line.setText("nowhere")
    assert dialog.nothing == "Nothing among it holds these words."
    dialog.line.clear()
    assert len(rows(dialog)) == 8


def test_several_are_taken_back_as_one_change(person: Person) -> None:
    window = person.window
    baker = says_much(person)
    dialog = opens_names(person)
    selects(dialog, "“Fukuda” means", "Entered", "Hidden")
    assert dialog.back.text() == "Take back 4"
    with person.qtbot.waitSignal(window.session.work_changed):
        QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    waits(person)
    assert [row[0] for row in rows(dialog)] in (
        ["“Manila” means", "Shinji Sato is the same as"],
        ["Shinji Sato is the same as", "“Manila” means"],
    )
    assert "Ctrl+Z" in dialog.note
    dialog.reject()
    article = window.session.article
    assert article is not None
    assert {one.entity for one in article.mentions if "Fukuda" in one.text} == {FATHER}
    with person.qtbot.waitSignal(window.session.work_changed):
        window.actions_["undo"].trigger()
    assert window.session.library.knowledge().entity(baker) is not None
    assert len(window.session.library.naming.said()) == 8


def test_what_was_taken_back_in_the_table_is_undone_there(person: Person) -> None:
    says_much(person)
    dialog = opens_names(person)
    selects(dialog, "Hidden")
    with person.qtbot.waitSignal(person.window.session.work_changed):
        dialog.back.click()
    waits(person)
    assert len(rows(dialog)) == 7
    with person.qtbot.waitSignal(person.window.session.work_changed):
        QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    waits(person)
    assert len(rows(dialog)) == 8
    assert dialog.note == "Undone: Take back what was said of names"


def test_a_place_is_opened_from_its_row(person: Person) -> None:
    says_much(person)
    window = person.window
    dialog = opens_names(person)
    at = next(n for n, row in enumerate(rows(dialog)) if row[2].startswith("One place"))
    dialog.table.setCurrentIndex(dialog.shown.index(at, 0))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    current = window.reader.view.marks.current
    assert current is not None
    assert current.of(window.reader.view.marks.document.text) == "Fukuda"


def test_two_entries_are_merged_and_one_is_hidden(person: Person) -> None:
    window = person.window
    dialog = opens_names(person)
    dialog.merge.click()
    waits(person)
    asked = window.your_names.choosing
    assert asked is not None
    assert not asked.go.isEnabled()
    QTest.keyClicks(asked.pickers[0].line, "yasuo fukuda")
    QTest.keyClick(asked.pickers[0].line, Qt.Key.Key_Return)
    QTest.keyClicks(asked.pickers[1].line, "yasuo fukuda")
    assert not asked.go.isEnabled()  # nobody is the same as themselves
    asked.pickers[1].line.clear()
    QTest.keyClicks(asked.pickers[1].line, "takeo fukuda")
    QTest.keyClick(asked.pickers[1].line, Qt.Key.Key_Return)
    with person.qtbot.waitSignal(window.session.work_changed):
        asked.go.click()
    waits(person)
    assert rows(dialog)[0] == ("Yasuo Fukuda is the same as", "Takeo Fukuda", "Every article")
    assert dialog.note.startswith("Yasuo Fukuda is Takeo Fukuda now.")

    dialog.hide_.click()
    waits(person)
    asked = window.your_names.choosing
    assert asked is not None
    QTest.keyClicks(asked.pickers[0].line, "takeo fukuda")
    with person.qtbot.waitSignal(window.session.work_changed):
        asked.go.click()
    waits(person)
    article = window.session.article
    assert article is not None
    assert not [one for one in article.mentions if "Fukuda" in one.text]
    selects(dialog, "Hidden")
    with person.qtbot.waitSignal(window.session.work_changed):
        dialog.back.click()
    waits(person)
    article = window.session.article
    assert article is not None
    assert [one.entity for one in article.mentions if one.text == "Takeo Fukuda"] == [FATHER]


def test_an_entry_is_made_and_changed_in_the_table(person: Person) -> None:
    window = person.window
    dialog = opens_names(person)
    dialog.entry.click()
    form = window.your_names.form
    assert form is not None
    form.label_en.setText("Otokichi Yamabe")
    with person.qtbot.waitSignal(window.session.work_changed):
        QTest.keyClick(form, Qt.Key.Key_Return)
    waits(person)
    at = next(n for n, row in enumerate(rows(dialog)) if row[0] == "Entered")
    dialog.table.setCurrentIndex(dialog.shown.index(at, 0))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    form = window.your_names.form
    assert form is not None
    assert form.entry.label_en == "Otokichi Yamabe"
    form.label_ja.setText("山辺音吉")
    form.names.setPlainText("Yamabe the baker")
    form.description.setText("Baker of Ueno")
    with person.qtbot.waitSignal(window.session.work_changed):
        QTest.keyClick(form, Qt.Key.Key_Return)
    waits(person)
    assert len(rows(dialog)) == 4
    article = window.session.article
    assert article is not None
    linked = {one.entity for one in article.mentions if one.text in ("山辺音吉", "Otokichi Yamabe")}
    assert len(linked) == 1
    (own,) = linked
    known = window.session.library.knowledge().entity(str(own))
    assert known is not None
    assert (known.label_ja, known.description) == ("山辺音吉", "Baker of Ueno")
    with person.qtbot.waitSignal(window.session.work_changed):  # a change is one change
        window.actions_["undo"].trigger()
    known = window.session.library.knowledge().entity(str(own))
    assert known is not None
    assert known.label_ja == ""


def test_a_colleagues_file_is_written_and_taken_over(
    person: Person, somebody: Callable[[], Person], tmp_path: Path
) -> None:
    baker = says_much(person)
    dialog = opens_names(person)
    path = tmp_path / "names of 花.json"
    person.window.your_names.export_to(path)
    waits(person)
    assert dialog.note == (
        "names of 花.json: 6 of 8 written. What is said of one place or article alone stays here."
    )
    dialog.reject()
    person.leaves()

    colleague = somebody()
    colleague.opens(tmp_path / "another library")
    dialog = opens_names(colleague)
    colleague.window.your_names.import_from(path)
    waits(colleague)
    colleague.qtbot.waitUntil(lambda: len(rows(dialog)) == 6)
    assert dialog.note == "6 taken over."
    assert colleague.window.session.library.label(baker) == "Otokichi Yamabe"
    colleague.window.your_names.import_from(path)
    waits(colleague)
    assert dialog.note == "0 taken over. Of 6 you had said something yourself, which stays."


def test_a_file_that_is_none_is_refused_in_words(person: Person, tmp_path: Path) -> None:
    dialog = opens_names(person)
    path = tmp_path / "no.json"
    path.write_text('{"沖縄": 1}', encoding="utf-8")
    person.window.your_names.import_from(path)
    waits(person)
    refused = dialog.note
    assert "names" in refused
    assert dialog.model.rows == ()
    person.window.your_names.import_from(tmp_path / "missing.json")
    waits(person)
    assert dialog.note not in ("", refused)


def test_the_edit_menu_says_what_undo_would_take_back(person: Person) -> None:
    window = person.window
    menu = window.actions_.menu("edit")
    undo, redo = window.actions_["undo"], window.actions_["redo"]
    menu.aboutToShow.emit()
    assert redo.text() == "Redo"
    window.session.library.naming.mean_words("Manila", NOBODY).result()
    waits(person)
    menu.aboutToShow.emit()
    assert undo.text() == "Undo: Naming"
    said: list[str] = []
    window.session.said.connect(said.append)
    with person.qtbot.waitSignal(window.session.work_changed):
        undo.trigger()
    assert said == ["Undone: Naming"]
    menu.aboutToShow.emit()
    assert redo.text() == "Redo: Naming"
