"""Finding the expressions of time in a text, in either language, in order and without overlaps."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from usjp_reader.knowledge.times import (
    english,
    english_eras,
    english_numbers,
    english_relative,
    garbled,
    holidays,
)
from usjp_reader.knowledge.times.english_words import MONTHS, ORDINALS, WEEKDAYS
from usjp_reader.knowledge.times.garbled import from_garbled
from usjp_reader.knowledge.times.japanese import japanese, lone_eras
from usjp_reader.knowledge.times.japanese_garbled import garbled_dates
from usjp_reader.knowledge.times.qualifying import qualified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from usjp_reader.knowledge.times.expressions import Expression

    Reader = Callable[[str, int], Expression | None]

_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u337b-\u337e\u32ff]")
_DIGITS = re.compile(r"\d+")
_WHICH = ("last", "next", "this", "past", "coming", "previous", "current")
_PARTS = ("early", "late", "earlier", "later", "the end of", "the middle of", "the beginning of")
_NAMED = ("yesterday", "today", "tonight", "tomorrow", "to-day", "to-night", "to-morrow")
_SAME = ("the same", "the following", "the next", "the previous", "the preceding", "that")
_UNITS = ("day", "morning", "evening", "night", "week", "month", "year")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_ERAS = (
    "Meiji",
    "Taish",
    "Showa",
    "Shōwa",
    "Heisei",
    "Reiwa",
    "Kaei",
    "Kayei",
    "Ansei",
    "Bunky",
    "Man'en",
    "Manen",
    "Keio",
    "Keiō",
    "Genji",
    "Tenpo",
    "Tenpō",
)


def expressions_in(text: str) -> list[Expression]:
    """The expressions of time in a stretch of text, in either language."""
    is_japanese = not text.isascii() and _CJK.search(text) is not None
    found = _mended(text, list(japanese(text))) if is_japanese else list(lone_eras(text))
    found = [qualified(text, one) for one in found]
    english_ones = list(_english(text))
    if not found:
        return english_ones
    taken = [one.span for one in found]
    found += [one for one in english_ones if not any(one.span.overlaps(span) for span in taken)]
    return sorted(found, key=lambda one: one.span)


def _mended(text: str, found: list[Expression]) -> list[Expression]:
    """The same with misread days in the place of what was read of them."""
    days = [
        one
        for one in garbled_dates(text)
        if not any(one.days == other.days and one.span.overlaps(other.span) for other in found)
    ]
    if not days:
        return found
    kept = [one for one in found if not any(one.span.overlaps(day.span) for day in days)]
    return sorted([*kept, *days], key=lambda one: one.span)


def _english(text: str) -> Iterator[Expression]:
    end = 0
    for start, reader in _anchors(text):
        if start < end:
            continue
        one = reader(text, start)
        if one is None or one.span.start < end:
            continue
        one = english_eras.with_era(qualified(text, one), text)
        if one.span.start >= end:
            end = one.span.end
            yield one


def _anchors(text: str) -> list[tuple[int, Reader]]:
    """Where an expression may begin (or, for "ago", end), in order, with what reads it."""
    automaton, readers = _words()
    found = [
        (start, readers[index])
        for index, start, _ in automaton.find_matches_as_indexes(text)
        if not (start and _joins(text[start - 1], text[start]))
    ]
    found += [
        (digits.start(), _BY_DIGITS[digits.end() - digits.start()])
        for digits in _DIGITS.finditer(text)
        if digits.end() - digits.start() in _BY_DIGITS and not _is_inside(text, digits.start())
    ]
    found.sort(key=lambda anchor: anchor[0])
    return found


def _joins(before: str, first: str) -> bool:
    return before.isalnum() and before < "\u3000" and first.isalnum()


def _is_inside(text: str, start: int) -> bool:
    """Whether a number goes on from a word, another number or a sum of money."""
    if not start:
        return False
    before = text[start - 1]
    return (
        (before.isalpha() and before < "\u3000")
        or before in "$£€¥#_"
        or (before in ".,:-" and start > 1 and text[start - 2].isdigit())
    )


def _garbled(text: str, start: int, *, garbled: str, month: str) -> Expression | None:
    return from_garbled(text, start, garbled, month)


def _short(text: str, start: int) -> Expression | None:
    return (
        english.from_day(text, start)
        or english_eras.from_old_day(text, start)
        or english_numbers.from_number(text, start)
        or english_relative.from_ordinal(text, start)
    )


def _ordinal(text: str, start: int) -> Expression | None:
    return english.from_ordinal(text, start) or english_eras.from_old_day(text, start)


def _year(text: str, start: int) -> Expression | None:
    return (
        english_numbers.from_number(text, start)
        or english_relative.from_year(text, start)
        or english_numbers.from_year(text, start)
    )


_BY_DIGITS: dict[int, Reader] = {
    1: _short,
    2: _short,
    4: _year,
    6: english_numbers.from_number,
    8: english_numbers.from_number,
}


@cache
def _words() -> tuple[AhoCorasick, list[Reader]]:
    """What finds the words that expressions begin with, and what reads each of them."""
    readers: dict[str, Reader] = {}
    for names, reader in (
        (_both(name.title() for name in MONTHS), garbled.month_or_garbled),
        (_both(name.title() for name in WEEKDAYS), garbled.weekday_or_garbled),
        (_ordinal_words((" of ", " day of ")), _ordinal),
        (_ordinal_words((" year of ",)), english_eras.from_era),
        (holidays.anchors(), holidays.from_holiday),
        (
            _ordinal_words((" century", "-century", " quarter", " Quarter")),
            english_relative.from_ordinal,
        ),
        (_begun(_WHICH), english_relative.from_which),
        (
            _begun(f"{part} {which}" for part in _PARTS for which in _WHICH),
            english_relative.from_which,
        ),
        (_cased(_NAMED), english_relative.from_named_day),
        (
            _cased(["the day before yesterday", "the day after tomorrow"]),
            english_relative.from_named_day,
        ),
        (_cased(f"{same} {unit}" for same in _SAME for unit in _UNITS), english_relative.from_same),
        (_begun(_SEASONS, " /,"), english_relative.from_season),
        (_begun(["fiscal"]), english_relative.from_fiscal),
        (["FY"], english_relative.from_fiscal),
        (_begun(["academic year", "school year"]), english_relative.from_year),
        ([f"Q{number} " for number in "1234"], english_relative.from_ordinal),
        ([" ago"], english_relative.before_ago),
        ([" later", " earlier", " afterward"], english_relative.before_later),
        ([" from today", " from now", " hence"], english_relative.before_now),
        (_ERAS, english_eras.from_era),
        (("MDCCC", "MCM", "MMX", "MMI", "MMV"), english_numbers.from_roman),
        (
            [f"{mark}{digit}" for mark in "'’‘" for digit in "0123456789"],
            english_numbers.from_apostrophe,
        ),
    ):
        readers |= dict.fromkeys(names, reader)
    readers |= {
        wrong: partial(_garbled, garbled=wrong, month=month)
        for wrong, month in garbled.garbled_months().items()
    }
    patterns = list(readers)
    automaton = AhoCorasick(
        patterns,
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )
    return automaton, [readers[pattern] for pattern in patterns]


def _both(names: Iterable[str]) -> list[str]:
    return [form for name in names for form in (name, name.upper())]


def _cased(names: Iterable[str]) -> list[str]:
    return [form for name in names for form in (name, name.capitalize(), name.upper())]


def _begun(names: Iterable[str], after: str = " ") -> list[str]:
    return [name + char for name in _cased(names) for char in after]


def _ordinal_words(after: Iterable[str]) -> list[str]:
    simple = [word for word, value in ORDINALS.items() if 0 < value <= 31]
    words = [*simple, *(f"twenty-{word}" for word in simple[:9]), "thirty-first"]
    return [form + end for word in words for form in (word, word.capitalize()) for end in after]
