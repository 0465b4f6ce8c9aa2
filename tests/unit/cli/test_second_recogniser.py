"""Names by spaCy on the command line: asked for by `--nlp`, told where they cannot be had."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.helpers import recognisers
from usjp_reader.analysis.entities import second_recogniser
from usjp_reader.config import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.unit.cli.conftest import CommandLine

TEXT = "Harbour opens\n\nNAHA, May 15, 1972 — The Bramblewick opened it, and Eisaku Sato came.\n"
HOW = "pip install 'usjp-reader[nlp]'"


@pytest.fixture(autouse=True)
def _afresh() -> Iterator[None]:
    yield
    second_recogniser._pipeline.cache_clear()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_inspect_marks_what_was_added(
    run: CommandLine, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognisers.install(monkeypatch, {"Bramblewick": "ORG"})
    plain, more = run("inspect", article, "--json"), run("inspect", article, "--json", "--nlp")
    assert (plain.code, more.code, more.err) == (0, 0, "")
    added = [one for one in more.json["entities"] if one not in plain.json["entities"]]
    assert [one["text"] for one in added] == ["Bramblewick"]
    assert added[0]["found_by"] == f"spaCy, {recognisers.MODEL}"
    assert added[0]["why"].startswith(f"Found by spaCy, {recognisers.MODEL}")
    rest = [one for one in more.json["entities"] if one not in added]
    assert {**more.json, "entities": rest} == plain.json
    told = run("inspect", article, "--nlp").out
    assert f"Bramblewick → ?: Found by spaCy, {recognisers.MODEL}" in told


def test_inspect_without_spacy_says_how_to_get_it_and_goes_on(
    run: CommandLine, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognisers.uninstall(monkeypatch)
    said = run("inspect", article, "--json", "--nlp")
    assert (said.code, said.out) == (0, run("inspect", article, "--json").out)
    assert HOW in said.err
    assert said.err.count("\n") == 1


def test_inspect_does_not_heed_the_settings(
    run: CommandLine, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognisers.install(monkeypatch, {"Bramblewick": "ORG"})
    plain = run("inspect", article, "--json").out
    settings.update(lambda s: replace(s, second_recogniser=True))
    assert run("inspect", article, "--json").out == plain


def test_an_import_without_spacy_says_how_to_get_it_and_goes_on(
    run: CommandLine, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognisers.uninstall(monkeypatch)
    settings.update(lambda s: replace(s, second_recogniser=True))
    said = run("import", article)
    assert said.code == 0
    assert said.out.startswith("1 file: 1 loaded")
    assert HOW in said.err
