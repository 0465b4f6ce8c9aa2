"""Joins the session with what finds articles: sidebar, search box, chips, list. No layout."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from usjp_reader.domain.corrections import NOUNS
from usjp_reader.domain.queries import ArticleQuery, FacetChoice, Flag, Sort
from usjp_reader.gui.articles.empty import Drop
from usjp_reader.gui.articles.plain import articles_words
from usjp_reader.gui.filters.choices import ChoiceNames, chip_words, choices_of, cleared, without
from usjp_reader.knowledge.eras import periodisations

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.changes import Change
    from usjp_reader.domain.queries import Counts
    from usjp_reader.gui.articles.pane import ArticlePane
    from usjp_reader.gui.bars.chips import ChipsBar
    from usjp_reader.gui.bars.result_line import ResultLine
    from usjp_reader.gui.bars.search_box import SearchBox
    from usjp_reader.gui.filters.sidebar import Sidebar
    from usjp_reader.gui.session import ResultPages, Session


class Browsing(QObject):
    """Serves the panes with which articles are found."""

    details_requested = Signal(object)
    """The details of these articles (a tuple of uids) are wanted."""
    dates_accepted = Signal(object)
    """The dates of these articles are right."""

    def __init__(
        self,
        session: Session,
        names: ChoiceNames,
        sidebar: Sidebar,
        search: SearchBox,
        chips: ChipsBar,
        line: ResultLine,
        pane: ArticlePane,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._names = names
        self._sidebar = sidebar
        self._search = search
        self._chips = chips
        self._line = line
        self._pane = pane
        self._shown: ArticleQuery | None = None
        self._stories = 0
        sidebar.set_periodisations(periodisations())
        self._connect_session()
        self._connect_panes()

    def _connect_session(self) -> None:
        self._session.article_opened.connect(self._on_article_opened)
        self._session.library_opened.connect(self._on_library_opened)
        self._session.counts_arrived.connect(self._on_counts)
        self._session.query_changed.connect(self._on_query)
        self._session.result_arrived.connect(self._on_result)
        self._session.work_changed.connect(self._on_work_changed)

    def _connect_panes(self) -> None:
        self._chips.cleared.connect(self.clear)
        self._chips.removed.connect(self.drop)
        self._line.sort_changed.connect(self._on_sort)
        self._pane.empty.clear_requested.connect(self.clear)
        self._pane.empty.drop_requested.connect(self.drop)
        self._pane.view.article_chosen.connect(self._session.open_article)
        self._pane.view.article_opened.connect(self._session.open_article)
        self._pane.view.context_requested.connect(self._show_menu)
        self._pane.view.star_clicked.connect(self.toggle_star)
        self._search.left.connect(self._pane.view.setFocus)
        self._search.words_changed.connect(self._on_words)
        self._sidebar.query_changed.connect(self._session.ask)

    # -- what the reader asks --------------------------------------------------------------------

    def drop(self, choice: object) -> None:
        """Take one condition out of the query."""
        self._session.ask(without(self._session.query, choice))  # type: ignore[arg-type]

    def clear(self) -> None:
        """Ask for all articles."""
        self._session.ask(cleared(self._session.query))

    def only_entity(self, entity: str) -> None:
        """Ask for the articles that mention an entity as well."""
        facet = self._session.library.facet_of(entity)
        choice = FacetChoice(facet, entity)
        self._names.name_labels({(facet, entity): self._session.library.label(entity)})
        if choice not in self._session.query.facets:
            self._session.ask(self._session.query.toggled(choice))

    def toggle_fold(self) -> None:
        """Show one version of each story only, or all of them again; it is remembered."""
        folded = not self._session.query.folded
        self._session.change_settings(
            lambda s: replace(s, window={**s.window, "fold_stories": folded})
        )
        self._session.ask(replace(self._session.query, folded=folded))

    def _on_words(self, words: str) -> None:
        query = replace(self._session.query, words=words)
        if words.strip() and not self._session.query.words.strip():
            query = replace(query, sort=Sort.NEWEST)
        self._session.ask(query)

    def _on_sort(self, sort: Sort) -> None:
        self._session.ask(replace(self._session.query, sort=sort))

    # -- what the library answers ----------------------------------------------------------------

    def _on_library_opened(self) -> None:
        self._shown = None

    def _on_query(self, query: ArticleQuery) -> None:
        self._sidebar.set_query(query)
        self._search.set_words(query.words)
        self._chips.set_query(query)
        self._line.set_sort(query.sort, with_relevance=bool(query.words.strip()))

    def _on_result(self, pages: ResultPages) -> None:
        here = self._session.trail.here
        query, before = pages.result.query, self._shown
        self._shown = query
        self._stories = pages.result.stories
        self._line.set_counts(pages.result.articles, stories=self._stories)
        drops = self._drops(query) if query.is_filtered else ()
        self._pane.show_pages(pages, drops, is_same=query == before)
        if here and (query != before or self._pane.view.current_uid is None):
            self._pane.view.show_current(here)
        elif len(pages) and not here:
            self._open_first(pages)
        if not len(pages) and Flag.REVIEW in query.flags:
            self._say_reviewed()
        elif not len(pages) and query.is_filtered:
            self._count_drops(query)

    def _say_reviewed(self) -> None:
        words = self.tr("Every date here is stated, narrow and sure, or confirmed by you.")
        self._pane.show_problem(self.tr("Nothing left to review"), words)

    def _open_first(self, pages: ResultPages) -> None:
        """Open what was open last time, else the first article of the list."""
        last = self._session.last_article
        known = last and last in self._session.library.headings([last])
        self._session.open_article(last if known else pages.rows(0, 1)[0].uid)

    def _on_counts(self, counts: Counts) -> None:
        self._names.learn(counts)
        self._chips.refresh_names()
        self._sidebar.set_counts(counts, counts.library)
        unread = counts.flags.get(Flag.UNREAD)
        self._line.set_counts(counts.total, unread, stories=self._stories)

    def _drops(self, query: ArticleQuery) -> list[Drop]:
        return [Drop(c, chip_words(c, query, self._names)) for c in choices_of(query)]

    def _count_drops(self, query: ArticleQuery) -> None:
        """How many articles would be found without each condition, once somebody has counted."""
        library, choices = self._session.library, choices_of(query)

        def counted(counts: list[int]) -> None:
            if self._session.query == query:
                words = (chip_words(choice, query, self._names) for choice in choices)
                drops = [Drop(c, w, n) for c, w, n in zip(choices, words, counts, strict=True)]
                self._pane.empty.say_nothing_found(drops)

        self._session.jobs.run(
            lambda _: [len(library.find(without(query, choice))) for choice in choices],
            counted,
            channel="drops",
        )

    def _on_article_opened(self, article: Article) -> None:
        self._pane.view.show_current(article.uid)

    def _on_work_changed(self, change: Change) -> None:
        """Show what is said of articles; after corrections the whole list is found again."""
        if any(item.noun in NOUNS for item in change.items):
            return
        values = (item.before or item.after or {} for item in change.items)
        for uid in {str(value.get("article", "")) for value in values}:
            self._pane.view.refresh_row(uid)

    # -- one article -----------------------------------------------------------------------------

    def toggle_star(self, uid: str = "") -> None:
        """Star an article, or take its star away; the open one unless another is named."""
        self._toggle("starred", uid)

    def toggle_read(self, uid: str = "") -> None:
        """Mark an article as unread, or as read; the open one unless another is named."""
        self._toggle("read", uid)

    def _toggle(self, flag: str, uid: str) -> None:
        uid = uid or self._session.trail.here
        if uid:
            library = self._session.library
            article = library.article(uid)
            on = not library.work.has_flag(uid, flag)
            self._session.follow(library.marking.set_flag(article, flag, on=on))

    def _show_menu(self, uid: str, where: QPoint) -> None:
        """What may be done with one article of the list."""
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        flags = self._session.library.work.has_flag
        starred, read = flags(uid, "starred"), flags(uid, "read")
        menu.addAction(self.tr("Open"), partial(self._session.open_article, uid))
        star = self.tr("Take the star away") if starred else self.tr("Star")
        menu.addAction(star, partial(self.toggle_star, uid))
        words = self.tr("Mark as unread") if read else self.tr("Mark as read")
        menu.addAction(words, partial(self.toggle_read, uid))
        menu.addSeparator()
        self._offer_corrections(menu, uid)
        menu.popup(where)

    def _offer_corrections(self, menu: QMenu, uid: str) -> None:
        """What may be corrected in one article, or in all that are selected with it."""
        selected = self._pane.view.selected_uids()
        uids = selected if uid in selected else (uid,)
        details, accept = self.tr("Details…"), self.tr("Accept the date")
        if len(uids) > 1:
            articles = articles_words(len(uids))
            details = self.tr("Details of {articles}…").format(articles=articles)
            accept = self.tr("Accept the dates of {articles}").format(articles=articles)
        menu.addAction(details, partial(self.details_requested.emit, uids))
        menu.addAction(accept, partial(self.dates_accepted.emit, uids))

    def next_article(self) -> None:
        """Open the next article of the list."""
        self._pane.view.select_next()

    def previous_article(self) -> None:
        """Open the article before."""
        self._pane.view.select_previous()

    def next_unread(self) -> None:
        """Open the next article of the list that was not read; say so where there is none."""
        view = self._pane.view
        for row in range(view.currentIndex().row() + 1, view.articles.rowCount()):
            found = view.articles.article(row)
            if found is not None and found.is_unread:
                view.select_row(row)
                return
        self._session.said.emit(self.tr("There is no unread article further down."))
