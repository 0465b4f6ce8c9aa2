"""Lines that stand in many articles of one source: they belong to its pages, not to its articles.

What a text contributes is a function of this text alone, and what repeats is a function of the set
of texts, so that the same lines are found in whatever order the articles came.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from usjp_reader.domain.corrections import REPEATED_RULE
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.rows import cjk_count, rows_of
from usjp_reader.intake.cleaning.wrapping import units_alone
from usjp_reader.knowledge.folding import line_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from usjp_reader.domain.texts import Line
    from usjp_reader.intake.cleaning.rows import Row, Unit

MOST = 400
"""Articles of a source that are counted, at most."""
_LONG = 100
"""Columns: a paragraph is wider, a repeated line is not."""
_LEAST, _SHARE, _SHARE_INSIDE = 3, 0.2, 0.5
_REPLY_WORDS, _REPLY_CHARACTERS = 4, 16
"""A sentence as short as this may be said anywhere: "Thank you very much." """
_ITEM = re.compile(r"(?:[-*+•・‣◦▪]|\(?[0-9a-zA-Z]{1,2}[.)]|[0-9]{1,2}、)\s*\S")
_SPEAKER_END = re.compile(r"[:：]$")

_EDGE, _CONTENT, _NEVER = 1, 2, 4
_BITS = 3
_KEYS = 2**29
"""Lines are told apart by so many numbers; among the few lines of one source that is enough."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A line that repeats.

    Attributes:
        number: The number of its folded words, see `number_of`.
        articles: In how many of the counted articles it stands.
        of: How many were counted.
    """

    number: int
    articles: int
    of: int


def traces(text: str, lines: Iterable[Line]) -> bytes:
    """The short lines of a text, each once: its number, where it stands, whether it is content.

    Args:
        text: A source text.
        lines: Its labels as they are without a word from other texts or from the reader.
    """
    kinds = {line.number: line for line in lines}
    units = units_alone(text)
    widths = [_width(unit) for unit in units]
    wide = [at for at, width in enumerate(widths) if width > _LONG]
    first, last = (wide[0], wide[-1]) if wide else (-1, len(units))
    met: dict[int, int] = {}
    for at, unit in enumerate(units):
        if len(unit.rows) > 1 or not 0 < widths[at] <= _LONG or _is_said(unit):
            continue
        number = _number_of_line(unit.text)
        line = kinds.get(unit.rows[0].number)
        flags = _flags(unit, line, at < first or at > last)
        met[number] = _both(met[number], flags) if number in met else flags
    found = [number << _BITS | flags for number, flags in sorted(met.items())]
    return array("I", [_vote(units, wide), *found]).tobytes()


def number_of(key: str) -> int:
    """The number of a folded line."""
    return crc32(key.encode("utf-8", "surrogatepass")) % _KEYS


@lru_cache(maxsize=8192)  # short lines of a source: they come again with every article
def _number_of_line(line: str) -> int:
    return number_of(line_key(line))


def repeated(sample: Sequence[bytes]) -> tuple[Repeated, ...]:
    """The lines that repeat in the texts of one source.

    Args:
        sample: The `traces` of its texts; reprints of one story count as one text.
    """
    by_story = {one[0]: one for one in map(_numbers, sorted(sample))}
    everywhere, edges, never = Counter[int](), Counter[int](), Counter[int]()
    for one in by_story.values():
        for number, flags in _entries(one):
            everywhere[number] += 1
            edges[number] += flags & _EDGE
            never[number] += flags & _NEVER
    of = len(by_story)
    return tuple(
        Repeated(number, count, of)
        for number, count in sorted(everywhere.items())
        if count >= _LEAST and _is_furniture(count / of, edges[number] / count, never[number])
    )


def standing(of: bytes, known: Mapping[int, str]) -> tuple[str, ...]:
    """Those of the lines that repeat in a source which one of its texts holds as content.

    Args:
        of: The `traces` of the text.
        known: The folded lines by their numbers.
    """
    if not known:
        return ()
    return tuple(
        sorted(
            known[number]
            for number, flags in _entries(_numbers(of))
            if number in known and flags & _CONTENT and not flags & _NEVER
        )
    )


def keys_of(text: str, numbers: Iterable[int]) -> dict[int, str]:
    """The folded lines of a text that have one of these numbers."""
    wanted = set(numbers)
    keys = {number_of(key): key for key in (line_key(row.text) for row in rows_of(text))}
    return {number: key for number, key in keys.items() if number in wanted}


def numbers_in(of: bytes) -> frozenset[int]:
    """The numbers of all lines in the `traces` of a text."""
    return frozenset(number for number, _ in _entries(_numbers(of)))


def settle_repeated(rows: Iterable[Row], lines: frozenset[str]) -> None:
    """Settle the rows that are known to repeat in other articles of the source."""
    if lines:
        for row in rows:
            if line_key(row.text) in lines:
                row.become(LineKind.BOILERPLATE, REPEATED_RULE)


def _is_furniture(share: float, at_edges: float, never: int) -> bool:
    if at_edges > 0.5:
        return share >= _SHARE
    return share >= _SHARE_INSIDE and not never


def _flags(unit: Unit, line: Line | None, is_edge: bool) -> int:
    content = _CONTENT if line is not None and line.is_content else 0
    if is_edge:
        return content | _EDGE
    is_subheading = line is not None and line.kind is LineKind.SUBHEADING
    return content | (_NEVER if is_subheading or _ITEM.match(unit.text) else 0)


def _both(one: int, other: int) -> int:
    """The flags of a line that stands twice: between paragraphs it is a refrain or a speaker."""
    content = (one | other) & _CONTENT
    if one & other & _EDGE:
        return content | _EDGE
    return content | ((one | other) & _NEVER if (one | other) & _EDGE else _NEVER)


def _is_said(unit: Unit) -> bool:
    """Whether a line names who speaks next, or is a very short reply."""
    if _SPEAKER_END.search(unit.text) or len(unit.text) == 1:
        return True
    if not unit.ended:
        return False
    return len(unit.text) <= _REPLY_CHARACTERS if unit.is_cjk else unit.words <= _REPLY_WORDS


def _width(unit: Unit) -> int:
    """Columns: a Japanese character is as wide as two others."""
    return len(unit.text) + cjk_count(unit.text)


def _vote(units: Sequence[Unit], wide: Sequence[int]) -> int:
    """One number for a text and for most of its reprints: the least of those of its paragraphs."""
    told = [units[at].text for at in wide] or [unit.text for unit in units]
    return min((crc32(line_key(one).encode("utf-8", "surrogatepass")) for one in told), default=0)


def _numbers(data: bytes) -> array[int]:
    found = array("I")
    found.frombytes(data)
    return found


def _entries(numbers: array[int]) -> Iterator[tuple[int, int]]:
    mask = 2**_BITS - 1
    return ((one >> _BITS, one & mask) for one in numbers[1:])
