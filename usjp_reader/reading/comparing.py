"""Two versions of one story beside each other: which words each of them has alone. Pure text work.

What is compared is the content of both; page furniture is left out, and words are compared as
search folds them, so that typography alone is no difference.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.articles import Article

MOST_WORDS = 30_000
"""Words a version may have; longer ones would take many seconds."""

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]|[^\W_]+(?:['’][^\W_]+)*"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions.

    Attributes:
        text: Its content, paragraphs parted by a blank line.
        alone: Where it has words that the other one has not, in order.
    """

    text: str
    alone: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place at which the versions part: a stretch of each, one of which may be empty."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions with their differences.

    Attributes:
        differences: In order of the text.
        anchors: Pairs of positions, left and right, that stand for each other, in order.
        shared: Share of the words of the shorter version that stand in both, 0 to 1.
    """

    left: Side
    right: Side
    differences: tuple[Difference, ...]
    anchors: tuple[tuple[int, int], ...]
    shared: float

    def opposite(self, position: int, *, from_left: bool) -> int:
        """The position of the other version that stands nearest to one of this version."""
        own, other = (0, 1) if from_left else (1, 0)
        at = bisect.bisect_right([pair[own] for pair in self.anchors], position) - 1
        if at < 0:  # above the first words that both have: as far above them on the other side
            if not self.anchors:
                return 0
            return max(0, self.anchors[0][other] - (self.anchors[0][own] - position))
        anchor = self.anchors[at]
        following = self.anchors[at + 1] if at + 1 < len(self.anchors) else None
        beyond = position - anchor[own]
        if following is None:
            return anchor[other] + beyond
        return min(anchor[other] + beyond, following[other])


def is_comparable(left: Article, right: Article) -> bool:
    """Whether two versions are short enough to be compared word by word."""
    return left.words <= MOST_WORDS and right.words <= MOST_WORDS


def compare(left: Article, right: Article) -> Comparison:
    """Compare the content of two articles word by word."""
    return compared(content_of(left), content_of(right))


def content_of(article: Article) -> str:
    """The words of an article as printed, a paragraph a line, without page furniture."""
    text = article.version.text
    parts, last = [], 0
    for line in article.lines:
        if line.is_content:
            parts.append("\n\n" if last and line.number > last + 1 else "\n" if last else "")
            parts.append(line.span.of(text).strip())
            last = line.number
    return "".join(parts)


def compared(left: str, right: str) -> Comparison:
    """Compare two texts word by word."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(left)]
    others = [(match.start(), match.end()) for match in _WORD.finditer(right)]
    differences, anchors, same = [], [], 0
    for is_same, first, last, start, end in _runs(_keys(left, words), _keys(right, others)):
        one = _span(words, first, last, len(left))
        two = _span(others, start, end, len(right))
        if is_same:
            anchors.append((one.start, two.start))
            same += last - first
        else:
            differences.append(Difference(one, two))
    shorter = min(len(words), len(others))
    return Comparison(
        Side(left, tuple(one.left for one in differences if one.left)),
        Side(right, tuple(one.right for one in differences if one.right)),
        tuple(differences),
        tuple(anchors),
        same / shorter if shorter else 0.0,
    )


def _runs(left: list[str], right: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Runs of words that both have, and between them runs that differ; places in both."""
    at = start = 0
    for change in Indel.opcodes(left, right):
        if change.tag != "equal":
            continue
        if at < change.src_start or start < change.dest_start:
            yield False, at, change.src_start, start, change.dest_start
        yield True, change.src_start, change.src_end, change.dest_start, change.dest_end
        at, start = change.src_end, change.dest_end
    if at < len(left) or start < len(right):
        yield False, at, len(left), start, len(right)


def _keys(text: str, words: Sequence[tuple[int, int]]) -> list[str]:
    plain = folded(text)
    return [plain[start:end] for start, end in words]


def _span(words: Sequence[tuple[int, int]], first: int, last: int, length: int) -> Span:
    """From the first to the last of some words; where there are none, where they would stand."""
    if first < last:
        return Span(words[first][0], words[last - 1][1])
    at = words[first][0] if first < len(words) else length
    return Span(at, at)
