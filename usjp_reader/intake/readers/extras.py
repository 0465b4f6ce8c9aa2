"""Libraries that only some formats need: imported late, and named with their command if absent."""

from __future__ import annotations

import importlib
from typing import Any

from usjp_reader.domain.errors import UnreadableFileError


def required(module: str, kind: str) -> Any:  # noqa: ANN401 - a module of any name
    """The module of that name.

    Args:
        module: Its full name.
        kind: The format that wants it, as the reader knows it.

    Raises:
        UnreadableFileError: It is not installed; the message names the command that does it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UnreadableFileError("intake.needs_formats", kind=kind) from error
