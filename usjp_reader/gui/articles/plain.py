"""Untrusted text made fit for one line, a label or a tooltip. Nothing here is ever markup."""

from __future__ import annotations

import html
import unicodedata
from functools import cache

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from usjp_reader.gui.theme.applied import with_look

_BOX = "\u25af"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class _Shown(dict[int, str]):
    """A table for `str.translate` that decides about each character once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _BIDI:
            shown = _BOX
        elif character.isspace() or unicodedata.category(character) in {"Zl", "Zp"}:
            shown = " "
        elif unicodedata.category(character) in {"Cc", "Cs"}:
            shown = _BOX
        else:
            shown = character
        self[code] = shown
        return shown


_TABLE = _Shown()
_SPACES_KEPT = "\u3000\u00a0"
_TABLE.update({ord(space): space for space in _SPACES_KEPT})


def one_line(text: str) -> str:
    """The text on one line, as many code points long: positions in it still hold.

    Characters that turn the direction of writing are shown as boxes, so that a title cannot
    rearrange what stands around it.
    """
    return text.translate(_TABLE)


def tooltip(text: str) -> str:
    """A tooltip that shows exactly `text`, line breaks included; "" for none."""
    if not text:
        return ""
    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>'


def menu_text(text: str) -> str:
    """The text for a button or a menu, where "&" would mark a key."""
    return one_line(text).replace("&", "&&")


def plain_label(text: str = "", look: str = "", *, wraps: bool = False) -> QLabel:
    """A label that never reads its text as markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wraps)
    return with_look(label, look) if look else label


class ElidedLabel(QWidget):
    """One line of plain text that is shortened in the middle rather than cut off."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label()
        self._label.setParent(self)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().height() + 2)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self._fit()

    def resizeEvent(self, _event: object) -> None:
        """Shorten the text anew."""
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            one_line(self._text), Qt.TextElideMode.ElideMiddle, self.width()
        )
        self._label.setText(shown)
        self._label.resize(self.size())
        self.setToolTip(tooltip(self._text) if shown != one_line(self._text) else "")


def articles_words(number: int, *, at_least: bool = False) -> str:
    """How many articles: "1 article", "1,284 articles", "10,000+ articles"."""
    if number == 1 and not at_least:
        return QCoreApplication.translate("Articles", "1 article")
    shown = f"{grouped(number)}+" if at_least else grouped(number)
    return QCoreApplication.translate("Articles", "{n} articles").format(n=shown)


@cache
def grouped(number: int) -> str:
    """A number with commas: "1,284"."""
    return f"{number:,}"
