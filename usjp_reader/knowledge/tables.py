"""Reading the tables of `resources/knowledge/` into values. What they mean is not known here."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import listed, read_table, resource
from usjp_reader.domain.dates import Days, Edtf
from usjp_reader.domain.entities import Entity, EntityType, Name, Office, Relation, Tenure
from usjp_reader.domain.errors import ResourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    _T = TypeVar("_T")

Row = dict[str, str]


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
        entities=_read("entities", _entity),
        names=_read("names", _name),
        offices=_read("offices", _office),
        titles=_read("office-titles", _title),
        tenures=_read("tenures", _tenure),
        relations=_read("relations", _relation),
        redirects=_read("redirects", lambda row: Redirect(row["old"], row["new"])),
    )


def rows_of(table: str) -> Iterator[Row]:
    """The raw rows of a shipped table, by column name; none if there is no such table."""
    try:
        resource("knowledge", table)
    except ResourceError:
        return
    for path in listed(f"knowledge/{table}", ".tsv"):
        yield from read_table(path)


def _read(table: str, build: Callable[[Row], _T]) -> tuple[_T, ...]:
    try:
        return tuple([build(row) for row in rows_of(table)])
    except (KeyError, ValueError) as error:
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


def _entity(row: Row) -> Entity:
    return Entity(
        row["id"],
        EntityType(row["type"]),
        row["label_en"],
        row["label_ja"],
        row["description"],
        row["qid"] or None,
        period(row["from"], row["to"]),
    )


def _name(row: Row) -> Name:
    return Name(
        row["entity"],
        row["text"],
        row["language"],
        row["script"],
        row["kind"],
        row["order"],
        period(row["from"], row["to"]),
        row["needs_context"] == "1",
    )


def _office(row: Row) -> Office:
    return Office(row["id"], row["name_en"], row["name_ja"], row["organisation"], row["country"])


def _title(row: Row) -> OfficeTitle:
    return OfficeTitle(row["office"], row["text"], row["language"], row["needs_context"] == "1")


def _tenure(row: Row) -> Tenure:
    days = period(row["from"], row["to"]) or Days(date.min, date.max)
    return Tenure(row["person"], row["office"], days, row["kind"] == "acting", not row["to"])


def _relation(row: Row) -> Relation:
    days = period(row["from"], row["to"])
    return Relation(row["subject"], row["relation"], row["object"], days)
