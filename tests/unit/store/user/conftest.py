"""A library of the reader's work that a test may open, close and break."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.user.owner import UserStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    found = LibraryFolder(tmp_path / "Bibliothèque 図書")
    found.create()
    return found


@pytest.fixture
def store(folder: LibraryFolder) -> Iterator[UserStore]:
    opened = UserStore(folder)
    yield opened
    opened.close()
