"""The outermost handler of the window: a bug is logged whole and told in one sentence."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QtMsgType, Signal, qInstallMessageHandler

from usjp_reader.config.messages import explained
from usjp_reader.config.paths import log_file
from usjp_reader.domain.errors import UsjpError

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashHook(QObject):
    """Receives what nobody caught, from every thread."""

    told = Signal(str)
    """A sentence for the reader, on the main thread."""

    def install(self) -> None:
        """Become the outermost handler."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        log.critical("nobody caught this", exc_info=(kind, error, trace))
        self.told.emit(self._sentence(error))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _sentence(self, error: BaseException) -> str:
        if isinstance(error, UsjpError):
            return explained(error)
        sentence = self.tr(
            "Something went wrong in the program itself. What you marked is saved; the log {log}"
            " says what happened."
        )
        return sentence.format(log=log_file())


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:  # noqa: ARG001
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
