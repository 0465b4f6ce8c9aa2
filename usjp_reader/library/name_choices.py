"""Who may be meant by a name, seen from the date of an article, for somebody who is to choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.dates import Days
from usjp_reader.knowledge.cards import card
from usjp_reader.knowledge.name_index import NameIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.domain.entities import Entity, EntityCard, EntityType
    from usjp_reader.domain.messages import Message
    from usjp_reader.knowledge.base import KnowledgeBase

MOST = 60
"""Entities that are shown at once; who is not among them needs another letter."""


@dataclass(frozen=True, slots=True)
class NameChoice:
    """Somebody or something that a name may mean.

    Attributes:
        entity: Its id.
        name: What it is called; several names side by side for disputed ones.
        other: What it is called in the other script, or "".
        heading: What this was on the article's date, or None.
        life: The days in which it existed, as far as they are known.
        service: The days from the first to the last office, where there was one.
    """

    entity: str
    type: EntityType
    name: str
    other: str
    description: str
    heading: Message | None
    life: Days | None
    service: Days | None


class NameChoices:
    """Answers who may be meant; made once for what the tables and the reader say."""

    def __init__(self, knowledge: KnowledgeBase, without: Iterable[str] = ()) -> None:
        """Index all names.

        Args:
            knowledge: The tables, joined with what the reader entered.
            without: Ids of hidden entities.
        """
        self._knowledge = knowledge
        self._index = NameIndex(knowledge, without)

    def sharing(
        self,
        words: str,
        days: Days | None,
        first: str = "",
        present: str = "",
        name_order: str = "given-first",
    ) -> tuple[NameChoice, ...]:
        """Who shares the words of a text: the nearest name first, then who was in office then.

        Args:
            words: As they stand in the text.
            days: When the article was published, or None where that is not known.
            first: What somebody is called who comes before all others: who was nearly found.
            present: Id of who is meant now: shown as well, whatever it is called; or "".
            name_order: `family-first` turns round the names of Japanese people in English.
        """
        shared = self._index.sharing(words)
        found = list(shared)[: 2 * MOST]
        if present and self._knowledge.entity(present) is not None and present not in found:
            found.append(present)
        choices = [self._choice(one, days, name_order) for one in found]
        places = {one.entity: place for place, one in enumerate(choices)}

        def weight(one: NameChoice) -> tuple[bool, int, int, int]:
            is_first = bool(first) and first in (one.name, self._knowledge.label(one.entity))
            nearness = shared.get(one.entity, len(shared))
            return not is_first, nearness, _fit(one, days), places[one.entity]

        return tuple(sorted(choices, key=weight)[:MOST])

    def typed(
        self, words: str, days: Days | None, name_order: str = "given-first"
    ) -> tuple[NameChoice, ...]:
        """Whom somebody means who has typed `words` so far, the best first."""
        found = self._index.typed(words)
        choices = [self._choice(one, days, name_order) for one in list(found)[: 2 * MOST]]

        def weight(one: NameChoice) -> tuple[int, int, int]:
            distance, length = found[one.entity]
            return distance, _fit(one, days), length

        return tuple(sorted(choices, key=weight)[:MOST])

    def _choice(self, entity: str, days: Days | None, name_order: str) -> NameChoice:
        known = card(entity, days, self._knowledge, name_order=name_order)
        row = self._knowledge.entity(entity)
        return NameChoice(
            known.id,
            known.type,
            known.name,
            _other(row, known),
            known.description,
            known.heading,
            row.existence if row else None,
            _service(known),
        )


def _other(row: Entity | None, known: EntityCard) -> str:
    return row.label_ja if row and row.label_ja and row.label_ja != known.name else ""


def _service(known: EntityCard) -> Days | None:
    if not known.offices:
        return None
    days = [office.days for office in known.offices]
    return Days(min(one.earliest for one in days), max(one.latest for one in days))


def _fit(one: NameChoice, days: Days | None) -> int:
    """How well somebody fits a date: in service then, alive then, not known, not alive."""
    if days is None:
        return 0
    if one.service is not None and one.service.intersection(days):
        return 0
    if one.life is None:
        return 2
    return 1 if one.life.intersection(days) else 3
