"""The words English dates are made of: months, weekdays, ordinals, numbers, short years."""

from __future__ import annotations

import re

_MONTH_NAMES = (
    "Jan(?:uary|y)?",
    "Feb(?:ruary|y|r)?",
    "Mar(?:ch)?",
    "Apr(?:il|l)?",
    "May",
    "June?",
    "July?",
    "Aug(?:ust|t)?",
    "Sept?(?:ember|r)?",
    "Oct(?:ober|r)?",
    "Nov(?:ember|r)?",
    "Dec(?:ember|r)?",
)
_DAY_NAMES = (
    "Mon(?:day)?",
    "Tue(?:s(?:day)?)?",
    "Wed(?:nesday)?",
    "Thu(?:r(?:s(?:day)?)?)?",
    "Fri(?:day)?",
    "Sat(?:urday)?",
    "Sun(?:day)?",
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _capitals(pattern: str) -> str:
    """The pattern for the same word in capitals."""
    return re.sub(r"[a-z]", lambda found: found.group().upper(), pattern)


_LONG = [f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")]
MONTH = f"(?:{'|'.join([*_MONTH_NAMES, *map(_capitals, _MONTH_NAMES)])})"
WEEKDAY = f"(?:{'|'.join([*_DAY_NAMES, *map(_capitals, _DAY_NAMES)])})"
LONG_WEEKDAY = f"(?:{'|'.join([*_LONG, *map(str.upper, _LONG)])})"
YEAR = r"(?:1[6-9]\d\d|20\d\d)"
NTH = r"(?:st|nd|rd|th|d|ST|ND|RD|TH)?"

_PIVOT = 30
"""'29 is 2029 at most; '31 is 1931."""
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {word: value for value, word in enumerate(_ONES)} | {
    word: value * 10 for value, word in enumerate(_TENS, 2)
}
_ORDINAL_ONES = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_ONES)} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def month_number(name: str) -> int:
    """1 for January, in any of its spellings."""
    return MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """0 for Monday, in any of its spellings."""
    return WEEKDAYS.index(name[:3].lower())


def full_year(short: int) -> int:
    """The year that two digits mean."""
    return short + (1900 if short > _PIVOT else 2000)


def count(written: str) -> int | None:
    """A number in digits or words up to a few hundred: "60", "sixty", "one hundred and fifty"."""
    written = written.lower().strip()
    if written.isdigit():
        return int(written)
    if written in ("a", "an"):
        return 1
    total = 0
    for part in re.split(r"[\s-]+|\band\b", written):
        if part == "hundred":
            total = max(total, 1) * 100
        elif part == "a" or not part:
            continue
        elif part in NUMBERS:
            total += NUMBERS[part]
        else:
            return None
    return total or None


def ordinal(written: str) -> int | None:
    """A number from "60th", "sixtieth", "twenty-fifth" or "hundred and fiftieth", or None."""
    written = written.lower().strip()
    digits = _NTH.fullmatch(written)
    if digits:
        return int(digits.group(1))
    head, _, last = written.replace("-", " ").rpartition(" ")
    if last not in ORDINALS:
        return None
    if not head:
        return ORDINALS[last]
    before = count(head.removesuffix(" and"))
    if before is None:
        return None
    return before * 100 if last == "hundredth" else before + ORDINALS[last]


WORD_NUMBER = (
    r"(?:\d{1,3}|(?:a|one|two|three) hundred(?: and)?(?: [a-z]+(?:-[a-z]+)?)?"
    rf"|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES[1:])})"
)
"""A pattern for a number that `count` reads."""
WORD_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:(?:one |two )?hundred(?: and)? |"
    rf"(?:{'|'.join(_TENS)})[ -])?(?:{'|'.join(list(ORDINALS)[1:])}))"
)
"""A pattern for an ordinal that `ordinal` reads."""
_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES[1:])})"
)
WORD_YEAR = (
    rf"(?:one thousand,? (?:{'|'.join(_ONES[6:10])}) hundred|"
    rf"(?:{'|'.join(_ONES[16:20])}) hundred)(?:,? (?:and )?{_BELOW_HUNDRED})?"
)
"""A pattern for a year in words, as treaties write it."""


def word_year(written: str) -> int:
    """One thousand eight hundred and fifty-four, nineteen hundred and sixty."""
    head, _, rest = written.lower().replace(",", "").partition(" hundred")
    century = NUMBERS[head.removeprefix("one thousand ")]
    century += 10 if head.startswith("one thousand") else 0
    return century * 100 + (count(rest) or 0)
