"""The passages panel: a list of what was marked, and the editor of notes below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.domain.passages import Colour, PassageState
from usjp_reader.gui.passages.delegate import PassageDelegate
from usjp_reader.gui.passages.model import Order, PassageModel, PassageRow
from usjp_reader.gui.passages.note_editor import NoteEditor
from usjp_reader.gui.theme.applied import with_look
from usjp_reader.gui.theme.marks import colour_word
from usjp_reader.gui.theme.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


class PassageList(QTableView):
    """One column of passages; Enter opens, Delete deletes."""

    opened = Signal()
    deleted = Signal()

    def __init__(self, model: PassageModel, delegate: PassageDelegate) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(self.tr("Passages"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height(self.font()))
        self.doubleClicked.connect(self._on_double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is current, Delete deletes what is selected."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self) -> None:
        self.opened.emit()


class PassagesPanel(QWidget):
    """Lists passages and says what the reader does with them."""

    passage_opened = Signal(str)
    """The article is to be shown at this passage."""
    passages_deleted = Signal(object)
    """A tuple of ids."""
    note_changed = Signal(str, str)
    tags_changed = Signal(str, object)
    """An id and a tuple of tags."""
    recoloured = Signal(object, object)
    """A tuple of ids and a `Colour`."""
    places_accepted = Signal(object)
    """A tuple of ids: their proposed places in a changed text are right."""
    draft_changed = Signal(str, str, object)
    """Id, note and tags as typed so far."""
    draft_closed = Signal(str)
    """The draft of this passage is saved or given up."""
    counted = Signal(int)
    """How many passages are listed, for the tab."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PassageModel()
        self._delegate = PassageDelegate(self)
        self.list = PassageList(self.model, self._delegate)
        self.editor = NoteEditor()
        self._count = with_look(QLabel(), "muted")
        self._order = QComboBox()
        self._empty = with_look(QLabel(self._hint()), "muted")
        self._arrange()
        self._connect_parts()
        self.set_theme(theme)
        self.show_passages(())

    def _hint(self) -> str:
        return self.tr("Select words in the text and press h, or a colour from 1 to 8.")

    def _arrange(self) -> None:
        self._order.setAccessibleName(self.tr("Order of the passages"))
        self._order.addItem(self.tr("In order of place"), Order.PLACE)
        self._order.addItem(self.tr("Newest first"), Order.NEWEST)
        self._order.addItem(self.tr("By colour"), Order.COLOUR)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top = QHBoxLayout()
        top.setContentsMargins(16, 4, 12, 4)
        top.addWidget(self._count, 1)
        top.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self.editor)

    def _connect_parts(self) -> None:
        self.editor.closed.connect(self.list.setFocus)
        self.editor.draft_changed.connect(self.draft_changed)
        self.editor.saved.connect(self._on_saved)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.list.deleted.connect(self.delete_selected)
        self.list.opened.connect(self._on_opened)
        self._order.currentIndexChanged.connect(self._on_order_chosen)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self.list.viewport().update()

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """Offer tags that were used before."""
        self.editor.set_known_tags(tags)

    # -- what is shown ---------------------------------------------------------------------

    def show_passages(self, rows: Sequence[PassageRow]) -> None:
        """List other passages; what was selected stays selected where it is still there."""
        kept = set(self.selected_ids())
        self.model.show_rows(rows)
        self._select(kept)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        one = len(rows) == 1
        words = self.tr("1 passage") if one else self.tr("{count} passages")
        self._count.setText(words.format(count=f"{len(rows):,}") if rows else "")
        self._order.setVisible(len(rows) > 1)
        self._follow_editor(rows)
        self.counted.emit(len(rows))

    def _follow_editor(self, rows: Sequence[PassageRow]) -> None:
        edited = self.editor.passage
        if edited is not None and all(row.passage.id != edited.id for row in rows):
            self.draft_closed.emit(edited.id)
            self.editor.forget()

    def selected_ids(self) -> tuple[str, ...]:
        """Ids of the selected passages, in the order of the list."""
        chosen = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return tuple(self.model.rows[at].passage.id for at in chosen)

    def choose(self, passage_id: str) -> None:
        """Select one passage and bring it into sight; says nothing to anybody."""
        at = self.model.row_of(passage_id)
        if at is None:
            self.list.clearSelection()
            return
        self.list.selectRow(at)
        self.list.scrollTo(self.model.index(at, 0))

    def _select(self, ids: set[str]) -> None:
        selection = self.list.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        for passage_id in ids:
            at = self.model.row_of(passage_id)
            if at is not None:
                selection.select(self.model.index(at, 0), flags.Select | flags.Rows)

    # -- what the reader wants -------------------------------------------------------------

    def edit_note(self, passage_id: str, *, at_tags: bool = False) -> None:
        """Open the editor for a passage that is listed."""
        at = self.model.row_of(passage_id)
        if at is not None:
            self.choose(passage_id)
            self.editor.edit(self.model.rows[at].passage, at_tags=at_tags)

    def delete_selected(self) -> None:
        """Ask for the selected passages to be deleted: one action, one step to undo."""
        ids = self.selected_ids()
        if ids:
            self.passages_deleted.emit(ids)

    def _on_opened(self) -> None:
        at = self.list.currentIndex().row()
        if 0 <= at < len(self.model.rows):
            self.passage_opened.emit(self.model.rows[at].passage.id)

    def _on_order_chosen(self) -> None:
        kept = set(self.selected_ids())
        self.model.set_order(Order(self._order.currentData()))
        self._select(kept)

    def _on_saved(self, passage_id: str, note: str, tags: tuple[str, ...]) -> None:
        passage = self.editor.passage
        if passage is None:
            return
        if note != passage.note:
            self.note_changed.emit(passage_id, note)
        if tags != passage.tags:
            self.tags_changed.emit(passage_id, tags)
        self.draft_closed.emit(passage_id)

    def _on_menu_requested(self, point: QPoint) -> None:
        if self.selected_ids():
            self.menu().popup(self.list.viewport().mapToGlobal(point))

    def _to_check(self, ids: tuple[str, ...]) -> bool:
        """Whether the text of one of them changed, so that its place is only a proposal."""
        return any(
            row.passage.id in ids and row.passage.state is PassageState.CHECK
            for row in self.model.rows
        )

    def menu(self) -> QMenu:
        """What may be done with the selected passages."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ids = self.selected_ids()
        if len(ids) == 1:
            menu.addAction(self.tr("Open"), self._on_opened)
            menu.addAction(self.tr("Note…"), lambda: self.edit_note(ids[0]))
            menu.addAction(self.tr("Tags…"), lambda: self.edit_note(ids[0], at_tags=True))
        if self._to_check(ids):
            menu.addAction(
                self.tr("The new place is right"), lambda: self.places_accepted.emit(ids)
            )
        colours = menu.addMenu(self.tr("Colour"))
        for colour in Colour:
            action = colours.addAction(colour_word(colour))
            action.setData(colour)
        colours.triggered.connect(lambda chosen: self.recoloured.emit(ids, Colour(chosen.data())))
        menu.addSeparator()
        menu.addAction(self.tr("Delete"), self.delete_selected)
        return menu
