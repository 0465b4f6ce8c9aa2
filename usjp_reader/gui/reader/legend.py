"""The bar above the text: types of mentions with their counts, on or off, and "2 of 17 ‹ ›"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.icons import icon
from usjp_reader.gui.reader.painter import underline
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.marks import LEGEND, mark_colours, type_words
from usjp_reader.gui.theme.themes import LIGHT, Theme
from usjp_reader.reading.styles import UNDERLINES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from usjp_reader.domain.entities import EntityType


class TypeToggle(QToolButton):
    """One type: its words over its own underline; faded while it is off."""

    def __init__(self, of: EntityType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.of = of
        self._theme = LIGHT
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Say how many mentions there are; none hides the toggle."""
        self.setText(f"{type_words(self.of)} {count}")
        self.setToolTip(self.tr("Show or hide: {type}").format(type=type_words(self.of)))
        self.setVisible(count > 0)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Its words and room for the underline."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        """It is never cut short."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Words, underline, and a frame while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        painter.setPen(QColor(self._theme.ink if is_on else self._theme.muted))
        font = self.font()
        font.setStrikeOut(not is_on)
        painter.setFont(font)
        area = self.rect().adjusted(2, 0, -2, -4)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        if is_on:
            height = self.height() - 4.0
            line = QLineF(2.0, height, self.width() - 2.0, height)
            colour = mark_colours(self._theme).entities[self.of]
            underline(painter, line, UNDERLINES[self.of], colour)
        if self.hasFocus():
            painter.setPen(QColor(self._theme.accent))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)


class LegendBar(QWidget):
    """Switches types of mentions on and off and steps through what is marked."""

    hidden_changed = Signal(object)
    """A frozenset of the types that are not shown."""
    stepped = Signal(int)
    """Next (1) or previous (-1) was asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = with_look(QLabel(self.tr("Highlights")), "muted")
        self.toggles = {of: TypeToggle(of) for of in LEGEND}
        self._counter = with_look(QLabel(), "muted")
        self._previous = self._stepper(-1, self.tr("Previous"))
        self._next = self._stepper(1, self.tr("Next"))
        self._arrange()

    def _arrange(self) -> None:
        types = FlowLayout(gap=12, row_gap=1)
        types.addWidget(self._words)
        for toggle in self.toggles.values():
            toggle.toggled.connect(self._on_toggled)
            types.addWidget(toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 12, 4)
        row.setSpacing(6)
        row.addLayout(types, 1)
        row.addWidget(self._counter)
        pair = QHBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(self._previous)
        pair.addWidget(self._next)
        row.addLayout(pair)

    def _stepper(self, by: int, name: str) -> QToolButton:
        button = with_look(QToolButton(), "flat")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(self._on_next if by > 0 else self._on_previous)
        return button

    def set_counts(self, counts: Mapping[EntityType, int]) -> None:
        """Say how many mentions of each type the article has."""
        for of, toggle in self.toggles.items():
            toggle.set_count(counts.get(of, 0))
        self._words.setVisible(any(counts.values()))

    def set_place(self, at: int | None, total: int, kind: str) -> None:
        """Say which of how many is the current one.

        Args:
            at: Counted from 0, or None before the first.
            total: How many there are.
            kind: What they are, in words.
        """
        is_shown = total > 0
        for part in (self._counter, self._previous, self._next):
            part.setVisible(is_shown)
        if at is None:
            self._counter.setText(f"{total} {kind}")
        else:
            self._counter.setText(self.tr("{at} of {total}").format(at=at + 1, total=total))
        self._counter.setToolTip(kind)

    def set_hidden(self, hidden: frozenset[EntityType]) -> None:
        """Switch off exactly these types, without telling anybody."""
        for of, toggle in self.toggles.items():
            toggle.blockSignals(True)
            toggle.setChecked(of not in hidden)
            toggle.blockSignals(False)
            toggle.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for toggle in self.toggles.values():
            toggle.set_theme(theme)
        self._previous.setIcon(icon("chevron-left", theme.muted, 16))
        self._next.setIcon(icon("chevron-right", theme.muted, 16))

    def _on_toggled(self) -> None:
        off = (of for of, toggle in self.toggles.items() if not toggle.isChecked())
        self.hidden_changed.emit(frozenset(off))

    def _on_next(self) -> None:
        self.stepped.emit(1)

    def _on_previous(self) -> None:
        self.stepped.emit(-1)
