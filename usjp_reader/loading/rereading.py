"""Stored articles read again, after a stage of ours changed or the reader corrected something."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from usjp_reader.domain.corrections import fingerprint
from usjp_reader.domain.progress import Progress
from usjp_reader.loading.ahead import LEAST_BYTES, MUCH, in_order
from usjp_reader.loading.asking import Asker
from usjp_reader.loading.jobs import Job
from usjp_reader.loading.repetition import Repetition
from usjp_reader.loading.saving import Saver
from usjp_reader.loading.stories import find_stories
from usjp_reader.search.standing import texts_with
from usjp_reader.store.corpus import articles

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.loading.asking import Asked
    from usjp_reader.loading.correcting import CorrectionBook
    from usjp_reader.loading.workers.crew import Crew
    from usjp_reader.store.corpus.database import CorpusDatabase
    from usjp_reader.store.corpus.prepared import ArticleToSave

log = logging.getLogger(__name__)

_BATCH = 50
"""Articles a transaction: a kill loses at most their analysis."""


@dataclass(frozen=True, slots=True)
class _Again:
    """An article after it was read again.

    Attributes:
        article: What is known of it now; None where its text could not be read again, and it stays.
        fingerprint: Of the corrections it was read with.
        told: Of the lines that it was told repeat in its source.
    """

    uid: str
    article: ArticleToSave | None
    fingerprint: str
    told: str


class Rereader:
    """Reads stored articles of one corpus again from their stored texts."""

    def __init__(
        self,
        corpus: CorpusDatabase,
        knowledge: KnowledgeBase,
        corrections: CorrectionBook,
        crew: Crew | None = None,
        *,
        second_recogniser: bool = False,
    ) -> None:
        """Make a rereader.

        Args:
            corpus: Where the articles are.
            knowledge: The knowledge base.
            corrections: What the reader corrected.
            crew: Processes to read in, where there is much to read.
            second_recogniser: Whether spaCy adds names to English texts, where it can be had.
        """
        self._corpus = corpus
        self._asker = Asker(knowledge, crew, second_recogniser=second_recogniser)
        self._corrections = corrections
        self._repetition = Repetition(corpus)

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
        saver = Saver(self._corpus)
        is_much = self._asker.has_workers and len(uids) * LEAST_BYTES >= MUCH
        coming = (_Coming(uid, partial(self._ask, uid, label, is_much)) for uid in uids)
        done, batch = 0, []
        for piece in in_order(coming, cancel, is_much=is_much):
            yield Progress(done, len(uids))
            read = piece.read(cancel)
            if read is None:
                break
            batch.append(read)
            done += 1
            if len(batch) == _BATCH:
                _store(batch, saver)
                batch = []
        if batch:
            _store(batch, saver)
        for _ in find_stories(self._corpus, cancel):
            yield Progress(done, len(uids))
        if fold:
            saver.fold_tail()
        return done

    def reread_repeated(
        self, cancel: CancelToken, label: Callable[[str], str] = str
    ) -> Generator[Progress, None, int]:
        """Count the lines of sources that have other texts now, and read again whom it concerns.

        Args:
            cancel: Looked at between articles; the rest is done next time.
            label: What a root is called.

        Returns:
            How many articles were read.

        Raises:
            LibraryError: The library cannot be written.
        """
        if cancel.is_cancelled:
            return 0
        sources = self._repetition.count()
        uids = self._repetition.outdated(sources)
        done = (yield from self.reread(uids, cancel, label)) if uids else 0
        if not cancel.is_cancelled:
            self._repetition.settled(sources)
        return done

    def outdated(self) -> tuple[str, ...]:
        """Articles that were read with other corrections than the reader's present ones."""
        book = self._corrections
        with self._corpus.reading() as connection:
            ruled = {
                uid: book.fingerprint(uid, key, text)
                for key in book.rules
                for uid, text in articles.texts_of_source(connection, key)
                if book.standing(key, text)
            }
            ruled |= {
                uid: book.fingerprint(uid, key, text)
                for uid, key, text in texts_with(connection, book.naming.keys)
            }
            states = articles.corrected_with(connection)
            states |= articles.correction_states(connection, sorted(ruled.keys() | book.articles))
            changed = [
                uid
                for uid, (key, was) in states.items()
                if (ruled.get(uid) or book.fingerprint(uid, key)) != was
            ]
            # A name may stand in page furniture alone, where it is not looked for.
            return tuple(
                uid
                for uid, key, text in articles.texts_by_uid(connection, sorted(changed))
                if book.fingerprint(uid, key, text) != states[uid][1]
            )

    def _ask(self, uid: str, label: Callable[[str], str], is_one_of_many: bool) -> _AskedAgain:
        with self._corpus.reading() as connection:
            article = articles.article(connection, uid)
            record = articles.record_of(connection, article)
            source_key, _ = articles.correction_states(connection, (uid,))[uid]
        told = self._repetition.told(uid)
        place = article.locators[0] if article.locators else None
        job = Job(
            place.path if place else "",
            label(place.root) if place else "",
            records=(record,),
            names=article.metadata,
            corrections=replace(
                self._corrections.of_text(uid, source_key, article.version), repeated=told
            ),
            source_key=source_key,
        )
        asked = self._asker.ask(job, is_one_of_many=is_one_of_many)
        said = self._corrections.fingerprint(uid, source_key, article.version.text)
        return _AskedAgain(asked, said, fingerprint([*told]))


def _store(read: Iterable[_Again], saver: Saver) -> None:
    read = list(read)
    with saver.batch() as connection:
        # An import may have changed a text meanwhile: what was read of the old one is dropped.
        now = articles.text_shas(connection, [one.uid for one in read])
        for one in read:
            if one.article is not None and now.get(one.uid) == one.article.version.sha:
                saver.save(connection, one.uid, one.article, one.fingerprint, one.told)


@dataclass(frozen=True, slots=True)
class _AskedAgain:
    """An article that is being read again, and the fingerprints of what is said of it."""

    asked: Asked
    fingerprint: str
    told: str


class _Coming:
    """An article that is read again once somebody waits for it, or before."""

    def __init__(self, uid: str, ask: Callable[[], _AskedAgain]) -> None:
        self._uid = uid
        self._ask = ask
        self._asked: _AskedAgain | None = None

    @property
    def size(self) -> int:
        return self._asked.asked.job.size if self._asked else 0

    def begin(self) -> None:
        self._begun()

    def drop(self) -> None:
        if self._asked is not None:
            self._asked.asked.drop()

    def read(self, cancel: CancelToken) -> _Again | None:
        """Wait until it is read; None when that was cancelled."""
        begun = self._begun()
        found = begun.asked.wait(cancel)
        if found is None:
            return None
        if not found.records:
            log.error("the text of the article %s could not be read again", self._uid)
        article = found.records[0].article if found.records else None
        return _Again(self._uid, article, begun.fingerprint, begun.told)

    def _begun(self) -> _AskedAgain:
        if self._asked is None:
            self._asked = self._ask()
        return self._asked
