"""Rich text (.rtf) through striprtf."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Container
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import making
from usjp_reader.intake.readers.extras import required
from usjp_reader.intake.readers.rtf_groups import rearranged

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Record, Refused

EXTRACTOR = "rtf-2"
_INFO = re.compile(r"\{\\info\b")
_FIELD = re.compile(r"\{\\(title|author|keywords)\b ?([^{}]{0,2000})\}")
_CODEPAGE = re.compile(r"\\ansicpg\d{1,5}")
_MAC = re.compile(r"\{\\rtf\d?\s?\\mac\b")
_HEAD = 8192


def read(_name: str, data: bytes) -> tuple[Record | Refused, ...]:
    """The one record of a rich text, or all of a vendor's export that was saved as one.

    Raises:
        UnreadableFileError: It is none, or holds no text.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise UnreadableFileError("intake.rtf_broken")
    markup = data.decode("latin-1")  # the format is ASCII; escapes hold everything else
    plain = _plain(rearranged(markup))
    info = _INFO.search(markup[:_HEAD])
    head = markup[info.start() : info.start() + _HEAD] if info else ""
    start = "{\\rtf1\\ansi" + (page[0] if (page := _CODEPAGE.search(markup[:_HEAD])) else "") + " "
    fields = {name: _plain(start + words + "}") for name, words in _FIELD.findall(head)}
    metadata = making.metadata_of(
        {
            "title": fields.get("title"),
            "author": fields.get("author"),
            "keyword": fields.get("keywords"),
        }
    )
    return making.records(plain, EXTRACTOR, Container(metadata))


def _plain(markup: str) -> str:
    striprtf = required("striprtf.striprtf", "RTF")
    encoding = "mac_roman" if _MAC.match(markup) else "cp1252"
    try:
        text: str = striprtf.rtf_to_text(markup, encoding=encoding, errors="replace")
    except (ArithmeticError, ValueError, LookupError, RecursionError) as error:
        raise UnreadableFileError("intake.rtf_broken") from error
    # Characters outside the BMP come as two halves, one escape each.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "\n".join(line.rstrip("\t") for line in whole.split("\n"))
