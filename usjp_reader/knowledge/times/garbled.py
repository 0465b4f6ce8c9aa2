"""English dates that a scanner misread, "Scptember 8, 195l"; positions stay as they are."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from string import ascii_letters
from typing import TYPE_CHECKING

from usjp_reader.knowledge.times import english

if TYPE_CHECKING:
    from collections.abc import Callable

    from usjp_reader.knowledge.times.expressions import Expression

    Reader = Callable[[str, int], Expression | None]

_CONFUSED = {
    "e": "co",
    "c": "eo",
    "o": "0ec",
    "b": "h6",
    "h": "b",
    "u": "n",
    "n": "u",
    "l": "1I|",
    "i": "1lj",
    "y": "v",
    "t": "l",
    "a": "o",
    "J": "I1",
    "O": "0Q",
    "S": "5",
    "A": "4",
    "I": "1",
    "B": "8",
    "E": "F",
    "U": "V",
}
"""What scanners read for a letter."""
_LONGEST = ("January", "February", "September", "October", "November", "December")
"""So long a name is known with any one letter misread: no other word is so near to it."""
_LONG = ("January", "February", "March", "April", "June", "July", "August", "September", "October")
_MONTHS = (*_LONG, "November", "December", "Sept", "Nov", "Dec")
_REACH = 40
_DIGITS = re.compile(r"(?<![A-Za-z])[\dOolI|SQ]{1,4}(?![A-Za-z\d])")
_AS_DIGITS = str.maketrans("OoQlI|S", "0001115")
_GARBLED_DAY = re.compile(r"[A-Za-z,.]{3,20}\s?[A-Za-z]{0,9}[.,-]?\s?(?:[lI|]\d|\d[lIOo|])\b")
_GARBLED_YEAR = re.compile(r"[.,]?\s?[1lI|2][\dOolI|SQ]{3}(?![A-Za-z\d])")


_GARBLED_MONTH = re.compile(r"[A-Za-z]{3,9}[.,]{0,2}\s{1,2}(?=[1lI|2][\dOolI|SQ]{3}\b)(?=\S*\d)")


def garbled_months() -> dict[str, str]:
    """Every month with one letter misread, and what it should be."""
    found: dict[str, str] = {}
    for name in _MONTHS:
        for word in (name, name.upper()):
            for at, letter in enumerate(word):
                for wrong in _CONFUSED.get(letter, ""):
                    garbled = word[:at] + wrong + word[at + 1 :]
                    if garbled not in _MONTHS:
                        found.setdefault(garbled, word)
    for name in _LONGEST:
        for word in (name, name.upper()):
            for at, wrong in product(range(len(word)), ascii_letters):
                found.setdefault(word[:at] + wrong + word[at + 1 :], word)
    return {garbled: word for garbled, word in found.items() if garbled != word}


def from_garbled(text: str, start: int, garbled: str, month: str) -> Expression | None:
    """A date that begins with a misread month."""
    window = month + _with_digits(text[start + len(garbled) : start + _REACH])
    one = english.from_month(window, 0)
    return _as_printed(one, text, start) if one else None


def month_or_garbled(text: str, start: int) -> Expression | None:
    """A date that begins with a month and whose figures may be misread."""
    return _read(english.from_month, text, start)


def weekday_or_garbled(text: str, start: int) -> Expression | None:
    """A date that begins with a weekday and whose figures may be misread."""
    return _read(english.from_weekday, text, start)


def _read(reader: Reader, text: str, start: int) -> Expression | None:
    one = reader(text, start)
    end = one.span.end if one else start
    if one is not None and (one.days is not None or not _GARBLED_YEAR.match(text, end)):
        return one
    if one is None and not (_GARBLED_DAY.match(text, start) or _GARBLED_MONTH.match(text, start)):
        return None
    again = reader(_with_digits(text[start : start + _REACH], after=3), 0)
    return _as_printed(again, text, start) if again and again.days else one


def _with_digits(window: str, after: int = 0) -> str:
    """The same with letters that stand for figures turned into them."""
    return window[:after] + _DIGITS.sub(
        lambda found: (
            found.group().translate(_AS_DIGITS)
            if any(char.isdigit() for char in found.group())
            else found.group()
        ),
        window[after:],
    )


def _as_printed(one: Expression, text: str, start: int) -> Expression:
    span = one.span.shifted(start)
    return replace(one, span=span, text=span.of(text))
