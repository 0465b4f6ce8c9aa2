"""The reader pane: assembles legend, find bar, text, margin and cards, and says what was asked for.

It changes nothing itself: every wish leaves as a signal in code points, and what comes of it comes
back through `show_passages`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from usjp_reader.domain.passages import Colour
from usjp_reader.gui.reader.cards import Cards
from usjp_reader.gui.reader.find_bar import FindBar
from usjp_reader.gui.reader.header import EmptyPage
from usjp_reader.gui.reader.legend import LegendBar
from usjp_reader.gui.reader.lines import Lines
from usjp_reader.gui.reader.marks import Marks
from usjp_reader.gui.reader.misread import Misread
from usjp_reader.gui.reader.naming import NamedWords
from usjp_reader.gui.reader.placing import Placing
from usjp_reader.gui.reader.pointing import Pointing
from usjp_reader.gui.reader.steps import Kind
from usjp_reader.gui.reader.strip import MarksStrip
from usjp_reader.gui.reader.text_view import NOTHING, TextView
from usjp_reader.gui.reader.ticks import ticks_of
from usjp_reader.gui.reader.values import ReaderHeader, TextLook
from usjp_reader.gui.reader.walking import Walk
from usjp_reader.gui.reader.wishes import Wishes
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from usjp_reader.domain.entities import EntityCard, EntityType, Mention
    from usjp_reader.domain.spans import Span
    from usjp_reader.library.reading import Version
    from usjp_reader.reading.document import ReaderDocument

_NO_HEADER = ReaderHeader("", "")


class ReaderPane(Wishes):
    """Shows one article and turns what the reader does with it into wishes."""

    def __init__(
        self, theme: Theme = LIGHT, look: TextLook | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look or TextLook()
        self._header_value, self._passage = _NO_HEADER, ""
        self.legend = LegendBar()
        self.find_bar = FindBar()
        self.view = TextView()
        self.strip = MarksStrip()
        self.placing = Placing(self.view)
        self.header, self.notes = self.placing.header, self.placing.notes
        self.cards = Cards(self, self.view)
        self.walk = Walk(self.view, self.legend, self.find_bar)
        self.lines = Lines(self.view, self.cards)
        self.misread = Misread(self.view, self.cards)
        self.naming = NamedWords(self.view, self.cards)
        self.pointing = Pointing(self)
        self._ticking = QTimer(self, singleShot=True, interval=0)
        self._assemble()
        self._connect_cards()
        self._connect_parts()
        self.set_theme(theme)

    def _assemble(self) -> None:
        text = QHBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.view, 1)
        text.addWidget(self.strip)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.legend)
        column.addWidget(self.find_bar)
        column.addLayout(text, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyPage())
        self._stack.addWidget(self._page)
        self.setMinimumWidth(320)
        self.setFocusProxy(self.view)

    def _connect_cards(self) -> None:
        bar, card = self.cards.bar, self.cards.mention
        bar.coloured.connect(self.mark)
        bar.copy_requested.connect(self.copy_with_citation)
        bar.correction_requested.connect(self.misread.open_meant)
        bar.naming_requested.connect(self.naming.open_meant)
        bar.delete_requested.connect(self.delete_passage)
        bar.note_requested.connect(self.request_note)
        bar.tags_requested.connect(self.request_tags)
        card.all_requested.connect(self.mentions_requested)
        card.correction_requested.connect(self.naming.open_meant)
        card.filter_requested.connect(self.mention_filter_requested)
        card.page_requested.connect(self.page_requested)
        card.next_requested.connect(self._on_next_of_entity)
        self.cards.evidence.jumped.connect(self._on_evidence_jumped)
        self.cards.about.jumped.connect(self._on_evidence_jumped)
        self.cards.evidence.said.connect(self.date_said)
        self.cards.hover.wanted.connect(self.card_requested)

    def _connect_parts(self) -> None:
        self.header.why_requested.connect(self.show_evidence)
        self.header.about_requested.connect(self.show_about)
        self.header.versions_requested.connect(self.versions_requested)
        self.legend.hidden_changed.connect(self._on_hidden_changed)
        self.notes.chosen.connect(self._on_note_chosen)
        self.notes.opened.connect(self.passage_activated)
        self.placing.placed.connect(self._ticking.start)
        self.strip.jumped.connect(self._on_strip_jumped)
        self.view.scrolled.connect(self.cards.dismiss)
        self.view.zoomed.connect(self.zoom_requested)
        self.walk.marks_changed.connect(self._ticking.start)
        self.walk.passage_reached.connect(self.set_passage)
        self.walk.set_out.connect(self.cards.dismiss)
        self._ticking.timeout.connect(self._set_ticks)

    # -- what is shown ---------------------------------------------------------------------

    def show_article(self, document: ReaderDocument, header: ReaderHeader) -> None:
        """Show another article from its beginning."""
        self.cards.dismiss()
        self._header_value = header
        self.set_passage("")
        self.header.show_header(header)
        self._stack.setCurrentWidget(self._page)
        self.notes.show_passages(())  # those of the text before have no place in this one
        self.view.show_document(Marks(document, self.view.marks.hidden), header.title)
        self.notes.show_passages(document.passages)
        self._tell_counts()
        self.walk.begin()

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Say above the text who else printed the story."""
        sources = dict.fromkeys(one.row.publisher for one in versions if one.row.publisher)
        self.header.show_versions(len(versions), tuple(sources))
        self.placing.place()

    def show_again(self, document: ReaderDocument, header: ReaderHeader) -> None:
        """Show the open article as it is read now: the same text, at the same place."""
        self._header_value = header
        self.header.show_header(header)
        marks = replace(self.view.marks, document=document)
        self.view.show_again(marks, header.title)
        self.notes.show_passages(document.passages)
        self._tell_counts()

    def show_passages(
        self, document: ReaderDocument, pending: frozenset[str] = frozenset()
    ) -> None:
        """Show other passages or hits on the text that is open; nothing else moves.

        Args:
            document: The same text, composed anew.
            pending: Ids of passages that are not yet stored; they are outlined.
        """
        self._show(replace(self.view.marks, document=document, pending=pending))
        self.notes.show_passages(document.passages)
        if self._passage and self.view.marks.passage(self._passage) is None:
            self.set_passage("")
            self.cards.bar.dismiss()

    def clear(self) -> None:
        """Show no article."""
        self.show_article(NOTHING, _NO_HEADER)
        self._stack.setCurrentIndex(0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        for part in (self.legend, self.find_bar, self.strip, self.notes, self.cards):
            part.set_theme(theme)
        self.set_look(self._look)

    def set_look(self, look: TextLook) -> None:
        """Set the text in another font, size or measure, keeping the place."""
        self._look = look
        self.header.set_look(look)
        self.view.set_look(look, self._theme)

    def set_hidden_types(self, hidden: frozenset[EntityType]) -> None:
        """Show no mentions of these types, as the reader left it last time."""
        self.legend.set_hidden(hidden)
        self._show(replace(self.view.marks, hidden=hidden))

    def show_furniture(self, shown: bool) -> None:
        """Unfold or fold all page furniture."""
        self.view.show_furniture(shown)
        self.furniture_toggled.emit(shown)

    def show_card(self, card: EntityCard, mention: Mention) -> None:
        """Show what was asked for by `card_requested`; too late an answer is left aside."""
        self.cards.show_card(card, mention)

    def show_evidence(self, *, typing: bool = False) -> None:
        """Show what the date of the article rests on; another one may be typed at once."""
        dated, button = self._header_value.published, self.header.date_button()
        self.cards.show_evidence(dated, button, typing=typing)

    def show_about(self) -> None:
        """Show what times the article talks about, with the sentences."""
        text, about = self.view.marks.document.text, self._header_value.about
        self.cards.show_about(about, text, self.header.about_button())

    def _show(self, marks: Marks) -> None:
        self.view.show_marks(marks)
        self._tell_counts()

    def _tell_counts(self) -> None:
        mentions = self.view.marks.document.mentions
        self.legend.set_counts(Counter(one.type for one in mentions if not one.described))
        self.walk.tell_place()
        self._ticking.start()

    # -- where the reader is ---------------------------------------------------------------

    def scroll_to(self, span: Span) -> None:
        """Bring a span into sight, unfolding it if need be, and frame it."""
        self.walk.go_to(span)

    def selected_span(self) -> Span | None:
        """What is selected in the text, or None."""
        return self.view.selected_span()

    @property
    def chosen_passage(self) -> str:
        """The id of the passage that keys act on, or ""."""
        return self._passage

    def choose_passage(self, passage_id: str, *, scroll: bool = True) -> None:
        """Let keys act on a passage, and go to it unless it was marked where the reader is."""
        passage = self.view.marks.passage(passage_id)
        if passage is not None:
            self.set_passage(passage_id)
            if scroll:
                self.walk.go_to(passage.anchor.span)

    def set_passage(self, passage_id: str) -> None:
        """Let keys act on a passage; "" is none."""
        if passage_id != self._passage:
            self._passage = passage_id
            self.passage_chosen.emit(passage_id)

    def next_mention(self) -> None:
        """Go to the next mention that is shown."""
        self.walk.go(Kind.MENTION, 1)

    def previous_mention(self) -> None:
        """Go to the mention before."""
        self.walk.go(Kind.MENTION, -1)

    def next_hit(self) -> None:
        """Go to the next hit of the find bar or of the search."""
        self.walk.go(Kind.HIT, 1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self.walk.go(Kind.HIT, -1)

    def next_passage(self) -> None:
        """Go to the next passage and let keys act on it."""
        self.walk.go(Kind.PASSAGE, 1)

    def previous_passage(self) -> None:
        """Go to the passage before."""
        self.walk.go(Kind.PASSAGE, -1)

    def find_in_article(self) -> None:
        """Open the bar for finding words in the article."""
        self.find_bar.open_bar()

    def peel(self) -> bool:
        """Take away the topmost layer, as Esc does; returns whether there was one."""
        if self.cards.dismiss():
            return True
        if self.view.textCursor().hasSelection():
            self.view.clear_selection()
            return True
        if not self.find_bar.isHidden():
            self.find_bar.close_bar()
            return True
        had_passage = bool(self._passage)
        self.set_passage("")
        return self.walk.unframe() or had_passage

    # -- what the reader wants -------------------------------------------------------------

    def mark(self, colour: Colour = Colour.YELLOW) -> None:
        """Mark what is selected; else recolour the chosen passage."""
        self._wish(
            lambda span: self.passage_marked.emit(span, colour),
            lambda passage_id: self.passage_recoloured.emit(passage_id, colour),
        )

    def request_note(self) -> None:
        """Ask for a note on what is selected, else on the chosen passage."""
        self._wish(self.selection_note_requested.emit, self.note_requested.emit)

    def request_tags(self) -> None:
        """Ask for tags on what is selected, else on the chosen passage."""
        self._wish(self.selection_tags_requested.emit, self.tags_requested.emit)

    def delete_passage(self) -> None:
        """Ask for the chosen passage to be deleted."""
        if self._passage:
            self.cards.bar.dismiss()
            self.passage_deleted.emit(self._passage)

    def copy_with_citation(self) -> None:
        """Ask for what is selected, else the chosen passage, to be copied with its citation."""
        passage = self.view.marks.passage(self._passage)
        span = self.selected_span() or (passage.anchor.span if passage else None)
        if span is not None:
            self.cards.bar.dismiss()
            self.copy_requested.emit(span)

    def _wish(
        self, of_selection: Callable[[Span], None], of_passage: Callable[[str], None]
    ) -> None:
        span = self.selected_span()
        self.cards.bar.dismiss()
        if span is not None:
            self.view.clear_selection()
            of_selection(span)
        elif self._passage:
            of_passage(self._passage)

    # -- answers to the parts --------------------------------------------------------------

    def _on_note_chosen(self, passage_id: str) -> None:
        self.set_passage(passage_id)
        self.pointing.show_passage_bar()

    def _on_next_of_entity(self, entity: str) -> None:
        mention = self.walk.go_to_entity(entity, self.cards.hover.mention)
        if mention is not None:
            self.cards.hover.ask(mention)

    def _on_evidence_jumped(self, span: Span) -> None:
        self.cards.dismiss()
        self.view.setFocus()
        self.walk.go_to(span)

    def _on_hidden_changed(self, hidden: frozenset[EntityType]) -> None:
        self._show(replace(self.view.marks, hidden=hidden))
        self.hidden_types_changed.emit(hidden)

    def _on_strip_jumped(self, at: float) -> None:
        self.view.scroll_to_share(at)

    def _set_ticks(self) -> None:
        self.strip.set_ticks(ticks_of(self.view, self._theme))

    # -- Qt --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc peels; Enter opens what the reader is at."""
        if event.key() == Qt.Key.Key_Escape and self.peel():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.pointing.open_current():
            return
        super().keyPressEvent(event)
