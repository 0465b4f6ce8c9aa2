"""Serves the panel of versions: asks the library, opens and compares. No layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from usjp_reader.gui.reader.values import TextLook
from usjp_reader.gui.stories.compare_dialog import CompareDialog
from usjp_reader.reading.comparing import MOST_WORDS, compare, is_comparable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.changes import Change
    from usjp_reader.gui.session import Session
    from usjp_reader.gui.stories.panel import StoryPanel
    from usjp_reader.gui.theme.themes import Theme
    from usjp_reader.library.reading import Version
    from usjp_reader.reading.comparing import Comparison


class Stories(QObject):
    """Knows who else printed the open article."""

    counted = Signal(int)
    """How many other articles print the story of the open one."""
    versions_arrived = Signal(object)
    """A tuple of `Version`: the other versions of the open article, by date."""

    def __init__(self, session: Session, panel: StoryPanel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._panel, self._parent = session, panel, parent
        self._theme = theme
        self._dialog: CompareDialog | None = None
        session.article_opened.connect(self._on_article_opened)
        session.article_closed.connect(lambda: self._show((), ""))
        session.work_changed.connect(self._on_work_changed)
        panel.opened.connect(session.open_article)
        panel.compared.connect(self.compare)

    def set_theme(self, theme: Theme) -> None:
        """Show comparisons in the colours of `theme` from now on."""
        self._theme = theme

    def _on_article_opened(self, article: Article) -> None:
        self._show((), article.uid)
        library, uid = self._session.library, article.uid
        self._session.jobs.run(
            lambda _: library.versions(uid),
            lambda versions: self._show(versions, uid),
            channel="versions",
        )

    def _on_work_changed(self, change: Change) -> None:
        """A corrected date or line may part a story or bring one together."""
        article = self._session.article
        if article is not None and any(item.noun in ("field", "line") for item in change.items):
            self._on_article_opened(article)

    def _show(self, versions: tuple[Version, ...], uid: str) -> None:
        self._panel.show_versions(versions, uid)
        others = tuple(one for one in versions if one.row.uid != uid)
        self.counted.emit(len(others))
        self.versions_arrived.emit(others)

    def compare(self, uid: str) -> None:
        """Show the open article beside another version of its story."""
        article = self._session.article
        if article is None:
            return
        other = self._session.library.article(uid)
        if not is_comparable(article, other):
            words = self.tr("One of these articles has more than {n} words, too many to compare.")
            self._session.said.emit(words.format(n=f"{MOST_WORDS:,}"))
            return
        self._session.jobs.run(
            lambda _: compare(article, other),
            lambda found: self._open(article, other, found),
            channel="compare",
        )

    def _open(self, left: Article, right: Article, found: Comparison) -> None:
        look = TextLook.of(self._session.settings)
        self._dialog = CompareDialog(self._theme, look, self._parent)
        self._dialog.show_comparison(left, right, found)
        self._dialog.open()
