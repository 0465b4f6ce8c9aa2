"""Which passages, in which format, to which file. Writing is done elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from usjp_reader.export.quoting import Wording
from usjp_reader.gui.articles.plain import grouped, one_line
from usjp_reader.gui.dialogs.frame import fit, framed, row_of, small_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    ChoosePath: TypeAlias = Callable[[QWidget, Path], Path | None]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: its name in the program, how files end, and what it is in a few words."""

    name: str
    suffix: str
    description: str


@dataclass(frozen=True, slots=True)
class ExportScope:
    """A set of passages.

    Attributes:
        id: What the request calls it: `all`, `filter`, `selected` …
        words: What the dialog calls it.
        passages: How many there are.
        unconfirmed: How many of their citations rest on what is inferred and nobody confirmed.
        has_misread: Whether there is a misread word in any of them that the reader corrected.
    """

    id: str
    words: str
    passages: int
    unconfirmed: int = 0
    has_misread: bool = False


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What the reader asked for."""

    scope: str
    format: str
    path: Path
    wording: Wording = Wording.PRINTED


class ExportDialog(QDialog):
    """Asks, and says how many passages there are and how many doubtful citations."""

    requested = Signal(object)
    """The `ExportRequest`, when the reader goes on."""

    def __init__(
        self,
        scopes: Sequence[ExportScope],
        formats: Sequence[ExportFormat],
        folder: Path,
        parent: QWidget | None = None,
        choose_path: ChoosePath | None = None,
    ) -> None:
        super().__init__(parent)
        self._scopes = {scope.id: scope for scope in scopes}
        self._formats = tuple(formats)
        self._choose = choose_path or ask_for_file
        layout = framed(self, self.tr("Export passages"), self.tr("Export passages"))
        self._form = QFormLayout()
        self._scope_box = QComboBox()
        self._format = QComboBox()
        self._wording = QComboBox()
        self._path = QLineEdit()
        self._note = small_label("", self)
        self._go = QPushButton(self.tr("Export"))
        self._lay_out(layout)
        self._path.setText(str(folder / f"passages{self._suffix()}"))
        self._select_first_scope()
        self._refresh()
        fit(self, 520)

    def _lay_out(self, layout: QVBoxLayout) -> None:
        form = self._form
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Passages"), self._filled_scopes())
        form.addRow(self.tr("Format"), self._filled_formats())
        form.addRow(self.tr("Misread words"), self._filled_wordings())
        form.addRow(self.tr("File"), self._path_row())
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._go.setDefault(True)
        self._go.clicked.connect(self._on_go)
        layout.addLayout(row_of(cancel, self._go))

    def _filled_scopes(self) -> QComboBox:
        model = QStandardItemModel(self._scope_box)
        for scope in self._scopes.values():
            item = QStandardItem(one_line(f"{scope.words} ({grouped(scope.passages)})"))
            item.setData(scope.id, Qt.ItemDataRole.UserRole)
            item.setEnabled(scope.passages > 0)
            model.appendRow(item)
        self._scope_box.setModel(model)
        self._scope_box.currentIndexChanged.connect(self._refresh)
        return self._scope_box

    def _filled_formats(self) -> QComboBox:
        for known in self._formats:
            self._format.addItem(f"{known.description} ({known.suffix})", known.name)
        self._format.currentIndexChanged.connect(self._on_format)
        return self._format

    def _filled_wordings(self) -> QComboBox:
        for wording, words in (
            (Wording.PRINTED, self.tr("As printed")),
            (Wording.READ, self.tr("As corrected")),
            (Wording.SIC, self.tr("As printed, with [sic]")),
        ):
            self._wording.addItem(words, wording.value)
        return self._wording

    def _path_row(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        self._path.setAccessibleName(self.tr("File to write"))
        self._path.textChanged.connect(self._refresh)
        row.addWidget(self._path, 1)
        row.addWidget(browse)
        return box

    # -- what is asked for -----------------------------------------------------------------

    @property
    def request(self) -> ExportRequest | None:
        """What is asked for now, or None while something is missing."""
        scope, path = self._scope(), self._path.text().strip()
        if scope is None or not scope.passages or not path or not self._formats:
            return None
        # What is not asked is not answered: without misread words, all is as printed.
        wording = Wording(self._wording.currentData()) if scope.has_misread else Wording.PRINTED
        form = str(self._format.currentData())
        return ExportRequest(scope.id, form, Path(path).expanduser(), wording)

    @property
    def note(self) -> str:
        """What is said of the passages that would be written."""
        return self._note.text()

    def choose(self, scope: str, format_name: str = "", path: Path | None = None) -> None:
        """Choose as the reader would."""
        self._scope_box.setCurrentIndex(self._scope_box.findData(scope))
        if format_name:
            self._format.setCurrentIndex(self._format.findData(format_name))
        if path is not None:
            self._path.setText(str(path))

    def _scope(self) -> ExportScope | None:
        return self._scopes.get(str(self._scope_box.currentData()))

    def _select_first_scope(self) -> None:
        filled = [scope.id for scope in self._scopes.values() if scope.passages]
        if filled:
            self._scope_box.setCurrentIndex(self._scope_box.findData(filled[0]))

    def _suffix(self) -> str:
        at = self._format.currentIndex()
        return self._formats[at].suffix if 0 <= at < len(self._formats) else ""

    def _refresh(self) -> None:
        scope = self._scope()
        self._form.setRowVisible(self._wording, scope is not None and scope.has_misread)
        self._note.setText(self._noted(scope))
        self._go.setEnabled(self.request is not None)

    def _noted(self, scope: ExportScope | None) -> str:
        if scope is None or not scope.passages:
            return self.tr("There are no passages yet: select words in an article and press h.")
        one = scope.passages == 1
        words = self.tr("1 passage") if one else self.tr("{n} passages")
        words = words.format(n=grouped(scope.passages))
        said = self._doubted(scope.unconfirmed, is_one=one)
        return said.format(passages=words, n=grouped(scope.unconfirmed))

    def _doubted(self, unconfirmed: int, *, is_one: bool) -> str:
        """How many of the citations are not sure; `is_one` where there is only one at all."""
        if unconfirmed == 0:
            if is_one:
                return self.tr("{passages}; its citation rests on what was stated or confirmed.")
            return self.tr("{passages}; every citation rests on what was stated or confirmed.")
        if is_one:
            return self.tr("{passages}; its citation rests on what nobody confirmed.")
        if unconfirmed == 1:
            return self.tr("{passages}; 1 of the citations rests on what nobody confirmed.")
        return self.tr("{passages}; {n} of the citations rest on what nobody confirmed.")

    def _on_format(self) -> None:
        path = self._path.text().strip()
        if path and any(path.endswith(known.suffix) for known in self._formats):
            self._path.setText(str(Path(path).with_suffix(self._suffix())))
        self._refresh()

    def _on_browse(self) -> None:
        chosen = self._choose(self, Path(self._path.text().strip()))
        if chosen is not None:
            self._path.setText(str(chosen if chosen.suffix else chosen.with_suffix(self._suffix())))

    def _on_go(self) -> None:
        request = self.request
        if request is not None:
            self.accept()
            self.requested.emit(request)


def ask_for_file(parent: QWidget, path: Path) -> Path | None:
    """Ask for a file to write, by the dialog of the system."""
    title = one_line(parent.windowTitle())
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(path))
    return Path(chosen) if chosen else None
