"""Whether a line is about what the article is about, told by the words they share."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.prose import content_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.intake.cleaning.rows import Unit

_MOST = 600
_QUOTES = '"“‘「『'


@dataclass(slots=True)
class Kinship:
    """In how many units of an article each word stands that says something."""

    counts: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Kinship:
        """The kinship of what may be text among some units."""
        kin = cls()
        kin.add(units)
        return kin

    def add(self, units: Iterable[Unit]) -> None:
        """Count more units."""
        for unit in units:
            if unit.mark is None or unit.mark.kind is LineKind.CAPTION:
                self.counts.update(telling_words(unit))

    def shared(self, unit: Unit, *, own: bool = False) -> int:
        """How many telling words of a unit the article has too.

        Args:
            unit: A unit.
            own: Whether it is one of those that the kinship was made of.
        """
        counts = self.counts
        return sum(counts[word] > own for word in telling_words(unit))

    def holds(self, unit: Unit, *, own: bool = False) -> bool:
        """Whether a sentence is about what the text is about, and not about the page."""
        if is_spoken(unit):
            return True
        return self.shared(unit, own=own) >= (3 if is_pitch(unit) else 1)


def telling_words(unit: Unit) -> frozenset[str]:
    """The words of a unit that say something, worked out once."""
    if unit.telling is None:
        unit.telling = frozenset(content_words(unit.text[:_MOST]))
    return unit.telling


def is_pitch(unit: Unit) -> bool:
    """Whether a unit speaks to those who read the page, or of the page."""
    return _page_words()[0].search(unit.text[:_MOST]) is not None


def is_plea(unit: Unit) -> bool:
    """Whether a unit asks for money, clicks or an address."""
    return _page_words()[1].search(unit.text[:_MOST]) is not None


def is_spoken(unit: Unit) -> bool:
    """Whether a unit opens with somebody's words."""
    return unit.text[:1] in _QUOTES


@cache
def _page_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of which pages speak: any of them, and those with which they ask for something."""
    table = read_toml(resource("cleaning", "common-words.toml"))
    asking, japanese = table["asking_words"], table["japanese_asking_words"]
    return (
        _any_of([*table["page_words"], *asking], [*table["japanese_page_words"], *japanese]),
        _any_of(asking, japanese),
    )


def _any_of(english: list[str], japanese: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(english)})\b|{'|'.join(japanese)}", re.IGNORECASE)
