"""A name and a place for a new library. Making it is done elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from usjp_reader.gui.dialogs.frame import fit, framed, row_of, small_label

if TYPE_CHECKING:
    from collections.abc import Callable

    ChooseFolder: TypeAlias = Callable[[QWidget, Path], Path | None]

_FORBIDDEN = frozenset('/\\:*?"<>|')


class NewLibraryDialog(QDialog):
    """Asks for a name and the folder in which the folder of the library is made."""

    requested = Signal(object)
    """The `Path` of the folder to make, when the reader goes on."""

    def __init__(
        self,
        place: Path,
        parent: QWidget | None = None,
        choose_folder: ChooseFolder | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose = choose_folder or ask_for_folder
        layout = framed(self, self.tr("New library"), self.tr("New library"))
        self._name, self._place = QLineEdit(), QLineEdit(str(place))
        self._name.setPlaceholderText(self.tr("Thesis, chapter two"))
        self._note = small_label("", self)
        self._go = QPushButton(self.tr("Create"))
        self._go.setDefault(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Name"), self._name)
        form.addRow(self.tr("Place"), self._place_row())
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        layout.addLayout(row_of(cancel, self._go))
        cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self._on_go)
        for edit in (self._name, self._place):
            edit.textChanged.connect(self._refresh)
        self._refresh()
        fit(self, 500)

    def _place_row(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        self._place.setAccessibleName(self.tr("Folder in which the library is made"))
        row.addWidget(self._place, 1)
        row.addWidget(browse)
        return box

    @property
    def path(self) -> Path | None:
        """The folder that would be made, or None while it cannot be."""
        name, place = self._name.text().strip(), self._place.text().strip()
        if not name or not place or self._is_bad(name):
            return None
        folder = Path(place).expanduser() / name
        return None if folder.exists() else folder

    @property
    def note(self) -> str:
        """What is said of the folder."""
        return self._note.text()

    def fill_in(self, name: str, place: Path | None = None) -> None:
        """Type as the reader would."""
        self._name.setText(name)
        if place is not None:
            self._place.setText(str(place))

    def _is_bad(self, name: str) -> bool:
        return bool(_FORBIDDEN & set(name)) or name.startswith(".") or not name.isprintable()

    def _refresh(self) -> None:
        self._go.setEnabled(self.path is not None)
        self._note.setText(self._noted(self._name.text().strip()))

    def _noted(self, name: str) -> str:
        if not name:
            return self.tr("A library is one folder that can be moved and copied as a whole.")
        if self._is_bad(name):
            return self.tr('A name cannot begin with a dot or hold any of / \\ : * ? " < > |')
        if self.path is None:
            return self.tr("There is something of that name in this place already.")
        return self.tr("It will be the folder {folder}").format(folder=self.path)

    def _on_browse(self) -> None:
        chosen = self._choose(self, Path(self._place.text().strip()))
        if chosen is not None:
            self._place.setText(str(chosen))

    def _on_go(self) -> None:
        path = self.path
        if path is not None:
            self.accept()
            self.requested.emit(path)


def ask_for_folder(parent: QWidget, path: Path) -> Path | None:
    """Ask for a folder, by the dialog of the system."""
    chosen = QFileDialog.getExistingDirectory(parent, parent.windowTitle(), str(path))
    return Path(chosen) if chosen else None
