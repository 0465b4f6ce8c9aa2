"""What clicks and Enter mean in the text: a mention, a passage, a line of furniture, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from usjp_reader.domain.spans import Span
from usjp_reader.gui.articles.plain import tooltip
from usjp_reader.gui.reader.context_menu import reader_menu

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Mention
    from usjp_reader.gui.reader.pane import ReaderPane


class Pointing(QObject):
    """Turns what is done in the text into what the pane shows or asks for."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane)
        self._pane, self._view = pane, pane.view
        view = pane.view
        view.clicked.connect(self._on_clicked)
        view.customContextMenuRequested.connect(self._on_menu_requested)
        view.double_clicked.connect(self._on_double_clicked)
        view.pointed_at.connect(self._on_pointed_at)
        view.selected.connect(self._on_selected)

    def show_passage_bar(self) -> None:
        """Show what can be done with the chosen passage."""
        passage = self._view.marks.passage(self._pane.chosen_passage)
        if passage is not None:
            self._pane.cards.show_bar(passage.colour, passage.anchor.span)

    def open_current(self) -> bool:
        """Open what the reader is at, as Enter does; False when there is nothing."""
        pane = self._pane
        if pane.chosen_passage:
            pane.passage_activated.emit(pane.chosen_passage)
            return True
        mention = self._view.marks.mention_at(self._view.caret())
        if mention is None:
            return pane.lines.show_card(self._view.caret(), with_focus=True)
        self._activate(mention)
        if not pane.cards.mention.isHidden():
            pane.cards.mention.focus_first()
        return True

    def _on_selected(self) -> None:
        span = self._view.selected_span()
        if span is not None:
            self._pane.set_passage("")
            self._pane.cards.show_bar(None, span)

    def _on_clicked(self, position: int) -> None:
        pane = self._pane
        pane.cards.dismiss()
        if position < 0:
            pane.set_passage("")
            return
        pane.walk.stand_at(position)
        mention = self._view.marks.mention_at(position)
        pane.set_passage(self._view.marks.passage_at(position) or "")
        if mention is not None:
            self._activate(mention)
        elif pane.chosen_passage:
            self.show_passage_bar()
        else:
            pane.lines.show_card(position)

    def _activate(self, mention: Mention) -> None:
        self._pane.cards.hover.ask(mention)
        self._pane.mention_activated.emit(mention)

    def _on_double_clicked(self, position: int) -> None:
        passage_id = self._view.marks.passage_at(position)
        self._pane.cards.line.dismiss()
        if passage_id is not None:
            self._view.clear_selection()
            self._pane.passage_activated.emit(passage_id)

    def _on_pointed_at(self, position: int | None) -> None:
        mention = None if position is None else self._view.marks.mention_at(position)
        is_link = mention is not None
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)
        words = ""
        if position is not None and not is_link:  # the card of a mention says it itself
            words = self._view.marks.reading_words(Span(position, position + 1))
        self._view.viewport().setToolTip(tooltip(words))
        self._pane.cards.point_at(mention)

    def _on_menu_requested(self, point: QPoint) -> None:
        pane = self._pane
        pane.cards.dismiss()
        position = self._view.position_at(point)
        if position is not None and self._view.selected_span() is None:
            pane.set_passage(self._view.marks.passage_at(position) or "")
        line = self._view.position_near(point)
        reader_menu(pane, line).popup(self._view.viewport().mapToGlobal(point))
