"""All that was said of names, in one table: found, taken back, shared, and more of it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.cells import Cells
from usjp_reader.gui.dialogs.frame import framed, small_label
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.naming.told_model import WHEN, ToldFilter, ToldModel
from usjp_reader.gui.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.gui.naming.told_rows import ToldRow

_SIZE = QSize(920, 620)
_WIDTHS = (27, 22, 0, 12, 11)
"""Letters of each column; 0 takes the rest."""
_FORGET = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class ToldDialog(QDialog):
    """Shows what was said, and says what is to be done with it."""

    taken_back = Signal(object)
    """A list of `Told`."""
    opened = Signal(object)
    """A `ToldRow`: its place is to be shown, or its entry changed."""
    entry_wanted = Signal()
    merge_wanted = Signal()
    hiding_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = framed(self, self.tr("Your names"), self.tr("Your names"))
        self.model = ToldModel(self)
        self.shown = ToldFilter(self.model, self)
        self.line = TypedLine()
        self.line.setPlaceholderText(self.tr("Find among them"))
        self.line.setAccessibleName(self.tr("Find among what you said of names"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._on_typed)
        self.table = self._made_table()
        self._none = plain_label("", "muted", wraps=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note = small_label("", self)
        layout.addWidget(self.line)
        layout.addLayout(self._made_middle(), 1)
        layout.addWidget(self._note)
        layout.addLayout(self._made_buttons())
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo_wanted.emit)
        self.resize(_SIZE)
        self.show_rows(())

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.shown)
        table.setAccessibleName(self.tr("What you said of names"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setItemDelegate(Cells(parent=table))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSortingEnabled(True)
        table.sortByColumn(WHEN, Qt.SortOrder.DescendingOrder)
        metrics = QFontMetrics(table.font())
        down, across = table.verticalHeader(), table.horizontalHeader()
        down.hide()
        down.setDefaultSectionSize(metrics.height() + 10)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, letters in enumerate(_WIDTHS):
            if letters:
                table.setColumnWidth(column, metrics.horizontalAdvance("n") * letters + 16)
            else:
                across.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().selectionChanged.connect(self._refresh)
        table.doubleClicked.connect(self._on_open)
        table.installEventFilter(self)
        return table

    def _made_middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self.table, 1)
        column.addWidget(self._none, 1)
        return column

    def _made_buttons(self) -> QHBoxLayout:
        self.back = self._button(self.tr("Take back"), self._on_take_back)
        self.entry = self._button(self.tr("New entry…"), self.entry_wanted.emit)
        self.merge = self._button(self.tr("Merge two…"), self.merge_wanted.emit)
        self.hide_ = self._button(self.tr("Hide…"), self.hiding_wanted.emit)
        self.bring = self._button(self.tr("Import…"), self.import_wanted.emit)
        self.share = self._button(self.tr("Export…"), self.export_wanted.emit)
        self.merge.setToolTip(self.tr("Say that two entries are one"))
        self.hide_.setToolTip(self.tr("Show the mentions of an entry no more"))
        self.share.setToolTip(self.tr("Write a file for a colleague"))
        self.bring.setToolTip(self.tr("Take over a colleague's file"))
        close = self._button(self.tr("Close"), self.reject)
        flow = FlowLayout(gap=8)
        for one in (self.back, self.entry, self.merge, self.hide_, self.bring, self.share):
            flow.addWidget(one)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(flow, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _button(self, words: str, slot: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: slot())  # type: ignore[operator]
        return button

    # -- what is shown ---------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[ToldRow]) -> None:
        """Show what is said now; who was at a row stays about there."""
        at = self.table.currentIndex().row()
        self.model.show_rows(rows)
        self._refresh()
        if at >= 0 and self.shown.rowCount():
            self.table.setCurrentIndex(self.shown.index(min(at, self.shown.rowCount() - 1), 0))

    def say(self, words: str) -> None:
        """Say below the table what was done."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    @property
    def note(self) -> str:
        """What is said below the table."""
        return self._note.text()

    @property
    def nothing(self) -> str:
        """What is said in place of the table, or ""."""
        return "" if self._none.isHidden() else self._none.text()

    @property
    def chosen(self) -> list[ToldRow]:
        """The rows that are selected."""
        return self.shown.rows(self.table.selectionModel().selectedRows())

    def _refresh(self) -> None:
        count = len(self.chosen)
        words = self.tr("Take back") if count < 2 else self.tr("Take back {n}").format(n=count)
        self.back.setText(words)
        self.back.setEnabled(count > 0)
        self.share.setEnabled(bool(self.model.rows))
        self.line.setEnabled(bool(self.model.rows))
        is_empty = not self.shown.rowCount()
        self.table.setVisible(not is_empty)
        self._none.setVisible(is_empty)
        self._none.setText(
            self.tr("Nothing among it holds these words.")
            if self.model.rows
            else self.tr(
                "Here stands what you say of names, and here it is taken back.\n\n"
                "Where the text links a name to somebody else, point at it and choose Correct…, "
                "or press e.\nWho is missing is entered there, or here; a colleague's file is "
                "taken over with Import…"
            )
        )

    # -- what the reader wants -------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens a row, Del takes back what is selected."""
        if watched is self.table and isinstance(event, QKeyEvent) and not event.modifiers():
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_open()
                return True
            if is_press and event.key() in _FORGET:
                self._on_take_back()
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self, words: str) -> None:
        self.shown.find(words)
        self._refresh()

    def _on_take_back(self) -> None:
        chosen = self.chosen
        if chosen:
            self.taken_back.emit([row.told for row in chosen])

    def _on_open(self) -> None:
        rows = self.shown.rows([self.table.currentIndex()]) if self.shown.rowCount() else []
        if rows:
            self.opened.emit(rows[0])
