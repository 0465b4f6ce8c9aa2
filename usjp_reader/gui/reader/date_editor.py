"""Where the reader says when an article was published: accepts, types, empties, takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from usjp_reader.config.messages import explained
from usjp_reader.domain.dates import Dated, Edtf, Status
from usjp_reader.domain.errors import BadValueError
from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.reader.dates import date_words, edtf_words
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.typed_line import TypedLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

_IN_A_ROW = 236
"""Pixels of the line where it stands beside the buttons."""


class DateEditor(QWidget):
    """One line to type a date into, with what it is understood as, and three buttons."""

    said = Signal(object)
    """An EDTF value; "" where the article has no date; None for what the program found."""
    changed = Signal()
    """It needs more room now, or less."""

    def __init__(self, parent: QWidget | None = None, *, in_a_row: bool = False) -> None:
        """Make one.

        Args:
            parent: What it stands in.
            in_a_row: The line stands beside the buttons where there is room, not below them.
        """
        super().__init__(parent)
        self._dated = Dated()
        self.line = TypedLine()
        self.line.setPlaceholderText(self.tr("Another date: 15 May 1972, about 1909 …"))
        self.line.setAccessibleName(self.tr("Date of the article"))
        self.line.setMaxLength(80)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self._on_return)
        self._note: QLabel = plain_label("", "muted", wraps=True)
        self._accept = self._button(self._on_accept, self.tr("Accept"))
        self._accept.setToolTip(self.tr("Accept (a)"))
        self._empty = self._button(self._on_empty, self.tr("No date"))
        self._back = self._button(self._on_back, self.tr("Back to what was found"))
        self._arrange(in_a_row=in_a_row)

    def _button(self, slot: object, words: str = "") -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _arrange(self, *, in_a_row: bool) -> None:
        buttons = FlowLayout(gap=8)
        for button in (self._accept, self._empty, self._back):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(buttons)
        if in_a_row:
            self.line.setFixedWidth(_IN_A_ROW)
            buttons.addWidget(self.line)
        else:
            column.addWidget(self.line)
        column.addWidget(self._note)
        self._say("")

    @property
    def note(self) -> str:
        """What is said of the date that was typed."""
        return self._note.text()

    def show_date(self, dated: Dated) -> None:
        """Offer what can be said of a date."""
        self._dated = dated
        is_confirmed = dated.status is Status.CONFIRMED
        self.forget_typed()
        self._accept.setText(self.tr("Accept {date}").format(date=date_words(dated, short=True)))
        self._accept.setVisible(dated.value is not None and not is_confirmed)
        self._empty.setVisible(dated.value is not None or not is_confirmed)
        self._back.setVisible(is_confirmed)

    def focus_line(self) -> None:
        """Let a date be typed."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget_typed(self) -> None:
        """Empty the line."""
        self.line.clear()
        self._say("")

    def _on_accept(self) -> None:
        if self._dated.value is not None:
            self.said.emit(self._dated.value.value)

    def _on_empty(self) -> None:
        self.said.emit("")

    def _on_back(self) -> None:
        self.said.emit(None)

    def _on_edited(self, words: str) -> None:
        """Say while it is typed what is understood; what is not may still become a date."""
        try:
            self._say(f"→ {edtf_words(_typed(words))}" if words.strip() else "")
        except BadValueError:
            self._say("")

    def _on_return(self) -> None:
        if not self.line.text().strip():
            return
        try:
            self.said.emit(_typed(self.line.text()).value)
        except BadValueError as error:
            self._say(explained(error), is_wrong=True)
            self.line.selectAll()

    def _say(self, words: str, *, is_wrong: bool = False) -> None:
        self._note.setText(words)
        with_look(self._note, "warning" if is_wrong else "muted")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self._note.setVisible(bool(words))
        self.changed.emit()


def _typed(words: str) -> Edtf:
    from usjp_reader.knowledge.times.typed import typed_date  # noqa: PLC0415 - not at the start

    return typed_date(words)
