"""Periodisations as the files of `resources/eras/` state them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from usjp_reader.config.resources import listed, read_toml
from usjp_reader.domain.eras import Era, Periodisation, PeriodisationKind
from usjp_reader.domain.errors import BadQueryError, ResourceError

if TYPE_CHECKING:
    from pathlib import Path

_OPTIONAL = (
    "start_event",
    "end_event",
    "start_time",
    "start_place",
    "shared_start",
    "parallel",
    "authority",
    "note",
)


@cache
def periodisations() -> tuple[Periodisation, ...]:
    """The shipped periodisations in the order in which the window offers them.

    Raises:
        ResourceError: A file is malformed.
    """
    return tuple(_read(path) for path in listed("eras", ".toml"))


def periodisation(id: str) -> Periodisation:  # noqa: A002
    """The periodisation with that id.

    Raises:
        BadQueryError: There is none.
    """
    for found in periodisations():
        if found.id == id:
            return found
    known = ", ".join(each.id for each in periodisations())
    raise BadQueryError("knowledge.no_periodisation", id=id, known=known)


def _read(path: Path) -> Periodisation:
    values = read_toml(path)
    try:
        return periodisation_from(values)
    except (KeyError, ValueError, TypeError) as error:
        raise ResourceError("config.resource_broken", name=path.name, why=str(error)) from error


def periodisation_from(values: dict[str, Any]) -> Periodisation:
    """A periodisation from the content of such a file, ours or the reader's.

    Raises:
        KeyError: A value that must be there is missing.
        ValueError: A date is no day, or the kind is unknown.
    """
    eras = tuple(_era(item) for item in values.get("era", ()))
    return Periodisation(
        values["id"],
        values["name"],
        PeriodisationKind(values["kind"]),
        values["claimed_by"],
        values["why"],
        _with_shared_ends(eras),
    )


def _era(values: dict[str, Any]) -> Era:
    optional = {key: values[key] for key in _OPTIONAL if key in values}
    start, end = _day(values.get("start")), _day(values.get("end"))
    if start and end and start >= end:
        raise ValueError(f"era {values['id']} ends before it starts")
    return Era(values["id"], values["name"], start, end, **optional)


def _day(value: str | date | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _with_shared_ends(eras: tuple[Era, ...]) -> tuple[Era, ...]:
    """The eras, told whether the day on which they end is shared with the one that follows."""
    shared = {era.start for era in eras if era.shared_start}
    return tuple(replace(era, ends_shared=True) if era.end in shared else era for era in eras)
