"""With which characters a line may begin that a pattern matches, so that most need not be tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANYTHING = (".", "\\w", "\\W", "\\S", "\\s", "\\b", "[^")
_DIGITS = frozenset("0123456789０１２３４５６７８９")


def first_letters(pattern: str) -> frozenset[str] | None:
    r"""The first characters, case folded, of what a simple pattern matches; None for any.

    Understands literals, `(?:a|b)`, `[abc]`, `\d` and `?`; of all else it says None, which is
    slower and never wrong.
    """
    return _first(pattern.removeprefix("^"))


def _first(pattern: str) -> frozenset[str] | None:
    if not pattern or pattern.startswith(_ANYTHING):
        return None
    pattern = pattern.replace("(?-i:", "(?:")
    if pattern.startswith("(?:"):
        end = closing(pattern)
        parts = [_first(part) for part in alternatives(pattern[3:end])]
        known = [part for part in parts if part is not None]
        letters = frozenset[str]().union(*known) if len(known) == len(parts) else None
        return _with_rest(letters, pattern[end + 1 :])
    if pattern[0] == "[":
        end = pattern.index("]", 2)
        return _with_rest(_of_class(pattern[1:end]), pattern[end + 1 :])
    if pattern[0] == "\\":
        letters = _DIGITS if pattern[1] == "d" else frozenset(pattern[1].casefold())
        return _with_rest(
            letters if pattern[1] == "d" or not pattern[1].isalnum() else None, pattern[2:]
        )
    if pattern[0] in "(^$|":
        return None
    return _with_rest(frozenset(pattern[0].casefold()), pattern[1:])


def _with_rest(letters: frozenset[str] | None, rest: str) -> frozenset[str] | None:
    """What stands first may be left out where a quantifier says so."""
    if letters is None:
        return None
    for mark in ("?", "*"):
        if rest.startswith(mark):
            following = _first(rest[1:])
            return None if following is None else letters | following
    if rest.startswith("{0"):
        following = _first(rest[rest.index("}") + 1 :])
        return None if following is None else letters | following
    return letters


def _of_class(inside: str) -> frozenset[str] | None:
    if "\\" in inside:
        return None
    letters = set(inside) - {"-"} if "-" in inside[1:-1] else set(inside)
    for at, char in enumerate(inside[1:-1], 1):
        if char == "-":
            letters |= {chr(code) for code in range(ord(inside[at - 1]), ord(inside[at + 1]) + 1)}
    return frozenset(letter.casefold() for letter in letters)


def closing(pattern: str) -> int:
    """The index of the bracket that closes the one at the start."""
    for at, char, depth in _plain_signs(pattern):
        if char == ")" and depth == 0:
            return at
    raise ValueError(f"brackets do not match: {pattern}")


def alternatives(inside: str) -> list[str]:
    """The parts of a pattern between the bars that stand in no bracket."""
    bars = [at for at, char, depth in _plain_signs(inside) if char == "|" and depth == 0]
    starts, ends = [0, *(at + 1 for at in bars)], [*bars, len(inside)]
    return [inside[start:end] for start, end in zip(starts, ends, strict=True)]


def _plain_signs(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Brackets and bars that are neither escaped nor in a class: index, sign, depth after it."""
    depth, at, in_class = 0, 0, False
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        elif char in "()|":
            depth += {"(": 1, ")": -1, "|": 0}[char]
            yield at, char, depth
        at += 1
