"""The composition root of the window: makes the parts, joins them, runs the event loop."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from usjp_reader import __version__
from usjp_reader.config import logs, settings
from usjp_reader.gui.crash import CrashHook
from usjp_reader.gui.jobs import Jobs
from usjp_reader.gui.session import Session
from usjp_reader.gui.theme.applied import apply, theme_named
from usjp_reader.gui.window import MainWindow


def run(library: str | None = None) -> int:
    """Open the window and stay until it is closed.

    Args:
        library: Folder of the library to open; None for the last one, at first the specimens.

    Returns:
        The exit code.
    """
    logs.start()
    app = application()
    window = make_window(app)
    hook = CrashHook()
    hook.told.connect(window.show_error)
    hook.install()
    window.show()
    # The first frame is painted before the library is opened: it may take a moment.
    QTimer.singleShot(0, lambda: window.libraries.open_first(library))
    code = app.exec()
    window.session.close_library()
    return code


def application() -> QApplication:
    """The application object, with the names that desktops know it by."""
    QGuiApplication.setDesktopFileName("usjp-reader")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("usjp-reader")
    app.setApplicationDisplayName("USJP Reader")
    app.setApplicationVersion(__version__)
    return app


def make_window(app: QApplication) -> MainWindow:
    """A window without a library yet."""
    known = settings.load()
    theme = theme_named(known.theme, app)
    apply(app, theme)
    return MainWindow(Session(Jobs(), known), theme)
