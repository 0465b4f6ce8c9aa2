"""Japanese numerals: digits of both widths, Chinese numerals, and the forms used in documents."""

from __future__ import annotations

_PLAIN = str.maketrans(
    "０１２３４５６７８９〇零○壱壹弌弐貳貮参參肆伍陸漆質捌玖拾",
    "0123456789000一一一二二二三三四五六七七八九十",
)
_KANJI = {char: value for value, char in enumerate("一二三四五六七八九", 1)}
_TENS = {"廿": 20, "卅": 30, "丗": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_COUNTING = frozenset([*_UNITS, *_TENS])

NUMERALS = "〇零一二三四五六七八九十百千壱壹弐貳参參拾廿卅丗"
"""The inside of a character class."""


def number(written: str) -> int:
    """A number in digits or Chinese numerals; 元 is 1, 正 (月) is 1. 0 where it is none."""
    if written in ("元", "正", "朔"):
        return 1
    plain = written if written.isascii() else written.translate(_PLAIN)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if _COUNTING.isdisjoint(plain):
        digits = "".join(str(_KANJI.get(char, char)) for char in plain)
        return int(digits) if digits.isdigit() else 0
    total = current = 0
    for char in plain:
        if char in _UNITS:
            total += (current or 1) * _UNITS[char]
            current = 0
        elif char in _TENS:
            total += _TENS[char]
        else:
            current = _KANJI.get(char, 0) or (current * 10 + int(char) if char.isdigit() else 0)
    return total + current
