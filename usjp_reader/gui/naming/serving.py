"""Names at the window: joins the session with the panel that asks whom one means. No layout."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from usjp_reader.config.messages import explained
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.errors import BadValueError
from usjp_reader.domain.naming import NO_NAME, NOBODY, Reach
from usjp_reader.gui.jobs import Lane
from usjp_reader.gui.naming.entry_dialog import EntryDialog, entry_called
from usjp_reader.gui.naming.words import entry_note, meant_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.changes import Change
    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.domain.spans import Span
    from usjp_reader.gui.naming.entry_dialog import Entry
    from usjp_reader.gui.reader.pane import ReaderPane
    from usjp_reader.gui.session import Session
    from usjp_reader.library.name_choices import NameChoice, NameChoices


class Naming(QObject):
    """Carries what the reader says of names in the open article to the library."""

    def __init__(self, session: Session, reader: ReaderPane, window: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self._reader = reader
        self._window = window
        self._choices: NameChoices | None = None
        self._sharing: tuple[NameChoice, ...] = ()
        self.entry: EntryDialog | None = None
        reader.naming.asked.connect(self._on_asked)
        reader.naming.entry_wanted.connect(self._on_entry_wanted)
        reader.naming.refused.connect(session.said)
        reader.naming.told.connect(self._on_told)
        reader.naming.typed.connect(self._on_typed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions that name something do."""
        return {"correct-name": self._reader.naming.open_meant}

    # -- who may be meant ------------------------------------------------------------------------

    def _on_asked(self, span: Span) -> None:
        """Show the panel at once; who is called so, and how often, comes when it is known."""
        article = self._session.article
        if article is None:
            return
        library, naming = self._session.library, self._reader.naming
        mention = naming.mention_of(span)
        present = (mention.entity or "") if mention else ""
        is_corrected = library.naming.said_of(article, span) is not None
        self._choices, self._sharing = None, ()
        naming.show_panel(present, is_corrected=is_corrected)
        words, days = span.of(article.version.text), _days(article)
        first = str(mention.why.params.get("runner_up", "")) if mention else ""
        order = self._session.settings.name_order

        def found(_: CancelToken) -> tuple[NameChoices, tuple[NameChoice, ...]]:
            choices = library.name_choices()
            return choices, choices.sharing(words, days, first, present, order)

        def counted(cancel: CancelToken) -> int:
            return library.name_reach(words, cancel)

        jobs = self._session.jobs
        jobs.run(found, partial(self._show_sharing, span), channel="names")
        show = partial(self._show_count, span)
        jobs.run(counted, show, channel="name-reach", lane=Lane.ASIDE)

    def _show_sharing(self, span: Span, found: tuple[NameChoices, tuple[NameChoice, ...]]) -> None:
        if self._reader.naming.span == span:
            self._choices, self._sharing = found
            self._on_typed(span, self._reader.cards.name.picker.line.text())

    def _show_count(self, span: Span, articles: int) -> None:
        if self._reader.naming.span == span:
            self._reader.cards.name.show_count(articles)

    def _on_typed(self, _span: Span, words: str) -> None:
        article = self._session.article
        if article is None or self._choices is None:
            return
        found = self._sharing
        if words.strip():
            order = self._session.settings.name_order
            found = self._choices.typed(words, _days(article), order)
        self._reader.cards.name.show_choices(found)

    # -- what the reader says --------------------------------------------------------------------

    def _on_told(self, span: Span, entity: str | None, reach: Reach) -> None:
        """Say whom words mean: drawn at once, found when the articles are read again."""
        article = self._session.article
        if article is None:
            return
        library = self._session.library
        if entity is None:
            reach = library.naming.said_of(article, span) or reach
        words = span.of(article.version.text)
        try:
            if reach is Reach.HERE:
                stored = library.naming.mean_here(article, span, entity)
            else:
                of = article if reach is Reach.ARTICLE else None
                stored = library.naming.mean_words(words, entity, of)
        except BadValueError as error:
            self._session.said.emit(explained(error))
            return
        self._show(article, span, entity, reach, stored)

    def _show(
        self,
        article: Article,
        span: Span,
        entity: str | None,
        reach: Reach,
        stored: Future[Change],
    ) -> None:
        library, now = self._session.library, self._session.article
        is_open = now is not None and now.version == article.version  # an import may have come
        if entity is not None and is_open:
            self._session.show_changed(library.named_now(article, span, entity, reach))
        self._session.follow(stored, self._on_stored)
        label = library.label(entity) if entity not in (None, NOBODY, NO_NAME) else ""
        words = span.of(article.version.text)
        self._session.said.emit(meant_words(words, entity, label, reach))

    def _on_stored(self, error: BaseException | None) -> None:
        """What could not be written was taken back: so it is in the window."""
        if error is not None and self._session.has_library:
            self._session.reload_article()

    # -- new entries -----------------------------------------------------------------------------

    def _on_entry_wanted(self, span: Span, typed: str, reach: Reach) -> None:
        article = self._session.article
        if article is None:
            return
        mention = self._reader.naming.mention_of(span)
        kind = mention.type if mention else EntityType.PERSON
        words = span.of(article.version.text)
        dialog = EntryDialog(
            entry_called(typed or words, kind), entry_note(words, reach), self._window
        )
        dialog.saved.connect(partial(self._enter, article, span, reach))
        dialog.finished.connect(self._on_entry_finished)
        self.entry = dialog
        dialog.open()

    def _on_entry_finished(self, _result: int) -> None:
        dialog, self.entry = self.entry, None
        if dialog is not None:
            dialog.deleteLater()
        self._reader.setFocus()

    def _enter(self, article: Article, span: Span, reach: Reach, entry: Entry) -> None:
        """Enter somebody, and say that the words mean them, as one change."""
        words = span.of(article.version.text)
        is_here = reach is Reach.HERE
        try:
            entity, stored = self._session.library.naming.enter(
                entry.type,
                entry.label_en,
                entry.label_ja,
                entry.description,
                entry.names,
                None if is_here else (words, article if reach is Reach.ARTICLE else None),
                (article, span) if is_here else None,
            )
        except BadValueError as error:
            self._session.said.emit(explained(error))
            return
        self._show(article, span, entity, reach, stored)


def _days(article: Article) -> Days | None:
    value = article.published.value
    return value.days if value else None
