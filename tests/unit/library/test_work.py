"""What the reader does is there at once, on the disk when told, and can be taken back."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import tiny_corpus
from tests.helpers.libraries import article_titled, imported, marked, opened
from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.errors import ArticleNotFoundError, LibraryError
from usjp_reader.domain.passages import Colour, PassageState, new_id
from usjp_reader.domain.queries import ArticleQuery, Facet, FacetChoice, Flag
from usjp_reader.domain.spans import Span
from usjp_reader.passages.values import to_values
from usjp_reader.store.corpus import marks
from usjp_reader.store.user.log import UserLog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with opened(tmp_path / "lib") as found:
        imported(found, tiny_corpus(tmp_path / "src"))
        yield found


@pytest.fixture
def article(library: Library) -> Article:
    return article_titled(library, "Aso first guest at Obama White House")


def found(library: Library, query: ArticleQuery) -> int:
    return len(library.find(query))


def settled(library: Library) -> None:
    """Until the corpus has followed."""
    done = threading.Event()
    flag = new_id()
    library.work.listen(lambda change: done.set() if change.action.endswith(flag) else None)
    library.marking.set_flag(article_titled(library, "Okinawa returns"), flag, on=True)
    assert done.wait(10)


def test_what_is_marked_is_there_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "lib"
    with opened(path) as library:
        imported(library, tiny_corpus(tmp_path / "src"))
        (uid,) = library.uids(library.find(ArticleQuery(words="𠮷田")))
        passage = marked(library, library.article(uid), "𠮷田 doctrine 😀", "Notiz 注")
    with opened(path) as library:
        assert library.passages(uid) == (passage,)
        assert found(library, ArticleQuery(facets=(FacetChoice(Facet.TAG, "基地"),))) == 1
        assert passage.anchor.span.of(library.article(uid).version.text) == "𠮷田 doctrine 😀"
        assert passage.creator == "Hana"


def test_a_mark_can_be_taken_back_and_made_again(library: Library, article: Article) -> None:
    passage = marked(library, article, "Taro Aso", "note")
    assert library.work.undoable == "passage.mark"
    undone = library.work.undo()
    assert undone is not None
    undone.result()
    assert library.passages() == ()
    assert library.work.redoable == "passage.mark"
    redone = library.work.redo()
    assert redone is not None
    redone.result()
    assert library.passages() == (passage,)
    assert library.work.redo() is None


def test_a_proposed_place_is_accepted(library: Library, article: Article) -> None:
    one = marked(library, article, "Taro Aso")
    doubtful = one.changed(one.modified, state=PassageState.CHECK)
    change = ItemChange("passage", one.id, to_values(one), to_values(doubtful))
    library.work.commit(Change("passage.reanchor", (change,), one.modified)).result()
    library.marking.confirm(library.passages()).result()
    assert [p.state for p in library.passages()] == [PassageState.MOVED]
    assert library.marking.confirm(library.passages()).result().items == ()


def test_every_verb_can_be_taken_back(library: Library, article: Article) -> None:
    one = marked(library, article, "Taro Aso", "one")
    two = marked(library, article, "Obama", "two")
    before = library.passages()
    library.marking.recolour([one, two], Colour.TEAL).result()
    library.marking.annotate(library.passages()[0], "new note").result()
    library.marking.retag(library.passages(), [" #treaty "], ["基地"]).result()
    changed = library.passages()
    assert [(p.colour, p.tags) for p in changed] == [(Colour.TEAL, ("treaty",))] * 2
    assert "new note" in changed[0].note
    library.marking.unmark(changed).result()
    assert library.passages() == ()
    for _ in range(4):
        undone = library.work.undo()
        assert undone is not None
        undone.result()
    assert library.passages() == before


def test_nothing_to_change_is_no_change(library: Library, article: Article) -> None:
    passage = marked(library, article, "Taro Aso")
    changed = library.marking.recolour([passage], passage.colour).result()
    assert changed.seq == 0
    assert library.work.undoable == "passage.mark"


def test_flags_are_found_and_taken_back(library: Library, article: Article) -> None:
    for flag in ("starred", "read"):
        library.marking.set_flag(article, flag, on=True)
        library.marking.set_flag(article, flag, on=True)
    settled(library)
    assert found(library, ArticleQuery(flags=(Flag.STARRED,))) == 1
    assert found(library, ArticleQuery(flags=(Flag.UNREAD,))) == 5
    library.marking.set_flag(article, "starred", on=False)
    settled(library)
    assert found(library, ArticleQuery(flags=(Flag.STARRED,))) == 0


def test_what_the_reader_says_is_read_can_be_taken_back(library: Library, article: Article) -> None:
    library.marking.set_flag(article, "read", on=True)
    library.work.wait()
    assert library.work.undoable == "article.read"


def test_what_the_program_notes_by_itself_is_passed_over_by_undo(
    library: Library, article: Article
) -> None:
    marked(library, article, "Taro Aso")
    library.marking.set_flag(article, "read", on=True, noted=True)
    library.work.wait()
    assert library.work.has_flag(article.uid, "read")
    assert library.work.undoable == "passage.mark"


def test_a_change_that_cannot_be_written_is_taken_back_here_too(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise LibraryError("store.disk_full", library="x")

    kept = marked(library, article, "Taro Aso")
    with monkeypatch.context() as patch:
        patch.setattr(UserLog, "write", refuse)
        _, saved = library.marking.mark(article, Span(0, 3), Colour.PINK)
        assert isinstance(saved.exception(), LibraryError)
    assert library.passages() == (kept,)
    assert library.work.undoable == "passage.mark"
    marked(library, article, "Obama")
    assert len(library.passages()) == 2


def test_a_change_that_the_corpus_missed_is_not_hidden_by_the_next(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = marks.replay

    def refuse(*_: object) -> None:
        raise LibraryError("store.busy", library="x")

    with monkeypatch.context() as patch:
        patch.setattr(marks, "replay", refuse)
        told = threading.Event()
        library.work.listen(lambda _: told.set())
        library.marking.set_flag(article, "starred", on=True)
        assert told.wait(10)
    assert marks.replay is real
    settled(library)
    assert found(library, ArticleQuery(flags=(Flag.STARRED,))) == 1


def test_listeners_are_told_once_a_change_can_be_found(library: Library, article: Article) -> None:
    seen: list[tuple[str, int]] = []
    done = threading.Event()

    def listener(change: Change) -> None:
        seen.append((change.action, found(library, ArticleQuery(flags=(Flag.PASSAGES,)))))
        done.set()

    library.work.listen(listener)
    marked(library, article, "Taro Aso")
    assert done.wait(10)
    assert seen == [("passage.mark", 1)]


def test_many_hands_at_once_lose_nothing(library: Library, article: Article) -> None:
    def work(number: int) -> None:
        for step in range(10):
            span = Span(number * 3, number * 3 + 2)
            library.marking.mark(article, span, Colour.BLUE, f"{number}/{step}")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    library.work.wait()
    assert len(library.passages()) == 50
    settled(library)
    with library._corpus.reading() as connection:
        rows = connection.execute("SELECT count(*) FROM mark WHERE kind = 'passage'").fetchone()
    assert rows == (50,)


def test_a_selection_that_cuts_a_character_is_widened(library: Library, article: Article) -> None:
    at = article.version.text.index("😀")
    passage, saved = library.marking.mark(article, Span(at, at + 1), Colour.GREY)
    saved.result()
    assert passage.anchor.exact == "😀"
    with pytest.raises(ValueError, match=r"anchor|beyond"):
        library.marking.mark(article, Span(5, 5), Colour.GREY)


def test_drafts_outlive_the_session(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        library.save_draft("note/new", "half a th").result()
    with opened(tmp_path / "lib") as library:
        assert library.drafts() == {"note/new": "half a th"}


def test_a_backup_is_a_file_of_the_library(library: Library, article: Article) -> None:
    marked(library, article, "Taro Aso")
    path = library.backup()
    assert path.parent == library.folder.backups
    assert path.exists()


def test_exported_rows_are_in_order_of_date_and_place(library: Library) -> None:
    for title, words in (
        ("A letter without a day", "silk"),
        ("Aso first guest at Obama White House", "Obama"),
        ("Aso first guest at Obama White House", "Taro Aso"),
        ("Treaty signed at San Francisco", "here"),
    ):
        marked(library, article_titled(library, title), words)
    rows = library.export_rows(library.passages())
    assert [row.passage.anchor.exact for row in rows] == ["here", "Obama", "Taro Aso", "silk"]
    assert all(row.source_file for row in rows)
    assert all(row.span is not None for row in rows)


@pytest.mark.parametrize("reference", ["", "nothing", "ffffffffffff.txt", "specimen:none.txt", "%"])
def test_what_names_no_article_is_said_to(library: Library, reference: str) -> None:
    with pytest.raises(ArticleNotFoundError):
        library.resolve(reference)


def test_articles_answer_to_the_path_the_name_and_the_uid(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: Article
) -> None:
    path = tmp_path / "src" / "2009-obama.md"
    monkeypatch.chdir(tmp_path)
    for reference in (str(path), "src/2009-obama.md", "2009-obama.md", article.uid[:12]):
        assert library.resolve(reference) == article.uid
    assert library.resolve("sub/2009-ja.txt") == library.resolve("2009-ja.txt") != article.uid
