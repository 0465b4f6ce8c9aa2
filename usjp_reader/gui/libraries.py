"""Opens, makes and fills libraries for one window: jobs and their answers. No layout."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from usjp_reader.config import paths
from usjp_reader.config.messages import explained
from usjp_reader.gui.jobs import Lane, T
from usjp_reader.store.layout import LibraryFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from usjp_reader.config.settings import Settings
    from usjp_reader.domain.errors import UsjpError
    from usjp_reader.domain.progress import CancelToken, Progress
    from usjp_reader.domain.reports import ImportReport
    from usjp_reader.gui.jobs import Job, Work
    from usjp_reader.gui.session import Session
    from usjp_reader.library import Library


@dataclass
class _Task:
    """What is under way: `open`, `reread`, or one that fills the library."""

    what: str
    job: Job | None = None
    is_told: bool = False

    @property
    def is_filling(self) -> bool:
        """Whether the window shows how far it has come."""
        return self.what in {"specimens", "rebuild", "import"}


_SHOW_EVERY = 2.0
"""Seconds between two looks at what an import has brought so far."""


class Libraries(QObject):
    """The libraries of one window: one is open at a time."""

    failed = Signal(str)
    """A sentence that the window must show."""
    progressed = Signal(object)
    """`Progress` of what is being filled."""
    filling_started = Signal(str)
    """`specimens`, `rebuild` or `import` has begun."""
    filling_ended = Signal(object)
    """It ended: an `ImportReport`, or None when it failed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._task: _Task | None = None
        self._waiting: tuple[Path, ...] = ()
        self._shown = 0.0
        self._is_to_be_reread = False
        self._second_recogniser = session.settings.second_recogniser
        session.settings_changed.connect(self._on_settings_changed)

    # -- opening ---------------------------------------------------------------------------------

    def open_first(self, chosen: str | None) -> None:
        """Open the library that was named, else the last one, at first the specimens."""
        last = self._session.settings.last_library
        if chosen:
            self.open(Path(chosen).expanduser().absolute())
        elif last and LibraryFolder(Path(last)).exists:
            self.open(Path(last))
        else:
            self.open_specimens()

    def open_specimens(self) -> None:
        """Open the library of specimens, making it where there is none yet."""
        self.open(paths.specimen_library(), "specimens")

    def open(self, path: Path, kind: str = "own") -> None:
        """Open the library at `path`, making it where there is none.

        Args:
            path: Its folder.
            kind: What a new one is for.
        """
        if self._task is not None:
            self.failed.emit(self.tr("Wait until the work under way has ended, or stop it first."))
            return
        if self._session.has_library and self._session.library.folder.path == path:
            return
        creator = self._session.settings.creator

        def opened(_: CancelToken) -> Library:
            # Imported here, beside the window that is painted meanwhile.
            from usjp_reader.library import Library  # noqa: PLC0415

            return Library(path, kind=kind, creator=creator, in_background=True)

        self._start("open", opened, self._on_opened)

    def _on_opened(self, library: Library) -> None:
        self._session.show_library(library)
        self._session.change_settings(lambda s: s.opened(library.folder.path))
        if library.is_to_be_filled:
            what = "specimens" if library.is_specimens else "rebuild"
            self._start(what, library.fill, self._on_filled)
        else:
            self._start("reread", library.reread, self._on_reread)

    def _on_reread(self, count: int) -> None:
        """An older version of the program had read these articles; they were read again."""
        if count:
            self._session.refresh()
            self._session.reload_article()

    def _on_settings_changed(self, settings: Settings) -> None:
        """Have the articles read again where the second recogniser was switched on or off."""
        if settings.second_recogniser == self._second_recogniser:
            return
        self._second_recogniser = settings.second_recogniser
        if self._task is not None:
            self._reread_later()
        elif self._session.has_library:
            self._start("reread", self._session.library.reread, self._on_reread)

    def _reread_later(self) -> None:
        """Read stale articles again after the work under way; where it is that, begin it anew."""
        self._is_to_be_reread = True
        if self._task is not None and self._task.what == "reread" and self._task.job is not None:
            self._task.job.cancel()

    # -- filling ---------------------------------------------------------------------------------

    def import_paths(self, given: Sequence[Path], columns: Mapping[str, str] | None = None) -> None:
        """Import files and folders into the open library; not into the specimens.

        What comes while the library is being opened or filled waits its turn.

        Args:
            given: The files and folders.
            columns: What columns of tables among them mean: the column of each field.
        """
        library = self._session.library
        if not given:
            return
        if library.is_specimens:
            raise ValueError("specimens are never mixed with the reader's articles")
        if self._task is not None:
            if columns:
                self.failed.emit(self.tr("Wait until the work under way has ended."))
            else:
                self._waiting += tuple(given)
                if self._task.what == "reread":  # which may take hours
                    self._reread_later()
            return
        self._start(
            "import",
            lambda cancel: library.imports.files(list(given), cancel, columns),
            self._on_filled,
        )

    def cancel(self) -> None:
        """Stop what is being filled, at the next file."""
        self._waiting = ()
        if self._task is not None and self._task.job is not None:
            self._task.job.cancel()

    def _start(self, what: str, work: Work[T], on_result: Callable[[T], None]) -> None:
        """Begin a piece of work; one at a time."""
        self._task = task = _Task(what)
        self._shown = time.monotonic()
        if task.is_filling:
            self.filling_started.emit(what)
        task.job = self._session.jobs.run(
            work,
            on_result,
            self._on_error,
            self._on_progress,
            partial(self._on_end, task),
            lane=Lane.WRITING,
        )

    def _on_progress(self, progress: Progress) -> None:
        """Tell it, and now and then show in the list what is there already."""
        self.progressed.emit(progress)
        if progress.done and time.monotonic() - self._shown >= _SHOW_EVERY:
            self._shown = time.monotonic()
            self._session.refresh()

    def _on_filled(self, report: ImportReport) -> None:
        self._session.refresh()
        self._session.reload_article()
        if self._task is not None:
            self._task.is_told = True
        self.filling_ended.emit(report)

    def _on_error(self, error: UsjpError) -> None:
        self.failed.emit(explained(error))

    def _on_end(self, task: _Task) -> None:
        """Whatever became of it, it is over; and what waited may begin."""
        if task.is_filling and not task.is_told:
            self.filling_ended.emit(None)
        if self._task is not task:
            return  # its result began another piece of work
        self._task = None
        waiting, self._waiting = self._waiting, ()
        if not self._session.has_library:
            return
        if waiting:
            self.import_paths(waiting)
        elif self._is_to_be_reread:
            self._is_to_be_reread = False
            self._start("reread", self._session.library.reread, self._on_reread)
