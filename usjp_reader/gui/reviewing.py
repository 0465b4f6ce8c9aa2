"""The review of dates: a mode of list and reader, in which each accepted date leads to the next.

It is a query like any other, the one for what is to be reviewed; it ends when that is left.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from usjp_reader.domain.queries import ArticleQuery, Flag
from usjp_reader.gui.filters.choices import cleared

if TYPE_CHECKING:
    from collections.abc import Callable

    from usjp_reader.domain.articles import Article
    from usjp_reader.gui.articles.pane import ArticlePane
    from usjp_reader.gui.bars.review_bar import ReviewBar
    from usjp_reader.gui.correcting import Corrections
    from usjp_reader.gui.session import ResultPages, Session


class Reviewing(QObject):
    """Joins the session with the bar of the review and the list."""

    changed = Signal(bool)
    """The review began, or ended."""

    def __init__(
        self, session: Session, corrections: Corrections, bar: ReviewBar, pane: ArticlePane
    ) -> None:
        super().__init__(session)
        self._session = session
        self._corrections = corrections
        self._bar = bar
        self._pane = pane
        self._query = ArticleQuery()
        self._before = ArticleQuery()
        self._listed: ArticleQuery | None = None
        self._total = self._left = 0
        bar.hide()
        bar.editor.said.connect(self._on_said)
        bar.left.connect(self.end)
        bar.typing_ended.connect(pane.setFocus)
        bar.skipped.connect(self._go_on)
        bar.why_requested.connect(corrections.show_date)
        corrections.dated.connect(self._on_dated)
        session.article_changed.connect(self._on_article)
        session.article_opened.connect(self._on_article)
        session.query_changed.connect(self._on_query)
        session.result_arrived.connect(self._on_result)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of the review do."""
        return {"review": self.toggle, "type-date": self._type_date}

    @property
    def is_on(self) -> bool:
        """Whether dates are being reviewed."""
        return Flag.REVIEW in self._query.flags

    def toggle(self) -> None:
        """Review everything in the library, or end the review."""
        if self.is_on:
            self.end()
        else:
            self._session.ask(cleared(self._session.query).toggled(Flag.REVIEW))
            self._pane.setFocus()

    def end(self) -> None:
        """Show again what was shown before."""
        if self.is_on:
            before = replace(self._before, sort=self._query.sort)
            self._session.ask(before)
            self._pane.setFocus()

    def peel(self) -> bool:
        """End the review as Esc does, unless words were searched for in it."""
        is_top = self.is_on and self._query.words == self._before.words
        if is_top:
            self.end()
        return is_top

    # -- what the session tells ------------------------------------------------------------------

    def _on_query(self, query: ArticleQuery) -> None:
        was_on, before = self.is_on, self._query
        self._query = query
        if self.is_on != was_on:
            self._before = before
            self._bar.setVisible(self.is_on)
            self.changed.emit(self.is_on)

    def _on_result(self, pages: ResultPages) -> None:
        query = pages.result.query
        if Flag.REVIEW not in query.flags:
            if self._listed is not None:
                self._pane.setFocus()  # the list may have been away while nothing was left
            self._listed = None
            return
        begins, is_new = self._listed is None, query != self._listed
        self._listed, self._left = query, len(pages)
        self._total = self._left if is_new else max(self._total, self._left)
        view = self._pane.view
        if begins or (view.current_uid is None and not view.select_next()):
            view.select_row(0)  # past the end, those that were skipped come again
        self._show_place()

    def _on_article(self, article: Article) -> None:
        if self.is_on:
            self._bar.show_date(article.published)
            self._show_place()

    def _show_place(self) -> None:
        if self._listed is None:
            return
        if not self._left:
            self._bar.show_end(self._total)
            return
        row = self._pane.view.currentIndex().row()
        at = self._total - self._left + row + 1 if row >= 0 else 0
        self._bar.show_place(at, self._total)

    # -- what the reader does --------------------------------------------------------------------

    def _on_said(self, value: str | None) -> None:
        article = self._session.article
        if article is not None:
            self._pane.setFocus()
            self._corrections.say_date(article, value)

    def _on_dated(self) -> None:
        """A date was accepted or typed, wherever: on to the next one."""
        if self.is_on:
            self._go_on()

    def _go_on(self) -> None:
        self._pane.setFocus()
        self._pane.view.select_next()

    def _type_date(self) -> None:
        if self.is_on:
            self._bar.editor.focus_line()
        else:
            self._corrections.show_date(typing=True)
