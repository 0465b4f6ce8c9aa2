"""Files become records: plain text and Markdown, with what their front matter states."""

from __future__ import annotations

import pytest

from usjp_reader.config.messages import explained
from usjp_reader.domain.dates import Status
from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import read_records
from usjp_reader.intake.readers.front_matter import front_matter

YAML = """---
title: "Two treaties: before supper"
date: 1951-09-09
authors:
  - Josiah Penhallow
  - 山田 太郎
site: The Meridian Review
source: 'ProQuest'
url: https://example.com/1951/09/09/two
language: en
tags: [a, b]
---
# Two treaties: before supper

Text."""


def test_markdown_stays_as_it_was_written() -> None:
    (record,) = read_records("two.md", YAML.encode())
    assert record.version.text == YAML
    assert record.member == ""
    assert record.version.extractor == "markdown-1"


def test_front_matter_states_the_fields_of_a_citation() -> None:
    (record,) = read_records("two.md", YAML.encode())
    metadata = record.container.metadata
    assert metadata.title == "Two treaties: before supper"
    assert metadata.authors == ("Josiah Penhallow", "山田 太郎")
    assert metadata.publisher == "The Meridian Review"
    assert metadata.get("source") == "ProQuest"
    assert metadata.get("URL") == "https://example.com/1951/09/09/two"
    assert record.container.published == "1951-09-09"
    stated = metadata.field("title")
    assert stated is not None
    assert stated.status is Status.STATED


def test_toml_front_matter_is_read_too() -> None:
    text = '+++\ntitle = "One"\ndate = 2009-02-24\nauthor = ["A B", "C D"]\n+++\nText.'
    (record,) = read_records("one.markdown", text.encode())
    assert record.container.metadata.title == "One"
    assert record.container.metadata.authors == ("A B", "C D")
    assert record.container.published == "2009-02-24"


@pytest.mark.parametrize(
    "text",
    [
        "title: this is only a sentence\n\nText.",
        "---\nA rule above a poem.\n---\nText.",
        "---\ntitle: never closed\n\nText.",
        "+++\nnot = [toml\n+++\nText.",
        "----\ntitle: x\n----\n",
        "--- title: x\n---",
    ],
)
def test_what_is_not_plainly_front_matter_is_article(text: str) -> None:
    assert front_matter(text) is None


def test_comments_blanks_and_nested_values_are_allowed() -> None:
    matter = front_matter("---\n# made by hand\n\ntitle: T\nimage:\n  src: x.png\n---\nText")
    assert matter is not None
    assert matter.lines == 7
    assert matter.container.metadata.title == "T"


def test_a_specimen_says_that_it_is_one() -> None:
    text = "Title\n\nText of some length.\n\nSpecimen, written 2026（見本・2026年作成）\n"
    (record,) = read_records("x.txt", text.encode())
    assert record.container.metadata.is_specimen


def test_an_article_about_specimens_is_none() -> None:
    (record,) = read_records("x.txt", b"The Specimen, written 2026 times, is old.")
    assert not record.container.metadata.is_specimen


def test_pages_of_a_scanned_article_are_kept() -> None:
    (record,) = read_records("x.txt", b"one\n- 7 -\ftwo\n- 8 -")
    assert record.version.page_at(0) == "7"
    assert record.version.page_at(len("one\n- 7 -\ntw")) == "8"


def test_a_name_without_suffix_is_taken_for_text() -> None:
    assert read_records("article", b"text")[0].version.text == "text"


def test_formats_we_do_not_know_are_refused() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_records("figures.qqq", b"1;2;3")
    assert caught.value.message.key == "intake.unknown_suffix"


@pytest.mark.parametrize(
    ("name", "key"),
    [("a.xls", "is_spreadsheet"), ("a.pages", "is_other_word"), ("a.jpg", "no_picture"),
     ("a.7z", "is_archive"), ("a.mobi", "is_book"), ("a.msg", "is_mailbox"), ("a.mp3",
     "is_recording"), ("a.pptx", "is_slides"), ("a.url", "is_link"), ("a.jtd", "is_other_word")],
)  # fmt: skip
def test_of_formats_that_are_not_read_it_is_said_what_to_do(name: str, key: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_records(name, b"1;2;3")
    assert caught.value.message.key == f"intake.{key}"
    assert (
        " save " in explained(caught.value)
        or " convert " in explained(caught.value)
        or (key in ("no_picture", "is_archive", "is_recording"))
    )


def test_what_was_mended_is_noted() -> None:
    (record,) = read_records("x.txt", "Abeâ€™s and Obamaâ€™s".encode())
    assert record.notes == ("intake.note_mojibake",)
