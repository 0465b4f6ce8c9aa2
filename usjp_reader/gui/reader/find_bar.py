"""The bar for finding words in the article that is open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from usjp_reader.domain.spans import Span
from usjp_reader.gui.icons import icon
from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from usjp_reader.gui.theme.themes import Theme

MOST_HITS = 5_000


def found_in(text: str, words: str) -> tuple[Span, ...]:
    """Where `words` stand in `text`, whatever their case; at most `MOST_HITS` places."""
    if not words:
        return ()
    places = re.finditer(re.escape(words), text, re.IGNORECASE)
    return tuple(Span(*place.span()) for place, _ in zip(places, range(MOST_HITS), strict=False))


class FindBar(QWidget):
    """A line to type into, with the number of places found and ways to step through them."""

    typed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find in article"))
        self.line.setAccessibleName(self.tr("Find in article"))
        self.line.setClearButtonEnabled(True)
        self.line.setMaximumWidth(360)
        self.line.textChanged.connect(self.typed)
        self._count = with_look(QLabel(), "muted")
        self._buttons = {
            "chevron-up": self._button(self.tr("Previous place"), self._on_previous),
            "chevron-down": self._button(self.tr("Next place"), self._on_next),
            "close": self._button(self.tr("Close"), self.close_bar),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 12, 4)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.hide()

    def _button(self, name: str, slot: object) -> QToolButton:
        button = with_look(QToolButton(), "flat")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(slot)
        return button

    def open_bar(self) -> None:
        """Show it and put the cursor into it."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.typed.emit(self.line.text())

    def close_bar(self) -> None:
        """Hide it and forget what was found."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def set_count(self, count: int) -> None:
        """Say how many places were found."""
        if not self.line.text():
            self._count.clear()
        elif count == 0:
            self._count.setText(self.tr("not found"))
        elif count >= MOST_HITS:
            self._count.setText(self.tr("the first {count} places").format(count=count))
        else:
            self._count.setText(self.tr("{count} found").format(count=count))

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme.muted, 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps on, with Shift back; Esc closes."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if is_back else 1)
        elif key == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _on_next(self) -> None:
        self.stepped.emit(1)

    def _on_previous(self) -> None:
        self.stepped.emit(-1)
