"""Which words of the text the reader wants to name, and whom they are said to mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.spans import Span
    from usjp_reader.gui.reader.cards import Cards
    from usjp_reader.gui.reader.text_view import TextView

MOST = 200
"""Code points of the longest name."""


class NamedWords(QObject):
    """The names of one text view."""

    asked = Signal(object)
    """A `Span`: who may be meant by it? Answer with `cards.name.show_choices`."""
    typed = Signal(object, str)
    """The `Span`, and what stands in the line."""
    told = Signal(object, object, object)
    """The `Span`, whom it means (None takes back what was said), and the `Reach`."""
    entry_wanted = Signal(object, str, object)
    """The `Span`, what was typed, and the `Reach`: somebody is to be entered for it."""
    refused = Signal(str)
    """Why nothing can be named now, in a sentence."""

    def __init__(self, view: TextView, cards: Cards) -> None:
        super().__init__(view)
        self._view, self._cards = view, cards
        self._span: Span | None = None
        self._was_selected = False
        panel = cards.name
        panel.chosen.connect(self._on_chosen)
        panel.closed.connect(self._on_closed)
        panel.entry_wanted.connect(self._on_entry_wanted)
        panel.picker.typed.connect(self._on_typed)
        panel.taken_back.connect(self._on_taken_back)

    @property
    def span(self) -> Span | None:
        """The words that are being asked of, or None."""
        return self._span

    def mention_of(self, span: Span) -> Mention | None:
        """The mention that a span is, or that it lies upon."""
        mentions = self._view.marks.document.mentions
        exact = next((one for one in mentions if one.span == span), None)
        return exact or next((one for one in mentions if one.span.overlaps(span)), None)

    def meant(self, position: int | None = None) -> Span | None:
        """What is selected, else the mention of the card, at `position` or at the caret."""
        selected = self._view.selected_span()
        if selected is not None:
            return selected
        pointed = self._cards.hover.mention
        if position is None and pointed is not None and not self._cards.mention.isHidden():
            return pointed.span
        at = self._view.caret() if position is None else position
        mention = self._view.marks.mention_at(at)
        return mention.span if mention else None

    def open_meant(self) -> None:
        """Ask whom the words that are meant mean."""
        span = self.meant()
        if span is None or not any(map(str.isalnum, self._words(span))):
            self.refused.emit(self.tr("Click on a name, or select words, first."))
        else:
            self.open(span)

    def open(self, span: Span) -> None:
        """Ask whom the words of a span mean, in a panel below them."""
        words = self._words(span)
        if len(span) > MOST or "\n\n" in words:
            self.refused.emit(self.tr("That is too much to be one name: select less of it."))
            return
        self._cards.dismiss()
        self._was_selected = self._view.selected_span() is not None
        self._span = span
        self._view.select(span)  # else nothing shows which words it is about
        self.asked.emit(span)

    def show_panel(self, present: str, *, is_corrected: bool) -> None:
        """Show the panel for the words that were asked of.

        Args:
            present: The id of whom they mean now, or "".
            is_corrected: Whether the reader said something of them already.
        """
        if self._span is not None:
            words = self._words(self._span)
            self._cards.show_name(self._span, words, present, is_corrected=is_corrected)

    def _words(self, span: Span) -> str:
        return span.of(self._view.marks.document.text)

    def _on_chosen(self, entity: str) -> None:
        span, reach = self._span, self._cards.name.reach
        self._cards.name.dismiss()
        if span is not None:
            self.told.emit(span, entity, reach)

    def _on_taken_back(self) -> None:
        span, reach = self._span, self._cards.name.reach
        self._cards.name.dismiss()
        if span is not None:
            self.told.emit(span, None, reach)

    def _on_entry_wanted(self, typed: str) -> None:
        span, reach = self._span, self._cards.name.reach
        self._cards.name.dismiss()
        if span is not None:
            self.entry_wanted.emit(span, typed, reach)

    def _on_typed(self, words: str) -> None:
        if self._span is not None:
            self.typed.emit(self._span, words)

    def _on_closed(self) -> None:
        self._span = None
        if not self._was_selected:
            self._view.clear_selection()
