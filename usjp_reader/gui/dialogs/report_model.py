"""The files of an import as rows: path, outcome, reason. Filtered by what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from usjp_reader.config.messages import said
from usjp_reader.domain.reports import FileReport, ImportReport, Outcome
from usjp_reader.gui.articles.plain import one_line, tooltip
from usjp_reader.gui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

Shown: TypeAlias = Outcome | str
"""An outcome, or `ALL`, `GUESSED`, `UNDATED`."""

ALL, GUESSED, NO_DATE = "all", "guessed", "undated"
COLUMNS = 3
_NOWHERE = QModelIndex()

_WORDS = {
    ALL: QT_TRANSLATE_NOOP("Report", "All files"),
    Outcome.LOADED: QT_TRANSLATE_NOOP("Report", "Loaded"),
    Outcome.CHANGED: QT_TRANSLATE_NOOP("Report", "Changed"),
    Outcome.UNCHANGED: QT_TRANSLATE_NOOP("Report", "Unchanged"),
    Outcome.DUPLICATE: QT_TRANSLATE_NOOP("Report", "Duplicate"),
    Outcome.FAILED: QT_TRANSLATE_NOOP("Report", "Failed"),
    Outcome.SKIPPED: QT_TRANSLATE_NOOP("Report", "Skipped"),
    Outcome.REMOVED: QT_TRANSLATE_NOOP("Report", "Removed"),
    GUESSED: QT_TRANSLATE_NOOP("Report", "Dated by guess"),
    NO_DATE: QT_TRANSLATE_NOOP("Report", "Undated"),
}


def shown_words(shown: Shown) -> str:
    """What the window calls the files with an outcome."""
    return QCoreApplication.translate("Report", _WORDS[shown])


def tallies(report: ImportReport) -> tuple[tuple[Shown, int], ...]:
    """How many files there are of each sort, in a fixed order; sorts without files are left out."""
    counted: list[tuple[Shown, int]] = [(ALL, len(report.files))]
    counted += [(outcome, report.count(outcome)) for outcome in Outcome]
    counted += [(GUESSED, report.guessed), (NO_DATE, report.undated)]
    return tuple((shown, count) for shown, count in counted if count or shown == ALL)


def chosen_files(report: ImportReport, shown: Shown) -> tuple[FileReport, ...]:
    """The files of one sort, in the order they were met."""
    if shown == ALL:
        return report.files
    if shown == GUESSED:
        return tuple(file for file in report.files if file.guessed)
    if shown == NO_DATE:
        return tuple(file for file in report.files if file.undated)
    return tuple(file for file in report.files if file.outcome is shown)


_REFUSED = 6
"""Bad records of a file that the window tells; the copied report tells all."""


def told(file: FileReport, refused: int = _REFUSED) -> str:
    """What is said of a file beyond its outcome, and of the first of its bad records."""
    parts = [said(file.reason)] if file.reason else []
    parts += [shown_words(GUESSED)] if file.guessed else []
    parts += [shown_words(NO_DATE)] if file.undated else []
    parts += [f"#{one.member}: {said(one.reason)}" for one in file.refused[:refused]]
    parts += ["…"] if len(file.refused) > refused else []
    return " · ".join(parts)


def strange_tables(report: ImportReport) -> list[str]:
    """The paths of tables that were not read because it is not known what their columns mean."""
    return [
        file.path
        for file in report.files
        if file.reason is not None and file.reason.key == "intake.no_text_column"
    ]


def as_text(files: Iterable[FileReport]) -> str:
    """Files as lines with tabs, for the clipboard."""
    return "\n".join(
        "\t".join(one_line(cell) for cell in _cells(file, len(file.refused))) for file in files
    )


def _cells(file: FileReport, refused: int = _REFUSED) -> tuple[str, str, str]:
    return file.path, shown_words(file.outcome), told(file, refused)


class ReportModel(QAbstractTableModel):
    """Three columns of plain text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[FileReport, ...] = ()
        self._headings = (self.tr("File"), self.tr("Outcome"), self.tr("Reason"))

    @property
    def files(self) -> tuple[FileReport, ...]:
        """The files that are shown."""
        return self._files

    def set_files(self, files: tuple[FileReport, ...]) -> None:
        """Show other files."""
        self.beginResetModel()
        self._files = files
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """The files."""
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Path, outcome, reason."""
        return 0 if parent.isValid() else COLUMNS

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Headings of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section] if 0 <= section < COLUMNS else None
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """One cell; its tooltip is the whole of it."""
        if not index.isValid() or not 0 <= index.row() < len(self._files):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._cell(index.row(), index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._cell(index.row(), index.column()))
        return None

    def _cell(self, row: int, column: int) -> str:
        return _cells(self._files[row])[column]
