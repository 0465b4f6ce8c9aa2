"""Whether the lines of an article are hard-wrapped, and which of its line breaks are only wraps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.texts import Line

_LONGEST = 100
"""Lines longer than this were not wrapped by hand or by a column."""
_ENDS_SENTENCE = re.compile(r"[.!?:;。！？][\"'”’)\]」』）]*$")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_HYPHENS = "-\u2010\u00ad\u00ac"
_FIRST_HALVES = """
all anti cease co cross ex far first foot full half hard high ill inter long low mid multi near
non off on one out over post pre pro quasi re right second self semi short so still then third
three trans two ultra un under up vice war well would
"""
_KEEP_AFTER = frozenset(_FIRST_HALVES.split())
"""First halves of compounds whose hyphen stays when a line breaks at it."""


class Join(StrEnum):
    """What stands in the derived text for a line break."""

    BREAK = "\n"
    BLANK = " "
    NOTHING = ""
    DEHYPHENATED = "-"


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbouring lines of one paragraph or of two."""

    first: str
    second: str

    @property
    def would_fit(self) -> int:
        """Length that the first line would have with the first word of the second."""
        if _JAPANESE.search(self.first[-2:]):
            return len(self.first) + 1
        return len(self.first) + 1 + len(self.second.split(maxsplit=1)[0])

    @property
    def runs_on(self) -> bool:
        """Whether the sentence plainly goes on in the second line."""
        if _ENDS_SENTENCE.search(self.first):
            return False
        return self.second[0].islower() or bool(_JAPANESE.match(self.second))


def joins(text: str, lines: Sequence[Line]) -> list[Join]:
    """What each of `lines` (content only) is joined to the next one with; one item fewer."""
    pairs = dict(_neighbours(text, lines))
    width = _width(text, lines) if _is_wrapped(pairs) else None
    if width is None:
        return [Join.BREAK] * max(0, len(lines) - 1)
    return [
        _join(text, pairs[index], width) if index in pairs else Join.BREAK
        for index in range(len(lines) - 1)
    ]


def _neighbours(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, _Pair]]:
    """Lines of one kind without a blank line between them."""
    for index, (one, two) in enumerate(pairwise(lines)):
        if one.kind is two.kind and two.number == one.number + 1:
            first, second = one.span.of(text).rstrip(), two.span.of(text).strip()
            if first and second and len(first) <= _LONGEST:
                yield index, _Pair(first, second)


def _is_wrapped(pairs: dict[int, _Pair]) -> bool:
    """Whether enough sentences run on over a line break; lists and one-line paragraphs do not."""
    if not pairs:
        return False
    return sum(pair.runs_on for pair in pairs.values()) >= max(1, 0.4 * len(pairs))


def _width(text: str, lines: Sequence[Line]) -> int | None:
    """The column that the body was wrapped at, or None when its lines are of any length."""
    body = [line for line in lines if line.kind is LineKind.BODY] or lines
    lengths = sorted(len(line.span.of(text).rstrip()) for line in body)
    widest = lengths[int(0.95 * (len(lengths) - 1))]
    japanese = bool(_JAPANESE.search(body[0].span.of(text)))
    return widest if (12 if japanese else 30) <= widest <= _LONGEST else None


def _join(text: str, pair: _Pair, width: int) -> Join:
    """A line that had room for the next word ends a paragraph."""
    if pair.first[-1] in _HYPHENS and pair.first[-2:-1] not in ("", " ", "-"):
        return _hyphen(text, pair)
    slack = 1 + width // 8
    if pair.would_fit <= width - slack and not pair.runs_on:
        return Join.BREAK
    is_japanese = _JAPANESE.match(pair.first[-1]) or pair.first[-1] in "、。」』）！？"
    return Join.NOTHING if is_japanese and ord(pair.second[0]) > 0x2000 else Join.BLANK


def _hyphen(text: str, pair: _Pair) -> Join:
    """A hyphen at the end of a line: part of the word, or there only because of the break."""
    if pair.first[-1] not in "-\u2010":
        return Join.DEHYPHENATED
    head = re.split(r"[\s-]", pair.first[:-1])[-1]
    tail = re.split(r"[\s-]", pair.second)[0].rstrip(".,;:!?\"'”’)")
    if not tail[:1].islower() or not head[-1:].isalpha() or head.lower() in _KEEP_AFTER:
        return Join.NOTHING
    whole, compound = head + tail, f"{head}-{tail}"
    if compound in text and whole not in text:
        return Join.NOTHING
    return Join.DEHYPHENATED
