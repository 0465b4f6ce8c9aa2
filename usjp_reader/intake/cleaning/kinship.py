"""Whether a line is about what the article is about, told by the words they share."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.needed_words import Sieve, needed_words
from usjp_reader.intake.cleaning.prose import content_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.intake.cleaning.rows import Unit

MOST_TOLD = 600
"""Of so many characters of a unit the words are looked at."""
_QUOTES = '"“‘「『'


@dataclass(slots=True)
class Kinship:
    """In how many units of an article each word stands that says something.

    Units are counted once somebody asks, and no more of them than the answer needs.
    """

    _counts: Counter[str] = field(default_factory=Counter)
    _waiting: list[Unit] = field(default_factory=list)

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Kinship:
        """The kinship of what may be text among some units."""
        kin = cls()
        kin.add(units)
        return kin

    def add(self, units: Iterable[Unit]) -> None:
        """Count more units."""
        self._waiting += [
            one for one in units if one.mark is None or one.mark.kind is LineKind.CAPTION
        ]

    def shared(self, unit: Unit, *, own: bool = False) -> int:
        """How many telling words of a unit the article has too.

        Args:
            unit: A unit.
            own: Whether it is one of those that the kinship was made of.
        """
        self._count_all()
        return self._shared_so_far(unit, own=own)

    def used(self, unit: Unit, *, own: bool) -> int:
        """How often, in how many other units, the article has the telling words of a unit."""
        self._count_all()
        met = map(self._counts.get, telling_words(unit))
        return sum(count - own for count in met if count)

    def _count_all(self) -> None:
        if self._waiting:
            self._counts.update(chain.from_iterable(map(telling_words, self._waiting)))
            self._waiting.clear()

    def holds(self, unit: Unit, *, own: bool = False) -> bool:
        """Whether a sentence is about what the text is about, and not about the page."""
        if is_spoken(unit):
            return True
        least = 3 if is_pitch(unit) else 1
        while self._shared_so_far(unit, own=own) < least:
            if not self._waiting:
                return False
            self._counts.update(telling_words(self._waiting.pop()))
        return True

    def _shared_so_far(self, unit: Unit, *, own: bool) -> int:
        words = telling_words(unit)
        if not own:
            return len(self._counts.keys() & words)
        return sum(count > 1 for count in map(self._counts.get, words) if count)


def telling_words(unit: Unit) -> frozenset[str]:
    """The words of a unit that say something, worked out once."""
    if unit.telling is None:
        unit.telling = frozenset(content_words(unit.text[:MOST_TOLD]))
    return unit.telling


def is_pitch(unit: Unit) -> bool:
    """Whether a unit speaks to those who read the page, or of the page."""
    return _page_words()[0].stand_in(unit.text[:MOST_TOLD])


def is_plea(unit: Unit) -> bool:
    """Whether a unit asks for money, clicks or an address."""
    return _page_words()[1].stand_in(unit.text[:MOST_TOLD])


def is_spoken(unit: Unit) -> bool:
    """Whether a unit opens with somebody's words."""
    return unit.text[:1] in _QUOTES


class _Words:
    """Words of English and Japanese, and whether one of them stands in a text."""

    def __init__(self, english: list[str], japanese: list[str]) -> None:
        self._patterns = [*(rf"\b(?:{word})\b" for word in english), *japanese]
        self._sieve = Sieve([needed_words(pattern) for pattern in self._patterns])

    def stand_in(self, text: str) -> bool:
        """Whether one stands in a text; a scan for plain words tells which may."""
        low = text.casefold()
        return self._sieve.lets_pass(low) and any(
            _compiled(self._patterns[at]).search(text) for at in self._sieve.fitting([low])[0]
        )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _page_words() -> tuple[_Words, _Words]:
    """Words of which pages speak: any of them, and those with which they ask for something."""
    table = read_toml(resource("cleaning", "common-words.toml"))
    asking, japanese = table["asking_words"], table["japanese_asking_words"]
    return (
        _Words([*table["page_words"], *asking], [*table["japanese_page_words"], *japanese]),
        _Words(asking, japanese),
    )
