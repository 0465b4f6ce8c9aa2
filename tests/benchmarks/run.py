"""Prints where we stand in speed: each figure as a ratio to a baseline measured in the same run.

    python -m tests.benchmarks.run [--articles 2000]

Milliseconds differ from machine to machine and day to day; the ratios are the result. Nothing here
fails on a slow day.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.made_up import articles
from tests.benchmarks.reading_time import reading_time
from tests.benchmarks.stage_two import stage_two
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.queries import ArticleQuery, EraChoice
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.library import Library
from usjp_reader.loading.loader import Loaded, Loader
from usjp_reader.loading.pipeline import analyse
from usjp_reader.loading.sources import file_source
from usjp_reader.loading.workers.crew import Crew
from usjp_reader.reading.document import compose
from usjp_reader.store.corpus.database import CorpusDatabase
from usjp_reader.store.originals import Originals

if TYPE_CHECKING:
    from collections.abc import Callable

    from usjp_reader.domain.articles import Analysed


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    count = parser.parse_args().articles
    texts = articles(count)
    size = sum(len(text.encode("utf-8")) for text in texts) / count
    say(f"{count} articles of {size:.0f} bytes, made of the specimens' paragraphs")
    floor = inserting(texts)
    say(f"baseline: raw insert with FTS5, {count / floor:.0f} articles a second")
    with tempfile.TemporaryDirectory() as place:
        figures(texts, floor, Path(place))


def figures(texts: list[str], floor: float, place: Path) -> None:
    """Import, find, count, open: one line each."""
    stages = median(lambda: [analyse_one(text) for text in texts[:100]], 3) / 100
    say(f"all stages of one article: {stages * 1000:.2f} ms")
    for words in reading_time():
        say(words)
    for number, text in enumerate(texts):
        (place / f"{number:05}.txt").write_text(text, encoding="utf-8")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    say(f"cores: {cores}, load before: {os.getloadavg()[0]:.1f}")
    alone = importing(place, 0)
    for processes in (0, 1, 2):
        taken = importing(place, processes) if processes else alone
        say(
            f"import by {processes or 'no'} worker processes: {len(texts) / taken:.0f} articles a"
            f" second, {taken / floor:.1f}x baseline, {taken / alone:.2f}x no workers"
        )
    with tempfile.TemporaryDirectory() as papers:
        for words in stage_two(texts, Path(papers)):
            say(words)
    library = Library(place / "library")
    try:
        started = time.perf_counter()
        for _ in library.imports.files([place], CancelToken()):
            pass
        taken = time.perf_counter() - started
        say(f"import as a command does: {len(texts) / taken:.0f} articles a second")
        again = median(lambda: list(library.imports.files([place], CancelToken())), 1)
        say(f"import again, nothing changed: {again / taken:.3f}x of the first")
        queries(library)
    finally:
        library.close()


def queries(library: Library) -> None:
    """What happens at a click or a key."""
    everything = ArticleQuery()
    era = ArticleQuery(eras=(EraChoice("phases", "occupation"),))
    words = ArticleQuery(words="treaty Tokyo")
    for name, query in (("all", everything), ("an era", era), ("two words", words)):
        found = median(lambda query=query: library.find(query), 20)  # type: ignore[misc]
        page = median(lambda query=query: library.rows(library.find(query), 0, 50), 10)  # type: ignore[misc]
        counted = median(lambda query=query: library.counts(query), 10)  # type: ignore[misc]
        say(
            f"{name}: found in {found * 1000:.2f} ms, first page {page * 1000:.1f} ms,"
            f" counts {counted * 1000:.1f} ms"
        )
    uid = library.rows(library.find(everything), 0, 1)[0].uid
    opened = median(lambda: compose(library.article(uid), library.passages(uid)), 50)
    say(f"an article read back and composed: {opened * 1000:.2f} ms")


def analyse_one(text: str) -> Analysed:
    """All stages of one article."""
    (record,) = read_records("a.txt", text.encode("utf-8"))
    return analyse(record, "a.txt", base.load())


def inserting(texts: list[str]) -> float:
    """Seconds for putting the same texts into a table and a default FTS5 index."""
    with tempfile.TemporaryDirectory() as place:
        connection = sqlite3.connect(Path(place) / "floor.db")
        connection.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, text TEXT)")
        connection.execute(
            "CREATE VIRTUAL TABLE words USING fts5 (body, content='', prefix='1 2 3')"
        )
        rows = list(enumerate(texts, start=1))
        started = time.perf_counter()
        connection.executemany("INSERT INTO text VALUES (?, ?)", rows)
        connection.executemany("INSERT INTO words (rowid, body) VALUES (?, ?)", rows)
        connection.commit()
        taken = time.perf_counter() - started
        connection.close()
    return taken


def importing(folder: Path, processes: int) -> float:
    """Seconds for loading the files of a folder into a corpus of its own."""
    paths = sorted(folder.glob("*.txt"))
    sources = [file_source("r1", path.name, "Made up", path, path.name) for path in paths]
    crew = Crew(processes) if processes else None
    with tempfile.TemporaryDirectory() as place:
        originals = Path(place) / "originals"
        originals.mkdir()
        corpus_db = CorpusDatabase(Path(place) / "corpus.db")
        loader = Loader(corpus_db, Originals(originals), base.load(), crew=crew)
        started = time.perf_counter()
        for _ in loader.load(sources, Loaded(), CancelToken()):
            pass
        taken = time.perf_counter() - started
        corpus_db.close()
    if crew is not None:
        crew.close()
    return taken


def median(work: Callable[[], object], times: int) -> float:
    """Seconds of the middle one of some runs."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def say(words: str) -> None:
    """One line of the report."""
    print(words)  # noqa: T201 - the report is the output


if __name__ == "__main__":
    main()
