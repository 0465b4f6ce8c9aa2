"""What a file really is: suffixes lie, first bytes rarely do."""

from __future__ import annotations

import io
import re
import zipfile

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.decoding import refuse_picture
from usjp_reader.intake.unread import is_unread

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,300}?-->\s*)?<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    rb"<!doctype|<!--|</|<(?:html|head|body|title|meta|p|div|span|br|hr|a|b|i|font|table|h[1-6]|ul|ol"
    rb"|pre|img|center|article|main|section)\b",
    re.IGNORECASE,
)
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(
    rb"^snapshot-content-location:|^from:[^\n]{0,40}saved by", re.IGNORECASE | re.MULTILINE
)
_SENT = re.compile(rb"^(?:to|cc|received|message-id):", re.IGNORECASE | re.MULTILINE)
_PLAIN = frozenset({".txt", ".text", ".md", ".markdown", ""})
_WEB = frozenset({".html", ".htm", ".xhtml"})
_WORDY = frozenset({".rtf", ".doc"})
"""Formats of word processors, under whose names people also keep plain text and web pages."""
_PACKED = frozenset({".docx", ".docm", ".dotx", ".odt", ".ott", ".epub", ".zip"})
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024
"""Bytes before the head of a PDF that its readers put up with."""


def is_disguised(own: str, head: bytes) -> bool:
    """Whether a file that begins like this is something else than its suffix says."""
    try:
        return head.startswith(_ZIP) or real_suffix(own, head) != own
    except UnreadableFileError:  # refused by its first bytes: no parser sees it
        return False


def real_suffix(own: str, data: bytes) -> str:
    """The suffix that a file should have by its content; its own where that may be right.

    Args:
        own: The suffix of its name, in lower case, or "".
        data: The whole content.

    Raises:
        UnreadableFileError: It is a known format that nobody can read here.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf")
    if is_unread(own):
        return own
    refuse_picture(data)
    if head.startswith(_OLE):
        locked = _ENCRYPTED_OFFICE in data[: 2**16]
        raise UnreadableFileError("intake.encrypted" if locked else "intake.is_word")
    if head.startswith(_ZIP):
        return _packed(own, data)
    if head.lstrip().startswith(b"%PDF-") or (own == ".pdf" and b"%PDF-" in data[:_PDF_WITHIN]):
        return ".pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    return _marked_up(own, head, data)


def _marked_up(own: str, head: bytes, data: bytes) -> str:
    """The suffix of what is text, whatever is written in it."""
    if own in (_PLAIN | _WEB | {".eml"}) and _is_mhtml(data):
        return ".mhtml"
    if own in (_PLAIN | _WORDY | _PACKED | {".pdf"}) and _HTML.match(head):
        return ".html"
    if own in _WORDY or (own in _WEB and not _TAG.search(data.replace(b"\x00", b""))):
        return ".txt"
    return own


def _is_mhtml(data: bytes) -> bool:
    """Whether this is a page that a browser saved, and no mail message that holds pictures."""
    head = data[:4096].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if not _RELATED.search(head):
        return False
    return _SAVED.search(head) is not None or not _SENT.search(head)


def _packed(own: str, data: bytes) -> str:
    """Which of the formats that are zip archives this is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.NameToInfo
            if "word/document.xml" in names:
                return ".docx"
            if "xl/workbook.xml" in names:
                raise UnreadableFileError("intake.is_spreadsheet")
            if "ppt/presentation.xml" in names:
                raise UnreadableFileError("intake.is_slides")
            if "META-INF/container.xml" in names and "mimetype" in names:
                return ".epub"
            if "content.xml" in names and "mimetype" in names:
                return ".odt"
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        return own if own in _PACKED else ".zip"
    return ".zip"
