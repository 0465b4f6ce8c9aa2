"""Citations word what is known, and mark what is only inferred."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.unit.export.articles import article, dated, metadata
from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.articles import FieldValue, Metadata
from usjp_reader.domain.citing import CITED
from usjp_reader.domain.dates import Status
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import PageLabel
from usjp_reader.export.citation import citation, cite

GOLDEN = Path(__file__).parents[2] / "goldens" / "export" / "citations.toml"
CASES = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_citation_reads_as_in_its_golden(case: dict[str, Any]) -> None:
    published = dated(case.get("date"), Status(case.get("status", "stated")))
    made = citation(metadata(**case["fields"]), published)
    assert made.text == case["citation"]
    assert made.is_unconfirmed == (case.get("status") == "inferred")


def test_a_date_that_the_reader_confirmed_is_not_marked() -> None:
    made = citation(metadata(title="A"), dated("2009-02-24", Status.CONFIRMED))
    assert made.text == "“A,” 24 February 2009."
    assert not made.is_unconfirmed


def test_what_a_citation_prints_although_it_is_inferred_is_named() -> None:
    guessed = Metadata.of(
        title=FieldValue("scan-0412", Status.INFERRED),
        container_title=FieldValue("papers", Status.INFERRED),
        page=FieldValue("4", Status.CONFIRMED),
    )
    made = citation(guessed, dated("2009-02-24", Status.INFERRED))
    assert "papers" not in made.text  # a newspaper that is only guessed is not printed
    assert made.unconfirmed == ("published", "title")
    assert citation(guessed, dated("2009-02-24")).unconfirmed == ("title",)
    assert citation(guessed, dated(None)).is_unconfirmed


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_field_that_is_printed_can_be_told_to_be_unconfirmed(language: str) -> None:
    parts = read_toml(resource("citations", f"{language}.toml"))["parts"]
    assert set(parts) - {"date", "pages", "container-title"} <= CITED


def test_the_page_of_the_passage_replaces_the_page_of_the_article() -> None:
    pages = (PageLabel(0, "11"), PageLabel(6, "12"))
    paged = article("First\nSecond", pages=pages, title="A", page="11–12")
    assert cite(paged, Span(7, 9)).text == "“A,” n.d., p. 12."
    assert cite(paged, Span(2, 9)).text == "“A,” n.d., pp. 11–12."
    assert cite(paged).text == "“A,” n.d., pp. 11–12."
