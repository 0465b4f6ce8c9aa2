"""The reader's corrections at the window: joins the session with what offers them. No layout."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from usjp_reader.domain.corrections import LINE_RULE, PUBLISHED, SOURCE_RULE
from usjp_reader.gui.articles.plain import articles_words
from usjp_reader.gui.jobs import Lane
from usjp_reader.gui.reader.dates import dated_now
from usjp_reader.gui.reader.line_choices import FURNITURE, TEXT
from usjp_reader.gui.reader.line_words import done_words
from usjp_reader.gui.reader.misread import with_reading
from usjp_reader.gui.reader.reading_words import read_now
from usjp_reader.knowledge.folding import line_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.changes import Change
    from usjp_reader.domain.corrections import LineReach
    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import Line, LineKind
    from usjp_reader.gui.reader.pane import ReaderPane
    from usjp_reader.gui.session import Session


class Corrections(QObject):
    """Carries what the reader corrects in the open article to the library."""

    dated = Signal()
    """The date of the open article was accepted or typed."""

    def __init__(self, session: Session, reader: ReaderPane) -> None:
        super().__init__(session)
        self._session = session
        self._reader = reader
        reader.date_said.connect(self._on_date_said)
        reader.lines.told.connect(self._on_lines_told)
        reader.lines.reach_wanted.connect(self._on_reach_wanted)
        reader.lines.nothing_meant.connect(self._on_nothing_meant)
        reader.misread.refused.connect(session.said)
        reader.misread.told.connect(self._on_word_told)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions that correct something do."""
        tell = self._reader.lines.tell_meant
        return {
            "about-times": self._show_times,
            "accept-date": self._accept_date,
            "correct-word": self._reader.misread.open_meant,
            "line-furniture": partial(tell, FURNITURE),
            "line-furniture-source": partial(tell, FURNITURE, of_source=True),
            "line-program": self._leave_to_program,
            "line-text": partial(tell, TEXT),
            "line-text-source": partial(tell, TEXT, of_source=True),
            "why-date": self.show_date,
        }

    # -- the date --------------------------------------------------------------------------------

    def _on_date_said(self, value: str | None) -> None:
        article = self._session.article
        if article is not None:
            self.say_date(article, value)

    def say_date(self, article: Article, value: str | None) -> None:
        """Say when an article was published.

        Args:
            article: The article.
            value: An EDTF value; "" where it has no date; None for what the program finds.
        """
        said = {PUBLISHED: value}
        self._follow(self._session.library.correcting.set_fields([article], said))
        self._session.said.emit(dated_now(value, article.published))
        if value is not None:
            self.dated.emit()

    def _accept_date(self) -> None:
        """Confirm what the program found: a date, or that there is none."""
        article = self._session.article
        if article is not None:
            value = article.published.value
            self.say_date(article, value.value if value else "")

    def accept_dates(self, uids: tuple[str, ...]) -> None:
        """Confirm the dates of articles; those without one are left as they are."""
        library = self._session.library

        def write(_: CancelToken) -> int:
            articles = (library.article(uid) for uid in uids)
            return len(library.correcting.accept_dates(articles).result().items)

        def tell(count: int) -> None:
            words = self.tr("Confirmed the dates of {articles}. Ctrl+Z takes it back.")
            if not count:
                words = self.tr("There is no date to be confirmed.")
            self._session.said.emit(words.format(articles=articles_words(count)))

        self._session.jobs.run(write, tell, lane=Lane.ASIDE)

    def show_date(self, *, typing: bool = False) -> None:
        """Show what the date rests on; another one may be typed at once."""
        if self._session.article is not None:
            self._reader.show_evidence(typing=typing)

    def _show_times(self) -> None:
        """Show what times the article talks about."""
        article = self._session.article
        if article is None:
            return
        if any(period.passages for period in article.about):
            self._reader.show_about()
        else:
            self._session.said.emit(self.tr("The text names no times but its own."))

    # -- lines -----------------------------------------------------------------------------------

    def _on_lines_told(
        self, lines: tuple[Line, ...], kind: LineKind | None, of_source: bool
    ) -> None:
        """Say what lines are: shown at once, found and counted when the articles are read again."""
        article = self._session.article
        if article is None:
            return
        correcting = self._session.library.correcting
        verb = correcting.set_lines_of_source if of_source else correcting.set_lines
        stored = verb(article, lines, kind)
        if kind is not None:
            self._session.show_changed(_relabelled(article, lines, kind, of_source=of_source))
        self._follow(stored)
        text = article.version.text
        source = self._session.library.source_key(article.uid) if of_source else ""
        self._session.said.emit(done_words([line.span.of(text) for line in lines], kind, source))

    def _leave_to_program(self) -> None:
        """Take back what the reader said: of the lines, else of all such lines of the source."""
        rules = {line.rule for line in self._reader.lines.meant()}
        if rules and not rules & {LINE_RULE, SOURCE_RULE}:
            self._session.said.emit(self.tr("The program itself said what this line is."))
        else:
            self._reader.lines.tell_meant(None, of_source=LINE_RULE not in rules)

    def _on_reach_wanted(self, lines: tuple[Line, ...]) -> None:
        article = self._session.article
        if article is None:
            return
        library, reader = self._session.library, self._reader

        def counted(reach: LineReach) -> None:
            reader.lines.show_reach(lines, reach)

        self._session.jobs.run(
            lambda cancel: library.line_reach(article, lines, cancel),
            counted,
            channel="reach",
            lane=Lane.ASIDE,
        )

    def _on_nothing_meant(self) -> None:
        self._session.said.emit(self.tr("Click on a line, or select several, first."))

    # -- misread words ---------------------------------------------------------------------------

    def _on_word_told(self, span: Span, words: str | None) -> None:
        """Say what misread words are: drawn at once, found when the article is read again."""
        article = self._session.article
        if article is None:
            return
        stored = self._session.library.correcting.read_as(article, span, words)
        readings = with_reading(article.readings, span, words)
        self._session.show_changed(replace(article, readings=readings))
        self._follow(stored)
        self._session.said.emit(read_now(span.of(article.version.text), words))

    # -- the disk --------------------------------------------------------------------------------

    def _follow(self, stored: Future[Change]) -> None:
        self._session.follow(stored, self._on_stored)

    def _on_stored(self, error: BaseException | None) -> None:
        """What could not be written was taken back: so it is in the window."""
        if error is not None and self._session.has_library:
            self._session.reload_article()


def _relabelled(
    article: Article, lines: tuple[Line, ...], kind: LineKind, *, of_source: bool
) -> Article:
    """The article as it will be read with a correction of lines, as far as its lines go."""
    text = article.version.text
    keys = {line_key(line.span.of(text)) for line in lines} if of_source else set()

    def relabelled(line: Line) -> Line:
        if of_source and line.rule != LINE_RULE and line_key(line.span.of(text)) in keys:
            return replace(line, kind=kind, rule=SOURCE_RULE)
        if not of_source and line in lines:
            return replace(line, kind=kind, rule=LINE_RULE)
        return line

    return replace(article, lines=tuple(map(relabelled, article.lines)))
