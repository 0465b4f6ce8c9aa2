"""Text without what does not count when quotes are compared: blanks, invisible characters, wraps.

Positions of the squeezed text lead back to the text it was made from.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    Fold: TypeAlias = "Callable[[str], str]"

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_KEPT = re.compile(rf"(?:(?!-\n)[^\s{_INVISIBLE}])+")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """What counts of a text, folded.

    Attributes:
        text: The characters that count.
        starts: For each kept run, where it begins in `text`, rising.
        sources: For each kept run, where it begins in the text it was made from.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]

    @classmethod
    def of(cls, text: str, fold: Fold) -> Squeezed:
        """Squeeze `text`; `fold` must keep lengths.

        Raises:
            ValueError: `fold` changed the length.
        """
        folded = fold(text)
        if len(folded) != len(text):
            raise ValueError("a fold must keep the length of the text")
        runs = [match.span() for match in _KEPT.finditer(folded)]
        starts, total = [], 0
        for start, end in runs:
            starts.append(total)
            total += end - start
        kept = "".join(folded[start:end] for start, end in runs)
        return cls(kept, tuple(starts), tuple(start for start, _ in runs))

    def to_source(self, span: Span) -> Span:
        """The source span of a squeezed span that is not empty."""
        return Span(self._source(span.start), self._source(span.end - 1) + 1)

    def _source(self, position: int) -> int:
        run = bisect.bisect_right(self.starts, position) - 1
        return self.sources[run] + position - self.starts[run]

    def from_source(self, position: int) -> int:
        """How many characters that count stand before a source position."""
        run = bisect.bisect_right(self.sources, position) - 1
        if run < 0:
            return 0
        end = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
        return min(self.starts[run] + position - self.sources[run], end)

    def places(self, words: str) -> list[int]:
        """Every position of squeezed `words`, overlapping ones too."""
        found = []
        at = self.text.find(words) if words else -1
        while at >= 0:
            found.append(at)
            at = self.text.find(words, at + 1)
        return found
