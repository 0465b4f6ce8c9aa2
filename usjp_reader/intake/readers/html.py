"""HTML pages, alone or saved with their pictures. The text is all that the page shows.

What trafilatura takes for the main text is kept as a hint for the labels of lines; the metadata of
the page is what the container states.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.articles import Container
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.decoding import decode
from usjp_reader.intake.html_tree import tree_of
from usjp_reader.intake.readers import making
from usjp_reader.intake.readers.page_metadata import stated
from usjp_reader.intake.readers.page_origins import origin_of
from usjp_reader.intake.readers.page_titles import titled
from usjp_reader.intake.visible_text import visible_text
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.domain.articles import Record

EXTRACTOR = "html-3"
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_LEAST_TEXT = 1024
"""A page of more bytes than this that shows nothing is said to have been lost."""
_MOST_TEXT, _MOST_ELEMENTS = 2**21, 50_000
"""Characters and elements; trafilatura would take seconds over more, for no more than a hint."""
_HINT = 25
"""Shorter lines say too little to be found again in the page."""


def read(_name: str, data: bytes) -> tuple[Record, ...]:
    """The one record of a page.

    Raises:
        UnreadableFileError: It shows no text, or its characters cannot be made out.
    """
    return (page(data),)


def page(
    data: bytes, *, charset: str = "", address: str = "", accessed: str = "", member: str = ""
) -> Record:
    """The record of a page.

    Args:
        data: Its bytes.
        charset: The encoding that its container states, or "".
        address: Where the container says that it came from, or "".
        accessed: The day on which it was saved, or "".
        member: Which part of a file it is.

    Raises:
        UnreadableFileError: It shows no text, or its characters cannot be made out.
    """
    decoded = decode(data, stated=charset or _declared(data))
    tree = tree_of(_DECLARATION.sub("", decoded.text))
    text = visible_text(tree.root) if tree else ""
    if tree is None or not text.strip():
        key = "intake.html_lost" if len(data) > _LEAST_TEXT else "intake.no_text"
        raise UnreadableFileError(key)
    root = tree.root
    main = () if tree.is_flattened else _main(root, text)
    container = replace(_container(root, text, address, accessed), main=main)
    notes = (*decoded.notes, *(("intake.note_flattened",) if tree.is_flattened else ()))
    return making.record(text, EXTRACTOR, container, member=member, notes=notes)


def _container(root: Any, text: str, address: str, accessed: str) -> Container:  # noqa: ANN401
    fields = stated(root)
    origin = origin_of(root, fields.get("URL") or address)
    dates = {
        "modified": fields.pop("modified", ""),
        "archived": origin.archived,
    }
    published = fields.pop("published", None)
    fields["title"] = titled(root, text.split("\n"), fields.get("title", ""))
    fields["language"] = fields.get("language", "")[:2].lower()
    fields["URL"] = origin.address
    fields["accessed"] = accessed or origin.saved
    if origin.copy:
        fields |= {"archive": "Internet Archive", "archive_location": origin.copy}
    aside = tuple((name, day) for name, day in dates.items() if day)
    metadata = making.metadata_of({"type": "webpage", **fields})
    return Container(metadata, published, aside)


def _declared(data: bytes) -> str:
    """The encoding that a meta tag names, or ""."""
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else ""


def _main(root: Any, text: str) -> tuple[int, ...]:  # noqa: ANN401
    """The numbers of those lines of `text` that trafilatura takes for the article itself."""
    if len(text) > _MOST_TEXT or sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        return ()
    import trafilatura  # noqa: PLC0415 - 0.3 s
    from lxml import etree  # noqa: PLC0415

    try:
        found = trafilatura.bare_extraction(root, include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError):
        return ()  # a hint is no reason to lose a page
    main = getattr(found, "text", None)
    if not main:
        return ()
    wanted = set(_keys(main.split("\n")))
    return tuple(
        number for number, key in enumerate(_keys(text.split("\n")), 1) if key and key in wanted
    )


def _keys(lines: Iterable[str]) -> list[str]:
    """Lines as they are compared: trafilatura marks lists and joins blanks in its own way."""
    keys = (re.sub(r"[\W_]+", "", folded(line)) for line in lines)
    return [key if len(key) >= _HINT else "" for key in keys]
