"""Items in CSL-JSON, the input format of citation processors."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.intake.bibliographies.items import Item, item, person
from usjp_reader.intake.tables.columns import TEXT, mapped
from usjp_reader.intake.tables.values import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ALIASES = {"event": "event-title", "citation-label": "citation-key"}
_NOT_STATED = frozenset({"id", "issued", "custom"})


def is_entry(entry: object) -> bool:
    """Whether a JSON value is an item of CSL-JSON, and no article that bears its text."""
    return (
        isinstance(entry, dict)
        and entry.get("type") in csl_types()
        and "id" in entry
        and bool({"title", "issued", "container-title", "author"} & entry.keys())
        and mapped(tuple(map(str, entry))).get(TEXT) in (None, "abstract")
    )


@cache
def csl_types() -> frozenset[str]:
    """The types of items that CSL knows."""
    return frozenset(_table()["types"])


def items(entries: Sequence[object]) -> Iterator[Item]:
    """The items among the members of a CSL-JSON list."""
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, dict) and entry.get("type") in csl_types():
            yield _item(number, entry)


def _item(number: int, entry: Mapping[str, Any]) -> Item:
    table = _table()
    values: dict[str, str] = {}
    for name, value in entry.items():
        if name in _NOT_STATED:
            continue
        field = _ALIASES.get(name, name)
        if name in table["names"]:
            values[field] = _people(value)
        elif name in table["dates"]:
            values[field] = day(value)
        elif field not in values:
            values[field] = words(value)
    key = words(entry.get("id")).rpartition("/")[2]
    values["citation-key"] = values.get("citation-key") or ("" if _is_address(entry) else key)
    return item(
        number,
        values,
        key=key,
        published=day(entry.get("issued")),
        texts=(str(entry.get("abstract") or ""), str(entry.get("annote") or "")),
    )


def _is_address(entry: Mapping[str, Any]) -> bool:
    """Whether the id is Zotero's own (`http://zotero.org/users/…`), which nobody cites by."""
    return "://" in words(entry.get("id"))


def _people(value: object) -> str:
    names = []
    for name in value if isinstance(value, list) else [value]:
        if isinstance(name, dict):
            particle = words(name.get("non-dropping-particle") or name.get("dropping-particle"))
            family = " ".join(part for part in (particle, words(name.get("family"))) if part)
            suffix = words(name.get("suffix"))
            whole = words(name.get("literal")) or person(family, words(name.get("given")))
            names.append(f"{whole}, {suffix}" if suffix else whole)
        else:
            names.append(words(name) if isinstance(name, str) else "")
    return "; ".join(name for name in names if name)


def day(value: object) -> str:
    """A CSL date as it was written, else as an EDTF value."""
    if isinstance(value, str):
        return words(value)
    if not isinstance(value, dict):
        return ""
    written = words(value.get("raw") or value.get("literal") or value.get("edtf"))
    parts = value.get("date-parts")
    if not isinstance(parts, list):
        return written
    days = [one for part in parts if (one := _edtf(part))]
    if not days:
        return written
    circa = "~" if value.get("circa") and len(days) == 1 else ""
    return "/".join(days[:2]) + circa


def _edtf(parts: object) -> str:
    if not isinstance(parts, list):
        return ""
    numbers = [words(part) for part in parts[:3]]
    if not numbers or not all(number.isdecimal() for number in numbers):
        return ""
    year, *rest = numbers
    return "-".join([year.zfill(4), *(part.zfill(2) for part in rest)])


@cache
def _table() -> dict[str, Any]:
    return read_toml(resource("bibliographies", "csl.toml"))
