"""What is known of a file from outside of it, before it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Container


@dataclass(frozen=True, slots=True)
class Told:
    """What the reader or another file says of a file.

    Attributes:
        columns: (field, column) pairs: what the columns of a table mean. A field is `text`, `id`,
            `published` or a CSL variable.
        container: What a bibliography states of the article in the file, or None.
        taken: Items of a bibliography whose texts are in files of their own.
        mappings: What columns mean by the signature of the table they stand in, for every table
            that the reader has said it of; `columns` goes before.
    """

    columns: tuple[tuple[str, str], ...] = ()
    container: Container | None = None
    taken: tuple[str, ...] = ()
    mappings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    @property
    def own(self) -> Told:
        """What is said of this one file."""
        return replace(self, mappings=()) if self.mappings else self

    def columns_of(self, signature: str) -> tuple[tuple[str, str], ...]:
        """What the columns of a table with this signature mean."""
        return self.columns or dict(self.mappings).get(signature, ())


NOTHING = Told()
"""Nothing is known."""
