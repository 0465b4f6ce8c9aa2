"""Whether an ambiguous name has enough support in the article to be read as a name at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.origins import origins
from usjp_reader.analysis.entities.titles import countries
from usjp_reader.analysis.entities.words import COMMON_SURNAMES, word_set
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from usjp_reader.analysis.entities.found import Found
    from usjp_reader.domain.entities import Name
    from usjp_reader.knowledge.base import KnowledgeBase

_BEFORE_NOUN = ("the ", "The ", "'s ", "’s ", "its ", "their ", "of ", "by ", "in ")
_KANJI = "\u2e80"
_COMMON = word_set(
    """
    House Diet Treasury Army Navy Marines Fed League Time Economist Apple Columbia Princeton
    Georgetown Berkeley Carnegie Ford Depression Occupation Pacific Atlantic Gulf Shogunate Reds
    """
)
"""Single words that are names only where an article or a preposition says so."""
_CAMPUSES = word_set(
    """
    Columbia Princeton Georgetown Berkeley Carnegie
    """
)


class Support:
    """What an article names beyond doubt, and so what speaks for its ambiguous names."""

    def __init__(self, found: Sequence[Found], knowledge: KnowledgeBase) -> None:
        self._origins = origins(knowledge)
        nations = countries(knowledge)
        self.present = {
            name.entity
            for item in found
            for name in item.names
            if not name.needs_context and not item.is_partial
        }
        self.titled = {
            name.entity for item in found if item.title and item.offices for name in item.names
        }
        places = self.present | {nations[norp] for norp in self.present if norp in nations}
        self.places = places | {
            row.object
            for place in places
            if place.startswith("place/")
            for row in knowledge.relations_of(place)
            if row.relation in ("capital-of", "part-of")
        }

    def supports(self, entity: str) -> bool:
        """Whether the article names the entity more fully, or its country."""
        if entity in self.present:
            return True
        return not self.places.isdisjoint(self._origins.get(entity, ()))

    def kept(self, text: str, found: Iterable[Found]) -> list[Found]:
        """The finds that are names here, each with the rows that may be meant."""
        weighed = (self._weighed(text, item) if item.names else item for item in found)
        return [item for item in weighed if item is not None]

    def _weighed(self, text: str, item: Found) -> Found | None:
        if not any(name.needs_context for name in item.names):
            return item
        names = tuple(name for name in item.names if self._is_supported(item, name))
        if names:
            return item if len(names) == len(item.names) else _narrowed(item, names)
        return item if _may_stand_alone(text, item, self) else None

    def _is_supported(self, item: Found, name: Name) -> bool:
        if not name.needs_context or name.entity in self.present:
            return True
        if name.entity.startswith("person/"):
            return item.title is not None or name.entity in self.titled
        is_short = _is_single(name.text) or (name.text[0] >= _KANJI and len(name.text) <= 2)
        return not is_short and self.supports(name.entity)


def _narrowed(item: Found, names: tuple[Name, ...]) -> Found:
    """The find with fewer rows; its type follows them, unless a title claims a person."""
    kinds = {name.entity.partition("/")[0] for name in names}
    if item.title is not None and "person" in kinds:
        people = tuple(name for name in names if name.entity.startswith("person/"))
        return replace(item, names=people, type=EntityType.PERSON)
    if item.type is EntityType.PERSON and "person" not in kinds:
        return replace(item, names=names, type=_TYPES.get(next(iter(kinds)), EntityType.ORG))
    return replace(item, names=names)


_TYPES = {
    "place": EntityType.GPE,
    "facility": EntityType.FAC,
    "agreement": EntityType.LAW,
    "event": EntityType.EVENT,
    "norp": EntityType.NORP,
}


def _is_single(text: str) -> bool:
    return " " not in text and "-" not in text and text[0] < _KANJI


def _may_stand_alone(text: str, item: Found, support: Support) -> bool:
    """Whether words without support are still a name, known or not."""
    word = text[item.start : item.end]
    if word[0] >= _KANJI:
        return _kanji_may_stand_alone(text, item, support)
    if not any(map(str.isupper, word)):
        return False
    if item.type is EntityType.PERSON:
        return item.title is not None or (word not in COMMON_SURNAMES and len(word) > 2)
    if item.type is EntityType.NORP:
        return True
    if not _is_single(word):
        return word[0].isupper()
    if "." in word:
        return item.type is EntityType.GPE
    return _is_noun_here(text, item, support)


def _is_noun_here(text: str, item: Found, support: Support) -> bool:
    """Single capitalised words: "the Diet", "in Korea"; never at the start of a sentence."""
    before = text[max(0, item.start - 4) : item.start]
    word = text[item.start : item.end]
    if item.type is EntityType.ORG and word.isalpha() and word not in _COMMON:
        return not word.isupper() or _is_free(text, item)
    if word in _CAMPUSES:
        return before.endswith(("at ", "om "))
    if not before.endswith(_BEFORE_NOUN) and item.type is not EntityType.GPE:
        return False
    if text[item.end : item.end + 2].lstrip(" ")[:1].isupper():
        return False
    if item.type is EntityType.ORG:
        return any(support.supports(entity) for entity in item.entities)
    if item.type is EntityType.GPE:
        supported = len(item.entities) > 1 or any(map(support.supports, item.entities))
        return supported or _is_where(text, item)
    return True


def _is_free(text: str, item: Found) -> bool:
    """Whether an abbreviation stands outside a line that is all in capitals."""
    line_end = text.find("\n", item.end)
    return not text[item.end : line_end if line_end >= 0 else None].isupper()


def _is_where(text: str, item: Found) -> bool:
    """Whether a place stands where only places do: "in Portsmouth", "PORTSMOUTH, N.H. --"."""
    before = text[max(0, item.start - 6) : item.start]
    if before.endswith((" in ", " at ", " near ", " from ")):
        return True
    return (not before or before[-1] == "\n") and text[item.end : item.end + 1] == ","


def _kanji_may_stand_alone(text: str, item: Found, support: Support) -> bool:
    word = text[item.start : item.end]
    if item.type is EntityType.PERSON:
        return item.title is not None or len(word) > 1
    if item.type is EntityType.GPE and len(word) > 1:
        after = text[item.end : item.end + 2]
        return after in ("基地", "市長", "市民", "県民", "港で", "港に") or after[:1] in "市県町村"
    if item.type is EntityType.ORG or item.type is EntityType.LAW:
        return len(word) > 2 and any(map(support.supports, item.entities))
    return item.type is EntityType.GPE and len(word) == 1
