"""Finding the names of the tables in a derived text. What a name means is decided elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from usjp_reader.analysis.entities.words import english, gazetteer
from usjp_reader.knowledge.deriving import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from usjp_reader.domain.entities import Candidate, EntityType, Name
    from usjp_reader.knowledge.base import KnowledgeBase

_MARKS = (("‘", "'"), ("’", "'"), ("‐", "-"), ("‑", "-"), ("–", "-"), ("−", "-"))
_SHIP = re.compile(r"\b(?:U\.S\.S|USS|H\.M\.S|HMS)\.? $")
_SHIP_ENDS = (". ", "S ")
_CUT = re.compile(r"\.[A-Z]\.[A-Z]|[A-Z]\.[A-Z]\.")
"""Where an abbreviation goes on: U.S.S. is not U.S."""
_LOWERED = frozenset({"Party", "Treaty", "Agreement", "Act", "War", "Incident", "Pact", "Islands"})
_SMALL_KANA = re.compile("[ッャュョ]")
_OLD_KANA = str.maketrans("ッャュョ", "ツヤユヨ")
"""Before the reform of 1946 ッ and the like were often printed as large as the other signs."""
_CAPITALS = re.compile(r"[A-Z](?<![^\W_].)[A-Z]{2,}(?![^\W_])(?:[^a-z\n]*[A-Z.](?![^\W_]))?")


class Hit(NamedTuple):
    """Names at a place in the derived text, `start` to `end` in code points.

    `name` is how the tables write it, `names` are the rows there; where there are none, `type` is
    that of the gazetteer.
    """

    start: int
    end: int
    name: str
    names: tuple[Name, ...]
    type: EntityType | None = None


class Matcher:
    """All names of a knowledge base, ready to be looked for."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._types = {marks_folded(plain(text)): type_ for text, type_ in gazetteer().items()}
        self._names: dict[str, list[Name]] = {text: [] for text in self._types}
        for name in names:
            if _is_plain_phrase(name):
                continue
            for text in _spellings(marks_folded(plain(name.text))):
                self._names.setdefault(text, []).append(name)
        self._upper: dict[str, list[Name]] = {}
        for text, found in self._names.items():
            if _has_upper_form(text):
                self._upper.setdefault(text.upper(), []).extend(found)
                if text in self._types:
                    self._types.setdefault(text.upper(), self._types[text])
        self._rows = {text: tuple(rows) for text, rows in self._names.items()}
        self._upper_rows = {text: tuple(rows) for text, rows in self._upper.items()}
        self._patterns = list(self._names)
        self._upper_patterns = list(self._upper)
        self._automaton = _automaton(self._patterns)
        self._upper_automaton = _automaton(self._upper_patterns)

    def named(self, text: str) -> tuple[Name, ...]:
        """The names that read exactly like `text`, quotes and dashes aside, or in capitals."""
        key = marks_folded(text)
        return self._rows.get(key) or self._upper_rows.get(key) or ()

    def hits(self, text: str) -> list[Hit]:
        """The names in `text`, in order, the longest where several begin together."""
        text = marks_folded(text)
        found = list(self._found(text, 0, self._automaton, self._patterns, self._rows))
        capitals = [
            hit
            for run in _CAPITALS.finditer(text)
            for hit in self._found(
                run.group(),
                run.start(),
                self._upper_automaton,
                self._upper_patterns,
                self._upper_rows,
            )
        ]
        return _merged(found, capitals) if capitals else found

    def _found(
        self,
        text: str,
        offset: int,
        automaton: AhoCorasick,
        patterns: list[str],
        rows: Mapping[str, tuple[Name, ...]],
    ) -> Iterator[Hit]:
        for index, start, end in automaton.find_matches_as_indexes(text):
            if is_whole(text, start, end):
                yield self._hit(start + offset, end + offset, patterns[index], rows)
            else:
                yield from self._inside(text, offset, start, end, rows)

    def _hit(self, start: int, end: int, text: str, rows: Mapping[str, tuple[Name, ...]]) -> Hit:
        return Hit(start, end, text, rows[text], self._types.get(text))

    def _inside(
        self, text: str, offset: int, start: int, end: int, rows: Mapping[str, tuple[Name, ...]]
    ) -> Iterator[Hit]:
        """Whole shorter names inside a match that cut a word."""
        while start < end:
            for stop in range(end - 1, start, -1):
                if text[start:stop] in rows and is_whole(text, start, stop):
                    yield self._hit(start + offset, stop + offset, text[start:stop], rows)
                    start = stop - 1
                    break
            start += 1


@lru_cache(maxsize=8192)
def words_of(text: str) -> str:
    """A stretch of source text as the derived text has it."""
    return text if text.isascii() and "\n" not in text else plain(text)


def said_by(candidate: Candidate) -> str:
    """The words of a candidate as the derived text has them, misread ones as they should be."""
    return candidate.read_as or words_of(candidate.text)


def marks_folded(text: str) -> str:
    """`text` with plain quotes and hyphens; as long as before."""
    if text.isascii():
        return text
    for mark, plain_mark in _MARKS:
        text = text.replace(mark, plain_mark)
    return text


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether `start` to `end` does not cut a Latin word or a run of katakana."""
    before = text[start - 1] if start else "\n"
    if before == " ":  # as before most names
        is_ship = text[start - 2 : start] in _SHIP_ENDS
        if is_ship and _SHIP.search(text, max(0, start - 8), start):
            return False
    elif _joins(before, text[start]):
        return False
    if "." in text[end - 1 : end + 1] and _CUT.match(text, max(0, end - 2)):
        return False
    after = text[end] if end < len(text) else "\n"
    return after in " ,\n" or not _joins(text[end - 1], after)


def _joins(one: str, other: str) -> bool:
    if _is_latin(one) or one == ".":
        return _is_latin(other)
    return _is_katakana(one) and _is_katakana(other)


def _is_latin(char: str) -> bool:
    return char < "\u0250" and char.isalnum()


def _is_katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char == "ー"


def _spellings(text: str) -> tuple[str, ...]:
    """A name and, for "Liberal Democratic Party" and its like, the style "... party"."""
    head, _, last = text.rpartition(" ")
    if " " in head and last in _LOWERED:
        return text, f"{head} {last.lower()}"
    old = text.translate(_OLD_KANA) if _SMALL_KANA.search(text) else text
    return (text,) if old == text else (text, old)


def _is_plain_phrase(name: Name) -> bool:
    """Whether an event or agreement is called by common words alone: "surrender of Japan"."""
    return name.entity.startswith(("event/", "agreement/")) and "a" <= name.text[:1] <= "z"


def _has_upper_form(text: str) -> bool:
    return (
        len(text) > 2
        and text.isascii()
        and not text.isupper()
        and text.lower() not in english().plain_upper
    )


def _merged(first: list[Hit], second: list[Hit]) -> list[Hit]:
    """Both lists in order; where two overlap the longer one stays."""
    kept: list[Hit] = []
    for hit in sorted([*first, *second], key=lambda one: (one.start, -one.end)):
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def _automaton(patterns: list[str]) -> AhoCorasick:
    return AhoCorasick(
        patterns,
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )


_MATCHERS: WeakKeyDictionary[KnowledgeBase, Matcher] = WeakKeyDictionary()


def matcher(knowledge: KnowledgeBase) -> Matcher:
    """The matcher of a knowledge base; built once for each."""
    found = _MATCHERS.get(knowledge)
    if found is None:
        found = _MATCHERS[knowledge] = Matcher(knowledge.all_names())
    return found
