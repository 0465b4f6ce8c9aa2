"""The second recogniser of a library: switched on or off in the settings, for all articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.helpers import recognisers
from tests.helpers.libraries import finished, imported, opened, uids
from usjp_reader.analysis.entities import second_recogniser
from usjp_reader.analysis.entities.second_recogniser import found_by
from usjp_reader.config import settings
from usjp_reader.domain.progress import CancelToken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from usjp_reader.library import Library

TEXT = "Harbour opens\n\nNAHA, May 15, 1972 — The Bramblewick opened it, and Eisaku Sato came.\n"


@pytest.fixture(autouse=True)
def _afresh() -> Iterator[None]:
    yield
    second_recogniser._pipeline.cache_clear()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.txt").write_text(TEXT.replace("opens", "closes"), encoding="utf-8")
    return folder


def switch(*, on: bool) -> None:
    settings.update(lambda s: replace(s, second_recogniser=on))


def found(library: Library) -> list[str]:
    """The names that only the second recogniser found."""
    articles = (library.article(uid) for uid in sorted(uids(library)))
    return [one.text for article in articles for one in article.mentions if found_by(one)]


def test_articles_are_imported_with_it_once_it_is_switched_on(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognisers.install(monkeypatch, {"Bramblewick": "ORG"})
    switch(on=True)
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        assert found(library) == ["Bramblewick"] * 2
        assert library.imports.stale() == ()


def test_articles_are_read_again_when_it_is_switched_on_and_off(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognisers.install(monkeypatch, {"Bramblewick": "ORG"})
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        assert found(library) == []
        for is_on in (True, False):
            switch(on=is_on)
            assert len(library.imports.stale()) == 2
            assert finished(library.reread(CancelToken())) == 2
            assert library.imports.stale() == ()
            assert found(library) == ["Bramblewick"] * (2 if is_on else 0)


def test_switched_on_without_spacy_nothing_is_read_again(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognisers.uninstall(monkeypatch)
    switch(on=True)
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        assert library.imports.stale() == ()
        switch(on=False)
        assert library.imports.stale() == ()


def test_what_a_model_that_cannot_be_loaded_left_is_read_again_once_it_can(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch(on=True)
    recognisers.install_broken(monkeypatch)
    with opened(tmp_path / "lib") as library:
        imported(library, source)
        recognisers.install(monkeypatch, {"Bramblewick": "ORG"})
        assert finished(library.reread(CancelToken())) == 2
        assert found(library) == ["Bramblewick"] * 2
