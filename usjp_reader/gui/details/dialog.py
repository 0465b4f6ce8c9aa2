"""The details of one article, or of several together: groups of fields, saved as one change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from usjp_reader.domain.corrections import PUBLISHED
from usjp_reader.gui.articles.plain import articles_words, one_line, plain_label
from usjp_reader.gui.details.fields import GROUPS, FieldGroup, words_of
from usjp_reader.gui.details.row import FieldRow
from usjp_reader.gui.details.values import UNKNOWN
from usjp_reader.gui.dialogs.frame import framed, row_of, small_label
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from usjp_reader.domain.origins import FoundField
    from usjp_reader.gui.details.values import Common
    from usjp_reader.gui.theme.themes import Theme

_LONGEST_TITLE = 120


class DetailsDialog(QDialog):
    """Shows what articles have in common, and says what the reader changed."""

    saved = Signal(object)
    """What the reader says, by the names of fields; None is what the program finds."""

    def __init__(
        self,
        title: str,
        articles: int,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog, yet without values.

        Args:
            title: Of the article, when it is one.
            articles: How many there are.
            theme: In whose colours icons are drawn.
            parent: The window.
        """
        super().__init__(parent)
        heading = one_line(title) if articles == 1 else articles_words(articles)
        if len(heading) > _LONGEST_TITLE:
            heading = f"{heading[: _LONGEST_TITLE - 1]}…"
        layout = framed(self, self.tr("Details"), heading)
        if articles > 1:
            words = self.tr("Only what you change is written, in all of them and as one change.")
            layout.addWidget(small_label(words, self))
        self._grid = QGridLayout()
        self.rows: dict[str, FieldRow] = {}
        self._more: dict[str, QPushButton] = {}
        for group in GROUPS:
            self._add_group(group, theme.muted)
        layout.addWidget(self._scrolled(), 1)
        self._save = QPushButton(self.tr("Save"))
        self._add_buttons(layout)
        self.resize(680, 700)

    def _add_group(self, group: FieldGroup, ink: str) -> None:
        heading = plain_label(words_of(group).upper(), "heading")
        heading.setFont(scaled(self.font(), 0.84))
        more = with_look(QPushButton(self.tr("More fields")), "link")
        more.setAutoDefault(False)
        more.setCheckable(True)
        more.setAccessibleName(self.tr("More fields: {group}").format(group=words_of(group)))
        more.toggled.connect(partial(self._show_group, group))
        at = self._grid.rowCount()
        if self.rows:
            self._grid.setRowMinimumHeight(at, 34)
        bottom = Qt.AlignmentFlag.AlignBottom
        self._grid.addWidget(heading, at, 0, 1, 2, bottom)
        self._grid.addWidget(more, at, 2, 1, 2, bottom | Qt.AlignmentFlag.AlignRight)
        self._more[group.text] = more
        for spec in group.fields:
            row = self.rows[spec.name] = FieldRow(spec, self._grid, ink)
            row.changed.connect(self._refresh)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 10, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(3, 30)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _add_buttons(self, layout: QVBoxLayout) -> None:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._save.setDefault(True)
        self._save.setEnabled(False)
        self._save.clicked.connect(self._on_save)
        layout.addLayout(row_of(cancel, self._save))

    # -- what is shown ---------------------------------------------------------------------------

    def show_states(self, states: Mapping[str, Common], *, is_specimen: bool = False) -> None:
        """Show what the articles have in common.

        Args:
            states: By the names of fields; what is missing is unknown.
            is_specimen: The articles are made up, and stay marked as such.
        """
        for name, row in self.rows.items():
            row.show_state(states.get(name, UNKNOWN))
        if is_specimen:
            self.rows["genre"].set_fixed()
        self.rows["type"].offer(_item_types())
        for group in GROUPS:
            self._show_group(group, self._more[group.text].isChecked())
        self.rows["title"].line.setFocus()

    def show_found(self, found: Mapping[str, FoundField]) -> None:
        """Show, when asked, where the fields of the one article come from."""
        for name, row in self.rows.items():
            row.show_found(found.get(name))

    def show_date(self) -> None:
        """Let the date be typed at once."""
        self.rows[PUBLISHED].line.setFocus()

    def _show_group(self, group: FieldGroup, whole: bool) -> None:
        rows = [self.rows[spec.name] for spec in group.fields]
        shown = [row.spec.is_common or row.is_filled or row.is_touched for row in rows]
        for row, is_shown in zip(rows, shown, strict=True):
            row.set_visible(whole or is_shown)
        more = self._more[group.text]
        more.setText(self.tr("Fewer fields") if whole else self.tr("More fields"))
        more.setVisible(not all(shown))

    # -- what the reader says --------------------------------------------------------------------

    @property
    def said(self) -> dict[str, str | None]:
        """What the reader changed, by the names of fields."""
        return {name: row.said for name, row in self.rows.items() if row.is_touched}

    def _refresh(self) -> None:
        self._save.setEnabled(bool(self.said))

    def _on_save(self) -> None:
        wrong = [row for row in self.rows.values() if not row.is_valid()]
        if wrong:
            wrong[0].line.setFocus()
            return
        self.accept()
        self.saved.emit(self.said)


def _item_types() -> tuple[str, ...]:
    from usjp_reader.library.field_values import item_types  # noqa: PLC0415 - the library is open

    return item_types()
