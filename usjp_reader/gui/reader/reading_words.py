"""Corrected words in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from usjp_reader.gui.reader.line_words import shortened

translate = QCoreApplication.translate


def reading_words(printed: str, read: str) -> str:
    """What is said of a corrected word under the pointer."""
    words = translate("Misread", "printed: {printed} · read as: {read}")
    return words.format(printed=" ".join(printed.split()), read=read)


def read_now(printed: str, read: str | None) -> str:
    """What was done, for the status line."""
    if read is None:
        words = translate("Misread", "“{printed}” is read as printed again. Ctrl+Z undoes it.")
        return words.format(printed=shortened(printed))
    words = translate("Misread", "“{printed}” is read as “{read}” now. Ctrl+Z undoes it.")
    return words.format(printed=shortened(printed), read=shortened(read))
