"""Edits the note and the tags of one passage. What is typed is never lost: it leaves as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.domain.passages import normalised_tag
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.passages import Passage

NOTE_LINES = 4


class NoteEditor(QFrame):
    """A box for the note and a line for the tags, with commas between them."""

    saved = Signal(str, str, object)
    """Id of the passage, its note, a tuple of its tags."""
    draft_changed = Signal(str, str, object)
    """The same, at every keystroke, not yet saved."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage: Passage | None = None
        self._quote = with_look(QLabel(), "muted")
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.fontMetrics().lineSpacing() * NOTE_LINES + 14)
        self.tags = TypedLine()
        self.tags.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self._save = QPushButton(self.tr("Save"))
        self._save.setToolTip(self.tr("Ctrl+Enter"))
        self._arrange()
        self._connect_parts()
        self.hide()

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.addWidget(self.tags, 1)
        below.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 10)
        column.setSpacing(6)
        column.addWidget(self._quote)
        column.addWidget(self.note)
        column.addLayout(below)

    def _connect_parts(self) -> None:
        self._save.clicked.connect(self.close_editor)
        self.note.textChanged.connect(self._on_typed)
        self.tags.textEdited.connect(self._on_typed)
        self.tags.returnPressed.connect(self.close_editor)
        self.note.installEventFilter(self)
        self.tags.installEventFilter(self)

    @property
    def passage(self) -> Passage | None:
        """What is being edited."""
        return self._passage

    def edit(self, passage: Passage, *, at_tags: bool = False) -> None:
        """Edit the note of a passage; what was typed for another one is saved first."""
        self.commit()
        self._passage = None
        self._quote.setText(_elided(passage.anchor.exact))
        self.note.setPlainText(passage.note)
        self.tags.setText(", ".join(passage.tags))
        self._passage = passage
        self.show()
        line: QWidget = self.tags if at_tags else self.note
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        if not at_tags:
            self.note.moveCursor(self.note.textCursor().MoveOperation.End)

    def restore_draft(self, note: str, tags: Sequence[str]) -> None:
        """Put back what was typed before the window was closed in the middle of it."""
        self.note.setPlainText(note)
        self.tags.setText(", ".join(tags))

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Offer tags that were used before."""
        completer = QCompleter(list(tags), self.tags)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.tags.setCompleter(completer)

    def commit(self) -> None:
        """Save what was typed, if it differs from what is stored."""
        passage = self._passage
        if passage is None:
            return
        note, tags = self._typed()
        if (note, tags) != (passage.note, passage.tags):
            self.saved.emit(passage.id, note, tags)

    def close_editor(self) -> None:
        """Save and go away."""
        self.commit()
        self._passage = None
        self.hide()
        self.closed.emit()

    def forget(self) -> None:
        """Go away without saving: the passage is no longer there."""
        self._passage = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter and Esc save and close; nothing that was typed is thrown away."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape or (is_enter and is_control):
                self.close_editor()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> tuple[str, tuple[str, ...]]:
        parts = (normalised_tag(part) for part in self.tags.text().replace("、", ",").split(","))
        return self.note.toPlainText().strip(), tuple(dict.fromkeys(part for part in parts if part))

    def _on_typed(self) -> None:
        if self._passage is not None:
            self.draft_changed.emit(self._passage.id, *self._typed())


def _elided(quote: str) -> str:
    flat = " ".join(quote.split())
    return f"“{flat}”" if len(flat) <= 90 else f"“{flat[:88].rstrip()}…”"
