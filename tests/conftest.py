"""What every test shares: an offscreen screen, and a home of its own for the program."""

from __future__ import annotations

import os
from functools import partialmethod
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

PATIENCE = 60_000
"""Milliseconds. How long a test waits for what must come: a busy machine is no fault."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("unhurried", deadline=None)  # no test is a matter of time
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for settings, logs and libraries that is empty and nobody else's."""
    place = tmp_path / "home"
    monkeypatch.setenv("USJP_READER_HOME", str(place))
    monkeypatch.delenv("USJP_READER_LIBRARY", raising=False)
    return place


class PatientBot(QtBot):
    """Waits longer than pytest-qt does, whose five seconds a loaded machine can exceed."""

    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)  # noqa: N815 - names of pytest-qt
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE)  # noqa: N815
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE)  # noqa: N815


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The one of pytest-qt, with more patience."""
    return PatientBot(request)
