"""An import by worker processes is the same import, only sooner."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.builders import awkward_corpus, tiny_corpus
from tests.helpers.libraries import finished
from tests.helpers.processes import ended, environment, line_from, ran, started
from usjp_reader.domain.messages import Message
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.reports import ImportReport, Outcome
from usjp_reader.knowledge import base
from usjp_reader.loading import reading, rereading
from usjp_reader.loading.asking import Asker
from usjp_reader.loading.correcting import CorrectionBook
from usjp_reader.loading.loader import Loaded, Loader
from usjp_reader.loading.rereading import Rereader
from usjp_reader.loading.sources import Source, file_source
from usjp_reader.store.corpus.database import CorpusDatabase
from usjp_reader.store.originals import Originals

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from usjp_reader.loading.workers.crew import Crew

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _all_by_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything is much, and this process never helps."""
    for module in (reading, rereading):
        monkeypatch.setattr(module, "MUCH", 1)
    monkeypatch.setattr(Asker, "may_help", lambda *_: False)


def sources_below(folder: Path) -> list[Source]:
    return [
        file_source("r1", path.relative_to(folder).as_posix(), "Papers", path, path.name)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def a_source(path: str, text: str = "") -> Source:
    data = text.encode()
    return Source("r1", path, "Papers", path, len(data), 1, lambda: data)


def an_article(number: int) -> Source:
    text = f"Article {number}\n\nNAHA, May {number + 1}, 1972 — Text 𠮷 number {number}.\n"
    return a_source(f"{number}.txt", text)


def imported(folder: Path, sources: list[Source], crew: Crew | None) -> ImportReport:
    (folder / "originals").mkdir(parents=True)
    with closing(CorpusDatabase(folder / "corpus.db")) as corpus:
        loader = Loader(corpus, Originals(folder / "originals"), base.load(), crew=crew)
        return finished(loader.load(sources, Loaded(), CancelToken()))


def kept(folder: Path) -> dict[str, Any]:
    """Everything an import leaves behind."""
    with closing(CorpusDatabase(folder / "corpus.db")) as corpus, corpus.reading() as connection:
        tables = ("meta", "text", "file", "record", "article", "bitmap")
        rows = {t: connection.execute(f"SELECT * FROM {t}").fetchall() for t in tables}
        hits = connection.execute("SELECT rowid FROM words WHERE words MATCH 'treaty'").fetchall()
    return {
        **{table: sorted(map(repr, found)) for table, found in rows.items()},
        "hits": hits,
        "originals": Originals(folder / "originals").latest(),
        "bytes": sorted(p.read_bytes() for p in (folder / "originals").glob("??/*")),
    }


def test_workers_leave_the_same_library_as_one_process(
    tmp_path: Path, hired: Callable[..., Crew]
) -> None:
    tiny_corpus(tmp_path / "src")
    awkward_corpus(tmp_path / "src")
    sources = sources_below(tmp_path / "src")
    crew = hired(2)
    one = imported(tmp_path / "one", sources, None)
    two = imported(tmp_path / "two", sources, crew)
    assert crew.is_ready
    assert two == one
    assert [file.path for file in two.files] == [source.shown for source in sources]
    assert kept(tmp_path / "two") == kept(tmp_path / "one")
    assert len(kept(tmp_path / "two")["article"]) > 10


def test_reading_again_by_workers_changes_nothing(
    tmp_path: Path, hired: Callable[..., Crew]
) -> None:
    tiny_corpus(tmp_path / "src")
    imported(tmp_path / "lib", sources_below(tmp_path / "src"), None)
    before = kept(tmp_path / "lib")
    with closing(CorpusDatabase(tmp_path / "lib" / "corpus.db")) as corpus:
        rereader = Rereader(corpus, base.load(), CorrectionBook(), hired(2))
        with corpus.reading() as connection:
            uids = [row[0] for row in connection.execute("SELECT uid FROM article").fetchall()]
        label = {"r1": "Papers"}.__getitem__
        assert finished(rereader.reread(uids, CancelToken(), label)) == len(uids)
    after = kept(tmp_path / "lib")
    assert {**after, "meta": before["meta"]} == before


def test_a_bad_file_is_one_line_of_the_report_at_its_place(
    tmp_path: Path, hired: Callable[..., Crew]
) -> None:
    bad = {2: a_source("bad.spin"), 5: a_source("bad.exit"), 9: a_source("bad.crash")}
    sources = [bad.get(number, an_article(number)) for number in range(12)]
    report = imported(tmp_path / "lib", sources, hired(2, seconds=3))
    assert [file.path for file in report.files] == [source.shown for source in sources]
    reasons = {number: file.reason for number, file in enumerate(report.files) if file.reason}
    assert reasons == {
        2: Message("loading.stopped", {"seconds": 3}),
        5: Message("loading.crashed"),
        9: Message("loading.crashed"),
    }
    assert report.count(Outcome.LOADED) == 9
    assert report.count(Outcome.FAILED) == 3


def test_stopping_does_not_wait_for_what_is_being_read(
    tmp_path: Path, hired: Callable[..., Crew]
) -> None:
    """The file in the middle would take an hour, and its limit is longer than this test may be."""
    sources = [
        *(an_article(number) for number in range(5)),
        a_source("long.wait"),
        *(an_article(number) for number in range(5, 400)),
    ]
    cancel, loaded = CancelToken(), Loaded()
    with closing(CorpusDatabase(tmp_path / "corpus.db")) as corpus:
        crew = hired(1, seconds=3600)
        work = Loader(corpus, None, base.load(), crew=crew).load(sources, loaded, cancel)
        for progress in work:
            if progress.item == "long.wait":
                cancel.cancel()
        assert len(loaded.files) == 5
        assert not crew._waiting or all(ticket.future.cancelled() for ticket in crew._waiting)
        again = finished(
            Loader(corpus, None, base.load()).load(
                [source for source in sources if source.shown != "long.wait"],
                Loaded(),
                CancelToken(),
            )
        )
    assert (again.count(Outcome.UNCHANGED), again.count(Outcome.LOADED)) == (5, 395)


_PARENT = """
import sys
from tests.helpers.bad_readers import install
install()
from usjp_reader.loading.jobs import Job
from usjp_reader.loading.workers.crew import Crew
from usjp_reader.loading.workers.orders import Orders

crew = Crew(1, Orders(prepare=install))
crew.ask(Job("a.pid")).result(60)
future = crew.ask(Job(sys.argv[1]))
while not future.running():
    pass
(process,) = crew._processes
print(process._process.pid, flush=True)
sys.stdin.readline()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="processes cannot be watched here")
@pytest.mark.parametrize("name", ["a.wait", "a.spin"])
def test_no_worker_outlives_a_program_that_was_killed(name: str) -> None:
    process = started(_PARENT, name)
    try:
        watched = os.pidfd_open(int(line_from(process)))
    finally:
        ended(process)
    try:
        assert select.select([watched], [], [], 30)[0], "the worker is still there"
    finally:
        os.close(watched)


@pytest.mark.skipif(os.name != "posix", reason="the system counts no processor time here")
def test_the_system_itself_ends_what_uses_the_processor_for_too_long() -> None:
    code = "from usjp_reader.loading.workers import limits\nlimits.begin_job(0)\nwhile True: pass\n"
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60, env=environment())
    assert done.returncode == -signal.SIGXCPU


def test_a_command_imports_with_workers_and_prints_only_its_report(tmp_path: Path) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    for number in range(300):
        text = f"Article {number}\n\nNAHA, May 2, 1972 — Item {number}.\n" + "Words of 沖縄. " * 300
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    done = ran("-m", "usjp_reader", "--library", tmp_path / "lib", "import", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("300 files: 300 loaded\n")
