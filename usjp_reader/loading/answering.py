"""A job and its answer: bytes to records, records through all stages. Pure."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from usjp_reader.analysis.similarity import sample, shingles
from usjp_reader.domain.dates import Status
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.told import NOTHING
from usjp_reader.intake.bibliographies.reading import bibliography
from usjp_reader.intake.cleaning.repetition import traces
from usjp_reader.intake.readers import place_of, read_parts
from usjp_reader.intake.readers.pdf_pages import picture
from usjp_reader.loading import pipeline
from usjp_reader.loading.jobs import Answer, ReadRecord, Wanted
from usjp_reader.loading.keys import keys
from usjp_reader.loading.refusals import Sorted, sort_out
from usjp_reader.store.corpus.prepared import ArticleToSave

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.domain.articles import Analysed, Metadata, Record
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.loading.jobs import Job

AT_ONCE = 100_000
"""Characters that are analysed in one answer (a tenth of a second), but always one record."""


def answer(job: Job, knowledge: KnowledgeBase) -> Answer:
    """Read a source; what is too much for one answer is given back as records."""
    try:
        if job.wanted is Wanted.ITEMS:
            return Answer(bibliography=bibliography(job.path, job.data))
        if job.wanted is Wanted.PICTURE and job.page is not None:
            return Answer(picture=picture(job.data, job.page))
        found = _parts_of(job)
    except UnreadableFileError as error:
        return Answer(reason=error.message)
    records = found.records
    now = 0 if job.wanted is Wanted.RECORDS else _now(records)
    return Answer(
        tuple(_read(record, job, knowledge) for record in records[:now]),
        records[now:],
        found.refused,
        found.reason,
    )


def _parts_of(job: Job) -> Sorted:
    if job.records:
        return sort_out(job.records)
    return sort_out(read_parts(job.path, job.data, job.told), len(job.told.taken))


def parts(job: Job, rest: tuple[Record, ...]) -> Iterable[Job]:
    """The jobs in which the rest of an answer is asked for."""
    while rest:
        now = _now(rest)
        yield replace(job, data=b"", told=NOTHING, records=rest[:now])
        rest = rest[now:]


def _now(records: tuple[Record, ...]) -> int:
    """How many records are analysed in one answer."""
    sizes = accumulate(len(record.version.text) for record in records)
    return max(1, sum(size <= AT_ONCE for size in sizes))


def _read(record: Record, job: Job, knowledge: KnowledgeBase) -> ReadRecord:
    path = place_of(job.path, record.member)
    analysed = pipeline.analyse(
        record, path, knowledge, job.corrections, second_recogniser=job.second_recogniser
    )
    place = f"{job.label}/{path}"
    if job.path:
        analysed = pipeline.with_fallbacks(analysed, place)
    else:
        analysed = _with_names(analysed, job.names)
    source_key = job.source_key or pipeline.source_key(analysed, place)
    published = analysed.published
    if job.corrections:
        lines = pipeline.traces_of(record)
    else:
        lines = traces(record.version.text, analysed.lines)
    return ReadRecord(
        record.member,
        pipeline.uid_of(record),
        record.container,
        _to_save(analysed, source_key, lines, _stages(job)),
        source_key,
        is_guessed=published.value is not None and published.status is Status.INFERRED,
        is_undated=published.value is None,
    )


def _stages(job: Job) -> str:
    """What the records of a job are read with; a model that cannot be loaded is not among it."""
    if not job.second_recogniser:
        return pipeline.STAGES
    from usjp_reader.analysis.entities.second_recogniser import usable  # noqa: PLC0415

    return pipeline.stages(second_recogniser=usable() is not None)


def _to_save(analysed: Analysed, source_key: str, lines: bytes, stages: str) -> ArticleToSave:
    return ArticleToSave.of(
        analysed,
        keys(analysed),
        pipeline.word_count(analysed),
        pipeline.lead(analysed),
        stages,
        source_key,
        sample(shingles(analysed.derived.text)),
        lines,
    )


def _with_names(analysed: Analysed, names: Metadata) -> Analysed:
    """The same with the names that the article has, where it has no file to take them from."""
    metadata = analysed.metadata
    for name in ("title", "container-title"):
        old = names.field(name)
        if old is not None and metadata.field(name) is None:
            metadata = metadata.updated(name, old)
    return replace(analysed, metadata=metadata)
