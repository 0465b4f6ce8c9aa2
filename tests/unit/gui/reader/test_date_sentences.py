"""What the window says about a date: how sure it is, what happened on it, the old calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from usjp_reader.domain.dates import (
    UNDATED,
    Dated,
    DateKind,
    Days,
    Edtf,
    Evidence,
    Period,
    Status,
    Where,
)
from usjp_reader.domain.messages import Message
from usjp_reader.domain.spans import Span
from usjp_reader.gui.reader.date_sentences import (
    about_words,
    lead_words,
    period_words,
    sureness_words,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

HERE = (Span(0, 4),)


def days(first: str, last: str) -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("dated", "word"),
    [
        (Dated(Edtf.parse("1972-05-15"), 0.97, status=Status.STATED), "stated"),
        (Dated(Edtf.parse("1972-05"), 0.7), "narrow"),
        (Dated(Edtf.parse("1972"), 0.7), "wide"),
        (Dated(Edtf.parse("1972-05"), 0.3), "guess"),
        (Dated(Edtf.parse("1972-05"), 1.0, status=Status.CONFIRMED), ""),
        (UNDATED, ""),
    ],
)
def test_how_sure_a_date_is_stands_in_a_word(qapp: QApplication, dated: Dated, word: str) -> None:
    assert sureness_words(dated) == word


def test_an_inferred_date_says_its_earliest_and_latest_day(qapp: QApplication) -> None:
    said = lead_words(Dated(Edtf.parse("1960-01-19/1960-06-23"), 0.7))
    assert "within wide bounds" in said
    assert "Earliest day 19 Jan 1960, latest day 23 Jun 1960." in said
    assert "Earliest" not in lead_words(Dated(Edtf.parse("1960-01-19"), 0.7))


def test_gaps_between_two_terms_are_said(qapp: QApplication) -> None:
    terms = (days("1946-05-22", "1947-05-24"), days("1948-10-15", "1954-12-10"))
    said = lead_words(Dated(Edtf.parse("1946-05-22/1954-12-10"), 0.7, ranges=terms))
    assert "Possible: 22 May 1946 – 24 May 1947; 15 Oct 1948 – 10 Dec 1954." in said


def test_no_more_than_three_stretches_are_listed(qapp: QApplication) -> None:
    many = tuple(days(f"{year}-01-01", f"{year}-01-01") for year in range(1950, 1955))
    said = lead_words(Dated(Edtf.parse("1950-01-01/1954-01-01"), 0.7, ranges=many))
    assert "1 Jan 1952; and 2 more." in said


def test_an_evening_edition_of_old_was_printed_the_day_before(qapp: QApplication) -> None:
    def said(day: str) -> str:
        value = Edtf.parse(day)
        return lead_words(Dated(value, 0.9, status=Status.STATED, kind=DateKind.EVENING))

    assert "which in Japan was then the day after printing" in said("1936-02-27")
    assert "It is the date of an evening edition." in said("1960-06-16")


def test_a_letter_says_when_it_was_written_and_a_telegram_when_it_came(qapp: QApplication) -> None:
    value = Edtf.parse("1905-04-05")
    for kind, words in (
        (DateKind.WRITTEN, "On this day the letter was written."),
        (DateKind.RECEIVED, "On this day the message was received."),
    ):
        assert words in lead_words(Dated(value, 0.9, status=Status.STATED, kind=kind))


def test_before_1873_the_japanese_calendar_of_the_time_is_shown_too(qapp: QApplication) -> None:
    stated = Dated(Edtf.parse("1858-07-29"), 0.9, status=Status.STATED)
    assert "month 6, day 19, Ansei 5 (安政5年6月19日)." in lead_words(stated)
    assert "calendar" not in lead_words(Dated(Edtf.parse("1873-01-01"), 0.9, status=Status.STATED))
    assert "calendar" not in lead_words(Dated(Edtf.parse("1858"), 0.9, status=Status.STATED))


def test_an_undated_article_says_whether_there_was_anything_at_all(qapp: QApplication) -> None:
    hint = Evidence("limit", Where.TEXT, HERE[0], "2006", "2006", Message("dates.limit"))
    assert lead_words(UNDATED) == "Nothing in the article says when it was published."
    assert "only what follows" in lead_words(Dated(evidence=(hint,)))
    assert "You said" in lead_words(Dated(status=Status.CONFIRMED))


def test_what_an_article_talks_about_leaves_out_its_own_day(qapp: QApplication) -> None:
    own = days("1972-05-15", "1972-05-15")
    about = (
        Period(days("1945-01-01", "1945-12-31"), True, HERE),
        Period(own, False, HERE),
        Period(days("1879-01-01", "1879-12-31"), False, HERE),
    )
    assert about_words(about, own) == "Talks about 1945, mentions 1 more"
    assert about_words(about[1:], own) == "Mentions 1879"
    assert about_words(about[1:2], own) == ""
    assert about_words((), None) == ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1945-01-01", "1945-12-31", "1945"),
        ("1945-01-01", "1952-12-31", "1945–1952"),
        ("1941-12-07", "1941-12-07", "7 Dec 1941"),
        ("1972-05-01", "1972-06-30", "May–Jun 1972"),
        ("1941-12-26", "1942-01-02", "26 Dec 1941 – 2 Jan 1942"),
    ],
)
def test_a_period_is_as_short_as_it_can_be(
    qapp: QApplication, first: str, last: str, words: str
) -> None:
    assert period_words(Period(days(first, last), True, HERE)) == words
