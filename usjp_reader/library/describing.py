"""Bibliographies among the files of an import, and the files of which they say what they are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.intake.bibliographies.claims import Claims
from usjp_reader.intake.bibliographies.reading import HEAD, may_be_bibliography
from usjp_reader.intake.readers.stated import joined
from usjp_reader.library.pairing import is_text, shown_by
from usjp_reader.loading.parting import bibliography_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.articles import Container
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
    claims = _claims_of(others)
    taken = {id(source): claims.of(_place(source), known) for source, known in found}
    pages = set(claims.shown.values()) - claims.stated.keys()
    return [
        replace(source, told=replace(source.told, taken=taken[id(source)]))
        if id(source) in taken
        else _told(source, claims, others)
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


def _claims_of(sources: dict[str, Source]) -> Claims:
    """What may be claimed of the files of an import, by their places."""

    def may_show(text: str, pages: str) -> bool:
        return is_text(sources[text]) and sources[text].root == sources[pages].root

    return Claims(sources, lambda path: sources[path].reason is None, may_show)


def _told(source: Source, claims: Claims, sources: dict[str, Source]) -> Source:
    """A file with what was claimed of it."""
    place = _place(source)
    if place in claims.stated:
        stated = claims.stated[place]
        source, pages = _stated(source, stated), claims.shown.get(place)
        return source if pages is None else shown_by(source, (_stated(sources[pages], stated),))
    if place in claims.passed and source.reason is None:
        reason = Message("intake.other_attachment", {"title": claims.passed[place]})
        return replace(source, reason=reason)
    return source


def _stated(source: Source, stated: Container) -> Source:
    own = source.told.container
    container = joined(stated, own) if own else stated
    return replace(source, told=replace(source.told, container=container))
