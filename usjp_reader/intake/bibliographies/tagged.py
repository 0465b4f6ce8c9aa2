"""What RIS and BibTeX share: named values, of which a table says what each means."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from usjp_reader.config.resources import read_toml, resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@cache
def table(name: str) -> dict[str, Any]:
    """The table `resources/bibliographies/<name>.toml`."""
    return read_toml(resource("bibliographies", f"{name}.toml"))


def first(entry: Mapping[str, Sequence[str]], names: Sequence[str]) -> str:
    """The first value that is there under any of these names."""
    return next((value for name in names for value in entry.get(name, ()) if value), "")


def every(entry: Mapping[str, Sequence[str]], names: Sequence[str]) -> list[str]:
    """All values under these names."""
    return [value for name in names for value in entry.get(name, ()) if value]


def stated(entry: Mapping[str, Sequence[str]], name: str) -> dict[str, str]:
    """The CSL variables that the table `name` finds in an entry, people left out."""
    return {field: first(entry, names) for field, names in table(name)["fields"].items()}


def unnamed(entry: Mapping[str, Sequence[str]], name: str) -> list[tuple[str, str]]:
    """What the table has no name for."""
    known = {
        one
        for section in ("fields", "dates", "people", "texts")
        for names in table(name).get(section, {}).values()
        for one in names
    }
    return [(key, "; ".join(values)) for key, values in entry.items() if key not in known]
