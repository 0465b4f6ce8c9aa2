"""Where the program keeps libraries, settings and logs. `USJP_READER_HOME` moves all of them."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP = "usjp-reader"


def data_folder() -> Path:
    """The folder in which libraries are kept unless the reader chooses another."""
    return _home("data") or Path(platformdirs.user_data_dir(APP, appauthor=False))


def settings_file() -> Path:
    """The file with the settings of this user on this machine."""
    folder = _home("config") or Path(platformdirs.user_config_dir(APP, appauthor=False))
    return folder / "settings.json"


def log_file() -> Path:
    """The file with the log of this user on this machine."""
    folder = _home("state") or Path(platformdirs.user_state_dir(APP, appauthor=False))
    return folder / "usjp-reader.log"


def specimen_library() -> Path:
    """The library of the starter corpus."""
    return data_folder() / "Specimens"


def own_library() -> Path:
    """The library that the command line uses unless told otherwise."""
    return data_folder() / "My Library"


def printable(name: str) -> str:
    r"""A file name or path in which bytes that are no text are written as `\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _home(part: str) -> Path | None:
    home = os.environ.get("USJP_READER_HOME")
    return Path(home) / part if home else None
