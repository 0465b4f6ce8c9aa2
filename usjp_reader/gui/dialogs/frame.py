"""What all dialogs share: margins, a heading, a row of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout

from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QPushButton, QWidget

Button = QDialogButtonBox.StandardButton
Role = QDialogButtonBox.ButtonRole


def framed(dialog: QDialog, title: str, heading: str = "") -> QVBoxLayout:
    """Title a dialog; the column in which its parts are laid out, below the heading."""
    dialog.setWindowTitle(title)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 20, 24, 18)
    layout.setSpacing(12)
    if heading:
        layout.addWidget(heading_label(heading, dialog))
    return layout


def heading_label(words: str, beside: QWidget) -> QLabel:
    """A heading, somewhat larger than the font of the widget it stands in."""
    label = plain_label(words, wraps=True)
    label.setFont(scaled(beside.font(), 1.25))
    return label


def small_label(words: str, beside: QWidget) -> QLabel:
    """Words of second rank, somewhat smaller than the font of the widget they stand in."""
    label = plain_label(words, "muted", wraps=True)
    label.setFont(scaled(beside.font(), 0.93))
    return label


def selectable(label: QLabel) -> QLabel:
    """Let the words of a label be copied."""
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def fit(dialog: QDialog, width: int) -> None:
    """Make a dialog as tall as its wrapped words need at a width."""
    layout = dialog.layout()
    height = layout.totalHeightForWidth(width) if layout and layout.hasHeightForWidth() else -1
    dialog.resize(width, max(height, dialog.sizeHint().height() if height < 0 else 0))


def row_of(*buttons: QPushButton) -> QHBoxLayout:
    """Buttons at the right, the last one the one that goes on."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
