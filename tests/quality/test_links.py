"""The answers about names are well formed, and the scorer reads them as their writers meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quality.links import cases, ids_of, marked, place
from tests.quality.score import QUALITY
from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge import base

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = sorted(QUALITY.glob("*/links"))
TYPES = {kind.value for kind in EntityType}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_name_in_question_stands_in_its_text(folder: Path) -> None:
    for case in cases(folder / "cases.tsv"):
        assert place(case.text, case.words, case.nth).of(case.text) == case.words
        assert case.type in TYPES | {"-"}
        assert case.expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_mark_has_a_type_and_leaves_none_behind(folder: Path) -> None:
    for path in (folder / "articles").glob("*.txt"):
        article = marked(path)
        assert article.names
        assert article.published
        assert not set("⟦⟧") & set(article.text), path
        assert {kind for _, kind, _ in article.names} <= TYPES, path


def test_marks_become_spans(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("published: 2009-02-24\n\n𠮷 ⟦Aso|PERSON|Taro Aso⟧ in ⟦Naha|GPE|-⟧.\n", "utf-8")
    article = marked(path)
    assert (article.text, article.published) == ("𠮷 Aso in Naha.\n", "2009-02-24")
    assert article.names == (
        (Span(2, 5), "PERSON", "Taro Aso"),
        (Span(9, 13), "GPE", "-"),
    )


def test_who_is_meant_is_known_by_any_full_name() -> None:
    knowledge = base.load()
    assert ids_of("Taro Aso", knowledge) == {"person/taro-aso"}
    assert ids_of("Nobody Of This Name", knowledge) == frozenset()
