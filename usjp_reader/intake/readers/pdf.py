"""PDF files through pypdfium2. A scan without text is imported too, and says that it needs OCR."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from usjp_reader.domain.articles import Container
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.facsimiles import SCAN, placeholder
from usjp_reader.intake.readers import making
from usjp_reader.intake.readers.extras import required

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Record, Refused

EXTRACTOR = "pdf-1"
_MOST_PAGES = 5_000
_PASSWORD = 4
"""FPDF_ERR_PASSWORD of PDFium's public/fpdfview.h."""
_RADICALS = re.compile("[\u2e80-\u2eff\u2f00-\u2fdf]")
_STAMP = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")
_SUPPLEMENT = str.maketrans("⺠⻄⻑⻘⻝⻩⻭⻯⻲", "民西長青食黄歯竜亀")
"""Radicals of the supplement that stand for whole kanji in PDF fonts; NFKC does not know them."""


def read(_name: str, data: bytes) -> tuple[Record | Refused, ...]:
    """The one record of a PDF, or all of a vendor's export that was saved as one.

    Raises:
        UnreadableFileError: It is damaged, too long, or needs a password.
    """
    document = opened(data)
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise UnreadableFileError("intake.pdf_long", pages=count, most=_MOST_PAGES)
        labels = [_label(document, at) for at in range(count)]
        pages = [_text(document, at) for at in range(count)]
        info = document.get_metadata_dict()
    except required("pypdfium2", "PDF").PdfiumError as error:
        raise UnreadableFileError("intake.pdf_broken") from error
    finally:
        document.close()
    container = _container(info)
    empty = sum(not page.strip() for page in pages)
    if empty == count:
        return (_scan(data, count, container),)
    text = "\f".join(pages)
    notes = ("intake.note_pages_without_text",) if empty > count // 2 else ()
    return making.records(text, EXTRACTOR, container, notes, labels)


def opened(data: bytes) -> Any:  # noqa: ANN401 - pypdfium2 is imported late
    """The document in a file.

    Raises:
        UnreadableFileError: It is damaged or locked, or the library is missing.
    """
    pdfium = required("pypdfium2", "PDF")
    try:
        if not data:
            raise UnreadableFileError("intake.empty")
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD
        raise UnreadableFileError("intake.pdf_locked" if locked else "intake.pdf_broken") from error


def _label(document: Any, at: int) -> str:  # noqa: ANN401
    """What the file calls a page, or "" where it says no more than its number."""
    label = str(document.get_page_label(at) or "").strip()
    return "" if label == str(at + 1) else label


def _text(document: Any, at: int) -> str:  # noqa: ANN401
    page = document.get_page(at)
    try:
        text_page = page.get_textpage()
        try:
            return _mended(text_page.get_text_bounded())
        finally:
            text_page.close()
    finally:
        page.close()


def _mended(text: str) -> str:
    """The text without what only fonts put there: radicals for kanji, marks of broken words."""
    text = text.replace("\r\n", "\n").replace("\ufffe", "-\n").replace("\f", "\n")
    if _RADICALS.search(text):
        text = _RADICALS.sub(lambda found: _kanji(found.group()), text)
    return text


def _kanji(radical: str) -> str:
    return unicodedata.normalize("NFKC", radical).translate(_SUPPLEMENT)


def _container(info: dict[str, str]) -> Container:
    """What the file states about itself. The day it was made is put aside: a scan is made later."""
    made = _STAMP.match(info.get("CreationDate") or "")
    aside = (("made", "-".join(made.groups())),) if made else ()
    title = info.get("Title") or ""
    is_name = title.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".qxd", ".tif"))
    metadata = making.metadata_of(
        {
            "title": "" if is_name or title.lower().startswith("untitled") else title,
            "author": info.get("Author"),
            "keyword": info.get("Keywords"),
        }
    )
    return Container(metadata, None, aside)


def _scan(data: bytes, pages: int, container: Container) -> Record:
    """The record of pictures without text; the file's own hash keeps one scan from another."""
    return scan_record(sha256(data).hexdigest()[:12], pages, container)


def scan_record(sha: str, pages: int, container: Container) -> Record:
    """The record of a scan that nobody has read yet: one line that says so.

    Args:
        sha: Of the file: two scans are two articles though both have no text.
        pages: How many pages there are.
        container: What the file states.
    """
    metadata = container.metadata
    fields = {name: field.value for name, field in metadata.fields} | {"medium": SCAN}
    marked = Container(making.metadata_of(fields), container.published, container.aside)
    return making.record(placeholder(pages, sha), EXTRACTOR, marked, notes=("intake.note_no_text",))
