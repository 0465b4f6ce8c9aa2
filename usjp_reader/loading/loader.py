"""Sources into the corpus, by the batch, as a generator of progress that ends in a report.

Killed at any moment, it leaves whole batches behind; the next run skips what they hold.
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.progress import Progress
from usjp_reader.domain.reports import FileReport, ImportReport, Outcome
from usjp_reader.loading.asking import Asker
from usjp_reader.loading.correcting import CorrectionBook
from usjp_reader.loading.identifying import Identifier
from usjp_reader.loading.lineages import Lineages
from usjp_reader.loading.reading import SourceReader
from usjp_reader.loading.saving import Saver
from usjp_reader.loading.stories import find_stories
from usjp_reader.store.corpus import articles, files
from usjp_reader.store.corpus.files import FileState, RecordState
from usjp_reader.store.originals import Original, Originals, bytes_sha

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping, Sequence
    from concurrent.futures import Future

    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.loading.jobs import ReadRecord
    from usjp_reader.loading.reading import Coming, Read
    from usjp_reader.loading.sources import Source
    from usjp_reader.loading.workers.crew import Crew
    from usjp_reader.store.connection import Connection
    from usjp_reader.store.corpus.database import CorpusDatabase

_T = TypeVar("_T")

log = logging.getLogger(__name__)

_STORIES_EVERY = 200
"""Files after which reprints are looked for: a look at many costs less than many looks."""

_BATCH = 50
"""Files a transaction: a kill loses at most their analysis, a fifth of a second of work."""


@dataclass(slots=True)
class Loaded:
    """What a load changed, filled while it runs.

    Attributes:
        files: What became of each file.
        outcomes: The same, by the root of each file and its path below it.
        changed: Uids of known articles that have another text now.
    """

    files: list[FileReport] = field(default_factory=list)
    outcomes: dict[tuple[str, str], Outcome] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)


class Loader:
    """Loads sources into one corpus."""

    def __init__(
        self,
        corpus: CorpusDatabase,
        originals: Originals | None,
        knowledge: KnowledgeBase,
        lineages: Mapping[str, Sequence[str]] | None = None,
        corrections: CorrectionBook | None = None,
        crew: Crew | None = None,
        *,
        second_recogniser: bool = False,
    ) -> None:
        """Make a loader.

        Args:
            corpus: Where articles go.
            originals: Where byte copies go, or None to keep none.
            knowledge: The knowledge base.
            lineages: The names of all texts of each article that the reader touched, by its uid.
            corrections: What the reader corrected.
            crew: Processes to read in, where there is much to read or it is dangerous.
            second_recogniser: Whether spaCy adds names to English texts, where it can be had.
        """
        self._corpus = corpus
        self._originals = originals
        self._reader = SourceReader(Asker(knowledge, crew, second_recogniser=second_recogniser))
        self._lineages = Lineages(lineages or {})
        self._corrections = corrections or CorrectionBook()

    def load(
        self, sources: Sequence[Source], loaded: Loaded, cancel: CancelToken
    ) -> Generator[Progress, None, ImportReport]:
        """Load `sources`, which belong to the roots they name.

        Args:
            sources: What to load.
            loaded: Filled with what became of each.
            cancel: Looked at between files; what was read until then stays.

        Returns:
            The report of all files.

        Raises:
            LibraryError: The library cannot be written; whole batches before that stay.
        """
        known = self._known({source.root for source in sources})
        saver = Saver(self._corpus)
        done, batch = 0, []
        with ThreadPoolExecutor(1, thread_name_prefix="originals") as keeper:
            for coming in self._reader.coming(sources, known, cancel):
                yield Progress(done, len(sources), coming.source.shown)
                read = yield from _shown(coming, Progress(done, len(sources)), cancel)
                if read is None:
                    break
                batch.append((read, keeper.submit(self._keep, read)))
                done += 1
                if len(batch) == _BATCH:
                    self._store(batch, saver, loaded)
                    batch = []
                if done % _STORIES_EVERY == 0:  # here, not at the end: workers read on meanwhile
                    for _ in find_stories(self._corpus, cancel):
                        yield Progress(done, len(sources), coming.source.shown)
            if batch:
                self._store(batch, saver, loaded)
        yield Progress(done, len(sources))
        for _ in find_stories(self._corpus, cancel):
            yield Progress(done, len(sources))
        saver.fold_tail()
        return ImportReport(tuple(loaded.files), cancel.is_cancelled)

    def mark_removed(
        self, root: str, prefix: str, met: Iterable[str], loaded: Loaded, label: str
    ) -> None:
        """Note which known files below `prefix` of a root were not met. Nothing else is touched.

        A folder that was met but could not be entered says nothing of what is in it.
        """
        there = set(met)
        gone = sorted(
            path
            for path in self._known({root})
            if path[1].startswith(prefix) and not _is_met(path[1], there)
        )
        with self._corpus.writing() as connection:
            for _, path in gone:
                files.mark_removed(connection, root, path)
        for _, path in gone:
            loaded.files.append(FileReport(f"{label}/{path}", Outcome.REMOVED))

    # -- reading ---------------------------------------------------------------------------------

    def _known(self, roots: Iterable[str]) -> dict[tuple[str, str], FileState]:
        with self._corpus.reading() as connection:
            return {
                (root, path): state
                for root in roots
                for path, state in files.known(connection, root).items()
            }

    # -- storing ---------------------------------------------------------------------------------

    def _store(
        self, batch: Sequence[tuple[Read, Future[None]]], saver: Saver, loaded: Loaded
    ) -> None:
        for _, kept in batch:
            kept.result()  # what the index tells of is there to build it again from
        with saver.batch() as connection:
            for read, _ in batch:
                report = self._store_one(connection, read, saver, loaded)
                loaded.files.append(report)
                loaded.outcomes[read.source.root, read.source.path] = report.outcome

    def _keep(self, read: Read) -> None:
        """Keep the bytes of what is to be stored; on a thread beside, for disks are slow."""
        if self._originals is None:
            return
        source, is_read = read.source, read.outcome is None and bool(read.data)
        if is_read:
            self._originals.keep(Original(source.root, source.path, read.sha), read.data)
        if is_read or read.outcome is Outcome.UNCHANGED:
            for page in source.pages:
                name = (page.root, page.path, source.path)
                if is_read or not self._originals.has_pages(*name, page.size):
                    self._keep_page(self._originals, source, page)

    def _keep_page(self, originals: Originals, text: Source, page: Source) -> None:
        try:
            data = page.read()
        except UnreadableFileError as error:
            log.warning("%s is not kept: %s", page.shown, error.message.key)
            return
        originals.keep(Original(page.root, page.path, bytes_sha(data), text.path), data)

    def _store_one(
        self, connection: Connection, read: Read, saver: Saver, loaded: Loaded
    ) -> FileReport:
        source = read.source
        if read.outcome is not None:
            self._note_unread(connection, read)
            uids = articles.uids_at(connection, source.root, source.path)
            return FileReport(
                source.shown, read.outcome, uids, reason=read.reason, refused=read.refused
            )
        old = files.records_of(connection, source.root, source.path)
        identifier = Identifier(connection, old, read.records, self._lineages)
        outcomes, records = [], []
        for record in read.records:
            uid, outcome = (
                identifier.identify(record)
                if source.known is None
                else (source.known[0], Outcome.LOADED)
            )
            if outcome is not Outcome.DUPLICATE:
                self._save(connection, saver, uid, record, source)
            if outcome is Outcome.CHANGED:
                loaded.changed.append(uid)
            outcomes.append(outcome)
            records.append(RecordState(record.member, uid, record.sha, record.container))
        files.save(connection, _state(read), records)
        return _report(read, outcomes, [record.uid for record in records])

    def _note_unread(self, connection: Connection, read: Read) -> None:
        if read.outcome is Outcome.UNCHANGED and read.sha:
            files.touch(connection, _state(read))
        elif read.outcome is Outcome.FAILED and read.reason is not None:
            source = read.source
            if not files.records_of(connection, source.root, source.path):
                files.save(connection, replace(_state(read), failure=read.reason.key), ())

    def _save(
        self,
        connection: Connection,
        saver: Saver,
        uid: str,
        record: ReadRecord,
        source: Source,
    ) -> None:
        """Save an article, read once more where the reader corrected something of it."""
        fixes = self._corrections.of_text(uid, record.source_key, record.article.version)
        if fixes:
            record = self._reader.corrected(record, source, fixes)
        text = record.article.version.text
        fingerprint = self._corrections.fingerprint(uid, record.source_key, text)
        saver.save(connection, uid, record.article, fingerprint)


def _shown(
    coming: Coming, progress: Progress, cancel: CancelToken
) -> Generator[Progress, None, Read | None]:
    """Read a source, and show how many of its articles are read where it holds many."""
    reading = coming.reading(cancel)
    while True:
        try:
            count = next(reading)
        except StopIteration as stop:
            read: Read | None = stop.value
            return read
        yield replace(progress, item=f"{coming.source.shown} #{count}")


def _is_met(path: str, met: set[str]) -> bool:
    """Whether the file, or a folder above it, was met."""
    return path in met or any(str(folder) in met for folder in PurePosixPath(path).parents)


def _state(read: Read) -> FileState:
    source = read.source
    return FileState(
        source.root, source.path, read.sha, source.size, source.mtime_ns, told=source.told.own
    )


def _report(read: Read, outcomes: list[Outcome], uids: list[str]) -> FileReport:
    ranked = (Outcome.CHANGED, Outcome.LOADED, Outcome.DUPLICATE)
    return FileReport(
        read.source.shown,
        next((outcome for outcome in ranked if outcome in outcomes), Outcome.LOADED),
        tuple(uids),
        guessed=any(record.is_guessed for record in read.records),
        undated=any(record.is_undated for record in read.records),
        reason=read.reason,
        refused=read.refused,
    )
