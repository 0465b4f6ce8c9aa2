"""The window with the page of one entity. It stands beside the reader, and never in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from usjp_reader.gui.articles.plain import articles_words, one_line, plain_label
from usjp_reader.gui.entity.about import AboutPage
from usjp_reader.gui.entity.head import PageHead
from usjp_reader.gui.entity.mentions_list import MentionsList

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from usjp_reader.domain.dates import Dated
    from usjp_reader.domain.entity_pages import EntityPage, MentionLines
    from usjp_reader.gui.theme.themes import Theme

USUAL = QSize(600, 700)
LEAST = QSize(380, 320)


class EntityWindow(QWidget):
    """Shows an `EntityPage`; what is wanted of it leaves as signals."""

    back_requested = Signal()
    closed = Signal()
    filter_requested = Signal(str)
    followed = Signal(str)
    """The page of the entity with this id is wanted."""
    id_requested = Signal(str)
    mention_opened = Signal(object)
    """A `MentionInContext` is to be shown in its article."""
    mentions_wanted = Signal(int)
    """The next mentions are wanted, behind those of so many articles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.page: EntityPage | None = None
        self.head = PageHead()
        self.about = AboutPage()
        self.mentions = MentionsList()
        self._none: QLabel = plain_label(self.tr("No article mentions this."), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._second = QStackedWidget()
        self._second.addWidget(self.mentions)
        self._second.addWidget(self._none)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.about, self.tr("About"))
        self.tabs.addTab(self._second, self.tr("All mentions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        self._connect()
        self.set_theme(theme)

    def _connect(self) -> None:
        self.about.followed.connect(self.followed)
        self.head.back_requested.connect(self.back_requested)
        self.head.filter_requested.connect(self.filter_requested)
        self.head.id_requested.connect(self.id_requested)
        self.mentions.opened.connect(self.mention_opened)
        self.mentions.mentions.wanted.connect(self.mentions_wanted)
        for keys, slot in (
            ("Esc", self.close),
            ("Ctrl+W", self.close),
            ("Alt+Left", self.back_requested.emit),
            ("1", self._to_about),
            ("2", self.show_mentions),
        ):
            QShortcut(QKeySequence(keys), self, slot)
        self.tabs.setTabToolTip(0, self.tr("About (1)"))
        self.tabs.setTabToolTip(1, self.tr("All mentions (2)"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for part in (self.head, self.about, self.mentions):
            part.set_theme(theme)

    def show_page(self, page: EntityPage, *, can_go_back: bool) -> None:
        """Show another entity."""
        self.page = page
        self.head.show_page(page, can_go_back=can_go_back)
        self.about.show_page(page)
        self.mentions.begin(page.type)
        self._second.setCurrentWidget(self.mentions if page.articles else self._none)
        count = articles_words(page.articles) if page.articles else ""
        self.tabs.setTabText(1, " · ".join(filter(None, (self.tr("All mentions"), count))))
        self.setWindowTitle(f"{one_line(page.name)} – USJP Reader")

    def show_article(self, published: Dated | None) -> None:
        """Draw the date of the open article among the offices."""
        self.about.timeline.show_article(published)

    def add_mentions(self, lines: MentionLines) -> None:
        """Show the mentions that were wanted."""
        self.mentions.mentions.add(lines)

    def show_mentions(self) -> None:
        """Bring all mentions to the front."""
        self.tabs.setCurrentIndex(1)
        self.mentions.setFocus()

    def _to_about(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.about.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is gone, so that its size can be kept."""
        self.closed.emit()
        super().closeEvent(event)
