"""Opens the details of the selected articles, and carries what is changed to the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from usjp_reader.gui.articles.plain import articles_words
from usjp_reader.gui.details.dialog import DetailsDialog
from usjp_reader.gui.details.fields import GROUPS, words_of
from usjp_reader.gui.details.values import common
from usjp_reader.gui.jobs import Lane
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.gui.articles.pane import ArticlePane
    from usjp_reader.gui.details.values import Common
    from usjp_reader.gui.session import Session


class Detailing(QObject):
    """The details of one window."""

    def __init__(self, session: Session, pane: ArticlePane, window: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self._pane = pane
        self._window = window
        self._theme = LIGHT
        self.dialog: DetailsDialog | None = None

    def set_theme(self, theme: Theme) -> None:
        """Open what is opened from now on in the colours of `theme`."""
        self._theme = theme

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions of the details do."""
        return {"details": self.open}

    def open(self, uids: tuple[str, ...] = ()) -> None:
        """Open the details of articles; of those selected in the list unless others are named."""
        wanted = uids or self._selected()
        if len(wanted) == 1:
            self._open_one(self._session.library.article(wanted[0]))
        elif wanted:
            self._open_many(wanted)
        else:
            self._session.said.emit(self.tr("Choose an article first."))

    def _selected(self) -> tuple[str, ...]:
        """Several that are selected; else the open one."""
        if not self._session.has_library:
            return ()
        selected = self._pane.view.selected_uids()
        if len(selected) > 1:
            return selected
        article = self._session.article
        return (article.uid,) if article is not None else ()

    def _open_one(self, article: Article) -> None:
        library = self._session.library
        said = library.correcting.said_of(article.uid)
        dialog = self._made(article.metadata.title or self.tr("Untitled"), (article.uid,))
        states = common([(article.metadata, article.published)], said)
        dialog.show_states(states, is_specimen=article.metadata.is_specimen)
        dialog.open()
        self._session.jobs.run(
            lambda _: library.imports.found_fields(article.uid),
            dialog.show_found,
            channel="details",
            lane=Lane.ASIDE,
        )

    def _open_many(self, uids: tuple[str, ...]) -> None:
        library = self._session.library

        def looked_up(cancel: CancelToken) -> dict[str, Common]:
            described = library.descriptions(uids, cancel)
            return common(described, library.correcting.said_names(uids))

        words = self.tr("Looking up the details of {articles}…")
        self._session.said.emit(words.format(articles=articles_words(len(uids))))

        def show(states: dict[str, Common]) -> None:
            dialog = self._made("", uids)
            dialog.show_states(states, is_specimen=library.is_specimens)
            self._session.said.emit("")
            dialog.open()

        self._session.jobs.run(looked_up, show, channel="details", lane=Lane.ASIDE)

    def _made(self, title: str, uids: tuple[str, ...]) -> DetailsDialog:
        self.dialog = DetailsDialog(title, len(uids), self._theme, self._window)
        self.dialog.saved.connect(partial(self._save, uids))
        self.dialog.finished.connect(self._on_finished)
        return self.dialog

    def _on_finished(self, _result: int) -> None:
        self._session.jobs.cancel("details")
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _save(self, uids: tuple[str, ...], said: Mapping[str, str | None]) -> None:
        """Write what was changed; of many articles beside the window, which goes on."""
        library = self._session.library
        words = self.tr("Changed: {fields}. Ctrl+Z takes it back.")
        if len(uids) > 1:
            words = self.tr("Changed in {articles}: {fields}. Ctrl+Z takes it back.")
        done = words.format(articles=articles_words(len(uids)), fields=_names(said))
        if len(uids) == 1:
            stored = library.correcting.set_fields([library.article(uids[0])], said)
            self._session.follow(stored)
            self._session.said.emit(done)
            return

        def write(_: CancelToken) -> None:
            articles = (library.article(uid) for uid in uids)
            library.correcting.set_fields(articles, said).result()

        self._session.jobs.run(write, lambda _: self._session.said.emit(done), lane=Lane.ASIDE)


def _names(said: Mapping[str, str | None]) -> str:
    """The fields as the window calls them, in its order."""
    specs = (spec for group in GROUPS for spec in group.fields)
    return ", ".join(words_of(spec) for spec in specs if spec.name in said)
