"""From a file to a dated article through the one door of the package."""

# ruff: noqa: E501  (cases stay on one line)

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.intake.terms import SmallTerms, candidates_in
from usjp_reader.domain.dates import Status
from usjp_reader.intake.reading import VERSIONS, clean, metadata_of, read, read_file

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """Pacific Courier

Aso meets Obama

By ANN LEE

WASHINGTON, Feb. 24, 2009 (AP) — President Barack Obama told Prime Minister Taro Aso on Tuesday that the
United States wants to strengthen ties with Japan, the cornerstone of its policy in East Asia.

Copyright 2009 Pacific Courier
"""


def test_a_file_becomes_a_dated_article(tmp_path: Path) -> None:
    path = tmp_path / "aso.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    (record,) = read_file(path)
    labelled = clean(record)
    reading = read(record, labelled, path.name, candidates_in(record.version.text), SmallTerms())
    assert reading.published.value is not None
    assert reading.published.value.value == "2009-02-24"
    assert reading.published.is_stated
    assert reading.metadata.title == "Aso meets Obama"
    assert reading.metadata.authors == ("Ann Lee",)
    assert reading.metadata.publisher == "Pacific Courier"
    assert reading.metadata.get("source") == "AP"


def test_what_the_page_says_is_stated_and_what_we_think_is_inferred(tmp_path: Path) -> None:
    path = tmp_path / "aso.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    (record,) = read_file(path)
    metadata = metadata_of(record, clean(record))
    title, publisher = metadata.field("title"), metadata.field("container-title")
    assert title is not None
    assert publisher is not None
    assert (title.status, publisher.status) == (Status.INFERRED, Status.STATED)


def test_the_same_file_is_read_the_same_way_twice(tmp_path: Path) -> None:
    path = tmp_path / "aso.txt"
    path.write_bytes(("\ufeff" + ARTICLE.replace("\n", "\r\n")).encode())
    (once,), (twice,) = read_file(path), read_file(path)
    assert once == twice
    assert clean(once) == clean(twice)
    path.write_text(ARTICLE, encoding="utf-8")
    assert read_file(path)[0].version.sha == once.version.sha


def test_every_stage_has_a_version() -> None:
    assert set(VERSIONS) == {"normalise", "clean", "date"}
