"""A line that stands in many articles of one source is page furniture, whenever they arrive."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import imported, opened
from tests.helpers.papers import FOOT, HEAD, comet, harbor, write
from usjp_reader.domain.corrections import LINE_RULE, REPEATED_RULE, SOURCE_RULE
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.queries import ArticleQuery
from usjp_reader.domain.texts import LineKind
from usjp_reader.loading import rereading
from usjp_reader.store.corpus import repetition
from usjp_reader.store.corpus.database import CorpusDatabase

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.library import Library


def all_articles(library: Library) -> list[Article]:
    rows = library.rows(library.find(ArticleQuery()), 0, 1_000)
    return [library.article(row.uid) for row in rows]


def kinds_of(library: Library, words: str) -> set[tuple[str, str]]:
    """The (kind, rule) that a line has, in all articles."""
    return {
        (line.kind, line.rule)
        for article in all_articles(library)
        for line in article.lines
        if line.span.of(article.version.text) == words
    }


def labels(library: Library) -> dict[str, tuple[tuple[int, str, str], ...]]:
    return {
        article.uid: tuple((line.number, line.kind, line.rule) for line in article.lines)
        for article in all_articles(library)
    }


def repeated(library: Library) -> list[tuple[str, int, int]]:
    with CorpusDatabase(library.folder.corpus_db, read_only=True).reading() as connection:
        rows = connection.execute("SELECT source, articles, of FROM repeated ORDER BY line")
        return [tuple(row) for row in rows.fetchall()]


def due(library: Library) -> tuple[str, ...]:
    with CorpusDatabase(library.folder.corpus_db, read_only=True).reading() as connection:
        return repetition.due(connection)


FURNITURE = {(LineKind.BOILERPLATE, REPEATED_RULE)}


def test_what_stands_below_every_article_is_furniture_and_not_found(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, *(write(tmp_path / "harbor", n, harbor(n)) for n in range(6)))
        assert kinds_of(library, FOOT) == FURNITURE
        assert repeated(library) == [("harbor/", 6, 6)] * 2
        assert len(library.find(ArticleQuery(words='"written by readers"'))) == 0
        assert len(library.find(ArticleQuery(words='"by the water"'))) == 6


def test_what_stands_above_every_title_is_not_the_title(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, *(write(tmp_path / "harbor", n, harbor(n)) for n in range(2)))
        assert {article.metadata.title for article in all_articles(library)} == {HEAD}
        imported(library, *(write(tmp_path / "harbor", n, harbor(n)) for n in range(2, 5)))
        assert kinds_of(library, HEAD) == FURNITURE
        assert len({article.metadata.title for article in all_articles(library)}) == 5


def test_another_source_is_left_alone(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, *(write(tmp_path / "harbor", n, harbor(n)) for n in range(4)))
        lone = write(tmp_path / "comet", 9, f"{comet(9)}\n{FOOT}\n")
        imported(library, lone, *(write(tmp_path / "comet", n, comet(n)) for n in range(10, 14)))
        assert len(kinds_of(library, FOOT)) == 2


@pytest.mark.parametrize("seed", range(4))
def test_the_labels_are_the_same_in_whatever_order_articles_came(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    texts = {
        n: harbor(n) if n < 7 else f"{comet(n)}\n{FOOT}\n" if n < 9 else comet(n) for n in range(14)
    }
    with opened(tmp_path / "at once") as library:
        imported(library, *(write(tmp_path / "src" / "p", n, text) for n, text in texts.items()))
        wanted, counted = labels(library), repeated(library)
    names = list(texts)
    chance.shuffle(names)
    with opened(tmp_path / "one by one") as library:
        while names:
            batch = [names.pop() for _ in range(min(len(names), chance.randint(1, 5)))]
            imported(library, *(tmp_path / "src" / "p" / f"{n}.txt" for n in batch))
        assert labels(library) == wanted
        assert repeated(library) == counted
        assert due(library) == ()


def test_a_line_that_repeats_no_longer_is_text_again(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        paths = [write(tmp_path / "harbor", n, harbor(n)) for n in range(4)]
        imported(library, *paths)
        assert kinds_of(library, FOOT) == FURNITURE
        for n, path in enumerate(paths[:2]):
            path.write_text(comet(n), encoding="utf-8")
        imported(library, *paths)
        assert kinds_of(library, FOOT) == {(LineKind.BODY, "paragraph")}


def test_reprints_of_one_story_are_one_voice(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        reprints = [harbor(1).replace("week 1", f"week {n}") for n in range(6)]
        imported(library, *(write(tmp_path / "p", n, text) for n, text in enumerate(reprints)))
        assert repeated(library) == []


def test_only_articles_that_it_concerns_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = rereading.Rereader._ask

    def noted(self: rereading.Rereader, uid: str, *rest: object) -> object:
        read.append(uid)
        return real(self, uid, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(rereading.Rereader, "_ask", noted)
    with opened(tmp_path / "lib") as library:
        texts = [harbor(n) for n in range(4)] + [comet(n) for n in range(4, 8)]
        imported(library, *(write(tmp_path / "p", n, text) for n, text in enumerate(texts)))
        assert len(read) == 4
        imported(library, write(tmp_path / "p", 20, comet(20)))
        assert len(read) == 4
        imported(library, write(tmp_path / "p", 21, harbor(21)))
        assert len(read) == 5


def test_the_reader_knows_better(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, *(write(tmp_path / "harbor", n, harbor(n)) for n in range(4)))
        first, second = all_articles(library)[:2]
        line = next(x for x in first.lines if x.span.of(first.version.text) == FOOT)
        library.correcting.set_lines(first, [line], LineKind.BODY).result()
        library.work.settle()
        imported(library, write(tmp_path / "harbor", 4, harbor(4)))
        assert kinds_of(library, FOOT) == FURNITURE | {(LineKind.BODY, LINE_RULE)}
        line = next(x for x in second.lines if x.span.of(second.version.text) == FOOT)
        library.correcting.set_lines_of_source(second, [line], LineKind.BODY).result()
        library.work.settle()
        assert {kind for kind, _ in kinds_of(library, FOOT)} == {LineKind.BODY}
        assert SOURCE_RULE in {rule for _, rule in kinds_of(library, FOOT)}


def test_what_was_interrupted_is_done_by_the_next_import(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        paths = [write(tmp_path / "harbor", n, harbor(n)) for n in range(4)]
        cancel = CancelToken()
        for progress in library.imports.files(paths, cancel):
            if progress.done == len(paths):
                cancel.cancel()
        assert kinds_of(library, FOOT) == {(LineKind.BODY, "paragraph")}
        assert due(library) == ("harbor/",)
        assert len(library.imports.stale()) == len(paths)
        assert due(library) == ("harbor/",)
        imported(library, *paths)
        assert kinds_of(library, FOOT) == FURNITURE
        assert due(library) == ()
        assert library.imports.stale() == ()
