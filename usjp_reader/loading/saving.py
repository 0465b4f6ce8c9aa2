"""What the loader and the rereader share: an article as it is saved, batches, and the tail."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from usjp_reader.loading import pipeline
from usjp_reader.loading.keys import keys
from usjp_reader.store.corpus import numbering
from usjp_reader.store.corpus.articles import ArticleToSave

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from usjp_reader.domain.articles import Analysed
    from usjp_reader.loading.correcting import CorrectionBook
    from usjp_reader.store.corpus.database import CorpusDatabase

_T = TypeVar("_T")


def to_save(uid: str, analysed: Analysed, source_key: str, book: CorrectionBook) -> ArticleToSave:
    """An article as the store takes it.

    Args:
        uid: Its id.
        analysed: What was found in it, the reader's corrections included.
        source_key: What its source is called when lines of one source are compared.
        book: The corrections it was read with.
    """
    return ArticleToSave(
        uid,
        analysed,
        keys(analysed),
        pipeline.word_count(analysed),
        pipeline.lead(analysed),
        pipeline.STAGES,
        source_key,
        book.fingerprint(uid, source_key),
    )


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
