"""Choosing which organisation, place, agreement, event or people a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.dates import distance, in_period, in_use
from usjp_reader.analysis.entities.origins import origins
from usjp_reader.analysis.entities.persons import Choice
from usjp_reader.analysis.entities.reasons import said
from usjp_reader.analysis.entities.titles import countries
from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Name
    from usjp_reader.domain.messages import Message
    from usjp_reader.knowledge.base import KnowledgeBase

_KANJI = "\u2e80"
_UNKNOWN = {
    EntityType.ORG: "none_organisation",
    EntityType.LAW: "none_agreement",
    EntityType.EVENT: "none_event",
    EntityType.PERSON: "none_person",
}


class Things:
    """Chooses everything but persons for one article."""

    def __init__(
        self, knowledge: KnowledgeBase, days: Days | None, mentioned: dict[str, int]
    ) -> None:
        self._knowledge = knowledge
        self._days = days
        self._mentioned = mentioned
        self._origins = origins(knowledge)
        self._chosen: dict[tuple[str, EntityType, str | None], Choice] = {}

    def choose(self, text: str, rows: Sequence[Name], type_: EntityType, before: str) -> Choice:
        """Choose what `text` means.

        Args:
            text: The words, wraps undone.
            rows: Rows of the names table that it matches.
            type_: What kind of thing it is taken for.
            before: The words right before it.
        """
        beside = self._beside(before) if type_ is EntityType.ORG else None
        key = (text, type_, beside)
        if key not in self._chosen:
            self._chosen[key] = self._choice(text, rows, type_, beside)
        return self._chosen[key]

    def _choice(
        self, text: str, rows: Sequence[Name], type_: EntityType, beside: str | None
    ) -> Choice:
        if not rows:
            return Choice(None, said(_UNKNOWN.get(type_, "none_place")))
        usable = [row for row in rows if in_use(row, self._days)]
        if not usable:
            return Choice(None, said("none_period", text=text))
        ids = list(dict.fromkeys(row.entity for row in usable))
        if beside is not None:
            own = [one for one in ids if beside in self._origins.get(one, {beside})]
            if not own:
                return Choice(None, said("none_country"))
            ids = own
        if len(ids) == 1:
            return self._only(text, ids[0], usable)
        return self._among(text, ids, usable)

    def _only(self, text: str, id: str, rows: Sequence[Name]) -> Choice:  # noqa: A002
        label = self._knowledge.label(id)
        if label is None:
            return Choice(id, said("link_disputed", text=text))
        row = next(row for row in rows if row.entity == id)
        key = "link_name_then" if row.period and in_period(row, self._days) else "link_name"
        return Choice(id, said(key, text=text, label=label))

    def _among(self, text: str, ids: Sequence[str], rows: Sequence[Name]) -> Choice:
        """Several bear the name: by period, country, date, then the order of the tables."""
        current = {row.entity for row in rows if in_period(row, self._days)}
        sure = {row.entity for row in rows if not row.needs_context}
        keys = {
            one: (
                one not in current,
                -self._fullness(one),
                self._gap(one),
                -self._nearness(one),
                one not in sure,
                text[0] >= _KANJI and not self._is_japanese(one),
            )
            for one in ids
        }
        ranked = sorted(ids, key=lambda one: keys[one])
        first, second = ranked[0], ranked[1]
        label = self._knowledge.label(first)
        if label is None:
            return Choice(first, said("link_disputed", text=text))
        if keys[first][:1] != keys[second][:1]:
            return Choice(first, said("link_name_then", text=text, label=label))
        if keys[first][2] != keys[second][2]:
            return Choice(first, said("link_nearest_date", text=text, label=label))
        if keys[first] != keys[second]:
            return Choice(first, self._why_of_country(text, first, label))
        other = self._knowledge.label(second) or second
        return Choice(first, said("link_doubtful", label=label, other=other), doubtful=True)

    def _why_of_country(self, text: str, id: str, label: str) -> Message:  # noqa: A002
        places = sorted(self._origins.get(id, ()), key=lambda p: -self._mentioned.get(p, 0))
        country = self._knowledge.label(places[0]) if places else None
        if country and self._nearness(id):
            return said("link_country", text=text, label=label, country=country)
        return said("link_several", text=text, label=label)

    def _fullness(self, id: str) -> int:  # noqa: A002
        """Whether the article names it by a fuller name elsewhere."""
        return int(self._mentioned.get(id, 0) > 0)

    def _nearness(self, id: str) -> int:  # noqa: A002
        """How much the article speaks of its countries."""
        return sum(self._mentioned.get(place, 0) for place in self._origins.get(id, ()))

    def _is_japanese(self, id: str) -> bool:  # noqa: A002
        """Whether it is of Japan, as what Japanese names without a country mostly is."""
        return any(
            name.entity in self._origins.get(id, ()) for name in self._knowledge.named("日本")
        )

    def _gap(self, id: str) -> int:  # noqa: A002
        """Days between the article and its existence."""
        entity = self._knowledge.entity(id)
        return distance(self._days, entity.existence) if entity else 0

    def _beside(self, before: str) -> str | None:
        """The country whose name or nationality stands right before."""
        if before and before[-1] >= _KANJI:
            found = (self._country(before[-size:]) for size in (4, 3, 2) if len(before) >= size)
            return next((place for place in found if place), None)
        if not before.endswith(" "):
            return None
        words = [word.removesuffix("'s").removesuffix("’s") for word in before.split()[-2:]]
        if not words or not words[-1][:1].isupper():
            return None
        return self._country(" ".join(words)) or self._country(words[-1])

    def _country(self, words: str) -> str | None:
        for name in self._knowledge.named(words):
            if name.entity in countries(self._knowledge):
                return countries(self._knowledge)[name.entity]
            entity = self._knowledge.entity(name.entity)
            if entity and entity.type is EntityType.GPE and not name.text[:1].islower():
                return entity.id
        return None
