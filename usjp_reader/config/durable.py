"""Files that are written whole or not at all, and are on the disk when we say so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def settle(draft: Path, path: Path) -> None:
    """Give a finished draft its name, and wait until both are on the disk.

    Raises:
        OSError: It could not be done; what stood at `path` is untouched.
    """
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(draft, path)
    if os.name == "posix":  # Windows can neither open nor sync a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
