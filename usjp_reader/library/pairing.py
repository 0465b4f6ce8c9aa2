"""Texts and the pictures of their pages: files of one name in one folder belong together."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Container
from usjp_reader.domain.facsimiles import PICTURES
from usjp_reader.intake.readers.stated import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    pages: dict[int, dict[tuple[int, str], str]] = defaultdict(dict)
    taken: set[int] = set()
    for source in sources:
        found = _text_of(source, texts)
        if found is not None and source.told.container is None and not is_article(source):
            text, page = found
            name = PurePosixPath(source.path).name
            pages[id(text)][page, name] = name
            taken.add(id(source))
    return [
        _with(source, tuple(pages[id(source)][key] for key in sorted(pages[id(source)])))
        if id(source) in pages
        else source
        for source in sources
        if id(source) not in taken
    ]


def _text_of(source: Source, texts: dict[tuple[str, str], Source]) -> tuple[Source, int] | None:
    """The text that a file is a picture of, and of which of its pages; 0 for all of them."""
    suffix = _suffix(source)
    if suffix != ".pdf" and suffix not in PICTURES:
        return None
    stem = _stem(source)
    whole = texts.get(_key(source, stem))
    if whole is not None:
        return whole, 0
    numbered = _PAGE.fullmatch(stem) if suffix in PICTURES else None
    text = texts.get(_key(source, numbered["stem"])) if numbered else None
    return (text, int(numbered["page"])) if text is not None and numbered else None


def _with(source: Source, facsimile: tuple[str, ...]) -> Source:
    own = Container(facsimile=facsimile)
    known = source.told.container
    container = joined(known, own) if known else own
    return replace(source, told=replace(source.told, container=container))


def _key(source: Source, stem: str) -> tuple[str, str]:
    return source.root, str(PurePosixPath(source.path).with_name(stem or "_"))


def _stem(source: Source) -> str:
    return PurePosixPath(source.path).stem


def _suffix(source: Source) -> str:
    return PurePosixPath(source.path).suffix.lower()
