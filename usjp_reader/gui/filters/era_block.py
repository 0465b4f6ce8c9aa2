"""Eras of one division of time with their counts, under the histogram of years."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from usjp_reader.domain.queries import ArticleQuery, Axis, Counts
from usjp_reader.gui.articles.plain import menu_text, plain_label, tooltip
from usjp_reader.gui.filters.block import Block, ShortenedButton, link_button
from usjp_reader.gui.filters.division import DivisionDialog, division_told, kind_words
from usjp_reader.gui.filters.era_lines import chosen_ranges, era_lines
from usjp_reader.gui.filters.histogram import Histogram
from usjp_reader.gui.filters.line_view import LineView
from usjp_reader.gui.filters.values import Line, Mark
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from usjp_reader.domain.eras import Periodisation

LONG = 20
"""A division with more eras hides those without articles until asked."""


class EraBlock(Block):
    """Chooser, histogram, eras, and what an era means."""

    toggled = Signal(object, bool)
    """An `EraChoice`; the second value is always False: eras are not excluded."""
    years_brushed = Signal(object)
    """`Days`, or None."""
    axis_changed = Signal(object)
    """An `Axis`."""
    certain_changed = Signal(bool)
    division_changed = Signal(str)
    """The id of the division that is shown now."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("EraBlock", "Era"), theme, parent)
        self._divisions: tuple[Periodisation, ...] = ()
        self._shown: Periodisation | None = None
        self._query, self._counts = ArticleQuery(), Counts()
        self._axis_years: tuple[int, int] | None = None
        self._shows_empty = False
        self._make_parts(theme)
        self._lay_out()

    def _make_parts(self, theme: Theme) -> None:
        self._chooser = self._made_chooser()
        self.histogram = Histogram(theme, self)
        self.histogram.years_brushed.connect(self.years_brushed)
        self.view = LineView(self.tr("Eras"), theme, self)
        self.beside = LineView(self.tr("Eras that run beside the others"), theme, self)
        for view in (self.view, self.beside):
            view.toggled.connect(self.toggled)
        self._beside_title = plain_label(self.tr("Beside these"), "muted")
        self._beside_title.setContentsMargins(7, 4, 0, 0)
        self._empty = link_button("", self)
        self._empty.clicked.connect(self._on_empty)
        self._axes = QButtonGroup(self)
        self._certain = with_look(QToolButton(self), "flat")
        self._certain.setText(self.tr("Only certain dates"))
        self._certain.setCheckable(True)
        self._certain.setToolTip(
            tooltip(self.tr("Leave out articles that lie only possibly in a chosen era."))
        )
        self._certain.clicked.connect(self.certain_changed)

    def _lay_out(self) -> None:
        self.add_link(self._chooser)
        for part in (self.histogram, self._made_axes(), self.view, self._empty):
            self.body.addWidget(part)
        for part in (self._beside_title, self.beside, self._certain):
            self.body.addWidget(part)
        self.body.setAlignment(self._empty, Qt.AlignmentFlag.AlignLeft)
        self.body.setAlignment(self._certain, Qt.AlignmentFlag.AlignLeft)
        self.body.setSpacing(3)

    def _made_chooser(self) -> ShortenedButton:
        button = ShortenedButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        button.setAccessibleName(self.tr("Division of time"))
        return button

    def _made_axes(self) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(4)
        words = {Axis.PUBLISHED: self.tr("Published in"), Axis.ABOUT: self.tr("Talks about")}
        told = {
            Axis.PUBLISHED: self.tr("An era means when an article was published."),
            Axis.ABOUT: self.tr("An era means the times that an article talks about."),
        }
        for axis in Axis:
            button = with_look(QToolButton(row), "flat")
            button.setText(words[axis])
            button.setToolTip(tooltip(told[axis]))
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_axis, axis))
            self._axes.addButton(button, list(Axis).index(axis))
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    # -- what is shown ---------------------------------------------------------------------

    @property
    def division(self) -> str:
        """The id of the division that is shown, or ""."""
        return self._shown.id if self._shown else ""

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        super().set_theme(theme)
        if hasattr(self, "_axes"):
            self.histogram.set_theme(theme)
            self.view.set_theme(theme)
            self.beside.set_theme(theme)
            self._beside_title.setFont(scaled(self.font(), 0.9))

    def set_divisions(self, divisions: tuple[Periodisation, ...]) -> None:
        """Offer these divisions, and show the one shown before, or the first."""
        self._divisions = divisions
        menu = self._chooser.menu()
        menu.clear()
        group = QActionGroup(menu)
        for division in divisions:
            text = f"{division.name()} — {kind_words(division.kind)}"
            action = menu.addAction(menu_text(text))
            action.setCheckable(True)
            action.setData(division.id)
            action.setToolTip(tooltip(division_told(division)))
            action.triggered.connect(partial(self._on_division, division.id))
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("About this division…"), self.explain)
        self.show_division(self.division)

    def show_division(self, division: str) -> None:
        """Show the eras of a division; an unknown id means the first."""
        known = {each.id: each for each in self._divisions}
        self._shown = known.get(division) or next(iter(self._divisions), None)
        if self._shown is not None:
            self._chooser.set_words(self._shown.name())
            self._chooser.setToolTip(tooltip(division_told(self._shown)))
        for action in self._chooser.menu().actions():
            action.setChecked(action.data() == self.division)
        self._fill()

    def set_query(self, query: ArticleQuery) -> None:
        """Show what a query chooses."""
        self._query = query
        self._axes.button(list(Axis).index(query.axis)).setChecked(True)
        self._certain.setChecked(query.certain_only)
        self._fill()

    def set_counts(self, counts: Counts, query: ArticleQuery) -> None:
        """Show the counts of a query.

        The axis of the histogram grows with the years seen and starts anew with an unfiltered
        query, so that bars do not jump while the reader filters.
        """
        self._counts = counts
        seen = [year for year, _ in counts.years]
        if query.is_filtered and self._axis_years:
            seen += self._axis_years
        self._axis_years = (min(seen), max(seen)) if seen else None
        self.histogram.set_years(counts.years, counts.years_doubtful, self._axis_years)
        self._fill()

    def explain(self) -> None:
        """Show all that the division says of itself."""
        if self._shown is not None:
            dialog = DivisionDialog(self._shown, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _fill(self) -> None:
        if self._shown is None:
            return
        lines, beside = era_lines(self._shown, self._query, self._counts)
        hidden = sum(1 for line in lines if _is_idle(line)) if len(lines) > LONG else 0
        if hidden and not self._shows_empty:
            lines = tuple(line for line in lines if not _is_idle(line))
        self.view.set_lines(lines)
        self.beside.set_lines(beside)
        self.beside.setVisible(bool(beside))
        self._beside_title.setVisible(bool(beside))
        self._word_empty(hidden)
        self.histogram.set_chosen(self._query.published, chosen_ranges(self._shown, self._query))

    def _word_empty(self, hidden: int) -> None:
        words = self.tr("hide {n} without articles") if self._shows_empty else ""
        words = words or self.tr("{n} without articles")
        self._empty.setText(words.format(n=hidden))
        self._empty.setVisible(hidden > 0)

    def _on_empty(self) -> None:
        self._shows_empty = not self._shows_empty
        self._fill()

    def _on_division(self, division: str, _checked: bool = False) -> None:
        self.show_division(division)
        self.division_changed.emit(division)

    def _on_axis(self, axis: Axis, _checked: bool = False) -> None:
        self.axis_changed.emit(axis)


def _is_idle(line: Line) -> bool:
    return line.is_empty and line.mark is Mark.OFF
