"""The tables of `resources/cleaning` as one quick test for a line. It decides nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from usjp_reader.config.resources import listed, read_toml
from usjp_reader.domain.texts import LineKind
from usjp_reader.intake.cleaning.first_letters import first_letters
from usjp_reader.intake.cleaning.needed_words import Sieve, needed_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 400
_LONGEST_KNOWN, _MOST_KNOWN = 160, 20_000
"""Characters of a line that is remembered, and how many such lines are."""
_MOST_WORDS = 6
_LONGEST_MENU_WORD = 60
_LONGEST_STRANGER = 24
_LONGEST_HEADER = 14
_LONGEST_CONTAINING = 180
_LATEST_CONTAINED = 40
_SHORTEST_END = 20
_LONGEST_END = 80
_SIGNS = r"[|｜/·•›»>→,、・\t\u00a0]"
_PARTS = re.compile(rf"[\s{_SIGNS[1:]}(?:\s*{_SIGNS}+\s*|(?<={_SIGNS})\s*|\s+)")
"""What stands between the entries of a menu. One class leads it: the search skips all others."""
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


@dataclass(frozen=True)
class _Pattern:
    """A pattern, what a line needs to match it, its mark, and whether it is Japanese."""

    written: str
    letters: frozenset[str] | None
    words: frozenset[str] | None
    mark: int
    japanese: bool

    @classmethod
    def of(cls, pattern: str, mark: int, *, japanese: bool) -> _Pattern:
        """Read it; `[A-Z]` means a capital even where case does not matter."""
        cased = pattern.replace("[A-Z]", "(?-i:[A-Z])")
        return cls(cased, first_letters(pattern), needed_words(pattern), mark, japanese)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """It compiled, once a line may match it: most are never asked about."""
        return re.compile(self.written, re.IGNORECASE)


class Phrasebook:
    """All rules of all languages."""

    def __init__(self, tables: list[dict[str, Any]]) -> None:
        self._marks: list[Mark] = []
        self._phrases: dict[str, int] = {}
        self._patterns: list[_Pattern] = []
        self._ends: list[_Pattern] = []
        self._by_letter: dict[tuple[str, bool], frozenset[int]] = {}
        self._contained: list[tuple[str, int]] = []
        self._known: dict[str, Mark | None] = {}
        for rule in tables:
            at, japanese = len(self._marks), bool(rule.get("japanese"))
            self._marks.append(_mark(rule))
            for phrase in rule.get("phrases", ()):
                self._phrases.setdefault(folded(phrase) or phrase, at)
            for pattern in rule.get("patterns", ()):
                self._patterns.append(_Pattern.of(pattern, at, japanese=japanese))
            self._contained += [(words, at) for words in rule.get("contains", ())]
            for end in rule.get("ends", ()):
                self._ends.append(_Pattern.of(end, at, japanese=japanese))
        self._sieve = Sieve([one.words for one in (*self._patterns, *self._ends)])
        self._at_end = frozenset(range(len(self._patterns), len(self._patterns) + len(self._ends)))
        anywhere = [at for at, one in enumerate(self._patterns) if one.words is None]
        self._anywhere = frozenset(anywhere)
        self._any = re.compile(
            "|".join(f"(?:{self._patterns[at].written})" for at in anywhere) or "(?!)",
            re.IGNORECASE,
        )

    def mark(self, text: str) -> Mark | None:
        """What the tables say of a line, or None."""
        return self.marks([text])[0]

    def marks(self, texts: Sequence[str]) -> list[Mark | None]:
        """What the tables say of each of some lines; together they are soonest told.

        Short lines are remembered: those of a page come again with every article of its source.
        """
        known = self._known
        new = [text for text in texts if len(text) <= _LONGEST and text not in known]
        lows = [text.casefold() for text in new]
        fitting = self._sieve.fitting(lows) if new else []
        found = {
            text: self._mark(text, low, fits) if low else None
            for text, low, fits in zip(new, lows, fitting, strict=True)
        }
        marks = [found[text] if text in found else known.get(text) for text in texts]
        if len(known) > _MOST_KNOWN:
            known.clear()
        known.update((text, mark) for text, mark in found.items() if len(text) <= _LONGEST_KNOWN)
        return marks

    def _mark(self, text: str, low: str, fitting: set[int]) -> Mark | None:
        """The same of one line, with the indices of the patterns that it may match."""
        fold = trimmed(low)
        at = self._phrases.get(fold)
        if at is not None:
            mark = self._counted(at, 1)
            # a heading may be called as a menu entry is, but not a button in brackets
            return replace(mark, weak=False) if text[0] == "[" else mark
        pattern = self._beginning(text, fitting) or self._end_of(text, fitting)
        if pattern:
            mark = self._marks[pattern.mark]
            is_no_header = mark.block and len(text) > _LONGEST_HEADER
            return replace(mark, block=False) if is_no_header else mark
        if len(text) <= _LONGEST_CONTAINING:
            for words, at in self._contained:
                if words in fold and (len(fold) < 80 or fold.find(words) <= _LATEST_CONTAINED):
                    return self._marks[at]
        return self._menu(text)

    def _beginning(self, text: str, fitting: set[int]) -> _Pattern | None:
        """The first pattern that a line matches, of those that it may match."""
        likely = fitting & self._with_letter(text[:1].casefold()[:1], text.isascii())
        if likely and self._any.match(text) is None:
            likely -= self._anywhere  # one question for all that no word has ruled out
        for at in sorted(likely):
            pattern = self._patterns[at]
            if pattern.regex.match(text):
                return pattern
        return None

    def _with_letter(self, letter: str, is_plain: bool) -> frozenset[int]:
        """The patterns that a line with this first letter may match: a fifth of all."""
        found = self._by_letter.get((letter, is_plain))
        if found is None:
            found = frozenset(
                at
                for at, one in enumerate(self._patterns)
                if (one.letters is None or letter in one.letters)
                and not (is_plain and one.japanese)
            )
            self._by_letter[letter, is_plain] = found
        return found

    def _end_of(self, text: str, fitting: set[int]) -> _Pattern | None:
        """How a line ends is looked at only where it ends as a credit may; the longest end wins."""
        if len(text) < _SHORTEST_END or (text[-1] in ".。" and text[-2] not in ")）"):
            return None
        start = len(text) - _LONGEST_END if len(text) > _LONGEST_END else 10
        best, first = None, len(text)
        for at in sorted(fitting & self._at_end):
            pattern = self._ends[at - len(self._patterns)]
            match = pattern.regex.search(text, start)
            if match and match.start() < first:
                best, first = pattern, match.start()
        return best

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
        if len(text) > _LONGEST_MENU_WORD:
            first = _PARTS.split(text, maxsplit=1)[0]
            if len(first) > _LONGEST_STRANGER and self._is_strange(first):
                return None
        parts = [part for part in _PARTS.split(text) if part.strip(_EDGES)]
        marks: list[int] = []
        strangers = 0
        for part in parts:
            bare = _IN_BRACKETS.sub("", part)
            if not any(map(str.isalpha, bare)):
                continue
            found = self._run(folded(bare))
            if not found and (len(parts) < 4 or len(part) > _LONGEST_STRANGER):
                return None
            marks += found
            strangers += not found
        if not marks or strangers * 2 >= len(parts):
            return None
        return self._counted(marks[0], max(len(marks), len(parts)))

    def _is_strange(self, part: str) -> bool:
        bare = _IN_BRACKETS.sub("", part)
        return any(map(str.isalpha, bare)) and not self._run(folded(bare))

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


def folded(text: str) -> str:
    """A line as the tables spell it: lower case, no outer punctuation, single blanks."""
    return trimmed(text.casefold())


def trimmed(text: str) -> str:
    """The same of a line that is in lower case."""
    text = text.strip(_EDGES)
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
