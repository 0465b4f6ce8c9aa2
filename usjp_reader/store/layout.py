"""Which file of a library is where: one movable folder without absolute paths inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.config.resources import resource
from usjp_reader.domain.errors import LibraryMissingError, LibraryReadOnlyError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """The files of the library at `path`."""

    path: Path

    @property
    def user_db(self) -> Path:
        """What the reader made: irreplaceable."""
        return self.path / "user.db"

    @property
    def corpus_db(self) -> Path:
        """What can be built again."""
        return self.path / "corpus.db"

    @property
    def originals(self) -> Path:
        """Byte copies of imported files, with their list."""
        return self.path / "originals"

    @property
    def journal(self) -> Path:
        """One JSON line for each change to the reader's work."""
        return self.path / "journal"

    @property
    def backups(self) -> Path:
        """Verified copies of `user.db`."""
        return self.path / "backups"

    @property
    def exists(self) -> bool:
        """Whether there is a library here, whole or damaged."""
        return self.user_db.exists() or any(self.backups.glob("*.db")) or self._has_journal

    @property
    def _has_journal(self) -> bool:
        return any(self.journal.glob("*.jsonl"))

    def require(self) -> None:
        """Raise LibraryMissingError unless there is a library here."""
        if not self.exists:
            raise LibraryMissingError("store.missing", library=str(self.path))

    def create(self) -> None:
        """Make the folders and the README; what is there already is left alone.

        Raises:
            LibraryReadOnlyError: The place cannot be written.
        """
        try:
            for folder in (self.path, self.originals, self.journal, self.backups):
                folder.mkdir(parents=True, exist_ok=True)
            readme = self.path / "README.txt"
            if not readme.exists():
                readme.write_bytes(resource("library", "README.txt").read_bytes())
        except OSError as error:
            raise LibraryReadOnlyError("store.read_only", library=str(self.path)) from error
