"""The text of one article in one `QTextEdit`, with marks painted under it.

Knows where everything stands and what is selected, in code points; what clicks mean is decided by
the pane.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from usjp_reader.domain.spans import Span
from usjp_reader.gui.reader import folding
from usjp_reader.gui.reader.geometry import stretches, visible_blocks
from usjp_reader.gui.reader.japanese import run_at
from usjp_reader.gui.reader.marks import Marks
from usjp_reader.gui.reader.page_marks import PagePainter
from usjp_reader.gui.reader.painter import Brushes, MarkPainter
from usjp_reader.gui.reader.reasons import ReasonPainter
from usjp_reader.gui.reader.standing import stand_again, standing
from usjp_reader.gui.reader.typesetting import BOTTOM, Columns, Typesetting, columns, set_margins
from usjp_reader.gui.reader.values import TextLook
from usjp_reader.gui.text_offsets import TextOffsets, grapheme_units, raw_text
from usjp_reader.gui.theme.themes import LIGHT, Theme
from usjp_reader.reading.document import ReaderDocument

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from usjp_reader.gui.reader.folding import FoldMark, ShownLine

log = logging.getLogger(__name__)

NOTHING = ReaderDocument("", (), (), (), (), ())
MARKER_HEIGHT = 40
"""Room above a line for the marker of a fold, in pixels."""


class TextView(QTextEdit):
    """Shows a document; `place` of header, notes and markers follows from its layout."""

    laid_out = Signal()
    """Something moved: header, notes and markers are to be placed anew."""
    scrolled = Signal()
    pointed_at = Signal(object)
    """A code point, or None, is under the pointer."""
    clicked = Signal(int)
    """A code point was clicked; nothing is selected."""
    double_clicked = Signal(int)
    selected = Signal()
    """The selection changed and the reader let go of mouse or key."""
    zoomed = Signal(int)
    """Ctrl and the wheel: steps up or down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks(NOTHING)
        self.offsets = TextOffsets("")
        self.lines: tuple[ShownLine, ...] = ()
        self.folds: tuple[FoldMark, ...] = ()
        self.place = Columns(0, 0, 0)
        self._theme, self._look = LIGHT, TextLook()
        self._setting = Typesetting(self._look, self._theme)
        self._title, self.top = "", 0
        self._opened: frozenset[int] = frozenset()
        self._is_furniture_shown = False
        self._prepare()

    def _prepare(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.document().setDocumentMargin(0)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Text of the article"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # -- what is shown ---------------------------------------------------------------------

    def show_document(self, marks: Marks, title: str) -> None:
        """Show another text from its beginning; `title` is what the header says already."""
        text = marks.document.text
        self.marks, self._title, self._opened = marks, title, folding.opened_at_first(marks)
        self.offsets = TextOffsets(text)
        self._setting.set_text(self.document(), text)
        if raw_text(self.document()) != text:
            log.error("the text is not shown character by character; its marks are left out")
            self.marks = Marks(ReaderDocument(text, (), (), (), (), ()))
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_again(self, marks: Marks, title: str) -> None:
        """Show the same text with other lines; what is unfolded stays so, and nothing jumps."""
        where, folds = standing(self, 0), self.marks.document.folds
        self._opened = folding.kept_open(folds, self._opened, marks.document.folds)
        self.marks, self._title = marks, title
        self._setting.forget_looks(self.document())
        self._lay_out()
        stand_again(self, where)

    def show_marks(self, marks: Marks) -> None:
        """Show other marks on the same text; nothing moves unless the room for notes changes."""
        had_notes = bool(self.marks.noted)
        self.marks = marks
        if bool(marks.noted) != had_notes:
            where = standing(self)
            self._set_columns()
            stand_again(self, where)
        self.viewport().update()
        self.laid_out.emit()

    def set_look(self, look: TextLook, theme: Theme) -> None:
        """Set the same text in another font, size, measure or theme, keeping the place."""
        self._look, self._theme = look, theme
        self._setting = Typesetting(look, theme)
        where = standing(self)
        self._setting.set_text(self.document(), self.marks.document.text)
        self._lay_out()
        stand_again(self, where)

    def set_top(self, height: int) -> None:
        """Leave `height` pixels above the text for the header."""
        if height != self.top:
            self.top = height
            self._set_columns()

    # -- furniture -------------------------------------------------------------------------

    @property
    def is_furniture_shown(self) -> bool:
        """Whether all page furniture is shown."""
        return self._is_furniture_shown

    def show_furniture(self, shown: bool) -> None:
        """Unfold or fold all page furniture."""
        self._is_furniture_shown = shown
        every = range(len(self.marks.document.folds))
        self._open(frozenset(every) if shown else frozenset())

    def toggle_fold(self, mark: FoldMark) -> None:
        """Open or close what one marker stands for."""
        folds = frozenset(mark.folds)
        self._open(self._opened - folds if mark.is_open else self._opened | folds)

    def _open(self, folds: frozenset[int]) -> None:
        if folds != self._opened:
            self._opened = folds
            self._lay_out()

    # -- layout ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        if self._is_furniture_shown:
            self._opened = frozenset(range(len(self.marks.document.folds)))
        title = "" if self._is_furniture_shown else self._title
        self.lines = folding.shown_lines(self.marks, self._opened, title)
        self.folds = folding.fold_marks(self.marks, self.lines, self._opened)
        above = {mark.line for mark in self.folds}
        self._setting.set_lines(self.document(), self.lines, above, MARKER_HEIGHT)
        self._set_columns()

    def wanted_columns(self) -> Columns:
        """Where text and notes will stand at the present width."""
        has_notes = bool(self.marks.noted)
        return columns(self.viewport().width(), self._setting.measure, has_notes=has_notes)

    def _set_columns(self) -> None:
        self.place = self.wanted_columns()
        # Qt gives the very first block no margin: room for a marker above it is the frame's.
        is_first = bool(self.folds) and self.folds[0].line == 0
        top = self.top + (MARKER_HEIGHT if is_first else 0)
        set_margins(self.document(), self.place, self.viewport().width(), top)
        self.laid_out.emit()

    # -- where things stand ----------------------------------------------------------------

    def document_height(self) -> float:
        """Pixels of the whole text with header and margins."""
        return float(self.document().documentLayout().documentSize().height())

    def y_of(self, position: int) -> float:
        """Height of the line that holds a code point, in pixels; -1 where it is not shown."""
        unit = self.offsets.unit(position)
        block = self.document().findBlock(unit)
        if not block.isValid() or not block.isVisible():
            return -1.0
        self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(unit - block.position())
        top = block.layout().position().y()
        return float(top + line.y()) if line.isValid() else float(top)

    def y_of_line(self, at: int) -> float:
        """Height of the top of a line of the text, or of the end of the text."""
        if at >= len(self.lines):
            return self.document_height() - BOTTOM + MARKER_HEIGHT
        block = self.document().findBlockByNumber(at)
        return float(self.document().documentLayout().blockBoundingRect(block).top())

    def rect_of(self, span: Span) -> QRect:
        """The first line of a span, in pixels of the viewport; empty when it is folded away."""
        start, end = self.offsets.units(span)
        block = self.document().findBlock(start)
        if not block.isVisible():
            return QRect()
        self.document().documentLayout().blockBoundingRect(block)
        base = block.position()
        found = stretches(block, start - base, end - base, self._setting.letters)
        first = next(found, None)
        return first.rect.toRect().translated(0, -self._scroll) if first else QRect()

    def position_at(self, point: QPoint) -> int | None:
        """The code point under a point of the viewport, or None beside the text."""
        where = QPointF(point) + QPointF(0, self._scroll)
        layout = self.document().documentLayout()
        unit = layout.hitTest(where, Qt.HitTestAccuracy.ExactHit)
        if unit < 0:
            return None
        before = self._covering(unit, where)
        return None if before is None else self.offsets.position(before)

    def position_near(self, point: QPoint) -> int:
        """The code point under a point of the viewport, or the nearest one on its line."""
        where = QPointF(point) + QPointF(0, self._scroll)
        layout = self.document().documentLayout()
        return self.offsets.position(max(0, layout.hitTest(where, Qt.HitTestAccuracy.FuzzyHit)))

    def _covering(self, unit: int, where: QPointF) -> int | None:
        """The unit whose letter covers the point: hits are on gaps between letters."""
        block = self.document().findBlock(unit)
        for candidate in (unit, unit - 1):
            start = candidate - block.position()
            found = stretches(block, start, start + 1, self._setting.letters)
            if start >= 0 and any(one.left <= where.x() < one.right for one in found):
                return candidate
        return None

    @property
    def _scroll(self) -> int:
        return int(self.verticalScrollBar().value())

    def scroll_to(self, span: Span) -> None:
        """Bring a span into sight, a third from the top; unfold it if it is folded away."""
        fold = folding.fold_holding(self.marks, span)
        if fold is not None and fold not in self._opened:
            self._open(self._opened | {fold})
        top = self.y_of(span.start)
        height = self.viewport().height()
        in_view = top - self._scroll
        if not height * 0.08 < in_view < height * 0.75:
            self.verticalScrollBar().setValue(round(top - height / 3))

    def scroll_to_share(self, share: float) -> None:
        """Bring a height of the text into sight: 0 is its top, 1 its end."""
        top = share * self.document_height() - self.viewport().height() / 3
        self.verticalScrollBar().setValue(round(top))

    # -- selection -------------------------------------------------------------------------

    def selected_span(self) -> Span | None:
        """What is selected, without blanks at its ends and splitting no letter; None if nothing."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        span = self.offsets.span(*grapheme_units(self.document(), start, end))
        words = span.of(self.marks.document.text)
        lead = len(words) - len(words.lstrip())
        kept = len(words.strip())
        return Span(span.start + lead, span.start + lead + kept) if kept else None

    def select(self, span: Span) -> None:
        """Select a span."""
        start, end = self.offsets.units(span)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """The code point the text cursor stands before."""
        return self.offsets.position(self.textCursor().position())

    def set_caret(self, position: int) -> None:
        """Put the text cursor before a code point without scrolling."""
        cursor = self.textCursor()
        cursor.setPosition(self.offsets.unit(position))
        scroll = self._scroll
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    # -- Qt --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks first, then Qt's own painting of the text over them."""
        painter = QPainter(self.viewport())
        try:
            self._paint_marks(painter, event.rect())
        finally:
            painter.end()  # A painter left open by an error takes the process with it.
        super().paintEvent(event)

    def _paint_marks(self, painter: QPainter, exposed: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self._scroll)
        area = exposed.translated(0, self._scroll)
        marks = MarkPainter(
            self.marks, self.offsets, self._setting.letters, Brushes.of(self._theme)
        )
        beside = (self.font(), self._theme.muted, self.place)
        reasons = ReasonPainter(*beside)
        pages = PagePainter(self.marks.document.pages, self.lines, self.offsets, *beside)
        for block in visible_blocks(self.document(), area.top(), area.bottom()):
            marks.paint(painter, block)
            pages.paint(painter, block)
            line = self.lines[block.blockNumber()]
            reasons.paint(painter, block, self.marks.line_at(line.span.start))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns follow the width."""
        super().resizeEvent(event)
        self._set_columns()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom by the settings, not behind their back."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer while nothing is being selected."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointed_at.emit(self.position_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A selection is finished, or something was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.selected.emit()
            return
        position = self.position_at(event.position().toPoint())
        self.clicked.emit(-1 if position is None else position)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Selects the word, in Japanese the name or the run of one script."""
        super().mouseDoubleClickEvent(event)
        position = self.position_at(event.position().toPoint())
        if position is None:
            return
        run = run_at(self.marks.document.text, position)
        if run is not None:
            mention = self.marks.mention_at(position)
            self.select(mention.span if mention else run)
        self.double_clicked.emit(position)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A selection by keyboard is finished when Shift is let go."""
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.selected.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self.pointed_at.emit(None)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What Ctrl+C copies: the exact words and nothing else, no markup."""
        span = self.selected_span()
        data = QMimeData()
        data.setText(span.of(self.marks.document.text) if span else "")
        return data

    def _on_scrolled(self) -> None:
        self.scrolled.emit()
