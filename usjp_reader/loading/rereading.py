"""Stored articles read again, after a stage of ours changed or the reader corrected something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.progress import Progress
from usjp_reader.loading import pipeline
from usjp_reader.loading.saving import batches, fold_tail, to_save
from usjp_reader.store.corpus import articles, meta, numbering
from usjp_reader.store.corpus.bitmaps import BitmapEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from usjp_reader.domain.articles import Analysed, Article
    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.loading.correcting import CorrectionBook
    from usjp_reader.store.corpus.articles import ArticleToSave
    from usjp_reader.store.corpus.database import CorpusDatabase

_BATCH = 50
"""Articles a transaction: a kill loses at most their analysis."""


class Rereader:
    """Reads stored articles of one corpus again from their stored texts."""

    def __init__(
        self, corpus: CorpusDatabase, knowledge: KnowledgeBase, corrections: CorrectionBook
    ) -> None:
        """Make a rereader.

        Args:
            corpus: Where the articles are.
            knowledge: The knowledge base.
            corrections: What the reader corrected.
        """
        self._corpus = corpus
        self._knowledge = knowledge
        self._corrections = corrections

    def reread(
        self,
        uids: Sequence[str],
        cancel: CancelToken,
        label: Callable[[str], str] = str,
        *,
        fold: bool = True,
    ) -> Generator[Progress, None, int]:
        """Read stored articles again, after a stage of ours changed or the reader corrected them.

        Args:
            uids: The articles.
            cancel: Looked at between articles; what was read until then stays.
            label: What a root is called.
            fold: Whether late articles are put in order of date at the end, which takes seconds.

        Returns:
            How many were read.
        """
        with self._corpus.writing() as connection:
            numbering.require_current_index(connection)
            bitmaps = BitmapEditor(connection)
        done = 0
        for batch in batches(uids, _BATCH):
            read = []
            for uid in batch:
                if cancel.is_cancelled:
                    break
                yield Progress(done, len(uids))
                read.append(self._read(uid, label))
                done += 1
            self._store(read, bitmaps)
        if fold:
            fold_tail(self._corpus)
        return done

    def outdated(self) -> tuple[str, ...]:
        """Articles that were read with other corrections than the reader's present ones."""
        book = self._corrections
        with self._corpus.reading() as connection:
            wanted = {uid for key in book.rules for uid in articles.uids_of_source(connection, key)}
            states = articles.corrected_with(connection)
            states |= articles.correction_states(connection, sorted(wanted | book.articles))
        return tuple(
            sorted(uid for uid, (key, was) in states.items() if book.fingerprint(uid, key) != was)
        )

    def _read(self, uid: str, label: Callable[[str], str]) -> ArticleToSave:
        with self._corpus.reading() as connection:
            article = articles.article(connection, uid)
            record = articles.record_of(connection, article)
            source_key, _ = articles.correction_states(connection, (uid,))[uid]
        place = article.locators[0] if article.locators else None
        path = place.path if place else ""
        fixes = self._corrections.of_text(uid, source_key, article.version)
        analysed = pipeline.analyse(record, path, self._knowledge, fixes)
        if place:
            analysed = pipeline.with_fallbacks(analysed, f"{label(place.root)}/{path}")
        else:
            analysed = _with_old_names(analysed, article)
        return to_save(uid, analysed, source_key, self._corrections)

    def _store(self, read: Iterable[ArticleToSave], bitmaps: BitmapEditor) -> None:
        with self._corpus.writing() as connection:
            for article in read:
                articles.save(connection, bitmaps, article)
            bitmaps.write(connection)
            meta.raise_by_one(connection, meta.REVISION)


def _with_old_names(analysed: Analysed, article: Article) -> Analysed:
    """The same with the names that the article has, where it has no file to take them from."""
    metadata = analysed.metadata
    for name in ("title", "container-title"):
        old = article.metadata.field(name)
        if old is not None and metadata.field(name) is None:
            metadata = metadata.updated(name, old)
    return replace(analysed, metadata=metadata)
