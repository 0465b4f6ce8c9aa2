"""What the panes of one window share: the library, the query, the open article. No widgets.

Panes change it by its methods and hear of it by its signals; they do not know each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from usjp_reader.config import settings as settings_file
from usjp_reader.config.messages import explained
from usjp_reader.domain.corrections import NOUNS
from usjp_reader.domain.errors import LibraryError
from usjp_reader.domain.queries import ArticleQuery
from usjp_reader.gui.jobs import Lane
from usjp_reader.gui.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from usjp_reader.config.settings import Settings
    from usjp_reader.domain.articles import Article, ArticleRow
    from usjp_reader.domain.changes import Change
    from usjp_reader.domain.spans import Span
    from usjp_reader.gui.jobs import Jobs
    from usjp_reader.library import Library
    from usjp_reader.search.finder import Result


@dataclass(frozen=True)
class ResultPages:
    """A result as the rows of a list."""

    library: Library
    result: Result

    def __len__(self) -> int:
        return len(self.result)

    def rows(self, offset: int, limit: int) -> tuple[ArticleRow, ...]:
        """At most `limit` rows from `offset` on."""
        return self.library.rows(self.result, offset, limit)

    def uids(self, offset: int, limit: int) -> frozenset[str]:
        """The articles of at most `limit` rows from `offset` on, in no order."""
        return self.library.uids(self.result, offset, limit)


class Session(QObject):
    """The state of one window."""

    library_opened = Signal(object)
    """A `Library` is open now; the one before is closed."""
    query_changed = Signal(object)
    """The `ArticleQuery` that is asked now."""
    result_arrived = Signal(object)
    """`ResultPages` for the query."""
    counts_arrived = Signal(object)
    """`Counts` for the query."""
    article_opened = Signal(object, object)
    """An `Article` with the hits in it (a tuple of `Span`)."""
    article_changed = Signal(object, object)
    """The open `Article` is read otherwise now, its text being the same; with the hits in it."""
    article_closed = Signal()
    span_requested = Signal(object)
    """A `Span` of the open article is to be shown."""
    work_changed = Signal(object)
    """A `Change` to the reader's work is on the disk and can be found."""
    settings_changed = Signal(object)
    """The `Settings` as they are now."""
    trail_changed = Signal(object)
    """The `Trail` as it is now."""
    said = Signal(str)
    """A short message for the status bar."""

    failed = Signal(str)
    """A sentence that the window must show: something was not saved."""

    _replayed = Signal(object)
    _stored = Signal(object, object)

    def __init__(self, jobs: Jobs, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.settings = settings
        self.query = self._usual_query()
        self.trail = Trail()
        self.article: Article | None = None
        self._library: Library | None = None
        # The library tells of changes on a thread of its own: everybody hears of them on ours.
        self._replayed.connect(self._on_replayed, Qt.ConnectionType.QueuedConnection)
        self._stored.connect(self._on_stored, Qt.ConnectionType.QueuedConnection)

    # -- the library -----------------------------------------------------------------------------

    @property
    def library(self) -> Library:
        """The open library.

        Raises:
            RuntimeError: None is open: a pane was enabled too early.
        """
        if self._library is None:
            raise RuntimeError("no library is open")
        return self._library

    @property
    def has_library(self) -> bool:
        """Whether a library is open."""
        return self._library is not None

    def show_library(self, library: Library) -> None:
        """Let the window show `library`, and close the one before."""
        before, self._library = self._library, library
        if before is not None:  # it may have a backup to make: not on this thread
            self.jobs.run(lambda _: before.close(), lambda _: None, lane=Lane.WRITING)
        library.work.listen(self._replayed.emit)
        self.article, self.trail, self.query = None, Trail(), self._usual_query()
        self.article_closed.emit()
        self.library_opened.emit(library)
        self.trail_changed.emit(self.trail)
        self.query_changed.emit(self.query)
        self.refresh()

    def close_library(self) -> None:
        """Let the library go, at the end."""
        self.jobs.shutdown()
        library, self._library = self._library, None
        if library is not None:
            library.close()

    def _usual_query(self) -> ArticleQuery:
        """What is asked where nothing is asked for: all articles, folded as the reader likes."""
        return ArticleQuery(folded=bool(self.settings.window.get("fold_stories", False)))

    # -- the query -------------------------------------------------------------------------------

    def ask(self, query: ArticleQuery) -> None:
        """Show the articles of another query."""
        if query == self.query or not self.has_library:
            return
        self.query = query
        self.query_changed.emit(query)
        self.refresh()

    def refresh(self) -> None:
        """Ask the same again, as after an import."""
        library, query = self.library, self.query
        self.jobs.run(
            lambda _: library.find(query),
            lambda result: self.result_arrived.emit(ResultPages(library, result)),
            channel="find",
        )
        self.refresh_counts()

    def refresh_counts(self) -> None:
        """Count again, as after a change to the reader's work."""
        library, query = self.library, self.query
        self.jobs.run(lambda _: library.counts(query), self.counts_arrived.emit, channel="counts")

    # -- the open article ------------------------------------------------------------------------

    def open_article(self, uid: str, span: Span | None = None) -> None:
        """Open an article, at `span` if one is given."""
        if self.trail.here != uid or self.article is None:
            self._show(uid)
            self._follow(self.trail.opened(uid))
            self._note_read()
        if span is not None:
            self.span_requested.emit(span)

    def go(self, steps: int) -> None:
        """Go back (-1) or forward (1) to an article that was open before."""
        trail = self.trail.moved(steps)
        if trail.here and trail != self.trail:
            self._show(trail.here)
            self._follow(trail)
            self._note_read()

    def reload_article(self) -> None:
        """Read the open article again, as after an import or a correction changed it."""
        if self.article is not None:
            before = self.article
            article = self.library.article(before.uid)
            if article.version.sha != before.version.sha:
                self._show(before.uid)
            elif article != before:
                self.show_changed(article)

    def show_changed(self, article: Article) -> None:
        """Show the open article as it is read now, or will be in a moment."""
        self.article = article
        self.article_changed.emit(article, self.library.hits(article, self.query.words))

    def _show(self, uid: str) -> None:
        article = self.library.article(uid)
        self.article = article
        self.article_opened.emit(article, self.library.hits(article, self.query.words))

    def _note_read(self) -> None:
        if self.article is not None:
            marking = self.library.marking
            self.follow(marking.set_flag(self.article, "read", on=True, noted=True))

    def _follow(self, trail: Trail) -> None:
        self.trail = trail
        self.trail_changed.emit(trail)

    @property
    def last_article(self) -> str:
        """The article that was open when this library was closed, or ""."""
        remembered = self.settings.window.get("articles", {})
        return str(remembered.get(self.library.id, "")) if isinstance(remembered, dict) else ""

    # -- the disk --------------------------------------------------------------------------------

    def follow(
        self, stored: Future[Any] | None, done: Callable[[BaseException | None], None] | None = None
    ) -> None:
        """Say it when something cannot be written to the disk.

        Args:
            stored: The write; None is nothing to be written.
            done: Told, on the window's thread, what went wrong, or None.
        """
        if stored is not None:
            stored.add_done_callback(lambda over: self._stored.emit(over.exception(), done))

    def _on_stored(
        self, error: BaseException | None, done: Callable[[BaseException | None], None] | None
    ) -> None:
        if done is not None:
            done(error)
        if isinstance(error, LibraryError):
            self.failed.emit(explained(error))
        elif error is not None:
            raise error

    # -- settings --------------------------------------------------------------------------------

    def change_settings(self, change: Callable[[Settings], Settings]) -> None:
        """Change and keep settings."""
        self.settings = settings_file.update(change)
        if self._library is not None:
            self._library.marking.creator = self.settings.creator
        self.settings_changed.emit(self.settings)

    def _on_replayed(self, change: Change) -> None:
        if not self.has_library:
            return
        self.work_changed.emit(change)
        if any(item.noun in NOUNS for item in change.items):
            self.reload_article()
            self.refresh()
        else:
            self.refresh_counts()
