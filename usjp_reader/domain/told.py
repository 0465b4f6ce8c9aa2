"""What is known of a file from outside of it, before it is read."""

from __future__ import annotations

from dataclasses import dataclass
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
    """

    columns: tuple[tuple[str, str], ...] = ()
    container: Container | None = None
    taken: tuple[str, ...] = ()


NOTHING = Told()
"""Nothing is known."""
