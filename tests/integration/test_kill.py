"""A process is killed at any moment: nothing acknowledged is lost, and an import goes on."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import imported, opened
from tests.helpers.processes import ended, line_from, started
from usjp_reader.domain.queries import ArticleQuery
from usjp_reader.library import Library, checked
from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.user.owner import rebuild

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

pytestmark = pytest.mark.slow

ROUNDS = 6
FILES = 100

_IMPORTER = """
import sys
from pathlib import Path
from usjp_reader.domain.progress import CancelToken
from usjp_reader.library import Library

library = Library(Path(sys.argv[1]))
print("open", flush=True)
for progress in library.imports.files([Path(sys.argv[2])], CancelToken()):
    print(progress.done, flush=True)
library.close()
print("closed", flush=True)
"""

_MARKER = """
import sys
from pathlib import Path
from usjp_reader.domain.passages import Colour
from usjp_reader.domain.queries import ArticleQuery
from usjp_reader.domain.spans import Span
from usjp_reader.library import Library

library = Library(Path(sys.argv[1]), creator="Hana")
(row, *_) = library.rows(library.find(ArticleQuery()), 0, 1)
article = library.article(row.uid)
number = 0
while True:
    number += 1
    passage, saved = library.marking.mark(article, Span(0, 5), Colour.PINK, f"note {number} 𠮷")
    saved.result()
    print(passage.id, flush=True)
"""


def source_files(folder: Path) -> Path:
    folder.mkdir()
    for number in range(FILES):
        text = f"Article {number} 😀\n\nThe delegation spoke of fish and of item {number} again.\n"
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


def lines_until(process: subprocess.Popen[str], wanted: str) -> None:
    while (line := line_from(process)) != wanted:
        assert line, "the process ended early"


def state(library: Library) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every article in order, with its title and its sources by name."""
    rows = library.rows(library.find(ArticleQuery()), 0, 10_000)
    return [
        (row.uid, row.title, tuple(place.path for place in library.article(row.uid).locators))
        for row in rows
    ]


def is_whole(library: Path) -> bool:
    with closing(sqlite3.connect(library / "corpus.db")) as connection:
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)")
        sets = connection.execute("PRAGMA integrity_check").fetchone()
        texts = connection.execute(
            "SELECT count(*) FROM article LEFT JOIN text ON text.sha = article.text_sha"
            " WHERE text.sha IS NULL"
        ).fetchone()
    return bool(sets == ("ok",) and texts == (0,))


def test_an_import_that_was_killed_goes_on_to_the_same_end(tmp_path: Path) -> None:
    source = source_files(tmp_path / "src")
    with opened(tmp_path / "undisturbed") as library:
        imported(library, source)
        expected = state(library)
    assert len(expected) == FILES
    dice = random.Random(1951)
    rounds = [tmp_path / f"lib{number}" for number in range(ROUNDS // 2)]
    for path in rounds:
        for _ in range(2):  # killed, and killed again while it goes on
            process = started(_IMPORTER, path, source)
            try:
                lines_until(process, "open")
                lines_until(process, str(dice.randrange(1, FILES)))
            finally:
                ended(process)
        assert checked(path).damaged == ()
        with opened(path) as library:
            report = imported(library, source)
            assert len(report.files) == FILES
            assert state(library) == expected
        assert is_whole(path)


def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    source = source_files(tmp_path / "src")
    for path in sorted(source.iterdir())[3:]:
        path.unlink()
    path = tmp_path / "lib"
    with opened(path) as library:
        imported(library, source)
    dice = random.Random(1960)
    acknowledged: list[str] = []
    for _ in range(ROUNDS):
        process = started(_MARKER, path)
        try:
            acknowledged += [line_from(process) for _ in range(dice.randrange(1, 40))]
        finally:
            acknowledged += _killed(process)
        assert checked(path).damaged == ()
        with opened(path) as library:
            passages = {passage.id for passage in library.passages()}
            assert set(acknowledged) <= passages
    _rebuilt_equals(path, tmp_path / "again", set(acknowledged))


def _killed(process: subprocess.Popen[str]) -> list[str]:
    """Kill it; what it still had said."""
    process.kill()
    process.wait()
    assert process.stdout is not None
    said = process.stdout.read().split("\n")
    ended(process)
    return [line for line in said[:-1] if line]


def _rebuilt_equals(path: Path, again: Path, acknowledged: set[str]) -> None:
    with opened(path) as library:
        passages = library.passages()
    folder = LibraryFolder(again)
    folder.create()
    shutil.copytree(path / "journal", folder.journal, dirs_exist_ok=True)
    rebuild(folder)
    with opened(again) as library:
        assert library.passages() == passages
        assert acknowledged <= {passage.id for passage in library.passages()}
