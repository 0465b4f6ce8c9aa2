"""Tables whose columns the reader explains: looked at, asked about, and imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from usjp_reader.gui.dialogs.columns_dialog import ColumnsDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from usjp_reader.domain.errors import UsjpError
    from usjp_reader.gui.libraries import Libraries
    from usjp_reader.gui.session import Session
    from usjp_reader.library.telling import Explained


class Tables(QObject):
    """What the window does about columns."""

    failed = Signal(object)
    """A `UsjpError`: the table could not be looked at."""

    def __init__(self, window: QWidget, session: Session, libraries: Libraries) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._libraries = libraries

    def ask(self) -> None:
        """Ask for a table, then what its columns mean, then import it."""
        if not self._session.has_library or self._session.library.is_specimens:
            self._session.said.emit(
                self.tr("Tables go into a library of your own. Choose File ▸ New library first.")
            )
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import table"),
            filter=self.tr("Tables") + " (*.csv *.tsv *.tab *.json *.jsonl *.ndjson)",
        )
        if chosen:
            self.explain([Path(chosen)])

    def explain(self, tables: Sequence[Path]) -> None:
        """Ask what the columns of the first of these tables mean, and import all that have them."""
        if not tables or not self._session.has_library:
            return
        library, first = self._session.library, tables[0]

        def looked(found: Explained) -> None:
            dialog = ColumnsDialog(
                str(first), found.columns, found.rows, found.fields, self._window
            )
            dialog.explained.connect(lambda fields: self._libraries.import_paths(tables, fields))
            dialog.open()

        self._session.jobs.run(lambda _: library.imports.table(first), looked, self._on_error)

    def _on_error(self, error: UsjpError) -> None:
        self.failed.emit(error)
