"""How much text two articles share: shingles, samples of them, and when two are one story.

A shingle is five words in a row, or eight characters of Japanese, as search folds them. Of each
text a sample is kept by which candidates are found; the whole sets of two texts decide. See Broder,
"On the resemblance and containment of documents" (1997), and for samples of a fixed share of all
hashes Irber and others, "FracMinHash" (2022).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING
from zlib import crc32

from usjp_reader.knowledge.folding import folded
from usjp_reader.knowledge.letters import words_in

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days

SIMILARITY = "1"
"""Version of shingles and samples; with another one, stories are found again."""

_WORDS = 5
_CHARACTERS = 8
_SHARE = 2**32 // 24
"""Hashes below this are in the sample: about 30 of an article of 800 words."""
_MOST = 160
"""Hashes of a sample at most: a book is found by these as well."""

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+")

_SAME = 0.4
"""Share of the shorter text's shingles that one story has in common."""
_SAME_UNDATED = 0.6
_SAME_SHORT = 0.7
_SHORT = 60
"""Texts of fewer shingles say too little to be one story by the lower bar."""
_LEAST = 12
"""Texts of fewer shingles are never compared."""
_WIDE = 366
"""A date known no closer than this bears no witness: the text must say more."""
_DAYS = 10
"""A wire story is printed again within so many days; what comes later is another story."""


def shingles(text: str) -> frozenset[int]:
    """The hashes of all shingles of a derived text; they are the same on every machine."""
    return frozenset(map(crc32, _windows(text)))


def sample(hashes: frozenset[int]) -> tuple[int, ...]:
    """The part of a text's shingles by which it is found, in order; about one in 24."""
    return tuple(sorted(one for one in hashes if one < _SHARE)[:_MOST])


def _windows(text: str) -> list[bytes]:
    text = folded(text)
    japanese = 0 if text.isascii() else sum(map(len, _CJK.findall(text)))
    words = words_in(text)
    if japanese * 3 > len(text):
        return _of_characters(b"".join(words).decode("utf-8"))
    return _of_words(words)


def _of_words(words: list[bytes]) -> list[bytes]:
    """Slices of the joined words: many times as fast as joining five words each time."""
    joined = b" ".join(words)
    before = list(accumulate(map(len, words), initial=0))  # letters, without blanks between words
    return [
        joined[first + at : last + at + _WORDS - 1]
        for at, (first, last) in enumerate(zip(before, before[_WORDS:], strict=False))
    ]


def _of_characters(run: str) -> list[bytes]:
    data, width = run.encode("utf-32-le"), 4 * _CHARACTERS
    return [data[at : at + width] for at in range(0, len(data) - width + 4, 4)]


@dataclass(frozen=True, slots=True)
class Printed:
    """What is compared of an article: its shingles, and the days it may have been published."""

    hashes: frozenset[int]
    days: Days | None


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter text that stands in the longer one too, 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def is_same_story(one: Printed, other: Printed) -> bool:
    """Whether two articles are reprints or rewrites of one story. Their order does not matter."""
    shorter = min(len(one.hashes), len(other.hashes))
    if shorter < _LEAST:
        return False
    bar = _SAME_SHORT if shorter < _SHORT else _SAME
    if not (_is_close(one.days) and _is_close(other.days)):
        bar = max(bar, _SAME_UNDATED)
    if one.days and other.days and not _may_be_near(one.days, other.days):
        return False
    return containment(one.hashes, other.hashes) >= bar


def _is_close(days: Days | None) -> bool:
    return days is not None and (days.latest - days.earliest).days <= _WIDE


def _may_be_near(one: Days, other: Days) -> bool:
    """Whether the two may have been published within a few days of each other."""
    first, last = (one, other) if one.earliest <= other.earliest else (other, one)
    return (last.earliest - first.latest).days <= _DAYS
