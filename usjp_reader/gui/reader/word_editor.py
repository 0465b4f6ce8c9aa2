"""The small card under a misread word, into which is typed what it really says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from usjp_reader.gui.articles.plain import one_line
from usjp_reader.gui.reader.floating import FloatingCard, plain_label
from usjp_reader.gui.reader.line_words import shortened
from usjp_reader.gui.typed_line import TypedLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDTH = 340


class WordEditor(FloatingCard):
    """One line that holds a word as it is read now. Enter says what it holds, Esc closes."""

    said = Signal(str)
    """What was typed, without blanks at its ends."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = plain_label()
        self.line = TypedLine()
        self.line.setAccessibleName(self.tr("The word as it is to be read"))
        self.line.returnPressed.connect(self._on_return)
        self._note = plain_label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 10)
        column.setSpacing(6)
        for part in (self._label, self.line, self._note):
            column.addWidget(part)

    @property
    def label(self) -> str:
        """What stands above the line."""
        return self._label.text()

    def show_word(self, printed: str, read: str) -> None:
        """Fill it; `show_beside` brings it up.

        Args:
            printed: The words as they stand in the text.
            read: The words as they are read now; the same where they were never corrected.
        """
        words = self.tr("printed: {printed} — read as:")
        self._label.setText(words.format(printed=shortened(printed)))
        self.line.setText(one_line(read))
        self._note.setText(
            self.tr("Enter keeps it.")
            if read == printed
            else self.tr("Enter keeps it; an empty line leaves the word as printed.")
        )
        self.setFixedWidth(self.width_at_most(WIDTH))

    def focus_line(self) -> None:
        """Let another word be typed over the one that stands there."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _on_return(self) -> None:
        self.said.emit(self.line.text().strip())
