"""Sources into the corpus: each read once, kept whole, and told in the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import AWKWARD, TINY, UNREADABLE, awkward_corpus, tiny_corpus
from tests.helpers.libraries import finished
from usjp_reader.domain.articles import article_uid
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.reports import ImportReport, Outcome
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading import loader as loading
from usjp_reader.loading import pipeline
from usjp_reader.loading.correcting import CorrectionBook
from usjp_reader.loading.loader import Loaded, Loader
from usjp_reader.loading.rereading import Rereader
from usjp_reader.loading.sources import Source, file_source
from usjp_reader.store.corpus import articles, files, meta, numbering
from usjp_reader.store.corpus.bitmaps import load
from usjp_reader.store.corpus.database import CorpusDatabase
from usjp_reader.store.originals import Originals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[CorpusDatabase]:
    database = CorpusDatabase(tmp_path / "corpus.db")
    yield database
    database.close()


def a_source(path: str, text: str | bytes, *, root: str = "r1", mtime_ns: int = 1) -> Source:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return Source(root, path, "Papers", f"/papers/{path}", len(data), mtime_ns, lambda: data)


class Reads:
    """Counts how often bytes are read."""

    def __init__(self) -> None:
        self.count = 0

    def of(self, source: Source) -> Source:
        def read() -> bytes:
            self.count += 1
            return source.read()

        return replace(source, read=read)


def loaded(
    corpus: CorpusDatabase,
    *sources: Source,
    lineages: dict[str, tuple[str, ...]] | None = None,
    originals: Originals | None = None,
) -> tuple[ImportReport, Loaded]:
    what = Loaded()
    loader = Loader(corpus, originals, base.load(), lineages)
    return finished(loader.load(sources, what, CancelToken())), what


def sources_below(folder: Path) -> list[Source]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        file_source("r1", str(path.relative_to(folder)), "Papers", path, path.name)
        for path in paths
    ]


def told(report: ImportReport) -> list[Outcome]:
    return [file.outcome for file in report.files]


def all_uids(corpus: CorpusDatabase) -> list[str]:
    with corpus.reading() as connection:
        return [row[0] for row in connection.execute("SELECT uid FROM article ORDER BY id")]


def test_importing_twice_reads_nothing_the_second_time(
    corpus: CorpusDatabase, tmp_path: Path
) -> None:
    reads = Reads()
    sources = [reads.of(source) for source in sources_below(tiny_corpus(tmp_path / "src"))]
    report, _ = loaded(corpus, *sources)
    assert told(report) == [Outcome.LOADED] * len(TINY)
    assert reads.count == len(TINY)
    before = all_uids(corpus)
    report, _ = loaded(corpus, *sources)
    assert told(report) == [Outcome.UNCHANGED] * len(TINY)
    assert reads.count == len(TINY)
    assert all_uids(corpus) == before
    assert [len(file.articles) for file in report.files] == [1] * len(TINY)


def test_a_file_that_was_only_touched_is_read_but_not_analysed_again(
    corpus: CorpusDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = a_source("a.txt", TINY["1951-treaty.txt"])
    loaded(corpus, source)
    monkeypatch.setattr(pipeline, "analyse", None)
    touched = replace(source, mtime_ns=2)
    assert told(loaded(corpus, touched)[0]) == [Outcome.UNCHANGED]
    reads = Reads()
    assert told(loaded(corpus, reads.of(touched))[0]) == [Outcome.UNCHANGED]
    assert reads.count == 0


def test_a_changed_file_is_the_same_article_with_another_text(corpus: CorpusDatabase) -> None:
    first = TINY["2009-obama.md"]
    (uid,) = loaded(corpus, a_source("a.md", first))[0].files[0].articles
    second = first.replace("They spoke", "Later they spoke")
    report, what = loaded(corpus, a_source("a.md", second, mtime_ns=2))
    assert told(report) == [Outcome.CHANGED]
    assert report.files[0].articles == (uid,)
    assert what.changed == [uid]
    with corpus.reading() as connection:
        assert "Later they" in articles.article(connection, uid).version.text
        assert len(articles.lineage(connection, uid)) == 2
    assert all_uids(corpus) == [uid]


def test_a_file_changed_back_has_its_first_text_again(corpus: CorpusDatabase) -> None:
    first = TINY["2009-obama.md"]
    (uid,) = loaded(corpus, a_source("a.md", first))[0].files[0].articles
    loaded(corpus, a_source("a.md", first + "More.\n", mtime_ns=2))
    report, what = loaded(corpus, a_source("a.md", first, mtime_ns=3))
    assert told(report) == [Outcome.CHANGED]
    assert what.changed == [uid]
    with corpus.reading() as connection:
        assert "More." not in articles.article(connection, uid).version.text
    assert told(loaded(corpus, a_source("a.md", first, mtime_ns=3))[0]) == [Outcome.UNCHANGED]


def test_the_same_text_in_two_files_is_one_article_with_two_sources(
    corpus: CorpusDatabase,
) -> None:
    text = TINY["1951-treaty.txt"]
    other = text.replace("\n", "\r\n").encode("utf-16")
    report, _ = loaded(corpus, a_source("a.txt", text), a_source("b.txt", other))
    assert told(report) == [Outcome.LOADED, Outcome.DUPLICATE]
    assert report.files[0].articles == report.files[1].articles
    with corpus.reading() as connection:
        (uid,) = all_uids(corpus)
        assert [str(place) for place in articles.locators(connection, uid)] == [
            "r1:a.txt",
            "r1:b.txt",
        ]


def test_one_of_two_sources_that_changes_becomes_an_article_of_its_own(
    corpus: CorpusDatabase,
) -> None:
    text = TINY["1951-treaty.txt"]
    loaded(corpus, a_source("a.txt", text), a_source("b.txt", text))
    report, what = loaded(corpus, a_source("b.txt", text + "Added.\n", mtime_ns=2))
    assert told(report) == [Outcome.LOADED]
    assert what.changed == []
    assert len(all_uids(corpus)) == 2


def test_the_same_text_with_another_stated_day_is_another_article(corpus: CorpusDatabase) -> None:
    text = TINY["1951-treaty.txt"]
    loaded(corpus, a_source("a.txt", text), a_source("b.txt", text.replace("09-08", "09-09")))
    assert len(all_uids(corpus)) == 2


def test_articles_are_numbered_in_order_of_date_after_each_import(corpus: CorpusDatabase) -> None:
    names = ["2009-obama.md", "sub/unsigned.txt", "1951-treaty.txt"]
    loaded(corpus, *(a_source(name, TINY[name]) for name in names))
    loaded(corpus, a_source("sub/year-only.txt", TINY["sub/year-only.txt"]))
    with corpus.reading() as connection:
        titles = connection.execute("SELECT published FROM article ORDER BY id").fetchall()
        assert numbering.tail_length(connection) == 0
    assert titles == [("1951-09-08",), ("1971",), ("2009-02-24",), (None,)]


def test_files_in_every_encoding_are_read_and_the_rest_is_told(
    corpus: CorpusDatabase, tmp_path: Path
) -> None:
    report, _ = loaded(corpus, *sources_below(awkward_corpus(tmp_path / "awk")))
    by_name = {file.path: file for file in report.files}
    for name in UNREADABLE:
        assert by_name[name].outcome is Outcome.FAILED
        assert by_name[name].reason is not None
    good = [name for name in AWKWARD if name != "same-as-bom.txt"]
    assert {by_name[name].outcome for name in good} == {Outcome.LOADED}
    assert by_name["same-as-bom.txt"].outcome is Outcome.DUPLICATE
    assert report.undated >= 1


def test_a_file_that_failed_is_tried_again(corpus: CorpusDatabase) -> None:
    assert told(loaded(corpus, a_source("a.txt", b""))[0]) == [Outcome.FAILED]
    assert told(loaded(corpus, a_source("a.txt", b""))[0]) == [Outcome.FAILED]
    assert told(loaded(corpus, a_source("a.txt", "Now it is text.\n"))[0]) == [Outcome.LOADED]


def test_an_article_whose_file_was_spoilt_stays(corpus: CorpusDatabase) -> None:
    source = a_source("a.txt", TINY["1951-treaty.txt"])
    (uid,) = loaded(corpus, source)[0].files[0].articles
    report, _ = loaded(corpus, a_source("a.txt", b"", mtime_ns=2))
    assert told(report) == [Outcome.FAILED]
    assert all_uids(corpus) == [uid]
    assert told(loaded(corpus, replace(source, mtime_ns=3))[0]) == [Outcome.UNCHANGED]


def test_a_reason_not_to_read_is_passed_on(corpus: CorpusDatabase) -> None:
    source = replace(a_source("a.pdf", "x"), reason=Message("intake.no_suffix"))
    (file,) = loaded(corpus, source)[0].files
    assert (file.outcome, file.reason) == (Outcome.SKIPPED, Message("intake.no_suffix"))


def test_a_source_that_cannot_be_read_does_not_stop_the_others(corpus: CorpusDatabase) -> None:
    def refuse() -> bytes:
        raise UnreadableFileError("intake.no_permission")

    bad = replace(a_source("a.txt", "x"), read=refuse)
    report, _ = loaded(corpus, bad, a_source("b.txt", TINY["1951-treaty.txt"]))
    assert told(report) == [Outcome.FAILED, Outcome.LOADED]
    assert report.files[0].reason == Message("intake.no_permission")


def test_stopping_keeps_what_was_read_and_the_next_import_goes_on(
    corpus: CorpusDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_BATCH", 2)
    sources = [a_source(f"{n}.txt", f"Article {n}\n\nText 𠮷 number {n}.\n") for n in range(7)]
    cancel, what = CancelToken(), Loaded()
    work = Loader(corpus, None, base.load()).load(sources, what, cancel)
    for progress in work:
        if progress.done == 3:
            cancel.cancel()
    assert len(what.files) == 4
    assert len(all_uids(corpus)) == 4
    report, _ = loaded(corpus, *sources)
    assert told(report) == [Outcome.UNCHANGED] * 4 + [Outcome.LOADED] * 3
    with corpus.reading() as connection:
        assert len(load(connection)["all", ""]) == 7


def test_work_that_is_dropped_leaves_whole_batches(
    corpus: CorpusDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_BATCH", 2)
    sources = [a_source(f"{n}.txt", f"Article {n}\n\nText 𠮷 number {n}.\n") for n in range(5)]
    work = Loader(corpus, None, base.load()).load(sources, Loaded(), CancelToken())
    for progress in work:
        if progress.done == 3:
            break
    work.close()
    assert len(all_uids(corpus)) == 2
    report, _ = loaded(corpus, *sources)
    assert told(report) == [Outcome.UNCHANGED] * 2 + [Outcome.LOADED] * 3


def test_progress_counts_to_the_end(corpus: CorpusDatabase) -> None:
    sources = [a_source(f"{n}.txt", f"Article {n}\n\nText {n}.\n") for n in range(3)]
    work = Loader(corpus, None, base.load()).load(sources, Loaded(), CancelToken())
    seen = [(progress.done, progress.total, progress.item) for progress in work]
    assert seen == [
        *((n, 3, f"/papers/{n}.txt") for n in range(3)),
        (3, 3, ""),
    ]


def test_files_that_are_gone_are_noted_below_what_was_asked_for(corpus: CorpusDatabase) -> None:
    names = ["a.txt", "sub/b.txt", "sub/c.txt", "submarine/d.txt", "shut/e.txt"]
    sources = [a_source(name, f"Title\n\nText of {name}.\n") for name in names]
    loaded(corpus, *sources)
    what = Loaded()
    Loader(corpus, None, base.load()).mark_removed("r1", "sub/", ["sub/c.txt"], what, "Papers")
    assert [(file.path, file.outcome) for file in what.files] == [
        ("Papers/sub/b.txt", Outcome.REMOVED)
    ]
    what = Loaded()
    met = ["a.txt", "sub/c.txt", "submarine/d.txt", "shut"]  # a folder nobody may enter
    Loader(corpus, None, base.load()).mark_removed("r1", "", met, what, "Papers")
    assert what.files == []
    assert len(all_uids(corpus)) == 5
    report, _ = loaded(corpus, sources[1])
    assert told(report) == [Outcome.LOADED]
    with corpus.reading() as connection:
        assert "sub/b.txt" in files.known(connection, "r1")


def test_an_article_that_the_reader_touched_keeps_its_id_in_a_new_corpus(
    corpus: CorpusDatabase,
) -> None:
    text = TINY["1951-treaty.txt"]
    (record,) = read_records("a.txt", text.encode())
    stated = record.container
    uid = article_uid("first text", stated.metadata.publisher, stated.published)
    lineages: dict[str, tuple[str, ...]] = {uid: (record.version.sha, "first text")}
    report, _ = loaded(corpus, a_source("a.txt", text), lineages=lineages)
    assert report.files[0].articles == (uid,)


def test_an_article_of_another_day_or_paper_is_never_taken_for_a_touched_one(
    corpus: CorpusDatabase,
) -> None:
    text = TINY["1951-treaty.txt"]
    (record,) = read_records("a.txt", text.encode())
    uid = article_uid("first text", "Another Paper", record.container.published)
    sha = record.version.sha
    lineages: dict[str, tuple[str, ...]] = {uid: (sha, "first text"), "f" * 32: (sha,)}
    report, _ = loaded(corpus, a_source("a.txt", text), lineages=lineages)
    assert report.files[0].articles == (pipeline.uid_of(record),)


def test_two_touched_articles_of_one_text_keep_their_own_ids(corpus: CorpusDatabase) -> None:
    """Front matter is text, so only two containers can state two days of one text: by hand here."""
    (one,) = read_records("a.txt", b"Same text\n\nNaha.\n")
    uid = pipeline.uid_of(one)
    lineages: dict[str, tuple[str, ...]] = {"f" * 32: (one.version.sha,), uid: ("another sha",)}
    report, _ = loaded(corpus, a_source("a.txt", "Same text\n\nNaha.\n"), lineages=lineages)
    assert report.files[0].articles == (uid,)


def test_stored_articles_are_read_again_after_a_stage_changed(corpus: CorpusDatabase) -> None:
    loaded(corpus, *(a_source(name, text) for name, text in TINY.items()))
    before = all_uids(corpus)
    with corpus.writing() as connection:
        connection.execute("UPDATE article SET stages = 'older', title = '?'")
        numbering.fold(connection)  # the index knows the title that is stored
    rereader = Rereader(corpus, base.load(), CorrectionBook())
    with corpus.reading() as connection:
        stale = articles.stale(connection, pipeline.STAGES)
    assert finished(rereader.reread(stale, CancelToken())) == len(TINY)
    assert all_uids(corpus) == before
    with corpus.reading() as connection:
        assert articles.stale(connection, pipeline.STAGES) == ()
        hit = connection.execute("SELECT count(*) FROM words WHERE words MATCH 'okinawa'")
        assert hit.fetchone() == (1,)


def test_reading_again_first_fills_an_index_of_another_derivation(corpus: CorpusDatabase) -> None:
    """Forgetting an article tells the index its old words: they must be the words it knows."""
    loaded(corpus, *(a_source(name, text) for name, text in TINY.items()))
    with corpus.writing() as connection:
        connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
        meta.write(connection, meta.DERIVER, "older")
        uids = tuple(row[0] for row in connection.execute("SELECT uid FROM article").fetchall())
    finished(Rereader(corpus, base.load(), CorrectionBook()).reread(uids[:1], CancelToken()))
    with corpus.reading() as connection:
        connection.execute("SELECT count(*) FROM words WHERE words MATCH 'a*'").fetchone()
        for word, count in (("okinawa", 1), ("yoshida", 1), ("obama", 1)):
            hit = connection.execute(f"SELECT count(*) FROM words WHERE words MATCH '{word}'")
            assert hit.fetchone() == (count,)
        assert meta.text(connection, meta.DERIVER) != "older"


def test_what_is_read_again_keeps_the_title_it_had_from_its_file(corpus: CorpusDatabase) -> None:
    loaded(corpus, a_source("sub/記事-7.txt", "the 𠮷 text begins in the middle of a sentence\n"))
    (uid,) = all_uids(corpus)
    with corpus.reading() as connection:
        before = articles.article(connection, uid)
    finished(Rereader(corpus, base.load(), CorrectionBook()).reread([uid], CancelToken()))
    with corpus.reading() as connection:
        again = articles.article(connection, uid)
    assert again.metadata == before.metadata
    assert again.published == before.published


def test_what_is_read_again_takes_the_label_of_its_root_for_a_source(
    corpus: CorpusDatabase,
) -> None:
    loaded(corpus, *(a_source(f"{n}.txt", f"the 𠮷 text {n} has no title\n") for n in range(60)))
    wanted = sorted(all_uids(corpus))
    with corpus.reading() as connection:
        before = [articles.article(connection, uid).metadata for uid in wanted]
        revision = meta.number(connection, meta.REVISION)
    work = Rereader(corpus, base.load(), CorrectionBook()).reread(
        wanted, CancelToken(), {"r1": "Papers"}.__getitem__
    )
    assert finished(work) == 60
    with corpus.reading() as connection:
        assert [articles.article(connection, uid).metadata for uid in wanted] == before
        assert before[0].source == "Papers"
        assert meta.number(connection, meta.REVISION) <= revision + 3  # a batch, not an article


def test_originals_are_kept_of_what_was_read(corpus: CorpusDatabase, tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    folder.mkdir()
    originals = Originals(folder)
    text = TINY["1951-treaty.txt"]
    loaded(
        corpus,
        a_source("a.txt", text),
        a_source("b.txt", text),
        a_source("bad.txt", b""),
        originals=originals,
    )
    assert [(o.root, o.path) for o in originals.latest()] == [("r1", "a.txt"), ("r1", "b.txt")]
    assert {originals.read(o) for o in originals.latest()} == {text.encode()}
