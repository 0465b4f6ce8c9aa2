"""What the loader and the rereader share: batches, and the tail."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from usjp_reader.store.corpus import numbering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.store.corpus.database import CorpusDatabase

_T = TypeVar("_T")


def fold_tail(corpus: CorpusDatabase) -> None:
    """Put late articles in order of date, where it is time to."""
    with corpus.writing() as connection:
        if numbering.is_due(connection):
            numbering.fold(connection)


def batches(items: Sequence[_T], size: int) -> Iterator[list[_T]]:
    """`items` in lists of at most `size`."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
