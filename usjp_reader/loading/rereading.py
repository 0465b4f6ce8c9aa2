"""Stored articles read again, after a stage of ours changed or the reader corrected something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.progress import Progress
from usjp_reader.loading.jobs import Job
from usjp_reader.loading.reading import SourceReader
from usjp_reader.loading.saving import batches, fold_tail
from usjp_reader.loading.stories import find_stories
from usjp_reader.store.corpus import articles, meta, numbering
from usjp_reader.store.corpus.bitmaps import BitmapEditor

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.loading.correcting import CorrectionBook
    from usjp_reader.store.corpus.database import CorpusDatabase
    from usjp_reader.store.corpus.prepared import ArticleToSave

_BATCH = 50
"""Articles a transaction: a kill loses at most their analysis."""


@dataclass(frozen=True, slots=True)
class _Again:
    """An article after it was read again.

    Attributes:
        fingerprint: Of the corrections it was read with.
    """

    uid: str
    article: ArticleToSave
    fingerprint: str


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
        self._reader = SourceReader(knowledge)
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
        for _ in find_stories(self._corpus, cancel):
            yield Progress(done, len(uids))
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

    def _read(self, uid: str, label: Callable[[str], str]) -> _Again:
        with self._corpus.reading() as connection:
            article = articles.article(connection, uid)
            record = articles.record_of(connection, article)
            source_key, _ = articles.correction_states(connection, (uid,))[uid]
        place = article.locators[0] if article.locators else None
        job = Job(
            place.path if place else "",
            label(place.root) if place else "",
            records=(record,),
            names=article.metadata,
            corrections=self._corrections.of_text(uid, source_key, article.version),
            source_key=source_key,
        )
        (read,) = self._reader.answered(job).records
        return _Again(uid, read.article, self._corrections.fingerprint(uid, source_key))

    def _store(self, read: Iterable[_Again], bitmaps: BitmapEditor) -> None:
        with self._corpus.writing() as connection:
            for one in read:
                articles.save(connection, bitmaps, one.uid, one.article, one.fingerprint)
            bitmaps.write(connection)
            meta.raise_by_one(connection, meta.REVISION)
