"""The head of an entity's page: its names, what it was, when, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from usjp_reader.gui.articles.plain import articles_words
from usjp_reader.gui.dialogs.frame import selectable
from usjp_reader.gui.entity.words import existence_words
from usjp_reader.gui.reader.floating import plain_label
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.marks import mark_colours, type_word
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from usjp_reader.domain.entity_pages import EntityPage


class PageHead(QWidget):
    """Says who or what the page is about."""

    back_requested = Signal()
    filter_requested = Signal(str)
    """Only articles that mention the entity with this id."""
    id_requested = Signal(str)
    """This id is to be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._page: EntityPage | None = None
        self._type = plain_label()
        self._name = selectable(plain_label())
        self._other = selectable(plain_label("muted"))
        self._note = plain_label("muted")
        self._description = selectable(plain_label())
        self._life = plain_label("muted")
        self.back = QPushButton(self.tr("‹ Back"))
        self.filter = QPushButton(self.tr("Filter by this"))
        self.copy = QPushButton(self.tr("Copy id"))
        self._arrange()
        self.back.clicked.connect(self.back_requested)
        self.filter.clicked.connect(self._on_filter)
        self.copy.clicked.connect(self._on_copy)

    def _arrange(self) -> None:
        self._type.setFont(scaled(self.font(), 0.84, QFont.Weight.Bold))
        self._name.setFont(scaled(self.font(), 1.5, QFont.Weight.DemiBold))
        self._other.setFont(scaled(self.font(), 1.2))
        self.back.setToolTip(self.tr("The page before (Alt+Left)"))
        self.filter.setToolTip(self.tr("Only articles that mention this"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.filter, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 10)
        column.setSpacing(4)
        for label in self._labels():
            column.addWidget(label)
        column.addSpacing(6)
        column.addLayout(buttons)

    def _labels(self) -> tuple[QLabel, ...]:
        return self._type, self._name, self._other, self._note, self._description, self._life

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        if self._page is not None:
            self._colour(self._page)

    def show_page(self, page: EntityPage, *, can_go_back: bool) -> None:
        """Show who or what a page is about."""
        self._page = page
        own = self.tr("entered by you") if page.is_own else ""
        told = (type_word(page.type), own, articles_words(page.articles))
        self._type.setText(" · ".join(filter(None, told)).upper())
        self._name.setText(page.name)
        note = self.tr("Its name is disputed: all names stand in alphabetical order.")
        _show_or_hide(self._other, page.name_ja)
        _show_or_hide(self._note, note if page.is_disputed else "")
        _show_or_hide(self._description, page.description)
        _show_or_hide(self._life, existence_words(page))
        self.copy.setToolTip(page.id)
        self.filter.setEnabled(page.articles > 0)
        self.back.setVisible(can_go_back)
        self._colour(page)

    def words(self) -> str:
        """All that it says, a line each."""
        return "\n".join(label.text() for label in self._labels() if not label.isHidden())

    def _colour(self, page: EntityPage) -> None:
        palette = self._type.palette()
        palette.setColor(self._type.foregroundRole(), mark_colours(self._theme).entities[page.type])
        self._type.setPalette(palette)

    def _on_filter(self) -> None:
        if self._page is not None:
            self.filter_requested.emit(self._page.id)

    def _on_copy(self) -> None:
        if self._page is not None:
            self.id_requested.emit(self._page.id)


def section_label(words: str, beside: QWidget) -> QLabel:
    """The heading of a part of the page."""
    label = with_look(plain_label(), "heading")
    label.setText(words.upper())
    label.setFont(scaled(beside.font(), 0.84, QFont.Weight.Bold))
    return label


def _show_or_hide(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
