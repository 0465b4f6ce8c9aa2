"""What is said where a list would be empty: which filter stands in the way, or how to begin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from usjp_reader.gui.articles.plain import articles_words, menu_text, plain_label, tooltip
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Drop:
    """A condition that could be dropped.

    Attributes:
        choice: The condition, given back as it is.
        words: What its chip says.
        would_find: Articles that would then be found, or None where nobody counted.
    """

    choice: object
    words: str
    would_find: int | None = None


class EmptyState(QWidget):
    """A few centred lines with buttons."""

    drop_requested = Signal(object)
    """The `choice` of a `Drop`."""
    clear_requested = Signal()
    folder_requested = Signal()
    """Import a folder."""
    files_requested = Signal()
    """Import files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading: QLabel = plain_label("", wraps=True)
        self._words: QLabel = plain_label("", "muted", wraps=True)
        self._buttons = QWidget()
        self._column = QVBoxLayout(self._buttons)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(6)
        layout.addStretch(2)
        for part in (self._heading, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        layout.addWidget(self._buttons)
        layout.addStretch(3)

    @property
    def words(self) -> str:
        """Everything it says, without the buttons."""
        return f"{self._heading.text()}\n{self._words.text()}"

    def say_nothing_found(self, drops: Sequence[Drop]) -> None:
        """Say that the conditions together find nothing, and offer to drop each of them."""
        self._say(
            self.tr("No article matches"),
            self.tr("These filters together find nothing. Drop one:")
            if len(drops) > 1
            else self.tr("This filter finds nothing here."),
        )
        ranked = sorted(drops, key=lambda drop: -(drop.would_find or 0))
        for drop in ranked:
            self._add_drop(drop)
        if len(drops) > 1:
            self._add(self.tr("Clear all filters"), self.clear_requested.emit)

    def say_empty_library(self) -> None:
        """Say that there is nothing yet, and how to begin."""
        self._say(
            self.tr("This library is empty"),
            self.tr(
                "Import a folder of articles. The files stay where they are; "
                "the library keeps a copy of each."
            ),
        )
        self._add(self.tr("Import folder…"), self.folder_requested.emit, is_default=True)
        self._add(self.tr("Import files…"), self.files_requested.emit)

    def say(self, heading: str, words: str = "") -> None:
        """Say something else: that a search failed, and why."""
        self._say(heading, words)

    def _say(self, heading: str, words: str) -> None:
        self._heading.setFont(scaled(self.font(), 1.15))
        self._heading.setText(heading)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        while (item := self._column.takeAt(0)) is not None:
            if row := item.widget():
                row.hide()
                row.deleteLater()

    def _add_drop(self, drop: Drop) -> None:
        name = drop.words if len(drop.words) <= _LONGEST else drop.words[: _LONGEST - 1] + "…"
        words = name
        if drop.would_find is not None:
            words = self.tr("Without {filter}: {articles}").format(
                filter=name, articles=articles_words(drop.would_find)
            )
        button = self._add(words, partial(self.drop_requested.emit, drop.choice))
        if drop.would_find is not None:
            button.setToolTip(
                tooltip(
                    self.tr("Without {filter}: {articles}").format(
                        filter=drop.words, articles=articles_words(drop.would_find)
                    )
                )
            )

    def _add(self, words: str, on_click: object, *, is_default: bool = False) -> QPushButton:
        button = QPushButton(menu_text(words))
        button.setDefault(is_default)
        button.clicked.connect(lambda _checked=False: on_click())  # type: ignore[operator]
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(button)
        layout.addStretch(1)
        self._column.addWidget(row)
        return button
