"""Where the program's log goes: a small rotating file, and stderr for what is serious."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from usjp_reader.config.paths import log_file

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_BYTES, _KEPT = 1_000_000, 3


def start() -> None:
    """Send the log to its file; a disk that cannot be written leaves stderr."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(_FORM))
    root.addHandler(handler)
