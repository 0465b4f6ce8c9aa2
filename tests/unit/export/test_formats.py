"""Every format gives the words back as they were, and nothing in them is ever run."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.export.articles import NOW, article, dated, row
from usjp_reader.config.messages import explained, said
from usjp_reader.domain.dates import Status
from usjp_reader.domain.errors import ExportError
from usjp_reader.domain.passages import PassageState
from usjp_reader.domain.texts import LineKind
from usjp_reader.export.csv import guarded
from usjp_reader.export.formats import FORMATS, format_named, write_file
from usjp_reader.export.markdown import escaped
from usjp_reader.export.rows import ExportRow

GOLDENS = Path(__file__).parents[2] / "goldens" / "export"
FIXED_KEYS = (
    "id article quote prefix suffix start end colour note tags state creator created modified"
)


def rows() -> list[ExportRow]:
    naha = article(
        "𠮷野 | said <b>\n# Advertisement\n1. `we` wait 😀.",
        {"# Advertisement": LineKind.AD},
        dated("1972-05-15", Status.INFERRED),
        title="The *islands* <change> hands",
        container_title="Harbor Chronicle",
    )
    osaka = article(
        "Traders sold.", published=dated("1971-08-16"), title="Dollars", genre="specimen"
    )
    return [
        row(
            naha, "said <b>\n# Advertisement\n1. `we`", note="=1+1\n- no & yes", tags=("a/b", "c_d")
        ),
        row(naha, "𠮷野", "p2", state=PassageState.CHECK),
        row(osaka, "sold", "p3"),
    ]


def written(name: str, of: list[ExportRow] | None = None) -> str:
    out = io.StringIO(newline="")
    FORMATS[name].write(rows() if of is None else of, out)
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_looks_like_its_golden(name: str) -> None:
    golden = GOLDENS / f"passages{FORMATS[name].suffix}"
    assert written(name) == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_counts_what_rests_on_inferred_dates(name: str) -> None:
    tally = FORMATS[name].write(rows(), io.StringIO())
    assert (tally.passages, tally.unconfirmed) == (3, 2)
    assert "not confirmed: 2" in said(tally.message)


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_of_nothing_is_still_a_file_of_its_kind(name: str) -> None:
    assert written(name, [])


def test_json_has_the_fixed_keys_first_and_positions_into_the_text() -> None:
    for made, value in zip(rows(), json.loads(written("json")), strict=True):
        assert list(value)[:14] == FIXED_KEYS.split()
        text = made.article.version.text
        assert text[value["start"] : value["end"]] == value["quote"]
        assert value["created"] == NOW.isoformat()


def test_a_passage_whose_text_changed_is_quoted_as_it_was_marked() -> None:
    made = rows()[0]
    newer = article("Something else", title="The islands")
    assert ExportRow(made.passage, newer).quoted == made.passage.anchor.exact


cells = st.text(st.characters(exclude_categories=["Cs"]))


@given(cells)
def test_no_cell_is_a_formula_and_no_text_is_lost(cell: str) -> None:
    safe = guarded(cell)
    assert not re.match(r"\s*[=+\-@＝＋－＠]", safe)
    kept = cell.replace("\0", "\ufffd")
    assert safe.removeprefix("'") in {kept, kept.removeprefix("'")}


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r", "＝1", "  =1", "\u200b=1", "\0=1"]
)
def test_what_a_spreadsheet_might_run_is_given_an_apostrophe(cell: str) -> None:
    assert guarded(cell).startswith("'")


def test_a_table_can_be_read_back_cell_by_cell() -> None:
    table = list(csv.DictReader(io.StringIO(written("csv"), newline="")))
    assert [line["id"] for line in table] == ["p1", "p2", "p3"]
    assert table[0]["note"] == "'=1+1\n- no & yes"
    assert table[0]["tags"] == "a/b; c_d"


@given(cells)
def test_markdown_gives_back_what_was_escaped(text: str) -> None:
    safe = escaped(text)
    assert re.sub(r"\\(.)", r"\1", safe, flags=re.DOTALL) == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]<>#&|~]", safe)


def test_html_shows_marks_of_html_as_text() -> None:
    page = written("html")
    assert "said &lt;b&gt;" in page
    assert "default-src 'none'" in page
    assert "<b>" not in page


def test_an_unknown_format_is_named_with_those_that_exist() -> None:
    with pytest.raises(ExportError) as caught:
        format_named("docx")
    assert "md, html, csv, json" in explained(caught.value)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_written_whole_and_read_back(name: str, tmp_path: Path) -> None:
    target = tmp_path / f"passages{FORMATS[name].suffix}"
    write_file(rows(), target, FORMATS[name])
    raw = target.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") == (name == "csv")
    assert raw.decode("utf-8-sig") == written(name)
    assert list(tmp_path.iterdir()) == [target]
