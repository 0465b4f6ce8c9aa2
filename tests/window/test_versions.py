"""One story in several papers: counted, folded, listed, and compared word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.wire import TEXTS, write
from usjp_reader.gui.stories.compare_dialog import CompareDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.window.conftest import Person


def at_the_wire(somebody: Callable[[], Person], folder: Path) -> Person:
    person = somebody()
    person.opens(folder / "lib")
    person.imports(*(write(folder / "src", name) for name in TEXTS))
    return person


def open_titled(person: Person, title: str) -> None:
    window = person.window
    model = window.articles.view.articles
    rows = [model.article(number) for number in range(model.rowCount())]
    uid = next(row.uid for row in rows if row and row.title == title)
    with person.qtbot.waitSignal(window.stories.versions_arrived, check_params_cb=bool):
        window.session.open_article(uid)


def comparison() -> CompareDialog | None:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, CompareDialog)]
    return next((one for one in found if one.isVisible()), None)


def test_the_result_says_articles_and_stories_and_can_be_folded(
    somebody: Callable[[], Person], tmp_path: Path
) -> None:
    person = at_the_wire(somebody, tmp_path)
    window = person.window
    assert "5 articles · 3 stories" in window.line.words
    with person.qtbot.waitSignal(window.session.result_arrived):
        window.actions_["fold-stories"].trigger()
    assert window.articles.view.articles.rowCount() == 3
    assert "5 articles · 3 stories" in window.line.words
    assert window.actions_["fold-stories"].isChecked()
    person.leaves()
    again = somebody()
    again.opens(tmp_path / "lib")
    assert again.window.articles.view.articles.rowCount() == 3


def test_the_versions_of_the_open_article_are_listed_and_opened(
    somebody: Callable[[], Person], tmp_path: Path
) -> None:
    person = at_the_wire(somebody, tmp_path)
    window = person.window
    open_titled(person, "Chip talks to begin")
    titles = [one.row.title for one in window.story.model.versions]
    assert sorted(titles[:2]) == ["Chip talks on Monday", "Chip talks to begin"]  # of one day
    assert titles[2:] == ["Hope for the makers of chips"]
    assert window.places.panels.tabText(1) == "Same story 2"
    window.actions_["same-story"].trigger()
    chosen = window.story.chosen
    with person.qtbot.waitSignal(window.session.article_opened):
        QTest.keyClick(window.story.table, Qt.Key.Key_Return)
    assert window.session.trail.here == chosen
    window.actions_["back"].trigger()
    assert window.session.article is not None
    assert window.session.article.metadata.title == "Chip talks to begin"
    open_none = next(title for title, _, _ in TEXTS.values() if title == "Negotiators to meet")
    model = window.articles.view.articles
    uid = next(r.uid for n in range(5) if (r := model.article(n)) and r.title == open_none)
    with person.qtbot.waitSignal(window.stories.versions_arrived):
        window.session.open_article(uid)
    assert window.story.model.versions == ()


def test_two_versions_are_compared_and_their_differences_walked(
    somebody: Callable[[], Person], tmp_path: Path
) -> None:
    person = at_the_wire(somebody, tmp_path)
    open_titled(person, "Chip talks to begin")
    person.window.actions_["same-story"].trigger()
    person.window.story.table.selectRow(2)
    QTest.keyClick(person.window.story.table, Qt.Key.Key_C)
    person.qtbot.waitUntil(lambda: comparison() is not None)
    dialog = comparison()
    assert dialog is not None
    assert "The two governments will begin talks" in dialog.left.toPlainText()
    seen = []
    for _ in range(3):
        QTest.keyClick(dialog, Qt.Key.Key_N)
        sides = (dialog.left, dialog.right)
        seen.append(tuple(side.textCursor().selectedText() for side in sides))
    assert len(set(seen)) > 1
    QTest.keyClick(dialog, Qt.Key.Key_P)
    assert tuple(side.textCursor().selectedText() for side in sides) == seen[1]
    dialog.close()
