"""All that is known of one entity, as one value, and its mentions in context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usjp_reader.domain.articles import ArticleRow
    from usjp_reader.domain.dates import Days
    from usjp_reader.domain.entities import EntityType, Name
    from usjp_reader.domain.queries import Facet
    from usjp_reader.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Related:
    """Another entity that something is said of together with this one."""

    entity: str
    name: str
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """A term in an office; `office` is its id and `name` what it is called.

    Attributes:
        days: From the first to the last day; of a present holder to the end of time.
        predecessor: Who held it until then, where nobody came between; with the days in office.
        successor: Who held it from then on, likewise.
    """

    office: str
    name: str
    days: Days
    is_acting: bool = False
    is_current: bool = False
    predecessor: Related | None = None
    successor: Related | None = None


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """All entities that stand in one relation to an entity.

    Attributes:
        relation: Such as `member-of`.
        is_reverse: Whether the others are its subjects: the members, not what it is a member of.
    """

    relation: str
    is_reverse: bool
    related: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity with the number of articles that mention both."""

    entity: str
    name: str
    facet: Facet
    articles: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What a library knows of one entity.

    Attributes:
        id: Its present id, also where it was asked for by an older one.
        name: What it is called; of disputed ones all full names in alphabetical order.
        name_ja: What it is called in Japanese, where that is not `name`; "" of disputed ones.
        is_disputed: No name of it is put before the others.
        is_own: The reader entered it.
        since: When it came into being or was born, as the tables say it in EDTF; "" is not said.
        until: When it ended or died, likewise.
        names: Every text that may name it: in the order of the tables, of disputed ones in
            alphabetical order of language, then text.
        offices: Terms in order of time.
        articles: How many articles of the library mention it.
        per_year: Articles a year of publication, (year, count), doubtful ones left out.
        companions: Who and what is most often mentioned in the same articles, the most frequent
            first; of each facet only the first ones.
    """

    id: str
    type: EntityType
    name: str
    name_ja: str
    is_disputed: bool
    is_own: bool
    description: str
    qid: str | None
    since: str
    until: str
    names: tuple[Name, ...]
    offices: tuple[OfficeTerm, ...]
    relations: tuple[RelationGroup, ...]
    articles: int = 0
    per_year: tuple[tuple[int, int], ...] = ()
    companions: tuple[Companion, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionInContext:
    """One mention as a line: what stands before it, its words, what stands behind it.

    Attributes:
        article: Where it stands, without hits and the reader's flags.
        span: Position in the source text.
    """

    article: ArticleRow
    span: Span
    before: str
    words: str
    after: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class MentionLines:
    """Some mentions, by the date of their articles, those without one last.

    Attributes:
        following: How many articles come before the next lines; None at the end.
    """

    lines: tuple[MentionInContext, ...]
    following: int | None
