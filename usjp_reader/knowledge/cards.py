"""What the window's card says about an entity, seen from the date of an article.

How often articles mention it is not known here; the caller fills that in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.entities import EntityCard, OfficeHeld
from usjp_reader.domain.messages import Message
from usjp_reader.knowledge.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Entity, Name, Office, Tenure
    from usjp_reader.knowledge.base import KnowledgeBase

_MOST_NAMES = 8
_PARTS = frozenset({"surname", "given"})


def card(
    entity_id: str,
    days: Days | None,
    knowledge: KnowledgeBase,
    *,
    language: str = "en",
    name_order: str = "given-first",
    wording: str = "",
) -> EntityCard:
    """The card of an entity.

    Args:
        entity_id: Its id, or an old one.
        days: When the article was published, or None where that is not known.
        knowledge: The tables.
        language: `en` or `ja`.
        name_order: `family-first` turns round the names of Japanese people in English.
        wording: The article's own words, shown for disputed entities, which have no label.

    Raises:
        KeyError: There is no such entity.
    """
    entity = knowledge.entity(entity_id)
    if entity is None:
        raise KeyError(entity_id)
    name = (
        knowledge.label(entity.id, language, name_order) or wording or _all_names(entity, knowledge)
    )
    party = knowledge.party_of(entity.id, days)
    tenures = knowledge.tenures_of(entity.id)
    return EntityCard(
        id=entity.id,
        type=entity.type,
        name=name,
        other_names=_other_names(name, knowledge.names_of(entity.id), language),
        description=entity.description,
        heading=_heading(tenures, days, knowledge, language) if days else None,
        offices=tuple([_held(tenure, knowledge, language) for tenure in tenures]),
        party=knowledge.label(party, language) if party else None,
        per_year=(),
        articles=0,
    )


def _all_names(entity: Entity, knowledge: KnowledgeBase) -> str:
    """The full names of a disputed entity side by side: none is put before the others."""
    names = {name.text for name in knowledge.names_of(entity.id) if name.kind == "full"}
    return " / ".join(sorted(names)) or entity.id


def _other_names(shown: str, names: Sequence[Name], language: str) -> tuple[str, ...]:
    """Names in the other script first, then further spellings; each once."""
    usable = [name for name in names if name.kind not in _PARTS]
    usable.sort(
        key=lambda name: (name.kind != "full", name.needs_context, name.language == language)
    )
    found: dict[str, str] = {}
    for name in usable:
        found.setdefault(folded(name.text), name.text)
    found.pop(folded(shown), None)
    return tuple(found.values())[:_MOST_NAMES]


def _held(tenure: Tenure, knowledge: KnowledgeBase, language: str) -> OfficeHeld:
    name = _office_name(tenure, knowledge, language)
    return OfficeHeld(name, tenure.days, tenure.is_acting, tenure.is_current)


def _heading(
    tenures: Sequence[Tenure], days: Days, knowledge: KnowledgeBase, language: str
) -> Message | None:
    """What somebody was on the date, else had been before it, else became after it."""
    ranks = {office.id: rank for rank, office in enumerate(knowledge.tables.offices)}
    ranked = sorted(tenures, key=lambda tenure: ranks.get(tenure.office, len(ranks)))
    for tenure in ranked:
        if tenure.days.intersection(days):
            return _now(tenure, days, _office_name(tenure, knowledge, language))
    past = [tenure for tenure in ranked if tenure.days.latest < days.earliest]
    if past:
        last = max(t.days.latest for t in past if t.office == past[0].office)
        office = _office_name(past[0], knowledge, language)
        return Message("knowledge.card_after", {"office": office, "year": str(last.year)})
    if ranked:
        first = min(t.days.earliest for t in ranked if t.office == ranked[0].office)
        office = _office_name(ranked[0], knowledge, language)
        return Message("knowledge.card_before", {"office": office, "year": str(first.year)})
    return None


def _now(tenure: Tenure, days: Days, office: str) -> Message:
    if tenure.days.intersection(days) != days:
        return Message("knowledge.card_office_possibly", {"office": office})
    key = "card_office_acting" if tenure.is_acting else "card_office_then"
    return Message(f"knowledge.{key}", {"office": office})


def _office_name(tenure: Tenure, knowledge: KnowledgeBase, language: str) -> str:
    office: Office | None = knowledge.office(tenure.office)
    if office is None:
        return tenure.office
    return office.name_ja if language == "ja" and office.name_ja else office.name_en
