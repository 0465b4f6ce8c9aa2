"""Values as tables and JSON files give them, made plain words."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from usjp_reader.intake.normalising import normalised

if TYPE_CHECKING:
    from collections.abc import Mapping

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
"""What JSON can say."""

_LONGEST = 10_000
_BLANKS = re.compile(r"\s+")
_EPOCH = re.compile(r"(\d{9,10})(?:\d{3}|\.\d+)?")
_DEPTH = 3
_MEMBERS = 3_000


def flattened(record: Mapping[str, Value], depth: int = _DEPTH) -> dict[str, Value]:
    """A JSON object whose inner objects are members named `outer.inner`."""
    flat: dict[str, Value] = {}
    for name, value in record.items():
        if len(flat) >= _MEMBERS:
            break
        if isinstance(value, dict) and value and depth > 1:
            inner = flattened(value, depth - 1)
            flat |= {f"{name}.{key}": found for key, found in inner.items()}
        else:
            flat[name] = value
    return flat


def words(value: Value) -> str:
    """A value as words on one line; lists are joined by "; ", "" where there is nothing."""
    if isinstance(value, list):
        return "; ".join(part for part in map(_name, value) if part)
    if isinstance(value, dict):
        return _name(value)
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _BLANKS.sub(" ", normalised(str(value))).strip()[:_LONGEST]


def _name(value: Value) -> str:
    """One of a list: words, or an object that has a name."""
    if isinstance(value, dict):
        for key in ("name", "literal", "fullname", "full_name", "label", "title", "value"):
            if isinstance(value.get(key), str):
                return words(value[key])
        first = value.get("given") or value.get("firstname") or value.get("first_name")
        last = value.get("family") or value.get("lastname") or value.get("last_name")
        return " ".join(part for part in (words(first), words(last)) if part)
    return "" if isinstance(value, list) else words(value)


def day(value: Value) -> str:
    """A date as it was written; seconds since 1970 are written out."""
    written = words(value)
    found = _EPOCH.fullmatch(written)
    if found:
        return datetime.fromtimestamp(int(found[1]), UTC).isoformat()
    return written
