"""What it costs to find stories and repeated lines once articles are stored."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar
from unittest.mock import patch

from usjp_reader.domain.progress import CancelToken
from usjp_reader.intake.cleaning.repetition import traces
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading import loader as loading
from usjp_reader.loading import stories
from usjp_reader.loading.correcting import CorrectionBook
from usjp_reader.loading.loader import Loaded, Loader
from usjp_reader.loading.pipeline import analyse
from usjp_reader.loading.repetition import Repetition
from usjp_reader.loading.rereading import Rereader
from usjp_reader.loading.sources import file_source
from usjp_reader.store.corpus.database import CorpusDatabase

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from usjp_reader.domain.progress import Progress

_T = TypeVar("_T")

ARTICLES, SOURCES = 600, 5
_MENU = "Home\n\nWorld\n\nOpinion\n\nSubscribe\n\n"
_FEET = (
    "Share this article\n\nPrint\n\nAll rights reserved.",
    "What stands here was written by readers and was not asked for.",
)
"""The foot of most sources, which a rule knows, and of one, which none does."""


def stage_two(texts: list[str], place: Path) -> Iterator[str]:
    """Load articles of five sources, and say what was added to that, one line each."""
    count = min(ARTICLES, len(texts))
    files = [_written(place, at, text) for at, text in enumerate(texts[:count])]
    sources = [file_source("r1", f"{f.parent.name}/{f.name}", "Made up", f, f.name) for f in files]
    corpus = CorpusDatabase(place / "stage-two.db")
    try:
        watch = _Watch()
        with patch.object(loading, "find_stories", watch.find_stories):
            started = time.perf_counter()
            _finished(Loader(corpus, None, base.load()).load(sources, Loaded(), CancelToken()))
            whole = time.perf_counter() - started
        yield (
            f"stories: {watch.seconds / count * 1000:.2f} ms an article,"
            f" {watch.seconds / whole:.3f}x of an import without workers"
        )
        tracing = _tracing(files[:100]) * count
        started = time.perf_counter()
        repetition = Repetition(corpus)
        repetition.outdated(repetition.count())
        counting = time.perf_counter() - started
        yield (
            f"repeated lines: {(tracing + counting) / count * 1000:.2f} ms an article,"
            f" {(tracing + counting) / whole:.3f}x of it"
        )
        started = time.perf_counter()
        rereader = Rereader(corpus, base.load(), CorrectionBook())
        again = _finished(rereader.reread_repeated(CancelToken()))
        taken = time.perf_counter() - started
        yield f"read again for a foot that no rule knew: {again} of {count}, {taken / whole:.3f}x"
    finally:
        corpus.close()


class _Watch:
    """Counts the seconds of looking for stories."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def find_stories(
        self, corpus: CorpusDatabase, cancel: CancelToken
    ) -> Generator[Progress, None, int]:
        started = time.perf_counter()
        done = yield from stories.find_stories(corpus, cancel)
        self.seconds += time.perf_counter() - started
        return done


def _tracing(files: list[Path]) -> float:
    """Seconds for the short lines of one article."""
    read = []
    for file in files:
        (record,) = read_records(file.name, file.read_bytes())
        read.append((record.version.text, analyse(record, file.name, base.load()).lines))
    started = time.perf_counter()
    for text, lines in read:
        traces(text, lines)
    return (time.perf_counter() - started) / len(files)


def _written(place: Path, number: int, text: str) -> Path:
    source = number % SOURCES
    folder = place / f"paper {source}"
    folder.mkdir(exist_ok=True)
    file = folder / f"{number:05}.txt"
    file.write_text(f"{_MENU}{text}\n\n{_FEET[source == 0]}\n", encoding="utf-8")
    return file


def _finished(work: Generator[Progress, None, _T]) -> _T:
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: _T = stop.value
            return result
