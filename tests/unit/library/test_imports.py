"""Importing into a library: what is found, kept, noted and never deleted."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.builders import TINY, tiny_corpus
from tests.helpers.libraries import (
    article_titled,
    filled,
    finished,
    imported,
    marked,
    opened,
    outcomes,
    uids,
)
from usjp_reader.config import settings
from usjp_reader.domain.passages import PassageState
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.queries import ArticleQuery, Facet, FacetChoice
from usjp_reader.domain.reports import Outcome
from usjp_reader.intake import reading_files
from usjp_reader.library import SPECIMENS, Library
from usjp_reader.library.marking import Marking
from usjp_reader.passages import anchoring

OBAMA = "Aso first guest at Obama White House"
MET = "Minister Taro Aso met President Obama"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tiny_corpus(tmp_path / "Papiere 記事")


def test_a_folder_is_imported_once_however_often_it_is_asked_for(
    tmp_path: Path, source: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        assert imported(library, source).count(Outcome.LOADED) == 6
        assert imported(library, source).count(Outcome.UNCHANGED) == 6
        assert imported(library, source / "sub").count(Outcome.UNCHANGED) == 3
        assert imported(library, source / "sub", source).count(Outcome.UNCHANGED) == 6
        detour = source / "sub" / ".." / "1951-treaty.txt"
        assert outcomes(imported(library, detour)) == {"1951-treaty.txt": Outcome.UNCHANGED}
        assert len(uids(library)) == 6
        roots = settings.load().roots
    assert [list(places.values()) for places in roots.values()] == [[str(source)]]


def test_a_file_in_a_folder_given_with_it_is_read_once(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source / "sub")
        report = imported(library, source / "sub", source / "sub" / "unsigned.txt")
    assert len(report.files) == 3


def test_passages_follow_a_file_that_changed(tmp_path: Path, source: Path) -> None:
    path = source / "2009-obama.md"
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        article = article_titled(library, OBAMA)
        kept = marked(library, article, MET, "his first guest 😀")
        lost = marked(library, article, "They spoke of the 𠮷田 doctrine")
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("They spoke of the 𠮷田 doctrine 😀", "").replace(
                "Prime", "In the Oval Office Prime"
            ),
            "utf-8",
        )
        report = imported(library, source)
        assert outcomes(report)["2009-obama.md"] is Outcome.CHANGED
        assert library.article(article.uid).version.sha != article.version.sha
        passages = {p.id: p for p in library.passages(article.uid)}
        new_text = library.article(article.uid).version.text
        assert passages[kept.id].anchor.span.of(new_text) == MET
        assert passages[kept.id].note == "his first guest 😀"
        assert passages[kept.id].state in (PassageState.ANCHORED, PassageState.MOVED)
        assert passages[lost.id].state in (PassageState.ORPHAN, PassageState.CHECK)
        assert passages[lost.id].anchor.exact == "They spoke of the 𠮷田 doctrine"
        assert library.work.undoable == "passage.reanchor"
    with opened(tmp_path / "lib") as library:
        assert {p.id: p for p in library.passages()} == passages


def test_passages_follow_though_the_import_ended_halfway(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = source / "2009-obama.md"
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        article = article_titled(library, OBAMA)
        kept = marked(library, article, MET, "his first guest 😀")
        lost = marked(library, article, "They spoke of the 𠮷田 doctrine")
        text = path.read_text("utf-8").replace("They spoke of the 𠮷田 doctrine 😀", "")
        path.write_text(text.replace("Prime", "In the Oval Office Prime"), "utf-8")
        with monkeypatch.context() as crash:
            crash.setattr(Marking, "reanchor", _crash)
            with pytest.raises(KeyboardInterrupt):
                imported(library, source)
        new = library.article(article.uid).version
        assert new.sha != article.version.sha
        assert set(library.passages()) == {kept, lost}
    with opened(tmp_path / "lib") as library:
        passages = {p.id: p for p in library.passages()}
        assert passages[kept.id].anchor.text_sha == new.sha
        assert passages[kept.id].anchor.span.of(new.text) == MET
        assert passages[lost.id].state in (PassageState.ORPHAN, PassageState.CHECK)
        assert library.work.undoable == "passage.reanchor"
    monkeypatch.setattr(anchoring, "find", _crash)  # what was decided is not decided again
    with opened(tmp_path / "lib") as library:
        assert {p.id: p for p in library.passages()} == passages


def _crash(*_: object) -> None:
    raise KeyboardInterrupt


def test_what_is_gone_is_noted_and_nothing_is_deleted(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        passage = marked(library, article_titled(library, OBAMA), "Taro Aso")
        (source / "2009-obama.md").unlink()
        shutil.rmtree(source / "sub")
        report = imported(library, source)
        assert report.count(Outcome.REMOVED) == 4
        assert len(uids(library)) == 6
        assert library.passages() == (passage,)
        assert imported(library, source).count(Outcome.REMOVED) == 0
        tiny_corpus(source)
        assert imported(library, source).count(Outcome.LOADED) == 4
        assert len(uids(library)) == 6


def test_a_folder_that_is_not_there_any_more_removes_nothing(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        source.rename(tmp_path / "unplugged")
        report = imported(library, source)
        assert report.count(Outcome.REMOVED) == 0
        assert len(uids(library)) == 6


def test_a_path_that_is_not_there_is_told_and_not_remembered(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        (file,) = imported(library, tmp_path / "none" / "at all.txt").files
        assert file.outcome is Outcome.SKIPPED
        assert file.reason is not None
        assert settings.load().roots == {}
        assert library.work.undoable is None


def test_the_library_itself_is_not_imported(tmp_path: Path) -> None:
    tiny_corpus(tmp_path)
    with opened(tmp_path / "lib") as library:
        assert imported(library, tmp_path).count(Outcome.LOADED) == 6
        report = imported(library, tmp_path)
        assert report.count(Outcome.UNCHANGED) == 6
        assert not [file for file in report.files if "originals" in file.path]


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (source / "large.txt").open("wb") as out:
        out.truncate(reading_files.MAX_BYTES + 1)
    with opened(tmp_path / "lib") as library:
        report = imported(library, source)
    assert outcomes(report)["large.txt"] is Outcome.FAILED
    assert report.count(Outcome.LOADED) == 6


def test_names_that_are_no_text_can_be_imported(tmp_path: Path) -> None:
    folder = Path(str(tmp_path) + "/odd\udcff")
    try:
        folder.mkdir()
        Path(str(folder) + "/a\udcfe.txt").write_text("Title\n\nText 𠮷.\n", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such names")
    with opened(tmp_path / "lib") as library:
        assert imported(library, folder).count(Outcome.LOADED) == 1
        (row,) = library.rows(library.find(ArticleQuery()), 0, 9)
        row.source_file.encode("utf-8")
        assert imported(library, folder).count(Outcome.UNCHANGED) == 1


def test_stopping_while_folders_are_searched_notes_nothing_as_gone(
    tmp_path: Path, source: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        cancel = CancelToken()
        work = library.imports.files([source], cancel)
        next(work)
        cancel.cancel()
        report = finished(work)
        assert report.cancelled
        assert report.count(Outcome.REMOVED) == 0


def lacks_index(library: Library) -> bool:
    return library.is_to_be_filled


def known(library: Library) -> dict[str, tuple[str, ...]]:
    """The sources of each article."""
    return {uid: tuple(map(str, library.article(uid).locators)) for uid in uids(library)}


def test_a_lost_index_is_built_again_with_the_same_articles_and_passages(
    tmp_path: Path, source: Path
) -> None:
    with opened(tmp_path / "lib") as library:
        assert not lacks_index(library)
        imported(library, source)
        changed = source / "1951-treaty.txt"
        passage = marked(library, article_titled(library, "Treaty signed at San Francisco"), "here")
        changed.write_text(TINY["1951-treaty.txt"] + "More was said.\n", "utf-8")
        imported(library, source)
        before, passages = known(library), library.passages()
        library.marking.set_flag(library.article(min(before)), "starred", on=True)
    shutil.rmtree(source)
    for path in (tmp_path / "lib").glob("corpus.db*"):
        path.unlink()
    with opened(tmp_path / "lib") as library:
        assert lacks_index(library)
        assert library.passages() == passages
        filled(library)
        assert not lacks_index(library)
        assert known(library) == before
        assert library.passages() == passages
        assert library.article(passage.article).version.text.endswith("More was said.\n")
        (row,) = [r for r in library.rows(library.find(ArticleQuery()), 0, 9) if r.is_starred]
        assert row.uid == min(before)
    with opened(tmp_path / "lib") as library:
        assert not lacks_index(library)


def test_marked_texts_come_back_even_without_originals(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        article = article_titled(library, OBAMA)
        passage = marked(library, article, "Taro Aso")
    for path in (tmp_path / "lib").glob("corpus.db*"):
        path.unlink()
    shutil.rmtree(tmp_path / "lib" / "originals")
    with opened(tmp_path / "lib") as library:
        assert lacks_index(library)
        filled(library)
        assert uids(library) == {article.uid}
        again = library.article(article.uid)
        assert again.version.sha == article.version.sha
        assert again.metadata.title == OBAMA
        assert again.published.value == article.published.value
        assert library.passages() == (passage,)


def test_building_again_can_be_stopped_and_goes_on(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        before = known(library)
    for path in (tmp_path / "lib").glob("corpus.db*"):
        path.unlink()
    with opened(tmp_path / "lib") as library:
        cancel = CancelToken()
        for progress in library.fill(cancel):
            if progress.done == 2:
                cancel.cancel()
        assert lacks_index(library)
    with opened(tmp_path / "lib") as library:
        assert lacks_index(library)
        filled(library)
        assert known(library) == before


def test_specimens_are_a_library_of_their_own(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "own") as own:
        imported(own, source)
    with opened(tmp_path / "specimens", SPECIMENS) as library:
        assert library.is_specimens
        assert lacks_index(library)
        report = filled(library)
        assert report.count(Outcome.LOADED) == len(report.files) == 12
        rows = library.rows(library.find(ArticleQuery()), 0, 99)
        assert len(rows) == 12
        assert all(row.is_specimen for row in rows)
        assert all(row.source_file.startswith("specimen:") for row in rows)
        assert library.resolve(rows[3].source_file) == rows[3].uid
    with opened(tmp_path / "own") as own:
        assert len(uids(own)) == 6
        assert not any(row.is_specimen for row in own.rows(own.find(ArticleQuery()), 0, 99))
    with opened(tmp_path / "specimens") as library:
        assert library.is_specimens
        assert not lacks_index(library)
    assert not list((tmp_path / "specimens" / "originals").iterdir())


def test_facets_and_articles_agree(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        counts = library.counts(ArticleQuery())
        assert counts.total == 6
        for facet in Facet:
            for count in counts.facets[facet]:
                chosen = ArticleQuery(facets=(FacetChoice(facet, count.value),))
                assert len(library.find(chosen)) == count.count


def test_a_source_moved_to_another_place_keeps_its_article(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        before = uids(library)
        passage = marked(library, article_titled(library, OBAMA), "Taro Aso")
        (source / "2009-obama.md").rename(source / "sub" / "renamed.md")
        report = imported(library, source)
        assert outcomes(report)["renamed.md"] is Outcome.DUPLICATE
        assert uids(library) == before
        assert library.passages() == (passage,)
        assert library.source_file(library.article(passage.article)).endswith("renamed.md")


def test_stale_articles_are_none_after_an_import(tmp_path: Path, source: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        assert library.imports.stale() == ()
        assert finished(library.imports.reread(CancelToken())) == 0


def test_texts_that_no_original_gives_back_come_from_the_index_that_was_set_aside(
    tmp_path: Path, source: Path
) -> None:
    path = tmp_path / "lib"
    with opened(path) as library:
        imported(library, source)
        known = {uid: library.article(uid).version.sha for uid in uids(library)}
        titles = {uid: library.article(uid).metadata.title for uid in known}
    originals = [p for p in (path / "originals").rglob("*") if len(p.name) == 64]
    for original in originals[:4]:
        original.write_bytes(b"")
    with closing(sqlite3.connect(path / "corpus.db")) as connection:
        connection.execute("PRAGMA user_version=999")
    with opened(path) as library:
        assert library.is_to_be_filled
        filled(library)
        assert {uid: library.article(uid).version.sha for uid in uids(library)} == known
        assert {uid: library.article(uid).metadata.title for uid in known} == titles
        assert outcomes(imported(library, source))
        assert len(uids(library)) == len(known)


def test_an_article_marked_in_two_texts_comes_back_in_the_latest(
    tmp_path: Path, source: Path
) -> None:
    path, file = tmp_path / "lib", source / "2009-obama.md"
    with opened(path) as library:
        imported(library, source)
        article = article_titled(library, OBAMA)
        marked(library, article, "They spoke of the 𠮷田 doctrine")
        text = file.read_text("utf-8").replace("They spoke of the 𠮷田 doctrine 😀", "")
        file.write_text(text, "utf-8")
        imported(library, source)
        latest = library.article(article.uid)
        marked(library, latest, MET)
        passages = library.passages()
        assert len({p.anchor.text_sha for p in passages}) == 2
    shutil.rmtree(path / "originals")
    for index in path.glob("corpus.db*"):
        index.unlink()
    with opened(path) as library:
        filled(library)
        assert library.article(article.uid).version.sha == latest.version.sha
        assert library.passages() == passages
