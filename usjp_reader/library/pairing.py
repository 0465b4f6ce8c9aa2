"""Texts and the pictures of their pages: files of one name in one folder belong together."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.domain.articles import Container
from usjp_reader.domain.facsimiles import PICTURES
from usjp_reader.domain.messages import Message
from usjp_reader.domain.reports import FileReport, Outcome
from usjp_reader.intake.readers.stated import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from usjp_reader.loading.sources import Source

_TEXTS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".odt", ".rtf"})
_PAGE = re.compile(r"(?P<stem>.+?)[-_ .]?(?:p|pg|page|s)?[-_ ]?0*(?P<page>\d{1,4})", re.IGNORECASE)

_Key: TypeAlias = tuple[str, str, str]
"""A name in a folder of a root, without its suffix."""


def with_facsimiles(
    sources: Sequence[Source], is_article: Callable[[Source], bool] = lambda _: False
) -> list[Source]:
    """Sources of which texts know the pictures of their pages, which are no sources themselves.

    A PDF or a picture beside a text of the same name is its facsimile; so are pictures whose names
    go on with a page number (`letter-001.png`, `letter_p2.jpg`). What a bibliography describes, or
    what is an article already, stays a source of its own, and so do pictures beside a PDF. A text
    that is empty or not to be read, or whose pages are known already, has no such facsimile.

    Args:
        sources: All sources of an import.
        is_article: Whether a source was read as an article before.
    """
    texts = {
        _key(source, _stem(source)): source
        for source in sources
        if _suffix(source) in _TEXTS and _may_have_pages(source)
    }
    beside: dict[int, list[Source]] = defaultdict(list)
    for source in sources:
        found = _text_of(source, texts)
        if found is not None and source.told.container is None and not is_article(source):
            beside[id(found)].append(source)
    pages = {text: _of_one_kind(files) for text, files in beside.items()}
    taken = {id(page) for files in pages.values() for page in files}
    return [
        shown_by(source, pages[id(source)]) if id(source) in pages else source
        for source in sources
        if id(source) not in taken
    ]


def shown_by(text: Source, pages: Iterable[Source]) -> Source:
    """A text with the files that show its pages, which are put in order of their page numbers."""
    ordered = tuple(sorted(pages, key=lambda page: _page_of(page, text)))
    folder = str(PurePosixPath(text.path).parent)
    paths = [posixpath.relpath(f"/{page.path}", f"/{folder}") for page in ordered]
    own = Container(facsimile=tuple(paths))
    known = text.told.container
    container = joined(known, own) if known else own
    return replace(text, told=replace(text.told, container=container), pages=ordered)


def is_text(source: Source) -> bool:
    """Whether a file may have a facsimile, by its name."""
    return _suffix(source) in _TEXTS


def hidden_by_unread(
    sources: Iterable[Source], outcomes: Mapping[tuple[str, str], Outcome]
) -> list[Source]:
    """The files that would have shown pages of texts that could not be read.

    Args:
        sources: The texts, and all other sources of an import.
        outcomes: What became of each, by its root and its path.
    """
    return [
        page
        for source in sources
        if outcomes.get((source.root, source.path)) is Outcome.FAILED
        for page in source.pages
    ]


def told_of_pages(
    sources: Iterable[Source], outcomes: Mapping[tuple[str, str], Outcome]
) -> Iterator[FileReport]:
    """What became of the files that show the pages of texts: one line for each text.

    Args:
        sources: The texts, and all other sources of an import.
        outcomes: What became of each that was met, by its root and its path.
    """
    for source in sources:
        outcome = outcomes.get((source.root, source.path), Outcome.FAILED)
        if source.pages and outcome is not Outcome.FAILED:
            count, name = len(source.pages), PurePosixPath(source.path).name
            key = "library.facsimile" if count == 1 else "library.facsimile_pages"
            reason = Message(key, {"text": name, "count": count})
            yield FileReport(source.pages[0].shown, Outcome.SKIPPED, reason=reason)


def _text_of(source: Source, texts: Mapping[_Key, Source]) -> Source | None:
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


def _of_one_kind(files: list[Source]) -> list[Source]:
    """One PDF, else all pictures: they are leafed through in different ways."""
    return [file for file in files if _suffix(file) == ".pdf"][:1] or files


def _may_have_pages(text: Source) -> bool:
    is_empty = text.mtime_ns != 0 and not text.size
    return text.reason is None and not text.pages and not is_empty


def _key(source: Source, stem: str) -> _Key:
    return source.root, str(PurePosixPath(source.path).parent), stem


def _stem(source: Source) -> str:
    return PurePosixPath(source.path).stem


def _suffix(source: Source) -> str:
    return PurePosixPath(source.path).suffix.lower()
