"""Dates in the words of the window: "15 May 1972", "about 1909", "undated"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from usjp_reader.domain.dates import Dated, Edtf, Precision, Status, Sureness

if TYPE_CHECKING:
    from datetime import date

translate = QCoreApplication.translate

_FORMATS = {Precision.DAY: "d MMMM yyyy", Precision.MONTH: "MMMM yyyy", Precision.YEAR: "yyyy"}
_SHORT = {Precision.DAY: "d MMM yyyy", Precision.MONTH: "MMM yyyy", Precision.YEAR: "yyyy"}


def date_words(dated: Dated, *, short: bool = False) -> str:
    """The date alone, or "undated"."""
    if dated.value is None:
        return translate("Dates", "undated")
    return edtf_words(dated.value, short=short)


def edtf_words(value: Edtf, *, short: bool = False) -> str:
    """An EDTF value in words; an interval as its two ends."""
    formats = _SHORT if short else _FORMATS
    if value.precision is Precision.INTERVAL:
        first, _, last = value.value.partition("/")
        ends = (edtf_words(Edtf.parse(end), short=short) for end in (first, last))
        return " – ".join(ends)
    words = _formatted(value.days.earliest, formats[value.precision])
    return translate("Dates", "about {date}").format(date=words) if value.approximate else words


def day_words(day: date) -> str:
    """A day, short: "9 Nov 1964"."""
    return _formatted(day, _SHORT[Precision.DAY])


def dated_words(dated: Dated) -> str:
    """The date with where it comes from: "15 May 1972, inferred: why?"."""
    words = date_words(dated, short=dated.precision is Precision.INTERVAL)
    if dated.value is None and dated.status is Status.CONFIRMED:
        return translate("Dates", "no date, confirmed")
    if dated.value is None:
        return translate("Dates", "undated: why?")
    if dated.sureness is Sureness.GUESS:
        return translate("Dates", "{date}, a guess: why?").format(date=words)
    if dated.status is Status.INFERRED:
        return translate("Dates", "{date}, inferred: why?").format(date=words)
    if dated.status is Status.CONFIRMED:
        return translate("Dates", "{date}, confirmed").format(date=words)
    return words


def dated_now(value: str | None, before: Dated) -> str:
    """What was done to the date of an article, for the status line.

    Args:
        value: The EDTF value it has now; "" for none; None for what the program finds.
        before: The date it had.
    """
    if value is None:
        done = translate("Dates", "The date is what the program finds.")
    elif not value:
        done = translate("Dates", "The article has no date.")
    elif before.value is not None and before.value.value == value:
        done = translate("Dates", "Confirmed: {date}.")
    else:
        done = translate("Dates", "Dated {date}.")
    words = edtf_words(Edtf.parse(value)) if value else ""
    return done.format(date=words) + translate("Dates", " Ctrl+Z takes it back.")


def _formatted(day: date, pattern: str) -> str:
    return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), pattern)
