"""What a file really is: suffixes lie, first bytes rarely do."""

from __future__ import annotations

import io
import re
import zipfile

from usjp_reader.domain.errors import UnreadableFileError

_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,300}?-->\s*)?<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_PLAIN = frozenset({".txt", ".text", ".md", ".markdown", ""})
_PACKED = frozenset({".docx", ".odt", ".epub", ".zip", ".docm", ".dotx", ".ott"})
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")


def is_disguised(own: str, head: bytes) -> bool:
    """Whether a file that begins like this is something else than its suffix says."""
    try:
        return head.startswith(_ZIP) or real_suffix(own, head) != own
    except UnreadableFileError:
        return True


def real_suffix(own: str, data: bytes) -> str:
    """The suffix that a file should have by its content; its own where that may be right.

    Args:
        own: The suffix of its name, in lower case, or "".
        data: The whole content.

    Raises:
        UnreadableFileError: It is a known format that nobody can read here.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf")
    for magic, suffix in _MAGIC:
        if head.lstrip().startswith(magic):
            return suffix
    if head.startswith(_ZIP):
        return _packed(own, data)
    if head.startswith(_OLE):
        locked = _ENCRYPTED_OFFICE in data[: 2**16]
        raise UnreadableFileError("intake.encrypted" if locked else "intake.is_word")
    if own in _PLAIN and _HTML.match(head):
        return ".html"
    if own in (_PLAIN | {".html", ".htm", ".eml"}) and _is_mhtml(data):
        return ".mhtml"
    return own


def _is_mhtml(data: bytes) -> bool:
    head = data[:4096].partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]
    return _MHTML.search(head) is not None


def _packed(own: str, data: bytes) -> str:
    """Which of the formats that are zip archives this is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.NameToInfo
            if "word/document.xml" in names:
                return ".docx"
            if "META-INF/container.xml" in names and "mimetype" in names:
                return ".epub"
            if "content.xml" in names and "mimetype" in names:
                return ".odt"
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        return own if own in _PACKED else ".zip"
    return ".zip"
