"""The small parts of the reader pane, each by itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont

from usjp_reader.domain.dates import UNDATED, Dated, Edtf, Status
from usjp_reader.domain.spans import Span
from usjp_reader.gui.reader.chart import filled
from usjp_reader.gui.reader.dates import date_words, dated_words, day_words, edtf_words
from usjp_reader.gui.reader.find_bar import MOST_HITS, found_in
from usjp_reader.gui.reader.floating import beside
from usjp_reader.gui.reader.marks import step
from usjp_reader.gui.reader.notes import GAP, Wanted, stacked
from usjp_reader.gui.reader.typesetting import EDGE, NOTES, columns
from usjp_reader.gui.reader.wrapping import wrapped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1972-05-15", "15 May 1972"),
        ("1972-05", "May 1972"),
        ("1972", "1972"),
        ("1909~", "about 1909"),
        ("1950/1953", "1950 – 1953"),
        ("1941-12-07/1941-12-08", "7 December 1941 – 8 December 1941"),
    ],
)
def test_dates_in_words(qapp: QApplication, value: str, words: str) -> None:
    assert edtf_words(Edtf.parse(value)) == words


def test_a_date_says_where_it_comes_from(qapp: QApplication) -> None:
    value = Edtf.parse("1972-05-15")
    assert dated_words(Dated(value, 0.7)) == "15 May 1972, inferred: why?"
    assert dated_words(Dated(value, 0.4)) == "15 May 1972, a guess: why?"
    assert dated_words(Dated(value, status=Status.STATED)) == "15 May 1972"
    assert dated_words(Dated(value, status=Status.CONFIRMED)) == "15 May 1972, confirmed"
    assert dated_words(UNDATED) == "undated: why?"
    assert date_words(UNDATED) == "undated"
    assert day_words(date(1964, 11, 9)) == "9 Nov 1964"


@given(st.lists(st.tuples(st.floats(0, 2000), st.integers(10, 200)), max_size=12).map(sorted))
def test_notes_never_cover_each_other_and_never_stand_too_high(
    asked: list[tuple[float, int]],
) -> None:
    wanted = [Wanted(top, height) for top, height in asked]
    starts = stacked(wanted)
    for at, (note, start) in enumerate(zip(wanted, starts, strict=True)):
        assert start >= note.top - 1
        if at:
            assert start >= starts[at - 1] + wanted[at - 1].height + GAP - 1


@given(st.integers(320, 3000), st.integers(200, 900), st.booleans())
def test_text_and_notes_fit_into_the_pane(room: int, measure: int, has_notes: bool) -> None:
    place = columns(room, measure, has_notes=has_notes)
    assert place.left >= EDGE
    assert place.text <= measure
    right = place.notes_left + place.notes if place.notes else place.left + place.text
    assert right <= room - EDGE + 1


def test_notes_come_into_a_narrow_pane_only_when_there_are_some() -> None:
    assert columns(640, 640, has_notes=False).notes == 0
    assert columns(640, 640, has_notes=True).notes == NOTES


def test_a_card_stands_below_its_word_or_above_it_and_always_inside() -> None:
    room, size = QRect(0, 0, 800, 600), QSize(300, 200)
    assert beside(QRect(100, 100, 40, 20), size, room).y() > 119
    assert beside(QRect(100, 560, 40, 20), size, room).y() < 360
    assert beside(QRect(780, 100, 40, 20), size, room).x() + 300 < 800
    assert beside(QRect(0, 0, 5, 5), QSize(300, 590), room) == QPoint(8, 8)


def test_words_are_found_whatever_their_case() -> None:
    assert found_in("Sato, SATO and sato", "sato") == (Span(0, 4), Span(6, 10), Span(15, 19))
    assert found_in("a.b", ".") == (Span(1, 2),)
    assert found_in("abc", "") == ()
    assert len(found_in("a" * (MOST_HITS + 5), "a")) == MOST_HITS


def test_stepping_goes_round() -> None:
    spans = [Span(2, 3), Span(5, 6)]
    assert step(spans, -1, 1) == 0
    assert step(spans, 2, 1) == 1
    assert step(spans, 5, 1) == 0
    assert step(spans, 5, -1) == 0
    assert step(spans, 2, -1) == 1
    assert step([], 0, 1) is None


def test_years_without_articles_are_kept_in_the_chart() -> None:
    assert filled([(1964, 2), (1967, 1)]) == (2, 0, 0, 1)
    assert filled([]) == ()


def test_long_notes_are_cut_at_a_word_and_say_so(qapp: QApplication) -> None:
    lines = wrapped("compare Ogasawara " * 30, QFont(), 160, 4)
    assert len(lines) == 4
    assert lines[-1].endswith("…")
    assert all("compar " not in line for line in lines)


def test_a_note_with_emoji_is_broken_between_letters(qapp: QApplication) -> None:
    assert "".join(wrapped("😀" * 60, QFont(), 100, 99)) == "😀" * 60
    assert wrapped("", QFont(), 100, 3) == ()
    assert wrapped("a\n\nb", QFont(), 100, 9) == ("a", "", "b")
