"""The card of a line of page furniture: why it is one, and what can be said against it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from usjp_reader.gui.articles.plain import menu_text, tooltip
from usjp_reader.gui.reader.floating import FloatingCard, plain_label
from usjp_reader.gui.reader.line_choices import choices
from usjp_reader.gui.reader.line_words import rule_name, rule_why
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.fonts import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.corrections import LineReach
    from usjp_reader.domain.texts import Line
    from usjp_reader.gui.reader.line_choices import LineChoice

WIDTH = 460
_EDGES = 40
"""Pixels of a card and its buttons that are no words."""


class LineCard(FloatingCard):
    """Shows one line's rule in a sentence, and the choices there are."""

    chosen = Signal(object, object, bool)
    """A tuple with the `Line`, its `LineKind` or None, whether in all articles of its source."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._title = plain_label()
        self._title.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold))
        self._why = plain_label("muted")
        self._buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 11, 14, 10)
        self._column.setSpacing(3)
        for label in (self._title, self._why):
            self._column.addWidget(label)
        self._column.addSpacing(4)

    def show_line(self, line: Line) -> None:
        """Fill it; `show_beside` brings it up."""
        self._lines = (line,)
        self.setFixedWidth(self.width_at_most(WIDTH))
        name = rule_name(line.rule)
        self._title.setText(self.tr("Page furniture: {rule}").format(rule=name))
        self._why.setText(rule_why(line.rule))
        self._offer(None)

    def show_reach(self, lines: tuple[Line, ...], reach: LineReach) -> None:
        """Say in how many articles the line stands; too late an answer is left aside."""
        if lines == self._lines and not self.isHidden():
            focused = [button.hasFocus() for button in self._buttons]
            self._why.setText(rule_why(self._lines[0].rule, reach))
            self._offer(reach)
            if any(focused):
                self._buttons[focused.index(True)].setFocus()

    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, reach: LineReach | None) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(choice) for choice in choices(self._lines, reach)]
        self._fit()

    def _button(self, choice: LineChoice) -> QPushButton:
        button = with_look(QPushButton(), "link")
        room = self.width() - _EDGES
        shown = button.fontMetrics().elidedText(choice.words, Qt.TextElideMode.ElideMiddle, room)
        button.setText(menu_text(shown))
        button.setAccessibleName(choice.words)
        button.setToolTip(tooltip(choice.words if shown != choice.words else ""))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self._on_clicked, choice))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.show()  # else the layout of a card that is shown leaves it out for now
        return button

    def _on_clicked(self, choice: LineChoice, _checked: bool = False) -> None:
        self.chosen.emit(self._lines, choice.kind, choice.of_source)

    def _fit(self) -> None:
        self._column.activate()
        self.setFixedHeight(self._column.heightForWidth(self.width()))
