"""What dating needs to know of people and offices, as little as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from usjp_reader.domain.entities import Entity, Tenure


class TermsProtocol(Protocol):
    """The part of the knowledge base that dating asks."""

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """Every term of office of a person."""

    def holders(self, office: str) -> tuple[Tenure, ...]:
        """Every term of an office."""

    def entity(self, id: str) -> Entity | None:  # noqa: A002  (the knowledge base's own name)
        """The entity of that id."""
