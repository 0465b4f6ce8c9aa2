"""What the tables say of one entity, for its page.

How often articles mention it, and with whom, is not known here; the caller fills that in.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from usjp_reader.domain.entity_pages import EntityPage, OfficeTerm, Related, RelationGroup
from usjp_reader.domain.messages import Message
from usjp_reader.domain.naming import OWN
from usjp_reader.knowledge.labels import entity_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from usjp_reader.domain.entities import Entity, Name, Relation, Tenure
    from usjp_reader.knowledge.base import KnowledgeBase

_SYMMETRIC = frozenset({"sibling-of", "spouse-of"})
"""Relations that hold both ways: the other one is named once, whichever way it was entered."""

_NEXT_DAY = range(2)
"""Days from one holder's last day to the first of the next: it is the same day, or the next."""

_WORDS = {
    "member-of": ("knowledge.relation_member_of", "knowledge.relation_members"),
    "spouse-of": ("knowledge.relation_spouse", "knowledge.relation_spouse"),
    "child-of": ("knowledge.relation_child_of", "knowledge.relation_children"),
    "grandchild-of": ("knowledge.relation_grandchild_of", "knowledge.relation_grandchildren"),
    "sibling-of": ("knowledge.relation_siblings", "knowledge.relation_siblings"),
    "successor-of": ("knowledge.relation_successor_of", "knowledge.relation_succeeded_by"),
    "capital-of": ("knowledge.relation_capital_of", "knowledge.relation_capital"),
    "stands-for": ("knowledge.relation_stands_for", "knowledge.relation_meant_by"),
    "signatory-of": ("knowledge.relation_signed", "knowledge.relation_signatories"),
    "agreement-of": ("knowledge.relation_parties", "knowledge.relation_party_to"),
    "located-in": ("knowledge.relation_located_in", "knowledge.relation_located_here"),
    "part-of": ("knowledge.relation_part_of", "knowledge.relation_parts"),
}
"""What a relation is called from its subject, and from its object; in the order of a page."""


def relation_words(relation: str, *, is_reverse: bool) -> Message:
    """What a page calls a relation: "Member of", "Members".

    Raises:
        KeyError: There is no such relation.
    """
    return Message(_WORDS[relation][is_reverse])


def entity_page(
    entity_id: str, knowledge: KnowledgeBase, name_order: str = "given-first"
) -> EntityPage:
    """What the tables say of an entity.

    Args:
        entity_id: Its id, or an old one.
        knowledge: The tables.
        name_order: `family-first` turns round the names of Japanese people in English.

    Raises:
        KeyError: There is no such entity.
    """
    entity = knowledge.entity(entity_id)
    if entity is None:
        raise KeyError(entity_id)
    is_disputed = not (entity.label_en or entity.label_ja)
    names = _names(entity, knowledge, is_disputed=is_disputed)
    label = knowledge.label(entity.id, "en", name_order)
    name = label or " / ".join(_full(names)) or entity.id
    return EntityPage(
        id=entity.id,
        type=entity.type,
        name=name,
        name_ja=entity.label_ja if entity.label_ja != name else "",
        is_disputed=is_disputed,
        is_own=entity.id.startswith(OWN),
        description=entity.description,
        qid=entity.qid,
        since=entity.since,
        until=entity.until,
        names=names,
        offices=tuple(
            [_term(one, knowledge, name_order) for one in knowledge.tenures_of(entity.id)]
        ),
        relations=tuple(_relations(entity.id, knowledge, name_order)),
    )


def _full(names: tuple[Name, ...]) -> list[str]:
    return sorted({name.text for name in names if name.kind == "full"})


def _names(entity: Entity, knowledge: KnowledgeBase, *, is_disputed: bool) -> tuple[Name, ...]:
    """Each name once, also where two entries that were merged share it."""
    found: dict[object, Name] = {}
    for name in knowledge.names_of(entity.id):
        found.setdefault((name.text, name.language, name.kind, name.period), name)
    if not is_disputed:
        return tuple(found.values())
    return tuple(sorted(found.values(), key=lambda name: (name.language, name.text)))


def _term(tenure: Tenure, knowledge: KnowledgeBase, name_order: str) -> OfficeTerm:
    office = knowledge.office(tenure.office)

    def holder(found: Tenure | None) -> Related | None:
        if found is None:
            return None
        person = knowledge.resolve(found.person)
        return Related(person, entity_label(person, knowledge, name_order), found.days)

    before, after = _neighbours(tenure, knowledge)
    return OfficeTerm(
        tenure.office,
        office.name_en if office else tenure.office,
        tenure.days,
        tenure.is_acting,
        tenure.is_current,
        holder(before),
        holder(after),
    )


def _neighbours(tenure: Tenure, knowledge: KnowledgeBase) -> tuple[Tenure | None, Tenure | None]:
    """Who held the office just before and just after; None where a gap lies between.

    The tables need not be complete: nobody is called a successor who came years later. Of two who
    came at once, who was no mere stand-in is taken.
    """
    own = knowledge.resolve(tenure.person)
    others = [
        one for one in knowledge.holders(tenure.office) if knowledge.resolve(one.person) != own
    ]
    begin, end = tenure.days.earliest, tenure.days.latest
    before = [one for one in others if (begin - one.days.latest).days in _NEXT_DAY]
    after = [one for one in others if (one.days.earliest - end).days in _NEXT_DAY]
    return (
        max(before, key=lambda one: (not one.is_acting, one.days.earliest), default=None),
        min(after, key=lambda one: (one.is_acting, one.days.latest), default=None),
    )


def _relations(entity: str, knowledge: KnowledgeBase, name_order: str) -> Iterator[RelationGroup]:
    forward: defaultdict[str, dict[str, Relation]] = defaultdict(dict)
    back: defaultdict[str, dict[str, Relation]] = defaultdict(dict)
    for row in knowledge.relations_of(entity):
        forward[row.relation].setdefault(knowledge.resolve(row.object), row)
    for row in knowledge.relations_to(entity):
        group = forward if row.relation in _SYMMETRIC else back
        group[row.relation].setdefault(knowledge.resolve(row.subject), row)
    for relation in _WORDS:
        for is_reverse, groups in ((False, forward), (True, back)):
            related = [
                Related(other, entity_label(other, knowledge, name_order), row.days)
                for other, row in groups.get(relation, {}).items()
                if other != entity and knowledge.entity(other) is not None
            ]
            if related:
                yield RelationGroup(relation, is_reverse, tuple(related))
