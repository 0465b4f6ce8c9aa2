"""One version in the comparison: its text, and what it has alone marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from usjp_reader.domain.passages import Colour
from usjp_reader.gui.text_offsets import TextOffsets
from usjp_reader.gui.theme.fonts import text_font
from usjp_reader.reading.styles import STYLES

if TYPE_CHECKING:
    from usjp_reader.domain.spans import Span
    from usjp_reader.gui.reader.values import TextLook
    from usjp_reader.gui.theme.themes import Theme
    from usjp_reader.reading.comparing import Side

_MARGIN = 22
_ALONE = {True: Colour.PINK, False: Colour.GREEN}
"""The colours of words that only the left or only the right version has."""


class SideView(QTextEdit):
    """Shows one version; read only, all as plain text."""

    moved = Signal()
    """Another part of the text is to be seen."""

    def __init__(self, name: str, *, is_left: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_left = is_left
        self._offsets = TextOffsets("")
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def show_side(self, side: Side, theme: Theme, look: TextLook) -> None:
        """Show a version with its own words marked: struck on the left, underlined on the right."""
        self._offsets = TextOffsets(side.text)
        self.setFont(text_font(look.family, look.points))
        self.setPlainText(side.text)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(look.spacing, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole.mergeBlockFormat(block)
        own = self._own_format(theme)
        for span in side.alone:
            self._cursor(span).mergeCharFormat(own)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _own_format(self, theme: Theme) -> QTextCharFormat:
        palette = STYLES[theme.name].palette
        found = QTextCharFormat()
        found.setBackground(QColor(palette.passages[_ALONE[self._is_left]]))
        found.setForeground(QColor(palette.marked_ink))
        if self._is_left:
            found.setFontStrikeOut(True)
        else:
            found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return found

    def _cursor(self, span: Span) -> QTextCursor:
        start, end = self._offsets.units(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @property
    def top(self) -> int:
        """The position (code points) of the first line that is to be seen."""
        cursor = self.cursorForPosition(QPoint(_MARGIN, 2))
        return self._offsets.position(cursor.position())

    def scroll_to_top(self, position: int) -> None:
        """Let the line of a position be the first that is to be seen, without telling of it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.unit(min(position, self._offsets.length)))
        bar = self.verticalScrollBar()
        was = bar.blockSignals(True)
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - 4)
        bar.blockSignals(was)
        self.viewport().update()

    def show_span(self, span: Span) -> None:
        """Select a stretch and bring it to where it can be read."""
        cursor = self._cursor(span)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        offset = self.cursorRect(cursor).top() - self.viewport().height() // 3
        bar.setValue(bar.value() + offset)
