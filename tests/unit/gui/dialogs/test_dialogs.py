"""Dialogs ask and say; what follows is decided by whoever opened them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from usjp_reader.config.settings import Settings
from usjp_reader.domain.progress import Progress
from usjp_reader.export.quoting import Wording
from usjp_reader.gui.dialogs.about_box import AboutBox
from usjp_reader.gui.dialogs.boxes import error_box, show_error
from usjp_reader.gui.dialogs.export_dialog import (
    ExportDialog,
    ExportFormat,
    ExportRequest,
    ExportScope,
)
from usjp_reader.gui.dialogs.library_dialog import NewLibraryDialog
from usjp_reader.gui.dialogs.overlay import LoadingOverlay
from usjp_reader.gui.dialogs.settings_dialog import SettingsDialog
from usjp_reader.gui.dialogs.shortcut_sheet import ShortcutSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SCOPES = (
    ExportScope("all", "All passages", 58, 12),
    ExportScope("filter", "Passages of the list", 1),
    ExportScope("selected", "Passages of the selection", 0),
)
FORMATS = (ExportFormat("md", ".md", "Markdown"), ExportFormat("csv", ".csv", "Table"))
FOLDER = Path("/documents")
GROUPS = (
    ("File", (("Import folder", "Ctrl+I"), ("Quit", "Ctrl+Q"))),
    ("Nothing", ()),
    ("Go", (("Next article", "J  Alt+Down"),)),
)


def press(widget: QWidget, words: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text() == words).click()


def an_export(qtbot: QtBot, **more: object) -> ExportDialog:
    dialog = ExportDialog(SCOPES, FORMATS, FOLDER, None, **more)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    return dialog


def test_export_asks_for_scope_format_and_file(qtbot: QtBot) -> None:
    dialog = an_export(qtbot)
    dialog.choose("filter", "csv", Path("/elsewhere/沖縄.csv"))
    with qtbot.waitSignal(dialog.requested) as asked:
        press(dialog, "Export")
    assert asked.args == [ExportRequest("filter", "csv", Path("/elsewhere/沖縄.csv"))]


def test_export_says_how_many_dates_nobody_confirmed(qtbot: QtBot) -> None:
    dialog = an_export(qtbot)
    assert dialog.note == "58 passages; 12 of the citations rest on what nobody confirmed."
    dialog.choose("filter")
    assert dialog.note == "1 passage; its citation rests on what was stated or confirmed."


def test_the_ending_of_the_file_follows_the_format(qtbot: QtBot) -> None:
    dialog = an_export(qtbot)
    dialog.choose("all", "csv")
    request = dialog.request
    assert request is not None
    assert request.path == FOLDER / "passages.csv"


def test_without_passages_or_file_nothing_is_exported(qtbot: QtBot) -> None:
    empty = ExportDialog([ExportScope("all", "All", 0)], FORMATS, FOLDER)
    qtbot.addWidget(empty)
    assert empty.request is None
    assert "no passages yet" in empty.note
    dialog = an_export(qtbot)
    dialog._path.setText("  ")
    with qtbot.assertNotEmitted(dialog.requested):
        press(dialog, "Export")
        dialog._on_go()


def test_how_misread_words_are_written_is_asked_only_where_there_are_some(qtbot: QtBot) -> None:
    scopes = (ExportScope("all", "All", 2, has_misread=True), ExportScope("selected", "Some", 1))
    dialog = ExportDialog(scopes, FORMATS, FOLDER)
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog._wording
    offered = [box.itemText(at) for at in range(box.count())]
    assert offered == ["As printed", "As corrected", "As printed, with [sic]"]
    assert box.isVisible()

    def wanted() -> Wording | None:
        return dialog.request.wording if dialog.request else None

    assert wanted() == Wording.PRINTED
    box.setCurrentIndex(1)
    assert wanted() == Wording.READ
    dialog.choose("selected")
    assert not box.isVisible()
    assert wanted() == Wording.PRINTED
    dialog.hide()


def test_a_file_is_chosen_and_gets_its_ending(qtbot: QtBot) -> None:
    given: list[Path | None] = [Path("/chosen/notes"), None]
    dialog = an_export(qtbot, choose_path=lambda _parent, _path: given.pop(0))
    press(dialog, "Choose…")
    press(dialog, "Choose…")
    request = dialog.request
    assert request is not None
    assert request.path == Path("/chosen/notes.md")


def test_a_new_library_has_a_name_and_a_place(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewLibraryDialog(tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.path is None
    assert "one folder" in dialog.note
    dialog.fill_in("論文 chapter 2")
    with qtbot.waitSignal(dialog.requested) as asked:
        press(dialog, "Create")
    assert asked.args == [tmp_path / "論文 chapter 2"]


@pytest.mark.parametrize("name", ["a/b", "..", ".hidden", "con:", "x\ny"])
def test_a_name_that_would_lead_elsewhere_is_refused(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    dialog = NewLibraryDialog(tmp_path)
    qtbot.addWidget(dialog)
    dialog._name.setMaxLength(100)
    assert dialog._is_bad(name)
    dialog.fill_in(name.replace("\n", "/"))
    assert dialog.path is None
    assert "cannot" in dialog.note
    with qtbot.assertNotEmitted(dialog.requested):
        dialog._on_go()


def test_what_exists_is_not_made_again(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "There").mkdir()
    other = tmp_path / "other"
    dialog = NewLibraryDialog(tmp_path, choose_folder=lambda _parent, _path: other)
    qtbot.addWidget(dialog)
    dialog.fill_in("There")
    assert "already" in dialog.note
    press(dialog, "Choose…")
    assert dialog.path == other / "There"


def test_errors_are_plain_words(qtbot: QtBot) -> None:
    box = error_box(None, "<img src=x> cannot be read", "<b>why</b>")
    qtbot.addWidget(box)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.text() == "<img src=x> cannot be read"
    assert box.informativeText() == "<b>why</b>"


def test_an_error_does_not_stop_the_window(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    show_error(parent, "Sorry")
    box = parent.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.close()


def test_the_sheet_of_keys_can_be_searched(qtbot: QtBot) -> None:
    sheet = ShortcutSheet(GROUPS)
    qtbot.addWidget(sheet)
    assert len(sheet.shown) == 6
    sheet.find_lines("ctrl+q")
    assert set(sheet.shown) == {"Quit Ctrl+Q"}
    sheet.find_lines("next")
    assert set(sheet.shown) == {"Next article J  Alt+Down"}


def test_about_names_version_and_licences(qtbot: QtBot) -> None:
    box = AboutBox("0.1.0", notes="<i>x</i>")
    qtbot.addWidget(box)
    for words in ("Version 0.1.0", "MIT", "Qt 6", "Lesser General Public License", "<i>x</i>"):
        assert words in box.words
    labels = box.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.fixture
def settings(qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(Settings(theme="dark", font_family="No Such Font", creator="K. 𠮷田"))
    qtbot.addWidget(dialog)
    return dialog


def test_each_setting_is_told_at_once(settings: SettingsDialog) -> None:
    told: list[Settings] = []
    settings.changed.connect(told.append)
    settings._theme.setCurrentIndex(settings._theme.findData("light"))
    settings._size.set_value(20)
    settings._spacing.set_value(163)
    settings._order.setCurrentIndex(1)
    settings._creator.setText(" Mori ")
    settings.accept()
    assert [told[0].theme, told[1].font_size, told[2].line_spacing] == ["light", 20, 165]
    assert told[-1].name_order == "family-first"
    assert settings.settings.creator == "Mori"


def test_cancel_takes_the_settings_back(settings: SettingsDialog) -> None:
    told: list[Settings] = []
    settings.changed.connect(told.append)
    settings.reject()
    assert told == []
    settings._measure.set_value(50)
    settings.reject()
    assert told[0].measure == 50
    assert (
        told[1]
        == settings.settings
        == Settings(theme="dark", font_family="No Such Font", creator="K. 𠮷田")
    )


def test_the_overlay_covers_its_window_and_can_be_cancelled(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    overlay = LoadingOverlay(window)
    window.resize(700, 500)
    window.show()
    assert overlay.size() == window.size()
    overlay.on_progress(Progress(4, 13, "1854-kanagawa.txt"))
    assert overlay._progress.words == "4 of 13"
    assert not overlay.grab().isNull()
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(overlay.cancelled):
        overlay.keyPressEvent(escape)
    with qtbot.assertNotEmitted(overlay.cancelled):
        overlay.keyPressEvent(escape)
    overlay.finish()
    assert overlay.isHidden()
    QGuiApplication.processEvents()


@pytest.mark.parametrize(
    ("passages", "unconfirmed", "note"),
    [
        (1, 0, "1 passage; its citation rests on what was stated or confirmed."),
        (1, 1, "1 passage; its citation rests on what nobody confirmed."),
        (2, 0, "2 passages; every citation rests on what was stated or confirmed."),
        (2, 1, "2 passages; 1 of the citations rests on what nobody confirmed."),
        (3, 2, "3 passages; 2 of the citations rest on what nobody confirmed."),
    ],
)
def test_the_export_counts_in_good_english(
    qtbot: QtBot, passages: int, unconfirmed: int, note: str
) -> None:
    dialog = ExportDialog([ExportScope("all", "All", passages, unconfirmed)], FORMATS, FOLDER)
    qtbot.addWidget(dialog)
    assert dialog.note == note
