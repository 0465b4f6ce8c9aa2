"""The small panel beside a name: whom it means, and how far that is said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QPushButton, QToolButton, QVBoxLayout

from usjp_reader.domain.naming import NO_NAME, NOBODY, Reach
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.naming.picker import EntityPicker
from usjp_reader.gui.naming.words import everywhere_words, stands_words
from usjp_reader.gui.reader.floating import FloatingCard, plain_label
from usjp_reader.gui.reader.line_words import shortened
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from usjp_reader.gui.theme.themes import Theme
    from usjp_reader.library.name_choices import NameChoice

WIDTH = 430


class NamePanel(FloatingCard):
    """Shows who may be meant; says what the reader chose. Esc closes."""

    chosen = Signal(str)
    """An id, `NOBODY` or `NO_NAME`."""
    entry_wanted = Signal(str)
    """Somebody is to be entered whom nobody knows; with what was typed."""
    taken_back = Signal()
    """What was said of these words is taken back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._present = ""
        self._label = plain_label()
        self._label.setFont(scaled(self.font(), 1.06, QFont.Weight.DemiBold))
        self.picker = EntityPicker()
        self.picker.chosen.connect(self.chosen)
        self.picker.missed.connect(self._on_missed)
        self._reaches = QButtonGroup(self)
        self.reaches = {
            Reach.HERE: self._reach(self.tr("This place")),
            Reach.ARTICLE: self._reach(self.tr("This article")),
            Reach.EVERYWHERE: self._reach(everywhere_words(None)),
        }
        self.reaches[Reach.ARTICLE].setChecked(True)
        self.entry = self._link(self.tr("New entry…"), self._on_entry)
        self.nobody = self._link(self.tr("Nobody known"), partial(self.chosen.emit, NOBODY))
        self.no_name = self._link(self.tr("Not a name"), partial(self.chosen.emit, NO_NAME))
        self.back = self._link(self.tr("As the program finds it"), self.taken_back.emit)
        self._arrange()

    def _reach(self, words: str) -> QToolButton:
        button = with_look(QToolButton(), "flat")
        button.setText(words)
        button.setCheckable(True)
        self._reaches.addButton(button)
        return button

    def _link(self, words: str, slot: Callable[[], object]) -> QPushButton:
        button = with_look(QPushButton(words), "link")
        button.setAutoDefault(False)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _checked: slot())
        return button

    def _arrange(self) -> None:
        reaches, links = FlowLayout(gap=4), FlowLayout(gap=10, row_gap=2)
        for reach in self.reaches.values():
            reaches.addWidget(reach)
        for link in (self.entry, self.nobody, self.no_name, self.back):
            links.addWidget(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(7)
        column.addWidget(self._label)
        column.addWidget(self.picker)
        column.addLayout(reaches)
        column.addLayout(links)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.picker.set_theme(theme)

    @property
    def label(self) -> str:
        """What stands above the line."""
        return self._label.text()

    @property
    def reach(self) -> Reach:
        """How far the reader's word is to reach."""
        return next(reach for reach, button in self.reaches.items() if button.isChecked())

    @property
    def tallest(self) -> int:
        """Pixels that it may take once it is known who may be meant."""
        layout, width = self.layout(), self.minimumWidth()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        return height + self.picker.room_to_grow

    def show_words(self, words: str, present: str, *, is_corrected: bool) -> None:
        """Ask of other words; `show_beside` brings it up.

        Args:
            words: As they stand in the text.
            present: The id of whom they mean now, or "".
            is_corrected: Whether the reader said something of them already.
        """
        self._present = present
        self._label.setText(self.tr("Whom does “{words}” mean?").format(words=shortened(words)))
        self.picker.begin(self.tr("Looking for who is called so…"))
        self.show_count(None)
        self.back.setVisible(is_corrected)
        self.setFixedWidth(self.width_at_most(WIDTH))

    def show_choices(self, choices: Sequence[NameChoice]) -> None:
        """Show who may be meant."""
        nobody = self.tr("Nobody that is known is called so. Enter makes a new entry.")
        if not self.picker.line.text().strip():
            nobody = self.tr("Nobody that is known is called so: type another name.")
        self.picker.show_choices(choices, self._present, nobody)
        self.fit_again()

    def show_count(self, articles: int | None) -> None:
        """Say in how many articles the words stand."""
        everywhere = self.reaches[Reach.EVERYWHERE]
        everywhere.setText(everywhere_words(articles))
        everywhere.setToolTip("" if articles is None else stands_words(articles))
        self.fit_again()

    def focus_line(self) -> None:
        """Let a name be typed."""
        self.picker.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_entry(self) -> None:
        self.entry_wanted.emit(self.picker.line.text().strip())

    def _on_missed(self, typed: str) -> None:
        if typed:
            self.entry_wanted.emit(typed)
