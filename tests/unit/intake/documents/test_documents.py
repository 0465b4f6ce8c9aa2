"""Word, OpenDocument, RTF, PDF, EPUB and mail: the words in order, and what the file states."""

from __future__ import annotations

import pytest

from tests.helpers.documents import (
    DAY,
    FIRST,
    PARAGRAPHS,
    SECOND,
    TITLE,
    a_docx,
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
from usjp_reader.intake.readers import pdf, read_parts
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


def test_printed_page_numbers_are_labels_where_a_pdf_has_none() -> None:
    pages = [["THE GULL", "One.", "211"], ["THE GULL", "Two.", "212"]]
    found = read("a.pdf", a_pdf(pages))
    assert [page.label for page in found.version.pages] == ["211", "212"]


def test_radicals_that_only_fonts_put_there_become_kanji() -> None:
    assert pdf._mended("⽇⽶安保条約と⺠主主義\r\n⻑崎") == "日米安保条約と民主主義\n長崎"
    assert pdf._mended("the ﬁrst 𠮷田") == "the ﬁrst 𠮷田"


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
        ("a.rtf", b"not rich at all", "rtf_broken"),
        ("a.rtf", b"{\\rtf1 }", "no_text"),
        ("a.epub", an_epub({}), "epub_broken"),
        ("a.epub", with_part(an_epub({"one.xhtml": a_page()}), "META-INF/rights.xml", "x"),
         "epub_locked"),
        ("a.eml", b"From: a@gull.example\nSubject: nothing\n\n", "no_text"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "is_word"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "encrypted"),
        ("a.html", b"", "empty"),
        ("a.zip", b"", "archive_broken"),
        ("a.zip", b"PK\x03\x04 rubbish", "archive_broken"),
        ("a.zip", a_zip({"picture.bmp": b"BM"}), "archive_nothing"),
        ("a.gif", b"no picture", "no_picture"),
        ("a.xls", b"1;2", "unknown_suffix"),
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
     ("a.docx", a_pdf([[FIRST]]))],
)  # fmt: skip
def test_a_file_is_what_its_content_is_whatever_it_is_called(name: str, data: bytes) -> None:
    assert FIRST[:40] in read(name, data).version.text


def test_without_its_library_a_format_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(UnreadableFileError) as caught:
        read("a.rtf", an_rtf())
    assert caught.value.message.key == "intake.needs_formats"
