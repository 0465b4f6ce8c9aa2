"""What the loader and the rereader share: the tail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.store.corpus import numbering

if TYPE_CHECKING:
    from usjp_reader.store.corpus.database import CorpusDatabase


def fold_tail(corpus: CorpusDatabase) -> None:
    """Put late articles in order of date, where it is time to."""
    with corpus.writing() as connection:
        if numbering.is_due(connection):
            numbering.fold(connection)
