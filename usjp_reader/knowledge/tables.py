"""Reading the tables of `resources/knowledge/` into values. What they mean is not known here."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from itertools import chain, starmap
from typing import TYPE_CHECKING

from usjp_reader.config.resources import listed, read_cells, resource
from usjp_reader.domain.dates import Days, Edtf
from usjp_reader.domain.entities import Entity, EntityType, Name, Office, Relation, Tenure
from usjp_reader.domain.errors import ResourceError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    _T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """A text that, beside a name, claims a post: "Prime Minister", "首相"."""

    office: str
    text: str
    language: str
    needs_context: bool = False


@dataclass(frozen=True, slots=True)
class Redirect:
    """An id that was merged into another."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows of the knowledge base, in the order of the files."""

    entities: tuple[Entity, ...] = ()
    names: tuple[Name, ...] = ()
    offices: tuple[Office, ...] = ()
    titles: tuple[OfficeTitle, ...] = field(default=())
    tenures: tuple[Tenure, ...] = ()
    relations: tuple[Relation, ...] = ()
    redirects: tuple[Redirect, ...] = ()

    def joined(self, other: Tables) -> Tables:
        """These rows followed by those of `other`, such as the reader's own."""
        return Tables(
            **{
                item.name: getattr(self, item.name) + getattr(other, item.name)
                for item in fields(self)
            }
        )


def read_tables() -> Tables:
    """The shipped tables; a table that does not exist is empty.

    Raises:
        ResourceError: A table is malformed: a column is missing or a date cannot be read.
    """
    return Tables(
        entities=_read("entities", "id type label_en label_ja description qid from to", _entity),
        names=_read("names", "entity text language script kind order from to needs_context", _name),
        offices=_read("offices", "id name_en name_ja organisation country", Office),
        titles=_read("office-titles", "office text language needs_context", _title),
        tenures=_read("tenures", "person office kind from to", _tenure),
        relations=_read("relations", "subject relation object from to", _relation),
        redirects=_read("redirects", "old new", Redirect),
    )


def _read(table: str, columns: str, build: Callable[..., _T]) -> tuple[_T, ...]:
    """What is built of the cells of these columns of a table's files, in order."""
    try:
        resource("knowledge", table)
    except ResourceError:
        return ()
    names = columns.split()
    files = [read_cells(path, names) for path in listed(f"knowledge/{table}", ".tsv")]
    try:
        return tuple(starmap(build, chain.from_iterable(files)))
    except ValueError as error:
        name = f"knowledge/{table}"
        raise ResourceError("config.resource_broken", name=name, why=str(error)) from error


@lru_cache(maxsize=8192)
def period(start: str, end: str) -> Days | None:
    """The days from `start` to `end` (EDTF values); "" is open, both open is None.

    Raises:
        ValueError: One of them is no EDTF value, or the end comes before the start.
    """
    if not start and not end:
        return None
    first = Edtf.parse(start).days.earliest if start else date.min
    last = Edtf.parse(end).days.latest if end else date.max
    return Days(first, last)


def _entity(
    id: str,  # noqa: A002
    type: str,  # noqa: A002
    label_en: str,
    label_ja: str,
    description: str,
    qid: str,
    start: str,
    end: str,
) -> Entity:
    days = period(start, end)
    kind, seen = EntityType(type), qid or None
    return Entity(id, kind, label_en, label_ja, description, seen, days, start, end)


def _name(
    entity: str,
    text: str,
    language: str,
    script: str,
    kind: str,
    order: str,
    start: str,
    end: str,
    needs_context: str,
) -> Name:
    days = period(start, end) if start or end else None
    return Name(entity, text, language, script, kind, order, days, needs_context == "1")


def _title(office: str, text: str, language: str, needs_context: str) -> OfficeTitle:
    return OfficeTitle(office, text, language, needs_context == "1")


def _tenure(person: str, office: str, kind: str, start: str, end: str) -> Tenure:
    days = period(start, end) or Days(date.min, date.max)
    return Tenure(person, office, days, kind == "acting", not end)


def _relation(subject: str, relation: str, object: str, start: str, end: str) -> Relation:  # noqa: A002
    return Relation(subject, relation, object, period(start, end))
