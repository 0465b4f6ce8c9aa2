"""The cards that lie over the text: which is shown, where, and when it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect

from usjp_reader.domain.spans import Span
from usjp_reader.gui.naming.panel import NamePanel
from usjp_reader.gui.naming.picker import LEAST_ROWS
from usjp_reader.gui.reader.about_card import AboutCard
from usjp_reader.gui.reader.evidence import EvidenceCard
from usjp_reader.gui.reader.floating import EDGE
from usjp_reader.gui.reader.hover import Hover
from usjp_reader.gui.reader.line_card import LineCard
from usjp_reader.gui.reader.mention_card import MentionCard
from usjp_reader.gui.reader.selection_bar import SelectionBar
from usjp_reader.gui.reader.word_editor import WordEditor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.dates import Dated, Period
    from usjp_reader.domain.entities import EntityCard, Mention
    from usjp_reader.domain.passages import Colour
    from usjp_reader.domain.texts import Line
    from usjp_reader.gui.reader.floating import FloatingCard
    from usjp_reader.gui.reader.text_view import TextView
    from usjp_reader.gui.theme.themes import Theme


class Cards(QObject):
    """Keeps the cards that lie over the text, and the bar beside a selection; one at a time."""

    def __init__(self, pane: QWidget, view: TextView) -> None:
        super().__init__(pane)
        self._pane, self._view = pane, view
        self.mention = MentionCard(pane)
        self.evidence = EvidenceCard(pane)
        self.about = AboutCard(pane)
        self.line = LineCard(pane)
        self.bar = SelectionBar(pane)
        self.word = WordEditor(pane)
        self.name = NamePanel(pane)
        self.hover = Hover(self)
        self.mention.entered.connect(self.hover.keep)
        self.mention.left.connect(self.hover.leave)
        self.hover.unwanted.connect(self.mention.dismiss)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.mention.set_theme(theme)
        self.bar.set_theme(theme)
        self.name.set_theme(theme)

    def point_at(self, mention: Mention | None) -> None:
        """The pointer is on a mention, or on none."""
        if all(card.isHidden() for card in self._fixed()):
            self.hover.point_at(mention)

    def show_card(self, card: EntityCard, mention: Mention) -> None:
        """Show the card of a mention, unless it is no longer wanted."""
        if self.hover.mention != mention:
            return
        self.bar.dismiss()
        self.mention.show_card(card, mention, self._view.marks.reading_words(mention.span))
        self.mention.show_beside(self._beside(mention.span))

    def show_evidence(self, dated: Dated, button: QWidget, *, typing: bool = False) -> None:
        """Show what a date rests on, next to its button; another one may be typed at once."""
        self.mention.dismiss()
        self.evidence.show_evidence(dated)
        corner = button.mapTo(self._pane, QPoint(0, 0))
        self.evidence.show_beside(QRect(corner, button.size()))
        if typing:
            self.evidence.editor.focus_line()
        else:
            self.evidence.focus_first()

    def show_about(self, periods: Sequence[Period], text: str, button: QWidget) -> None:
        """Show what times an article talks about, next to the line that says so."""
        self.dismiss()
        self.about.show_periods(periods, text)
        corner = button.mapTo(self._pane, QPoint(0, 0))
        self.about.show_beside(QRect(corner, button.size()))
        self.about.focus_first()

    def show_line(self, line: Line) -> None:
        """Show why a line is page furniture, below it."""
        self.dismiss()
        self.line.show_line(line)
        start = line.span.start
        self.line.show_beside(self._beside(Span(start, start + 1)))

    def show_word(self, span: Span, printed: str, read: str) -> None:
        """Let a word be read as another one, in a card below it."""
        self.word.show_word(printed, read)
        self.word.show_beside(self._beside(span))
        self.word.focus_line()

    def show_name(self, span: Span, words: str, present: str, *, is_corrected: bool) -> None:
        """Ask whom words mean, in a panel below them."""
        self.name.show_words(words, present, is_corrected=is_corrected)
        if not self._make_room(span, self.name.tallest):
            self.name.picker.most_rows = LEAST_ROWS
        self.name.show_beside(self._beside(span))
        self.name.focus_line()

    def show_bar(self, colour: Colour | None, span: Span) -> None:
        """Show what can be done with a passage of `colour`, or with a fresh selection (None)."""
        self.hover.forget()
        self.mention.dismiss()
        self.bar.show_for(colour)
        first = self._beside(Span(span.start, span.start + 1))
        last = self._beside(Span(span.end - 1, span.end))
        # Below the last line, or above the first one: never over what it is about.
        left = last.right() - self.bar.sizeHint().width() // 2
        self.bar.show_beside(QRect(QPoint(left, first.top()), last.bottomRight()))

    def dismiss(self) -> bool:
        """Take all of them away; returns whether there was one."""
        self.hover.forget()
        gone = [card.dismiss() for card in (self.mention, *self._fixed())]
        return any(gone)

    def _fixed(self) -> tuple[FloatingCard, ...]:
        """The cards that stay when the pointer goes elsewhere."""
        return self.bar, self.evidence, self.about, self.line, self.word, self.name

    def _make_room(self, span: Span, height: int) -> bool:
        """Scroll words upwards that a card would cover; whether it does not cover them then."""
        at, top = self._beside(span), self._view.viewport().mapTo(self._pane, QPoint(0, 0)).y()
        lacking = at.bottom() + height + 2 * EDGE - self._pane.height()
        if lacking <= 0 or at.top() - height >= 2 * EDGE:
            return True
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + max(0, min(lacking, at.top() - top - EDGE)))
        return self._beside(span).bottom() + height + 2 * EDGE <= self._pane.height()

    def _beside(self, span: Span) -> QRect:
        rect = self._view.rect_of(span)
        return QRect(self._view.viewport().mapTo(self._pane, rect.topLeft()), rect.size())
