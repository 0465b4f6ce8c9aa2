"""The knowledge base with what the reader said: own entities, further names, merged ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.entities import Entity, Name
from usjp_reader.domain.naming import HiddenEntity, Merge, OwnEntity, OwnName
from usjp_reader.knowledge.base import KnowledgeBase
from usjp_reader.knowledge.tables import Redirect, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.domain.corrections import Correction


def with_own(shipped: KnowledgeBase, said: Iterable[Correction]) -> KnowledgeBase:
    """The shipped knowledge base joined with what the reader said; itself where that is nothing."""
    said = tuple(said)
    own = Tables(
        entities=tuple(_entity(one) for one in said if isinstance(one, OwnEntity)),
        names=tuple(_name(one) for one in said if isinstance(one, OwnName)),
        redirects=tuple(Redirect(one.old, one.new) for one in said if isinstance(one, Merge)),
    )
    if not (own.entities or own.names or own.redirects):
        return shipped
    return KnowledgeBase(shipped.tables.joined(own))


def hidden_in(said: Iterable[Correction]) -> frozenset[str]:
    """The ids of hidden entities."""
    return frozenset(one.entity for one in said if isinstance(one, HiddenEntity))


def _entity(own: OwnEntity) -> Entity:
    return Entity(own.id, own.type, own.label_en, own.label_ja, own.description)


def _name(own: OwnName) -> Name:
    script = "Latn" if own.language == "en" else "Jpan"
    return Name(own.entity, own.text, own.language, script, "variant")
