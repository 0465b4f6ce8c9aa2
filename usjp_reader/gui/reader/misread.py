"""Which words of the text the reader means to be misread, and what they are said to be."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from usjp_reader.domain.spans import Span
from usjp_reader.gui.reader.japanese import run_at

if TYPE_CHECKING:
    from usjp_reader.domain.texts import Readings
    from usjp_reader.gui.reader.cards import Cards
    from usjp_reader.gui.reader.text_view import TextView

MOST = 200
"""Code points that can be corrected at once: a line, not a paragraph."""

_WORD = re.compile(r"[^\s\u2013\u2014]+")
"""What stands between blanks and dashes: marks inside a word may well be what was misread."""
_LONGEST = 100
"""Code points that are looked at on each side."""


class Misread(QObject):
    """The misread words of one text view."""

    told = Signal(object, object)
    """A `Span` and what stands there really; None takes back what was said of it."""
    refused = Signal(str)
    """Why nothing can be corrected now, in a sentence."""

    def __init__(self, view: TextView, cards: Cards) -> None:
        super().__init__(view)
        self._view, self._cards = view, cards
        self._span: Span | None = None
        self._was_selected = False
        cards.word.said.connect(self._on_said)
        cards.word.closed.connect(self._on_closed)

    def meant(self, position: int | None = None) -> Span | None:
        """What is selected, else the word at `position`, else the caret's; None where none is seen.

        What was corrected there already belongs to it as a whole.
        """
        span = self._view.selected_span() or self._pointed_at(position)
        if span is None or self._view.y_of(span.start) < 0:
            return None
        for reading, _ in self._view.marks.readings_in(span):
            span = Span(min(span.start, reading.start), max(span.end, reading.end))
        return span

    def open_meant(self) -> None:
        """Let the words that are meant be corrected."""
        span = self.meant()
        if span is None:
            words = self.tr("Click on a word, or select it, first.")
            self.refused.emit(words)
        else:
            self.open(span)

    def open(self, span: Span) -> None:
        """Let the words of a span be corrected in a card below them."""
        if len(span) > MOST:
            words = self.tr("That is too much to be one misread word: select less of it.")
            self.refused.emit(words)
            return
        self._cards.dismiss()
        self._was_selected = self._view.selected_span() is not None
        self._span = span
        self._view.select(span)  # else nothing shows which word it is
        printed = self._flat(span)
        self._cards.show_word(span, printed, self._read(span))

    def _pointed_at(self, position: int | None) -> Span | None:
        at = self._view.caret() if position is None else position
        if position is None and at == 0:  # where it stands as long as nobody put it anywhere
            return None
        readings = self._view.marks.readings_in(Span(at, at + 1))
        return next((span for span, _ in readings), None) or word_at(
            self._view.marks.document.text, at
        )

    def _flat(self, span: Span) -> str:
        return " ".join(span.of(self._view.marks.document.text).split())

    def _read(self, span: Span) -> str:
        """The words of a span as they are read now, on one line."""
        text, words, at = self._view.marks.document.text, "", span.start
        for reading, read in self._view.marks.readings_in(span):
            words += text[at : reading.start] + read
            at = reading.end
        return " ".join((words + text[at : span.end]).split())

    def _on_said(self, typed: str) -> None:
        span, words = self._span, unicodedata.normalize("NFC", typed)
        if span is None:
            return
        self._cards.word.dismiss()
        self._view.clear_selection()
        is_taken_back = words in ("", self._flat(span))
        if is_taken_back and self._view.marks.readings_in(span):
            self.told.emit(span, None)
        elif not is_taken_back and words != self._read(span):
            self.told.emit(span, words)

    def _on_closed(self) -> None:
        self._span = None
        if not self._was_selected:
            self._view.clear_selection()


def word_at(text: str, position: int) -> Span | None:
    """The word that holds a code point or ends before it, without the marks around it."""
    for at in (position, position - 1):
        if 0 <= at < len(text) and not text[at].isspace():
            found = run_at(text, at) or _between_blanks(text, at)
            if found is not None:
                return found
    return None


def _between_blanks(text: str, position: int) -> Span | None:
    for match in _WORD.finditer(text, max(0, position - _LONGEST), position + _LONGEST):
        if match.start() <= position < match.end():
            inner = [at for at in range(*match.span()) if _is_of_words(text[at])]
            return Span(inner[0], inner[-1] + 1) if inner else None
    return None


def _is_of_words(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LMN"


def with_reading(readings: Readings, span: Span, words: str | None) -> Readings:
    """Readings as they will be when the words of a span are said to be others."""
    kept = [one for one in readings if not one[0].overlaps(span)]
    return tuple(sorted(kept if words is None else [*kept, (span, words)]))
