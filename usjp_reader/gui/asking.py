"""Everything the window asks by a dialog, and what it does with the answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from usjp_reader import __version__
from usjp_reader.config import paths
from usjp_reader.config.messages import explained, said
from usjp_reader.export.formats import FORMATS, format_named, write_file
from usjp_reader.gui.actions import shortcut_sheet
from usjp_reader.gui.dialogs.about_box import AboutBox
from usjp_reader.gui.dialogs.boxes import show_error
from usjp_reader.gui.dialogs.export_dialog import ExportDialog, ExportFormat, ExportScope
from usjp_reader.gui.dialogs.import_dialog import ImportDialog
from usjp_reader.gui.dialogs.library_dialog import NewLibraryDialog
from usjp_reader.gui.dialogs.overlay import LoadingOverlay
from usjp_reader.gui.dialogs.settings_dialog import SettingsDialog
from usjp_reader.gui.dialogs.shortcut_sheet import ShortcutSheet
from usjp_reader.gui.tables import Tables
from usjp_reader.gui.theme.applied import apply, theme_named
from usjp_reader.gui.theme.themes import THEMES
from usjp_reader.store.layout import LibraryFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from usjp_reader.config.settings import Settings
    from usjp_reader.domain.errors import UsjpError
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.reports import ImportReport
    from usjp_reader.export.rows import Tally
    from usjp_reader.gui.actions import Actions
    from usjp_reader.gui.dialogs.export_dialog import ExportRequest
    from usjp_reader.gui.libraries import Libraries
    from usjp_reader.gui.session import Session
    from usjp_reader.gui.window import MainWindow
    from usjp_reader.library import Library


class Asking(QObject):
    """The dialogs of one window."""

    theme_chosen = Signal(object)
    """The `Theme` that the window is to be drawn in."""

    def __init__(
        self, window: MainWindow, session: Session, libraries: Libraries, actions: Actions
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._libraries = libraries
        self._waiting: list[Path] = []
        self._tables = Tables(window, session, libraries)
        self._tables.failed.connect(self.show_failure)
        self._import_dialog: ImportDialog | None = None
        self._overlay: LoadingOverlay | None = None
        self._recent = QMenu(self.tr("Open recent"), window)
        self._recent.aboutToShow.connect(self._fill_recent)
        actions.menu("file").insertMenu(actions["open-specimens"], self._recent)
        libraries.failed.connect(self._on_library_failed)
        libraries.filling_ended.connect(self._on_filling_ended)
        libraries.filling_started.connect(self._on_filling_started)
        libraries.progressed.connect(self._on_progressed)
        session.library_opened.connect(self._on_library_opened)
        session.settings_changed.connect(self._on_settings_changed)
        self._theme_name = session.settings.theme

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions that ask something do."""
        return {
            "about": self._about,
            "export-passages": self.export_passages,
            "import-files": self.import_files,
            "import-folder": self.import_folder,
            "import-table": self._tables.ask,
            "new-library": self._new_library,
            "open-library": self._open_library,
            "open-specimens": self._libraries.open_specimens,
            "settings": self._settings,
            "shortcuts": lambda: ShortcutSheet(shortcut_sheet(), self._window).open(),
            "theme": self._next_theme,
        }

    # -- saying ----------------------------------------------------------------------------------

    def show_error(self, sentence: str) -> None:
        """Say that something could not be done, and what to do."""
        show_error(self._window, sentence)

    def show_failure(self, error: UsjpError) -> None:
        """Say what went wrong in the background."""
        self.show_error(explained(error))

    def _about(self) -> None:
        library = self._session.library.folder.path if self._session.has_library else ""
        notes = self.tr("This library: {path}").format(path=library)
        AboutBox(__version__, self._window, notes).open()

    # -- libraries -------------------------------------------------------------------------------

    def _new_library(self) -> None:
        dialog = NewLibraryDialog(paths.data_folder(), self._window)
        dialog.requested.connect(self._libraries.open)
        dialog.open()

    def _open_library(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Open library"), str(paths.data_folder())
        )
        if chosen and LibraryFolder(Path(chosen)).exists:
            self._libraries.open(Path(chosen))
        elif chosen:
            words = self.tr("There is no library in {path}. A library has a file “user.db”.")
            self.show_error(words.format(path=chosen))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._session.settings.recent:
            if LibraryFolder(Path(path)).exists:
                action = self._recent.addAction(path.replace("&", "&&"))
                action.triggered.connect(partial(self._open_recent, Path(path)))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("None yet")).setEnabled(False)

    def _open_recent(self, path: Path, _checked: bool = False) -> None:
        self._libraries.open(path)

    # -- importing -------------------------------------------------------------------------------

    def import_folder(self) -> None:
        """Ask for a folder and import it."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Import folder"))
        self.import_paths([Path(chosen)] if chosen else [])

    def import_files(self) -> None:
        """Ask for files and import them."""
        from usjp_reader.intake.readers import SUFFIXES  # noqa: PLC0415  (not at the start)

        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Import files"), filter=f"{self.tr('Articles')} ({patterns})"
        )
        self.import_paths([Path(path) for path in chosen])

    def import_paths(self, given: Sequence[Path]) -> None:
        """Import files and folders; from the specimens, into a library of the reader's own."""
        if not given:
            return
        if not self._session.has_library:
            self.show_error(self.tr("No library is open. Choose File ▸ New library or Open first."))
            return
        if self._session.library.is_specimens:
            self._waiting = list(given)
            self._libraries.open(paths.own_library())
        else:
            self._libraries.import_paths(given)

    def _on_library_opened(self, library: Library) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting and not library.is_specimens:
            self._libraries.import_paths(waiting)
            words = self.tr("Specimens stay apart: your articles go into “{name}”.")
            self._session.said.emit(words.format(name=library.name))

    def _on_library_failed(self) -> None:
        """What was to go into a library that did not open goes into no other one."""
        self._waiting = []

    def _on_filling_started(self, what: str) -> None:
        if what == "import":
            self._import_dialog = ImportDialog(self._window)
            self._import_dialog.cancelled.connect(self._libraries.cancel)
            self._import_dialog.columns_asked.connect(self._on_columns_asked)
            self._import_dialog.finished.connect(lambda _: self._window.articles.view.setFocus())
            self._import_dialog.open()
            return
        words = ("", "") if what == "specimens" else (self.tr("Building the index again…"), " ")
        self._overlay = LoadingOverlay(self._window, *words)
        self._overlay.cancelled.connect(self._libraries.cancel)
        self._overlay.show()

    def _on_columns_asked(self, paths: list[str]) -> None:
        self._tables.explain([Path(path) for path in paths])

    def _on_progressed(self, progress: object) -> None:
        for part in (self._import_dialog, self._overlay):
            if part is not None:
                part.on_progress(progress)  # type: ignore[arg-type]

    def _on_filling_ended(self, report: ImportReport | None) -> None:
        if self._overlay is not None:
            self._overlay.finish()
            self._overlay = None
        dialog, self._import_dialog = self._import_dialog, None
        if dialog is not None and report is not None:
            dialog.show_report(report)
        elif dialog is not None:
            dialog.done(0)

    # -- exporting -------------------------------------------------------------------------------

    def export_passages(self) -> None:
        """Ask which passages go into which file."""
        if not self._session.has_library:
            return
        scopes = self._scopes()
        dialog = ExportDialog(
            [self._counted(name, words, found) for name, (words, found) in scopes.items()],
            [ExportFormat(name, f.suffix, _DESCRIPTIONS[name]) for name, f in FORMATS.items()],
            Path.home(),
            self._window,
        )
        dialog.requested.connect(lambda request: self._export(request, scopes[request.scope][1]))
        dialog.open()

    def _scopes(self) -> dict[str, tuple[str, tuple[Passage, ...]]]:
        library = self._session.library
        everything = library.passages()
        scopes = {"all": (self.tr("All passages"), everything)}
        if self._session.query.is_filtered:
            found = library.uids(library.find(self._session.query))
            inside = tuple(p for p in everything if p.article in found)
            scopes["filter"] = (self.tr("Passages of the articles in the list"), inside)
        chosen = set(self._window.passages.selected_ids())
        if chosen:
            some = tuple(p for p in everything if p.id in chosen)
            scopes["selected"] = (self.tr("Selected passages"), some)
        return scopes

    def _counted(self, name: str, words: str, passages: tuple[Passage, ...]) -> ExportScope:
        heads = self._session.library.headings({p.article for p in passages})
        doubtful = sum(p.article in heads and heads[p.article].is_unconfirmed for p in passages)
        misread = self._session.library.correcting.has_misread(passages)
        return ExportScope(name, words, len(passages), doubtful, misread)

    def _export(self, request: ExportRequest, passages: tuple[Passage, ...]) -> None:
        library, form = self._session.library, format_named(request.format)
        path = request.path if request.path.suffix else request.path.with_suffix(form.suffix)
        if path.exists() and not self._may_replace(path):
            return

        def written(tally: Tally) -> None:
            self._session.said.emit(f"{path.name}: {said(tally.message)}")

        self._session.jobs.run(
            lambda _: write_file(library.export_rows(passages, request.wording), path, form),
            written,
        )

    def _may_replace(self, path: Path) -> bool:
        words = self.tr("There is a file {name} already. Replace it?").format(name=path.name)
        asked = QMessageBox.question(self._window, self.tr("Export passages"), words)
        return asked is QMessageBox.StandardButton.Yes

    # -- settings --------------------------------------------------------------------------------

    def _settings(self) -> None:
        dialog = SettingsDialog(self._session.settings, self._window)
        dialog.changed.connect(self._keep)
        dialog.open()

    def _keep(self, now: Settings) -> None:
        self._session.change_settings(
            lambda s: replace(now, window=s.window, roots=s.roots, recent=s.recent)
        )

    def _next_theme(self) -> None:
        names = list(THEMES)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            here = theme_named(self._session.settings.theme, app).name
            following = names[(names.index(here) + 1) % len(names)]
            self._session.change_settings(lambda s: replace(s, theme=following))

    def _on_settings_changed(self, settings: Settings) -> None:
        app = QApplication.instance()
        if settings.theme != self._theme_name and isinstance(app, QApplication):
            self._theme_name = settings.theme
            theme = theme_named(settings.theme, app)
            apply(app, theme)
            self.theme_chosen.emit(theme)


_DESCRIPTIONS = {
    "md": "Markdown",
    "html": "Web page",
    "csv": "Table (CSV)",
    "json": "JSON",
}
