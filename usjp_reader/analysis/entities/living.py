"""Who had been born, was grown up or still lived on the date of an article."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days
    from usjp_reader.knowledge.base import KnowledgeBase

_ADULT = 15
"""Years of age from which somebody may be in the news."""


def was_grown_up(person: str, days: Days | None, knowledge: KnowledgeBase) -> bool:
    """Whether an id is a person's who was born and grown up by the end of `days`."""
    entity = knowledge.entity(person)
    if entity is None or entity.type is not EntityType.PERSON:
        return False
    if entity.existence is None or days is None:
        return True
    born = entity.existence.earliest
    return born == date.min or born.year + _ADULT <= days.latest.year


def was_alive(person: str, days: Days | None, knowledge: KnowledgeBase) -> bool:
    """Whether somebody may still have lived at the beginning of `days`."""
    entity = knowledge.entity(person)
    if entity is None or entity.existence is None or days is None:
        return True
    return entity.existence.latest >= days.earliest
