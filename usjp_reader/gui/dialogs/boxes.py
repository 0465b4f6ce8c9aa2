"""Message boxes that never read their text as markup."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def error_box(parent: QWidget | None, text: str, details: str = "") -> QMessageBox:
    """A box that says what went wrong.

    Args:
        parent: The window it belongs to.
        text: What the reader can understand and act on.
        details: More, shown smaller, or "".
    """
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.applicationName() or "USJP Reader")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(details)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box


def show_error(parent: QWidget | None, text: str, details: str = "") -> QMessageBox:
    """Say what went wrong, without waiting for the answer; the box closes itself."""
    box = error_box(parent, text, details)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
