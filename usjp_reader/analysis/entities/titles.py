"""Titles beside the name of a person, and the posts they claim."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.words import HONORIFICS, word_set
from usjp_reader.domain.entities import EntityType
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from usjp_reader.analysis.entities.found import Found
    from usjp_reader.knowledge.base import KnowledgeBase

_REACH = 90
_WORDS = 8
_LOWER_RANKS = word_set(
    """
    deputy vice assistant under parliamentary shadow opposition senior state lieutenant local
    """
)
_COUNTRY_BEFORE = re.compile(r"(?:^|[^\w.])((?:[\w.]+ )?[\w.]+)(?:'s)? $")
_SMALL_HONORIFICS = frozenset(word.lower() for word in HONORIFICS) | {"mr", "mrs", "ms", "dr"}


class Titles:
    """The titles of a knowledge base and the nationalities that tell like posts apart."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._english: dict[str, tuple[str, ...]] = {}
        self._japanese: dict[str, tuple[str, ...]] = {}
        for title in knowledge.office_titles():
            key = folded(title.text)
            table = self._english if title.language == "en" else self._japanese
            table[key] = (*table.get(key, ()), title.office)
        self.last_words = frozenset(key.rpartition(" ")[2] for key in self._english)
        """Words that titles in English end with, in lower case."""
        self._longest = max(map(len, self._japanese), default=0)

    def beside(self, text: str, text_folded: str, found: Found) -> Found:
        """The find with the title that stands before it, or after it in Japanese."""
        if found.type is not EntityType.PERSON:
            return found
        if text[found.end - 1] >= "\u2e80":
            return self._after(text_folded, found)
        return self._before(text_folded, found)

    def _before(self, text: str, found: Found) -> Found:
        if found.start == 0 or text[found.start - 1] != " ":
            return found
        line = text.rfind("\n", 0, found.start) + 1
        head = text[max(line, found.start - _REACH) : found.start - 1]
        words = head.split(" ")[-_WORDS:]
        for count in range(len(words), 0, -1):
            title = " ".join(words[-count:]).lstrip("(\"'-")
            offices = self._english.get(title)
            if offices:
                start = found.start - 1 - len(title)
                offices = self._of_country(offices, text[max(line, start - 40) : start])
                return found.titled(offices, (start, found.start - 1))
        if words[-1].lstrip("(\"'-") in _SMALL_HONORIFICS:
            start = found.start - 1 - len(words[-1].lstrip("(\"'-"))
            return found.titled((), (start, found.start - 1))
        return found

    def _of_country(self, offices: tuple[str, ...], before: str) -> tuple[str, ...]:
        """The posts of the country named right before the title; none for a deputy's title."""
        words = before.split()
        if words and words[-1].rstrip("-") in _LOWER_RANKS:
            return ()
        match = _COUNTRY_BEFORE.search(before)
        if match is None:
            return offices
        pair = match.group(1)
        place = self._country(pair) or self._country(pair.rpartition(" ")[2])
        if place is None:
            return offices
        return tuple(
            held
            for held in offices
            if (post := self._knowledge.office(held)) and post.country == place
        )

    def _country(self, words: str) -> str | None:
        for name in self._knowledge.named(words):
            if name.entity.startswith("place/"):
                return name.entity
            if name.entity.startswith("norp/"):
                return countries(self._knowledge).get(name.entity)
        return None

    def _after(self, text: str, found: Found) -> Found:
        tail = text[found.end : found.end + self._longest + 1]
        skip = 1 if tail[:1] in ("・", " ", "元", "前") else 0
        for size in range(min(self._longest, len(tail) - skip), 0, -1):
            offices = self._japanese.get(tail[skip : skip + size])
            if offices:
                start = found.end + skip
                return found.titled(offices, (start, start + size))
        if tail[:1] in ("氏", "君") or tail.startswith("さん"):
            return found.titled((), (found.end, found.end + 1))
        return found


@lru_cache(maxsize=4)
def titles(knowledge: KnowledgeBase) -> Titles:
    """The titles of a knowledge base, indexed once."""
    return Titles(knowledge)


@lru_cache(maxsize=4)
def countries(knowledge: KnowledgeBase) -> dict[str, str]:
    """The country of each nationality, read off its name in Japanese (日本人 is of 日本)."""
    found: dict[str, str] = {}
    for entity in knowledge.entities():
        if entity.type is EntityType.NORP and entity.label_ja.endswith("人"):
            for name in knowledge.named(entity.label_ja[:-1]):
                place = knowledge.entity(name.entity)
                if place and place.type is EntityType.GPE:
                    found.setdefault(entity.id, place.id)
    return found
