"""Pygments filters over the reader's token stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygments.filter import Filter

from usjp_reader.domain.entities import EntityType
from usjp_reader.reading.tokens import entity_of, without_entity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pygments.lexer import Lexer
    from pygments.token import _TokenType


class TypesFilter(Filter):
    """Shows mentions of some types as plain text; passages and hits stay.

    The option `hidden` holds the types, or their names in one string with blanks between.
    """

    def __init__(self, hidden: str | Collection[EntityType] = (), **options: object) -> None:
        super().__init__(**options)
        names = hidden.split() if isinstance(hidden, str) else hidden
        self.hidden = frozenset(EntityType(name) for name in names)

    def filter(
        self, _lexer: Lexer | None, stream: Iterable[tuple[_TokenType, str]]
    ) -> Iterator[tuple[_TokenType, str]]:
        """The stream with the types of hidden mentions taken away."""
        for token, value in stream:
            yield (without_entity(token) if entity_of(token) in self.hidden else token), value
