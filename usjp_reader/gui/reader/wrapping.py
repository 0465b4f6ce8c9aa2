"""Breaks a few words into lines for widgets that paint them themselves."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from usjp_reader.gui.text_offsets import TextOffsets

MOST_CHARACTERS = 1_000
"""What cannot be seen need not be laid out."""


def wrapped(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """At most `most` lines of at most `width` pixels; the last ends in "…" if something is left."""
    return _wrapped(text[:MOST_CHARACTERS], font.toString(), width, most) if text else ()


@lru_cache(maxsize=512)
def _wrapped(text: str, font: str, width: int, most: int) -> tuple[str, ...]:
    made = QFont()
    made.fromString(font)
    out: list[str] = []
    for paragraph in text.splitlines():
        for line in _broken(paragraph, made, width):
            if len(out) == most:
                out[-1] = _cut(out[-1] + "…", made, width)
                return tuple(out)
            out.append(line)
    return tuple(out)


def _broken(paragraph: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(paragraph, font)
    layout.setTextOption(_option())
    layout.beginLayout()
    offsets = TextOffsets(paragraph)
    out: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(8, width))
        end = line.textStart() + line.textLength()
        out.append(offsets.span(line.textStart(), end).of(paragraph).rstrip())
    layout.endLayout()
    return out or [""]


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _cut(line: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, width)
