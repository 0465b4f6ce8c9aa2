"""The knowledge base: entities, names, offices and dated facts, and what may be asked of them.

Where the rows come from is `tables`; how names are found in an article is `analysis`.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from functools import cache, cached_property
from typing import TYPE_CHECKING

from usjp_reader.domain.entities import EntityType
from usjp_reader.knowledge.folding import folded, is_kanji
from usjp_reader.knowledge.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Entity, Name, Office, Relation, Tenure
    from usjp_reader.knowledge.tables import OfficeTitle, Tables

    _T = TypeVar("_T")

FAMILY_FIRST = "family-first"


class KnowledgeBase:
    """Everything the tables say, indexed by id; immutable. Every id given may be an old one."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._redirects = {row.old: row.new for row in tables.redirects}
        self._entities = {row.id: row for row in tables.entities}
        self._offices = {row.id: row for row in tables.offices}

    @property
    def tables(self) -> Tables:
        """The rows it was made from."""
        return self._tables

    def resolve(self, id: str) -> str:  # noqa: A002
        """The id that `id` was merged into, or `id` itself."""
        if id not in self._redirects:
            return id
        seen = {id}
        while (new := self._redirects.get(id)) and new not in seen:
            seen.add(new)
            id = new  # noqa: A001
        return id

    def entity(self, id: str) -> Entity | None:  # noqa: A002
        """The entity with that id, through redirects, or None."""
        return self._entities.get(self.resolve(id))

    def entities(self) -> Iterable[Entity]:
        """All entities in the order of the tables."""
        return self._entities.values()

    def names_of(self, id: str) -> tuple[Name, ...]:  # noqa: A002
        """All names of an entity, in the order of the tables."""
        return self._names_by_entity.get(self.resolve(id), ())

    def all_names(self) -> tuple[Name, ...]:
        """All names of all entities."""
        return self._tables.names

    def named(self, text: str) -> tuple[Name, ...]:
        """The names that read like `text` once both are folded."""
        return self._names_by_text.get(folded(text), ())

    def office(self, id: str) -> Office | None:  # noqa: A002
        """The post with that id, or None."""
        return self._offices.get(self.resolve(id))

    def office_titles(self) -> tuple[OfficeTitle, ...]:
        """All texts that claim a post beside a name."""
        return self._tables.titles

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """The posts somebody held, in order of time."""
        return self._tenures_by_person.get(self.resolve(person), ())

    def holders(self, office: str) -> tuple[Tenure, ...]:
        """Who held a post, in order of time."""
        return self._tenures_by_office.get(self.resolve(office), ())

    def relations_of(self, id: str) -> tuple[Relation, ...]:  # noqa: A002
        """The facts that begin with this entity."""
        return self._relations_by_subject.get(self.resolve(id), ())

    def relations_to(self, id: str) -> tuple[Relation, ...]:  # noqa: A002
        """The facts that end with this entity."""
        return self._relations_by_object.get(self.resolve(id), ())

    def former_ids(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """The ids that were merged into this one, in the order of the tables."""
        new = self.resolve(id)
        return tuple(old for old in self._redirects if old != new and self.resolve(old) == new)

    def stands_for(self, place: str) -> str | None:
        """Id of the government that a capital may stand for, or None."""
        return self._object(place, "stands-for", None)

    def party_of(self, person: str, days: Days | None) -> str | None:
        """Id of the party somebody belonged to on `days` (on any day if None), or None."""
        found = [
            relation.object
            for relation in self.relations_of(person)
            if relation.relation == "member-of"
            and (days is None or relation.days is None or relation.days.intersection(days))
            and self._is_party(relation.object)
        ]
        return self.resolve(found[-1]) if found else None

    def label(
        self,
        id: str,  # noqa: A002
        language: str = "en",
        name_order: str = "given-first",
    ) -> str | None:
        """What the window calls an entity; None for unknown ids and for disputed ones.

        Args:
            id: Of an entity.
            language: `en` or `ja`; the other one is the fallback.
            name_order: `family-first` turns round the names of Japanese people in English.
        """
        entity = self.entity(id)
        if entity is None:
            return None
        if language == "ja" and entity.label_ja:
            return entity.label_ja
        label = entity.label_en or entity.label_ja
        if name_order == FAMILY_FIRST and _is_japanese_person(entity):
            return self._family_first(entity, label)
        return label or None

    def _family_first(self, entity: Entity, label: str) -> str:
        if any(n.text == label and n.order == FAMILY_FIRST for n in self.names_of(entity.id)):
            return label
        given, _, family = label.rpartition(" ")
        return f"{family} {given}" if given else label

    def _object(self, subject: str, relation: str, days: Days | None) -> str | None:
        for row in self.relations_of(subject):
            if row.relation == relation and (
                days is None or row.days is None or row.days.intersection(days)
            ):
                return self.resolve(row.object)
        return None

    def _is_party(self, id: str) -> bool:  # noqa: A002
        entity = self.entity(id)
        return entity is not None and (
            "party" in f"{entity.label_en} {entity.description}".lower() or "党" in entity.label_ja
        )

    @cached_property
    def _names_by_entity(self) -> Mapping[str, tuple[Name, ...]]:
        return _grouped(self._tables.names, lambda name: self.resolve(name.entity))

    @cached_property
    def _names_by_text(self) -> Mapping[str, tuple[Name, ...]]:
        return _grouped(self._tables.names, lambda name: folded(name.text))

    @cached_property
    def _relations_by_subject(self) -> Mapping[str, tuple[Relation, ...]]:
        return _grouped(self._tables.relations, lambda row: self.resolve(row.subject))

    @cached_property
    def _relations_by_object(self) -> Mapping[str, tuple[Relation, ...]]:
        return _grouped(self._tables.relations, lambda row: self.resolve(row.object))

    @cached_property
    def _tenures_by_person(self) -> Mapping[str, tuple[Tenure, ...]]:
        return _grouped(self._tenures, lambda row: self.resolve(row.person))

    @cached_property
    def _tenures_by_office(self) -> Mapping[str, tuple[Tenure, ...]]:
        return _grouped(self._tenures, lambda row: self.resolve(row.office))

    @cached_property
    def _tenures(self) -> list[Tenure]:
        return sorted(self._tables.tenures, key=lambda row: row.days)


def _grouped(rows: Iterable[_T], key: Callable[[_T], str]) -> dict[str, tuple[_T, ...]]:
    groups: defaultdict[str, list[_T]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(group) for name, group in groups.items()}


def _is_japanese_person(entity: Entity) -> bool:
    """Whether the name is written in kanji, as those of Japanese people are (and few others')."""
    return entity.type is EntityType.PERSON and any(map(is_kanji, entity.label_ja))


@cache
def load() -> KnowledgeBase:
    """The knowledge base that the program ships; read once.

    Raises:
        ResourceError: A table is malformed.
    """
    was_collecting = gc.isenabled()
    gc.disable()  # some 40,000 rows that stay: the collector would look through them in vain
    try:
        return KnowledgeBase(read_tables())
    finally:
        if was_collecting:
            gc.enable()
