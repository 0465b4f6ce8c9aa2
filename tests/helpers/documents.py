"""Files in the formats that users have, made in the test: no binary lies in the repository."""

from __future__ import annotations

import io
import re
import zipfile
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import TYPE_CHECKING

import docx
import odfdo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TITLE = "Ferry to the islands runs again"
DAY = "1968-06-27"
FIRST = (
    "The first ship since the return of the islands reached Chichijima on Thursday morning with"
    " ninety passengers, two goats and the mail of a quarter of a century."
)
SECOND = "小笠原の島民は二十三年ぶりに𠮷田丸を迎えた 😀、と港の記録は伝えている。"
PARAGRAPHS = (TITLE, FIRST, SECOND)


def a_page(body: str = "", head: str = "") -> str:
    """An HTML page with menus around an article."""
    article = body or f"<h1>{TITLE}</h1><p>{FIRST}</p>\n<p>{SECOND}</p>"
    return (
        f'<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>x</title>{head}'
        "<style>p {color: red}</style><script>var hidden = 1;</script></head><body>"
        "<nav><ul><li>Home</li><li>Shipping</li><li>Subscribe</li></ul></nav>"
        f"<main><article>{article}</article></main>"
        "<footer><p>Copyright 2019 The Island Gull</p></footer></body></html>"
    )


def a_zip(entries: Mapping[str, bytes | str], *, compress: bool = True) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes | str) -> bytes:
    """A zip archive in which one entry is another one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries: dict[str, bytes | str] = {n: archive.read(n) for n in archive.namelist()}
    return a_zip(entries | {name: content})


def a_docx(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """A Word document with a table."""
    document = docx.Document()
    document.core_properties.title = TITLE
    document.core_properties.author = "Hana Ogata"
    for text in paragraphs:
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Passengers", "90"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def a_docx_with_notes(text: str, **notes: Mapping[int, str]) -> bytes:
    """A Word document of one paragraph.

    Args:
        text: Its words; `{footnote 1}` and `{endnote 1}` are references.
        notes: The words of the `footnotes` and `endnotes` by their numbers.
    """
    words = re.sub(
        r"\{(\w+) (\d+)\}",
        r'</w:t></w:r><w:r><w:\1Reference w:id="\2"/></w:r><w:r><w:t xml:space="preserve">',
        text,
    )
    document = (
        f"<w:document {_W}><w:body><w:p><w:r>"
        f'<w:t xml:space="preserve">{words}</w:t></w:r></w:p></w:body></w:document>'
    )
    made = with_part(a_docx(()), "word/document.xml", document)
    for kind, numbered in notes.items():
        one = kind.removesuffix("s")
        inner = "".join(
            f'<w:{one} w:id="{number}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:{one}>'
            for number, words in numbered.items()
        )
        separator = f'<w:{one} w:type="separator" w:id="0"><w:p/></w:{one}>'
        part = f"<w:{kind} {_W}>{separator}{inner}</w:{kind}>"
        made = with_part(made, f"word/{kind}.xml", part)
        made = _with_words(
            made,
            "[Content_Types].xml",
            f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}.{kind}+xml"/></Types>',
        )
        made = _with_words(
            made,
            "word/_rels/document.xml.rels",
            f'<Relationship Id="{kind}" Type="{_RELATED}/{kind}" Target="{kind}.xml"/>'
            "</Relationships>",
        )
    return made


def _with_words(data: bytes, name: str, end: str) -> bytes:
    """A zip archive in which another end tag, with what goes before it, ends one entry."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        known = archive.read(name).decode("utf-8")
    tag = end[end.rindex("</") :]
    return with_part(data, name, known.replace(tag, end))


def an_odt(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """An OpenDocument text with a note."""
    document = odfdo.Document("text")
    document.body.clear()
    document.meta.title = TITLE
    document.meta.creator = "Hana Ogata"
    for text in paragraphs:
        document.body.append(odfdo.Paragraph(text))
    noted = odfdo.Paragraph("The goats were landed first.")
    noted.append(odfdo.Note(note_id="n1", citation="1", body="By order of the mate."))
    document.body.append(noted)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def an_rtf(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """A rich text with its characters escaped as word processors do."""

    def escaped(text: str) -> str:
        units = memoryview(text.encode("utf-16-le")).cast("H")
        return "".join(
            chr(unit) if unit < 128 else f"\\u{unit - 65536 if unit > 32767 else unit}?"
            for unit in units
        )

    body = "\\par\n".join(map(escaped, paragraphs))
    info = f"{{\\info{{\\title {TITLE}}}{{\\author Hana Ogata}}}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\uc1{info}\n{body}\\par\n}}".encode("ascii")


def a_pdf(pages: Sequence[Sequence[str]], *, labels: str = "", info: str = "") -> bytes:
    """A PDF of ASCII lines; `labels` is the body of its /PageLabels, `info` of its /Info."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {f'/PageLabels << {labels} >>' if labels else ''} >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>",
    ]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line.replace('(', '[').replace(')', ']')}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 60 760 Td {shown} ET" if lines else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _pdf_file(objects)


def a_pdf_of(*objects: str) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    return _pdf_file([*objects, *["<< >>"] * (4 - len(objects))])


def _pdf_file(objects: Sequence[str], trailer: str = "") -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return out


def a_locked_pdf() -> bytes:
    """A PDF that asks for a password; its key is nobody's."""
    key = "<" + "5a" * 32 + ">"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -44 >>"
    whole = f"{lock} /ID [<{'ab' * 16}> <{'ab' * 16}>]"
    return _pdf_file(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
            "<< >>",
        ],
        whole,
    )


def an_epub(chapters: Mapping[str, str]) -> bytes:
    """A book; chapters by their file names."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Letters from the Gull</dc:title>'
        "<dc:creator>Hana Ogata</dc:creator><dc:creator>Joe Bell</dc:creator>"
        "<dc:publisher>Island Press</dc:publisher><dc:date>1969-03-01</dc:date>"
        f"<dc:language>en-US</dc:language></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"'
        ' media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    return a_zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            **{f"OEBPS/{name}": page for name, page in chapters.items()},
        }
    )


def an_eml(body: str = FIRST, attached: Mapping[str, bytes] | None = None) -> bytes:
    """A mail message."""
    message = EmailMessage()
    message["From"] = "Hana Ogata <hana@gull.example>"
    message["To"] = "desk@gull.example"
    message["Subject"] = TITLE
    message["Date"] = "Thu, 27 Jun 1968 21:05:00 +0900"
    message.set_content(body + "\n\n" + SECOND + "\n")
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def an_mhtml(page: str, address: str = "https://gull.example/ferry") -> bytes:
    """A page as Chromium saves it."""
    whole = MIMEMultipart("related", type="text/html")
    whole["Snapshot-Content-Location"] = address
    whole["Date"] = "Fri, 3 Oct 2025 08:00:00 -0000"
    part = MIMEText(page, "html", "utf-8")
    part["Content-Location"] = address
    whole.attach(part)
    return whole.as_bytes()
