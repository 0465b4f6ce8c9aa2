"""Which countries an organisation or an agreement belongs to, as far as the tables say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.titles import countries
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from usjp_reader.knowledge.base import KnowledgeBase

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][a-z]+")
_CHAIN = 4


@lru_cache(maxsize=4)
def origins(knowledge: KnowledgeBase) -> dict[str, frozenset[str]]:
    """For each organisation, agreement and facility the ids of its countries, where known."""
    found: dict[str, frozenset[str]] = {}
    by_office = {
        office.organisation: office.country
        for office in knowledge.tables.offices
        if office.organisation and office.country
    }
    for entity in knowledge.entities():
        if entity.type in (EntityType.ORG, EntityType.LAW, EntityType.FAC):
            places = _related(knowledge, entity.id, by_office) or _named(knowledge, entity.id)
            if places:
                found[entity.id] = places
    for relation in knowledge.tables.relations:
        if relation.relation in ("signatory-of", "agreement-of"):
            before = found.get(relation.object, frozenset())
            found[relation.object] = before | {relation.subject}
    return found


def _related(knowledge: KnowledgeBase, id: str, by_office: dict[str, str]) -> frozenset[str]:  # noqa: A002
    """Follow "part-of" and "located-in" to a country."""
    here = id
    for _ in range(_CHAIN):
        if here in by_office:
            return frozenset({by_office[here]})
        onward = [
            row.object
            for row in knowledge.relations_of(here)
            if row.relation in ("part-of", "located-in", "capital-of")
        ]
        if not onward:
            break
        here = onward[0]
    return frozenset({here}) if here.startswith("place/") else frozenset()


def _named(knowledge: KnowledgeBase, id: str) -> frozenset[str]:  # noqa: A002
    """Read the country off a name: "Japanese Foreign Ministry"."""
    for name in knowledge.names_of(id):
        if name.language != "en":
            continue
        for word in _WORD.findall(name.text):
            place = _country(knowledge, word)
            if place:
                return frozenset({place})
    return frozenset()


def _country(knowledge: KnowledgeBase, word: str) -> str | None:
    for name in knowledge.named(word):
        if name.entity in countries(knowledge):
            return countries(knowledge)[name.entity]
        entity = knowledge.entity(name.entity)
        if entity and entity.type is EntityType.GPE and not name.needs_context:
            return entity.id
    return None
