"""The main window. It only assembles: parts, places, connections, and the look it keeps."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from usjp_reader.domain.passages import Colour
from usjp_reader.gui.actions import Actions
from usjp_reader.gui.articles.pane import ArticlePane
from usjp_reader.gui.asking import Asking
from usjp_reader.gui.bars.chips import ChipsBar
from usjp_reader.gui.bars.result_line import ResultLine
from usjp_reader.gui.bars.review_bar import ReviewBar
from usjp_reader.gui.bars.search_box import SearchBox
from usjp_reader.gui.bars.status import Saved, StatusLine
from usjp_reader.gui.bars.toolbar import Toolbar
from usjp_reader.gui.browsing import Browsing
from usjp_reader.gui.correcting import Corrections
from usjp_reader.gui.desk import Desk
from usjp_reader.gui.detailing import Detailing
from usjp_reader.gui.entity.serving import EntityPages
from usjp_reader.gui.facsimile.pane import FacsimilePane
from usjp_reader.gui.facsimile.serving import Facsimile
from usjp_reader.gui.filters.choices import ChoiceNames
from usjp_reader.gui.filters.sidebar import Sidebar
from usjp_reader.gui.libraries import Libraries
from usjp_reader.gui.naming.serving import Naming
from usjp_reader.gui.naming.telling import YourNames
from usjp_reader.gui.passages.panel import PassagesPanel
from usjp_reader.gui.places import Places
from usjp_reader.gui.reader.pane import ReaderPane
from usjp_reader.gui.reader.values import TextLook
from usjp_reader.gui.reviewing import Reviewing
from usjp_reader.gui.stories.panel import StoryPanel
from usjp_reader.gui.stories.serving import Stories
from usjp_reader.gui.undoing import UndoWords
from usjp_reader.knowledge.eras import periodisations

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from usjp_reader.domain.queries import Counts
    from usjp_reader.gui.session import Session
    from usjp_reader.gui.theme.themes import Theme
    from usjp_reader.gui.trail import Trail
    from usjp_reader.library import Library

_SAY_FOR = 8000
"""Milliseconds that a message stays in the status bar."""


class MainWindow(QMainWindow):
    """Sidebar, list, reader and panels over one session."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self._theme = theme
        self._make_parts(theme)
        self._lay_out()
        self._join()
        self._connect()
        self._set_theme(theme)
        self._restore(session.settings.window)
        self.setAcceptDrops(True)
        self.setWindowTitle("USJP Reader")

    # -- parts and their places ------------------------------------------------------------------

    def _make_parts(self, theme: Theme) -> None:
        names = ChoiceNames(periodisations())
        self.actions_ = Actions(self)
        self.search = SearchBox(theme)
        self.toolbar = Toolbar(self.actions_, self.search)
        self.sidebar = Sidebar(theme=theme)
        self.chips = ChipsBar(names)
        self.line = ResultLine()
        self.articles = ArticlePane(theme)
        self.review_bar = ReviewBar()
        self.reader = ReaderPane(theme, TextLook.of(self.session.settings))
        self.passages = PassagesPanel(theme)
        self.story = StoryPanel()
        self.facsimile = FacsimilePane(theme)
        self.facsimile.hide()  # a part that was never seen takes no room from the start
        self.status = StatusLine(theme)
        self._names = names
        self._saying = QTimer(self, singleShot=True, interval=_SAY_FOR)
        self._saying.timeout.connect(partial(self.status.set_note, ""))

    def _lay_out(self) -> None:
        self.actions_.fill(self.menuBar())
        self.addToolBar(self.toolbar)
        self.places = Places(
            self,
            self.actions_,
            sidebar=self.sidebar,
            listing=(self.chips, self.line, self.articles),
            above_text=self.review_bar,
            reader=self.reader,
            facsimile=self.facsimile,
            panels=(
                (self.passages, self.tr("Passages")),
                (self.story, self.tr("Same story")),
            ),
        )
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)

    def _join(self) -> None:
        self.libraries = Libraries(self.session)
        self.desk = Desk(self.session, self.reader, self.passages)
        self.corrections = Corrections(self.session, self.reader)
        self.naming = Naming(self.session, self.reader, self)
        self.your_names = YourNames(self.session, self, self.desk.undo)
        self.pages = EntityPages(self.session, self.reader, self)
        self.facsimiles = Facsimile(self.session, self.facsimile, self.reader)
        self.stories = Stories(self.session, self.story, self._theme, self)
        self.browsing = Browsing(
            self.session,
            self._names,
            self.sidebar,
            self.search,
            self.chips,
            self.line,
            self.articles,
        )
        self.reviewing = Reviewing(self.session, self.corrections, self.review_bar, self.articles)
        self.detailing = Detailing(self.session, self.articles, self)
        self.asking = Asking(self, self.session, self.libraries, self.actions_)
        self.undoing = UndoWords(self.session, self.actions_)

    def _connect(self) -> None:
        self.articles.empty.files_requested.connect(self.asking.import_files)
        self.articles.empty.folder_requested.connect(self.asking.import_folder)
        self.asking.theme_chosen.connect(self._set_theme)
        self.browsing.dates_accepted.connect(self.corrections.accept_dates)
        self.browsing.details_requested.connect(self.detailing.open)
        self.session.failed.connect(self._on_not_saved)
        self.desk.filter_requested.connect(self.browsing.only_entity)
        self.pages.filter_requested.connect(self.browsing.only_entity)
        self.sidebar.page_requested.connect(self.pages.open)
        self.libraries.filling_ended.connect(self.pages.reload)
        self.desk.panel_wanted.connect(partial(self.places.show, "panel-below"))
        self.libraries.failed.connect(self._on_library_failed)
        self.passages.counted.connect(self._on_passages_counted)
        self.reader.furniture_toggled.connect(self.actions_["furniture"].setChecked)
        self.reviewing.changed.connect(self.actions_["review"].setChecked)
        self.session.counts_arrived.connect(self._on_counts)
        self.session.jobs.failed.connect(self.asking.show_failure)
        self.session.library_opened.connect(self._on_library_opened)
        self.session.query_changed.connect(
            lambda query: self.actions_["fold-stories"].setChecked(query.folded)
        )
        self.session.settings_changed.connect(
            lambda settings: self.actions_["descriptions"].setChecked(settings.descriptions)
        )
        self.session.said.connect(self._say)
        self.session.trail_changed.connect(self._on_trail)
        self.facsimiles.needed.connect(partial(self.places.show, "panel-facsimile"))
        self.stories.counted.connect(self._on_versions_counted)
        self.stories.versions_arrived.connect(self.reader.show_versions)
        self.reader.versions_requested.connect(self._show_story)
        for action_id, handler in self._handlers().items():
            self.actions_[action_id].triggered.connect(partial(_called, handler))

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """What every action of the table does."""
        return {
            **self.asking.handlers(),
            **self.corrections.handlers(),
            **self.detailing.handlers(),
            **self.naming.handlers(),
            **self.pages.handlers(),
            **self.your_names.handlers(),
            **self.reviewing.handlers(),
            **{
                f"colour-{c.value}": partial(self.desk.request, partial(self.reader.mark, c))
                for c in Colour
            },
            "back": partial(self.session.go, -1),
            "close": self.close,
            "copy-citation": partial(self.desk.request, self.reader.copy_with_citation),
            "delete": self._delete,
            "find-in-article": self.reader.find_in_article,
            "descriptions": lambda: self.desk.mark_descriptions(
                marked=self.actions_["descriptions"].isChecked()
            ),
            "focus": self._show_only_text,
            "forward": partial(self.session.go, 1),
            "full-screen": self._toggle_full_screen,
            "furniture": lambda: self.reader.show_furniture(self.actions_["furniture"].isChecked()),
            "highlight": partial(self.desk.request, self.reader.mark),
            "next-article": self.browsing.next_article,
            "next-hit": self.reader.next_hit,
            "next-mention": self.reader.next_mention,
            "next-passage": self.reader.next_passage,
            "next-unread": self.browsing.next_unread,
            "note": partial(self.desk.request, self.reader.request_note, note=True),
            "panel-articles": partial(self.places.follow, "panel-articles"),
            "panel-below": partial(self.places.follow, "panel-below"),
            "panel-facsimile": partial(self.places.follow, "panel-facsimile"),
            "panel-filters": partial(self.places.follow, "panel-filters"),
            "previous-article": self.browsing.previous_article,
            "previous-hit": self.reader.previous_hit,
            "previous-mention": self.reader.previous_mention,
            "previous-passage": self.reader.previous_passage,
            "quit": self.close,
            "redo": self.desk.redo,
            "search": self._to_search,
            "fold-stories": self.browsing.toggle_fold,
            "same-story": self._show_story,
            "star": self.browsing.toggle_star,
            "tag": partial(self.desk.request, self.reader.request_tags, tags=True),
            "toggle-read": self.browsing.toggle_read,
            "undo": self.desk.undo,
            "zoom-in": partial(self.desk.zoom, 1),
            "zoom-out": partial(self.desk.zoom, -1),
            "zoom-reset": partial(self.desk.zoom, 0),
        }

    # -- what is shown ---------------------------------------------------------------------------

    def show_error(self, sentence: str) -> None:
        """Say that something could not be done, and what to do."""
        self.asking.show_error(sentence)

    def _say(self, words: str) -> None:
        """A short message that goes away by itself."""
        self.status.set_note(words)
        self._saying.start()

    def _set_theme(self, theme: Theme) -> None:
        self.actions_.set_theme(theme)
        for part in self._themed():
            part.set_theme(theme)
        self.status.set_theme(theme)
        self.stories.set_theme(theme)
        self.pages.set_theme(theme)
        self.detailing.set_theme(theme)
        self.your_names.set_theme(theme)

    def _themed(self) -> tuple[Any, ...]:
        return (
            self.search,
            self.sidebar,
            self.articles,
            self.reader,
            self.passages,
            self.facsimile,
        )

    def _on_library_opened(self, library: Library) -> None:
        self.setWindowTitle(library.name)
        self.actions_["descriptions"].setChecked(self.session.settings.descriptions)
        self.articles.view.setFocus()

    def _on_counts(self, counts: Counts) -> None:
        self.status.set_library(counts.library, counts.marked, self.session.library.name)

    def _on_library_failed(self, sentence: str) -> None:
        if not self.session.has_library:
            self.articles.show_problem(self.tr("No library is open"), sentence)
        self.show_error(sentence)

    def _on_not_saved(self, sentence: str) -> None:
        self.status.set_saved(Saved.FAILED)
        self.show_error(sentence)

    def _on_passages_counted(self, count: int) -> None:
        self.places.name_panel(self.passages, self.tr("Passages"), count)

    def _on_versions_counted(self, count: int) -> None:
        self.places.name_panel(self.story, self.tr("Same story"), count)

    def _show_story(self) -> None:
        self.places.show_panel(self.story)
        self.story.table.setFocus()

    def _on_trail(self, trail: Trail) -> None:
        self.actions_["back"].setEnabled(trail.can_go_back)
        self.actions_["forward"].setEnabled(trail.can_go_forward)

    # -- keys of the window ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes one layer away: a card, the selection, the review, the words, the filters."""
        if event.key() == Qt.Key.Key_Escape and not self.reader.peel():
            if self.reviewing.peel():
                return
            if self.session.query.words:
                self.session.ask(replace(self.session.query, words=""))
            elif self.session.query.is_filtered:
                self.browsing.clear()
            return
        super().keyPressEvent(event)

    def _delete(self) -> None:
        if self.passages.list.hasFocus():
            self.passages.delete_selected()
        else:
            self.desk.request(self.reader.delete_passage)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_only_text(self) -> None:
        alone = self.actions_["focus"].isChecked()
        self.places.show_only_text(alone=alone)
        self.toolbar.setVisible(not alone)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # -- dropping files --------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped anywhere."""
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped is imported."""
        event.acceptProposedAction()
        self.asking.import_paths(_files(event.mimeData()))

    # -- the look that is kept -------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and how the window looks."""
        self.passages.editor.commit()
        self.pages.close()
        self.desk.keep_drafts()
        state = self._state()
        self.session.change_settings(lambda s: replace(s, window={**s.window, **state}))
        super().closeEvent(event)

    def _state(self) -> dict[str, Any]:
        return {**self.places.state(), "sidebar": self.sidebar.state(), **self._open_articles()}

    def _open_articles(self) -> dict[str, Any]:
        """The article that is open, beside those of other libraries."""
        if not self.session.has_library:
            return {}
        known = self.session.settings.window.get("articles", {})
        here = {self.session.library.id: self.session.trail.here}
        return {"articles": {**(known if isinstance(known, dict) else {}), **here}}

    def _restore(self, state: dict[str, Any]) -> None:
        self.places.restore(state)
        if isinstance(state.get("sidebar"), dict):
            self.sidebar.restore(state["sidebar"])


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _called(handler: Callable[[], object], _checked: bool = False) -> None:
    handler()
