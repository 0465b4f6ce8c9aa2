"""Quotations keep the printed characters and leave out what is not the article's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.export.articles import article
from usjp_reader.domain.spans import Span
from usjp_reader.domain.texts import LineKind
from usjp_reader.export.quoting import as_quoted

GOLDEN = Path(__file__).parents[2] / "goldens" / "export" / "quoted.txt"


def cases() -> list[tuple[str, str, str]]:
    found = []
    for block in GOLDEN.read_text(encoding="utf-8").split("==== ")[1:]:
        name, _, rest = block.partition("\n")
        text, _, quoted = rest.partition("\n----\n")
        found.append((name, text, quoted.removesuffix("\n")))
    return found


@pytest.mark.parametrize(("name", "text", "quoted"), cases(), ids=[case[0] for case in cases()])
def test_a_passage_is_quoted_as_in_its_golden(name: str, text: str, quoted: str) -> None:
    start, end = text.index("[["), text.index("]]") - 2
    plain = text.replace("[[", "").replace("]]", "")
    furniture = {line: LineKind.AD for line in plain.split("\n") if line.startswith("# ")}
    assert as_quoted(article(plain, furniture), Span(start, end)) == quoted


@given(st.text(st.sampled_from("aB 沖😀\u00a0“”"), min_size=1), st.data())
def test_a_passage_within_a_line_is_never_changed(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(line))))
    assert as_quoted(article(line), span) == span.of(line)


def test_a_passage_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond the text"):
        as_quoted(article("short"), Span(2, 9))
