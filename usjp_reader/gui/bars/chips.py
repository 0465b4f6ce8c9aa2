"""The conditions of a query as chips that can be taken away one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from usjp_reader.domain.queries import ArticleQuery
from usjp_reader.gui.articles.plain import menu_text, one_line, tooltip
from usjp_reader.gui.filters.block import link_button
from usjp_reader.gui.filters.choices import chip_words, choices_of
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from usjp_reader.gui.filters.choices import Choice, NameOf

_LONGEST = 34
"""Characters of a chip; the rest is in its tooltip."""


class Chip(QToolButton):
    """One condition; a click, Delete or Backspace takes it away."""

    removed = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = one_line(words)
        is_long = len(self.words) > _LONGEST
        shown = self.words[: _LONGEST - 1].rstrip() + "…" if is_long else self.words
        self.setText(f"{menu_text(shown)}  ×")
        self.setAccessibleName(self.tr("Drop filter: {words}").format(words=self.words))
        self.setToolTip(tooltip(self.accessibleName()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.removed)
        with_look(self, "chip")
        self.setFont(scaled(self.font(), 0.94))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that delete take the condition away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)


class ChipsBar(QWidget):
    """All conditions of the query that is shown; not there when there is none."""

    removed = Signal(object)
    """The `Choice` to be taken out of the query."""
    cleared = Signal()

    def __init__(self, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._query = ArticleQuery()
        self._chips: list[QToolButton] = []
        self._shown: tuple[tuple[Choice, str], ...] = ()
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(12, 9, 12, 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Active filters"))
        self.hide()

    @property
    def chips(self) -> tuple[str, ...]:
        """The words of the chips that are shown."""
        return tuple(words for _, words in self._shown)

    def set_query(self, query: ArticleQuery) -> None:
        """Show the conditions of a query."""
        self._query = query
        named = tuple(
            (choice, chip_words(choice, query, self._name_of)) for choice in choices_of(query)
        )
        if named != self._shown:
            self._rebuild(named)
        self.setVisible(bool(named))

    def refresh_names(self) -> None:
        """Names were learnt: show them."""
        self.set_query(self._query)

    def _rebuild(self, named: tuple[tuple[Choice, str], ...]) -> None:
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._shown, self._chips = named, []
        for choice, words in named:
            chip = Chip(words, self)
            chip.removed.connect(partial(self.removed.emit, choice))
            self._add(chip)
        if named:
            clear = link_button(self.tr("Clear all"), self)
            clear.clicked.connect(self.cleared)
            self._add(clear)
            if had_focus:
                self._chips[0].setFocus()
        self.updateGeometry()

    def _add(self, chip: QToolButton) -> None:
        self._chips.append(chip)
        self._flow.addWidget(chip)
        chip.show()
