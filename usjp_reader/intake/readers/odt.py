"""OpenDocument texts (.odt) through odfdo; notes stand at the end, deleted words are gone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.articles import Container
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import making
from usjp_reader.intake.readers.archives import Archive
from usjp_reader.intake.readers.extras import required

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.articles import Record, Refused

EXTRACTOR = "odt-1"
_MOST_XML = 60 * 2**20
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_PASSED = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation"})
_MOST_BLANKS = 100


def read(_name: str, data: bytes) -> tuple[Record | Refused, ...]:
    """The one record of a text, or all of a vendor's export that was saved as one.

    Raises:
        UnreadableFileError: It is damaged, locked, too large, or holds no text.
    """
    archive = Archive.of(data)
    manifest = "META-INF/manifest.xml"
    if archive.has(manifest) and b"encryption-data" in archive.read(manifest):
        raise UnreadableFileError("intake.encrypted")
    hollow = archive.hollowed(_small)
    odfdo, etree = required("odfdo", "OpenDocument"), required("lxml.etree", "OpenDocument")
    try:
        document = odfdo.Document(io.BytesIO(hollow))
        root = document.get_part("content.xml").root.xpath("//office:text")[0]._xml_element  # noqa: SLF001
        lines = [*_lines(root), *_notes(root)]
        container = _container(document.meta)
    except (KeyError, IndexError, ValueError, TypeError, AttributeError, etree.LxmlError) as error:
        raise UnreadableFileError("intake.odt_broken") from error
    return making.records("\n".join(lines) + "\n", EXTRACTOR, container)


def _small(_name: str, content: bytes) -> bytes:
    if len(content) > _MOST_XML:
        raise UnreadableFileError("intake.archive_bomb")
    return content


def _lines(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml's elements
    """Paragraphs with a blank line between, rows of tables with tabs, in order of the text."""
    stack = list(reversed(root))
    while stack:
        element = stack.pop()
        if element.tag in _PARAGRAPHS:
            yield _words(element)
            yield ""
        elif element.tag == f"{_TABLE}table-row":
            yield "\t".join(" ".join(_cell(cell)) for cell in element if _is_cell(cell))
        elif element.tag not in _PASSED:
            stack.extend(reversed(element))


def _is_cell(element: Any) -> bool:  # noqa: ANN401
    return isinstance(element.tag, str) and element.tag == f"{_TABLE}table-cell"


def _cell(cell: Any) -> Iterator[str]:  # noqa: ANN401
    return (words for part in cell.iter(*_PARAGRAPHS) if (words := _words(part).strip()))


def _words(paragraph: Any) -> str:  # noqa: ANN401
    """The words of a paragraph; blanks, tabs and breaks are elements in this format."""
    out: list[str] = []
    stack: list[tuple[Any, bool]] = [(paragraph, False)]
    while stack:
        element, is_over = stack.pop()
        if is_over:
            out.append(element.tail or "")
            continue
        if element is not paragraph:
            stack.append((element, True))
        if not isinstance(element.tag, str) or element.tag in _PASSED:
            out.append(_mark(element))
            continue
        out.append(_own(element))
        stack.extend((child, False) for child in reversed(element))
    return "".join(out)


def _own(element: Any) -> str:  # noqa: ANN401
    if element.tag == f"{_TEXT}s":
        count = str(element.get(f"{_TEXT}c") or "1")
        return " " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS)
    if element.tag == f"{_TEXT}tab":
        return "\t"
    if element.tag == f"{_TEXT}line-break":
        return "\n"
    return element.text or ""


def _mark(element: Any) -> str:  # noqa: ANN401
    """The number by which the text points at a note."""
    if element.tag != f"{_TEXT}note":
        return ""
    citation = element.find(f"{_TEXT}note-citation")
    return f"[{citation.text or ''}]" if citation is not None else ""


def _notes(root: Any) -> Iterator[str]:  # noqa: ANN401
    for note in root.iter(f"{_TEXT}note"):
        body = note.find(f"{_TEXT}note-body")
        if body is not None:
            words = " ".join(_words(part).strip() for part in body.iter(*_PARAGRAPHS))
            yield f"{_mark(note)} {words}".strip()


def _container(meta: Any) -> Container:  # noqa: ANN401
    made = meta.creation_date
    aside = (("created", made.date().isoformat()),) if made else ()
    author = meta.initial_creator or meta.creator
    return Container(making.metadata_of({"title": meta.title, "author": author}), None, aside)
