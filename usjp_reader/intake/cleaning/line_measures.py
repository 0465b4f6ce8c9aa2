"""What can be counted of a line whose place alone said what it is, each as one number.

Where a number is cut into steps, and what each step is worth, stands in
`resources/cleaning/line-clues.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.cleaning.kinship import telling_words

if TYPE_CHECKING:
    from usjp_reader.intake.cleaning.kinship import Kinship
    from usjp_reader.intake.cleaning.rows import Unit

MEASURES = (
    "place on the page",
    "words",
    "words beside those of a paragraph",
    "words of the line above",
    "words of the line below",
    "words of the second line below",
    "lines of its block",
    "share of small words",
    "share of capitals",
    "share of signs",
    "use of its words in the article",
    "share of lines set apart",
)
"""In the order of `measured`."""

_HEAD = 240
_HIRAGANA = re.compile("[ぁ-ん]")
_KATAKANA = re.compile("[ァ-ヴー]")
_CAPITAL = re.compile(r"(?<!\S)[^\W\d_a-z]")
_SIGN = re.compile(r"[^\w\s]")
_NO_LINE = -1.0
_MOST_IN_BLOCK = 12
_FEW_APART = 0.12
"""Where hardly a line stands apart, blocks say nothing."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a page is measured by.

    Attributes:
        paragraph: The number of words of a paragraph of middling length.
        apart: Which share of the lines stands below a blank line.
        texts: How many paragraphs there are, at least one.
    """

    paragraph: float
    apart: float
    texts: int

    @classmethod
    def of(cls, units: list[Unit], paragraphs: list[int]) -> Scale:
        """The scale of a page with the words of its paragraphs."""
        middle = sorted(paragraphs)[len(paragraphs) // 2] if paragraphs else 20
        apart = sum(unit.gap for unit in units[1:]) / max(1, len(units))
        return cls(max(1, middle), apart, max(1, len(paragraphs)))


def measured(units: list[Unit], at: int, kin: Kinship, scale: Scale, *, own: bool) -> list[float]:
    """The numbers of a unit, in the order of `MEASURES`.

    Args:
        units: All units.
        at: Which of them.
        kin: The words of the article.
        scale: Of the page.
        own: Whether the unit is one of those whose words `kin` has counted.
    """
    unit = units[at]
    head = unit.text[:_HEAD]
    small, capitals = _shares(unit, head)
    told = telling_words(unit)
    return [
        at / len(units),
        unit.words,
        unit.words / scale.paragraph,
        units[at - 1].words if at else _NO_LINE,
        units[at + 1].words if at + 1 < len(units) else _NO_LINE,
        units[at + 2].words if at + 2 < len(units) else _NO_LINE,
        _block(units, at) if scale.apart > _FEW_APART else _NO_LINE,
        small,
        capitals,
        len(_SIGN.findall(head)) / len(head),
        kin.used(unit, own=own) / (len(told) * scale.texts) if told else _NO_LINE,
        scale.apart,
    ]


def _shares(unit: Unit, head: str) -> tuple[float, float]:
    """Shares of small words and of capitals; of Japanese, of hiragana and of katakana."""
    if unit.is_cjk:
        return len(_HIRAGANA.findall(head)) / len(head), len(_KATAKANA.findall(head)) / len(head)
    words = head.split()
    known = _small_words()
    small = sum(1 for word in words if word in known)
    return small / len(words), len(_CAPITAL.findall(head)) / len(words)


@cache
def _small_words() -> frozenset[str]:
    """Words of which sentences are full, and headings and names hold few."""
    return frozenset(read_toml(resource("cleaning", "common-words.toml"))["small_words"].split())


def _block(units: list[Unit], at: int) -> int:
    """How many units stand together without a blank line between them."""
    first, last = at, at + 1
    while first > 0 and not units[first].gap and at - first < _MOST_IN_BLOCK:
        first -= 1
    while last < len(units) and not units[last].gap and last - at < _MOST_IN_BLOCK:
        last += 1
    return last - first
