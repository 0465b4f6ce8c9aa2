"""The names of the tables, found in a folded text by one automaton. No name is weighed here."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from usjp_reader.analysis.entities.found import Found
from usjp_reader.analysis.entities.kanji import stands_alone
from usjp_reader.analysis.entities.places import unheld_places
from usjp_reader.analysis.entities.words import (
    COMMON_SURNAMES,
    GIVEN_NAMES,
    HONORIFICS,
    PLAIN_UPPER,
)
from usjp_reader.domain.entities import EntityType, Name
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.knowledge.base import KnowledgeBase

_LATIN_END = "\u2e80"
"""Characters below are of scripts that part words with blanks; from here on none does."""
_NAMELESS = Name("place/", "", "ja", "Jpan", "full")
"""Stands for a name without a row where only its neighbours are looked at."""
_TITLE_AFTER = re.compile(r"(?:天皇|上皇|皇太子|元帥|提督)$")
_POSSESSIVE = re.compile(r"(.+?)['’]s ")


class _Spelling(NamedTuple):
    """Names that share one spelling; `capitals` are the positions that must be upper case."""

    capitals: tuple[int, ...]
    names: tuple[Name, ...]


class _Entry(NamedTuple):
    """Names that share one folded text."""

    is_latin: bool
    spellings: tuple[_Spelling, ...]
    type: EntityType
    is_held: bool = True
    is_capital: bool = True
    """Whether every spelling begins with a capital."""


class Gazetteer:
    """Finds every name of a knowledge base, ends of words and capitals respected."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._types = {entity.id: entity.type for entity in knowledge.entities()}
        self._knowledge = knowledge
        entries = dict(self._entries())
        self._entries_in_order = list(entries.values())
        self._automaton = AhoCorasick(
            list(entries) or ["\0"],
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
        )

    def find(self, text: str, text_folded: str) -> list[Found]:
        """All names in the text, overlapping ones too; both texts are of one length."""
        found: list[Found] = []
        entries = self._entries_in_order
        for index, start, end in self._automaton.find_matches_as_indexes(
            text_folded, overlapping=True
        ):
            entry = entries[index]
            if entry.is_latin:
                if entry.is_capital and text[start].islower():
                    continue
                if not _is_whole(text, start, end):
                    continue
            if not entry.is_held:
                if _is_place_here(text, start, end, entry):
                    found.append(Found(start, end, entry.type))
                continue
            if entry.is_latin:
                names = _spelt(entry, text, start, end)
            else:
                names = stands_alone(text, start, end, entry.spellings[0].names)
            if names:
                found.append(Found(start, end, self._type_of(entry, names), names))
        return found

    def _type_of(self, entry: _Entry, names: tuple[Name, ...]) -> EntityType:
        if len(names) == 1:
            return self._types[names[0].entity]
        sure = [name for name in names if not name.needs_context]
        return self._types[sure[0].entity] if sure else entry.type

    def _entries(self) -> Iterator[tuple[str, _Entry]]:
        by_text: dict[str, dict[str, list[Name]]] = {}
        for name in self._knowledge.all_names():
            if name.entity in self._types and self._is_usable(name):
                by_text.setdefault(folded(name.text), {}).setdefault(name.text, []).append(name)
        for text, by_spelling in by_text.items():
            is_latin = text[0] < _LATIN_END or text[-1] < _LATIN_END
            if not is_latin:
                names = tuple(name for group in by_spelling.values() for name in group)
                spellings: tuple[_Spelling, ...] = (_Spelling((), names),)
            else:
                spellings = tuple(
                    _Spelling(_capitals(spelling), tuple(names))
                    for spelling, names in by_spelling.items()
                )
            type_ = self._types[spellings[0].names[0].entity]
            is_capital = is_latin and all(spelling[0].isupper() for spelling in by_spelling)
            yield text, _Entry(is_latin, spellings, type_, is_capital=is_capital)
        for spelling, type_ in unheld_places().items():
            if folded(spelling) not in by_text:
                yield folded(spelling), _Entry(spelling[0] < _LATIN_END, (), type_, is_held=False)

    def _is_usable(self, name: Name) -> bool:
        """Leave out what would swallow a place or is no name by itself."""
        text = name.text
        if not text or self._is_titled(name):
            return False
        if text[0] >= _LATIN_END:
            return True
        owner = _POSSESSIVE.match(text)
        if owner and self._is_place(owner.group(1)):
            return False
        if text[0].islower():
            return " " not in text and not name.needs_context and not self._is_norp(name)
        first, _, rest = text.partition(" ")
        if self._ends_in_noun(name):
            return False
        if rest[:1].islower() and self._is_norp(name):
            return False
        return not (rest[:1].islower() and name.needs_context and self._is_place(first))

    def _is_titled(self, name: Name) -> bool:
        """Whether a title stands in it before or after what is a name without it too."""
        if not name.entity.startswith("person/"):
            return False
        text, bare = name.text, ""
        if text[0] >= _LATIN_END:
            bare = _TITLE_AFTER.sub("", text)
        else:
            words = text.split(" ")
            while len(words) > 1 and words[0] in HONORIFICS | {
                "Crown",
                "Emeritus",
                "Generalissimo",
            }:
                del words[0]
            bare = " ".join(words)
        others = self._knowledge.names_of(name.entity) if bare != text else ()
        return any(other.text == bare for other in others)

    def _ends_in_noun(self, name: Name) -> bool:
        """Whether a common noun ends it, without which it is a name too: "APEC forum"."""
        bare, _, last = name.text.rpartition(" ")
        if not bare or not last.islower():
            return False
        return any(other.text == bare for other in self._knowledge.names_of(name.entity))

    def _is_norp(self, name: Name) -> bool:
        return self._types[name.entity] is EntityType.NORP

    def _is_place(self, text: str) -> bool:
        names = self._knowledge.named(text)
        return any(self._types.get(name.entity) is EntityType.GPE for name in names)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch of Latin letters is a word or words, not a part of one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() and before < _LATIN_END:
        return False
    if after.isalnum() and after < _LATIN_END:
        return False
    return not _is_in_longer(text, start, end)


def _is_in_longer(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation goes on ("U.S" in "U.S.S."), or a ship bears the name."""
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isupper() and "." in text[start:end]:
        return True
    return text.endswith(("U.S.S. ", "USS "), 0, start)


def _is_place_here(text: str, start: int, end: int, entry: _Entry) -> bool:
    """Whether the name of a place nobody holds is one here, not part of a person's name."""
    word = text[start:end]
    if not entry.is_latin:
        return bool(stands_alone(text, start, end, (_NAMELESS,)))
    if not word[0].isupper():
        return False
    if word in GIVEN_NAMES or word in COMMON_SURNAMES:
        return not text[end : end + 2].strip(" ")[:1].isupper()
    return True


def _capitals(spelling: str) -> tuple[int, ...]:
    return tuple(at for at, char in enumerate(spelling) if char.isupper())


def _spelt(entry: _Entry, text: str, start: int, end: int) -> tuple[Name, ...]:
    """The names whose capitals are capitals here; more capitals are no hindrance."""
    found: list[Name] = []
    for capitals, names in entry.spellings:
        if all(text[start + at].isupper() for at in capitals):
            found.extend(names)
    if found and end - start <= 5 and _is_plain_word(text, start, end):
        return ()
    return tuple(found)


def _is_plain_word(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation is only a word in a line that is all in capitals."""
    word = text[start:end]
    if not word.isupper() or word.lower() not in PLAIN_UPPER:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return line.isupper() and len(line) > 3 * len(word)


@lru_cache(maxsize=4)
def gazetteer(knowledge: KnowledgeBase) -> Gazetteer:
    """The gazetteer of a knowledge base, built once."""
    return Gazetteer(knowledge)
