"""Opens pages of entities, asks the library for what they show, and goes where they lead."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication

from usjp_reader.config.messages import explained
from usjp_reader.domain.errors import ArticleNotFoundError
from usjp_reader.domain.naming import NAMING_NOUNS
from usjp_reader.gui.entity.window import LEAST, USUAL, EntityWindow
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.changes import Change
    from usjp_reader.domain.entity_pages import EntityPage, MentionInContext, MentionLines
    from usjp_reader.domain.errors import UsjpError
    from usjp_reader.gui.reader.pane import ReaderPane
    from usjp_reader.gui.session import Session

_LINES = 100
"""Mentions that are asked for at once: some screens of them."""
_LONGEST = 50
"""Pages that "Back" leads through."""
_HIDDEN = 0.2
"""Share of the text that the page may cover without being in the way."""
_CHANNEL, _LINES_CHANNEL = "entity-page", "entity-mentions"


class EntityPages(QObject):
    """The one page that is open beside a window, and those that were open before it."""

    filter_requested = Signal(str)
    """Only articles that mention the entity with this id."""

    def __init__(self, session: Session, reader: ReaderPane, beside: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self._reader = reader
        self._beside = beside
        self._theme = LIGHT
        self._trail: list[str] = []
        self.window: EntityWindow | None = None
        reader.page_requested.connect(self.open)
        reader.mentions_requested.connect(partial(self.open, at_mentions=True))
        session.article_closed.connect(self._show_article)
        session.article_opened.connect(self._show_article)
        session.article_changed.connect(self._show_article)
        session.library_opened.connect(self.close)
        session.work_changed.connect(self._on_work_changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        if self.window is not None:
            self.window.set_theme(theme)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What its action does."""
        return {"entity-page": self.open_meant}

    # -- opening ---------------------------------------------------------------------------------

    def open_meant(self) -> None:
        """Open the page of whom the name on the card, or at the caret, means."""
        span = self._reader.naming.meant()
        mention = self._reader.naming.mention_of(span) if span is not None else None
        if mention is None:
            self._session.said.emit(self.tr("Click on a name first."))
        elif mention.entity is None:
            words = self.tr("Nothing is known of “{name}”. Press e to say whom it means.")
            self._session.said.emit(words.format(name=mention.text))
        else:
            self.open(mention.entity)

    def open(self, entity: str, *, at_mentions: bool = False) -> None:
        """Open the page of an entity, in the window that is open already if there is one."""
        self._ask(entity, partial(self._show_new, at_mentions=at_mentions))

    def back(self) -> None:
        """Open the page that was open before."""
        if len(self._trail) > 1:
            self._ask(self._trail[-2], self._show_before)

    def reload(self) -> None:
        """Ask for the open page again, as after an import."""
        if self.window is not None and self._trail:
            self._ask(self._trail[-1], self._show_again)

    def close(self) -> None:
        """Close the page."""
        if self.window is not None:
            self.window.close()

    def _ask(self, entity: str, show: Callable[[EntityPage], None]) -> None:
        if not self._session.has_library:
            return
        library, order = self._session.library, self._session.settings.name_order
        self._session.jobs.run(
            lambda _: library.entity_page(entity, order), show, self._on_error, channel=_CHANNEL
        )

    def _on_error(self, error: UsjpError) -> None:
        self._session.said.emit(explained(error))

    # -- showing ---------------------------------------------------------------------------------

    def _show_new(self, page: EntityPage, *, at_mentions: bool = False) -> None:
        if not self._trail or self._trail[-1] != page.id:
            self._trail = [*self._trail, page.id][-_LONGEST:]
        self._show(page)
        if at_mentions and self.window is not None:
            self.window.show_mentions()

    def _show_before(self, page: EntityPage) -> None:
        self._trail.pop()
        self._show(page)

    def _show_again(self, page: EntityPage) -> None:
        if self.window is not None and page != self.window.page:
            self._trail[-1] = page.id  # it may have been merged meanwhile
            self._fill(self.window, page)

    def _show(self, page: EntityPage) -> None:
        window = self.window or self._made_window()
        self._reader.cards.dismiss()
        self._fill(window, page)
        window.show()
        window.about.setFocus()
        window.raise_()
        window.activateWindow()

    def _fill(self, window: EntityWindow, page: EntityPage) -> None:
        self._session.jobs.cancel(_LINES_CHANNEL)
        window.show_page(page, can_go_back=len(self._trail) > 1)
        self._show_article()

    def _made_window(self) -> EntityWindow:
        self.window = window = EntityWindow(self._theme)
        window.back_requested.connect(self.back)
        window.closed.connect(self._on_closed)
        window.filter_requested.connect(self._filter)
        window.followed.connect(self.open)
        window.id_requested.connect(self._copy)
        window.mention_opened.connect(self._go_to)
        window.mentions_wanted.connect(self._fetch)
        size = self._session.settings.window.get("entity_page")
        if isinstance(size, list) and len(size) == 2 and all(type(n) is int for n in size):
            window.resize(QSize(*size).expandedTo(LEAST))
        window.resize(window.size().boundedTo(self._beside.screen().availableSize()))
        # Over the filters and the list: the text that is being read stays in sight.
        window.move(self._beside.frameGeometry().topLeft() + QPoint(24, 72))
        return window

    def _on_closed(self) -> None:
        window, self.window, self._trail = self.window, None, []
        for channel in (_CHANNEL, _LINES_CHANNEL):
            self._session.jobs.cancel(channel)
        if window is None:
            return
        size = [window.width(), window.height()]
        if size != self._session.settings.window.get("entity_page", [*USUAL.toTuple()]):
            self._session.change_settings(
                lambda s: replace(s, window={**s.window, "entity_page": size})
            )
        window.deleteLater()

    def _show_article(self) -> None:
        if self.window is not None:
            article = self._session.article
            self.window.show_article(article.published if article is not None else None)

    def _on_work_changed(self, change: Change) -> None:
        if any(item.noun in NAMING_NOUNS for item in change.items):
            self.reload()

    # -- what is done on the page ----------------------------------------------------------------

    def _fetch(self, skipped: int) -> None:
        """Read the next mentions; those of a page that is no longer open are dropped."""
        if self.window is None or self.window.page is None:
            return
        library, entity = self._session.library, self.window.page.id
        self._session.jobs.run(
            lambda cancel: library.mentions_of(entity, skipped, _LINES, cancel),
            self._add,
            channel=_LINES_CHANNEL,
        )

    def _add(self, lines: MentionLines) -> None:
        if self.window is not None:
            self.window.add_mentions(lines)

    def _go_to(self, line: MentionInContext) -> None:
        """Show a mention in its article; "Back" in the window leads to where the reader was.

        The page stays in front as long as the text can be seen beside it: whoever goes through
        mentions wants the next one soon.
        """
        try:
            self._session.open_article(line.article.uid, line.span)
        except ArticleNotFoundError as error:
            self._session.said.emit(explained(error))
            return
        self._reader.cards.dismiss()
        if self.is_in_the_way:
            self._to_front()

    @property
    def is_in_the_way(self) -> bool:
        """Whether the page hides much of the text; else it stays to be gone on with."""
        if self.window is None:
            return False
        corner = self._reader.mapToGlobal(QPoint(0, 0))
        text = QRect(corner, self._reader.size())
        hidden = text.intersected(self.window.frameGeometry())
        return hidden.width() * hidden.height() > _HIDDEN * text.width() * text.height()

    def _filter(self, entity: str) -> None:
        self.filter_requested.emit(entity)
        self._to_front()

    def _to_front(self) -> None:
        window = self._beside.window()
        window.raise_()
        window.activateWindow()

    def _copy(self, entity: str) -> None:
        QGuiApplication.clipboard().setText(entity)
        self._session.said.emit(self.tr("Copied: {id}").format(id=entity))
