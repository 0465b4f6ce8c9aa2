"""How much may be unpacked of one file, however many archives lie in it, one inside the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from usjp_reader.domain.errors import UnreadableFileError

DEEPEST = 2
"""Archives inside of archives inside of a file are opened; what lies deeper is refused."""
MOST_ENTRIES = 20_000
MOST_BYTES = 2**30
"""All entries together, unpacked."""


@dataclass(slots=True)
class _Counted:
    entries: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Nesting:
    """Where a file lies inside of another one; what is unpacked counts for the outermost.

    Attributes:
        depth: In how many archives and messages it lies.
    """

    depth: int = 0
    _counted: _Counted = field(default_factory=_Counted)

    def inside(self) -> Nesting:
        """The place of what lies in this file.

        Raises:
            UnreadableFileError: That is too deep.
        """
        if self.depth >= DEEPEST:
            raise UnreadableFileError("intake.archive_deep", most=DEEPEST)
        return Nesting(self.depth + 1, self._counted)

    def count_entries(self, count: int) -> None:
        """Note that an archive holds so many entries.

        Raises:
            UnreadableFileError: That is too many.
        """
        self._counted.entries += count
        if self._counted.entries > MOST_ENTRIES:
            raise UnreadableFileError("intake.archive_many", most=MOST_ENTRIES)

    def count_bytes(self, size: int) -> None:
        """Note that so many bytes were unpacked.

        Raises:
            UnreadableFileError: That is too many.
        """
        self._counted.size += size
        if self._counted.size > MOST_BYTES:
            raise UnreadableFileError("intake.archive_bomb")
