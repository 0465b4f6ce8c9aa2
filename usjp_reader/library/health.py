"""Whether a library is whole: looked at in a copy, so that nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.user import backups
from usjp_reader.store.user.snapshot import snapshot

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found.

    Attributes:
        damaged: (noun, id) of each item whose checksum does not fit what it says.
    """

    changes: int
    passages: int
    backups: int
    damaged: tuple[tuple[str, str], ...]


def checked(path: Path) -> Health:
    """Check the library at `path`.

    Raises:
        LibraryError: There is none, or it is damaged as a whole.
    """
    folder = LibraryFolder(path)
    folder.require()
    with snapshot(folder) as log:
        return Health(
            len(log.changes_since(0)),
            len(log.items("passage")),
            len(backups.listed(folder.backups)),
            log.damaged(),
        )
