"""What an import did: how many files of each sort, and each file with the reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.domain.reports import ImportReport
from usjp_reader.gui.articles.plain import grouped, menu_text
from usjp_reader.gui.cells import Cells
from usjp_reader.gui.dialogs.frame import selectable, small_label
from usjp_reader.gui.dialogs.report_model import (
    ALL,
    ReportModel,
    Shown,
    as_text,
    chosen_files,
    shown_words,
    tallies,
    told,
)
from usjp_reader.gui.flow import FlowLayout
from usjp_reader.gui.theme.applied import with_look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class _Table(QTableView):
    """Files; Ctrl+C copies the lines that are selected."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy lines."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            model = self.model()
            if isinstance(model, ReportModel) and rows:
                QGuiApplication.clipboard().setText(as_text(model.files[row] for row in rows))
            return
        super().keyPressEvent(event)


class ReportView(QWidget):
    """Buttons that say how many, and a table of the files behind the one that is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = ImportReport()
        self._shown: Shown = ALL
        self._sorts = QWidget(self)
        self._flow = FlowLayout(self._sorts, 4)
        self._group = QButtonGroup(self)
        self._files = ReportModel(self)
        self._table = self._made_table()
        self._told = selectable(small_label("", self))
        self._told.hide()
        self._table.selectionModel().currentChanged.connect(self._on_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._sorts)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._told)

    def _made_table(self) -> _Table:
        table = _Table(self)
        table.setModel(self._files)
        table.setAccessibleName(self.tr("Files of the import"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setItemDelegate(Cells((0,), table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = table.horizontalHeader(), table.verticalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        across.resizeSection(1, QFontMetrics(self.font()).averageCharWidth() * 14)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(round(QFontMetrics(self.font()).height() * 1.6))
        return table

    @property
    def shown(self) -> Shown:
        """Which sort of files is shown."""
        return self._shown

    @property
    def words(self) -> tuple[str, ...]:
        """What the buttons say."""
        return tuple(button.text() for button in self._group.buttons())

    def show_report(self, report: ImportReport, shown: Shown = ALL) -> None:
        """Show an import, its files of one sort first."""
        self._report = report
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        counted = tallies(report)
        for sort, count in counted:
            self._add(sort, count)
        self.show_sort(shown if shown in dict(counted) else ALL)

    def show_sort(self, shown: Shown, _checked: bool = False) -> None:
        """Show the files of one sort."""
        self._shown = shown
        for button in self._group.buttons():
            button.setChecked(button.property("sort") == str(shown))
        self._files.set_files(chosen_files(self._report, shown))
        self._told.hide()

    def copy_all(self) -> None:
        """Copy the whole report to the clipboard."""
        head = "\n".join(f"{shown_words(sort)}\t{count}" for sort, count in tallies(self._report))
        QGuiApplication.clipboard().setText(f"{head}\n\n{as_text(self._report.files)}\n")

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.row()
        words = told(self._files.files[row]) if 0 <= row < len(self._files.files) else ""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _add(self, sort: Shown, count: int) -> None:
        button = with_look(QToolButton(), "flat")
        button.setText(f"{menu_text(shown_words(sort))} {grouped(count)}")
        button.setCheckable(True)
        button.setProperty("sort", str(sort))
        button.clicked.connect(partial(self.show_sort, sort))
        self._group.addButton(button)
        self._flow.addWidget(button)
        button.show()
