"""Which column holds which field: by its name, or as the reader said."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from usjp_reader.config.resources import read_toml, resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TEXT, SUMMARY, ID, PUBLISHED, YEAR = "text", "summary", "id", "published", "year"
"""Fields that are no CSL variable."""


def folded(name: str) -> str:
    """A name without what does not tell it from others: case, blanks, `_` and `-`."""
    return "".join(char for char in name.casefold() if char not in " _-\u3000\ufeff\t")


def signature(columns: Iterable[str]) -> str:
    """The name under which a mapping is remembered: the same for files with the same columns."""
    names = "\x1f".join(sorted(folded(column) for column in columns))
    return hashlib.sha256(names.encode("utf-8", "replace")).hexdigest()[:32]


def mapped(columns: Sequence[str], told: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """The column of each field that has one.

    Args:
        columns: Names of the columns as the file has them.
        told: (field, column) pairs that go before what names mean; a column that is not there is
            passed over, and one that was told serves no other field.
    """
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(folded(column), column)
    chosen = {field: by_name[folded(column)] for field, column in told if folded(column) in by_name}
    used = set(chosen.values())
    for field, names in _names().items():
        if field in chosen:
            continue
        found = next((by_name[name] for name in names if name in by_name), None)
        if found is not None and found not in used:
            chosen[field] = found
            used.add(found)
    if TEXT not in chosen and SUMMARY in chosen:
        chosen[TEXT] = chosen.pop(SUMMARY)
    return chosen


@cache
def fields() -> tuple[str, ...]:
    """The fields that a column may be said to hold, the most wanted first."""
    return (TEXT, *(field for field in _names() if field not in (TEXT, SUMMARY)))


@cache
def wrappers() -> tuple[str, ...]:
    """Names of JSON members that hold articles."""
    table = read_toml(resource("columns", "names.toml"))
    return tuple(folded(name) for name in table["wrappers"]["names"])


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    table = read_toml(resource("columns", "names.toml"))
    named = {TEXT: table[TEXT], SUMMARY: table[SUMMARY], **table["fields"]}
    return {field: tuple(folded(name) for name in names) for field, names in named.items()}
