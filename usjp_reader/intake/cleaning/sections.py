"""The sections of a page: what stands below a heading, and how much it has to do with the rest.

Printed pages set the next item below a blank line and its own heading; web pages print notices
between two paragraphs. Both share few words with the article, and a dateline or a new subject
opens them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import CONTENT_KINDS, LineKind
from usjp_reader.intake.cleaning.credits import DATELINE
from usjp_reader.intake.cleaning.kinship import telling_words
from usjp_reader.intake.cleaning.prose import is_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.intake.cleaning.rows import Unit

_NO_SECTION = -1.0
_STRANGE = 0.35
_FEW_GAPS = 0.34
_LONGEST_DATELINE, _LONGEST_HEADING = 160, 16


@dataclass(frozen=True, slots=True)
class Section:
    """Units that stand together below a heading, or between blank lines of a close page.

    Attributes:
        start: Its first unit.
        end: The index after its last one.
        share: Which share of its telling words the article has elsewhere too; -1 without any.
        has_heading: Whether it begins with a heading, and not with text.
        is_apart: Whether a blank line stands above it on a page that has few.
        is_dispatch: Whether its text opens with a dateline, as another dispatch does.
        goes_on: Whether its text takes up a sentence that the text above has begun.
    """

    start: int
    end: int
    share: float
    has_heading: bool
    is_apart: bool
    is_dispatch: bool
    goes_on: bool

    @property
    def is_strange(self) -> bool:
        """Whether it may be an item of its own, and no part of the article."""
        return self.is_apart and not self.goes_on and self.share < _STRANGE


class Sections:
    """The sections of a page, each looked at once somebody asks for a unit of it."""

    def __init__(self, units: list[Unit], body: int) -> None:
        """Note where they begin.

        Args:
            units: All units, settled; what they are settled as may not change while this is used.
            body: The first paragraph.
        """
        self._units, self._body = units, body
        self._is_close = _is_close(units, body)
        self._found: dict[int, Section] = {}

    def __getitem__(self, at: int) -> Section | None:
        """The section in which a unit stands; None above the first paragraph."""
        if at < self._body:
            return None
        which = bisect_right(self._starts, at) - 1
        if which not in self._found:
            start, end = self._starts[which : which + 2]
            self._found[which] = _section(
                self._units, start, end, self._counts, is_close=self._is_close
            )
        return self._found[which]

    @cached_property
    def _starts(self) -> list[int]:
        """The first unit of each, and the number of all units."""
        units, body = self._units, self._body
        later = (at for at in range(body + 1, len(units)) if _begins(units, at, self._is_close))
        return [body, *later, len(units)]

    @cached_property
    def _counts(self) -> Counter[str]:
        return _counted(self._units)


def _counted(units: Sequence[Unit]) -> Counter[str]:
    """In how many of some units that are content each telling word stands."""
    own = (telling_words(unit) for unit in units if unit.kind in CONTENT_KINDS)
    return Counter(chain.from_iterable(own))


def _is_close(units: list[Unit], body: int) -> bool:
    """Whether paragraphs of a wrapped page mostly follow one another without a blank line."""
    texts = [unit for unit in units[body + 1 :] if len(unit.rows) > 1]
    return bool(texts) and sum(unit.gap for unit in texts) <= _FEW_GAPS * len(texts) + 1


def _begins(units: list[Unit], at: int, is_close: bool) -> bool:
    unit = units[at]
    if unit.rule == "separator":
        return False
    if is_close and unit.gap:
        return True
    return _is_heading(unit) and (unit.gap or units[at - 1].rule == "separator")


def _is_heading(unit: Unit) -> bool:
    """Whether a unit may be a headline, on several lines as well."""
    return not (unit.prose or is_sentence(unit)) and unit.words <= _LONGEST_HEADING


def _section(
    units: list[Unit], start: int, end: int, counts: Counter[str], *, is_close: bool
) -> Section:
    own = units[start:end]
    inside = _counted(own)
    words = frozenset[str]().union(*map(telling_words, own))
    told = sum(1 for word in words if counts.get(word, 0) > inside.get(word, 0))
    texts = [unit for unit in own if unit.prose or len(unit.rows) > 1]
    above = next((u for u in reversed(units[:start]) if u.kind is LineKind.BODY), None)
    goes_on = bool(texts) and (
        texts[0].text[:1].islower() or (above is not None and not above.ended and above.prose)
    )
    return Section(
        start,
        end,
        round(told / len(words), 3) if words else _NO_SECTION,
        _is_heading(own[0]),
        is_close and own[0].gap,
        bool(texts) and DATELINE.match(texts[0].text[:_LONGEST_DATELINE]) is not None,
        goes_on,
    )
