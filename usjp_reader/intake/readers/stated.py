"""What a bibliography states of a file, joined with what the file states of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import Container, Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.domain.articles import Refused


def with_container(
    parts: Sequence[Record | Refused], container: Container
) -> tuple[Record | Refused, ...]:
    """The parts of a file, its one record with what else is known of it.

    A file of many articles is not the one article that a bibliography speaks of.
    """
    if len(parts) != 1 or not isinstance(parts[0], Record):
        return tuple(parts)
    record = parts[0]
    return (replace(record, container=joined(container, record.container)),)


def joined(first: Container, second: Container) -> Container:
    """Both together; where both state a thing, the first is taken."""
    metadata = first.metadata
    for name, value in second.metadata.fields:
        if metadata.field(name) is None:
            metadata = metadata.updated(name, value)
    published = first.published or second.published
    return replace(
        second,
        metadata=metadata,
        published=published,
        aside=(*first.aside, *second.aside),
        facsimile=first.facsimile or second.facsimile,
    )
