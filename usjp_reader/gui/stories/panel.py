"""The panel "Same story": who else printed the open article; Enter opens, C compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.gui.articles.plain import plain_label
from usjp_reader.gui.cells import Cells
from usjp_reader.gui.stories.model import VersionModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.library.reading import Version


class StoryPanel(QWidget):
    """The versions of the story that the open article tells."""

    opened = Signal(str)
    """The uid of a version that is to be opened."""
    compared = Signal(str)
    """The uid of a version that is to be compared with the open article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = VersionModel(self)
        self.table = self._made_table()
        self._open = QPushButton(self.tr("Open"))
        self._compare = QPushButton(self.tr("Compare with the open article"))
        self._compare.setToolTip(self.tr("Compare (c)"))
        self._none: QLabel = plain_label(self.tr("No other article prints this story."), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._made_page())
        self._open.clicked.connect(self._on_open)
        self._compare.clicked.connect(self._on_compare)
        self.table.doubleClicked.connect(self._on_open)
        self.table.selectionModel().currentChanged.connect(self._refresh_buttons)
        self.table.installEventFilter(self)

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Versions of this story"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setItemDelegate(Cells(parent=table))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        metrics = QFontMetrics(table.font())
        table.verticalHeader().setDefaultSectionSize(metrics.height() + 10)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        widths = (16, 22, 0, 8, 11)
        for column, letters in enumerate(widths):
            if letters:
                table.setColumnWidth(column, metrics.averageCharWidth() * letters + 16)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return table

    def _made_page(self) -> QWidget:
        page = QWidget()
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self._compare)
        buttons.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        return page

    def show_versions(self, versions: Sequence[Version], open_uid: str) -> None:
        """Show the versions of the story that the article `open_uid` tells; () for none."""
        self.model.show_versions(versions, open_uid)
        self._stack.setCurrentIndex(1 if versions else 0)
        other = next((n for n, one in enumerate(versions) if one.row.uid != open_uid), None)
        if other is not None:
            self.table.selectRow(other)
        self._refresh_buttons()

    @property
    def chosen(self) -> str:
        """The uid of the version that is selected, unless it is the open one; or ""."""
        at = self.table.currentIndex().row()
        if not 0 <= at < len(self.model.versions):
            return ""
        uid = self.model.versions[at].row.uid
        return "" if uid == self.model.open_uid else uid

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the version that is selected, C compares it."""
        if watched is self.table and isinstance(event, QKeyEvent) and not event.modifiers():
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_open()
                return True
            if is_press and event.key() == Qt.Key.Key_C:
                self._on_compare()
                return True
        return super().eventFilter(watched, event)

    def _refresh_buttons(self) -> None:
        for button in (self._open, self._compare):
            button.setEnabled(bool(self.chosen))

    def _on_open(self) -> None:
        if self.chosen:
            self.opened.emit(self.chosen)

    def _on_compare(self) -> None:
        if self.chosen:
            self.compared.emit(self.chosen)
