"""All keys of the window on one sheet, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.dialogs.frame import framed
from usjp_reader.gui.filters.block import heading_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

Groups: TypeAlias = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""(group, ((action, keys), …)), as `gui.actions.shortcut_sheet` gives them."""


class ShortcutSheet(QDialog):
    """Groups in two columns; a text box leaves only the lines that match."""

    def __init__(self, groups: Groups, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = framed(self, self.tr("Keyboard shortcuts"))
        self._lines: list[tuple[QWidget, str]] = []
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(self.tr("Find an action or a key"))
        self._edit.setAccessibleName(self._edit.placeholderText())
        self._edit.textChanged.connect(self._on_text)
        layout.addWidget(self._edit)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._columns(groups))
        layout.addWidget(area, 1)
        self.resize(720, 560)

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines that are shown, as "action keys"."""
        return tuple(words for line, words in self._lines if not line.isHidden())

    def find_lines(self, words: str) -> None:
        """Leave only the lines that hold `words`."""
        self._edit.setText(words)

    def _columns(self, groups: Groups) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 4, 10, 4)
        row.setSpacing(36)
        columns = (QVBoxLayout(), QVBoxLayout())
        heights = [0, 0]
        for title, lines in groups:
            if lines:
                shorter = heights.index(min(heights))
                columns[shorter].addWidget(self._group(title, lines))
                heights[shorter] += len(lines) + 2
        for column in columns:
            column.setSpacing(6)
            column.addStretch(1)
            row.addLayout(column, 1)
        return inside

    def _group(self, title: str, lines: tuple[tuple[str, str], ...]) -> QWidget:
        box = QWidget()
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 12)
        grid.setVerticalSpacing(5)
        heading = plain_label(title, "muted")
        heading.setFont(heading_font(self.font()))
        grid.addWidget(heading, 0, 0, 1, 2)
        for number, (action, keys) in enumerate(lines, 1):
            self._add_line(grid, number, action, keys)
        grid.setColumnStretch(0, 1)
        return box

    def _add_line(self, grid: QGridLayout, row: int, action: str, keys: str) -> None:
        label: QLabel = plain_label(action)
        shown = plain_label(keys, "muted")
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label, row, 0)
        grid.addWidget(shown, row, 1)
        words = f"{action} {keys}"
        self._lines += [(label, words), (shown, words)]

    def _on_text(self, text: str) -> None:
        words = text.strip().casefold()
        for line, said in self._lines:
            line.setVisible(words in said.casefold())
