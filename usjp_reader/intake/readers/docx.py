"""Word documents (.docx) through python-docx; notes stand at the end, struck-out words are gone."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.articles import Container
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import making
from usjp_reader.intake.readers.archives import Archive
from usjp_reader.intake.readers.extras import required
from usjp_reader.intake.readers.word_text import notes, paragraphs, tell_apart

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Record, Refused

EXTRACTOR = "docx-3"
_MOST_XML = 60 * 2**20
"""A larger part takes gigabytes of memory as a tree."""
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS = re.compile(
    rb"application/vnd\.ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml"
    rb"|application/vnd\.openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml"
)


def read(_name: str, data: bytes) -> tuple[Record | Refused, ...]:
    """The one record of a Word document, or all of a vendor's export that was saved as one.

    Raises:
        UnreadableFileError: It is damaged, locked, too large, or holds no text.
    """
    hollow = Archive.of(data).hollowed(_plain)
    library = required("docx", "Word")
    etree = required("lxml.etree", "Word")
    try:
        document = library.Document(io.BytesIO(hollow))
        body = document.element.body
        footnotes, endnotes = (_notes(document, kind, etree) for kind in ("footnotes", "endnotes"))
        if footnotes is not None and endnotes is not None:
            tell_apart(body, footnotes, endnotes)
        lines = list(paragraphs(body))
        for root in (footnotes, endnotes):
            lines += notes(root) if root is not None else ()
        container = _container(document.core_properties)
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, etree.LxmlError) as error:
        raise UnreadableFileError("intake.docx_broken") from error
    except required("docx.exceptions", "Word").PythonDocxError as error:
        raise UnreadableFileError("intake.docx_broken") from error
    return making.records("\n".join(lines) + "\n", EXTRACTOR, container)


def _plain(name: str, content: bytes) -> bytes:
    """A part of the file, as if it were a document without macros and no template."""
    if len(content) > _MOST_XML:
        raise UnreadableFileError("intake.archive_bomb")
    return _KINDS.sub(_DOCUMENT, content) if name == "[Content_Types].xml" else content


def _notes(document: Any, kind: str, etree: Any) -> Any:  # noqa: ANN401
    """The root of the `footnotes` or `endnotes`, which python-docx does not read, or None."""
    safe = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            return etree.fromstring(relation.target_part.blob, safe)
    return None


def _container(properties: Any) -> Container:  # noqa: ANN401
    """Title and author; the day it was made says nothing of the day it was published."""
    made = properties.created
    aside = (("created", made.date().isoformat()),) if made else ()
    metadata = making.metadata_of(
        {
            "title": properties.title,
            "author": properties.author if properties.author != "python-docx" else "",
            "keyword": properties.keywords,
        }
    )
    return Container(metadata, None, aside)
