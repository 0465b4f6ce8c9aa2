"""People, organisations, places and agreements, and where an article mentions them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.messages import Message
    from usjp_reader.domain.spans import Span


class EntityType(StrEnum):
    """OntoNotes 5 labels. LAW includes treaties and agreements."""

    PERSON = "PERSON"
    NORP = "NORP"
    FAC = "FAC"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    EVENT = "EVENT"
    LAW = "LAW"


PLACE_TYPES = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
"""What the window calls places when it filters."""


@dataclass(frozen=True, slots=True)
class Name:
    """A text that may name an entity.

    Attributes:
        language: `en` or `ja`.
        script: ISO 15924: Latn, Jpan, Hira, Kana.
        kind: full, short, surname, given, abbreviation, former, variant.
        order: given-first, family-first or "".
        period: Days in which the name was in use; None is always.
        needs_context: The text alone is too ambiguous to be read as this entity.
    """

    entity: str
    text: str
    language: str
    script: str
    kind: str
    order: str = ""
    period: Days | None = None
    needs_context: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody held an office; the last day belongs to this holder and to the next."""

    person: str
    office: str
    days: Days
    is_acting: bool = False
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A post with dated holders."""

    id: str
    name_en: str
    name_ja: str
    organisation: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A dated fact between two entities, such as `member-of`."""

    subject: str
    relation: str
    object: str
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with an id; disputed ones have no labels.

    Attributes:
        existence: Days from the first to the last one it may have existed on.
        since: When it came into being, in EDTF as the tables say it; "" is not said.
        until: When it ended, likewise.
    """

    id: str
    type: EntityType
    label_en: str
    label_ja: str
    description: str = ""
    qid: str | None = None
    existence: Days | None = None
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that may name one of several entities, before the date is known.

    Attributes:
        span: Position in the source text: the name alone.
        text: The words as they stand there.
        type: The type shared by the candidates, or the most likely one.
        entities: Ids that the text may name, in the order of the tables; empty when the words look
            like a name that the knowledge base does not hold.
        offices: Offices that a title beside the name claims ("Prime Minister Fukuda").
        title: Span of that title, if any.
        read_as: What the words say where they were misread in scanning, else "".
        is_guess: Whether nobody but the program says so.
        is_relative: Whether it is the given name of a relative of somebody: "his father, Shigeru".
        is_titled: Whether a post or 氏 behind it says that it is somebody's name.
    """

    span: Span
    text: str
    type: EntityType
    entities: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    title: Span | None = None
    read_as: str = ""
    is_guess: bool = False
    is_relative: bool = False
    is_titled: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A position, a type and, where known, the entity.

    Attributes:
        span: Position in the source text: the name alone.
        text: The words as they stand there.
        entity: Id of the entity, or None where it is not known.
        stands_for: Id of the organisation a capital speaks for here, or None.
        doubtful: Whether another reading is nearly as good; drawn as doubtful.
        why: The sentence that says how the link was found.
        described: Whether no name stands there but a description; nothing counts these.
    """

    span: Span
    text: str
    type: EntityType
    entity: str | None
    why: Message
    stands_for: str | None = None
    doubtful: bool = False
    described: bool = False


def with_described(
    mentions: tuple[Mention, ...], described: Iterable[Mention]
) -> tuple[Mention, ...]:
    """Mentions with the descriptions that name nobody themselves, in order.

    "Japanese" in "the Japanese leader" stays a mention of its own.

    Args:
        mentions: In order and without overlaps.
        described: Descriptions.
    """
    starts = [one.span.start for one in mentions]
    ends = [one.span.end for one in mentions]
    free = [
        one
        for one in described
        if not any(
            other.type is EntityType.PERSON or not one.span.contains(other.span)
            for other in mentions[
                bisect_right(ends, one.span.start) : bisect_left(starts, one.span.end)
            ]
        )
    ]
    if not free:
        return mentions
    return tuple(sorted((*mentions, *free), key=lambda mention: mention.span))


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office on a card: what it is called and from when to when it was held."""

    name: str
    days: Days
    is_acting: bool
    is_current: bool


@dataclass(frozen=True, slots=True)
class EntityCard:
    """What the window shows about an entity, seen from the date of an article.

    Attributes:
        heading: What this was on the article's date ("Prime Minister on this date"), or None.
        name: The label, or the article's own wording for disputed ones.
        other_names: Names in the other script and further spellings.
        offices: Offices in order of time.
        per_year: Articles of the library per year of publication, (year, count), doubtful left out.
        articles: Articles of the library that mention it.
    """

    id: str
    type: EntityType
    name: str
    other_names: tuple[str, ...]
    description: str
    heading: Message | None
    offices: tuple[OfficeHeld, ...]
    party: str | None
    per_year: tuple[tuple[int, int], ...]
    articles: int
