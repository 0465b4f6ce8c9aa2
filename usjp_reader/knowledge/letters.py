"""Runs of letters in a text, told from its bytes: several times as soon as by a pattern.

Only what is beyond ASCII is asked about character by character, and most texts hold little of it;
texts that hold much are read by patterns.
"""

from __future__ import annotations

import re

_MOST_BEYOND, _MOST_BYTES = 24, 1200
"""Different characters beyond ASCII, and bytes of all of them, up to which a text is read by its
bytes."""
_ASCII = bytes(range(0x80))
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SMALL = _CAPITALS.lower()
_NO_WORD = bytes(code for code in _ASCII if not chr(code).isalnum())
_KINDS = bytes(
    b"a"[0] if code not in _ASCII or chr(code).isalpha() else b"'"[0] if code in b"'-" else b" "[0]
    for code in range(0x100)
)
"""Letters, and bytes of what is beyond ASCII, as `a`; marks inside of words as `'`."""
_SPACED = bytes(b" "[0] if code in _NO_WORD else code for code in range(0x100))
_LATIN = bytes(code if chr(code) in _SMALL else b" "[0] for code in range(0x100))
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORD = re.compile(r"[^\W_]+")


def beyond_ascii(text: str) -> frozenset[str] | None:
    """The different characters of a text that are beyond ASCII, or None where they are many."""
    if text.isascii():
        return frozenset()
    data = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    if len(data) > _MOST_BYTES:
        return None
    found = frozenset(data.decode("utf-8", "surrogatepass"))
    return found if len(found) <= _MOST_BEYOND else None


def count_words(text: str) -> int:
    """How many words of letters a text holds; an apostrophe or a hyphen inside of one parts none.

    Digits and underscores are no letters. A run of Japanese is one word.
    """
    beyond = beyond_ascii(text)
    if beyond is None:
        return len(_LETTERS.findall(text))
    for char in beyond:
        if not char.isalnum() or char.isdecimal():
            text = text.replace(char, "'" if char == "’" else " ")
    kinds = text.encode("utf-8", "surrogatepass").translate(_KINDS)
    joined = kinds.replace(b"a'a", b"aa").replace(b"a'a", b"aa")  # twice: words of one letter
    return len(joined.replace(b"'", b" ").split())


def words_in(text: str) -> list[bytes]:
    """The runs of letters and digits in a text, in UTF-8."""
    beyond = beyond_ascii(text)
    if beyond is None:
        return [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text)]
    for char in beyond:
        if not char.isalnum():
            text = text.replace(char, " ")
    return text.encode("utf-8", "surrogatepass").translate(_SPACED).split()


def bare(text: str) -> str:
    """A text in lower case with nothing but its letters and digits, for comparison."""
    low = text.casefold()
    if low.isascii():
        return low.encode("ascii").translate(None, _NO_WORD).decode("ascii")
    return "".join(_WORD.findall(low))


def latin_words(text: str) -> list[str]:
    """The runs of small Latin letters without accents in a text, in its order."""
    return text.encode("utf-8", "surrogatepass").translate(_LATIN).decode("ascii").split()
