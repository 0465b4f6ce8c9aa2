"""A labelled page as dating reads it: paragraphs of content, lines of furniture, times in both.

Content is read in its derived form (wraps undone, widths folded); positions are mapped back.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.dating.customs import in_century
from usjp_reader.knowledge.deriving import narrowed
from usjp_reader.knowledge.sentences import sentences_in
from usjp_reader.knowledge.times import expressions_in
from usjp_reader.knowledge.times.numerals import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.texts import DerivedText, Line
    from usjp_reader.knowledge.times import Expression

_TEXT_KINDS = frozenset({LineKind.BODY, LineKind.STANDFIRST, LineKind.TITLE, LineKind.SUBHEADING})
_LONGEST_LINE = 400
_DATE_LINE = 32
"""So short a line of the text may be nothing but a date."""
_APART = "\n\n\n\n"
"""Between lines that are read at once: wider than any gap inside an expression."""
_HOLDS = re.compile(rf"[0-9０-９元〇{NUMERALS}]|day\b|DAY\b|\bM(?:CM|DCCC|M[IVX])[IVXLCDM]*\b")
_NEWS = re.compile(
    r"\b(?:yesterday|to-?day|to-?night|to-?morrow|(?:last|next|this|earlier this|"
    r"later this) (?:week|"
    r"month|year|night|morning|"
    r"afternoon|evening)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|昨日|きのう|きょう|"
    r"今日|先週|今週|来週|先月|今月|来月|昨年|来年|今年|明らかにした"
)
_ABOUT_AUTHOR = re.compile(
    r"^(?:About the author:? )?(?:Dr\. |Prof\. |Professor )?"
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}"
    r"(?:, [^.]{2,60},)? "
    r"(?:is (?:a|an|the|senior|professor|director|author|currently|co-)\b|joined|"
    r"teaches|lives in|writes|served as|holds|was born|has (?:written|worked|published|been))|"
    r"^(?:\S{2,12}[　 ]*)?(?:[（(].{1,24}[)）])?[　 ]*"
    r"(?:1[89]\d\d|20\d\d|[一二〇九八]{4}|昭和|平成)\S{0,6}年?"
    r"[^。]{0,12}(?:生まれ|生。|卒)"
)
"""How the note on an author begins."""
_HEADS = frozenset({LineKind.TITLE, LineKind.STANDFIRST})
_LEAD = 3
_NOTES = 3
_NEWS_PARAGRAPHS = 8
_MANY_YEARS = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of content.

    Attributes:
        kind: Of its first line.
        line: Number of its first line.
        span: Position in the derived text.
        text: Its words, as derived.
        times: The expressions in it, with positions in the derived text.
    """

    kind: LineKind
    line: int
    span: Span
    text: str
    times: tuple[Expression, ...]


@dataclass
class Page:
    """A source text with its labelled lines.

    Attributes:
        text: The source text; all positions in claims count from its start.
        lines: Every line that shows something.
        derived: The content, with the way back.
        times: The expressions of time in the content, with positions in the derived text.
        read_lines: The lines as the derived text was made from them, where they are others.
        counted: What is said of years that the text counts at an event, once somebody has asked.
        ahead: Whether an event is one to come, once somebody has asked.
        coming: Whether the text looks ahead to a time, once somebody has asked.
        near: The expressions in the sentence of an event, once somebody has asked.
    """

    text: str
    lines: Sequence[Line]
    derived: DerivedText
    times: Sequence[Expression]
    read_lines: Sequence[Line] = ()
    counted: dict[Span, tuple[int, Span] | None] = field(default_factory=dict)
    ahead: dict[Span, bool] = field(default_factory=dict)
    coming: dict[Span, bool] = field(default_factory=dict)
    near: dict[Span, list[Expression]] = field(default_factory=dict)

    def in_line(self, line: Line) -> list[Expression]:
        """The expressions in one of the dated lines, with positions in the source text."""
        return self._by_line.get(line.number, [])

    @cached_property
    def dated_lines(self) -> list[Line]:
        """Lines beside the text (and the text, if it is one paragraph) with a time in them."""
        return [line for line in self.lines if line.number in self._by_line]

    @cached_property
    def _by_line(self) -> dict[int, list[Expression]]:
        """The expressions of each line; all lines are read at once, which is quicker."""
        is_short = len(self.body) <= 1
        lines = [
            line
            for line in self.lines
            if (is_short or not line.is_content or len(line.span) <= _DATE_LINE)
            and len(line.span) <= _LONGEST_LINE
            and _HOLDS.search(line.span.of(self.text))
        ]
        gap = len(_APART)
        starts: list[int] = []
        at = 0
        for line in lines:
            starts.append(at)
            at += len(line.span) + gap
        found: dict[int, list[Expression]] = {}
        joined = _APART.join(line.span.of(self.text) for line in lines)
        for one in in_century(self.text, expressions_in(narrowed(joined))):
            index = bisect.bisect_right(starts, one.span.start) - 1
            span = one.span.shifted(lines[index].span.start - starts[index])
            moved = replace(one, span=span, text=one.span.of(joined))
            found.setdefault(lines[index].number, []).append(moved)
        return found

    def of_kind(self, *kinds: LineKind) -> list[Line]:
        """The lines of these kinds, in order."""
        return [line for line in self.lines if line.kind in kinds]

    def source(self, span: Span) -> Span:
        """Where a stretch of the derived text stands in the source text."""
        return self.derived.to_source(span)

    def read(self, span: Span) -> Span:
        """Where a stretch of the source text stands in the derived one; empty if left out."""
        return self.derived.from_source(span) or Span(0, 0)

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Every paragraph of content."""
        found: list[Paragraph] = []
        lines = self.read_lines or self.lines
        starts = [line.span.start for line in lines]
        start, at = 0, 0
        for words in self.derived.text.split("\n"):
            end = start + len(words)
            if words:
                source = self.source(Span(start, start + 1)).start
                line = lines[bisect.bisect_right(starts, source) - 1]
                first = at
                while at < len(self.times) and self.times[at].span.start < end:
                    at += 1
                times = tuple(self.times[first:at])
                found.append(Paragraph(line.kind, line.number, Span(start, end), words, times))
            start = end + 1
        return found

    @cached_property
    def told(self) -> list[Paragraph]:
        """Paragraphs of running text and headings, captions left out."""
        return [one for one in self.paragraphs if one.kind in _TEXT_KINDS]

    @cached_property
    def body(self) -> list[Paragraph]:
        """Paragraphs of running text."""
        return [one for one in self.paragraphs if one.kind is LineKind.BODY]

    @cached_property
    def lead(self) -> list[Span]:
        """Headings and the first paragraphs, as positions in the derived text."""
        heads = [one.span for one in self.told if one.kind in _HEADS]
        return heads + [one.span for one in self.body[:_LEAD]]

    @cached_property
    def title(self) -> Span | None:
        """Where the title stands in the source text, if the page has one."""
        return next((one.span for one in self.lines if one.kind is LineKind.TITLE), None)

    @cached_property
    def captions(self) -> list[Paragraph]:
        """What stands under pictures."""
        return [one for one in self.paragraphs if one.kind is LineKind.CAPTION]

    @cached_property
    def first_body(self) -> int:
        """Number of the first line of running text; beyond the end when there is none."""
        return self.body[0].line if self.body else 10**9

    @cached_property
    def last_body(self) -> int:
        """Number of the line where the last paragraph of running text begins."""
        return self.body[-1].line if self.body else 0

    @cached_property
    def mentions(self) -> list[Expression]:
        """The expressions in the running text, in order."""
        return [one for paragraph in self.told for one in paragraph.times]

    def is_about_author(self, position: int) -> bool:
        """Whether a place of the derived text is in the note on the author, written later."""
        return any(span.start <= position < span.end for span in self._about_author)

    @cached_property
    def _about_author(self) -> list[Span]:
        return [
            paragraph.span
            for paragraph in self.body[1:][-_NOTES:]
            if _ABOUT_AUTHOR.match(paragraph.text)
        ]

    @cached_property
    def is_news(self) -> bool:
        """Whether the text speaks of yesterday and next week, as news does and history does not."""
        return any(_NEWS.search(paragraph.text) for paragraph in self.body[:_NEWS_PARAGRAPHS])

    @cached_property
    def is_history(self) -> bool:
        """Whether the text tells of several years and never of yesterday."""
        years = {one.days.earliest.year for one in self.mentions if one.days}
        return len(years) >= _MANY_YEARS and not self.is_news

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the running text and headings, as positions in the derived text."""
        return [
            sentence
            for paragraph in self.told
            for sentence in sentences_in(
                self.derived.text, paragraph.span.start, paragraph.span.end
            )
        ]

    def sentence_at(self, position: int) -> Span:
        """The sentence that a position of the derived text lies in."""
        starts = self._sentence_starts
        at = bisect.bisect_right(starts, position) - 1
        return self.sentences[at] if at >= 0 else Span(position, position)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [one.start for one in self.sentences]

    def before(self, position: int, reach: int = 120) -> str:
        """What stands before a position of the derived text in its sentence."""
        start = max(self.sentence_at(position).start, position - reach)
        return self.derived.text[start:position]

    def after(self, position: int, reach: int = 90) -> str:
        """What stands behind a position of the derived text in its sentence."""
        sentence = self.sentence_at(max(0, position - 1))
        return self.derived.text[position : max(position, min(sentence.end, position + reach))]
