"""One row of the list as laid-out words: what is shortened where, and where each word stands.

Knows fonts and widths; colours are put in when it is painted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from usjp_reader.domain.spans import Span
from usjp_reader.gui.articles.dates import date_words
from usjp_reader.gui.articles.plain import one_line
from usjp_reader.gui.text_offsets import TextOffsets
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from usjp_reader.domain.articles import ArticleRow, Snippet

LEFT, RIGHT, TOP = 22.0, 14.0, 11.0
ICON = 15.0
SNIPPET_LINES = 2
_ELIDE = Qt.TextElideMode.ElideRight


@dataclass(frozen=True)
class RowFonts:
    """The fonts of a row and the heights that follow from them, in pixels."""

    title: QFont
    unread: QFont
    small: QFont
    tag: QFont

    @classmethod
    def of(cls, chrome: QFont) -> RowFonts:
        """The fonts of the list beside a chrome in that font."""
        return cls(
            chrome,
            scaled(chrome, 1.0, QFont.Weight.DemiBold),
            scaled(chrome, 0.93),
            scaled(chrome, 0.8),
        )

    @property
    def title_step(self) -> float:
        """From the baseline of the title to that of the second line."""
        return round(QFontMetricsF(self.small).height() * 1.2)

    @property
    def step(self) -> float:
        """From one baseline of the small lines to the next."""
        return round(QFontMetricsF(self.small).height() * 1.16)

    @property
    def first_baseline(self) -> float:
        """From the top of a row to the baseline of its title."""
        return TOP + round(QFontMetricsF(self.title).ascent())

    @property
    def row_height(self) -> int:
        """The height of every row."""
        below = QFontMetricsF(self.small).descent() + TOP
        return round(self.first_baseline + self.title_step + SNIPPET_LINES * self.step + below)


class Line:
    """One laid-out line; `baseline` counts from the top of the row."""

    def __init__(
        self,
        text: str,
        font: QFont,
        left: float,
        baseline: float,
        hits: Sequence[Span] = (),
        look: QTextCharFormat | None = None,
    ) -> None:
        self.text = text
        self.hits = tuple(hits)
        self._layout = QTextLayout(text, font)
        if look is not None and hits:
            self._layout.setFormats(_formats(text, hits, look))  # laying out comes after
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        line = self._layout.createLine()
        line.setLineWidth(1e6)
        self._layout.endLayout()
        self.width = line.naturalTextWidth()
        self._at = QPointF(left, baseline - line.ascent())

    def draw(self, painter: QPainter, origin: QPointF, ink: QColor) -> None:
        """Paint the line; `origin` is the top left of its row."""
        painter.setPen(ink)
        self._layout.draw(painter, origin + self._at)


def _formats(
    text: str, spans: Sequence[Span], look: QTextCharFormat
) -> list[QTextLayout.FormatRange]:
    offsets = TextOffsets(text)
    formats = []
    for span in spans:
        part = QTextLayout.FormatRange()
        start, end = offsets.units(span)
        part.start, part.length = start, end - start
        part.format = look
        formats.append(part)
    return formats


@dataclass(frozen=True)
class SetRow:
    """A row made ready for painting at one width."""

    row: ArticleRow
    width: int
    title: Line
    date: Line
    snippet: tuple[Line, ...]
    tag: Line | None
    tag_box: QRectF


@dataclass(frozen=True)
class RowWords:
    """The words of the window in a row, and how hits look."""

    minutes: str
    specimen: str
    hit: QTextCharFormat


def set_row(row: ArticleRow, width: int, fonts: RowFonts, words: RowWords) -> SetRow:
    """Lay out a row `width` pixels wide."""
    right = width - RIGHT
    baseline = fonts.first_baseline
    icons = (ICON + 5) * (1 + int(row.has_passages))
    font = fonts.unread if row.is_unread else fonts.title
    title = _elided(one_line(row.title), font, LEFT, baseline, right - LEFT - icons)
    baseline += fonts.title_step
    tag, box = _tag(words.specimen, fonts, right, baseline) if row.is_specimen else (None, QRectF())
    room = right - LEFT - (box.width() + 8 if tag else 0)
    date = _second_line(row, fonts.small, baseline, room, words.minutes)
    snippet = _snippet(row.snippet, fonts, baseline + fonts.step, right - LEFT, words.hit)
    return SetRow(row, width, title, date, snippet, tag, box)


def _elided(text: str, font: QFont, left: float, baseline: float, width: float) -> Line:
    return Line(QFontMetricsF(font).elidedText(text, _ELIDE, width), font, left, baseline)


def _second_line(row: ArticleRow, font: QFont, baseline: float, width: float, minutes: str) -> Line:
    """Date, publisher, minutes: where room is short the publisher gives way."""
    metrics = QFontMetricsF(font)
    date, publisher = date_words(row.published, row.language), one_line(row.publisher)
    others = metrics.horizontalAdvance(f"{date} ·  · {minutes}")
    if publisher:
        publisher = metrics.elidedText(publisher, _ELIDE, max(width - others, 40.0))
    text = " · ".join(part for part in (date, publisher, minutes) if part)
    return _elided(text, font, LEFT, baseline, width)


def _tag(words: str, fonts: RowFonts, right: float, baseline: float) -> tuple[Line, QRectF]:
    metrics = QFontMetricsF(fonts.tag)
    width = metrics.horizontalAdvance(words) + 10
    height = metrics.height() + 2
    box = QRectF(right - width, baseline - metrics.ascent() - 1, width, height)
    return Line(words, fonts.tag, box.left() + 5, baseline), box


def _snippet(
    snippet: Snippet, fonts: RowFonts, baseline: float, width: float, look: QTextCharFormat
) -> tuple[Line, ...]:
    text = one_line(snippet.text)
    lines = []
    for number, span in enumerate(_wrapped(text, fonts.small, width)):
        words, shift = text[span.start : span.end].rstrip(), span.start
        is_last = number == SNIPPET_LINES - 1
        if is_last:
            words = QFontMetricsF(fonts.small).elidedText(text[span.start :], _ELIDE, width)
        kept = len(words) - 1 if is_last and words.endswith("…") else len(words)
        hits = _hits(snippet.hits, Span(shift, shift + kept))
        lines.append(Line(words, fonts.small, LEFT, baseline + number * fonts.step, hits, look))
    return tuple(lines)


def _hits(hits: Sequence[Span], shown: Span) -> tuple[Span, ...]:
    clipped = (hit.clipped(shown) for hit in hits)
    return tuple(hit.shifted(-shown.start) for hit in clipped if hit)


def _wrapped(text: str, font: QFont, width: float) -> list[Span]:
    """Where the first lines of `text` break, in code points."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    offsets = TextOffsets(text)
    spans = []
    layout.beginLayout()
    for _ in range(SNIPPET_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        spans.append(offsets.span(start, end))
    layout.endLayout()
    return spans
