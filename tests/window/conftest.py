"""A real main window over a library of its own, driven as a person would drive it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from usjp_reader.config import settings
from usjp_reader.gui.jobs import Jobs
from usjp_reader.gui.session import Session
from usjp_reader.gui.theme.applied import apply
from usjp_reader.gui.theme.themes import LIGHT
from usjp_reader.gui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from usjp_reader.domain.reports import ImportReport


class Person:
    """Somebody at the window."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply(app, LIGHT)
        self.window = MainWindow(Session(Jobs(), settings.load()), LIGHT)
        self.window.show()

    def opens(self, folder: Path) -> None:
        """Open a library, making it where there is none, and wait for its list."""
        session = self.window.session
        with self.qtbot.waitSignals([session.result_arrived, session.counts_arrived]):
            self.window.libraries.open(folder)

    def imports(self, *given: Path) -> ImportReport:
        """Drop files onto the window and wait for the report and the new list."""
        session = self.window.session
        with (
            self.qtbot.waitSignal(self.window.libraries.filling_ended) as ended,
            self.qtbot.waitSignal(session.result_arrived),
        ):
            self.window.asking.import_paths(list(given))
        report: ImportReport = ended.args[0]
        self.qtbot.waitUntil(lambda: session.trail.here != "" or session.library.total == 0)
        return report

    def saves(self, action: Callable[[], object]) -> None:
        """Do something that changes the reader's work, and wait until it is on the disk."""
        with self.qtbot.waitSignal(self.window.session.work_changed):
            action()

    def leaves(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.session.close_library()
        self.window.deleteLater()


@pytest.fixture
def somebody(qtbot: QtBot) -> Iterator[Callable[[], Person]]:
    """Gives people, each with a fresh window; whoever forgot to leave is shown out."""
    people: list[Person] = []

    def arrives() -> Person:
        people.append(Person(qtbot))
        return people[-1]

    yield arrives
    for person in people:
        if person.window.session.has_library:
            person.leaves()
