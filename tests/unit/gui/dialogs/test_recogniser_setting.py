"""The second recogniser in the settings: to be switched on where spaCy is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from tests.helpers import recognisers
from usjp_reader.config.settings import Settings
from usjp_reader.gui.dialogs.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def dialog_with(qtbot: QtBot, settings: Settings) -> tuple[SettingsDialog, list[Settings]]:
    """A dialog, and what it tells."""
    dialog = SettingsDialog(settings)
    told: list[Settings] = []
    qtbot.addWidget(dialog)
    dialog.changed.connect(told.append)
    return dialog, told


def words(dialog: SettingsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_is_switched_on_by_done(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    recognisers.install(monkeypatch, {})
    dialog, told = dialog_with(qtbot, Settings())
    assert dialog._recogniser.isEnabled()
    assert recognisers.MODEL in words(dialog)
    dialog._recogniser.click()
    dialog._size.set_value(20)
    assert [one.second_recogniser for one in told] == [False]
    dialog.accept()
    assert (told[-1].second_recogniser, told[-1].font_size) == (True, 20)
    assert len(told) == 2


def test_cancel_leaves_it_as_it_was(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    recognisers.install(monkeypatch, {})
    dialog, told = dialog_with(qtbot, Settings(second_recogniser=True))
    assert dialog._recogniser.isChecked()
    dialog._recogniser.click()
    dialog.reject()
    assert told == []


def test_without_spacy_it_says_how_to_get_it_and_keeps_what_was_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognisers.uninstall(monkeypatch)
    dialog, told = dialog_with(qtbot, Settings(second_recogniser=True))
    assert not dialog._recogniser.isEnabled()
    assert "pip install 'usjp-reader[nlp]'" in words(dialog)
    assert "pip install" in dialog._recogniser.accessibleDescription()
    dialog.accept()
    assert told == []
    assert dialog.settings.second_recogniser
