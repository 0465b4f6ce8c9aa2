"""Word, OpenDocument, RTF, PDF, EPUB and mail: the words in order, and what the file states."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from tests.helpers.documents import (
    DAY,
    FIRST,
    PARAGRAPHS,
    SECOND,
    TITLE,
    a_docx,
    a_docx_with_notes,
    a_locked_pdf,
    a_page,
    a_pdf,
    a_zip,
    an_eml,
    an_epub,
    an_odt,
    an_rtf,
    with_part,
)
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.facsimiles import SCAN
from usjp_reader.intake.readers import archives, pdf, read_parts
from usjp_reader.loading.pipeline import uid_of


def read(name: str, data: bytes) -> Record:
    (found,) = read_parts(name, data)
    assert isinstance(found, Record)
    return found


def lines(record: Record) -> list[str]:
    return [line for line in record.version.text.split("\n") if line]


@pytest.mark.parametrize("make", [a_docx, an_odt, an_rtf])
def test_a_document_gives_its_paragraphs_and_its_properties(make: object) -> None:
    assert callable(make)
    found = read({a_docx: "a.docx", an_odt: "a.odt", an_rtf: "a.rtf"}[make], make())
    assert lines(found)[:3] == list(PARAGRAPHS)
    assert found.container.metadata.get("title") == TITLE
    assert found.container.metadata.get("author") == "Hana Ogata"
    assert found.container.published is None


def test_tables_and_notes_of_documents_are_text() -> None:
    assert lines(read("a.docx", a_docx()))[-1] == "Passengers\t90"
    assert lines(read("a.odt", an_odt()))[-2:] == [
        "The goats were landed first.[1]",
        "[1] By order of the mate.",
    ]


def test_tables_in_tables_are_told_once_and_columns_are_read_down() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    inner = "<w:p><w:r><w:t>The one word.</w:t></w:r></w:p>"
    for _ in range(25):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    long = "".join(f"<w:p><w:r><w:t>{FIRST} {n}</w:t></w:r></w:p>" for n in range(3))
    body = (
        f"<w:document {w}><w:body>{inner}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Menu</w:t></w:r></w:p>"
        f"</w:tc><w:tc>{long}</w:tc></w:tr></w:tbl></w:body></w:document>"
    )
    found = lines(read("a.docx", with_part(a_docx(), "word/document.xml", body)))
    assert found == ["The one word.", "Menu", *(f"{FIRST} {n}" for n in range(3))]


def test_the_words_of_a_box_stand_apart_from_the_paragraph_it_hangs_on() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    boxed = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:document {w}><w:body><w:p><w:r><w:t>Before</w:t></w:r><w:r>{boxed}</w:r>"
        "</w:p></w:body></w:document>"
    )
    assert lines(read("a.docx", with_part(a_docx(), "word/document.xml", body))) == [
        "Before", "Boxed"
    ]  # fmt: skip


def test_a_picture_in_a_document_that_swells_is_never_unpacked() -> None:
    bomb = with_part(a_docx(), "word/media/image1.bmp", b"\0" * (2**20 * 300))
    assert FIRST in read("a.docx", bomb).version.text


def test_notes_and_tables_of_rich_text_are_text_and_struck_out_words_are_gone() -> None:
    markup = (
        r"{\rtf1\ansi Two{\f0\deleted  dogs}{\v  and a cat} goats{\super\chftn{\footnote\pard"
        r"{\super\chftn} By order of the \{mate\}.}} landed.\par"
        r"\trowd Passengers\cell 90\cell\row"
        r" The end.{\*\generator Made up;}{\footnote\ftnalt Or not.}\par}"
    )
    assert lines(read("a.rtf", markup.encode())) == [
        "Two goats[1] landed.",
        "Passengers\t90",
        "The end.[2]",
        "[1]  By order of the {mate}.",
        "[2] Or not.",
    ]


@pytest.mark.parametrize("head", ["ansicpg932", r"ansicpg1252{\fonttbl{\f0\fcharset128 M;}}\f0"])
def test_rich_text_of_japanese_programs_is_read_as_it_was_written(head: str) -> None:
    body, title = (
        "".join(f"\\'{byte:02x}" for byte in text.encode("cp932")) for text in ("表現の能力", "題")
    )
    markup = rf"{{\rtf1\ansi\{head}{{\info{{\title {title}}}}}{body}\par}}"
    found = read("a.rtf", markup.encode("ascii"))
    assert lines(found) == ["表現の能力"]
    if head == "ansicpg932":
        assert found.container.metadata.title == "題"


def test_struck_out_words_are_gone_and_inserted_ones_are_there() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        f"<w:document {w}><w:body><w:p><w:r><w:t>Two </w:t></w:r>"
        '<w:del w:id="1" w:author="x"><w:r><w:delText>dogs</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>goats</w:t></w:r></w:ins>'
        "<w:r><w:tab/><w:t>landed</w:t></w:r></w:p></w:body></w:document>"
    )
    assert lines(read("a.docx", with_part(a_docx(), "word/document.xml", body))) == [
        "Two goats\tlanded"
    ]


def test_the_pages_of_a_pdf_keep_their_labels() -> None:
    pages = [["Preface of the editors, in few words."], ["The ship came in."], ["It left again."]]
    plain = read("a.pdf", a_pdf(pages, info=f"/Title ({TITLE}) /Author (Hana Ogata)"))
    assert [page.label for page in plain.version.pages] == ["1", "2", "3"]
    assert lines(plain) == [page[0] for page in pages]
    assert plain.container.metadata.get("title") == TITLE
    roman = "/Nums [0 << /S /r /St 4 >> 1 << /S /D /St 11 >>]"
    labelled = read("a.pdf", a_pdf(pages, labels=roman))
    assert [page.label for page in labelled.version.pages] == ["iv", "11", "12"]
    at = labelled.version.text.index("It left")
    assert labelled.version.page_at(at) == "12"


def test_footnotes_and_endnotes_of_the_same_numbers_are_told_apart() -> None:
    text = "Ships{footnote 1} and goats{endnote 1} came{endnote 4}."
    both = a_docx_with_notes(text, footnotes={1: "Two."}, endnotes={1: "Ninety.", 4: "At noon."})
    assert lines(read("a.docx", both)) == [
        "Ships[1] and goats[i] came[iv].",
        "[1] Two.",
        "[i] Ninety.",
        "[iv] At noon.",
    ]
    text = "Ships{endnote 1} came{endnote 2}."
    alone = a_docx_with_notes(text, footnotes={}, endnotes={1: "Two.", 2: "At noon."})
    assert lines(read("a.docx", alone)) == ["Ships[1] came[2].", "[1] Two.", "[2] At noon."]


def test_printed_page_numbers_are_labels_where_a_pdf_has_none() -> None:
    pages = [["THE GULL", "One.", "211"], ["THE GULL", "Two.", "212"]]
    found = read("a.pdf", a_pdf(pages))
    assert [page.label for page in found.version.pages] == ["211", "212"]


def test_radicals_that_only_fonts_put_there_become_kanji() -> None:
    assert pdf._mended("⽇⽶安保条約と⺠主主義\r\n⻑崎") == "日米安保条約と民主主義\n長崎"
    assert pdf._mended("the ﬁrst 𠮷田") == "the ﬁrst 𠮷田"


def test_a_pdf_that_is_pictures_but_for_its_cover_says_so() -> None:
    found = read("a.pdf", a_pdf([["Terms of use of the archive."], [], [], []]))
    assert found.notes == ("intake.note_pages_without_text",)
    assert read("a.pdf", a_pdf([["One."], [], ["Three."]])).notes == ()


def test_a_scan_without_text_is_an_article_that_says_so() -> None:
    one, other = (read("scan.pdf", a_pdf([[], []], info=f"/Title ({n})")) for n in "AB")
    assert one.notes == ("intake.note_no_text",)
    assert one.container.metadata.get("medium") == SCAN
    assert "holds no text" in one.version.text
    assert uid_of(one) != uid_of(other)
    assert uid_of(one) == uid_of(read("again.pdf", a_pdf([[], []], info="/Title (A)")))


def test_each_chapter_of_a_book_is_an_article_in_it() -> None:
    chapter = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p>"
    book = an_epub(
        {
            "cover.xhtml": a_page("<p>Letters</p>"),
            "one.xhtml": a_page(chapter),
            "two.xhtml": a_page(chapter.replace("ninety", "eighty")),
            "lost.xhtml": "<html><body><script>" + "x();" * 500 + "</script>",
        }
    )
    one, two, lost = read_parts("book.epub", book)
    assert isinstance(one, Record)
    assert isinstance(two, Record)
    assert [one.member, two.member] == ["OEBPS/one.xhtml", "OEBPS/two.xhtml"]
    assert one.container.metadata.publisher == "Letters from the Gull"
    assert one.container.metadata.authors == ("Hana Ogata", "Joe Bell")
    assert one.container.published == "1969-03-01"
    assert isinstance(lost, Refused)


def test_the_table_of_contents_of_a_book_is_no_chapter() -> None:
    chapter = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p>"
    book = an_epub({"nav.xhtml": a_page(chapter), "one.xhtml": a_page(chapter + "<p>x</p>")})
    with_nav = with_part(
        book,
        "OEBPS/book.opf",
        archives.Archive.of(book)
        .read("OEBPS/book.opf")
        .replace(b'href="nav.xhtml"', b'href="nav.xhtml" properties="nav"'),
    )
    assert [one.member for one in read_parts("book.epub", with_nav)] == ["OEBPS/one.xhtml"]


def test_a_forwarded_message_is_one_of_its_own() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Joe Bell <joe@gull.example>", "The goats"
    inner.set_content("Both goats are well.")
    inner.add_attachment(b"Two goats.", maintype="text", subtype="plain", filename="list.txt")
    outer = email.message_from_bytes(an_eml(), policy=policy.default)
    assert isinstance(outer, EmailMessage)
    outer.add_attachment(inner)
    found = read_parts("mail.eml", outer.as_bytes())
    assert [one.member for one in found] == ["", "The goats.eml", "The goats.eml#list.txt"]
    assert isinstance(found[1], Record)
    assert found[1].container.metadata.authors == ("Joe Bell",)


def test_a_message_that_holds_pictures_is_no_web_page() -> None:
    whole = MIMEMultipart("related")
    whole["From"], whole["To"], whole["Subject"] = "hana@gull.example", "joe@gull.example", TITLE
    whole["Date"] = "Thu, 27 Jun 1968 21:05:00 +0900"
    whole.attach(MIMEText(a_page(), "html", "utf-8"))
    found = read("mail.eml", whole.as_bytes())
    assert found.container.metadata.get("type") == "personal_communication"
    assert found.container.published == DAY
    assert FIRST in lines(found)


def test_a_message_is_its_text_and_what_is_attached() -> None:
    own, attached, broken = read_parts(
        "mail.eml",
        an_eml(attached={"ferry.docx": a_docx(), "ship.png": b"\x89PNG", "bad.pdf": b"%PDF-no"}),
    )
    assert isinstance(own, Record)
    assert lines(own) == [FIRST, SECOND]
    assert own.container.published == DAY
    assert own.container.metadata.title == TITLE
    assert own.container.metadata.authors == ("Hana Ogata",)
    assert isinstance(attached, Record)
    assert attached.member == "ferry.docx"
    assert isinstance(broken, Refused)
    assert broken.reason.key == "intake.pdf_broken"


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("a.pdf", b"%PDF-1.7\n", "pdf_broken"),
        ("a.pdf", a_pdf([["word"]])[:200], "pdf_broken"),
        ("a.pdf", a_locked_pdf(), "pdf_locked"),
        ("a.docx", a_docx()[:-200], "archive_broken"),
        ("a.docx", with_part(a_docx(), "word/document.xml", "<no"), "docx_broken"),
        ("a.docx", with_part(a_docx(), "[Content_Types].xml", "<no"), "docx_broken"),
        ("a.docx", a_docx(()).replace(b"Passengers", b""), None),
        ("a.odt", with_part(an_odt(), "content.xml", "<no"), "odt_broken"),
        ("a.odt", with_part(an_odt(), "content.xml", "<office/>"), "odt_broken"),
        ("a.rtf", b"\x01\x02\x00\x03" * 99, "is_binary"),
        ("a.rtf", b"{\\rtf1 }", "no_text"),
        ("a.epub", an_epub({}), "no_text"),
        ("a.epub", with_part(an_epub({"one.xhtml": a_page()}), "META-INF/rights.xml", "x"),
         "epub_locked"),
        ("a.epub", with_part(an_epub({"one.xhtml": a_page()}), "META-INF/encryption.xml",
         '<CipherReference URI="OEBPS/one.xhtml"/>'), "epub_locked"),
        ("a.odt", with_part(an_odt(), "META-INF/manifest.xml", "<manifest:encryption-data/>"),
         "encrypted"),
        ("a.docx", with_part(a_docx(), "word/document.xml", "<w>" + "x" * 300_000_000),
         "archive_bomb"),
        ("a.eml", b"From: a@gull.example\nSubject: nothing\n\n", "no_text"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "is_word"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "encrypted"),
        ("a.html", b"", "empty"),
        ("a.zip", b"", "empty"),
        ("a.pdf", b"", "empty"),
        ("a.rtf", b"{\\rtf1 \\u99999999999999999999 ?}", "rtf_broken"),
        ("a.zip", b"PK\x03\x04 rubbish", "archive_broken"),
        ("a.zip", a_zip({"picture.bmp": b"BM"}), "archive_nothing"),
        ("a.gif", b"no picture", "no_picture"),
        ("a.xls", b"1;2", "is_spreadsheet"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "is_picture"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(
    name: str, data: bytes, key: str | None
) -> None:
    if key is None:
        assert read_parts(name, data)
        return
    with pytest.raises(UnreadableFileError) as caught:
        read_parts(name, data)
    assert caught.value.message.key == f"intake.{key}"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", a_docx()), ("a.doc", an_rtf()), ("a.pdf", an_odt()), ("letter", an_rtf()),
     ("a.docx", a_pdf([[FIRST]])), ("a.doc", a_page().encode()), ("a.pdf", a_page().encode()),
     ("a.rtf", FIRST.encode()), ("a.doc", FIRST.encode()), ("a.html", FIRST.encode()),
     ("a.docm", a_docx())],
)  # fmt: skip
def test_a_file_is_what_its_content_is_whatever_it_is_called(name: str, data: bytes) -> None:
    assert FIRST[:40] in read(name, data).version.text


def test_without_its_library_a_format_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(UnreadableFileError) as caught:
        read("a.rtf", an_rtf())
    assert caught.value.message.key == "intake.needs_formats"
