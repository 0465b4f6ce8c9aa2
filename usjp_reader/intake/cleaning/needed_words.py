"""Words without which a pattern cannot match, so that one scan tells which patterns to try."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

from usjp_reader.intake.cleaning.first_letters import alternatives, closing

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LETTERS = 12
_SHORTEST = 3
_COMMON = frozenset(["", *",.-'"])
_FIRST_KANA, _LAST_KANA = "ぁ", "ー"
_OPTIONAL = ("?", "*", "{0", "{,")


def needed_words(pattern: str) -> frozenset[str] | None:
    """Words, case folded, of which at least one stands in whatever a pattern matches.

    None where that cannot be told from literals, groups of alternatives and small classes, which is
    slower and never wrong.
    """
    found = frozenset[str]()
    for one in alternatives(pattern):
        words = _of_sequence(one)
        if words is None:
            return None
        found |= words
    return found


class Sieve:
    """Patterns by the words that they need; none of them holds a line break."""

    def __init__(self, needed: Sequence[frozenset[str] | None]) -> None:
        """`needed` are the needed words of some patterns in which case does not matter."""
        owners: dict[str, list[int]] = {}
        for at, words in enumerate(needed):
            for word in words or ():
                owners.setdefault(word, []).append(at)
        self._always = [at for at, words in enumerate(needed) if words is None]
        self._owners = [tuple(each) for each in owners.values()]
        self._automaton = AhoCorasick(list(owners), implementation=Implementation.ContiguousNFA)

    def fitting(self, lines: Sequence[str]) -> list[set[int]]:
        """Indices of the patterns that each of some lines may match; they are given case folded.

        They are scanned at once, which is sooner done than one after another.
        """
        if len(lines) == 1:
            return [self._of_line(lines[0])]
        fitting = [set(self._always) for _ in lines]
        ends = list(accumulate(len(line) + 1 for line in lines))
        at = 0
        found = self._automaton.find_matches_as_indexes("\n".join(lines), overlapping=True)
        for word, _, end in found:
            while end >= ends[at]:
                at += 1
            fitting[at].update(self._owners[word])
        return fitting

    def _of_line(self, line: str) -> set[int]:
        fitting = set(self._always)
        for word, _, _ in self._automaton.find_matches_as_indexes(line, overlapping=True):
            fitting.update(self._owners[word])
        return fitting

    def lets_pass(self, line: str) -> bool:
        """Whether a line, given case folded, may match any of the patterns."""
        return bool(self._always or self._automaton.find_matches_as_indexes(line))


def _of_sequence(pattern: str) -> frozenset[str] | None:
    """The longest of the words that stand one after another in a pattern without alternatives."""
    known: list[frozenset[str]] = []
    run, at = "", 0
    while at < len(pattern):
        end = _end_of_item(pattern, at)
        letter = _literal(pattern[at:end])
        is_optional = pattern.startswith(_OPTIONAL, end)
        is_counted = pattern[end : end + 1] in ("?", "*", "+", "{")
        if letter and not is_optional:
            run += letter
        if not letter or is_counted:
            known.append(frozenset([run.casefold()]))
            run = ""
        if not letter and not is_optional:
            known.append(_of_item(pattern[at:end]) or frozenset())
        at = _end_of_count(pattern, end)
    known.append(frozenset([run.casefold()]))
    return max((one for one in known if one and all(map(_tells, one))), key=_worth, default=None)


def _tells(word: str) -> bool:
    """Whether a word is rare enough: no blank, comma, short English word or single kana."""
    bare = word.strip()
    if bare.isascii() and bare.isalnum():
        return len(bare) >= _SHORTEST
    return bare not in _COMMON and not (len(bare) == 1 and _FIRST_KANA <= bare <= _LAST_KANA)


def _worth(words: frozenset[str]) -> tuple[int, int]:
    return min(map(len, words)), -len(words)


def _end_of_item(pattern: str, at: int) -> int:
    if pattern[at] == "\\":
        return at + (4 if pattern[at + 1] == "x" else 2)
    if pattern[at] == "[":
        return _class_end(pattern, at)
    if pattern[at] == "(":
        return at + closing(pattern[at:]) + 1
    return at + 1


def _class_end(pattern: str, at: int) -> int:
    at += 2 if pattern[at + 1] == "^" else 1
    at += pattern[at] == "]"  # a bracket that stands first is one of the class
    while pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1


def _end_of_count(pattern: str, at: int) -> int:
    if pattern[at : at + 1] == "{":
        at = pattern.index("}", at) + 1
    elif pattern[at : at + 1] in ("?", "*", "+"):
        at += 1
    else:
        return at
    return at + 1 if pattern[at : at + 1] in ("?", "+") else at


def _literal(item: str) -> str:
    """The letter that an item of a pattern means, or "" for all that is more than a letter."""
    if item.startswith("\\x"):
        return chr(int(item[2:], 16))
    if item[0] == "\\":
        return "" if item[1].isalnum() else item[1]
    return item if len(item) == 1 and item not in ".^$" else ""


def _of_item(item: str) -> frozenset[str] | None:
    """The words of a group of alternatives, or the letters of a small class."""
    if item[0] == "[":
        inside = item[1:-1]
        is_plain = not ("\\" in inside or inside[0] == "^" or "-" in inside[1:-1])
        letters = frozenset(letter.casefold() for letter in inside)
        return letters if is_plain and len(letters) <= _MOST_LETTERS else None
    if item[0] == "(":
        inside = item[1:-1].removeprefix("?:").removeprefix("?-i:")
        return None if inside.startswith("?") else needed_words(inside)
    return None
