"""Which lines of the text the reader means, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from usjp_reader.domain.corrections import LineReach
    from usjp_reader.domain.texts import Line, LineKind
    from usjp_reader.gui.reader.cards import Cards
    from usjp_reader.gui.reader.text_view import TextView


class Lines(QObject):
    """The lines of one text view."""

    told = Signal(object, object, bool)
    """Some lines (a tuple of `Line`) are of a `LineKind`, or left to the program (None); the last
    says whether that holds for all such lines of the source."""
    reach_wanted = Signal(object)
    """It is offered to say something of these lines; answer with `show_reach`."""
    reach_arrived = Signal(object, object)
    """The lines, and their `LineReach`."""
    nothing_meant = Signal()
    """Something was to be said of lines, but none is selected or pointed at."""

    def __init__(self, view: TextView, cards: Cards) -> None:
        super().__init__(view)
        self._view, self._cards = view, cards
        cards.line.chosen.connect(self.tell)
        self.reach_arrived.connect(cards.line.show_reach)

    def meant(self, position: int | None = None) -> tuple[Line, ...]:
        """The shown lines that are selected, else the one at `position`, else the caret's."""
        selected = self._view.selected_span()
        if selected is not None:
            return tuple(line for line in self._view.marks.lines_in(selected) if self._sees(line))
        at = self._view.caret() if position is None else position
        line = self._view.marks.line_at(at)
        # The caret stands at the very beginning as long as nobody put it anywhere.
        is_meant = line is not None and (position is not None or at > 0) and self._sees(line)
        return (line,) if line is not None and is_meant else ()

    def tell(self, lines: tuple[Line, ...], kind: LineKind | None, of_source: bool) -> None:
        """Say what lines are; None leaves them to the program again."""
        self._cards.dismiss()
        self._view.clear_selection()
        self.told.emit(lines, kind, of_source)

    def tell_meant(self, kind: LineKind | None, *, of_source: bool = False) -> None:
        """Say what the lines are that the reader means."""
        lines = self.meant()
        if lines:
            self.tell(lines, kind, of_source)
        else:
            self.nothing_meant.emit()

    def show_card(self, position: int, *, with_focus: bool = False) -> bool:
        """Show why a line of furniture is one, and what can be said; False where it is text."""
        lines = self.meant(position)
        if not lines or lines[0].is_content:
            return False
        self._cards.show_line(lines[0])
        self.reach_wanted.emit(lines)
        if with_focus:
            self._cards.line.focus_first()
        return True

    def show_reach(self, lines: tuple[Line, ...], reach: LineReach) -> None:
        """In how many articles such lines stand, as was asked for by `reach_wanted`."""
        self.reach_arrived.emit(lines, reach)

    def _sees(self, line: Line) -> bool:
        return self._view.y_of(line.span.start) >= 0
