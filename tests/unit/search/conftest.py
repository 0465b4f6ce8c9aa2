"""A corpus and a finder over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from usjp_reader.knowledge import base
from usjp_reader.search.finder import Finder
from usjp_reader.store.corpus.database import CorpusDatabase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[CorpusDatabase]:
    database = CorpusDatabase(tmp_path / "corpus.db")
    yield database
    database.close()


@pytest.fixture
def finder(corpus: CorpusDatabase) -> Finder:
    return Finder(corpus, base.load)
