"""A labelled page as dating reads it: lines with their expressions of time, found when needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from usjp_reader.domain.texts import LineKind
from usjp_reader.knowledge.times import expressions_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.texts import Line
    from usjp_reader.knowledge.times.expressions import Expression

_TEXT_KINDS = frozenset({LineKind.BODY, LineKind.STANDFIRST, LineKind.TITLE, LineKind.SUBHEADING})


@dataclass
class Page:
    """A source text with its labelled lines.

    Attributes:
        text: The source text; all positions count from its start.
        lines: Every line that shows something.
        language: `en` or `ja`.
    """

    text: str
    lines: Sequence[Line]
    language: str
    _found: dict[int, list[Expression]] = field(default_factory=dict)

    def in_line(self, line: Line) -> list[Expression]:
        """The expressions in a line, with positions in the source text."""
        if line.number not in self._found:
            start = line.span.start
            found = expressions_in(line.span.of(self.text))
            self._found[line.number] = [one.moved(start) for one in found]
        return self._found[line.number]

    def of_kind(self, *kinds: LineKind) -> list[Line]:
        """The lines of these kinds, in order."""
        return [line for line in self.lines if line.kind in kinds]

    @cached_property
    def content(self) -> list[Line]:
        """Lines of running text and headings, captions left out."""
        return [line for line in self.lines if line.kind in _TEXT_KINDS]

    @cached_property
    def body(self) -> list[Line]:
        """Lines of running text."""
        return [line for line in self.lines if line.kind is LineKind.BODY]

    @cached_property
    def first_body(self) -> int:
        """Number of the first line of running text; beyond the end when there is none."""
        return self.body[0].number if self.body else 10**9

    @cached_property
    def mentions(self) -> list[Expression]:
        """The expressions in the running text, in order."""
        return [one for line in self.content for one in self.in_line(line)]
