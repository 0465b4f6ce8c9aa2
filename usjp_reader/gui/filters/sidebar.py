"""The sidebar of filters: one query in, the counts of it in, another query out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from usjp_reader.domain.queries import ArticleQuery, Axis, Counts, FacetChoice, Flag
from usjp_reader.gui.filters.choices import FACET_WORDS, cleared, flag_word, toggled
from usjp_reader.gui.filters.era_block import EraBlock
from usjp_reader.gui.filters.facet_block import FacetBlock
from usjp_reader.gui.filters.line_view import LineView
from usjp_reader.gui.filters.values import Line, Mark
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.eras import Periodisation
    from usjp_reader.domain.queries import EraChoice


class Sidebar(QScrollArea):
    """Flags, eras and facets, one below the other."""

    query_changed = Signal(object)
    """The `ArticleQuery` the reader asks for now."""
    page_requested = Signal(str)
    """The page of the entity with this id is wanted."""
    division_changed = Signal(str)
    """The division of time that is shown now, to be remembered."""

    def __init__(
        self,
        periodisations: tuple[Periodisation, ...] = (),
        theme: Theme = LIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._query, self._counts = ArticleQuery(), Counts()
        self._library_total: int | None = None
        self.flags = LineView(self.tr("Library"), theme)
        self.eras = EraBlock(theme)
        self.facets = {facet: FacetBlock(facet, theme) for facet in FACET_WORDS}
        self._lay_out()
        self._connect()
        self.set_periodisations(periodisations)
        self.set_query(self._query)

    def _lay_out(self) -> None:
        inside = with_look(QWidget(), "sidebar")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(8, 10, 3, 16)
        layout.setSpacing(0)
        for part in (self.flags, self.eras, *self.facets.values()):
            layout.addWidget(part)
        layout.addStretch(1)
        self._inside = inside
        with_look(self, "sidebar")
        self.setAccessibleName(self.tr("Filters"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(190)
        self.setWidget(inside)

    def _connect(self) -> None:
        self.flags.toggled.connect(self._on_flag)
        self.eras.toggled.connect(self._on_toggled)
        self.eras.years_brushed.connect(self._on_brushed)
        self.eras.axis_changed.connect(self._on_axis)
        self.eras.certain_changed.connect(self._on_certain)
        self.eras.division_changed.connect(self.division_changed)
        for facet in self.facets.values():
            facet.toggled.connect(self._on_toggled)
            facet.page_requested.connect(self._on_page)
        for view in self._views():
            view.left.connect(partial(self._on_left, view))
            view.current_moved.connect(partial(self._on_moved, view))

    # -- what is shown ---------------------------------------------------------------------

    @property
    def query(self) -> ArticleQuery:
        """The query that is shown."""
        return self._query

    def sizeHint(self) -> QSize:
        """As wide as most names."""
        return QSize(262, 600)

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.flags.set_theme(theme)
        self.eras.set_theme(theme)
        for facet in self.facets.values():
            facet.set_theme(theme)

    def set_periodisations(self, periodisations: tuple[Periodisation, ...]) -> None:
        """Offer these divisions of time."""
        self.eras.set_divisions(periodisations)

    def set_query(self, query: ArticleQuery) -> None:
        """Show what a query chooses; says nothing."""
        self._query = query
        self.eras.set_query(query)
        self._fill_flags()
        self._fill_facets()

    def set_counts(self, counts: Counts, library_total: int | None = None) -> None:
        """Show the counts of the query that is shown.

        Args:
            counts: For each line, what choosing it would find.
            library_total: Articles of the whole library, for "All articles"; without it the
                total of the last query that had no condition.
        """
        self._counts = counts
        if library_total is not None or not self._query.is_filtered:
            self._library_total = counts.total if library_total is None else library_total
        self.eras.set_counts(counts, self._query)
        self._fill_flags()
        self._fill_facets()

    def state(self) -> dict[str, Any]:
        """What the window remembers: which blocks are folded, which division is shown."""
        folded = [facet.value for facet, block in self.facets.items() if not block.is_open]
        return {"folded": folded, "division": self.eras.division, "eras": self.eras.is_open}

    def restore(self, state: dict[str, Any]) -> None:
        """Put back what `state` gave; anything else is ignored."""
        folded = state.get("folded")
        for facet, block in self.facets.items():
            block.set_open(not isinstance(folded, list) or facet.value not in folded)
        self.eras.set_open(state.get("eras") is not False)
        self.eras.show_division(str(state.get("division", "")))

    def _fill_flags(self) -> None:
        counts, query = self._counts.flags, self._query
        total = self._counts.total if self._library_total is None else self._library_total
        is_all = not query.is_filtered
        lines = [
            Line(None, self.tr("All articles"), total, mark=Mark.WANTED if is_all else Mark.OFF)
        ]
        for flag in Flag:
            mark = Mark.WANTED if flag in query.flags else Mark.OFF
            lines.append(Line(flag, flag_word(flag), counts.get(flag, 0), mark=mark))
        self.flags.set_lines(tuple(lines))

    def _fill_facets(self) -> None:
        for facet, block in self.facets.items():
            chosen = tuple(choice for choice in self._query.facets if choice.facet is facet)
            block.set_values(self._counts.facets.get(facet, ()), chosen)

    # -- what the reader does --------------------------------------------------------------

    def _ask(self, query: ArticleQuery) -> None:
        """Show the choice at once; its counts come later."""
        self.set_query(query)
        self.query_changed.emit(query)

    def _on_flag(self, flag: Flag | None, _excluded: bool) -> None:
        self._ask(cleared(self._query) if flag is None else self._query.toggled(flag))

    def _on_toggled(self, choice: EraChoice | FacetChoice, excluded: bool) -> None:
        if excluded and isinstance(choice, FacetChoice):
            choice = replace(choice, excluded=True)
        self._ask(toggled(self._query, choice))

    def _on_page(self, choice: FacetChoice) -> None:
        self.page_requested.emit(choice.value)

    def _on_brushed(self, days: Days | None) -> None:
        self._ask(replace(self._query, published=days))

    def _on_axis(self, axis: Axis) -> None:
        self._ask(replace(self._query, axis=axis))

    def _on_certain(self, certain_only: bool) -> None:
        self._ask(replace(self._query, certain_only=certain_only))

    # -- moving by keys --------------------------------------------------------------------

    def _views(self) -> tuple[LineView, ...]:
        facets = (block.view for block in self.facets.values())
        return (self.flags, self.eras.view, self.eras.beside, *facets)

    def _on_left(self, view: LineView, direction: int) -> None:
        """Arrow keys go on in the next block that is open."""
        views = [other for other in self._views() if other is view or other.isVisible()]
        at = views.index(view) + direction
        while 0 <= at < len(views):
            if views[at].enter(direction):
                return
            at += direction

    def _on_moved(self, view: LineView, line: QRect) -> None:
        place = view.mapTo(self._inside, line.center())
        self.ensureVisible(place.x(), place.y(), 0, line.height() * 2)
