"""Where the program's log goes: a small rotating file, and stderr for what is serious."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from usjp_reader.config.paths import log_file

log = logging.getLogger(__name__)

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_BYTES, _KEPT = 1_000_000, 3


def start() -> None:
    """Send the log to its file, and errors to stderr too; without a file stderr is all there is."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    serious = logging.StreamHandler()
    serious.setLevel(logging.ERROR)
    handlers: list[logging.Handler] = [serious]
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(
            RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
        )
    except OSError as error:
        log.error("the log cannot be kept in %s (%s)", path, error)
    for handler in handlers:
        handler.setFormatter(logging.Formatter(_FORM))
        root.addHandler(handler)
