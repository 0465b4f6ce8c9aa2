"""What a recogniser found in the derived text of an article, before positions are mapped back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from usjp_reader.domain.entities import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.domain.entities import Name

FULLER_KINDS = frozenset({"full", "short", "former", "variant", "abbreviation"})
"""Kinds of names that name a person by more than a surname or a given name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of derived text that may name something.

    Attributes:
        start: Code points into the derived text.
        end: Half-open.
        type: OntoNotes label.
        names: Rows of the names table that read like this; empty for names that no table holds.
        offices: Posts that a title beside it claims.
        title: Start and end of that title, if any.
    """

    start: int
    end: int
    type: EntityType
    names: tuple[Name, ...] = ()
    offices: tuple[str, ...] = ()
    title: tuple[int, int] | None = None

    @property
    def entities(self) -> tuple[str, ...]:
        """Ids in the order of the tables, each once."""
        if len(self.names) == 1:
            return (self.names[0].entity,)
        return tuple(dict.fromkeys([name.entity for name in self.names]))

    @property
    def is_partial(self) -> bool:
        """Whether it names a person by surname or given name alone."""
        return self.type is EntityType.PERSON and all(
            name.kind not in FULLER_KINDS for name in self.names
        )

    @property
    def needs_context(self) -> bool:
        """Whether the words alone are too ambiguous."""
        return bool(self.names) and all(name.needs_context for name in self.names)

    def titled(self, offices: tuple[str, ...], title: tuple[int, int]) -> Found:
        """A copy with the title beside it."""
        return replace(self, offices=offices, title=title)


def settled(found: Iterable[Found]) -> list[Found]:
    """Of overlapping finds the leftmost, then the longest, then the one a table holds."""
    kept: list[Found] = []
    end = 0
    for item in sorted(found, key=lambda item: (item.start, -item.end, not item.names)):
        if item.start >= end:
            kept.append(item)
            end = item.end
    return kept
