"""An import from its first file to its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from usjp_reader.domain.reports import Outcome
from usjp_reader.gui.articles.plain import grouped
from usjp_reader.gui.dialogs.frame import framed, heading_label, row_of, small_label
from usjp_reader.gui.dialogs.progress_view import ProgressView
from usjp_reader.gui.dialogs.report_model import ALL, strange_tables
from usjp_reader.gui.dialogs.report_view import ReportView

if TYPE_CHECKING:
    from usjp_reader.domain.progress import Progress
    from usjp_reader.domain.reports import ImportReport

_SMALL, _LARGE = QSize(520, 170), QSize(760, 520)


class ImportDialog(QDialog):
    """Progress first, then the report. Closing it while it works asks the work to stop."""

    cancelled = Signal()
    columns_asked = Signal(object)
    """The paths of the tables of which it is not known what their columns mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = framed(self, self.tr("Import"))
        self._is_working = True
        self._progress = ProgressView(self.tr("Importing…"))
        self._progress.cancelled.connect(self.cancelled)
        self._report = ReportView()
        self._heading = heading_label("", self)
        self._summary = small_label("", self)
        self._columns = QPushButton(self.tr("Say what the columns mean…"))
        self._strange: list[str] = []
        self._stack = QStackedWidget()
        self._stack.addWidget(self._progress)
        self._stack.addWidget(self._report_page())
        layout.addWidget(self._stack)
        self.resize(_SMALL)

    def _report_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(self._summary)
        layout.addWidget(self._report, 1)
        copy, close = QPushButton(self.tr("Copy report")), QPushButton(self.tr("Close"))
        for button in (copy, self._columns):
            button.setAutoDefault(False)
        copy.clicked.connect(self._report.copy_all)
        self._columns.clicked.connect(self._on_columns)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout.addLayout(row_of(self._columns, copy, close))
        return page

    @property
    def report_view(self) -> ReportView:
        """The table of files."""
        return self._report

    @property
    def words(self) -> str:
        """What is said above the table."""
        return f"{self._heading.text()}\n{self._summary.text()}"

    def on_progress(self, progress: Progress) -> None:
        """Show how far the import has come."""
        self._progress.on_progress(progress)

    def show_report(self, report: ImportReport) -> None:
        """Show what the import did; failures first where there are any."""
        self._is_working = False
        self._heading.setText(self._headline(report))
        self._summary.setText(self._summed(report))
        self._strange = strange_tables(report)
        self._columns.setVisible(bool(self._strange))
        self._report.show_report(report, Outcome.FAILED if report.count(Outcome.FAILED) else ALL)
        self._stack.setCurrentIndex(1)
        self.resize(self.size().expandedTo(_LARGE))

    def _on_columns(self) -> None:
        self.accept()
        self.columns_asked.emit(list(self._strange))

    def reject(self) -> None:
        """Escape and the cross: first stop the work, then close."""
        if not self._is_working:
            super().reject()
        elif not self._progress.is_stopping:
            self._progress.cancel()

    def _headline(self, report: ImportReport) -> str:
        loaded = report.count(Outcome.LOADED) + report.count(Outcome.CHANGED)
        words = self.tr("1 file loaded") if loaded == 1 else self.tr("{n} files loaded")
        if report.cancelled:
            stopped = self.tr("Stopped: {what}")
            return stopped.format(what=words.format(n=grouped(loaded)))
        if not report.files:
            return self.tr("There was nothing to import")
        return words.format(n=grouped(loaded))

    def _summed(self, report: ImportReport) -> str:
        failed = report.count(Outcome.FAILED)
        parts = []
        if failed:
            parts.append(self.tr("{n} could not be read").format(n=grouped(failed)))
        if report.guessed:
            parts.append(self.tr("{n} dated by guess").format(n=grouped(report.guessed)))
        if report.undated:
            parts.append(self.tr("{n} without a date").format(n=grouped(report.undated)))
        if not parts:
            return self.tr("Every file was read.") if report.files else ""
        return ", ".join(parts) + "."
