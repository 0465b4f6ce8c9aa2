"""EPUB books and periodicals: one record a chapter or article, in the order of the spine."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from usjp_reader.domain.articles import Container, Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import html, making
from usjp_reader.intake.readers.archives import Archive, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EXTRACTOR = "epub-1"
_LEAST = 200
"""Fewer characters are a cover, a title page or a table of contents, not something to read."""
_DC = "{http://purl.org/dc/elements/1.1/}"
_CIPHERED = re.compile(rb"CipherReference[^>]+\.x?html?[\"']", re.IGNORECASE)
_PACKAGES = "application/oebps-package+xml"


def read(_name: str, data: bytes) -> tuple[Record | Refused, ...]:
    """The chapters of a book; each has the book as its container.

    Raises:
        UnreadableFileError: It is damaged or locked, or nothing in it can be read.
    """
    archive = Archive.of(data)
    place = _package_place(archive)
    package = _xml(archive.read(place))
    book = _book(package)
    found = [*_chapters(archive, posixpath.dirname(place), package, book)]
    if not found:
        raise UnreadableFileError("intake.no_text")
    return tuple(found)


def _package_place(archive: Archive) -> str:
    if archive.has("META-INF/rights.xml") or _is_locked(archive):
        raise UnreadableFileError("intake.epub_locked")
    container = _xml(archive.read("META-INF/container.xml"))
    for file in container.iter("{*}rootfile"):
        place = file.get("full-path")
        if place and file.get("media-type") == _PACKAGES:
            return str(place)
    raise UnreadableFileError("intake.epub_broken")


def _is_locked(archive: Archive) -> bool:
    """Whether chapters are encrypted; of other books only the fonts are."""
    if not archive.has("META-INF/encryption.xml"):
        return False
    return _CIPHERED.search(archive.read("META-INF/encryption.xml")) is not None


def _xml(data: bytes) -> Any:  # noqa: ANN401 - lxml's elements
    from lxml import etree  # noqa: PLC0415 - only such formats need it

    safe = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, safe)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError("intake.epub_broken") from error


def _book(package: Any) -> Container:  # noqa: ANN401
    def first(name: str) -> str:
        found = next(package.iter(f"{_DC}{name}"), None)
        return (found.text or "").strip() if found is not None else ""

    creators = [(one.text or "").strip() for one in package.iter(f"{_DC}creator")]
    metadata = making.metadata_of(
        {
            "type": "chapter",
            "author": "; ".join(filter(None, creators)),
            "container-title": first("title"),
            "publisher": first("publisher"),
            "language": first("language")[:2].lower(),
        }
    )
    return Container(metadata, first("date") or None)


def _chapters(
    archive: Archive,
    folder: str,
    package: Any,  # noqa: ANN401
    book: Container,
) -> Iterator[Record | Refused]:
    files: Mapping[str, str] = {
        item.get("id", ""): item.get("href", "")
        for item in package.iter("{*}item")
        if "nav" not in item.get("properties", "").split()
    }
    seen: set[str] = set()
    for reference in package.iter("{*}itemref"):
        href = unquote(files.get(reference.get("idref", ""), "")).partition("#")[0]
        place = posixpath.normpath(posixpath.join(folder, href))
        if not href or place in seen:
            continue
        seen.add(place)
        one = _chapter(archive, place, book)
        if one is not None:
            yield one


def _chapter(archive: Archive, place: str, book: Container) -> Record | Refused | None:
    label = printable(place)
    try:
        page = html.page(archive.read(place))
    except UnreadableFileError as error:
        is_empty = error.message.key in ("intake.no_text", "intake.empty")
        return None if is_empty else Refused(label, error.message)
    if len(page.version.text) < _LEAST:
        return None
    own = page.container.metadata
    metadata = book.metadata
    title = own.field("title")
    if title is not None:
        metadata = metadata.updated("title", title)
    published = page.container.published or book.published
    container = Container(metadata, published, main=page.container.main)
    return Record(label, page.version, container, page.notes)
