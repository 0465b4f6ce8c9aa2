"""What is known of an entity, from top to bottom: offices, articles, relations, company, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from usjp_reader.config.messages import said
from usjp_reader.domain.queries import Facet
from usjp_reader.gui.articles.plain import articles_words, grouped, plain_label
from usjp_reader.gui.entity.head import section_label
from usjp_reader.gui.entity.links import Link, LinkRow
from usjp_reader.gui.entity.names_table import NamesTable
from usjp_reader.gui.entity.timeline import OfficeTimeline
from usjp_reader.gui.entity.words import period_words
from usjp_reader.gui.filters.choices import facet_word
from usjp_reader.gui.reader.chart import YearChart
from usjp_reader.gui.theme.themes import LIGHT, Theme
from usjp_reader.knowledge.entity_pages import relation_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from usjp_reader.domain.entity_pages import EntityPage, Related, RelationGroup

translate = QCoreApplication.translate

_SIDE = 18
"""Pixels left and right of the parts."""
_FACETS = (Facet.PERSON, Facet.ORG, Facet.PLACE, Facet.LAW, Facet.EVENT, Facet.NORP)


class AboutPage(QScrollArea):
    """The parts of the page that there is something to say in."""

    followed = Signal(str)
    """The id of another entity whose page is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._page: EntityPage | None = None
        self.timeline = OfficeTimeline()
        self.chart = YearChart()
        self._years = plain_label("", "muted")
        self.names = NamesTable()
        self.rows: list[LinkRow] = []
        inside = QWidget()
        self._sections = {
            "offices": _Section(self.tr("Offices"), self.timeline),
            "articles": _Section(self.tr("Articles a year"), self.chart, self._years),
            "relations": _Section(self.tr("Relations")),
            "company": _Section(self.tr("Mentioned in the same articles")),
            "names": _Section(self.tr("All names"), self.names),
        }
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 12, _SIDE, 16)
        column.setSpacing(16)
        for section in self._sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.timeline.set_theme(theme)
        if self._page is not None:
            self.chart.show_years(self._page.per_year, theme)

    def show_page(self, page: EntityPage) -> None:
        """Show another entity, from the top."""
        self._page = page
        for row in self.rows:
            row.deleteLater()
        self.rows = []
        self.timeline.show_terms(page.offices)
        self._sections["articles"].setVisible(page.articles > 0)
        self._sections["offices"].setVisible(bool(page.offices))
        self._show_years(page)
        self._add_rows("offices", list(_of_offices(page)))
        self._show_links("relations", [_of_relation(group) for group in page.relations])
        self._show_links("company", list(_of_company(page)))
        self.names.show_names(page.names)
        self._sections["names"].setVisible(bool(page.names))
        self._fit()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the links anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for row in self.rows:
            row.fit(self.viewport().width() - 2 * _SIDE)

    def _show_years(self, page: EntityPage) -> None:
        self.chart.show_years(page.per_year, self._theme)
        dated = sum(count for _, count in page.per_year)
        words = articles_words(page.articles)
        if page.per_year:
            first, last = page.per_year[0][0], page.per_year[-1][0]
            words += f", {first}" if first == last else f", {first}–{last}"
        if dated < page.articles:
            left = grouped(page.articles - dated)
            words += self.tr("; {count} of no certain year").format(count=left)
        self._years.setText(words)

    def _show_links(self, section: str, told: list[tuple[str, list[Link]]]) -> None:
        self._add_rows(section, told)
        self._sections[section].setVisible(bool(told))

    def _add_rows(self, section: str, told: list[tuple[str, list[Link]]]) -> None:
        for words, links in told:
            row = LinkRow(words, links)
            row.followed.connect(self.followed)
            self._sections[section].column.addWidget(row)
            self.rows.append(row)

    def shown_sections(self) -> list[str]:
        """The parts that are shown, in order."""
        return [name for name, section in self._sections.items() if not section.isHidden()]


class _Section(QWidget):
    """A heading and what stands below it."""

    def __init__(self, words: str, *parts: QWidget) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(section_label(words, self))
        for part in parts:
            self.column.addWidget(part)


def _of_offices(page: EntityPage) -> Iterable[tuple[str, list[Link]]]:
    """Who held the offices just before and just after."""
    before = _links((term.name, term.predecessor) for term in page.offices)
    after = _links((term.name, term.successor) for term in page.offices)
    if before:
        yield translate("EntityPage", "Followed"), before
    if after:
        yield translate("EntityPage", "Followed by"), after


def _links(holders: Iterable[tuple[str, Related | None]]) -> list[Link]:
    return [Link(one.entity, one.name, office) for office, one in holders if one is not None]


def _of_relation(group: RelationGroup) -> tuple[str, list[Link]]:
    words = said(relation_words(group.relation, is_reverse=group.is_reverse))
    is_one_day = group.relation == "signatory-of"
    links = [Link(one.entity, one.name, _years(one, is_one_day)) for one in group.related]
    return words, links


def _years(one: Related, is_one_day: bool) -> str:
    if is_one_day and one.days is not None:
        return str(one.days.earliest.year)
    return period_words(one.days)


def _of_company(page: EntityPage) -> Iterable[tuple[str, list[Link]]]:
    for facet in _FACETS:
        links = [
            Link(one.entity, one.name, grouped(one.articles))
            for one in page.companions
            if one.facet is facet
        ]
        if links:
            yield facet_word(facet), links
