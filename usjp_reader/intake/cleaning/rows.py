"""A text as rows and units. What is joined, and what the rows are, is decided elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.letters import bare

if TYPE_CHECKING:
    from usjp_reader.domain.texts import LineKind
    from usjp_reader.intake.cleaning.phrases import Mark

_OUTER = " \t\xa0\u3000\u200b\u200c\u200d\ufeff\u00ad"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f\U00020000-\U0003ffff]")
_CJK_RUN = re.compile(f"{_CJK.pattern}+")
PAGE_RULES = frozenset({"scan-note", "stray-number", "running-head"})
"""Rules of lines that stand where a printed page begins or ends."""
_ENDED = re.compile(
    r"""[.!?…。！？」』:：;][\])"'”’»）】」』*_]{0,3}(?:\[\d{1,3}\]){0,4}\s?[■□◆❧●♦▪∎]?$"""
)


@dataclass(slots=True)
class Row:
    """A line that is not blank, on its way to a kind.

    Attributes:
        number: As `str.splitlines` counts, from 1.
        span: The whole line without its line break.
        text: The line without outer blanks.
        gap: Whether a blank line, or the head of the text, stands before it.
        mark: What the tables say of it.
        kind: None until something is sure.
        rule: Which rule was sure.
    """

    number: int
    span: Span
    text: str
    gap: bool
    mark: Mark | None = None
    kind: LineKind | None = None
    rule: str = ""

    @property
    def is_indented(self) -> bool:
        """Whether it begins as a Japanese paragraph does. Only `text` knows: the blank is outer."""
        return len(self.span) > len(self.text)

    def become(self, kind: LineKind, rule: str) -> None:
        """Settle the row, unless it is settled."""
        if self.kind is None:
            self.kind, self.rule = kind, rule


@dataclass(slots=True)
class Unit:
    """One paragraph, heading or scrap: a row, or the rows over which it was wrapped.

    Attributes:
        text: The rows joined by blanks.
        words: Number of words; of Japanese, half the number of characters.
        ended: Whether it ends as a sentence ends.
        mark: What the tables say of it.
        prose: Whether it is surely running text and no furniture.
        bare: Nothing but its letters and digits, for comparison; empty until asked for.
        telling: Its words that say something; None until asked for.
    """

    rows: list[Row]
    text: str
    words: int
    is_cjk: bool
    ended: bool
    mark: Mark | None = None
    prose: bool = False
    bare: str = ""
    telling: frozenset[str] | None = None

    @property
    def kind(self) -> LineKind | None:
        """The kind of its first row."""
        return self.rows[0].kind

    @property
    def rule(self) -> str:
        """The rule that settled its first row."""
        return self.rows[0].rule

    @property
    def gap(self) -> bool:
        """Whether a blank line stands before it."""
        return self.rows[0].gap

    def become(self, kind: LineKind, rule: str) -> None:
        """Settle all its rows that are not settled."""
        for row in self.rows:
            row.become(kind, rule)


def rows_of(text: str) -> list[Row]:
    """All lines that show something, in order."""
    rows: list[Row] = []
    start, gap = 0, True
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        end = start + len(line)
        shown = line.strip()
        if shown:
            bare = line.rstrip("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
            rows.append(Row(number, Span(start, start + len(bare)), _words_of(shown), gap))
        gap = not shown
        start = end
    return rows


def _words_of(shown: str) -> str:
    """A line without outer blanks, and without the control signs of a wire service."""
    words = shown.strip(_OUTER)
    if words[:1] == "^" and words[1:2].isalpha():
        words = words[1:].removesuffix("<")
    return words


def has_cjk(text: str) -> bool:
    """Whether a text holds Japanese (or Chinese) characters."""
    return not text.isascii() and _CJK.search(text) is not None


def cjk_count(text: str) -> int:
    """How many Japanese (or Chinese) characters a text holds."""
    return 0 if text.isascii() else sum(map(len, _CJK_RUN.findall(text)))


def is_ended(text: str) -> bool:
    """Whether a text ends as a sentence ends."""
    return _is_end(text[-12:])


@lru_cache(maxsize=4096)  # a row is asked beside each of its neighbours, and for the width
def _is_end(last: str) -> bool:
    return _ENDED.search(last) is not None


def is_same(unit: Unit, other: Unit) -> bool:
    """Whether two units have the same words, or one is cut off."""
    return is_same_words(bare_of(unit), bare_of(other))


def is_same_words(one: str, other: str) -> bool:
    """The same of bare words."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return short == long or (len(short) > 14 and long.startswith(short))


def bare_of(unit: Unit) -> str:
    """The bare words of a unit, worked out once; "" for long ones."""
    if not unit.bare and len(unit.text) <= 400:
        unit.bare = bare(unit.text)
    return unit.bare
