"""Whole libraries in a test: opened, filled, and looked at."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from usjp_reader.domain.passages import Colour
from usjp_reader.domain.progress import CancelToken
from usjp_reader.domain.queries import ArticleQuery
from usjp_reader.domain.spans import Span
from usjp_reader.library import OWN, Library

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.progress import Progress
    from usjp_reader.domain.reports import ImportReport, Outcome
    from usjp_reader.library.reading import Reading

_T = TypeVar("_T")


def finished(work: Generator[Progress, None, _T]) -> _T:
    """Run long work to its end."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            result: _T = stop.value
            return result


@contextmanager
def opened(path: Path, kind: str = OWN) -> Iterator[Library]:
    """A library that is closed again."""
    library = Library(path, kind=kind, creator="Hana")
    try:
        yield library
    finally:
        library.close()


def imported(library: Library, *paths: Path) -> ImportReport:
    """Import files and folders to the end."""
    return finished(library.imports.files(paths, CancelToken()))


def filled(library: Library) -> ImportReport:
    """Build the index of a library to the end."""
    return finished(library.fill(CancelToken()))


def outcomes(report: ImportReport) -> dict[str, Outcome]:
    """What became of each file, by its name."""
    return {file.path.rpartition("/")[2]: file.outcome for file in report.files}


def uids(library: Reading, words: str = "") -> frozenset[str]:
    """The articles that words find; all of them without words."""
    return library.uids(library.find(ArticleQuery(words=words)))


def article_titled(library: Reading, title: str) -> Article:
    """The one article with that title."""
    rows = library.rows(library.find(ArticleQuery()), 0, 1_000)
    (row,) = [row for row in rows if row.title == title]
    return library.article(row.uid)


def marked(library: Library, article: Article, words: str, note: str = "") -> Passage:
    """Mark the first place of `words` and wait for the disk."""
    at = article.version.text.index(words)
    span = Span(at, at + len(words))
    passage, saved = library.marking.mark(article, span, Colour.GREEN, note, ("基地",))
    saved.result()
    return passage
