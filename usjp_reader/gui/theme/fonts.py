"""Fonts of the chrome and of the text, with fallbacks for Japanese. Sizes are points."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

TEXT_FAMILIES = (
    "Source Serif 4",
    "Noto Serif",
    "Georgia",
    "Times New Roman",
    "Noto Serif CJK JP",
    "Hiragino Mincho ProN",
    "Yu Mincho",
    "serif",
)
CHROME_FALLBACKS = ("Inter", "Noto Sans", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI")
_NAMELESS = frozenset({"", "sans", "sans serif", "sans-serif", "dejavu sans"})
"""Families that a system without a desktop answers with: nobody chose them."""

_LEAST_POINTS = 9.75
"""13 pixels at the usual 96 dots an inch."""


def chrome_font() -> QFont:
    """The system's own font, not smaller than 13 pixels at usual density."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    chosen = font.family()
    own = () if chosen.lower() in _NAMELESS else (chosen,)
    font.setFamilies([*own, *CHROME_FALLBACKS, chosen])
    font.setPointSizeF(max(font.pointSizeF(), _LEAST_POINTS))
    return font


def text_font(family: str = "", points: int = 14) -> QFont:
    """The font of the text: `family` if the reader chose one, else the usual serif."""
    font = QFont()
    font.setFamilies([*([family] if family else []), *TEXT_FAMILIES])
    font.setPointSize(points)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def scaled(font: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    """A copy of `font`, `factor` times as large."""
    copy = QFont(font)
    copy.setPointSizeF(font.pointSizeF() * factor)
    if weight is not None:
        copy.setWeight(weight)
    return copy
