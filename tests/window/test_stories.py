"""What somebody does in a first session, on the real window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from usjp_reader.config import paths, settings
from usjp_reader.domain.errors import DiskFullError
from usjp_reader.domain.passages import Colour
from usjp_reader.domain.queries import EraChoice, Facet, FacetChoice, Flag
from usjp_reader.domain.reports import Outcome
from usjp_reader.domain.spans import Span
from usjp_reader.gui.action_table import ACTIONS
from usjp_reader.store.user.log import UserLog

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.window.conftest import Person

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Three small articles of three eras."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_bytes((FIXTURES / "number-one.txt").read_bytes())
    (folder / "two.txt").write_text(
        "The islands change hands\n\nNAHA, May 15, 1972 — Prime Minister Eisaku Sato spoke at the"
        " ceremony. Vice President Spiro Agnew listened.\n\nOkinawa is a prefecture again, and the"
        " bases stay where they are.\n",
        encoding="utf-8",
    )
    (folder / "three.md").write_text(
        "---\ntitle: Two shocks\ndate: 1971-08-16\npublisher: Pacific Ledger\n---\n\n"
        "President Richard Nixon told nobody in Tokyo that the dollar would leave gold.\n",
        encoding="utf-8",
    )
    return folder


def asks(person: Person, change: Callable[[], object]) -> None:
    session = person.window.session
    with person.qtbot.waitSignals([session.result_arrived, session.counts_arrived]):
        change()


def resized(person: Person, width: int, height: int) -> bool:
    """Whether the window took that size: what was hidden makes room a moment later."""
    person.window.resize(width, height)
    return (person.window.width(), person.window.height()) == (width, height)


def titles(person: Person) -> list[str]:
    model = person.window.articles.view.articles
    found = (model.article(row) for row in range(model.rowCount()))
    return [row.title for row in found if row is not None]


def test_every_action_of_the_table_does_something(somebody: Callable[[], Person]) -> None:
    handled = somebody().window._handlers()
    assert {spec.id for spec in ACTIONS} == set(handled)


def test_the_first_launch_fills_the_library_of_specimens(somebody: Callable[[], Person]) -> None:
    person = somebody()
    with person.qtbot.waitSignal(person.window.libraries.filling_ended, timeout=30_000) as ended:
        person.window.libraries.open_first(None)
    assert ended.args[0].count(Outcome.LOADED) >= 12
    person.qtbot.waitUntil(lambda: len(titles(person)) >= 12)
    library = person.window.session.library
    assert library.is_specimens
    rows = library.rows(library.find(person.window.session.query), 0, 50)
    assert all(row.is_specimen and row.source_file.startswith("specimen:") for row in rows)


def test_articles_dropped_on_the_specimens_go_into_a_library_of_ones_own(
    somebody: Callable[[], Person], articles: Path
) -> None:
    person = somebody()
    with person.qtbot.waitSignal(person.window.libraries.filling_ended, timeout=30_000):
        person.window.libraries.open_specimens()
    with person.qtbot.waitSignal(person.window.libraries.filling_ended) as ended:
        person.window.asking.import_paths([articles])
    assert ended.args[0].count(Outcome.LOADED) == 3
    library = person.window.session.library
    assert library.folder.path == paths.own_library()
    assert library.total == 3


def test_filters_combine_show_as_chips_and_come_off_one_by_one(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    assert titles(person)[0].startswith("Two leaders")
    era = EraChoice("phases", "revised-treaty")
    session = person.window.session
    asks(person, lambda: session.ask(session.query.toggled(era)))
    assert titles(person) == ["Two shocks"]
    sato = FacetChoice(Facet.PERSON, "person/eisaku-sato")
    asks(person, lambda: session.ask(session.query.toggled(sato)))
    assert titles(person) == []
    assert "No article matches" in person.window.articles.empty.words
    assert len(person.window.chips.chips) == 2
    asks(person, lambda: person.window.chips.removed.emit(era))
    assert titles(person) == ["The islands change hands"]
    asks(person, lambda: person.window.chips.removed.emit(sato))
    assert len(titles(person)) == 3


def test_words_typed_into_the_search_box_find_articles_and_escape_takes_them_away(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    box = person.window.search

    def types() -> None:
        box.setFocus()
        QTest.keyClicks(box, "prefecture")

    asks(person, types)
    assert titles(person) == ["The islands change hands"]
    row = person.window.articles.view.articles.article(0)
    assert row is not None
    assert [hit.of(row.snippet.text) for hit in row.snippet.hits] == ["prefecture"]
    asks(person, lambda: QTest.keyClick(person.window, Qt.Key.Key_Escape))
    assert len(titles(person)) == 3


def test_a_highlight_with_note_and_tags_survives_closing_and_the_window_looks_as_it_was_left(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    window = person.window
    article = window.session.article
    assert article is not None
    start = article.version.text.index("Mr. Noda")
    window.reader.view.select(Span(start, start + 8))
    person.saves(lambda: window.reader.mark(Colour.YELLOW))
    (passage,) = window.session.library.passages()
    window.reader.request_note()
    window.passages.editor.note.setPlainText("Compare 1960.")
    window.passages.editor.tags.setText("okinawa/burden, noda")
    person.saves(window.passages.editor.close_editor)
    person.qtbot.waitUntil(
        lambda: window.session.library.passages()[0].tags == ("okinawa/burden", "noda")
    )
    window.actions_["panel-filters"].trigger()
    person.qtbot.waitUntil(lambda: resized(person, 720, 640))
    person.leaves()

    again = somebody()
    again.opens(tmp_path / "library")
    (kept,) = again.window.session.library.passages()
    assert (kept.id, kept.note) == (passage.id, "Compare 1960.")
    assert again.window.sidebar.isHidden()
    assert (again.window.width(), again.window.height()) == (720, 640)
    assert again.window.passages.model.rowCount() == 1


def test_everything_can_be_undone_and_done_again(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    window, library = person.window, person.window.session.library
    window.reader.view.select(Span(50, 70))
    person.saves(lambda: window.reader.mark(Colour.BLUE))
    window.reader.choose_passage(library.passages()[0].id)
    person.saves(lambda: window.reader.mark(Colour.PINK))
    assert library.passages()[0].colour is Colour.PINK
    person.saves(window.actions_["undo"].trigger)
    assert library.passages()[0].colour is Colour.BLUE
    person.saves(window.actions_["undo"].trigger)
    assert library.passages() == ()
    person.saves(window.actions_["redo"].trigger)
    person.saves(window.actions_["redo"].trigger)
    assert library.passages()[0].colour is Colour.PINK


def test_one_passage_is_copied_with_its_citation(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    article = person.window.session.article
    assert article is not None
    start = article.version.text.index("Obama nodded")
    person.window.reader.view.select(Span(start, start + 12))
    person.window.actions_["copy-citation"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“Obama nodded”")
    assert "10 April 2012" in copied
    assert "The Harbor Chronicle" in copied


def test_back_returns_to_the_article_before(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    first = person.window.session.trail.here
    person.window.actions_["next-article"].trigger()
    assert person.window.session.trail.here != first
    person.window.actions_["back"].trigger()
    assert person.window.session.trail.here == first


def test_a_library_that_is_open_elsewhere_is_refused_in_one_sentence(
    somebody: Callable[[], Person], tmp_path: Path
) -> None:
    first, second = somebody(), somebody()
    first.opens(tmp_path / "library")
    with second.qtbot.waitSignal(second.window.libraries.failed) as failed:
        second.window.libraries.open(tmp_path / "library")
    assert "open in another window" in failed.args[0]


def test_the_last_library_is_opened_again(somebody: Callable[[], Person], tmp_path: Path) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.leaves()
    assert settings.load().last_library == str(tmp_path / "library")
    again = somebody()
    with again.qtbot.waitSignal(again.window.session.library_opened):
        again.window.libraries.open_first(None)
    assert again.window.session.library.folder.path == tmp_path / "library"


def test_the_article_that_is_open_stays_open_when_the_list_arrives_late(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    session = person.window.session
    second = session.library.resolve("two.txt")
    session.open_article(second)
    asks(person, lambda: session.ask(session.query.toggled(Flag.UNDATED)))
    asks(person, person.window.browsing.clear)
    assert session.article is not None
    assert session.article.uid == second
    assert person.window.articles.view.current_uid == second


def test_undo_reaches_back_before_the_program_was_closed(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    person.window.reader.view.select(Span(50, 70))
    person.saves(lambda: person.window.reader.mark(Colour.BLUE))
    person.leaves()
    again = somebody()
    again.opens(tmp_path / "library")
    assert len(again.window.session.library.passages()) == 1
    again.saves(again.window.actions_["undo"].trigger)
    assert again.window.session.library.passages() == ()


def test_the_article_that_was_open_is_open_again(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    second = person.window.session.library.resolve("two.txt")
    person.window.session.open_article(second)
    person.leaves()
    again = somebody()
    again.opens(tmp_path / "library")
    again.qtbot.waitUntil(lambda: again.window.session.trail.here == second)


def test_a_key_that_has_nothing_to_act_on_says_so(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    with person.qtbot.waitSignal(person.window.session.said) as said:
        person.window.actions_["note"].trigger()
    assert "choose a passage" in said.args[0]


def test_a_note_that_cannot_be_saved_stays_in_the_editor(
    somebody: Callable[[], Person],
    articles: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    window = person.window
    window.reader.view.select(Span(50, 70))
    person.saves(lambda: window.reader.mark(Colour.BLUE))
    window.reader.request_note()
    window.passages.editor.note.setPlainText("Typed for an hour.")

    def full(*_: object) -> None:
        raise DiskFullError("store.disk_full", library="here")

    monkeypatch.setattr(UserLog, "write", full)
    monkeypatch.setattr(window.asking, "show_error", lambda _: None)
    with person.qtbot.waitSignal(window.session.failed) as failed:
        window.passages.editor.close_editor()
    assert "no room left" in failed.args[0]
    assert window.passages.editor.note.toPlainText() == "Typed for an hour."
    assert window.session.library.passages()[0].note == ""


def test_a_folder_dropped_on_the_window_is_imported(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(articles))])
    drop = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with person.qtbot.waitSignal(person.window.libraries.filling_ended) as ended:
        person.window.dropEvent(drop)
    assert ended.args[0].count(Outcome.LOADED) == 3


def test_what_is_folded_away_says_which_rules_caught_it(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(articles)
    markers = person.window.reader.placing.folds.buttons
    assert any("share menu" in marker.toolTip() for marker in markers)


def test_what_was_dropped_for_a_library_that_cannot_be_opened_goes_into_no_other_one(
    somebody: Callable[[], Person], articles: Path, tmp_path: Path
) -> None:
    other, person = somebody(), somebody()
    other.opens(paths.own_library())
    with person.qtbot.waitSignal(person.window.libraries.filling_ended, timeout=30_000):
        person.window.libraries.open_specimens()
    person.qtbot.waitUntil(lambda: not person.window.session.jobs.is_busy)
    with person.qtbot.waitSignal(person.window.libraries.failed):
        person.window.asking.import_paths([articles])
    person.qtbot.waitUntil(lambda: not person.window.session.jobs.is_busy)
    person.opens(tmp_path / "library")
    person.qtbot.waitUntil(lambda: not person.window.session.jobs.is_busy)
    assert person.window.session.library.total == 0
