"""Articles are saved, saved again, found by their words, and forgotten by them."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import NOW, a_mention, a_time, an_article, saved, to_save
from tests.helpers.work import starred
from usjp_reader.domain.articles import Container, FieldValue, Locator, Metadata
from usjp_reader.domain.dates import Status
from usjp_reader.domain.errors import ArticleNotFoundError, LibraryReadOnlyError
from usjp_reader.domain.texts import PageLabel, TextVersion
from usjp_reader.store.corpus import articles, files, marks, meta, numbering
from usjp_reader.store.corpus.bitmaps import BitmapEditor, load
from usjp_reader.store.corpus.files import FileState, RecordState
from usjp_reader.store.corpus.words import Lately

if TYPE_CHECKING:
    from usjp_reader.store.corpus.database import CorpusDatabase


def matches(corpus: CorpusDatabase, query: str) -> list[str]:
    with corpus.reading() as connection:
        rows = connection.execute(
            "SELECT uid FROM words JOIN article ON article.id = words.rowid"
            " WHERE words.words MATCH ? ORDER BY uid",
            (query,),
        )
        return [row[0] for row in rows.fetchall()]


def test_an_article_comes_back_whole(corpus: CorpusDatabase) -> None:
    made = an_article(times=(a_time("1951"),))
    made = an_article(
        mentions=(a_mention(made.version.text, "Taro Aso", "person/taro-aso"),),
        times=made.times,
    )
    saved(corpus, ("u1", made))
    with corpus.reading() as connection:
        found = articles.article(connection, "u1")
    assert (found.uid, found.version, found.metadata) == ("u1", made.version, made.metadata)
    assert (found.published, found.lines, found.mentions) == (
        made.published,
        made.lines,
        made.mentions,
    )
    assert found.words > 0


def test_page_labels_come_back(corpus: CorpusDatabase) -> None:
    version = TextVersion.of("x\fy", "1", "1", (PageLabel(0, "iv"), PageLabel(2, "第2面")))
    with corpus.writing() as connection:
        articles.save_text(connection, version)
        assert articles.text(connection, version.sha) == version
        assert articles.text(connection, "none") is None


def test_an_unknown_article_is_said_to_be_unknown(corpus: CorpusDatabase) -> None:
    with corpus.reading() as connection:
        with pytest.raises(ArticleNotFoundError):
            articles.article(connection, "none")
        assert articles.lineage(connection, "none") == ()
        assert not articles.exists(connection, "none")


@pytest.mark.parametrize(
    ("prefix", "found"),
    [("abc", "abc1"), ("abd", None), ("ab", None), ("", None), ("a%", None), ("_bc", None)],
)
def test_a_prefix_means_the_one_article_that_begins_so(
    corpus: CorpusDatabase, prefix: str, found: str | None
) -> None:
    saved(corpus, ("abc1", an_article()), ("abd1", an_article()), ("abd2", an_article()))
    with corpus.reading() as connection:
        if found:
            assert articles.uid_of(connection, prefix) == found
        else:
            with pytest.raises(ArticleNotFoundError):
                articles.uid_of(connection, prefix)


def test_words_are_found_and_forgotten_when_an_article_changes(corpus: CorpusDatabase) -> None:
    saved(corpus, ("u1", an_article()), ("u2", an_article("Naha\n\nThe harbour 沖縄県。\n")))
    assert matches(corpus, "obama") == ["u1"]
    assert matches(corpus, '"harbour"') == ["u2"]
    saved(corpus, ("u1", an_article("Koizumi\n\nKoizumi met Bush 😀.\n", published="2006")))
    assert matches(corpus, "obama") == []
    assert matches(corpus, "koizumi") == ["u1"]
    with corpus.writing() as connection:
        numbering.fold(connection)
    assert matches(corpus, "obama") == []
    assert matches(corpus, "koizumi") == ["u1"]
    assert matches(corpus, 'cjk : "沖縄 縄県"') == ["u2"]


def test_saving_the_same_again_changes_nothing_that_can_be_found(corpus: CorpusDatabase) -> None:
    made = an_article()
    for _ in range(3):
        saved(corpus, ("u1", made))
    assert matches(corpus, "obama") == ["u1"]
    with corpus.reading() as connection:
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM text").fetchone() == (1,)
        assert {len(ids) for ids in load(connection).values()} == {1}


def test_another_reading_leaves_no_trace_of_the_first_in_the_sets(corpus: CorpusDatabase) -> None:
    saved(corpus, ("u1", an_article(published="1951-09-08", publisher="A")))
    saved(corpus, ("u1", an_article(published=None, publisher="B")))
    with corpus.reading() as connection:
        sets = load(connection)
    assert ("undated", "") in sets
    assert ("source", "B") in sets
    assert not [key for key in sets if key[0] == "year" or key == ("source", "A")]


def test_an_article_remembers_all_its_texts_the_latest_first(corpus: CorpusDatabase) -> None:
    one, two = an_article("One\n\n𠮷\n"), an_article("Two\n\n😀\n")
    for made in (one, two, one, two):
        saved(corpus, ("u1", made))
    with corpus.reading() as connection:
        assert articles.lineage(connection, "u1") == (two.version.sha, one.version.sha)


def test_lists_are_told_what_they_show(corpus: CorpusDatabase) -> None:
    saved(corpus, ("u1", an_article(specimen=True)), ("u2", an_article(published=None)))
    with corpus.reading() as connection:
        rows = articles.rows(connection, (1, 2))
    assert (rows[1].uid, rows[1].title, rows[1].is_specimen) == (
        "u1",
        "Aso and Obama meet 😀",
        True,
    )
    assert rows[1].published.value is not None
    assert rows[1].published.status is Status.STATED
    assert rows[1].minutes == 1
    assert rows[2].published.value is None


def test_a_new_reading_of_the_last_article_is_put_where_its_date_belongs(
    corpus: CorpusDatabase,
) -> None:
    """Its number must not be used again: it would pass for one in order of date."""
    saved(corpus, *((f"u{y}", an_article(published=str(y))) for y in (1951, 1960, 1972)))
    with corpus.writing() as connection:
        numbering.fold(connection)
    saved(corpus, ("u1972", an_article(published="1945")))
    with corpus.writing() as connection:
        assert numbering.tail_length(connection) == 1
        assert numbering.is_due(connection)
        numbering.fold(connection)
        order = connection.execute("SELECT uid FROM article ORDER BY id").fetchall()
    assert order == [("u1972",), ("u1951",), ("u1960",)]


def test_a_renumbering_takes_what_the_index_was_told_only_where_it_still_holds(
    corpus: CorpusDatabase,
) -> None:
    """Another thread may have saved the last article anew, in the same row."""
    lately = Lately()
    harbour, cannon = an_article("Naha\n\nThe harbour 沖縄県。\n"), an_article("A cannon\n\n𠮷\n")
    with corpus.writing() as connection:
        bitmaps = BitmapEditor(connection)
        for uid, made in (("u1", cannon), ("u2", harbour)):
            ready = to_save(made)
            ready = replace(ready, indexed=replace(ready.indexed, furniture="remembered"))
            lately.note(articles.save(connection, bitmaps, uid, ready), ready)
        bitmaps.write(connection)
    saved(corpus, ("u2", an_article("Koizumi\n\nKoizumi met Bush 😀.\n", published="1945")))
    with corpus.writing() as connection:
        numbering.fold(connection, lately)
    assert matches(corpus, "remembered") == ["u1"]
    assert matches(corpus, "koizumi") == ["u2"]
    assert matches(corpus, "harbour") == []


def test_undated_articles_come_last_after_a_renumbering(corpus: CorpusDatabase) -> None:
    saved(
        corpus,
        ("b", an_article(published=None)),
        ("c", an_article(published="1960/1972")),
        ("a", an_article(published=None)),
        ("d", an_article(published="1960")),
    )
    with corpus.writing() as connection:
        numbering.fold(connection)
        rows = connection.execute("SELECT uid, id FROM article ORDER BY id").fetchall()
        assert rows == [("d", 1), ("c", 2), ("a", 3), ("b", 4)]
        assert not numbering.is_due(connection)
        assert meta.number(connection, meta.INDEX_EPOCH) == 2


def test_an_index_that_another_derivation_filled_is_filled_again(corpus: CorpusDatabase) -> None:
    saved(corpus, ("u1", an_article()))
    with corpus.writing() as connection:
        connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
        meta.write(connection, meta.DERIVER, "older")
        numbering.require_current_index(connection)
    assert matches(corpus, "obama") == ["u1"]


def test_stale_articles_are_those_read_with_other_stages(corpus: CorpusDatabase) -> None:
    with corpus.writing() as connection:
        bitmaps = BitmapEditor(connection)
        for uid, stages in (("u1", "a=1"), ("u2", "a=2")):
            articles.save(connection, bitmaps, uid, to_save(an_article(), stages))
        bitmaps.write(connection)
        assert articles.stale(connection, "a=2") == ("u1",)


# -- files -----------------------------------------------------------------------------------------


def test_an_article_with_many_sources_names_those_still_there_first(corpus: CorpusDatabase) -> None:
    saved(corpus, ("u1", an_article()))
    with corpus.writing() as connection:
        for path in ("a.txt", "sub/記事.txt", "c.txt"):
            state = FileState("r1", path, "sha", 1, 2)
            files.save(connection, state, [RecordState("", "u1", "sha", Container())])
        files.mark_removed(connection, "r1", "a.txt")
        assert files.sources_of(connection, "u1") == 3
        assert articles.locators(connection, "u1") == (
            Locator("r1", "sub/記事.txt"),
            Locator("r1", "c.txt"),
            Locator("r1", "a.txt"),
        )
        assert set(files.known(connection, "r1")) == {"sub/記事.txt", "c.txt"}
        assert articles.uids_named(connection, "記事.txt") == ("u1",)
        assert articles.uids_named(connection, "事.txt") == ()
        assert articles.uids_at(connection, "r1", "c.txt") == ("u1",)


def test_a_file_read_again_has_its_new_records_only(corpus: CorpusDatabase) -> None:
    container = Container(Metadata.of(title=FieldValue("題")), "Feb. 1951")
    saved(corpus, ("u2", an_article()))
    with corpus.writing() as connection:
        old = [RecordState(str(n), "u1", "s", Container()) for n in range(3)]
        files.save(connection, FileState("r", "a.csv", "1", 1, 1), old)
        files.save(
            connection, FileState("r", "a.csv", "2", 2, 2), [RecordState("7", "u2", "t", container)]
        )
        assert files.records_of(connection, "r", "a.csv") == {"7": ("u2", "t")}
        assert files.known(connection, "r") == {"a.csv": FileState("r", "a.csv", "2", 2, 2)}
        record = articles.record_of(connection, articles.article(connection, "u2"))
    assert (record.member, record.container) == ("7", container)


def test_a_file_that_comes_back_is_known_again(corpus: CorpusDatabase) -> None:
    state = FileState("r", "a.txt", "sha", 1, 1)
    with corpus.writing() as connection:
        files.save(connection, state, ())
        files.mark_removed(connection, "r", "a.txt")
        assert files.known(connection, "r") == {}
        files.touch(connection, FileState("r", "a.txt", "sha", 1, 99))
        assert files.known(connection, "r")["a.txt"].mtime_ns == 99


# -- connections -----------------------------------------------------------------------------------


def test_each_thread_has_a_connection_of_its_own(corpus: CorpusDatabase) -> None:
    saved(corpus, ("u1", an_article()))
    found: list[int] = []

    def look() -> None:
        with corpus.reading() as connection:
            articles.article(connection, "u1")
            found.append(id(connection))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with corpus.reading() as connection:
        assert len(found) == 4
        assert id(connection) not in found or corpus.reader() is connection


def test_a_reader_sees_nothing_of_a_batch_that_failed(corpus: CorpusDatabase) -> None:
    def write_and_fail() -> None:
        with corpus.writing() as connection:
            bitmaps = BitmapEditor(connection)
            articles.save(connection, bitmaps, "u1", to_save(an_article()))
            bitmaps.write(connection)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    with corpus.reading() as connection:
        assert not articles.exists(connection, "u1")
        assert load(connection) == {}
    assert matches(corpus, "obama") == []
    saved(corpus, ("u1", an_article()))
    assert matches(corpus, "obama") == ["u1"]


def test_a_reader_cannot_write(corpus: CorpusDatabase) -> None:
    with pytest.raises(LibraryReadOnlyError), corpus.reading() as connection:
        connection.execute("DELETE FROM article")


def test_marks_of_a_missing_article_wait_for_it(corpus: CorpusDatabase) -> None:
    change = starred("u1")
    with corpus.writing() as connection:
        marks.replay(connection, (type(change)(change.action, change.items, NOW, seq=1),))
    with corpus.reading() as connection:
        assert marks.ids_by_mark(connection) == {}
    saved(corpus, ("u1", an_article()))
    with corpus.reading() as connection:
        assert marks.ids_by_mark(connection) == {("starred", ""): [1]}


def test_any_number_of_articles_can_be_asked_for_at_once(corpus: CorpusDatabase) -> None:
    saved(corpus, *((f"u{n:04}", an_article(f"Title {n}\n\nText {n}.\n")) for n in range(3)))
    wanted = [f"u{n:04}" for n in range(40_000)]
    with corpus.reading() as connection:
        assert set(articles.headings(connection, wanted)) == {"u0000", "u0001", "u0002"}
        assert set(articles.text_shas(connection, wanted)) == {"u0000", "u0001", "u0002"}
        assert len(articles.uids(connection, range(40_000))) == 3
        assert articles.first_locators(connection, wanted) == {}
