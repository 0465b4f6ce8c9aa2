"""Bibliographies among the files of an import, and the files of which they say what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.intake.bibliographies.matching import Files, best_for_text
from usjp_reader.intake.bibliographies.reading import HEAD, may_be_bibliography
from usjp_reader.intake.readers.stated import joined
from usjp_reader.library.pairing import is_text, shown_by
from usjp_reader.loading.parting import bibliography_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.articles import Container
    from usjp_reader.intake.bibliographies.items import Item
    from usjp_reader.intake.bibliographies.reading import Bibliography
    from usjp_reader.loading.sources import Source
    from usjp_reader.loading.workers.crew import Crew

_SCHEME = re.compile(r"[A-Za-z][\w+.-]*:/")


def with_bibliographies(sources: Sequence[Source], crew: Crew) -> list[Source]:
    """Sources that know what the bibliographies among them say of them.

    The attachment of an item is read as the article that the item describes. Of several
    attachments one is read, and the others are passed over, so that no article is there twice.

    Args:
        sources: All sources of an import.
        crew: Processes in which bibliographies are read that may hang or crash their parser.
    """
    found = [(source, known) for source in sources if (known := _bibliography(source, crew))]
    if not found:
        return list(sources)
    own = {id(source) for source, _ in found}
    others = {_place(source): source for source in sources if id(source) not in own}
    claims = _Claims(others)
    taken = {id(source): claims.of(source, known) for source, known in found}
    pages = set(claims.shown.values()) - claims.stated.keys()
    return [
        replace(source, told=replace(source.told, taken=taken[id(source)]))
        if id(source) in taken
        else claims.told(source)
        for source in sources
        if id(source) in taken or _place(source) not in pages
    ]


def named_beside(source: Source, crew: Crew) -> list[str]:
    """The files below its folder that a bibliography names, as relative paths with `/`."""
    known = _bibliography(source, crew)
    items = known.items if known else ()
    paths = (path.replace("\\", "/") for item in items for path in item.files)
    return [path for path in dict.fromkeys(paths) if _is_below(path)]


def _is_below(path: str) -> bool:
    is_elsewhere = path.startswith("/") or _SCHEME.match(path) is not None
    return not is_elsewhere and ".." not in PurePosixPath(path).parts


def _place(source: Source) -> str:
    return f"{source.label}/{source.path}"


def _bibliography(source: Source, crew: Crew) -> Bibliography | None:
    """The items of a source that is a bibliography; trouble with it is told when it is read."""
    if source.reason is not None or source.known is not None:
        return None
    if not may_be_bibliography(source.path, b'"itemType":'):
        return None
    try:
        head = source.head(HEAD) if source.head else source.read()[:HEAD]
        if not may_be_bibliography(source.path, head):
            return None
        return bibliography_apart(source.path, source.read(), crew)
    except UnreadableFileError:
        return None


@dataclass
class _Claims:
    """What items claim of the other files of an import; the first claim counts."""

    sources: dict[str, Source]
    stated: dict[str, Container] = field(default_factory=dict)
    passed: dict[str, Message] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    """The PDF that shows the pages of a text, by the place of the text."""

    def __post_init__(self) -> None:
        self._files = Files(self.sources)

    def of(self, source: Source, known: Bibliography) -> tuple[str, ...]:
        """The items of a bibliography whose texts are in files of this import."""
        folder = str(PurePosixPath(_place(source)).parent)
        return tuple(item.key for item in known.items if self._claim(item, folder))

    def told(self, source: Source) -> Source:
        """A file with what was claimed of it."""
        place = _place(source)
        if place in self.stated:
            stated, own = self.stated[place], source.told.container
            container = joined(stated, own) if own else stated
            source = replace(source, told=replace(source.told, container=container))
            pages = self.sources.get(self.shown.get(place, ""))
            return source if pages is None else shown_by(source, (pages,))
        if place in self.passed and source.reason is None:
            return replace(source, reason=self.passed[place])
        return source

    def _claim(self, item: Item, folder: str) -> bool:
        found = [path for one in item.files if (path := self._files.find(one, folder))]
        readable = [path for path in found if self.sources[path].reason is None]
        chosen = best_for_text(readable)
        if chosen is None:
            return False
        self.stated.setdefault(chosen, item.container)
        pages = self._pages(chosen, readable)
        if pages is not None:
            self.shown.setdefault(chosen, pages)
        for path in found:
            if path not in (chosen, pages):
                message = Message("library.other_attachment", {"title": item.title[:120]})
                self.passed.setdefault(path, message)
        return True

    def _pages(self, chosen: str, others: Sequence[str]) -> str | None:
        """The PDF among the attachments of an item whose text is read from another one."""
        text = self.sources[chosen]
        if not is_text(text):
            return None
        pdfs = (path for path in others if PurePosixPath(path).suffix.lower() == ".pdf")
        return next((path for path in pdfs if self.sources[path].root == text.root), None)
