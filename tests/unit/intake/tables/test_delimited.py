"""Tables: columns are known by their names, and a bad row does not take the others along."""

from __future__ import annotations

import csv

import pytest

from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.dates import Status
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.domain.told import NOTHING, Told
from usjp_reader.intake.readers import delimited
from usjp_reader.intake.readers.delimited import read

TABLE = (
    "id,Headline,Newspaper,Date,Authors,Body,colour\n"
    'a1,"Bay, opened",Harbor Chronicle,1972-01-05,Ana de la Cruz,'
    '"He said ""yes"".\n\n港は静か😀",red\n'
    "a2,Second,Harbor Chronicle,1972-01-06,,The 𠮷田 papers.,\n"
)


def good(data: bytes, told: Told = NOTHING, name: str = "t.csv") -> list[Record]:
    return [part for part in read(name, data, told) if isinstance(part, Record)]


def bad(data: bytes) -> dict[str, str]:
    parts = read("t.csv", data)
    return {part.member: said(part.reason) for part in parts if isinstance(part, Refused)}


def test_columns_are_known_by_their_names() -> None:
    first, second = good(TABLE.encode())
    assert first.version.text == 'He said "yes".\n\n港は静か😀\n'
    metadata = first.container.metadata
    assert metadata.title == "Bay, opened"
    assert metadata.publisher == "Harbor Chronicle"
    assert metadata.authors == ("Ana de la Cruz",)
    assert first.container.published == "1972-01-05"
    assert second.container.metadata.authors == ()


def test_a_record_is_called_by_its_id_where_ids_are_told_apart() -> None:
    assert [record.member for record in good(TABLE.encode())] == ["a1", "a2"]
    again = TABLE.replace("a2", "a1")
    assert [record.member for record in good(again.encode())] == ["1", "2"]


def test_what_no_field_is_for_is_kept_aside() -> None:
    assert good(TABLE.encode())[0].container.aside == (("colour", "red"),)


@pytest.mark.parametrize(
    ("table", "kind", "status"),
    [
        ("newspaper,text\nHarbor Chronicle,It rains.\n", "article-newspaper", Status.STATED),
        ("紙名,本文\n港新聞,雨が降る。\n", "article-newspaper", Status.STATED),
        ("journal,text\nPacific Studies,It rains.\n", "article-journal", Status.STATED),
        ("source,type,text\nNARA,Telegram,It rains.\n", "personal_communication", Status.STATED),
        (
            "source,item type,text\nX,article-magazine,It rains.\n",
            "article-magazine",
            Status.STATED,
        ),
        ("source,genre,text\nX,News Article,It rains.\n", "article-newspaper", Status.STATED),
        ("outlet,url,text\nX,https://gull.example/1,It rains.\n", "webpage", Status.INFERRED),
        ("outlet,type,text\nX,post,It rains.\n", None, None),
        ("outlet,text\nX,It rains.\n", None, None),
        ("newspaper,text\n,It rains.\n", None, None),
    ],
)
def test_what_kind_of_item_a_row_is(table: str, kind: str | None, status: Status | None) -> None:
    (row,) = good(table.encode())
    found = row.container.metadata.field("type")
    assert (found.value if found else None, found.status if found else None) == (kind, status)


def test_a_type_that_nobody_knows_is_kept_aside() -> None:
    (row,) = good(b"newspaper,type,text\nHarbor Chronicle,premium,It rains.\n")
    assert row.container.metadata.get("type") == "article-newspaper"
    assert ("type", "premium") in row.container.aside


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + TABLE.encode(),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace(",", ";").replace("Bay;", "Bay,").encode(),
        ("sep=,\n" + TABLE).encode(),
        ("\n\n" + TABLE + "\n\n").encode(),
        TABLE.encode("utf-16"),
        TABLE.encode("utf-8").rstrip(b"\n"),
    ],
)
def test_how_the_table_was_saved_changes_nothing(data: bytes) -> None:
    assert [record.version.text for record in good(data)] == [
        'He said "yes".\n\n港は静か😀\n',
        "The 𠮷田 papers.\n",
    ]


def test_tabs_part_cells_too() -> None:
    table = "本文\t見出し\t掲載紙\t日付\n漁民は感謝した。\t感謝\t港日報\t昭和47年1月6日\n"
    (record,) = good(table.encode("cp932"), name="t.tsv")
    assert record.version.text == "漁民は感謝した。\n"
    assert record.container.metadata.publisher == "港日報"
    assert record.container.published == "昭和47年1月6日"


def test_the_reader_may_say_what_columns_mean() -> None:
    table = "c1,c2,text\nThe bay was opened.,Bay,not the text\n"
    told = Told((("text", "C1"), ("title", "c2"), ("author", "not there")))
    (record,) = good(table.encode(), told)
    assert record.version.text == "The bay was opened.\n"
    assert record.container.metadata.title == "Bay"
    assert record.container.aside == (("text", "not the text"),)


def test_a_table_without_a_column_for_the_text_names_its_columns() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read("t.csv", b"c1,c2\nx,y\n")
    assert "c1, c2" in said(caught.value.message)
    assert "--map" in said(caught.value.message)


def test_a_summary_is_the_text_only_where_there_is_no_other() -> None:
    (one,) = good(b"title,abstract,text\nT,short,long\n")
    assert one.version.text == "long\n"
    assert one.container.metadata.get("abstract") == "short"
    (other,) = good(b"title,abstract\nT,short\n")
    assert other.version.text == "short\n"


def test_a_row_without_text_is_told_by_its_number() -> None:
    table = b"title,text\nA,one\nB,\nC,  \nD,two\n"
    assert set(bad(table)) == {"2", "3"}
    assert [record.member for record in good(table)] == ["1", "4"]


def test_a_row_with_too_many_cells_is_told() -> None:
    told = bad(b"title,text\nA,one\nB,two, and three\nC,four\n")
    assert list(told) == ["2"]
    assert "row: 3;" in told["2"]


def test_a_quotation_mark_that_is_never_closed_costs_its_row_alone() -> None:
    table = b'title,text\nA,one\nB,"two\nC,three\nD,four\n'
    told = bad(table)
    assert list(told) == ["2"]
    assert "line 3" in told["2"]
    assert [record.version.text for record in good(table)] == ["one\n", "three\n", "four\n"]


def test_a_table_of_nothing_but_open_quotation_marks_comes_to_an_end() -> None:
    rows = "".join(f'A{n},"""{n}"\n' for n in range(2_001)) + 'B,"x\nC,y\n'
    assert read("t.csv", f"title,text\n{rows}".encode())


def test_a_cell_larger_than_an_article_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "_CELL", 1_000)
    before = csv.field_size_limit()
    table = b"title,text\nA,one\nB," + b"x" * 5_000 + b"\nC,three\n"
    assert list(bad(table)) == ["2"]
    assert [record.version.text for record in good(table)] == ["one\n", "three\n"]
    assert csv.field_size_limit() == before


def test_a_cell_of_more_than_128_kilobytes_is_read() -> None:
    text = "The 𠮷田 papers. " * 20_000
    (record,) = good(f"title,text\nA,{text}\n".encode())
    assert record.version.text == text + "\n"


def test_a_million_columns_are_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read("t.csv", b"text," * 1_000_000 + b"text\n")
    assert caught.value.message.key == "intake.too_many_columns"


@pytest.mark.parametrize("data", [b",,,\n", b"\n\n,\n"])
def test_a_table_without_names_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read("t.csv", data)
    assert caught.value.message.key == "intake.no_header"


def test_words_of_a_language_become_its_code() -> None:
    table = "text,language\na,English\nb,ja-JP\nc,日本語\nd,whatever it is\n"
    languages = [record.container.metadata.get("language") for record in good(table.encode())]
    assert languages == ["en", "ja", "ja", None]


def test_very_many_bad_rows_are_counted_at_the_end() -> None:
    told = bad(b"title,text\n" + b"A,\n" * 1_200)
    assert len(told) == 1_001
    assert "200" in told["…"]
