"""Web archives: the HTML pages that were answered with success. The rest is no article."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.articles import Container, FieldValue, Metadata, Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.messages import Message
from usjp_reader.intake.readers.stated import joined
from usjp_reader.intake.reading_files import MAX_BYTES
from usjp_reader.intake.tables.records import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HTML = re.compile(r"text/html|application/xhtml\+xml", re.IGNORECASE)
_NEXT = re.compile(rb"WARC/1\.[01]\r?\n|\x1f\x8b\x08")
_RESTARTS = 1_000
"""How often reading goes on below a record that is broken."""


def read(
    _name: str, data: bytes, read_page: Callable[[str, bytes], tuple[Record | Refused, ...]]
) -> tuple[Record | Refused, ...]:
    """The pages of a web archive.

    Args:
        data: The whole archive, compressed or not.
        read_page: The reader of HTML pages.

    Raises:
        UnreadableFileError: It is no web archive, or holds no page, or the library is missing.
    """
    if not _NEXT.match(data):
        raise UnreadableFileError("intake.not_warc")
    found = list(_parts(data, read_page))
    if not found:
        raise UnreadableFileError("intake.no_pages")
    return cut(found)


def _parts(
    data: bytes, read_page: Callable[[str, bytes], tuple[Record | Refused, ...]]
) -> Iterator[Record | Refused]:
    number = 0
    for page in _pages(data):
        number += 1
        if isinstance(page, Message):
            yield Refused(str(number), page)
            continue
        address, day, content = page
        try:
            parts = read_page("page.html", content)
        except UnreadableFileError as error:
            yield Refused(str(number), error.message)
            continue
        yield from (_placed(part, number, address, day) for part in parts[:1])


def _placed(part: Record | Refused, number: int, address: str, day: str) -> Record | Refused:
    """A page with its number in the archive, its address, and the day it was fetched."""
    if isinstance(part, Refused):
        return Refused(str(number), part.reason)
    metadata = Metadata.of(
        type=FieldValue("webpage"),
        URL=FieldValue(address) if address else None,
        accessed=FieldValue(day) if day else None,
    )
    container = joined(Container(metadata), part.container)
    return replace(part, member=str(number), container=container)


def _pages(data: bytes) -> Iterator[tuple[str, str, bytes] | Message]:
    """The (address, day, content) of each page, and what is wrong with records that are broken."""
    try:
        from warcio.archiveiterator import (  # noqa: PLC0415  (an extra, for web archives alone)
            ArchiveIterator,
        )
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError as error:
        raise UnreadableFileError("intake.needs_formats", kind="WARC") from error
    start = 0
    for _ in range(_RESTARTS):
        records = ArchiveIterator(io.BytesIO(data[start:] if start else data))
        try:
            for record in records:
                page = _page(record)
                if page is not None:
                    yield page
        except (
            ArchiveLoadFailed,
            OSError,
            EOFError,
            ValueError,
            KeyError,
            AttributeError,
        ) as error:
            yield Message("intake.warc_broken", {"why": str(error)[:120] or type(error).__name__})
        else:
            return
        following = _NEXT.search(data, start + records.offset + 1)
        if following is None:
            return
        start = following.start()


def _page(record: Any) -> tuple[str, str, bytes] | Message | None:  # noqa: ANN401  (not typed)
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
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    day = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    return str(address).strip("<>"), str(day), bytes(content)
