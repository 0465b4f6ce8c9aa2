"""What every test shares: an offscreen screen, and a home of its own for the program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for settings, logs and libraries that is empty and nobody else's."""
    place = tmp_path / "home"
    monkeypatch.setenv("USJP_READER_HOME", str(place))
    monkeypatch.delenv("USJP_READER_LIBRARY", raising=False)
    return place
