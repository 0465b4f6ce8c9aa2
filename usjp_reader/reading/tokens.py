"""Token types of the reader's stream and how several marks on one stretch make one type.

A type is spelled from the outside in: `Token[.Passage.<Colour>][.Hit][.Entity.<Type>[.Doubtful]]`.
Each part inherits from what stands before it, as Pygments styles do, so a name inside a search hit
inside a yellow passage is `Token.Passage.Yellow.Hit.Entity.Person`: the hit replaces the yellow
background, the entity adds its colour. A stretch without marks has the type of its line instead.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, cast

from pygments.token import STANDARD_TYPES, Token

from usjp_reader.domain.entities import EntityType
from usjp_reader.domain.passages import Colour
from usjp_reader.domain.texts import CONTENT_KINDS, LineKind

if TYPE_CHECKING:
    from pygments.token import _TokenType

Entity = Token.Entity
Hit = Token.Hit
Marked = Token.Passage
Furniture = Token.Furniture
Title = Token.Title
Standfirst = Token.Standfirst
Subheading = Token.Subheading
Caption = Token.Caption

_CLASSES = {
    EntityType.PERSON: "ep",
    EntityType.NORP: "en",
    EntityType.FAC: "ef",
    EntityType.ORG: "eo",
    EntityType.GPE: "eg",
    EntityType.LOC: "el",
    EntityType.EVENT: "ee",
    EntityType.LAW: "ea",
}

LINE_TYPES: dict[LineKind, _TokenType] = {
    LineKind.TITLE: Title,
    LineKind.STANDFIRST: Standfirst,
    LineKind.SUBHEADING: Subheading,
    LineKind.CAPTION: Caption,
    LineKind.BODY: Token.Text,
} | {kind: getattr(Furniture, kind.title()) for kind in LineKind if kind not in CONTENT_KINDS}
"""The type of an unmarked stretch, by the kind of its line."""


@cache
def entity_token(of: EntityType, *, doubtful: bool = False) -> _TokenType:
    """The type of a mention, such as `Token.Entity.Person`."""
    token: _TokenType = getattr(Entity, of.title())
    return token.Doubtful if doubtful else token


@cache
def passage_token(colour: Colour) -> _TokenType:
    """The type of a passage, such as `Token.Passage.Yellow`."""
    token: _TokenType = getattr(Marked, colour.title())
    return token


@cache
def combined(
    entity: _TokenType | None, colour: Colour | None, hit: bool, kind: LineKind | None
) -> _TokenType:
    """The one type of a stretch that carries all of these; `entity` is from `entity_token`."""
    token: _TokenType = passage_token(colour) if colour else Token
    if hit:
        token = token.Hit
    if entity:
        for part in entity:
            token = getattr(token, part)
    if token is Token:
        return LINE_TYPES[kind] if kind else Token.Text
    return token


def entity_of(token: _TokenType) -> EntityType | None:
    """Which type of entity a token of the stream names, or None."""
    parts = tuple(token)  # a token type's own `in` asks for sub-types
    if "Entity" not in parts:
        return None
    return EntityType(parts[parts.index("Entity") + 1].upper())


def _register() -> None:
    """Give every type a short class of its own, or HTML would spell all its parents out."""
    classes = cast("dict[_TokenType, str]", STANDARD_TYPES)  # a plain dict, typed as a mapping
    for kind, token in LINE_TYPES.items():
        if kind is not LineKind.BODY:
            classes[token] = f"l-{kind}"
    names = {None: ""} | {
        entity_token(of, doubtful=doubtful): f"{short}{'d' * doubtful}"
        for of, short in _CLASSES.items()
        for doubtful in (False, True)
    }
    for (entity, short), colour, hit in product(names.items(), (None, *Colour), (False, True)):
        parts = [f"p-{colour}" if colour else "", "hit" if hit else "", short]
        if name := "-".join(part for part in parts if part):
            classes[combined(entity, colour, hit, None)] = name


_register()
