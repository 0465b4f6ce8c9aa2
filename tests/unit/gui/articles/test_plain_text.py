"""Untrusted words stay words: on one line, in tooltips, on buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from usjp_reader.gui.articles.plain import (
    ElidedLabel,
    menu_text,
    one_line,
    plain_label,
    tooltip,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@given(st.text())
def test_one_line_keeps_every_position(text: str) -> None:
    shown = one_line(text)
    assert len(shown) == len(text)
    assert shown.splitlines() in ([shown], [])


def test_a_title_cannot_turn_the_words_around_it() -> None:
    assert one_line("a\u202eb\u2066c\u2069") == "a▯b▯c▯"
    assert one_line("a\r\n\tb\x00") == "a   b▯"
    assert one_line("𠮷田　茂 😀\u00a0x") == "𠮷田　茂 😀\u00a0x"


def test_a_tooltip_shows_markup_as_it_stands() -> None:
    assert tooltip("") == ""
    assert "&lt;img src=x&gt;" in tooltip("<img src=x>")


def test_an_ampersand_on_a_button_is_no_key() -> None:
    assert menu_text("Smith & Sons") == "Smith && Sons"


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = plain_label("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b>"


def test_a_long_path_is_shortened_and_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.set_text("/home/reader/" + "沖縄" * 40 + "/file.txt")
    assert "file.txt" in label.toolTip()
    label.set_text("short")
    assert label.toolTip() == ""
    assert label.text == "short"
