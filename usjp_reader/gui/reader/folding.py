"""Which lines of a text are shown: furniture folded, empty lines thinned, the title not twice.

Positions are code points; block numbers are those of the `QTextDocument`, one a line of the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from usjp_reader.gui.reader.marks import Marks
    from usjp_reader.reading.document import Fold


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of the text, empty ones included.

    Attributes:
        span: Without its line break.
        kind: None when it is empty.
        is_shown: Whether it takes any place.
    """

    span: Span
    kind: LineKind | None
    is_shown: bool


@dataclass(frozen=True, slots=True)
class FoldMark:
    """Folds with nothing shown between them: what one marker stands for.

    Attributes:
        folds: Indices into the folds of the document.
        lines: How many lines of furniture they hold.
        kinds: What the lines are, each kind once, in order.
        line: Index of the line above which the marker stands; the number of lines if below all.
        is_open: Whether the lines are shown.
        rules: Ids of the rules that caught the lines, each once, in order.
    """

    folds: tuple[int, ...]
    lines: int
    kinds: tuple[LineKind, ...]
    line: int
    is_open: bool
    rules: tuple[str, ...] = ()


def shown_lines(marks: Marks, opened: frozenset[int], title: str) -> tuple[ShownLine, ...]:
    """Every line of the text in order, and whether it is shown.

    Args:
        marks: The document.
        opened: Indices of the folds that the reader opened.
        title: What the header says already; a title line with the same words is not shown again
            unless something in it is marked.
    """
    closed = _Places(fold.span for at, fold in enumerate(marks.document.folds) if at not in opened)
    out: list[ShownLine] = []
    is_gap_allowed = False
    for span in _lines(marks.document.text):
        kind = marks.kind_at(span.start) if span else None
        if kind is None:
            is_shown, is_gap_allowed = is_gap_allowed and not closed.hold(span.start), False
        else:
            is_shown = not closed.hold(span.start) and not _is_repeated(marks, span, kind, title)
            is_gap_allowed = is_gap_allowed or is_shown
        out.append(ShownLine(span, kind, is_shown))
    return tuple(out)


def fold_marks(
    marks: Marks, lines: Sequence[ShownLine], opened: frozenset[int]
) -> tuple[FoldMark, ...]:
    """The markers to be shown, top to bottom."""
    out: list[FoldMark] = []
    shown = [at for at, line in enumerate(lines) if line.is_shown and line.kind is not None]
    for at, fold in enumerate(marks.document.folds):
        is_open = at in opened
        kinds = tuple(_kinds(marks, fold))
        anchor = _anchor(shown, lines, fold.span.start if is_open else fold.span.end)
        last = out[-1] if out else None
        if last and last.line == anchor and last.is_open == is_open:
            joined = tuple(dict.fromkeys((*last.kinds, *kinds)))
            count = last.lines + fold.lines
            rules = tuple(dict.fromkeys((*last.rules, *fold.rules)))
            out[-1] = FoldMark((*last.folds, at), count, joined, anchor, is_open, rules)
        else:
            out.append(FoldMark((at,), fold.lines, kinds, anchor, is_open, fold.rules))
    return tuple(out)


def fold_holding(marks: Marks, span: Span) -> int | None:
    """Index of the fold that hides the start of `span`, or None."""
    folds = marks.document.folds
    found = (at for at, fold in enumerate(folds) if fold.span.covers(span.start))
    return next(found, None)


def opened_at_first(marks: Marks) -> frozenset[int]:
    """The folds that are open at first: none, but where nothing else would be shown."""
    has_content = any(line.is_content for line in marks.document.lines)
    return frozenset() if has_content else frozenset(range(len(marks.document.folds)))


def kept_open(
    before: Sequence[Fold], opened: frozenset[int], now: Sequence[Fold]
) -> frozenset[int]:
    """Which folds of `now` are open, where those of `before` that share lines with them were."""
    spans = [before[at].span for at in sorted(opened)]
    return frozenset(at for at, fold in enumerate(now) if any(map(fold.span.overlaps, spans)))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


class _Places:
    """Sorted, disjoint spans that are asked which positions they hold."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._starts = [span.start for span in self._spans]

    def hold(self, position: int) -> bool:
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self._spans[at].covers(position)


def _is_repeated(marks: Marks, span: Span, kind: LineKind, title: str) -> bool:
    if kind is not LineKind.TITLE or _folded(span.of(marks.document.text)) != _folded(title):
        return False
    marked = any(run.passage_ids for run in marks.runs(span))
    return not marked and not any(True for _ in marks.found_in(span))


def _folded(words: str) -> str:
    """What a title says, without the marks of a Markdown heading."""
    return " ".join(words.strip(" #*_").split()).casefold()


def _kinds(marks: Marks, fold: Fold) -> Iterator[LineKind]:
    kinds = (run.kind for run in marks.runs(fold.span))
    yield from dict.fromkeys(kind for kind in kinds if kind is not None)


def _anchor(shown: Sequence[int], lines: Sequence[ShownLine], position: int) -> int:
    """Index of the first of the `shown` lines at or after a position, or the number of lines."""
    at = bisect_left(shown, position, key=lambda index: lines[index].span.start)
    return shown[at] if at < len(shown) else len(lines)
