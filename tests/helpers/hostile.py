"""Files that are broken, locked or built to do harm, each with the sentence that the report has."""

from __future__ import annotations

import io
import zipfile
import zlib

from tests.helpers.documents import (
    FIRST,
    a_docx,
    a_locked_pdf,
    a_page,
    a_pdf,
    a_pdf_of,
    a_zip,
    an_eml,
    an_epub,
    an_odt,
    an_rtf,
    with_part,
)

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = '<!ENTITY a0 "haha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def _a_body(inside: str) -> bytes:
    body = f"<w:document {_W}><w:body>{inside}</w:body></w:document>"
    return with_part(a_docx(), "word/document.xml", body)


def _many_entries() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}.txt", b"")
    return out.getvalue()


def _a_million_pages() -> bytes:
    return a_pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{'3 0 R ' * 200_000}] /Count 200000 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    )


def _a_swelling_page() -> bytes:
    swollen = zlib.compress(zlib.compress(b"0" * 200_000_000, 9), 9).decode("latin-1")
    return a_pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        f"<< /Length {len(swollen)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n{swollen}\n"
        "endstream",
    )


def refused() -> dict[str, tuple[bytes, str]]:
    """Files by name, each with its content and the key of the one line that the report has."""
    nested = a_zip({"a.txt": FIRST})
    for _ in range(5):
        nested = a_zip({"inner.zip": nested})
    laughing = f"<!DOCTYPE x [{_LAUGHS}]>"
    return {
        "empty.pdf": (b"", "intake.empty"),
        "cut.pdf": (a_pdf([["word"]])[:200], "intake.pdf_broken"),
        "locked.pdf": (a_locked_pdf(), "intake.pdf_locked"),
        "circle.pdf": (
            a_pdf_of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
            ),
            "intake.pdf_broken",
        ),
        "million.pdf": (_a_million_pages(), "intake.pdf_long"),
        "half.docx": (a_docx()[:-300], "intake.archive_broken"),
        "bomb.docx": (_a_body("<w:p/>" * 12_000_000), "intake.archive_bomb"),
        "laughs.docx": (
            with_part(
                a_docx(), "word/document.xml", f"{laughing}<w:document {_W}>&a9;</w:document>"
            ),
            "intake.docx_broken",
        ),
        "sealed.docx": (_OLE + "EncryptedPackage".encode("utf-16-le"), "intake.encrypted"),
        "old.doc": (_OLE, "intake.is_word"),
        "outside.odt": (
            with_part(
                an_odt(),
                "content.xml",
                '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><office>&a;</office>',
            ),
            "intake.odt_broken",
        ),
        "numbers.rtf": (b"{\\rtf1 \\u99999999999999999999 ?}", "intake.rtf_broken"),
        "laughs.epub": (
            with_part(an_epub({}), "OEBPS/book.opf", f"{laughing}<package>&a9;</package>"),
            "intake.epub_broken",
        ),
        "away.epub": (an_epub({"../../../../etc/hostname": "x"}), "intake.archive_missing"),
        "script.html": (b"<html><script>" + b"x();" * 1000 + b"</script>", "intake.html_lost"),
        "parts.eml": (
            b"From: a@gull.example\nContent-Type: multipart/mixed; boundary=b\n\n--b--\n",
            "intake.no_text",
        ),
        "zeros.zip": (a_zip({"zeros.txt": b"0" * 50_000_000}), "intake.archive_bomb"),
        "many.zip": (_many_entries(), "intake.archive_many"),
        "nested.zip": (nested, "intake.archive_deep"),
        "rubbish.zip": (b"PK\x03\x04 rubbish", "intake.archive_broken"),
        "letter.pages": (b"x", "intake.is_other_word"),
    }


def read() -> dict[str, bytes]:
    """Files that look like trouble and are read all the same, by name."""
    return {
        "deep.html": a_page(f"{'<div>' * 20_000}<p>{FIRST}</p>").encode(),
        "tables.docx": _a_body(
            "<w:tbl><w:tr><w:tc>" * 25
            + f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>"
            + "</w:tc></w:tr></w:tbl>" * 25
        ),
        "outside.zip": a_zip({"../../outside.txt": f"{FIRST}\n\nIt was outside."}),
        "swelling.pdf": _a_swelling_page(),
        "rich.doc": an_rtf(),
        "entities.html": a_page(f"<p>{FIRST} &a9;</p>")
        .replace("<!DOCTYPE html>", f"<!DOCTYPE html [{_LAUGHS}]>")
        .encode(),
        "mail.eml": an_eml(f"{FIRST} By mail.", attached={"away.zip": a_zip({"a.txt": ""})}),
    }
