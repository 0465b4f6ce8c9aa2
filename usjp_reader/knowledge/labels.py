"""What an entity is called in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usjp_reader.knowledge.base import KnowledgeBase


def entity_label(entity: str, knowledge: KnowledgeBase, name_order: str = "given-first") -> str:
    """What an entity is called in a list; disputed ones bear all their English names."""
    label = knowledge.label(entity, name_order=name_order)
    if label:
        return label
    names = (n.text for n in knowledge.names_of(entity) if n.language == "en" and n.kind == "full")
    return " / ".join(sorted(names)) or entity
