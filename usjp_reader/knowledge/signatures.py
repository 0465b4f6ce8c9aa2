"""Which events of the table a text may be about, by how many of their words it holds.

A wording names an event where its words stand together. Where none does, the words of all its
wordings, spread over an opening, still say which event it is about: the rarer a word among the
events, the more it counts.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from usjp_reader.config.resources import read_table, resource
from usjp_reader.domain.spans import Span
from usjp_reader.knowledge.folding import folded
from usjp_reader.knowledge.happenings import happenings

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days
    from usjp_reader.knowledge.happenings import Happening

_WORD = re.compile(r"[a-z0-9][a-z0-9.'’-]*[a-z0-9]|[a-z0-9]")
_COMMON_WORDS = """
the a an of in to at on for and by with from that as its his her was is be or not after
before over into new first were has had been their this it he she they
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_USUAL = 2.5
"""A word of one event in twelve says nothing; the rarity of others is counted from there."""
_SHORTEST = 3
"""Letters of a word of an event's name that says something."""


@dataclass(frozen=True, slots=True)
class Likely:
    """An event that a text may be about.

    Attributes:
        happening: The event.
        score: How much its words in the text say: the sum of the logarithms of their rarity.
        spans: Where they stand in the text, the rarest first.
    """

    happening: Happening
    score: float
    spans: tuple[Span, ...]


class Signatures:
    """The words of all events of the table, ready to be looked for."""

    def __init__(self) -> None:
        known = happenings()
        words: dict[str, set[str]] = {}
        for row in read_table(resource("dating", "wordings.tsv")):
            for name in row["events"].split():
                if name in known:  # those of a whole series say nothing of one event of it
                    words.setdefault(name, set()).update(_words_of(row))
        for name, each in words.items():
            found = _WORD.findall(folded(known[name].name))
            each.update(word for word in found if len(word) > _SHORTEST and word not in _COMMON)
        # sorted, for the order of a set of words is another one in every process
        often = Counter(word for each in words.values() for word in sorted(each))
        rarity = {word: math.log(len(words) / count) - _USUAL for word, count in often.items()}
        self._rarity = {word: each for word, each in rarity.items() if each > 0}
        self._texts = list(self._rarity)
        self._events: dict[str, list[Happening]] = {}
        for name, each in words.items():
            for word in each & self._rarity.keys():
                self._events.setdefault(word, []).append(known[name])
        self._automaton = AhoCorasick(
            self._texts, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def found_in(self, text: str, bounds: Days) -> list[Likely]:
        """The events within the bounds that a text may be about, the likeliest first."""
        places = self._places(folded(text))
        found: dict[str, dict[str, Span]] = {}
        for word, span in places.items():
            for event in self._events[word]:
                if event.days.intersection(bounds):
                    found.setdefault(event.id, {})[word] = span
        likely = [self._likely(name, _widest(words)) for name, words in found.items()]
        return sorted(likely, key=lambda one: -one.score)

    def _likely(self, name: str, words: dict[str, Span]) -> Likely:
        rarest = sorted(words, key=lambda word: -self._rarity[word])
        score = sum(self._rarity[word] for word in words)
        return Likely(happenings()[name], score, tuple(words[word] for word in rarest))

    def _places(self, read: str) -> dict[str, Span]:
        """Where each of the words stands first; one may be the beginning of a longer one."""
        found: dict[str, Span] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(read, overlapping=True):
            before = read[start - 1] if start else " "
            is_cut = before.isalnum() and before < "\u0250" and read[start] < "\u0250"
            if not is_cut:
                found.setdefault(self._texts[index], Span(start, end))
        return found


def _words_of(row: dict[str, str]) -> set[str]:
    """The words of a wording, and those of which it asks for some near it."""
    text = folded(row["text"])
    latin = text.isascii()
    words = {word for word in _WORD.findall(text) if word not in _COMMON} if latin else {text}
    for groups in (row["near"], row["with"]):
        for group in groups.split(" & "):
            words.update(folded(word.strip()) for word in group.split("|"))
    return {word for word in words if word and word not in _COMMON and not word.startswith("@")}


def _widest(words: dict[str, Span]) -> dict[str, Span]:
    """Without words that are part of others: "steel" in "nippon steel"."""
    return {
        word: span
        for word, span in words.items()
        if not any(word != other and word in other for other in words)
    }


@cache
def signatures() -> Signatures:
    """The words of the events that the program ships; read once."""
    return Signatures()
