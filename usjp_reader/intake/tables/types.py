"""What type of item a record of a table is: by a word in it, or by where its source is named."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource
from usjp_reader.domain.articles import FieldValue
from usjp_reader.domain.dates import Status
from usjp_reader.intake.tables.columns import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPE, _GENRE, _CONTAINER, _URL = "type", "genre", "container-title", "URL"


def item_type(stated: Mapping[str, str], columns: Mapping[str, str]) -> FieldValue | None:
    """The CSL type of a record, or None where nothing tells it.

    It is stated where a column says it, or where the column of the source is that of newspapers,
    journals or the like; a record that has only an address is inferred to be a web page.

    Args:
        stated: The values of its fields, as words.
        columns: The column of each field.
    """
    for field in (_TYPE, _GENRE):
        known = type_named(stated.get(field, ""))
        if known:
            return FieldValue(known)
    known = _by_name("columns").get(folded(columns.get(_CONTAINER, "")), "")
    if known and stated.get(_CONTAINER):
        return FieldValue(known)
    if stated.get(_URL) and not stated.get("page"):
        return FieldValue("webpage", Status.INFERRED)
    return None


def type_named(written: str) -> str:
    """The CSL type that a word in a table means, or ""."""
    return _by_name("values").get(folded(written), "")


@cache
def _by_name(part: str) -> dict[str, str]:
    rows = read_toml(resource("columns", "types.toml"))
    table = rows[part]
    found = {folded(name): kind for kind, names in table.items() for name in names}
    if part == "values":
        own = read_toml(resource("citations", "types.toml"))["types"]
        found = {folded(kind): kind for kind in own if kind not in rows["vague"]} | found
    return found
