"""A web page without its markup, where no better reader of HTML is at hand."""

from __future__ import annotations

import re
from html import unescape

from usjp_reader.domain.articles import Container, FieldValue, Metadata, Record
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.decoding import decode
from usjp_reader.intake.markup import text_of
from usjp_reader.intake.normalising import NORMALISER, normalised

_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,500})</title", re.IGNORECASE)


def read(_name: str, data: bytes) -> tuple[Record, ...]:
    """The one record of a page.

    Raises:
        UnreadableFileError: It is no text, or shows none.
    """
    decoded = decode(data)
    text = normalised(text_of(decoded.text)).strip()
    if not text:
        raise UnreadableFileError("intake.page_empty")
    found = _TITLE.search(decoded.text)
    title = " ".join(unescape(found[1]).split()) if found else ""
    metadata = Metadata.of(title=FieldValue(title) if title else None)
    version = TextVersion.of(text + "\n", NORMALISER, "page-1")
    return (Record("", version, Container(metadata), decoded.notes),)
