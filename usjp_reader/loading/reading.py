"""Sources one after another, each read or passed over. Nothing is stored here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Record
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.reports import Outcome
from usjp_reader.domain.told import NOTHING
from usjp_reader.loading.ahead import LEAST_BYTES, MUCH, in_order
from usjp_reader.loading.jobs import Job
from usjp_reader.store.originals import bytes_sha

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

    from usjp_reader.domain.articles import Refused
    from usjp_reader.domain.corrections import Corrections
    from usjp_reader.domain.messages import Message
    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.loading.asking import Asked, Asker
    from usjp_reader.loading.jobs import ReadRecord
    from usjp_reader.loading.sources import Source
    from usjp_reader.store.corpus.files import FileState


@dataclass(frozen=True, slots=True)
class Read:
    """A source after it was read, before it is stored.

    Attributes:
        outcome: What became of it where nothing is to be stored, else None.
        reason: Why it failed or was passed over, or what was repaired or left out.
        sha: Hash of its bytes.
        data: Its bytes, to be kept.
        refused: Its records that could not be read.
    """

    source: Source
    outcome: Outcome | None = None
    reason: Message | None = None
    sha: str = ""
    data: bytes = b""
    records: tuple[ReadRecord, ...] = ()
    refused: tuple[Refused, ...] = ()


class SourceReader:
    """Reads sources; many of them ahead of the one that is waited for."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker

    def coming(
        self,
        sources: Sequence[Source],
        known: Mapping[tuple[str, str], FileState],
        cancel: CancelToken,
    ) -> Iterator[Coming]:
        """The sources in order, each to be waited for.

        Args:
            sources: What to read.
            known: How each was last met, by root and path.
            cancel: Ends it between two sources.
        """
        states = [known.get((source.root, source.path)) for source in sources]
        told = map(_with_told, sources, states)
        met = list(zip(told, states, strict=True))
        is_much = self._asker.has_workers and _is_much(met)
        pieces = (Coming(self._asker, source, state, is_much) for source, state in met)
        return in_order(pieces, cancel, is_much=is_much)

    def corrected(self, record: ReadRecord, source: Source, fixes: Corrections) -> ReadRecord:
        """A record of `source`, read once more in the light of what the reader corrected."""
        job = Job(
            source.path,
            source.label,
            records=(Record(record.member, record.article.version, record.container),),
            corrections=fixes,
            source_key=record.source_key,
        )
        return self._asker.here(job).records[0]


class Coming:
    """A source that is read once somebody waits for it, or before."""

    def __init__(
        self, asker: Asker, source: Source, state: FileState | None, is_one_of_many: bool
    ) -> None:
        self.source = source
        self._asker = asker
        self._state = state
        self._is_one_of_many = is_one_of_many
        self._so_far: Read | None = None
        self._asked: Asked | None = None

    @property
    def size(self) -> int:
        """Bytes that it holds in memory."""
        return self._asked.job.size if self._asked else 0

    def begin(self) -> None:
        """Look at the source, and have it read if it is to be read."""
        self._begun()

    def drop(self) -> None:
        """Have it not read after all."""
        if self._asked is not None:
            self._asked.drop()

    def reading(self, cancel: CancelToken) -> Generator[int, None, Read | None]:
        """Wait until it is read, and give how many of its records are, now and then.

        Returns:
            What was read; None when that was cancelled.
        """
        so_far = self._begun()
        if self._asked is None:
            return so_far
        found = yield from self._asked.waiting(cancel)
        if found is None:
            return None
        return replace(
            so_far,
            outcome=None if found.records or self.source.told.taken else Outcome.FAILED,
            reason=found.reason,
            records=found.records,
            refused=found.refused,
        )

    def _begun(self) -> Read:
        if self._so_far is None:
            self._so_far, job = _looked_at(self.source, self._state)
            if job is not None:
                self._asked = self._asker.ask(job, is_one_of_many=self._is_one_of_many)
        return self._so_far


def _is_much(met: Iterable[tuple[Source, FileState | None]]) -> bool:
    """Whether so much is to be read that workers are worth their start."""
    sizes = (
        max(LEAST_BYTES, len(source.known[1].version.text) if source.known else source.size)
        for source, state in met
        if source.reason is None and not _is_unchanged(source, state)
    )
    return any(total >= MUCH for total in accumulate(sizes))


def _with_told(source: Source, state: FileState | None) -> Source:
    """The source with what was said of it before, where nothing is said of it now."""
    if state is None or source.told.own != NOTHING or state.told == NOTHING:
        return source
    return replace(source, told=replace(state.told, mappings=source.told.mappings))


def _looked_at(source: Source, state: FileState | None) -> tuple[Read, Job | None]:
    """What is known of a source before it is read, and the job of reading it, if it is to be."""
    if source.reason is not None:
        return Read(source, Outcome.SKIPPED, source.reason), None
    if _is_unchanged(source, state):
        return Read(source, Outcome.UNCHANGED), None
    if source.known is not None:
        _, record = source.known
        job = Job(source.path, source.label, records=(record,))
        return Read(source, sha=record.version.sha), job
    try:
        data = source.read()
    except UnreadableFileError as error:
        return Read(source, Outcome.FAILED, error.message), None
    sha = bytes_sha(data)
    if state is not None and state.sha == sha and not _has_news(source, state):
        return Read(source, Outcome.UNCHANGED, sha=sha), None
    job = Job(source.path, source.label, data, told=source.told)
    return Read(source, sha=sha, data=data), job


def _is_unchanged(source: Source, state: FileState | None) -> bool:
    """Whether a source was read and has the times of that day."""
    if state is None or _has_news(source, state) or source.mtime_ns == 0:
        return False
    return (source.size, source.mtime_ns) == (state.size, state.mtime_ns)


def _has_news(source: Source, state: FileState) -> bool:
    """Whether a source is to be read even if its bytes are the same."""
    return bool(state.failure) or state.told != source.told.own
