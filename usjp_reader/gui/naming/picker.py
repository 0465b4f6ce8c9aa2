"""A line to type a name into, above the entities that may be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QSizePolicy, QVBoxLayout, QWidget

from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.naming.choice_delegate import ChoiceDelegate
from usjp_reader.gui.naming.choices_model import ChoicesModel
from usjp_reader.gui.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.gui.theme.themes import Theme
    from usjp_reader.library.name_choices import NameChoice

_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})

LEAST_ROWS, MOST_ROWS = 3, 5
"""Entities that are seen at once."""


class EntityPicker(QWidget):
    """The keyboard stays in the line: arrows go through the list, Enter takes what is marked."""

    typed = Signal(str)
    """What stands in the line now; answer with `show_choices`."""
    chosen = Signal(str)
    """The id of an entity: Enter, or a click."""
    missed = Signal(str)
    """Enter was pressed, and nobody is called what stands in the line."""
    moved = Signal()
    """Another entity is marked, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChoicesModel(self)
        self.most_rows = MOST_ROWS
        self.line = TypedLine()
        self.line.setPlaceholderText(self.tr("Type a name, in English or Japanese"))
        self.line.setAccessibleName(self.tr("Name of whom is meant"))
        self.line.setMaxLength(200)
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(self._on_return)
        self.line.installEventFilter(self)
        self._delegate = ChoiceDelegate(self)
        self.view = self._made_view()
        self._none = plain_label("", "muted", wraps=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.setContentsMargins(9, 8, 9, 8)
        self._set_rows(LEAST_ROWS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.line, self.view, self._none):
            column.addWidget(part)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _made_view(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(self.tr("Who may be meant"))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.clicked.connect(self._on_clicked)
        view.selectionModel().currentChanged.connect(self.moved)
        return view

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self.view.viewport().update()

    def _set_rows(self, rows: int) -> None:
        self._rows = rows
        height = rows * self._delegate.row_height(self.font()) + 2
        for part in (self.view, self._none):
            part.setFixedHeight(height)

    @property
    def room_to_grow(self) -> int:
        """Pixels by which the list may become taller."""
        return (self.most_rows - self._rows) * self._delegate.row_height(self.font())

    def begin(self, nobody: str) -> None:
        """Empty it for another question; `nobody` is said until there is an answer."""
        self.line.clear()
        self.most_rows = MOST_ROWS
        self._set_rows(LEAST_ROWS)
        self.show_choices((), nobody=nobody)

    def show_choices(
        self, choices: Sequence[NameChoice], present: str = "", nobody: str = ""
    ) -> None:
        """Show who may be meant, and mark one: the first, but before typing not who is meant now.

        It grows with them, and does not shrink below the eyes of who types.

        Args:
            choices: The entities.
            present: The id of the one that is meant now.
            nobody: What is said where there are none.
        """
        self.model.show_choices(choices, present)
        self._none.setText(nobody)
        self.view.setVisible(bool(choices))
        self._none.setVisible(not choices)
        self._set_rows(max(self._rows, min(len(choices), self.most_rows)))
        others = (at for at, one in enumerate(choices) if one.entity != present)
        at = 0 if self.line.text().strip() else next(others, 0)
        self.view.setCurrentIndex(self.model.index(at))
        self.moved.emit()

    @property
    def marked(self) -> str:
        """The id of the entity that Enter would take, or ""."""
        at = self.view.currentIndex().row()
        return self.model.rows[at].entity if 0 <= at < len(self.model.rows) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows typed into the line go through the list."""
        is_press = watched is self.line and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            QApplication.sendEvent(self.view, QKeyEvent(event))
            return True
        return super().eventFilter(watched, event)

    def _on_return(self) -> None:
        if self.marked:
            self.chosen.emit(self.marked)
        else:
            self.missed.emit(self.line.text().strip())

    def _on_clicked(self, index: QModelIndex) -> None:
        self.view.setCurrentIndex(index)
        if self.marked:
            self.chosen.emit(self.marked)
