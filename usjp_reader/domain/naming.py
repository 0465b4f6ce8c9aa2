"""What the reader said of names: who is meant, and who else there is. Values only.

Like all corrections these are laid over what the program finds, and are stronger. What is said of
one place beats what is said of an article, and that beats what is said everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from usjp_reader.domain.entities import EntityType
    from usjp_reader.domain.passages import Anchor
    from usjp_reader.domain.spans import Span

NAMING_NOUNS = ("link", "link_rule", "own_entity", "own_name", "merge", "hidden_entity")
"""What these are called in the change log."""

NOBODY = ""
"""A name, but of nobody that is known."""

NO_NAME = "-"
"""No name at all."""

OWN = "user/"
"""How the ids of the reader's own entities begin."""


class Reach(StrEnum):
    """How far the reader's word reaches."""

    HERE = "here"
    ARTICLE = "article"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class LinkCorrection:
    """Whom one mention means; anchored as passages are.

    Attributes:
        entity: An id, `NOBODY` or `NO_NAME`.
    """

    id: str
    article: str
    anchor: Anchor
    entity: str


@dataclass(frozen=True, slots=True)
class LinkRule:
    """Whom some words mean wherever they stand in an article, or in any.

    Attributes:
        article: Its uid, or "" for all articles.
        text: The words; differences that `name_key` folds do not count.
        entity: An id, `NOBODY` or `NO_NAME`.
    """

    article: str
    text: str
    entity: str


@dataclass(frozen=True, slots=True)
class OwnEntity:
    """Somebody or something that the reader entered; `id` begins with `OWN`."""

    id: str
    type: EntityType
    label_en: str
    label_ja: str
    description: str


@dataclass(frozen=True, slots=True)
class OwnName:
    """A further name of an entity, the reader's own or one of the program's.

    Attributes:
        language: `en` or `ja`.
    """

    entity: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two entities are one: what was linked to `old` is linked to `new`."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class HiddenEntity:
    """An entity whose mentions are not shown, found or counted."""

    entity: str


NamingCorrection: TypeAlias = LinkCorrection | LinkRule | OwnEntity | OwnName | Merge | HiddenEntity


@dataclass(frozen=True, slots=True)
class WordsMean:
    """Whom some words mean in one text, and how far that was said.

    Attributes:
        key: The words as `name_key` folds them.
        entity: An id, `NOBODY` or `NO_NAME`.
        reach: `ARTICLE` or `EVERYWHERE`.
    """

    key: str
    entity: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class Naming:
    """What the reader said of the names in one text.

    Attributes:
        links: Places in this text and whom they mean.
        words: Words that stand in it; what is said of the article comes before the rest.
        types: The types of the reader's own entities among these.
        merged: Ids and what they were merged into, at the end of each chain.
        hidden: Ids of hidden entities.
    """

    links: tuple[tuple[Span, str], ...] = ()
    words: tuple[WordsMean, ...] = ()
    types: tuple[tuple[str, EntityType], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    hidden: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.links or self.words or self.merged or self.hidden)


NOTHING_NAMED = Naming()
