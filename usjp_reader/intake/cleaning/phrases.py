"""The tables of `resources/cleaning` as one quick test for a line. It decides nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from usjp_reader.config.resources import listed, read_toml
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.first_letters import first_letters

_LONGEST = 400
_MOST_WORDS = 6
_LONGEST_MENU_WORD = 60
_LONGEST_HEADER = 14
_LONGEST_CONTAINING = 180
_LATEST_CONTAINED = 40
_SHORTEST_END = 20
_LONGEST_END = 80
_PARTS = re.compile(r"\s*[|｜/·•›»>→,、・\t\u00a0]+\s*|\s{2,}")
_EDGES = "＜＞≪≫⤴☆★♡♥✉🖨📧🔗🔈🔊💬▾▼▲△▽☰✕×+ \t\xa0\u3000*_#|•·-–—>»›→▶►●■◆◇○・:：.,«<←|[]()【】［］"
_IN_BRACKETS = re.compile(r"[(（]\d[^)）]{0,12}[)）]")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mark:
    """What the tables say of a line.

    Attributes:
        weak: It may be part of the article when it stands in the midst of it.
        tail: What follows an article begins here.
        comments: `start` or `end` of readers' comments, or "".
        block: The short lines that follow belong to it.
        phrases: How many phrases the line is made of; 0 where a pattern matched.
    """

    kind: LineKind
    rule: str
    weak: bool = False
    tail: bool = False
    comments: str = ""
    block: bool = False
    phrases: int = 0


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern as a named group, the letters it may begin with, and whether it is Japanese."""

    named: str
    letters: frozenset[str] | None
    japanese: bool


class Phrasebook:
    """All rules of all languages."""

    def __init__(self, tables: list[dict[str, Any]]) -> None:
        self._marks: list[Mark] = []
        self._phrases: dict[str, int] = {}
        self._patterns: list[_Pattern] = []
        self._by_letter: dict[tuple[str, bool], re.Pattern[str]] = {}
        self._contained: list[tuple[str, int]] = []
        ends: list[str] = []
        for rule in tables:
            at = len(self._marks)
            self._marks.append(_mark(rule))
            for phrase in rule.get("phrases", ()):
                self._phrases.setdefault(folded(phrase) or phrase, at)
            for n, pattern in enumerate(rule.get("patterns", ())):
                letters = first_letters(pattern)
                named = f"(?P<r{at}_{n}>{_cased(pattern)})"
                self._patterns.append(_Pattern(named, letters, bool(rule.get("japanese"))))
            self._contained += [(words, at) for words in rule.get("contains", ())]
            ends += [f"(?P<r{at}_{n}>{_cased(p)})" for n, p in enumerate(rule.get("ends", ()))]
        self._end = re.compile("|".join(ends), re.IGNORECASE)

    def mark(self, text: str) -> Mark | None:
        """What the tables say of a line, or None."""
        if len(text) > _LONGEST:
            return None
        fold = folded(text)
        at = self._phrases.get(fold)
        if at is not None:
            return self._counted(at, 1)
        found = self._beginning(text).match(text) or self._end_of(text)
        if found and found.lastgroup:
            mark = self._marks[int(found.lastgroup[1:].partition("_")[0])]
            return replace(mark, block=mark.block and len(text) <= _LONGEST_HEADER)
        if len(text) <= _LONGEST_CONTAINING:
            for words, at in self._contained:
                if 0 <= fold.find(words) <= _LATEST_CONTAINED or (words in fold and len(fold) < 80):
                    return self._marks[at]
        return self._menu(text)

    def _beginning(self, text: str) -> re.Pattern[str]:
        """The patterns that a line with this first letter may match: a fifth of all."""
        letter, is_plain = text[:1].casefold(), text.isascii()
        pattern = self._by_letter.get((letter, is_plain))
        if pattern is None:
            fitting = [
                one.named
                for one in self._patterns
                if (one.letters is None or letter in one.letters)
                and not (is_plain and one.japanese)
            ]
            pattern = re.compile("|".join(fitting), re.IGNORECASE)
            self._by_letter[letter, is_plain] = pattern
        return pattern

    def _end_of(self, text: str) -> re.Match[str] | None:
        """How a line ends is looked at only where it ends as a credit may."""
        if len(text) < _SHORTEST_END or (text[-1] in ".。" and text[-2] not in ")）"):
            return None
        return self._end.search(text, len(text) - _LONGEST_END if len(text) > _LONGEST_END else 10)

    def begins(self, text: str) -> int:
        """How many characters of known phrases a line begins with (furniture glued to a title)."""
        end = 0
        while (step := self._first_phrase(text, end)) > end:
            end = step
        return end

    def ends(self, text: str) -> int:
        """Where two or more known phrases begin with which a line ends; its length if none."""
        words = text.split(" ")
        at, found = len(words), 0
        while at > 2:
            for count in range(min(_MOST_WORDS, at - 1), 0, -1):
                if self._is_strong(" ".join(words[at - count : at])):
                    at, found = at - count, found + 1
                    break
            else:
                break
        return len(" ".join(words[:at])) if found > 1 else len(text)

    def _first_phrase(self, text: str, start: int) -> int:
        words = text[start : start + 60].split(" ")
        for count in range(min(_MOST_WORDS, len(words) - 1), 1, -1):
            head = " ".join(words[:count])
            if words[count - 1][-1:].isalnum() and self._is_strong(head):
                return start + len(head) + 1
        return start

    def _is_strong(self, words: str) -> bool:
        at = self._phrases.get(folded(words))
        return at is not None and not self._marks[at].weak

    def _menu(self, text: str) -> Mark | None:
        """A line made of nothing but known phrases."""
        if len(text) > _LONGEST_MENU_WORD and text[-1] in ".。" and text[-2:-1] != ".":
            return None
        parts = [part for part in _PARTS.split(text) if part.strip(_EDGES)]
        marks: list[int] = []
        strangers = 0
        for part in parts:
            bare = _IN_BRACKETS.sub("", part)
            if not any(map(str.isalpha, bare)):
                continue
            found = self._run(folded(bare))
            if not found and (len(parts) < 4 or len(part) > 24):
                return None
            marks += found
            strangers += not found
        if not marks or strangers * 2 >= len(parts):
            return None
        return self._counted(marks[0], max(len(marks), len(parts)))

    def _run(self, words: str) -> list[int]:
        """The phrases that a run of words is made of, or nothing."""
        whole = self._phrases.get(words)
        if whole is not None:
            return [whole]
        split, found, at = words.replace("\u3000", " ").split(" "), [], 0
        while at < len(split):
            for count in range(min(_MOST_WORDS, len(split) - at), 0, -1):
                known = self._phrases.get(" ".join(split[at : at + count]))
                if known is not None:
                    found.append(known)
                    at += count
                    break
            else:
                return []
        return found

    def _counted(self, at: int, phrases: int) -> Mark:
        mark = self._marks[at]
        weak = mark.weak and phrases < 3
        return Mark(
            mark.kind,
            mark.rule,
            weak,
            mark.tail,
            mark.comments,
            mark.block and phrases == 1,
            phrases,
        )


def _cased(pattern: str) -> str:
    """`[A-Z]` means a capital even where case does not matter."""
    return pattern.replace("[A-Z]", "(?-i:[A-Z])")


def folded(text: str) -> str:
    """A line as the tables spell it: lower case, no outer punctuation, single blanks."""
    text = text.casefold().strip(_EDGES)
    return _BLANKS.sub(" ", text) if "\xa0" in text or "  " in text or "\t" in text else text


@cache
def phrasebook() -> Phrasebook:
    """The rules that the program ships, read once."""
    tables: list[dict[str, Any]] = []
    for path in listed("cleaning", ".toml"):
        japanese = path.stem.endswith("-ja")
        tables += [{**rule, "japanese": japanese} for rule in read_toml(path).get("rule", [])]
    return Phrasebook(tables)


def _mark(rule: dict[str, Any]) -> Mark:
    return Mark(
        LineKind(rule["kind"]),
        str(rule["id"]),
        bool(rule.get("weak")),
        bool(rule.get("tail")),
        str(rule.get("comments", "")),
        bool(rule.get("block")),
    )
