"""Exports of newspaper databases come apart into articles, with what the vendor states."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.unit.intake.exports.samples import (
    FACTIVA,
    FACTIVA_PLAIN,
    LEXIS_NEXIS,
    NEXIS_UNI,
    PROQUEST,
    PROQUEST_JA,
    PROQUEST_NEW,
)
from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning import label
from usjp_reader.intake.dating.addresses import read_date
from usjp_reader.intake.exports.vendors import vendors
from usjp_reader.intake.readers import read_parts, read_records
from usjp_reader.knowledge import base
from usjp_reader.loading.pipeline import analyse

if TYPE_CHECKING:
    from usjp_reader.knowledge.base import KnowledgeBase

ALL = {
    "proquest": PROQUEST,
    "proquest-ja": PROQUEST_JA,
    "proquest-new": PROQUEST_NEW,
    "nexis-uni": NEXIS_UNI,
    "lexis-nexis": LEXIS_NEXIS,
    "factiva": FACTIVA,
    "factiva-plain": FACTIVA_PLAIN,
}


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    return base.load()


@cache
def read(name: str) -> tuple[Record, ...]:
    return read_records("export.txt", ALL[name].encode())


def body(record: Record) -> list[str]:
    text = record.version.text
    labelled = label(text, record.container)
    content = (LineKind.BODY, LineKind.SUBHEADING)
    return [line.span.of(text) for line in labelled.lines if line.kind in content]


def rules(record: Record) -> dict[str, str]:
    text = record.version.text
    return {line.span.of(text): line.rule for line in label(text, record.container).lines}


TITLES = {
    "proquest": ["Fishermen of Shiranui ask for their bay", "Only a summary"],
    "proquest-ja": ["不知火湾、返還へ"],
    "proquest-new": ["Bay to be opened, ministry says", "Fishermen thank the ministry"],
    "nexis-uni": ["Bay to be opened, ministry says", "Second article, without a date"],
    "lexis-nexis": ["Bay to be opened, ministry says", "Fishermen thank the ministry"],
    "factiva": ["Bay to be opened, ministry says", "Fishermen thank the ministry"],
    "factiva-plain": ["Bay to be opened, ministry says", "漁民、外務省に感謝"],
}


@pytest.mark.parametrize("name", ALL)
def test_every_article_of_an_export_is_a_record_with_its_title(name: str) -> None:
    assert [record.container.metadata.title for record in read(name)] == TITLES[name]
    for record in read(name):
        lines = label(record.version.text, record.container).lines
        titles = [line.span.of(record.version.text) for line in lines if line.kind == "title"]
        assert titles == [record.container.metadata.title]


@pytest.mark.parametrize("name", ALL)
def test_a_record_is_its_part_of_the_export_line_by_line(name: str) -> None:
    for record in read(name):
        assert " ".join(record.version.text.split()) in " ".join(ALL[name].split())
        assert record.container.form == record.version.extractor.removesuffix("-1")
        assert record.container.form in {vendor.id for vendor in vendors()}


@pytest.mark.parametrize("name", ALL)
def test_only_the_text_of_an_article_is_text(name: str) -> None:
    for record in read(name):
        words = "\n".join(body(record))
        assert words
        for field in ("LOAD-DATE", "Load-Date", "Document MERID", "ProQuest", "(c)", "Copyright"):
            assert field not in words


@pytest.mark.parametrize("name", ALL)
def test_days_are_handed_over_as_they_are_printed_and_can_be_read(name: str) -> None:
    for record in read(name):
        published = record.container.published
        assert published is not None
        assert published in ALL[name]
        if not published.startswith("Spring"):
            days = read_date(published)
            assert days is not None
            assert days.earliest == days.latest
            assert days.earliest.year == 1972


def test_proquest_states_the_fields_of_a_citation() -> None:
    record = read("proquest")[0]
    metadata = record.container.metadata
    assert metadata.authors == ("Penhallow, Josiah", "Ōta, Michi")
    assert metadata.publisher == "The Harbor Chronicle (Late Edition)"
    assert metadata.get("page") == "A.1"
    assert metadata.get("archive_location") == "100200300"
    assert metadata.get("source") == "ProQuest Historical Newspapers: The Harbor Chronicle"
    assert metadata.get("ISSN") == "00000019"
    assert metadata.get("language") == "en"
    assert metadata.get("type") == "article-newspaper"
    assert record.container.published == "Feb 24, 1972"
    aside = dict(record.container.aside)
    assert aside["Field we do not know"] == "17"
    assert aside["Last updated"] == "2010-05-22"


def test_words_of_the_text_that_look_like_fields_stay_text() -> None:
    words = body(read("proquest")[0])
    assert any(line.startswith("Section: that was the word") for line in words)
    assert any(line.startswith("Title: none of the boats") for line in words)
    assert any("港は静かだ。😀" in line for line in words)
    assert any(line.startswith("Length: that was") for line in body(read("nexis-uni")[0]))
    assert any("Subject: that word" in line for line in body(read("lexis-nexis")[0]))
    boat = "\n".join(body(read("factiva")[0]))
    assert "was the name of the patrol boat, and" in boat
    assert "IN" in body(read("factiva")[0])
    assert "212 words" in body(read("factiva-plain")[0])


def test_a_line_of_the_text_that_looks_like_the_end_does_not_cut_the_article() -> None:
    last = read("proquest-new")[1]
    assert any("in the place of a name" in line for line in body(last))
    assert last.container.metadata.get("archive_location") == "100200501"


def test_a_summary_is_the_text_where_there_is_no_other() -> None:
    first, only = read("proquest")
    rule = {line.partition(":")[0]: rule for line, rule in rules(first).items()}
    assert rule["Fishermen asked on Wednesday for the return of their bay."] == "export-summary"
    assert body(only)[0].startswith("The council of Naha")


def test_a_label_is_never_quoted_with_the_text_it_announces() -> None:
    first = read("proquest")[0]
    assert body(first)[0].startswith("SHIRANUI, Feb. 23 - Fishermen asked on Wednesday")
    assert rules(first)["Full text:"] == "export-field"
    assert label(first.version.text, first.container).dateline is not None


def test_a_record_without_text_is_told_and_the_others_are_stored() -> None:
    parts = read_parts("export.txt", PROQUEST.encode())
    (refused,) = [part for part in parts if isinstance(part, Refused)]
    assert refused.member == "2"
    assert "A page without its text" in said(refused.reason)
    assert [part.member for part in parts] == ["1", "2", "3"]


def test_the_load_date_is_not_when_it_was_published() -> None:
    record = read("nexis-uni")[0]
    assert record.container.published == "January 5, 1972, Wednesday"
    assert ("Load-Date", "September 15, 2001") in record.container.aside
    assert rules(record)["Load-Date: September 15, 2001"] == "export-field"


def test_no_field_of_an_export_dates_an_article_that_states_no_day(
    knowledge: KnowledgeBase,
) -> None:
    """The load date of 2001 stands below an article of spring 1972."""
    undated = read("nexis-uni")[1]
    published = analyse(undated, "export.txt", knowledge).published
    assert published.value is None or published.value.days.earliest.year == 1972


def test_nexis_uni_states_newspaper_edition_and_author() -> None:
    metadata = read("nexis-uni")[0].container.metadata
    assert metadata.publisher == "The Meridian Daily (Tokyo)"
    assert metadata.get("edition") == "Late City Final Edition"
    assert metadata.authors == ("Ana de la Cruz",)
    assert metadata.get("section") == "Pg. 3"
    assert metadata.get("archive") == "Nexis Uni"


def test_the_cover_sheet_of_an_export_is_no_article() -> None:
    assert "User Name" not in "".join(record.version.text for record in read("nexis-uni"))


def test_wrapped_fields_are_read_whole() -> None:
    aside = dict(read("lexis-nexis")[0].container.aside)
    graphic = "Photo, The bay of Shiranui as it was seen from the hill in 1951."
    assert aside["GRAPHIC"] == graphic
    assert read("proquest-new")[0].container.metadata.get("keyword") == "Fishing; Bays & inlets"


def test_factiva_states_its_fields_with_and_without_codes() -> None:
    for name in ("factiva", "factiva-plain"):
        metadata = read(name)[0].container.metadata
        assert metadata.authors == ("Ana de la Cruz",)
        assert metadata.publisher == "The Meridian Daily"
        assert metadata.get("page") == "3"
        assert metadata.get("archive_location") == "MERID00020011123dn15000a1"
        assert metadata.get("language") == "en"
    assert read("factiva-plain")[1].container.metadata.get("language") == "ja"


def test_japanese_labels_are_read() -> None:
    metadata = read("proquest-ja")[0].container.metadata
    assert metadata.authors == ("山田 太郎",)
    assert metadata.publisher == "港日報"
    assert metadata.get("archive_location") == "100200400"


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("how", ["bom", "crlf", "cp1252", "form-feeds", "utf-16"])
def test_how_the_file_was_saved_changes_nothing(name: str, how: str) -> None:
    text = ALL[name]
    if how == "cp1252":
        text = "".join(c if c < "\u0100" else "é" for c in text)
        if name in ("proquest-ja", "factiva-plain"):
            pytest.skip("Japanese is not written in cp1252")
    data = {
        "bom": b"\xef\xbb\xbf" + text.encode(),
        "crlf": text.replace("\n", "\r\n").encode(),
        "cp1252": text.encode("cp1252", "replace"),
        "form-feeds": text.replace("\n\nTitle:", "\n\f\nTitle:").encode(),
        "utf-16": text.encode("utf-16"),
    }[how]
    again = read_records("export.txt", data)
    assert [r.container.metadata.title for r in again] == TITLES[name]


def test_an_export_that_was_cut_off_says_how_many_are_missing() -> None:
    cut = LEXIS_NEXIS.split("                               2 of 2")[0]
    parts = read_parts("export.txt", cut.encode())
    assert [part.member for part in parts] == ["1", "2–2"]
    assert isinstance(parts[1], Refused)
    assert "says it holds: 2; articles that are in it: 1" in said(parts[1].reason)


def test_an_export_in_which_no_article_is_found_is_read_as_one_and_says_so() -> None:
    text = "Headline: x\n\nLoad-Date: May 1, 1990\n\nLength: 2 words\n\nByline: y\n"
    (record,) = read_records("export.txt", text.encode())
    assert record.notes == ("intake.note_export_unsplit",)
    assert record.version.text == text


ARTICLES = [
    "The word length, he said: it has six letters.\n\nLength: 12 words\n\nThat was all.\n",
    "Subject: fish\n\nSection: four\n\nTitle: Mr.\n\nHe wrote it down.\n",
    "HD\nwas the mark on the box.\nAN\nanswer was not given.\n",
    "ProQuest bought the archive, it was said in Naha. Full text: see below.\n",
    "He read 212 words\n\nDocument ABCDEFGHIJ12 was missing.\n",
]


@pytest.mark.parametrize("text", ARTICLES)
def test_an_article_that_speaks_of_such_things_is_an_article(text: str) -> None:
    (record,) = read_records("article.txt", text.encode())
    assert record.member == ""
    assert record.container.form == ""
    assert record.version.text == text


def test_the_same_export_twice_gives_the_same_records() -> None:
    for name, text in ALL.items():
        assert read_records("other.txt", text.encode()) == read(name)


def test_records_without_numbers_are_told_apart_by_separators_alone() -> None:
    line = "\n" + "_" * 60 + "\n\n"
    one = "Title {n}\n\nPublication info: Harbor Chronicle; Naha.\n\nFull text: Text {n}.\n"
    tail = "\nTitle: Title {n}\n\nPublication title: Harbor Chronicle\n\nPages: {n}\n"
    text = line.join((one + tail).format(n=n) for n in range(1, 40))
    records = read_records("export.txt", text.encode())
    assert [r.container.metadata.title for r in records] == [f"Title {n}" for n in range(1, 40)]


@pytest.mark.parametrize("filler", ["x" * 200_000, "A: " * 50_000, ";" * 100_000, "_" * 100_000])
def test_long_lines_in_an_export_take_no_long_time(filler: str) -> None:
    text = PROQUEST.replace("Publication info: ", f"Publication info: {filler}")
    text = text.replace("港は静かだ。", filler)
    assert len(read_records("export.txt", text.encode())) == 2


@pytest.mark.parametrize("cell", ["{code}\t{value}", "{code}  {value}", "|{code}|{value}|"])
def test_codes_may_stand_beside_their_values_as_in_a_table(cell: str) -> None:
    """So a document reader gives the cells of an export in RTF or DOCX."""
    lines = FACTIVA.split("\n")
    codes = {"SE", "HD", "BY", "WC", "PD", "ET", "SN", "SC", "PG", "LA", "CY", "CO", "RE", "AN"}
    joined, at = [], 0
    while at < len(lines):
        is_code = lines[at] in codes and "boat" not in lines[at + 1]
        pair = cell.format(code=lines[at], value=lines[at + 1]) if is_code else lines[at]
        joined.append(pair)
        at += 2 if is_code else 1
    first, second = read_records("export.txt", "\n".join(joined).encode())
    assert first.container.metadata.title == "Bay to be opened, ministry says"
    assert first.container.metadata.publisher == "The Meridian Daily"
    assert first.container.published == "5 January 1972"
    assert second.container.metadata.title == "Fishermen thank the ministry"


def docx_of(text: str) -> bytes:
    """The text as a Word file, a paragraph a line."""
    from docx import Document

    made = Document()
    for line in text.split("\n"):
        made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def rtf_of(text: str) -> bytes:
    """The text as RTF, a paragraph a line."""
    units = "".join(c if c.isascii() else _rtf_escape(c) for c in text)
    return ("{\\rtf1\\ansi\\deff0 " + units.replace("\n", "\\par\n") + "}").encode("ascii")


def _rtf_escape(char: str) -> str:
    data = char.encode("utf-16-le")
    units = [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]
    return "".join(f"\\u{unit if unit < 0x8000 else unit - 0x10000}?" for unit in units)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("form", ["docx", "rtf"])
def test_an_export_saved_as_a_document_comes_apart_alike(name: str, form: str) -> None:
    data = docx_of(ALL[name]) if form == "docx" else rtf_of(ALL[name])
    records = read_records(f"export.{form}", data)
    assert [record.container.metadata.title for record in records] == TITLES[name]
    for record in records:
        assert record.container.published
        assert body(record)
