"""What somebody corrects at the window: it shows at once, is found, can be undone, and holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolButton

from usjp_reader.domain.dates import Status
from usjp_reader.domain.passages import Colour
from usjp_reader.domain.queries import ArticleQuery, EraChoice, Facet, FacetChoice
from usjp_reader.domain.spans import Span
from usjp_reader.export.citation import cite
from usjp_reader.export.quoting import Wording
from usjp_reader.gui.dialogs.export_dialog import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.window.conftest import Person
    from usjp_reader.gui.details.dialog import DetailsDialog
    from usjp_reader.gui.window import MainWindow

NOTICE = "French hats and shipping of tea are to be had every day at the store of Kelly."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three articles of one source, two with the same line in them, and a letter without a day.

    In two articles only: what stands in many of one source is furniture without anybody's word.
    """
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, (subject, day) in enumerate((("silk", 3), ("rice", 4), ("tea", 5))):
        (folder / f"{number}.txt").write_text(
            f"The price of {subject} falls\n\nYOKOHAMA, May {day}, 1909\n\n"
            f"Merchants in Yokohama said that {subject} had never been so cheap as now. 😀\n\n"
            f"{NOTICE if day < 5 else 'Tea is sold by the chest.'}\n\n"
            f"The consul wrote home about {subject}, and about the ships that carry it.\n\n"
            "© 1909 Harbor Chronicle\n",
            encoding="utf-8",
        )
    (folder / "letter.txt").write_text(
        "A letter without a day\n\nThe ambassador wrote again about the fishing grounds and the"
        " price of silk. 漁場のことはまだ決まらない。\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def person(somebody: Callable[[], Person], articles: Path, tmp_path: Path) -> Person:
    """Somebody who has imported the articles."""
    found = somebody()
    found.opens(tmp_path / "library")
    found.imports(articles)
    return found


def corrects(person: Person, action: Callable[[], object]) -> None:
    """Do something that changes what articles are, and wait until list and counts follow."""
    session = person.window.session
    with person.qtbot.waitSignals(
        [session.work_changed, session.result_arrived, session.counts_arrived]
    ):
        action()


def found(window: MainWindow, words: str) -> int:
    library = window.session.library
    return len(library.find(ArticleQuery(words=words)))


def opens(person: Person, name: str) -> None:
    session = person.window.session
    session.open_article(session.library.resolve(name))


def points_at(window: MainWindow, words: str) -> None:
    """Click on words of the open article, as far as keys are concerned."""
    article = window.session.article
    assert article is not None
    window.reader.view.set_caret(article.version.text.index(words) + 1)


def shown(window: MainWindow) -> list[str]:
    view = window.reader.view
    lines = [line.span.of(view.marks.document.text) for line in view.lines if line.is_shown]
    return [line for line in lines if line]


def test_a_line_of_a_source_is_furniture_everywhere_until_that_is_undone(
    person: Person, somebody: Callable[[], Person], tmp_path: Path
) -> None:
    window = person.window
    opens(person, "0.txt")
    assert NOTICE in shown(window)
    assert found(window, "shipping") == 2
    points_at(window, NOTICE)
    said: list[str] = []
    window.session.said.connect(said.append)
    corrects(person, window.actions_["line-furniture-source"].trigger)
    assert said == [
        "“French hats and shipping of tea are to…” is page furniture now in all articles of"
        " “Harbor Chronicle”. Ctrl+Z takes it back."
    ]
    assert NOTICE not in shown(window)
    assert found(window, "shipping") == 0
    corrects(person, window.actions_["undo"].trigger)
    assert NOTICE in shown(window)
    assert found(window, "shipping") == 2
    corrects(person, window.actions_["redo"].trigger)
    assert found(window, "shipping") == 0
    person.leaves()

    again = somebody()
    again.opens(tmp_path / "library")
    assert found(again.window, "shipping") == 0
    again.qtbot.waitUntil(lambda: not again.window.session.jobs.is_busy)
    opens(again, "1.txt")
    assert NOTICE not in shown(again.window)


def test_one_line_is_text_for_this_article_alone_and_can_be_left_to_the_program_again(
    person: Person,
) -> None:
    window = person.window
    opens(person, "0.txt")
    points_at(window, NOTICE)
    corrects(person, window.actions_["line-furniture-source"].trigger)
    window.reader.show_furniture(True)
    points_at(window, NOTICE)
    corrects(person, window.actions_["line-text"].trigger)
    assert found(window, "shipping") == 1
    points_at(window, NOTICE)
    corrects(person, window.actions_["line-program"].trigger)
    assert found(window, "shipping") == 0
    points_at(window, NOTICE)
    corrects(person, window.actions_["line-program"].trigger)
    assert found(window, "shipping") == 2
    with person.qtbot.waitSignal(window.session.said) as told:
        window.actions_["line-program"].trigger()
    assert told.args[0] == "The program itself said what this line is."


def test_what_is_said_of_a_line_shows_before_the_disk_has_it(person: Person) -> None:
    window = person.window
    opens(person, "0.txt")
    points_at(window, NOTICE)
    with person.qtbot.waitSignal(window.session.work_changed):
        window.actions_["line-furniture"].trigger()
        assert NOTICE not in shown(window)


def test_the_menu_counts_the_articles_of_the_source(person: Person) -> None:
    window = person.window
    opens(person, "0.txt")
    article = window.session.article
    assert article is not None
    line = window.reader.view.marks.line_at(article.version.text.index(NOTICE))
    assert line is not None
    with person.qtbot.waitSignal(window.reader.lines.reach_arrived) as arrived:
        window.reader.lines.reach_wanted.emit((line,))
    assert (arrived.args[1].source, arrived.args[1].articles) == ("Harbor Chronicle", 2)


def test_a_typed_date_is_found_in_its_era_until_that_is_undone(
    person: Person, somebody: Callable[[], Person], tmp_path: Path
) -> None:
    window = person.window
    opens(person, "letter.txt")
    letter = window.session.trail.here
    opening = ArticleQuery(eras=(EraChoice("phases", "opening"),), certain_only=True)

    def in_its_era() -> bool:
        library = window.session.library
        return letter in library.uids(library.find(opening))

    assert not in_its_era()
    window.actions_["type-date"].trigger()
    line = window.reader.cards.evidence.editor.line
    assert window.focusWidget() is line
    QTest.keyClicks(line, "about 3 March 1854")
    corrects(person, lambda: QTest.keyClick(line, Qt.Key.Key_Return))
    assert in_its_era()
    assert window.reader.header.date_button().text() == "about 3 March 1854, confirmed"
    corrects(person, window.actions_["undo"].trigger)
    assert not in_its_era()
    corrects(person, window.actions_["redo"].trigger)
    person.leaves()

    again = somebody()
    again.opens(tmp_path / "library")
    article = again.window.session.library.article(letter)
    assert article.published.value is not None
    assert article.published.value.value == "1854-03-03~"
    assert article.published.status is Status.CONFIRMED


def test_one_key_accepts_the_date_of_the_open_article(person: Person) -> None:
    window = person.window
    opens(person, "0.txt")
    with person.qtbot.waitSignal(window.session.said) as said:
        corrects(person, window.actions_["accept-date"].trigger)
    assert said.args[0] == "Confirmed: 3 May 1909. Ctrl+Z takes it back."
    assert window.session.article is not None
    assert window.session.article.published.status is Status.CONFIRMED
    opens(person, "letter.txt")
    corrects(person, window.actions_["accept-date"].trigger)
    assert window.session.article.published.value is None
    assert window.session.article.published.status is Status.CONFIRMED


def test_details_of_several_articles_change_together_and_are_undone_together(
    person: Person, somebody: Callable[[], Person], tmp_path: Path
) -> None:
    window, session = person.window, person.window.session
    asks = ArticleQuery(facets=(FacetChoice(Facet.SOURCE, "Harbor Chronicle"),))
    with person.qtbot.waitSignals([session.result_arrived, session.counts_arrived]):
        session.ask(asks)
    window.articles.view.selectAll()
    uids = window.articles.view.selected_uids()
    assert len(uids) == 3
    window.actions_["details"].trigger()
    person.qtbot.waitUntil(lambda: window.detailing.dialog is not None)
    dialog = window.detailing.dialog
    assert dialog is not None
    person.qtbot.waitUntil(dialog.isVisible)
    assert dialog.rows["title"].line.placeholderText() == "(several values)"
    assert dialog.rows["container-title"].line.text() == "Harbor Chronicle"
    QTest.keyClicks(dialog.rows["archive"].line, "Yokohama Archives")
    QTest.keyClicks(dialog.rows["page"].line, "4-5")
    with person.qtbot.waitSignal(session.said) as said:
        corrects(person, lambda: QTest.keyClick(dialog.rows["page"].line, Qt.Key.Key_Return))
    assert said.args[0] == "Changed in 3 articles: Pages, Archive. Ctrl+Z takes it back."
    assert window.articles.view.selected_uids() == uids

    def archives() -> set[str | None]:
        return {session.library.article(uid).metadata.get("archive") for uid in uids}

    assert archives() == {"Yokohama Archives"}
    article = session.article
    assert article is not None
    assert "pp. 4-5, Yokohama Archives" in cite(article).text
    corrects(person, window.actions_["undo"].trigger)
    assert archives() == {None}
    corrects(person, window.actions_["redo"].trigger)
    person.leaves()

    again = somebody()
    again.opens(tmp_path / "library")
    assert again.window.session.library.article(uids[0]).metadata.get("page") == "4-5"


def test_details_of_one_article_say_where_they_come_from_and_go_back(person: Person) -> None:
    window = person.window
    opens(person, "0.txt")
    assert window.session.article is not None
    found = window.session.article.metadata.title

    def details() -> DetailsDialog:
        window.actions_["details"].trigger()
        assert window.detailing.dialog is not None
        return window.detailing.dialog

    dialog = details()
    dialog.rows["title"].line.selectAll()
    QTest.keyClicks(dialog.rows["title"].line, "Silk is cheap")
    corrects(person, lambda: QTest.keyClick(dialog.rows["title"].line, Qt.Key.Key_Return))
    assert window.session.article.metadata.title == "Silk is cheap"
    model = window.articles.view.articles
    titles = {one.title for at in range(4) if (one := model.article(at)) is not None}
    assert "Silk is cheap" in titles
    dialog = details()
    row = dialog.rows["title"]
    person.qtbot.waitUntil(lambda: not window.session.jobs.is_busy)
    (back,) = [one for one in dialog.findChildren(QToolButton) if one.isVisible()]
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert row.line.text() == found
    corrects(person, lambda: QTest.keyClick(row.line, Qt.Key.Key_Return))
    assert window.session.article.metadata.title == found


def test_the_menu_of_several_articles_accepts_their_dates(person: Person) -> None:
    window = person.window
    window.articles.view.selectAll()
    uids = window.articles.view.selected_uids()
    with person.qtbot.waitSignal(window.session.said) as said:
        corrects(person, lambda: window.browsing.dates_accepted.emit(uids))
    assert said.args[0] == "Confirmed the dates of 3 articles. Ctrl+Z takes it back."
    library = window.session.library
    statuses = [library.article(uid).published.status for uid in uids]
    assert statuses.count(Status.CONFIRMED) == 3


def test_passages_bear_the_title_of_their_article_as_it_is_now(person: Person) -> None:
    window, library = person.window, person.window.session.library
    opens(person, "0.txt")
    window.reader.view.select(Span(50, 60))
    person.saves(lambda: window.reader.mark(Colour.BLUE))
    article = window.session.article
    assert article is not None
    opens(person, "letter.txt")
    corrects(person, lambda: library.correcting.set_fields([article], {"title": "絹の値段 😀"}))
    person.qtbot.waitUntil(lambda: window.passages.model.rows[0].title == "絹の値段 😀")


def test_a_misread_word_is_found_both_ways_quoted_as_asked_and_undone(
    person: Person, somebody: Callable[[], Person], tmp_path: Path
) -> None:
    window, session = person.window, person.window.session
    opens(person, "0.txt")
    article = session.article
    assert article is not None
    at = article.version.text.index("consul")
    word = Span(at, at + len("consul"))
    points_at(window, "consul wrote")
    window.actions_["correct-word"].trigger()
    line = window.reader.cards.word.line
    assert window.focusWidget() is line
    QTest.keyClicks(line, "counsellor")
    with person.qtbot.waitSignal(session.said) as said:
        corrects(person, lambda: QTest.keyClick(line, Qt.Key.Key_Return))
    assert said.args[0] == "“consul” is read as “counsellor” now. Ctrl+Z undoes it."
    assert window.reader.view.marks.readings_in(word) == ((word, "counsellor"),)
    assert (found(window, "counsellor"), found(window, "consul")) == (1, 3)

    def shows_both() -> bool:
        return word in session.library.hits(session.article, "counsellor") and (  # type: ignore[arg-type]
            word in session.library.hits(session.article, "consul")  # type: ignore[arg-type]
        )

    assert shows_both()
    window.reader.view.select(Span(at - 4, at + 12))
    window.actions_["copy-citation"].trigger()
    assert QGuiApplication.clipboard().text().startswith("“The consul wrote” (")
    person.saves(window.actions_["highlight"].trigger)
    out = tmp_path / "out.md"
    window.actions_["export-passages"].trigger()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    (box,) = [one for one in dialog.findChildren(QComboBox) if one.findData(Wording.READ.value) > 0]
    assert box.isVisible()
    dialog.choose("all", "md", out)
    box.setCurrentIndex(box.findData(Wording.READ.value))
    with person.qtbot.waitSignal(session.said):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "> The counsellor wrote\n" in out.read_text("utf-8")
    person.saves(window.actions_["undo"].trigger)
    assert not session.library.correcting.has_misread(session.library.passages())
    corrects(person, window.actions_["undo"].trigger)
    assert window.reader.view.marks.readings_in(word) == ()
    assert found(window, "counsellor") == 0
    corrects(person, window.actions_["redo"].trigger)
    assert found(window, "counsellor") == 1
    person.leaves()

    again = somebody()
    again.opens(tmp_path / "library")
    opens(again, "0.txt")
    assert again.window.reader.view.marks.readings_in(word) == ((word, "counsellor"),)
    assert found(again.window, "counsellor") == 1
