"""A line to type into whose Enter is its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class TypedLine(QLineEdit):
    """A line that says `returnPressed` and lets nothing behind it hear of the key.

    Qt's own passes Enter on to what it stands in: a dialog would close, a text behind scroll.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
