"""The article list: moving through it chooses an article; what follows is decided elsewhere."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from usjp_reader.gui.articles.delegate import ArticleDelegate
from usjp_reader.gui.articles.model import ArticleModel
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from usjp_reader.gui.articles.pages import Pages

_Select = QItemSelectionModel.SelectionFlag
_Action = QAbstractItemView.CursorAction
_KEPT_SELECTED = 200
"""So many selected rows are selected again when the list is found again."""


class ArticleView(QTableView):
    """One column of rows of one height: a table, because a list view measures every row."""

    article_chosen = Signal(str)
    """The reader moved to an article, by click or by key."""
    article_opened = Signal(str)
    """Enter or a double click: to the text."""
    star_clicked = Signal(str)
    context_requested = Signal(str, QPoint)
    """An article and where on the screen its menu belongs."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_quiet = False
        self._gap: int | None = None
        self._theme = theme
        self._articles = ArticleModel(self)
        self._delegate = ArticleDelegate(theme, self.font(), self)
        self.setModel(self._articles)
        self.setItemDelegate(self._delegate)
        self._prepare()
        self.set_theme(theme)

    def _prepare(self) -> None:
        self.setAccessibleName(self.tr("Articles"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # -- what is shown ---------------------------------------------------------------------

    @property
    def articles(self) -> ArticleModel:
        """The model of the list."""
        return self._articles

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme` and in the font the view has now."""
        self._theme = theme
        self._delegate.set_look(theme, self.font())
        height = self._delegate.row_height
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 2)
        self.viewport().update()

    def set_pages(self, pages: Pages, *, is_same: bool = False) -> None:
        """Show another list; the current article stays chosen if it is there, and says nothing.

        Args:
            pages: The rows.
            is_same: It is the list that is shown, found again: nothing is to jump.
        """
        uid, row = self.current_uid, max(self.currentIndex().row(), 0)
        scroll, height = self.verticalScrollBar().value(), self.rowViewportPosition(row)
        selected = self._few_selected() if is_same else ()
        with self.quiet():
            self._articles.set_pages(pages)
            self.scrollToTop()
            found = self._articles.find(uid, row) if uid else None
            if found is not None:
                self._go(found)
            if is_same:
                moved = self.rowViewportPosition(found) - height if found is not None else scroll
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
                self._select_again(selected)
        self._gap = row if uid and found is None and is_same else None

    def _few_selected(self) -> tuple[str, ...]:
        """What is selected beside the current article, unless it is more than can be in sight."""
        count = sum(last + 1 - first for first, last in self._ranges())
        return self.selected_uids() if 1 < count <= _KEPT_SELECTED else ()

    def _select_again(self, uids: tuple[str, ...]) -> None:
        rows = (self._articles.find(uid, max(self.currentIndex().row(), 0)) for uid in uids)
        for row in (row for row in rows if row is not None):
            index = self._articles.index(row, 0)
            self.selectionModel().select(index, _Select.Select | _Select.Rows)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """While the program moves, nobody is told that an article was chosen."""
        before, self._is_quiet = self._is_quiet, True
        try:
            yield
        finally:
            self._is_quiet = before

    def refresh_row(self, uid: str) -> None:
        """Fetch what one row shows anew."""
        self._articles.refresh_row(uid)

    # -- where the reader is ---------------------------------------------------------------

    @property
    def current_uid(self) -> str | None:
        """The article the reader is on."""
        row = self._articles.article(self.currentIndex().row())
        return row.uid if row else None

    def show_current(self, uid: str) -> bool:
        """Put the mark on an article without saying that it was chosen; False if not found."""
        if uid == self.current_uid:
            return True  # and what is selected beside it stays
        found = self._articles.find(uid, max(self.currentIndex().row(), 0))
        if found is None:
            return False
        with self.quiet():
            self._go(found)
        return True

    def select_next(self) -> bool:
        """Choose the next article; False at the end."""
        return self._step(1)

    def select_previous(self) -> bool:
        """Choose the article before; False at the start."""
        return self._step(-1)

    def select_row(self, row: int) -> bool:
        """Choose the article of a row; False outside the list."""
        if not 0 <= row < self._articles.rowCount():
            return False
        self._go(row)
        return True

    def selected_uids(self) -> tuple[str, ...]:
        """The articles that are selected, in the order of the list; very many in no order."""
        return tuple(
            dict.fromkeys(
                uid for first, last in self._ranges() for uid in self._articles.uids(first, last)
            )
        )

    def _ranges(self) -> list[tuple[int, int]]:
        """First and last row of each stretch of selected rows."""
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        return sorted((part.top(), part.bottom()) for part in parts)

    def _step(self, by: int) -> bool:
        """Go on from the current row, or from where an article was that left the list."""
        if not self.currentIndex().isValid() and self._gap is not None:
            return self.select_row(self._gap if by > 0 else self._gap - 1)
        return self.select_row(self.currentIndex().row() + by)

    def _go(self, row: int) -> None:
        index = self._articles.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect | _Select.Rows)
        self.scrollTo(index)

    # -- what the reader does --------------------------------------------------------------

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Say which article was chosen, unless the program moved."""
        super().currentChanged(current, previous)
        row = self._articles.article(current.row()) if current.isValid() else None
        if row is not None and not self._is_quiet:
            self.article_chosen.emit(row.uid)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and last row, not to the ends of a row."""
        if action is _Action.MoveHome:
            return self._articles.index(0, 0)
        if action is _Action.MoveEnd:
            return self._articles.index(self._articles.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the window here, not the beginning of a title."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current article."""
        uid = self.current_uid
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and uid:
            self.article_opened.emit(uid)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the star is for the star alone."""
        uid = self._star_at(event.position().toPoint())
        if uid and event.button() is Qt.MouseButton.LeftButton:
            self.star_clicked.emit(uid)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the article."""
        super().mouseDoubleClickEvent(event)
        point = event.position().toPoint()
        row = self._articles.article(self.rowAt(point.y()))
        is_left = event.button() is Qt.MouseButton.LeftButton
        if row is not None and is_left and not self._star_at(point):
            self.article_opened.emit(row.uid)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the article under the pointer, or of the current one by key."""
        by_mouse = event.reason() is event.Reason.Mouse
        place = event.pos() if by_mouse else self.visualRect(self.currentIndex()).center()
        row = self._articles.article(self.rowAt(place.y()))
        if row is not None:
            self.context_requested.emit(row.uid, self.viewport().mapToGlobal(place))

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self.set_theme(self._theme)

    def _star_at(self, point: QPoint) -> str | None:
        index = self.indexAt(point)
        row = self._articles.article(index.row())
        if row is None:
            return None
        box = self._delegate.star_box(QRectF(self.visualRect(index)))
        return row.uid if box.adjusted(-4, -4, 6, 4).contains(point) else None
