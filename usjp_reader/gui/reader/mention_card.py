"""The card of a mention: who or what this was on the date of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from usjp_reader.config.messages import said
from usjp_reader.domain.entities import EntityCard
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.reader.chart import YearChart
from usjp_reader.gui.reader.dates import day_words
from usjp_reader.gui.reader.floating import FloatingCard, plain_label
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.marks import mark_colours, type_word
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLabel, QWidget

    from usjp_reader.domain.entities import Mention, OfficeHeld

WIDTH = 320
MOST_OFFICES = 4


def plain_card(mention: Mention) -> EntityCard:
    """The card of something that the knowledge base does not know: its words and why."""
    return EntityCard("", mention.type, mention.text, (), "", None, (), None, (), 0)


class MentionCard(FloatingCard):
    """Shows an `EntityCard` beside its mention."""

    correction_requested = Signal()
    """It means somebody else, or nobody."""
    all_requested = Signal(str)
    """All mentions of the entity with this id."""
    filter_requested = Signal(str)
    """Only articles that mention the entity with this id."""
    next_requested = Signal(str)
    """The next mention, in this text, of the entity with this id."""

    page_requested = Signal(str)
    """The page of the entity with this id."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entity = ""
        self._theme = LIGHT
        self._heading = plain_label()
        self._name = plain_label()
        self._other = plain_label("muted")
        self._offices = plain_label()
        self._description = plain_label()
        self._why = plain_label("muted")
        self._corrected = plain_label("muted")
        self._chart = YearChart()
        self._count = plain_label("muted")
        self._links = [
            self._link(self.tr("All mentions"), self._on_all),
            self._link(self.tr("Filter"), self._on_filter),
            self._link(self.tr("Next mention"), self._on_next),
            self._link(self.tr("Page"), self._on_page),
        ]
        self._links[-1].setToolTip(self.tr("All that is known of it (p)"))
        self.correct = self._link(self.tr("Correct…"), self._on_correct)
        self.correct.setToolTip(self.tr("Say whom it means (e)"))
        self._arrange()

    def _link(self, words: str, slot: object) -> QPushButton:
        button = with_look(QPushButton(words), "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(slot)
        return button

    def _arrange(self) -> None:
        self._heading.setFont(scaled(self.font(), 0.84, QFont.Weight.Bold))
        self._name.setFont(scaled(self.font(), 1.12, QFont.Weight.DemiBold))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 10)
        column.setSpacing(3)
        for part in (self._heading, self._name, self._other, self._description, self._offices):
            column.addWidget(part)
        column.addWidget(self._why)
        column.addWidget(self._corrected)
        column.addSpacing(6)
        column.addWidget(self._chart)
        column.addWidget(self._count)
        links = FlowLayout(gap=8, row_gap=2)
        for link in (*self._links, self.correct):
            links.addWidget(link)
        column.addLayout(links)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme

    def show_card(self, card: EntityCard, mention: Mention, corrected: str = "") -> None:
        """Fill it; `show_beside` brings it up. `corrected` says which of its words were misread."""
        self._entity = card.id
        self._show_heading(card)
        self._name.setText(card.name)
        _show_or_hide(self._other, " · ".join(card.other_names))
        _show_or_hide(self._description, card.description)
        _show_or_hide(self._offices, "\n".join(self._offices_of(card)))
        why = said(mention.why)
        if mention.doubtful:
            why = self.tr("Doubtful. {why}").format(why=why)
        _show_or_hide(self._why, why)
        _show_or_hide(self._corrected, corrected)
        self._chart.show_years(card.per_year, self._theme)
        _show_or_hide(self._count, self._articles(card) if card.id else "")
        for link in self._links:
            link.setVisible(bool(card.id))
        self._fit()

    def _show_heading(self, card: EntityCard) -> None:
        words = type_word(card.type)
        if card.heading is not None:
            words = f"{words} · {said(card.heading)}"
        self._heading.setText(words.upper())
        palette = self._heading.palette()
        colour = mark_colours(self._theme).entities[card.type]
        palette.setColor(self._heading.foregroundRole(), colour)
        self._heading.setPalette(palette)

    def _offices_of(self, card: EntityCard) -> Iterator[str]:
        for office in card.offices[-MOST_OFFICES:]:
            yield f"{office.name} {self._days(office)}"
        if card.party:
            yield card.party

    def _days(self, office: OfficeHeld) -> str:
        first = day_words(office.days.earliest)
        if office.is_current:
            return self.tr("since {day}").format(day=first)
        words = f"{first} – {day_words(office.days.latest)}"
        return self.tr("{days}, acting").format(days=words) if office.is_acting else words

    def _articles(self, card: EntityCard) -> str:
        if card.articles == 1:
            count = self.tr("1 article")
        else:
            count = self.tr("{count} articles").format(count=f"{card.articles:,}")
        years = sorted(year for year, _ in card.per_year)
        if not years:
            return count
        span = f"{years[0]}" if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
        return f"{count}, {span}"

    def _fit(self) -> None:
        self.setFixedWidth(WIDTH)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.heightForWidth(WIDTH))

    def focus_first(self) -> None:
        """Put the focus on its first link, for readers who use the keyboard."""
        first = self.correct if self._links[0].isHidden() else self._links[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_correct(self) -> None:
        self.correction_requested.emit()

    def _on_all(self) -> None:
        self.all_requested.emit(self._entity)

    def _on_filter(self) -> None:
        self.filter_requested.emit(self._entity)

    def _on_next(self) -> None:
        self.next_requested.emit(self._entity)

    def _on_page(self) -> None:
        self.page_requested.emit(self._entity)


def _show_or_hide(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
