"""What the reader asks the library for, as one value, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from usjp_reader.domain.entities import PLACE_TYPES, EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from usjp_reader.domain.dates import Days

_T = TypeVar("_T")


class Axis(StrEnum):
    """Whether an era means when an article was published or what it talks about."""

    PUBLISHED = "published"
    ABOUT = "about"


class Flag(StrEnum):
    """Sets of articles that the sidebar offers at its top."""

    UNREAD = "unread"
    STARRED = "starred"
    PASSAGES = "passages"
    UNDATED = "undated"
    REVIEW = "review"


class Facet(StrEnum):
    """What can be chosen by value; entity facets hold entity ids."""

    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    LAW = "agreement"
    EVENT = "event"
    NORP = "group"
    SOURCE = "source"
    LANGUAGE = "language"
    TAG = "tag"


FACET_OF = {
    EntityType.PERSON: Facet.PERSON,
    EntityType.ORG: Facet.ORG,
    EntityType.LAW: Facet.LAW,
    EntityType.EVENT: Facet.EVENT,
    EntityType.NORP: Facet.NORP,
    **dict.fromkeys(PLACE_TYPES, Facet.PLACE),
}
"""Under which facet an entity of each type is filed."""


class Sort(StrEnum):
    """Orders of a list."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    SOURCE = "source"
    LONGEST = "longest"


@dataclass(frozen=True, slots=True)
class EraChoice:
    """An era of a periodisation."""

    periodisation: str
    era: str


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """A value of a facet, wanted or unwanted."""

    facet: Facet
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Every condition a list of articles can have. Clauses combine with AND.

    The eras chosen in one periodisation combine with OR, and so do the wanted values of one facet.

    Attributes:
        words: What was typed into the search box, raw; never an FTS5 query.
        certain_only: Leave out articles whose date only possibly lies in a chosen era.
        published: Only articles that may have been published in these days.
        folded: Show one version of each story only, the first in the order.
    """

    words: str = ""
    eras: tuple[EraChoice, ...] = ()
    axis: Axis = Axis.PUBLISHED
    certain_only: bool = False
    facets: tuple[FacetChoice, ...] = ()
    flags: tuple[Flag, ...] = ()
    published: Days | None = None
    sort: Sort = Sort.NEWEST
    folded: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.words.strip() or self.eras or self.facets or self.flags or self.published)

    def toggled(self, choice: EraChoice | FacetChoice | Flag) -> ArticleQuery:
        """A copy with `choice` added, or taken away if it was there."""
        if isinstance(choice, EraChoice):
            return replace(self, eras=_toggled(self.eras, choice))
        if isinstance(choice, FacetChoice):
            return replace(self, facets=_toggled(self.facets, choice))
        return replace(self, flags=_toggled(self.flags, choice))


def _toggled(chosen: tuple[_T, ...], choice: _T) -> tuple[_T, ...]:
    if choice in chosen:
        return tuple(other for other in chosen if other != choice)
    return (*chosen, choice)


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value of a facet with the number of articles that have it under the current filter."""

    value: str
    label: str
    count: int
    type: str = ""


@dataclass(frozen=True, slots=True)
class EraCount:
    """An era with its counts under the current filter; `possible` excludes the certain ones."""

    era: str
    label: str
    certain: int
    possible: int


@dataclass(frozen=True, slots=True)
class Counts:
    """All counts of the sidebar for one query; each facet ignores its own choice.

    Attributes:
        years: Articles per year of publication; those whose date spans years are left out.
        years_doubtful: How many were left out for that reason.
        library: Articles in the whole library.
        marked: Of these, how many have passages.
    """

    total: int = 0
    flags: Mapping[Flag, int] = field(default_factory=dict)
    eras: Mapping[str, tuple[EraCount, ...]] = field(default_factory=dict)
    facets: Mapping[Facet, tuple[FacetCount, ...]] = field(default_factory=dict)
    years: tuple[tuple[int, int], ...] = ()
    years_doubtful: int = 0
    library: int = 0
    marked: int = 0
