"""The review of dates: one after the other, by keys, until nothing is left or Esc ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from usjp_reader.domain.dates import Status
from usjp_reader.domain.passages import Colour
from usjp_reader.domain.queries import Facet, FacetChoice, Flag
from usjp_reader.domain.spans import Span
from usjp_reader.gui.dialogs.export_dialog import ExportDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.window.conftest import Person

KISHI = FacetChoice(Facet.PERSON, "person/nobusuke-kishi")


@pytest.fixture
def person(somebody: Callable[[], Person], tmp_path: Path) -> Person:
    """Somebody with three letters without a day, one dated widely, and one that states its day."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for subject in ("silk", "rice", "tea 😀"):
        (folder / f"{subject[:4]}.txt").write_text(
            f"A letter about {subject}\n\nThe ambassador wrote again about the price of {subject}"
            " and of the fishing grounds. 漁場のことはまだ決まらない。\n",
            encoding="utf-8",
        )
    (folder / "talks.txt").write_text(
        "Notes on the security talks\n\nPrime Minister Nobusuke Kishi told the Diet that the talks"
        " with President Dwight Eisenhower went well. The treaty was still being negotiated.\n",
        encoding="utf-8",
    )
    (folder / "sure.txt").write_text(
        "Kishi flies to Washington\n\nTOKYO, January 16, 1960 — Prime Minister Nobusuke Kishi left"
        " for Washington today to sign the treaty.\n",
        encoding="utf-8",
    )
    found = somebody()
    found.opens(tmp_path / "library")
    found.imports(folder)
    return found


def asks(person: Person, change: Callable[[], object]) -> None:
    session = person.window.session
    with person.qtbot.waitSignals([session.result_arrived, session.counts_arrived]):
        change()


def corrects(person: Person, action: Callable[[], object]) -> None:
    """Say something of a date, and wait until the list follows."""
    session = person.window.session
    with person.qtbot.waitSignals(
        [session.work_changed, session.result_arrived, session.counts_arrived]
    ):
        action()


def title(person: Person) -> str:
    article = person.window.session.article
    return (article.metadata.title or "") if article else ""


def place(person: Person) -> str:
    return person.window.review_bar.place


def listed(person: Person) -> int:
    return person.window.articles.view.articles.rowCount()


def test_each_accepted_date_leads_to_the_next_until_nothing_is_left(person: Person) -> None:
    window = person.window
    assert window.review_bar.isHidden()
    asks(person, window.actions_["review"].trigger)
    assert window.review_bar.isVisible()
    assert (listed(person), place(person)) == (4, "To review: 1 of 4")
    first = title(person)
    assert first == "Notes on the security talks"
    corrects(person, window.actions_["accept-date"].trigger)
    assert (listed(person), place(person)) == (3, "To review: 2 of 4")
    letters = {title(person)}
    corrects(person, window.actions_["accept-date"].trigger)
    letters.add(title(person))
    assert place(person) == "To review: 3 of 4"
    corrects(person, window.actions_["accept-date"].trigger)
    letters.add(title(person))
    assert letters == {"A letter about silk", "A letter about rice", "A letter about tea 😀"}
    corrects(person, window.actions_["accept-date"].trigger)
    assert (listed(person), place(person)) == (0, "All 4 reviewed")
    assert "Nothing left to review" in window.articles.empty.words
    corrects(person, window.actions_["undo"].trigger)
    assert (listed(person), place(person)) == (1, "To review: 4 of 4")


def test_a_date_is_typed_without_leaving_the_list_and_skipping_leaves_it_undone(
    person: Person,
) -> None:
    window = person.window
    asks(person, window.actions_["review"].trigger)
    window.actions_["next-article"].trigger()
    assert place(person) == "To review: 2 of 4"
    letter = window.session.trail.here
    window.actions_["type-date"].trigger()
    line = window.review_bar.editor.line
    assert window.focusWidget() is line
    QTest.keyClicks(line, "spring of 1909 or never")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "was not understood" in window.review_bar.editor.note
    QTest.keyClicks(line, "May 1909")
    corrects(person, lambda: QTest.keyClick(line, Qt.Key.Key_Return))
    assert window.focusWidget() is window.articles.view
    dated = window.session.library.article(letter).published
    assert dated.value is not None
    assert (dated.value.value, dated.status) == ("1909-05", Status.CONFIRMED)
    assert (listed(person), place(person)) == (3, "To review: 3 of 4")
    window.review_bar.skipped.emit()
    assert place(person) == "To review: 4 of 4"
    corrects(person, window.actions_["accept-date"].trigger)
    assert title(person) == "Notes on the security talks"  # what was skipped comes again
    assert (listed(person), place(person)) == (2, "To review: 3 of 4")


def test_the_evidence_opens_by_one_key_and_what_is_said_there_leads_on(person: Person) -> None:
    window = person.window
    asks(person, window.actions_["review"].trigger)
    window.actions_["why-date"].trigger()
    card = window.reader.cards.evidence
    assert card.isVisible()
    QTest.keyClicks(card.editor.line, "1958")
    corrects(person, lambda: QTest.keyClick(card.editor.line, Qt.Key.Key_Return))
    assert card.isHidden()
    assert title(person).startswith("A letter")
    assert place(person) == "To review: 2 of 4"


def test_esc_returns_to_what_was_asked_before(person: Person) -> None:
    window = person.window
    asks(person, lambda: window.session.ask(window.session.query.toggled(KISHI)))
    before = window.session.query
    assert listed(person) == 2
    asks(person, window.actions_["review"].trigger)
    assert window.actions_["review"].isChecked()
    assert window.session.query.flags == (Flag.REVIEW,)
    asks(person, lambda: QTest.keyClick(window, Qt.Key.Key_Escape))
    assert window.session.query == before
    assert not window.actions_["review"].isChecked()
    assert window.review_bar.isHidden()


def test_the_sidebar_counts_and_begins_it_inside_the_present_filter(person: Person) -> None:
    window = person.window
    asks(person, lambda: window.session.ask(window.session.query.toggled(KISHI)))
    (line,) = [one for one in window.sidebar.flags.lines if one.key is Flag.REVIEW]
    assert (line.name, line.count) == ("To review", 1)
    asks(person, lambda: window.sidebar.flags.toggled.emit(Flag.REVIEW, False))
    assert window.review_bar.isVisible()
    assert (title(person), place(person)) == ("Notes on the security talks", "To review: 1 of 1")
    asks(person, lambda: QTest.keyClick(window, Qt.Key.Key_Escape))
    assert window.session.query.facets == (KISHI,)


def test_corrections_of_the_review_hold_after_the_window_was_closed(
    person: Person, somebody: Callable[[], Person], tmp_path: Path
) -> None:
    asks(person, person.window.actions_["review"].trigger)
    corrects(person, person.window.actions_["accept-date"].trigger)
    person.leaves()
    again = somebody()
    again.opens(tmp_path / "library")
    asks(again, again.window.actions_["review"].trigger)
    assert place(again) == "To review: 1 of 3"


def test_many_dates_can_be_accepted_faster_than_the_list_follows(person: Person) -> None:
    window = person.window
    asks(person, window.actions_["review"].trigger)
    for _ in range(4):
        window.actions_["accept-date"].trigger()
    person.qtbot.waitUntil(lambda: listed(person) == 0)
    assert place(person) == "All 4 reviewed"


def test_an_export_counts_the_citations_that_rest_on_what_nobody_confirmed(
    person: Person,
) -> None:
    window = person.window
    asks(person, window.actions_["review"].trigger)
    assert title(person) == "Notes on the security talks"
    window.reader.view.select(Span(40, 60))
    person.saves(lambda: window.reader.mark(Colour.BLUE))

    def note() -> str:
        window.asking.export_passages()
        dialog = window.findChildren(ExportDialog)[-1]
        dialog.choose("all")
        said = dialog.note
        dialog.reject()
        return said

    assert note() == "1 passage; its citation rests on what nobody confirmed."
    corrects(person, window.actions_["accept-date"].trigger)
    assert note() == "1 passage; its citation rests on what was stated or confirmed."
