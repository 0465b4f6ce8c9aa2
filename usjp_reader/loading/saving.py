"""What the loader and the rereader share: articles saved by the batch, put in order at the end."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from usjp_reader.store.corpus import articles, meta, numbering
from usjp_reader.store.corpus.bitmaps import BitmapEditor
from usjp_reader.store.corpus.words import Lately

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.store.connection import Connection
    from usjp_reader.store.corpus.database import CorpusDatabase
    from usjp_reader.store.corpus.prepared import ArticleToSave


class Saver:
    """Saves the articles of one load, or of one rereading."""

    def __init__(self, corpus: CorpusDatabase) -> None:
        """Look at what is there.

        Raises:
            LibraryError: The library cannot be written.
        """
        self._corpus = corpus
        with corpus.writing() as connection:
            numbering.require_current_index(connection)
            self._bitmaps = BitmapEditor(connection)
            self._facets: int | None = meta.number(connection, meta.FACETS)
            self._lately = Lately()

    @contextmanager
    def batch(self) -> Iterator[Connection]:
        """A transaction in which articles are saved: all of them, or none."""
        with self._corpus.writing() as connection:
            if meta.number(connection, meta.FACETS) != self._facets:
                # Somebody else saved articles meanwhile, such as one that the reader corrected.
                self._bitmaps = BitmapEditor(connection)
            self._facets = None  # until this is safe on the disk
            yield connection
            self._bitmaps.write(connection)
            meta.raise_by_one(connection, meta.REVISION)
            meta.raise_by_one(connection, meta.FACETS)
            facets = meta.number(connection, meta.FACETS)
        self._facets = facets

    def save(
        self,
        connection: Connection,
        uid: str,
        article: ArticleToSave,
        corrections: str,
        repeated: str = "",
    ) -> None:
        """Save an article.

        Args:
            connection: Of the batch.
            uid: Its id.
            article: The article, made ready.
            corrections: Fingerprint of the reader's corrections it was read with, "" for none.
            repeated: Fingerprint of the lines that it was told repeat in its source.
        """
        row_id = articles.save(connection, self._bitmaps, uid, article, corrections, repeated)
        self._lately.note(row_id, article)

    def fold_tail(self) -> None:
        """Put late articles in order of date, where it is time to."""
        with self._corpus.writing() as connection:
            if numbering.is_due(connection):
                numbering.fold(connection, self._lately)
