"""Sentences about the date of an article: how sure it is, what happened on it, the old calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from usjp_reader.domain.dates import DateKind, Precision, Status, Sureness
from usjp_reader.gui.articles.dates import days_words
from usjp_reader.gui.reader.dates import day_words
from usjp_reader.knowledge.times.calendars import SOLAR, old_day

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Dated, Days, Period

translate = QCoreApplication.translate

_SAME_EVENING = date(1943, 10, 11)
"""From this day the Asahi dated its evening edition by the day of printing; others followed."""


def sureness_words(dated: Dated) -> str:
    """Stated, narrow, wide, guess: the word alone, or "" where none is needed."""
    return {
        Sureness.STATED: translate("DateSentences", "stated"),
        Sureness.NARROW: translate("DateSentences", "narrow"),
        Sureness.WIDE: translate("DateSentences", "wide"),
        Sureness.GUESS: translate("DateSentences", "guess"),
    }.get(dated.sureness, "")


def lead_words(dated: Dated) -> str:
    """How the date came about, in a sentence or a few."""
    parts = [_origin(dated), _days_left(dated), _kind(dated), _old_calendar(dated)]
    return " ".join(part for part in parts if part)


def _origin(dated: Dated) -> str:
    if dated.value is None and dated.status is Status.CONFIRMED:
        return translate("DateSentences", "You said that it has no date.")
    if dated.value is None:
        return _unknown(dated)
    return {
        Sureness.STATED: translate("DateSentences", "The source states it."),
        Sureness.CONFIRMED: translate("DateSentences", "You confirmed it."),
        Sureness.NARROW: translate(
            "DateSentences", "Worked out by the program, within narrow bounds."
        ),
        Sureness.WIDE: translate("DateSentences", "Worked out by the program, within wide bounds."),
        Sureness.GUESS: translate("DateSentences", "A guess of the program: please look at it."),
    }[dated.sureness]


def _unknown(dated: Dated) -> str:
    if dated.reasons:
        return translate(
            "DateSentences",
            "Nothing in the article says when it was published, but only what follows.",
        )
    return translate("DateSentences", "Nothing in the article says when it was published.")


def _days_left(dated: Dated) -> str:
    if dated.value is None or dated.status is Status.CONFIRMED:
        return ""
    if dated.status is Status.STATED and not dated.ranges:  # figures of two readings have some
        return ""
    if dated.ranges:
        found = [days_words(days) for days in dated.ranges[:3]]
        more = len(dated.ranges) - len(found)
        listed = "; ".join(found)
        if more:
            return translate("DateSentences", "Possible: {days}; and {n} more.").format(
                days=listed, n=more
            )
        return translate("DateSentences", "Possible: {days}.").format(days=listed)
    days = dated.value.days
    if days.earliest == days.latest:
        return ""
    return translate("DateSentences", "Earliest day {first}, latest day {last}.").format(
        first=day_words(days.earliest), last=day_words(days.latest)
    )


def _kind(dated: Dated) -> str:
    if dated.value is None or dated.status is Status.CONFIRMED:
        return ""
    if dated.kind is DateKind.EVENING and dated.value.days.latest < _SAME_EVENING:
        return translate(
            "DateSentences",
            "It is the date of an evening edition, which in Japan was then the day after printing.",
        )
    return {
        DateKind.ISSUE: translate("DateSentences", "It is the date of the issue."),
        DateKind.EVENING: translate("DateSentences", "It is the date of an evening edition."),
        DateKind.WRITTEN: translate("DateSentences", "On this day the letter was written."),
        DateKind.SENT: translate("DateSentences", "On this day the message was sent."),
        DateKind.RECEIVED: translate("DateSentences", "On this day the message was received."),
        DateKind.UPDATED: translate("DateSentences", "On this day the page was last changed."),
    }.get(dated.kind, "")


def _old_calendar(dated: Dated) -> str:
    """Before 1873 the day as Japan then reckoned it."""
    if dated.value is None or dated.value.precision is not Precision.DAY:
        return ""
    day = dated.value.days.earliest
    old = old_day(day) if day < SOLAR else None
    if old is None:
        return ""
    pattern = (
        translate(
            "DateSentences", "In the Japanese calendar: leap month {month}, day {day}, {era} {year}"
        )
        if old.month.leap
        else translate(
            "DateSentences", "In the Japanese calendar: month {month}, day {day}, {era} {year}"
        )
    )
    said = pattern.format(
        month=old.month.month, day=old.day, era=old.month.romanised, year=old.month.year
    )
    return f"{said} ({old.japanese})."


def about_words(about: tuple[Period, ...], published: Days | None) -> str:
    """What an article talks about besides its own day, on one line; "" where there is nothing."""
    others = [
        one
        for one in about
        if one.passages and not (published and one.days.intersection(published))
    ]
    main = [one for one in others if one.is_main]
    shown = (main or others)[:3]
    if not shown:
        return ""
    words = ", ".join(period_words(one) for one in shown)
    more = len(others) - len(shown)
    pattern = (
        translate("DateSentences", "Talks about {periods}")
        if main
        else translate("DateSentences", "Mentions {periods}")
    )
    said = pattern.format(periods=words)
    if not more:
        return said
    rest = (
        translate("DateSentences", "{said}, mentions {n} more")
        if main
        else translate("DateSentences", "{said} and {n} more")
    )
    return rest.format(said=said, n=more)


def period_words(period: Period) -> str:
    """A period as a list of articles shows dates: days, months or years; long ones as years."""
    first, last = period.days.earliest, period.days.latest
    if first.year != last.year and (last - first).days > 366:
        return f"{first.year}–{last.year}"
    return days_words(period.days)
