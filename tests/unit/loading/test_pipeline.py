"""One record through every stage."""

from __future__ import annotations

import pytest

from tests.helpers.builders import TINY, TINY_DATES, an_article
from usjp_reader.domain.articles import Analysed
from usjp_reader.domain.dates import Status
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.readers import read_records
from usjp_reader.knowledge import base
from usjp_reader.loading import pipeline


def analysed(name: str, text: str) -> Analysed:
    (record,) = read_records(name, text.encode())
    return pipeline.analyse(record, name, base.load())


@pytest.mark.parametrize("name", TINY)
def test_what_an_article_states_is_read(name: str) -> None:
    found = analysed(name, TINY[name])
    title = TINY[name].split("title: ")[1].split("\n")[0]
    assert found.metadata.title == title
    value = found.published.value
    assert (value.value if value else None) == TINY_DATES[name]


@pytest.mark.parametrize("name", TINY)
def test_every_position_is_inside_the_text_it_was_read_from(name: str) -> None:
    found = analysed(name, TINY[name])
    text = found.version.text
    for mention in found.mentions:
        assert mention.span.of(text) == mention.text
    for time in found.times:
        assert time.span.of(text) == time.text
    for line in found.lines:
        assert "\n" not in line.span.of(text)
        assert text.split("\n")[line.number - 1] == line.span.of(text)


PAGE = """Pacific Courier

Aso meets Obama

By ANN LEE

WASHINGTON, Feb. 24, 2009 (AP) — President Barack Obama told Prime Minister Taro Aso on Tuesday
that the United States wants to strengthen ties with Japan, the cornerstone of its policy.

Copyright 2009 Pacific Courier
"""


def test_what_a_page_says_of_itself_is_read() -> None:
    found = analysed("aso.txt", PAGE)
    assert found.published.value is not None
    assert found.published.value.value == "2009-02-24"
    assert found.published.is_stated
    assert (found.metadata.title, found.metadata.publisher) == (
        "Aso meets Obama",
        "Pacific Courier",
    )
    assert (found.metadata.authors, found.metadata.get("source")) == (("Ann Lee",), "AP")


def test_line_ends_and_a_mark_of_byte_order_change_nothing() -> None:
    other = analysed("aso.txt", "\ufeff" + PAGE.replace("\n", "\r\n"))
    assert other.version.sha == analysed("aso.txt", PAGE).version.sha


def test_the_same_record_is_read_the_same_twice() -> None:
    name = "2009-obama.md"
    assert analysed(name, TINY[name]) == analysed(name, TINY[name])


def test_a_title_and_a_source_are_taken_from_the_path_where_there_is_none() -> None:
    bare = an_article("x\n", publisher=None)
    bare = Analysed(
        bare.version,
        bare.metadata.updated("title", None),
        bare.published,
        bare.lines,
        (),
        (),
        bare.derived,
    )
    found = pipeline.with_fallbacks(bare, "港の記事/1951/note-07.txt").metadata
    assert (found.title, found.publisher, found.source) == ("note-07", None, "1951")
    field = found.field("container-title")
    assert field is not None
    assert field.status is Status.INFERRED


def test_words_of_both_languages_are_counted() -> None:
    english = an_article("Title\n\nIt's the well-known U.S. port of 1951.\n")
    assert pipeline.word_count(english) == 8
    japanese = an_article("題\n\n日米安保条約は沖縄県に及ぶ。\n")
    assert pipeline.word_count(japanese) == round(14 / 2.2)


def test_the_lead_is_the_beginning_of_the_text_after_its_title() -> None:
    made = an_article("Title 😀\n\n" + "The 𠮷田 papers say much. " * 20 + "\n")
    start = pipeline.lead(made)
    assert start.startswith("The 𠮷田 papers")
    assert start.endswith("…")
    assert len(start) <= 241
    assert pipeline.lead(an_article("Only a title\n")) == "Only a title"


def test_every_stage_is_named_with_its_version() -> None:
    names = [part.partition("=")[0] for part in pipeline.STAGES.split()]
    assert names == ["normalise", "clean", "derive", "date", "link", "time", "story"]


def test_the_uid_rests_on_the_text_and_what_its_container_states() -> None:
    (one,) = read_records("a.txt", TINY["1951-treaty.txt"].encode())
    (other,) = read_records("b.md", TINY["1951-treaty.txt"].encode())
    assert pipeline.uid_of(one) == pipeline.uid_of(other)
    assert TextVersion.of(one.version.text, "1", "1").sha == one.version.sha
