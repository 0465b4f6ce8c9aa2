"""Sources one after another, each read or passed over. Nothing is stored here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Record
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.reports import Outcome
from usjp_reader.domain.told import NOTHING
from usjp_reader.loading.answering import answer, parts
from usjp_reader.loading.jobs import Answer, Job
from usjp_reader.store.originals import bytes_sha

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Refused
    from usjp_reader.domain.corrections import Corrections
    from usjp_reader.domain.messages import Message
    from usjp_reader.knowledge.base import KnowledgeBase
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
    """Reads sources."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge

    def read(self, source: Source, state: FileState | None) -> Read:
        """Read a source unless it is as it was.

        Args:
            source: What to read.
            state: How it was last met, or None.
        """
        begun = _begun(source, state)
        return begun if isinstance(begun, Read) else self._ended(begun)

    def corrected(self, record: ReadRecord, source: Source, fixes: Corrections) -> ReadRecord:
        """A record of `source`, read once more in the light of what the reader corrected."""
        job = Job(
            source.path,
            source.label,
            records=(Record(record.member, record.article.version, record.container),),
            corrections=fixes,
            source_key=record.source_key,
        )
        return self.answered(job).records[0]

    def _ended(self, begun: _Begun) -> Read:
        found = self.answered(begun.job)
        return replace(
            begun.read,
            outcome=None if found.records else Outcome.FAILED,
            reason=found.reason,
            records=found.records,
            refused=found.refused,
        )

    def answered(self, job: Job) -> Answer:
        """What a job comes to, all parts together."""
        first = answer(job, self._knowledge)
        more = [answer(part, self._knowledge) for part in parts(job, first.rest)]
        records = [record for one in (first, *more) for record in one.records]
        return replace(first, records=tuple(records), rest=())


@dataclass(frozen=True, slots=True)
class _Begun:
    """A source that is to be read, and what its reading is so far."""

    read: Read
    job: Job


def _with_told(source: Source, state: FileState | None) -> Source:
    """The source with what was said of it before, where nothing is said of it now."""
    if state is None or source.told.own != NOTHING or state.told == NOTHING:
        return source
    return replace(source, told=replace(state.told, mappings=source.told.mappings))


def _begun(source: Source, state: FileState | None) -> Read | _Begun:
    source = _with_told(source, state)
    if source.reason is not None:
        return Read(source, Outcome.SKIPPED, source.reason)
    is_known = state is not None and not state.failure and state.told == source.told.own
    if state is not None and is_known and _same_times(source, state):
        return Read(source, Outcome.UNCHANGED)
    if source.known is not None:
        _, record = source.known
        job = Job(source.path, source.label, records=(record,))
        return _Begun(Read(source, sha=record.version.sha), job)
    try:
        data = source.read()
    except UnreadableFileError as error:
        return Read(source, Outcome.FAILED, error.message)
    sha = bytes_sha(data)
    if state is not None and is_known and state.sha == sha:
        return Read(source, Outcome.UNCHANGED, sha=sha)
    job = Job(source.path, source.label, data, told=source.told)
    return _Begun(Read(source, sha=sha, data=data), job)


def _same_times(source: Source, state: FileState) -> bool:
    return source.mtime_ns != 0 and (source.size, source.mtime_ns) == (state.size, state.mtime_ns)
