"""Sets the text: measure and margins, line height, gaps between paragraphs, looks of headings.

Works on a `QTextDocument` whose blocks are the lines of the text; knows no widget.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)

from usjp_reader.domain.texts import LineKind
from usjp_reader.gui.reader.geometry import Letters
from usjp_reader.gui.theme.fonts import scaled, text_font
from usjp_reader.reading.styles import STYLES
from usjp_reader.reading.tokens import LINE_TYPES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QTextDocument

    from usjp_reader.gui.reader.folding import ShownLine
    from usjp_reader.gui.reader.values import TextLook
    from usjp_reader.gui.theme.themes import Theme

EDGE, GUTTER, NOTES = 36, 28, 168
"""Margin of the pane, gap before the notes, and width of the notes, in pixels."""

BOTTOM = 96
"""Room below the text."""

LEAST_TEXT = 300
"""With less room than this beside them, notes are not shown."""

_SPARED = 0.7
_EMPTY_LINE = 0.5
_LONG = 100
"""A line longer than this is a paragraph of its own, not one line of a wrapped paragraph."""

_UNBROKEN = re.compile(r"\S{100000}")
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_PLAIN = (LineKind.BODY, None)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where text and notes stand, in pixels from the left edge; `notes` is 0 without room."""

    left: int
    text: int
    notes: int

    @property
    def notes_left(self) -> int:
        """Where the notes begin."""
        return self.left + self.text + GUTTER


def columns(available: int, wanted: int, *, has_notes: bool) -> Columns:
    """Share out `available` pixels between text, which wants `wanted`, and notes."""
    room = max(LEAST_TEXT // 2, available - 2 * EDGE)
    beside = room - GUTTER - NOTES
    # Room for notes is kept before there are any, where the text can spare it: a first note must
    # not move every line of the text.
    if beside >= (LEAST_TEXT if has_notes else wanted * _SPARED):
        text = min(wanted, beside)
        spare = room - GUTTER - NOTES - text
        return Columns(EDGE + spare // 2, text, NOTES)
    text = min(wanted, room)
    return Columns(EDGE + (room - text) // 2, text, 0)


class Typesetting:
    """How a text is set in one look and one theme."""

    def __init__(self, look: TextLook, theme: Theme) -> None:
        self.font = text_font(look.family, look.points)
        metrics = QFontMetricsF(self.font)
        self.line_height = round(QFontInfo(self.font).pixelSize() * look.spacing / 100)
        # What a font says of its average letter may count thousands of kanji, which are wider.
        self.measure = round(metrics.horizontalAdvance(ascii_lowercase) / 26 * look.measure)
        self.letters = Letters(metrics.ascent() * 0.94, metrics.descent())
        self._style = STYLES[theme.name]

    def set_text(self, document: QTextDocument, text: str) -> None:
        """Put `text` into `document`; no character of it is read as markup."""
        option = QTextOption()
        wrap = QTextOption.WrapMode
        is_unbroken = len(text) >= 100_000 and _UNBROKEN.search(text) is not None
        mode = wrap.WrapAnywhere if is_unbroken else wrap.WrapAtWordBoundaryOrAnywhere
        option.setWrapMode(mode)
        # Each of the two lays the old text out once more, if only to be replaced.
        if document.defaultTextOption().wrapMode() != mode:
            document.setDefaultTextOption(option)
        if document.defaultFont() != self.font:
            document.setDefaultFont(self.font)
        document.setPlainText(text)

    def set_lines(
        self,
        document: QTextDocument,
        lines: Sequence[ShownLine],
        markers: Collection[int],
        marker_height: int,
    ) -> None:
        """Show and hide lines, space them, and leave room above the lines in `markers`.

        One edit block: without it every single change would lay the text out again.
        """
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._spaced(0))
        block = document.firstBlock()
        for at, line in enumerate(lines):
            block.setVisible(line.is_shown)
            extra = marker_height if at in markers else 0
            gap = self._gap(lines, at) + extra
            if line.kind not in _PLAIN or gap or line.kind is None:
                cursor.setPosition(block.position())
                self._set_line(cursor, line, gap, document)
            block = block.next()
        cursor.endEditBlock()
        document.markContentsDirty(0, document.characterCount())

    def forget_looks(self, document: QTextDocument) -> None:
        """Set every letter plainly, before lines that are something else now are set."""
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(QTextCharFormat())

    def _set_line(
        self, cursor: QTextCursor, line: ShownLine, gap: int, document: QTextDocument
    ) -> None:
        if line.kind is None:
            cursor.setBlockFormat(self._spaced(gap, _EMPTY_LINE))
            return
        larger = 1.25 if line.kind is LineKind.TITLE else 1.0
        cursor.setBlockFormat(self._spaced(gap, larger))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        words = document.findBlock(cursor.position()).text()
        cursor.setCharFormat(self._looking(line.kind, words))

    def _spaced(self, gap: int, lines: float = 1.0) -> QTextBlockFormat:
        form = QTextBlockFormat()
        height = self.line_height * lines
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setTopMargin(gap)
        return form

    def _gap(self, lines: Sequence[ShownLine], at: int) -> int:
        """Space above a line that no empty line sets apart from the one before."""
        line = lines[at]
        if at == 0 or line.kind is None or not line.is_shown:
            return 0
        before = lines[at - 1]
        if before.kind is None or not before.is_shown:
            return 0
        is_apart = line.kind is not before.kind or max(len(line.span), len(before.span)) > _LONG
        return round(self.line_height * _EMPTY_LINE) if is_apart else 0

    def _looking(self, kind: LineKind, words: str) -> QTextCharFormat:
        look = self._style.style_for_token(LINE_TYPES[kind])
        form = QTextCharFormat()
        font = scaled(self.font, 1.25) if kind is LineKind.TITLE else QFont(self.font)
        font.setBold(bool(look["bold"]))
        font.setItalic(bool(look["italic"]) and not _JAPANESE.search(words))
        form.setFont(font)
        if look["color"]:
            form.setForeground(QColor(f"#{look['color']}"))
        return form


def set_margins(document: QTextDocument, place: Columns, width: int, top: int) -> None:
    """Leave room above the text for its header and beside it for notes; all in pixels."""
    frame = document.rootFrame()
    form = frame.frameFormat()
    right = max(0, width - place.left - place.text)
    margins: list[float] = [place.left, right, top, BOTTOM]
    present = [form.leftMargin(), form.rightMargin(), form.topMargin(), form.bottomMargin()]
    if margins == present:
        return
    form.setLeftMargin(margins[0])
    form.setRightMargin(margins[1])
    form.setTopMargin(margins[2])
    form.setBottomMargin(margins[3])
    frame.setFrameFormat(form)
