"""Switching the second recogniser on or off in the window has the articles read again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.helpers import recognisers
from usjp_reader.analysis.entities import second_recogniser
from usjp_reader.analysis.entities.second_recogniser import found_by
from usjp_reader.domain.reports import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.window.conftest import Person

TEXT = "Harbour opens\n\nNAHA, May 15, 1972 — The Bramblewick opened it, and Eisaku Sato came.\n"


@pytest.fixture(autouse=True)
def _with_spacy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    recognisers.install(monkeypatch, {"Bramblewick": "ORG"})
    yield
    second_recogniser._pipeline.cache_clear()


@pytest.fixture
def person(somebody: Callable[[], Person], tmp_path: Path) -> Person:
    """Somebody who reads an article."""
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    person = somebody()
    person.opens(tmp_path / "library")
    person.imports(tmp_path / "one.txt")
    person.qtbot.waitUntil(lambda: person.window.session.article is not None)
    return person


def switch(person: Person, *, on: bool) -> None:
    person.window.session.change_settings(lambda s: replace(s, second_recogniser=on))


def added(person: Person) -> list[str]:
    """The names in the open article that only the second recogniser found."""
    article = person.window.session.article
    assert article is not None
    return [one.text for one in article.mentions if found_by(one)]


def test_the_open_article_shows_at_once_what_was_added(person: Person) -> None:
    assert added(person) == []
    for is_on in (True, False):
        switch(person, on=is_on)
        person.qtbot.waitUntil(lambda: added(person) == ["Bramblewick"] * is_on)  # noqa: B023


def test_switched_while_files_are_imported_all_are_read_with_it_in_the_end(
    person: Person, tmp_path: Path
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    for number in range(40):
        (more / f"{number}.txt").write_text(TEXT.replace("came", f"came {number} times"), "utf-8")
    libraries, session = person.window.libraries, person.window.session
    with person.qtbot.waitSignal(libraries.filling_ended) as ended:
        libraries.import_paths([more])
        switch(person, on=True)
    assert ended.args[0].count(Outcome.LOADED) == 40
    person.qtbot.waitUntil(lambda: session.library.imports.stale() == ())
    person.qtbot.waitUntil(lambda: added(person) == ["Bramblewick"])


def test_files_that_come_while_articles_are_read_again_do_not_wait_for_all_of_them(
    person: Person, tmp_path: Path
) -> None:
    libraries, session = person.window.libraries, person.window.session
    (tmp_path / "two.txt").write_text(TEXT.replace("opens", "closes"), encoding="utf-8")
    with person.qtbot.waitSignal(libraries.filling_ended) as ended:
        switch(person, on=True)
        libraries.import_paths([tmp_path / "two.txt"])
    assert ended.args[0].count(Outcome.LOADED) == 1
    person.qtbot.waitUntil(lambda: session.library.imports.stale() == ())
    person.qtbot.waitUntil(lambda: added(person) == ["Bramblewick"])
