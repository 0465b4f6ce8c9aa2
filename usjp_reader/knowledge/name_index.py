"""Entities by the words that somebody types, or that stand in a text: all names at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.knowledge.deriving import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from usjp_reader.knowledge.base import KnowledgeBase

_EQUAL, _BEGINS, _HOLDS, _ELSEWHERE = range(4)
_PARTS = frozenset({"surname", "short", "abbreviation"})
_SHORTEST_PART = 2
"""Code points of a name that may be a part of longer words: one kanji is in too many."""


class NameIndex:
    """All names of a knowledge base, folded once; every question looks at each of them.

    Ten thousand names are looked through within some milliseconds: no tree would be worth while.
    """

    def __init__(self, knowledge: KnowledgeBase, without: Iterable[str] = ()) -> None:
        """Fold all names.

        Args:
            knowledge: The tables.
            without: Ids of entities that are left out.
        """
        left_out = frozenset(without)
        found = dict.fromkeys(_named(knowledge))
        rows = [row for row in found if row[0] not in left_out]
        self._entities = [entity for entity, _, _ in rows]
        self._keys = [key for _, key, _ in rows]
        self._is_part = [is_part for _, _, is_part in rows]

    def typed(self, words: str) -> dict[str, tuple[int, int]]:
        """Ids of the entities that somebody means who has typed `words` so far, the best first.

        Every word that was typed begins a word of one name; in Japanese it may stand anywhere.

        Returns:
            For each how far its best name is from the words (0 is equal), and the name's length.
        """
        wanted = _spaced(words).split()
        if not wanted:
            return {}
        whole = " ".join(wanted)
        marks = [_mark(word) for word in wanted]
        best: dict[str, tuple[int, int]] = {}
        for entity, key in zip(self._entities, self._keys, strict=True):
            if all(mark in key for mark in marks):
                name = key.strip()
                rank = _EQUAL if name == whole else _BEGINS if name.startswith(whole) else _HOLDS
                weight = (rank, len(name))
                if entity not in best or weight < best[entity]:
                    best[entity] = weight
        return dict(sorted(best.items(), key=lambda item: (item[1], item[0])))

    def sharing(self, words: str) -> dict[str, int]:
        """Ids of the entities that share words of a text, the nearest first.

        Returns:
            For each how far it is: those called so, those called so among other words, and those of
            whose name a part stands there.
        """
        whole = _spaced(words).strip()
        if not whole:
            return {}
        wanted = [f" {word} " if word.isascii() else word for word in whole.split()]
        padded = f" {whole} "
        best: dict[str, int] = {}
        rows = zip(self._entities, self._keys, self._is_part, strict=True)
        for entity, key, is_part in rows:
            if key == padded:
                rank = _EQUAL
            elif all(word in key for word in wanted):
                rank = _HOLDS
            elif is_part and len(key) - 2 >= _SHORTEST_PART and _stands(key, padded):
                rank = _ELSEWHERE
            else:
                continue
            best[entity] = min(rank, best.get(entity, rank))
        return dict(sorted(best.items(), key=lambda item: (item[1], item[0])))


def _named(knowledge: KnowledgeBase) -> Iterator[tuple[str, str, bool]]:
    """The entity, the folded name between two blanks, and whether it is only part of a name."""
    for name in knowledge.all_names():
        entity, key = knowledge.resolve(name.entity), _spaced(name.text)
        if key.strip() and knowledge.entity(entity) is not None:
            yield entity, key, name.kind in _PARTS
    for one in knowledge.entities():
        for label in filter(None, (one.label_en, one.label_ja)):
            yield knowledge.resolve(one.id), _spaced(label), False


def _spaced(text: str) -> str:
    """A name as it is compared, its words between single blanks, with one at each end."""
    return f" {' '.join(name_key(text).replace('-', ' ').split())} "


def _mark(word: str) -> str:
    return f" {word}" if word.isascii() else word


def _stands(key: str, padded: str) -> bool:
    return key in padded if key.isascii() else padded.startswith(f" {key.strip()}")
