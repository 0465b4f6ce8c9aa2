"""The reader's desk: joins the session with the reader pane and the passages panel. No layout.

What the reader does to passages goes to the library as changes; what comes back is drawn, at first
as an outline, solid once it is on the disk.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from usjp_reader.config.messages import said
from usjp_reader.domain.corrections import NOUNS
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.passages import Colour
from usjp_reader.export.citation import cite
from usjp_reader.export.quoting import as_quoted
from usjp_reader.gui.articles.dates import date_words
from usjp_reader.gui.passages.model import PassageRow
from usjp_reader.gui.reader.mention_card import plain_card
from usjp_reader.gui.reader.values import ReaderHeader, TextLook
from usjp_reader.knowledge.eras import periodisation
from usjp_reader.passages.editing import spoken
from usjp_reader.reading.document import compose

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from usjp_reader.config.settings import Settings
    from usjp_reader.domain.articles import Article, ArticleRow
    from usjp_reader.domain.changes import Change
    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.spans import Span
    from usjp_reader.gui.passages.panel import PassagesPanel
    from usjp_reader.gui.reader.pane import ReaderPane
    from usjp_reader.gui.session import Session
    from usjp_reader.reading.document import ReaderDocument

_DRAFT_AFTER = 800
"""Milliseconds without a key until a draft is kept: at most a second of typing can be lost."""


class Desk(QObject):
    """Serves the reader pane and the passages panel of one window."""

    filter_requested = Signal(str)
    """Only articles that mention the entity with this id."""
    panel_wanted = Signal()
    """The passages panel is to be seen."""

    def __init__(self, session: Session, reader: ReaderPane, panel: PassagesPanel) -> None:
        super().__init__(session)
        self._session = session
        self._reader = reader
        self._panel = panel
        self._hits: tuple[Span, ...] = ()
        self._pending: set[str] = set()
        self._drafts: dict[str, str] = {}
        self._typed: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._saving: Counter[str] = Counter()
        self._listing = QTimer(self, singleShot=True, interval=0)
        self._drafting = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._connect_session()
        self._connect_reader()
        self._connect_panel()

    def _connect_session(self) -> None:
        self._drafting.timeout.connect(self.keep_drafts)
        self._listing.timeout.connect(self._list_passages)
        self._session.article_changed.connect(self._on_article_changed)
        self._session.article_closed.connect(self._reader.clear)
        self._session.article_opened.connect(self._on_article_opened)
        self._session.library_opened.connect(self._on_library_opened)
        self._session.settings_changed.connect(self._on_settings_changed)
        self._session.span_requested.connect(self._reader.scroll_to)
        self._session.work_changed.connect(self._on_work_changed)

    def _connect_reader(self) -> None:
        reader = self._reader
        reader.card_requested.connect(self._on_card_requested)
        reader.copy_requested.connect(self.copy)
        reader.hidden_types_changed.connect(self._on_hidden_types_changed)
        reader.mention_filter_requested.connect(self.filter_requested)
        reader.note_requested.connect(self._edit_note)
        reader.passage_activated.connect(self._edit_note)
        reader.passage_chosen.connect(self._panel.choose)
        reader.passage_deleted.connect(lambda key: self._delete((key,)))
        reader.passage_marked.connect(self.mark)
        reader.passage_recoloured.connect(lambda key, colour: self._recolour((key,), colour))
        reader.selection_note_requested.connect(self._mark_and_edit)
        reader.selection_tags_requested.connect(lambda span: self._mark_and_edit(span, tags=True))
        reader.tags_requested.connect(lambda key: self._edit_note(key, tags=True))
        reader.zoom_requested.connect(self.zoom)

    def _connect_panel(self) -> None:
        panel = self._panel
        panel.draft_changed.connect(self._on_draft_changed)
        panel.draft_closed.connect(self._on_draft_closed)
        panel.note_changed.connect(self._on_note_changed)
        panel.passage_opened.connect(self.open_passage)
        panel.passages_deleted.connect(self._delete)
        panel.places_accepted.connect(self._accept)
        panel.recoloured.connect(self._recolour)
        panel.tags_changed.connect(self._on_tags_changed)

    # -- what is shown ---------------------------------------------------------------------------

    def _on_library_opened(self) -> None:
        self._pending.clear()
        self._on_settings_changed(self._session.settings)
        self._list_passages()
        self._restore_draft()

    def _on_article_opened(self, article: Article, hits: tuple[Span, ...]) -> None:
        self._hits = hits
        self._reader.show_article(*self._composed(article, hits))

    def _on_article_changed(self, article: Article, hits: tuple[Span, ...]) -> None:
        self._hits = hits
        self._reader.show_again(*self._composed(article, hits))
        self._listing.start()

    def _composed(
        self, article: Article, hits: tuple[Span, ...]
    ) -> tuple[ReaderDocument, ReaderHeader]:
        document = self._document(article, hits)
        return document, ReaderHeader.of(article, self.tr("Untitled"), _eras(article))

    def _draw(self) -> None:
        self._draw_text()
        self._listing.start()

    def _draw_text(self) -> None:
        article = self._session.article
        if article is not None:
            document = self._document(article, self._hits)
            self._reader.show_passages(document, frozenset(self._pending))

    def _document(self, article: Article, hits: tuple[Span, ...]) -> ReaderDocument:
        library = self._session.library
        is_wanted = self._session.settings.descriptions
        described = library.described(article) if is_wanted else ()
        return compose(article, library.passages(article.uid), hits, described=described)

    def mark_descriptions(self, *, marked: bool) -> None:
        """Mark descriptions of people as names are, or no more."""
        self._session.change_settings(lambda s: replace(s, descriptions=marked))
        self._draw_text()

    def _list_passages(self) -> None:
        """Every passage of the library, with the titles and dates of their articles."""
        if not self._session.has_library:
            return
        library = self._session.library
        passages = library.passages()
        heads = library.headings({passage.article for passage in passages})
        self._panel.show_passages([_row(one, heads.get(one.article)) for one in passages])
        tags = dict.fromkeys(tag for passage in passages for tag in passage.tags)
        self._panel.set_known_tags(list(tags))

    def _on_work_changed(self, change: Change) -> None:
        """Whoever made the change: it is on the disk now, and drawn as such."""
        nouns = {item.noun for item in change.items}
        if "passage" in nouns:
            self._draw()
        elif nouns & set(NOUNS):  # the passages of an article bear its title and its date
            self._listing.start()

    def _on_settings_changed(self, settings: Settings) -> None:
        self._reader.set_look(TextLook.of(settings))
        hidden = settings.window.get("hidden_types", [])
        known = {kind.value for kind in EntityType}
        types = frozenset(EntityType(name) for name in hidden if name in known)
        self._reader.set_hidden_types(types)

    def _on_card_requested(self, mention: Mention) -> None:
        article = self._session.article
        if article is None:
            return
        order = self._session.settings.name_order
        card = self._session.library.card(mention, article, order)
        self._reader.show_card(card or plain_card(mention), mention)

    def _on_hidden_types_changed(self, hidden: frozenset[EntityType]) -> None:
        names = sorted(kind.value for kind in hidden)
        self._session.change_settings(
            lambda s: replace(s, window={**s.window, "hidden_types": names})
        )

    def zoom(self, steps: int) -> None:
        """Make the text larger or smaller; 0 is the usual size."""
        usual = TextLook().points
        look = TextLook.of(self._session.settings).zoomed(steps)
        self._session.change_settings(
            lambda s: replace(s, font_size=look.points if steps else usual)
        )

    # -- what the reader does --------------------------------------------------------------------

    def mark(self, span: Span, colour: Colour = Colour.YELLOW) -> Passage | None:
        """Mark a span of the open article: an outline at once, solid when it is stored."""
        article = self._session.article
        if article is None:
            return None
        passage, stored = self._session.library.marking.mark(article, span, colour)
        self._pending.add(passage.id)
        self._session.follow(stored, partial(self._on_marked, passage.id))
        self._draw()
        self._reader.choose_passage(passage.id, scroll=False)
        return passage

    def _mark_and_edit(self, span: Span, *, tags: bool = False) -> None:
        passage = self.mark(span)
        if passage is not None:
            self._edit_note(passage.id, tags=tags)

    def _edit_note(self, key: str, *, tags: bool = False) -> None:
        self.panel_wanted.emit()
        self._panel.edit_note(key, at_tags=tags)

    def _delete(self, keys: tuple[str, ...]) -> None:
        self._change(self._session.library.marking.unmark(self._passages(keys)))

    def _recolour(self, keys: tuple[str, ...], colour: Colour) -> None:
        self._change(self._session.library.marking.recolour(self._passages(keys), colour))

    def _accept(self, keys: tuple[str, ...]) -> None:
        self._change(self._session.library.marking.confirm(self._passages(keys)))

    def _on_note_changed(self, key: str, note: str) -> None:
        for passage in self._passages((key,)):
            self._save(key, self._session.library.marking.annotate(passage, note))

    def _on_tags_changed(self, key: str, tags: tuple[str, ...]) -> None:
        for passage in self._passages((key,)):
            gone = [tag for tag in passage.tags if tag not in tags]
            self._save(key, self._session.library.marking.retag([passage], tags, gone))

    def undo(self) -> None:
        """Take back the last change."""
        undone = self._session.library.work.undo()
        if undone is None:
            self._session.said.emit(self.tr("There is nothing to undo."))
        else:
            self._tell(self.tr("Undone: {what}"), undone)

    def redo(self) -> None:
        """Do again what was undone last."""
        redone = self._session.library.work.redo()
        if redone is None:
            self._session.said.emit(self.tr("There is nothing to redo."))
        else:
            self._tell(self.tr("Done again: {what}"), redone)

    def _tell(self, words: str, stored: Future[Change]) -> None:
        self._change(stored)
        what = said(spoken(stored.result()))  # in the order of commits: a moment at most
        self._session.said.emit(words.format(what=what))

    def copy(self, span: Span) -> None:
        """Copy the words of a span with their citation."""
        article = self._session.article
        if article is not None:
            words = f"“{as_quoted(article, span)}” ({cite(article, span).text})"
            QGuiApplication.clipboard().setText(words)
            self._session.said.emit(self.tr("Copied with its citation."))

    def open_passage(self, key: str) -> None:
        """Open the article of a passage, at the passage."""
        for passage in self._passages((key,)):
            self._session.open_article(passage.article, passage.anchor.span)
            self._reader.choose_passage(key)

    def _passages(self, keys: tuple[str, ...]) -> list[Passage]:
        found = (self._session.library.work.passage(key) for key in keys)
        return [passage for passage in found if passage is not None]

    def request(self, wish: Callable[[], None], *, note: bool = False, tags: bool = False) -> None:
        """Do with what is selected, else with the chosen passage, what the reader wants.

        Args:
            wish: What the reader pane does when it has a selection or a chosen passage.
            note: The note of the passage highlighted in the panel may be meant.
            tags: So may its tags.
        """
        rows = self._panel.selected_ids()
        if self._reader.selected_span() is not None or self._reader.chosen_passage:
            wish()
        elif rows and (note or tags):
            self._edit_note(rows[0], tags=tags)
        else:
            self._session.said.emit(self.tr("Select words in the text, or choose a passage first."))

    # -- the disk --------------------------------------------------------------------------------

    def _change(self, stored: Future[Change]) -> None:
        self._session.follow(stored, self._on_changed)
        self._draw()

    def _on_changed(self, error: BaseException | None) -> None:
        if error is not None and self._session.has_library:
            self._draw()  # it was taken back

    def _on_marked(self, key: str, error: BaseException | None) -> None:
        """The outline becomes solid when the change is told to all, or goes away at once."""
        self._pending.discard(key)
        self._on_changed(error)

    def _save(self, key: str, stored: Future[Change]) -> None:
        """Save what was typed about a passage; its draft is kept until that is on the disk."""
        self._saving[key] += 1
        self._session.follow(stored, partial(self._on_saved, key))
        self._draw()

    def _on_saved(self, key: str, error: BaseException | None) -> None:
        self._saving[key] -= 1
        if not self._session.has_library:
            return
        if error is None and not self._saving[key]:
            self._forget_draft(key)
        elif error is not None and key in self._typed:
            self._draw()
            self._edit_note(key)
            self._panel.editor.restore_draft(*self._typed[key])

    # -- drafts ----------------------------------------------------------------------------------

    def _on_draft_changed(self, key: str, note: str, tags: tuple[str, ...]) -> None:
        self._typed[key] = (note, tags)
        self._drafts[key] = json.dumps([note, tags], ensure_ascii=False)
        self._drafting.start()

    def _on_draft_closed(self, key: str) -> None:
        """The editor was closed: what is being saved is kept until it is saved."""
        if not self._saving[key]:
            self._forget_draft(key)

    def _forget_draft(self, key: str) -> None:
        self._typed.pop(key, None)
        self._drafts[key] = ""
        self.keep_drafts()

    def keep_drafts(self) -> None:
        """Keep what is being typed, so that not even a power cut loses it."""
        drafts, self._drafts = self._drafts, {}
        if self._session.has_library:
            for key, value in drafts.items():
                self._session.follow(self._session.library.save_draft(key, value))

    def _restore_draft(self) -> None:
        """Open the editor on what was being typed when the program ended."""
        for key, value in self._session.library.drafts().items():
            for passage in self._passages((key,)):
                note, tags = json.loads(value)
                self.open_passage(passage.id)
                self._edit_note(passage.id)
                self._panel.editor.restore_draft(note, tags)


def _row(passage: Passage, head: ArticleRow | None) -> PassageRow:
    if head is None:
        return PassageRow(passage)
    date = date_words(head.published, head.language)
    return PassageRow(passage, head.title, date, head.is_specimen)


def _eras(article: Article) -> tuple[str, ...]:
    """Names of the phases of the relationship that the article's date lies in."""
    value = article.published.value
    if value is None:
        return ()
    return tuple(era.name() for era, _ in periodisation("phases").fits(value.days))
