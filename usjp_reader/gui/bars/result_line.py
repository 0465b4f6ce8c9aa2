"""The line above the list: how many articles, how many unread, and in what order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from usjp_reader.domain.queries import Sort
from usjp_reader.gui.articles.plain import articles_words, grouped, menu_text, plain_label
from usjp_reader.gui.filters.block import link_button
from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


class ResultLine(QWidget):
    """Counts at the left, order at the right."""

    sort_changed = Signal(object)
    """The `Sort` the reader chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sort = Sort.NEWEST
        self._words = {
            Sort.NEWEST: self.tr("Newest first"),
            Sort.OLDEST: self.tr("Oldest first"),
            Sort.RELEVANCE: self.tr("Most relevant first"),
            Sort.SOURCE: self.tr("By source"),
            Sort.LONGEST: self.tr("Longest first"),
        }
        self._counts: QLabel = plain_label("", "muted")
        self._counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._actions: dict[Sort, QAction] = {}
        self._button = self._made_button()
        with_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 8, 6)
        layout.addWidget(self._counts, 1)
        layout.addWidget(self._button)
        self.set_sort(Sort.NEWEST)

    def _made_button(self) -> QToolButton:
        button = link_button("", self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for sort, words in self._words.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(partial(self._on_sort, sort))
            group.addAction(action)
            self._actions[sort] = action
        button.setMenu(menu)
        return button

    @property
    def words(self) -> str:
        """What is said at the left."""
        return self._counts.text()

    def set_counts(
        self,
        total: int,
        unread: int | None = None,
        *,
        stories: int = 0,
        at_least: bool = False,
    ) -> None:
        """Say how many articles there are.

        Args:
            total: Articles of the list.
            unread: How many of them are unread, or None while nobody knows.
            stories: How many stories these articles tell; not said where each tells its own.
            at_least: There are more than `total`; the exact number is being counted.
        """
        words = articles_words(total, at_least=at_least)
        if 0 < stories < total:
            told = self.tr("1 story") if stories == 1 else self.tr("{n} stories")
            words += " · " + told.format(n=grouped(stories))
        if unread is not None and total:
            words += " · " + self.tr("{n} unread").format(n=grouped(unread))
        self._counts.setText(words)

    def set_busy(self) -> None:
        """Say that the answer is on its way."""
        self._counts.setText(self.tr("Searching…"))

    def set_sort(self, sort: Sort, *, with_relevance: bool = True) -> None:
        """Show the order; relevance can be chosen only while there are words to be relevant to."""
        self._sort = sort
        self._button.setText(menu_text(self._words[sort]) + " ▾")
        self._button.setAccessibleName(self.tr("Order: {order}").format(order=self._words[sort]))
        self._actions[sort].setChecked(True)
        self._actions[Sort.RELEVANCE].setEnabled(with_relevance)

    def _on_sort(self, sort: Sort, _checked: bool = False) -> None:
        if sort is not self._sort:
            self.set_sort(sort, with_relevance=self._actions[Sort.RELEVANCE].isEnabled())
            self.sort_changed.emit(sort)
        self._button.setFocus(Qt.FocusReason.PopupFocusReason)
