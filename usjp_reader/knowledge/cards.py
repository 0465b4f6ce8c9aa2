"""Cards of entities, seen from a date. How often the library mentions them is added above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.entities import EntityCard, OfficeHeld
from usjp_reader.domain.messages import Message

if TYPE_CHECKING:
    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import Entity, Tenure
    from usjp_reader.knowledge.base import KnowledgeBase

_NOT_SHOWN = frozenset({"surname", "given"})


def card(
    entity_id: str,
    days: Days | None,
    knowledge: KnowledgeBase,
    language: str = "en",
    name_order: str = "given-first",
    wording: str = "",
) -> EntityCard:
    """The card of an entity as it was on the date of an article, without library statistics.

    Args:
        entity_id: Of an entity of the knowledge base, old ids too.
        days: When the article may have been published; None when that is unknown.
        knowledge: Where everything is looked up.
        language: Of the labels, `en` or `ja`.
        name_order: `given-first` or `family-first`, for Japanese people in English.
        wording: How the article words it; the name of disputed ones, which have no label.

    Raises:
        KeyError: There is no such entity.
    """
    entity = knowledge.entity(entity_id)
    if entity is None:
        raise KeyError(entity_id)
    name = knowledge.label(entity.id, language, name_order) or wording
    tenures = knowledge.tenures_of(entity.id)
    party = knowledge.party_of(entity.id, days)
    return EntityCard(
        id=entity.id,
        type=entity.type,
        name=name,
        other_names=_other_names(entity, name, knowledge),
        description=entity.description,
        heading=_heading(tenures, days, knowledge, language),
        offices=tuple(_held(tenure, knowledge, language) for tenure in tenures),
        party=knowledge.label(party, language) if party else None,
        per_year=(),
        articles=0,
    )


def _other_names(entity: Entity, shown: str, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The label in the other script first, then further spellings; a bare surname is none."""
    names = [text for text in (entity.label_en, entity.label_ja) if text]
    rows = (name for name in knowledge.names_of(entity.id) if name.kind not in _NOT_SHOWN)
    if not names:  # disputed: no name ranks before another
        texts = sorted((name.language, name.text) for name in rows)
        names = [text for _, text in texts]
    else:
        names.extend(name.text for name in rows)
    return tuple(text for text in dict.fromkeys(names) if text != shown)


def _held(tenure: Tenure, knowledge: KnowledgeBase, language: str) -> OfficeHeld:
    name = _office_name(tenure, knowledge, language)
    return OfficeHeld(name, tenure.days, tenure.is_acting, tenure.is_current)


def _office_name(tenure: Tenure, knowledge: KnowledgeBase, language: str) -> str:
    office = knowledge.office(tenure.office)
    if office is None:
        return tenure.office
    return (office.name_ja if language == "ja" else "") or office.name_en


def _heading(
    tenures: tuple[Tenure, ...], days: Days | None, knowledge: KnowledgeBase, language: str
) -> Message | None:
    """What this person was on the date, else the last post before it, else the first one after."""
    if days is None or not tenures:
        return None
    now = [tenure for tenure in tenures if tenure.days.intersection(days)]
    if now:
        sure = [t for t in now if t.days.earliest <= days.earliest and days.latest <= t.days.latest]
        tenure = (sure or now)[-1]
        key = "card_office_acting" if tenure.is_acting else "card_office_then"
        params = {"office": _office_name(tenure, knowledge, language)}
        return Message(f"knowledge.{key if sure else 'card_office_possibly'}", params)
    past = [tenure for tenure in tenures if tenure.days.latest < days.earliest]
    tenure = past[-1] if past else tenures[0]
    year = tenure.days.latest.year if past else tenure.days.earliest.year
    key = "card_after" if past else "card_before"
    office = _office_name(tenure, knowledge, language)
    return Message(f"knowledge.{key}", {"office": office, "year": year})
