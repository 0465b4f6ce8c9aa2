"""A block of lines that can be chosen, as tall as its lines; keys and clicks become signals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QTableView,
)

from usjp_reader.gui.filters.line_delegate import LineDelegate
from usjp_reader.gui.filters.line_model import LineModel
from usjp_reader.gui.filters.values import Line, Mark
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from usjp_reader.gui.filters.values import Key

_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EXCLUDES = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class LineView(QTableView):
    """Shows lines without scrolling; the sidebar around it scrolls."""

    toggled = Signal(object, bool)
    """The key of a line, and whether it is to be excluded."""
    left = Signal(int)
    """An arrow key went beyond the last line (1) or the first (-1)."""
    page_requested = Signal(object)
    """More is to be told of what a line stands for: its key."""
    current_moved = Signal(object)
    """The rectangle of the current line, in the view: to be kept in sight."""

    def __init__(
        self,
        name: str,
        theme: Theme = LIGHT,
        parent: QWidget | None = None,
        *,
        can_exclude: bool = False,
        has_pages: bool = False,
    ) -> None:
        super().__init__(parent)
        self._has_pages = has_pages
        self._can_exclude = can_exclude
        self._theme = theme
        self._lines = LineModel(self)
        self._delegate = LineDelegate(theme, self.font(), self)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._prepare()
        self.set_theme(theme)

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("look", "sidebar")
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setMinimumSectionSize(10)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are shown."""
        return self._lines.lines

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines or counts; the current line stays current where it is still there."""
        current = self._lines.line(self.currentIndex().row())
        if not self._lines.set_lines(lines):
            return
        row = self._lines.row_of(current.key) if current else None
        if row is not None:
            self.setCurrentIndex(self._lines.index(row, 0))
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme` and in the font the view has now."""
        self._theme = theme
        self._delegate.set_look(theme, self.font())
        self.verticalHeader().setMinimumSectionSize(self._delegate.row_height)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self._fit()
        self.viewport().update()

    def enter(self, direction: int) -> bool:
        """Take the focus on the first line (1) or the last (-1); False without lines."""
        if not self.lines:
            return False
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.setCurrentIndex(self._lines.index(0 if direction > 0 else len(self.lines) - 1, 0))
        return True

    def sizeHint(self) -> QSize:
        """As tall as the lines."""
        return QSize(160, self._delegate.row_height * len(self.lines))

    def minimumSizeHint(self) -> QSize:
        """As tall as the lines, as narrow as may be."""
        return QSize(80, self.sizeHint().height())

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    # -- what the reader does --------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space and Enter choose; with Ctrl or Alt they exclude, as `-` does."""
        row, key = self.currentIndex().row(), event.key()
        if key in _TOGGLES:
            self._toggle(row, bool(event.modifiers() & _EXCLUDES))
        elif key == Qt.Key.Key_Minus:
            self._toggle(row, True)
        elif key == Qt.Key.Key_Down and row == len(self.lines) - 1:
            self.left.emit(1)
        elif key == Qt.Key.Key_Up and row <= 0:
            self.left.emit(-1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the window here."""

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Keep the current line in sight."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.current_moved.emit(self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab, begin at the first line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines:
            self.setCurrentIndex(self._lines.index(0, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses; with Ctrl or Alt it excludes."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self.viewport().rect().contains(point):
            self._toggle(self.rowAt(point.y()), bool(event.modifiers() & _EXCLUDES))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is for the sidebar."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to choose or to exclude."""
        by_mouse = event.reason() is event.Reason.Mouse
        place = event.pos() if by_mouse else self.visualRect(self.currentIndex()).center()
        line = self._lines.line(self.rowAt(place.y()))
        if line is not None and self._can_exclude:
            self._offer(line, self.viewport().mapToGlobal(place))

    def changeEvent(self, event: QEvent) -> None:
        """Lines grow with the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self.set_theme(self._theme)

    def _toggle(self, row: int, excluded: bool) -> None:
        line = self._lines.line(row)
        if line is not None:
            wanted = not excluded or not self._can_exclude
            # A plain click on an excluded line takes the exclusion back.
            self.toggled.emit(line.key, not wanted or line.mark is Mark.UNWANTED)

    def _offer(self, line: Line, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, excluded, mark in (
            (self.tr("Only with this"), False, Mark.WANTED),
            (self.tr("Without this"), True, Mark.UNWANTED),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(line.mark is mark)
            action.triggered.connect(partial(self._choose, line.key, excluded))
        if self._has_pages:
            menu.addSeparator()
            menu.addAction(self.tr("Page"), partial(self.page_requested.emit, line.key))
        menu.popup(place)

    def _choose(self, key: Key, excluded: bool, _checked: bool = False) -> None:
        self.toggled.emit(key, excluded)
