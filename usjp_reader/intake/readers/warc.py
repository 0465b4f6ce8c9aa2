"""Web archives: the HTML pages that were answered with success. The rest is no article."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.articles import Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.intake.readers.extras import required
from usjp_reader.intake.readers.html import page
from usjp_reader.intake.reading_files import MAX_BYTES
from usjp_reader.intake.tables.records import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.articles import Record

_HTML = re.compile(r"text/html|application/xhtml\+xml", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_NEXT = re.compile(rb"WARC/1\.[01]\r?\n|\x1f\x8b\x08")
_BROKEN = (OSError, EOFError, ValueError, KeyError, AttributeError)
"""What the parser raises over records that are none."""
_RESTARTS = 1_000
"""How often reading goes on below a record that is broken."""


def read(_name: str, data: bytes) -> tuple[Record | Refused, ...]:
    """The pages of a web archive.

    Args:
        data: The whole archive, compressed or not.

    Raises:
        UnreadableFileError: It is no web archive, or holds no page, or the library is missing.
    """
    if not _NEXT.match(data):
        raise UnreadableFileError("intake.not_warc")
    found = [_part(str(number), one) for number, one in enumerate(_pages(data), 1)]
    if not found:
        raise UnreadableFileError("intake.no_pages")
    return cut(found)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was answered.

    Attributes:
        accessed: The day on which it was fetched.
    """

    content: bytes
    charset: str
    address: str
    accessed: str


def _part(member: str, found: _Page | Message) -> Record | Refused:
    if isinstance(found, Message):
        return Refused(member, found)
    try:
        return page(
            found.content,
            charset=found.charset,
            address=found.address,
            accessed=found.accessed,
            member=member,
        )
    except UnreadableFileError as error:
        return Refused(member, error.message)


def _pages(data: bytes) -> Iterator[_Page | Message]:
    """The pages in order, and what is wrong with records that are broken."""
    iterator = required("warcio.archiveiterator", "WARC").ArchiveIterator
    broken = (required("warcio.exceptions", "WARC").ArchiveLoadFailed, *_BROKEN)
    start = 0
    for _ in range(_RESTARTS):
        records = iterator(io.BytesIO(data[start:] if start else data))
        try:
            for record in records:
                found = _page(record)
                if found is not None:
                    yield found
        except broken as error:
            yield Message("intake.warc_broken", {"why": str(error)[:120] or type(error).__name__})
        else:
            return
        following = _NEXT.search(data, start + records.offset + 1)
        if following is None:
            return
        start = following.start()


def _page(record: Any) -> _Page | Message | None:  # noqa: ANN401  (not typed)
    """The page in a record, a message for one that is too large, None where there is none."""
    headers = record.http_headers
    if record.rec_type != "response" or headers is None:
        return None
    if not (headers.get_statuscode() or "").startswith("2"):
        return None
    if not _HTML.match(headers.get_header("Content-Type") or ""):
        return None
    content = record.content_stream().read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return Message("intake.record_too_large", {"limit": MAX_BYTES // 2**20})
    if record.raw_stream.limit > 0:
        return Message("intake.warc_broken", {"why": "it ends before its stated length"})
    charset = _CHARSET.search(headers.get_header("Content-Type") or "")
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    day = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    return _Page(content, charset[1] if charset else "", address.strip("<>"), day)
