"""Pages of PDF files drawn as pictures."""

from __future__ import annotations

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.facsimiles import PagePicture, PageWanted
from usjp_reader.intake.readers.extras import required
from usjp_reader.intake.readers.pdf import opened

MOST_PIXELS = 40_000_000
"""A page of more is drawn smaller: some plans are metres wide."""


def picture(data: bytes, wanted: PageWanted) -> PagePicture:
    """Draw a page.

    Raises:
        UnreadableFileError: The file is damaged or locked, or has no such page.
    """
    document = opened(data)
    try:
        count = len(document)
        if not 0 <= wanted.number < count:
            raise UnreadableFileError("intake.pdf_no_page", page=wanted.number + 1, pages=count)
        page = document.get_page(wanted.number)
        width, height = page.get_size()
        if width <= 0 or height <= 0:
            raise UnreadableFileError("intake.pdf_broken")
        scale = min(wanted.width / width, (MOST_PIXELS / (width * height)) ** 0.5)
        bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=False)
        found = PagePicture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, count)
        bitmap.close()
        page.close()
    except required("pypdfium2", "PDF").PdfiumError as error:
        raise UnreadableFileError("intake.pdf_broken") from error
    finally:
        document.close()
    return found
