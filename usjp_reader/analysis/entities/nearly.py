"""Names one letter away from a known one: offered to the reader, never assumed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from rapidfuzz.distance import DamerauLevenshtein

from usjp_reader.domain.entities import EntityType
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from usjp_reader.knowledge.base import KnowledgeBase

_LEAST = 5
"""Letters of a word below which one letter is too much of it."""


def nearly_named(words: str, knowledge: KnowledgeBase) -> str | None:
    """The id of the one person whose full name differs from these words by one letter.

    One word of the name stands as it is; the other one has a letter too many, too few, another one
    or two changed about. Words of fewer than five letters do not count as misspelt.

    Args:
        words: A full name of two words or more, as printed.
        knowledge: The tables.
    """
    parts = folded(words).split()
    if len(parts) < 2 or not words.isascii():
        return None
    by_word = _by_word(knowledge)
    found = {
        person
        for part in {parts[0], parts[-1]}
        for name, person in by_word.get(part, ())
        if _differs_by_one(parts, name)
    }
    return found.pop() if len(found) == 1 else None


def _differs_by_one(parts: list[str], name: tuple[str, ...]) -> bool:
    if len(parts) != len(name):
        return False
    other = [(one, two) for one, two in zip(parts, name, strict=True) if one != two]
    if len(other) != 1:
        return False
    one, two = other[0]
    is_long = min(len(one), len(two)) >= _LEAST
    return is_long and DamerauLevenshtein.distance(one, two, score_cutoff=1) <= 1


_Index = dict[str, list[tuple[tuple[str, ...], str]]]
_WORDS: WeakKeyDictionary[KnowledgeBase, _Index] = WeakKeyDictionary()


def _by_word(knowledge: KnowledgeBase) -> _Index:
    """Full names of people, as words, with their ids, by first and by last word."""
    index = _WORDS.get(knowledge)
    if index is None:
        names: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        people = {one.id for one in knowledge.entities() if one.type is EntityType.PERSON}
        for row in knowledge.all_names():
            parts = tuple(folded(row.text).split())
            if row.language == "en" and len(parts) > 1 and row.entity in people:
                for part in {parts[0], parts[-1]}:
                    names[part].append((parts, knowledge.resolve(row.entity)))
        index = _WORDS[knowledge] = dict(names)
    return index
