"""The list, or what is said in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from usjp_reader.gui.articles.empty import Drop, EmptyState
from usjp_reader.gui.articles.view import ArticleView
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from usjp_reader.gui.articles.pages import Pages


class ArticlePane(QStackedWidget):
    """`view` while there are rows, `empty` otherwise; their signals are theirs."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ArticleView(theme, self)
        self.empty = EmptyState(self)
        self.addWidget(self.view)
        self.addWidget(self.empty)
        self.setFocusProxy(self.view)

    def show_pages(
        self, pages: Pages, drops: Sequence[Drop] = (), *, is_same: bool = False
    ) -> None:
        """Show a list.

        Args:
            pages: Its rows.
            drops: The conditions of the query; without any, an empty list is an empty library.
            is_same: It is the list that is shown, found again: nothing is to jump.
        """
        self.view.set_pages(pages, is_same=is_same)
        if len(pages):
            with self.view.quiet():  # a list that gets the focus makes its first row current
                self.setCurrentWidget(self.view)
            return
        if drops:
            self.empty.say_nothing_found(drops)
        else:
            self.empty.say_empty_library()
        self.setCurrentWidget(self.empty)

    def show_problem(self, heading: str, words: str = "") -> None:
        """Say in place of the list why there is none."""
        self.empty.say(heading, words)
        self.setCurrentWidget(self.empty)

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.view.set_theme(theme)
