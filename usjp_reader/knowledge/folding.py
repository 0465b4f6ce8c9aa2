"""Folding of text for matching and search, character by character: the length never changes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_table, resource
from usjp_reader.domain.errors import ResourceError
from usjp_reader.knowledge.letters import beyond_ascii

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUOTES = dict.fromkeys("‘’‚‛′ʼ＇`´", "'") | dict.fromkeys("“”„‟″＂«»", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_SPACES = dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009")
_PLAIN = _QUOTES | _DASHES | dict.fromkeys([*_SPACES, "\u200a", "\u202f", "\u205f", "\u3000"], " ")
_USUAL = r"\x00-\x5f\x61-\x7f、。「」『』【】々ぁ-んァ-ヺ・ー"
_LONG = 1000
_FIRST_KANJI, _LAST_KANJI = "\u4e00", "\u9fff"
_UNDECOMPOSED = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i"}


def folded(text: str) -> str:
    """`text` without differences of case, width, accents, old kanji, quotes, dashes and blanks.

    The result is as long as `text`: each character is folded by itself, and one that could only be
    folded into several stays. Folding twice changes nothing more.
    """
    if text.isascii() and "`" not in text:
        return text.lower()
    return _folded(text) if len(text) < _LONG else _folded_again(text)


def _folded(text: str) -> str:
    # Bytes know no capitals but those of ASCII: most of a text is folded by that alone.
    lowered = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    return translated(lowered, _folds())


_folded_again = lru_cache(maxsize=2)(_folded)
"""Of a long text: events and stories are looked for in the same one."""


def translated(text: str, table: Mapping[int, str]) -> str:
    """`text.translate(table)` for a table that leaves what is usual: it is passed over at once.

    Usual are ASCII without the backtick, kana, kanji but the old ones, and Japanese stops.
    """
    beyond = beyond_ascii(text) if len(text) >= _LONG else None
    if beyond is not None:  # a few curly quotes and dashes: sooner replaced one after another
        odd = [char for char in (*beyond, "`") if _unusual().match(char)]
        changes = {char: new for char in odd if (new := table[ord(char)]) != char}
        if changes.keys().isdisjoint(changes.values()):
            for char, new in changes.items():
                text = text.replace(char, new)
            return text
    return _unusual().sub(lambda run: run[0].translate(table), text)


@cache
def _unusual() -> re.Pattern[str]:
    old = sorted(char for char in kanji_folds() if _FIRST_KANJI <= char <= _LAST_KANJI)
    firsts = [_FIRST_KANJI, *(chr(ord(char) + 1) for char in old)]
    lasts = [*(chr(ord(char) - 1) for char in old), _LAST_KANJI]
    new = "".join(f"{a}-{b}" for a, b in zip(firsts, lasts, strict=True) if a <= b)
    return re.compile(f"[^{_USUAL}{new}]+")


def line_key(line: str) -> str:
    """A line as it is compared with others of its source: folded, single blanks, no outer ones."""
    return " ".join(folded(line).split())


def is_kanji(char: str) -> bool:
    """Whether `char` is an ideograph (々 and 〆 included)."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or char in "々〆〇ヶ"
        or "\u3400" <= char <= "\u4dbf"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003fffd"
    )


@cache
def kanji_folds() -> dict[str, str]:
    """New forms of old kanji, from the table of the knowledge base."""
    try:
        rows = read_table(resource("knowledge", "kanji-folds.tsv"))
    except ResourceError:
        return {}
    pairs = (tuple(row.values())[:2] for row in rows)
    return {old: new for old, new in pairs if len(old) == 1 and len(new) == 1 and old != new}


class _Folds(dict[int, str]):
    """A table for `str.translate` that works out each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = result = _fold(chr(code))
        return result


@cache
def _folds() -> _Folds:
    return _Folds()


def _fold(char: str) -> str:
    plain = _PLAIN.get(char) or _one(unicodedata.normalize("NFKC", char), char)
    plain = _PLAIN.get(plain, plain)
    plain = _UNDECOMPOSED.get(plain) or _one(_without_accent(plain).lower(), plain)
    return kanji_folds().get(plain, plain)


def _without_accent(char: str) -> str:
    """The Latin letter under the accents; other scripts keep theirs (が is not か)."""
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() else char


def _one(result: str, otherwise: str) -> str:
    return result if len(result) == 1 else otherwise
