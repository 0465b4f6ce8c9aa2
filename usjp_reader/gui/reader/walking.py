"""Going through the marks of a text: next and previous, finding words, and the counter of both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from usjp_reader.gui.reader.find_bar import found_in
from usjp_reader.gui.reader.steps import Kind, Steps

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.spans import Span
    from usjp_reader.gui.reader.find_bar import FindBar
    from usjp_reader.gui.reader.legend import LegendBar
    from usjp_reader.gui.reader.text_view import TextView


class Walk(QObject):
    """Moves the text to what is asked for and frames it."""

    set_out = Signal()
    """The reader is about to be somewhere else."""
    passage_reached = Signal(str)
    """The id of a passage."""
    marks_changed = Signal()
    """Other words are found in the text."""

    def __init__(self, view: TextView, legend: LegendBar, bar: FindBar) -> None:
        super().__init__(view)
        self._view, self._legend, self._bar = view, legend, bar
        self._steps = Steps()
        bar.closed.connect(self._on_find_closed)
        bar.stepped.connect(self._on_find_stepped)
        bar.typed.connect(self._on_find_typed)
        legend.stepped.connect(self._on_legend_stepped)

    def begin(self) -> None:
        """Another text is open."""
        self._steps.reset(self._view.marks)
        self.tell_place()
        if not self._bar.isHidden():
            self._on_find_typed(self._bar.line.text())

    def stand_at(self, position: int) -> None:
        """Go on from a code point that the reader pointed at."""
        self._steps.stand_at(position)

    def go(self, kind: Kind, by: int) -> None:
        """Go to the next (1) or previous (-1) one of a kind, round the end."""
        span = self._steps.go(self._view.marks, kind, by)
        if span is None:
            return
        self.set_out.emit()
        self.go_to(span)
        self.tell_place()
        if kind is Kind.PASSAGE and self._steps.at is not None:
            self.passage_reached.emit(self._view.marks.document.passages[self._steps.at].id)

    def go_to(self, span: Span) -> None:
        """Bring a span into sight, unfolding it if need be, frame it and put the caret there."""
        self._view.scroll_to(span)
        self._view.set_caret(span.start)
        self._view.show_marks(replace(self._view.marks, current=span))

    def go_to_entity(self, entity: str, after: Mention | None) -> Mention | None:
        """Go to the next mention of an entity behind `after`, round the end; gives it back."""
        position = after.span.start if after else -1
        same = [one for one in self._view.marks.mentions if one.entity == entity]
        later = [one for one in same if one.span.start > position] or same
        if not later:
            return None
        self.set_out.emit()
        self._steps.stand_at(later[0].span.start)
        self.go_to(later[0].span)
        return later[0]

    def unframe(self) -> bool:
        """Take the frame away; returns whether there was one."""
        if self._view.marks.current is None:
            return False
        self._view.show_marks(replace(self._view.marks, current=None))
        return True

    def tell_place(self) -> None:
        """Say in the legend which of how many is the current one."""
        words = {
            Kind.MENTION: self.tr("mentions"),
            Kind.HIT: self.tr("hits"),
            Kind.PASSAGE: self.tr("passages"),
        }[self._steps.kind]
        self._legend.set_place(self._steps.at, self._steps.total(self._view.marks), words)

    def _on_legend_stepped(self, by: int) -> None:
        self.go(self._steps.kind, by)

    def _on_find_typed(self, words: str) -> None:
        found = found_in(self._view.marks.document.text, words)
        self._bar.set_count(len(found))
        self._show_found(found)
        if found:
            self._steps.stand_at(-1)
            self.go(Kind.HIT, 1)

    def _show_found(self, found: tuple[Span, ...]) -> None:
        self._view.show_marks(replace(self._view.marks, found=found, current=None))
        self._steps.reset(self._view.marks)
        self.marks_changed.emit()
        self.tell_place()

    def _on_find_stepped(self, by: int) -> None:
        self.go(Kind.HIT, by)

    def _on_find_closed(self) -> None:
        self._show_found(())
        self._view.setFocus()
