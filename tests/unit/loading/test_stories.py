"""Stories are found as articles arrive, whatever their order, and fall apart when texts change."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.helpers.libraries import article_titled, imported, opened
from tests.helpers.wire import TEXTS, write
from usjp_reader.store.corpus import stories
from usjp_reader.store.corpus.database import CorpusDatabase

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.library import Library


def groups(library: Library) -> set[frozenset[str]]:
    with CorpusDatabase(library.folder.corpus_db, read_only=True).reading() as connection:
        titles = dict(connection.execute("SELECT uid, title FROM article").fetchall())
        return {
            frozenset(titles[one] for one in stories.members(connection, uid))
            for uid in titles
            if stories.members(connection, uid)
        }


STORY = frozenset({"Chip talks on Monday", "Chip talks to begin", "Hope for the makers of chips"})


@pytest.mark.parametrize("seed", range(4))
def test_the_stories_are_the_same_in_whatever_order_articles_came(
    tmp_path: Path, seed: int
) -> None:
    names = list(TEXTS)
    random.Random(seed).shuffle(names)
    with opened(tmp_path / "lib") as library:
        for name in names[:3]:
            imported(library, write(tmp_path / name[:-4], name))
        imported(library, *(write(tmp_path / name[:-4], name) for name in names[3:]))
        assert groups(library) == {STORY}


def test_an_article_whose_text_changed_leaves_its_story(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        for name in TEXTS:
            write(tmp_path / "src", name)
        imported(library, tmp_path / "src")
        other = "Something else entirely is told here now, of silk and of ships and of tea. "
        path = tmp_path / "src" / "gull.txt"
        head = path.read_text(encoding="utf-8").split("\n\n")[0]
        path.write_text(f"{head}\n\n{other * 3}", encoding="utf-8")
        imported(library, tmp_path / "src")
        assert groups(library) == {STORY - {"Hope for the makers of chips"}}


def test_a_story_of_one_is_none(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, *(write(tmp_path / "src", name) for name in ("harbor.txt", "ledger.txt")))
        assert len(groups(library)) == 1
        said = {"published": "1999-01-01"}
        for title in ("Chip talks on Monday", "Chip talks to begin"):
            article = article_titled(library, title)
            library.correcting.set_fields([article], said).result()
            library.work.settle()
            assert len(groups(library)) == (0 if title == "Chip talks on Monday" else 1)


def test_a_corrected_date_parts_what_is_no_longer_near(tmp_path: Path) -> None:
    with opened(tmp_path / "lib") as library:
        imported(library, *(write(tmp_path / "src", name) for name in TEXTS))
        later = article_titled(library, "Chip talks on Monday again")
        library.correcting.set_fields([later], {"published": "1987-05-01"}).result()
        library.work.settle()
        assert groups(library) == {STORY | {later.metadata.title or ""}}
        library.correcting.set_fields([later], {"published": None}).result()
        library.work.settle()
        assert groups(library) == {STORY}
