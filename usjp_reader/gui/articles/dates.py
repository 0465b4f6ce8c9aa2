"""Dates for one line of a list, in the language of the article: "15 May 1972", "1972年5月15日".

Sentences about dates ("inferred: why?") belong to the reader pane.
"""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Dated, Days, Status

if TYPE_CHECKING:
    from datetime import date

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
INFERRED = "≈"
"""Stands after a date that the program inferred."""


def date_words(dated: Dated, language: str = "en") -> str:
    """The date as a list shows it, marked where it was inferred; "no date" where unknown."""
    if dated.value is None:
        return "日付なし" if language == "ja" else "no date"
    words = days_words(dated.value.days, language)
    if dated.value.approximate:
        words = f"{words}ごろ" if language == "ja" else f"c. {words}"
    return f"{words} {INFERRED}" if dated.status is Status.INFERRED else words


def days_words(days: Days, language: str = "en") -> str:
    """A range of days as closely as it is known: a day, months, years, or two days."""
    return _japanese(days) if language == "ja" else _english(days)


def _english(days: Days) -> str:
    first, last = days.earliest, days.latest
    if _whole_years(days):
        return _joined(str(first.year), str(last.year), "–")
    if _whole_months(days):
        if first.year == last.year:
            return f"{_joined(_MONTHS[first.month], _MONTHS[last.month], '–')} {first.year}"
        return f"{_MONTHS[first.month]} {first.year} – {_MONTHS[last.month]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_joined(str(first.day), str(last.day), '–')} {_month_and_year(first)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month]} – {last.day} {_month_and_year(last)}"
    return f"{first.day} {_month_and_year(first)} – {last.day} {_month_and_year(last)}"


def _month_and_year(day: date) -> str:
    return f"{_MONTHS[day.month]} {day.year}"


def _japanese(days: Days) -> str:
    first, last = days.earliest, days.latest
    if _whole_years(days):
        return _joined(f"{first.year}年", f"{last.year}年", "〜")
    start, end = f"{first.year}年{first.month}月", f"{last.month}月"
    if first.year != last.year:
        end = f"{last.year}年{end}"
    if _whole_months(days):
        return start if (first.year, first.month) == (last.year, last.month) else f"{start}〜{end}"
    if first == last:
        return f"{start}{first.day}日"
    if (first.year, first.month) == (last.year, last.month):
        return f"{start}{first.day}日〜{last.day}日"
    return f"{start}{first.day}日〜{end}{last.day}日"


def _joined(first: str, last: str, dash: str) -> str:
    return first if first == last else f"{first}{dash}{last}"


def _whole_months(days: Days) -> bool:
    last = days.latest
    return days.earliest.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _whole_years(days: Days) -> bool:
    return _whole_months(days) and days.earliest.month == 1 and days.latest.month == 12
