"""Texts and the pictures of their pages: files of one name in one folder belong together."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Container
from usjp_reader.domain.facsimiles import PICTURES
from usjp_reader.domain.messages import Message
from usjp_reader.domain.reports import FileReport, Outcome
from usjp_reader.intake.readers.stated import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from usjp_reader.loading.sources import Source

_TEXTS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".odt", ".rtf"})
_PAGE = re.compile(r"(?P<stem>.+?)[-_ .]?(?:p|pg|page|s)?[-_ ]?0*(?P<page>\d{1,4})", re.IGNORECASE)


def with_facsimiles(
    sources: Sequence[Source], is_article: Callable[[Source], bool] = lambda _: False
) -> list[Source]:
    """Sources of which texts know the pictures of their pages, which are no sources themselves.

    A PDF or a picture beside a text of the same name is its facsimile; so are pictures whose names
    go on with a page number (`letter-001.png`, `letter_p2.jpg`). What a bibliography describes, or
    what is an article already, stays a source of its own; and an empty text has no facsimile.

    Args:
        sources: All sources of an import.
        is_article: Whether a source was read as an article before.
    """
    texts = {
        _key(source, _stem(source)): source
        for source in sources
        if _suffix(source) in _TEXTS and (source.size or not source.mtime_ns)
    }
    pages: dict[int, list[Source]] = defaultdict(list)
    taken: set[int] = set()
    for source in sources:
        found = _text_of(source, texts)
        if found is not None and source.told.container is None and not is_article(source):
            pages[id(found)].append(source)
            taken.add(id(source))
    return [
        shown_by(source, pages[id(source)]) if id(source) in pages else source
        for source in sources
        if id(source) not in taken
    ]


def shown_by(text: Source, pages: Iterable[Source]) -> Source:
    """A text with the files that show its pages, which are put in order of their page numbers."""
    ordered = tuple(sorted(pages, key=lambda page: _page_of(page, text)))
    folder = str(PurePosixPath(text.path).parent)
    own = Container(facsimile=tuple(posixpath.relpath(page.path, folder) for page in ordered))
    known = text.told.container
    container = joined(known, own) if known else own
    return replace(text, told=replace(text.told, container=container), pages=ordered)


def is_text(source: Source) -> bool:
    """Whether a file may have a facsimile, by its name."""
    return _suffix(source) in _TEXTS


def with_hidden(sources: Iterable[Source], report: Iterable[FileReport]) -> list[Source]:
    """The files that would have shown pages of texts that could not be read."""
    failed = {file.path for file in report if file.outcome is Outcome.FAILED}
    return [page for source in sources if source.shown in failed for page in source.pages]


def told_of_pages(sources: Iterable[Source], report: Iterable[FileReport]) -> Iterator[FileReport]:
    """What became of the files that show the pages of texts: one line for each text."""
    read = {file.path for file in report if file.outcome is not Outcome.FAILED}
    for source in sources:
        if source.pages and source.shown in read:
            count, name = len(source.pages), PurePosixPath(source.path).name
            key = "library.facsimile" if count == 1 else "library.facsimile_pages"
            reason = Message(key, {"text": name, "count": count})
            yield FileReport(source.pages[0].shown, Outcome.SKIPPED, reason=reason)


def _text_of(source: Source, texts: dict[tuple[str, str], Source]) -> Source | None:
    """The text that a file is a picture of."""
    suffix = _suffix(source)
    if suffix != ".pdf" and suffix not in PICTURES:
        return None
    stem = _stem(source)
    whole = texts.get(_key(source, stem))
    if whole is not None:
        return whole
    numbered = _PAGE.fullmatch(stem) if suffix in PICTURES else None
    return texts.get(_key(source, numbered["stem"])) if numbered else None


def _page_of(source: Source, text: Source) -> tuple[int, str]:
    """Which page of a text a file shows, 0 for all of them; and its path."""
    stem = _stem(source)
    numbered = None if stem == _stem(text) else _PAGE.fullmatch(stem)
    return int(numbered["page"]) if numbered else 0, source.path


def _key(source: Source, stem: str) -> tuple[str, str]:
    return source.root, str(PurePosixPath(source.path).with_name(stem or "_"))


def _stem(source: Source) -> str:
    return PurePosixPath(source.path).stem


def _suffix(source: Source) -> str:
    return PurePosixPath(source.path).suffix.lower()
