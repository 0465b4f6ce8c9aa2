"""What the reader said of names as the column values of the change log, and back."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.naming import (
    NAMING_NOUNS,
    HiddenEntity,
    LinkCorrection,
    LinkRule,
    Merge,
    OwnEntity,
    OwnName,
)
from usjp_reader.knowledge.deriving import name_key
from usjp_reader.library.anchor_values import anchor_from, anchor_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from usjp_reader.domain.changes import Scalar
    from usjp_reader.domain.naming import NamingCorrection

LINK, LINK_RULE, OWN_ENTITY, OWN_NAME, MERGE, HIDDEN_ENTITY = NAMING_NOUNS


def words_key(article: str, text: str) -> str:
    """The id of what is said of some words, in one article or ("") in all."""
    return _hashed(article, name_key(text))


def own_name_key(entity: str, text: str) -> str:
    """The id of a further name of an entity."""
    return _hashed(entity, name_key(text))


def _hashed(*parts: str) -> str:
    whole = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:32]


def to_values(said: NamingCorrection) -> dict[str, Scalar]:
    """The columns of what was said, but for who said it and when."""
    match said:
        case LinkCorrection():
            anchored = {"article": said.article, **anchor_values(said.anchor)}
            return {**anchored, "entity": said.entity}
        case LinkRule():
            return {"article": said.article, "text": said.text, "entity": said.entity}
        case OwnEntity():
            return {
                "type": said.type.value,
                "label_en": said.label_en,
                "label_ja": said.label_ja,
                "description": said.description,
            }
        case OwnName():
            return {"entity": said.entity, "text": said.text, "language": said.language}
        case Merge():
            return {"old": said.old, "new": said.new}
        case HiddenEntity():
            return {"entity": said.entity}


def noun_of(said: NamingCorrection) -> str:
    """What it is called in the change log."""
    return _NOUNS[type(said)]


def key_of(said: NamingCorrection) -> str:
    """The id of what was said: saying another thing of the same replaces it."""
    match said:
        case LinkCorrection() | OwnEntity():
            return said.id
        case LinkRule():
            return words_key(said.article, said.text)
        case OwnName():
            return own_name_key(said.entity, said.text)
        case Merge():
            return said.old
        case HiddenEntity():
            return said.entity


_NOUNS: dict[type, str] = {
    LinkCorrection: LINK,
    LinkRule: LINK_RULE,
    OwnEntity: OWN_ENTITY,
    OwnName: OWN_NAME,
    Merge: MERGE,
    HiddenEntity: HIDDEN_ENTITY,
}

READERS: dict[str, Callable[[str, Mapping[str, str]], NamingCorrection]] = {
    LINK: lambda key, text: LinkCorrection(key, text["article"], anchor_from(text), text["entity"]),
    LINK_RULE: lambda _, text: LinkRule(text["article"], text["text"], text["entity"]),
    OWN_ENTITY: lambda key, text: OwnEntity(
        key, EntityType(text["type"]), text["label_en"], text["label_ja"], text["description"]
    ),
    OWN_NAME: lambda _, text: OwnName(text["entity"], text["text"], text["language"]),
    MERGE: lambda _, text: Merge(text["old"], text["new"]),
    HIDDEN_ENTITY: lambda _, text: HiddenEntity(text["entity"]),
}
