"""Corrections as the column values of the change log, and back."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from usjp_reader.domain.corrections import (
    NOUNS,
    FieldCorrection,
    LineCorrection,
    LineRule,
    ReadingCorrection,
)
from usjp_reader.domain.texts import LineKind
from usjp_reader.library import naming_values
from usjp_reader.library.anchor_values import anchor_from, anchor_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from usjp_reader.domain.changes import Scalar, Values
    from usjp_reader.domain.corrections import Correction

FIELD, LINE, LINE_RULE, READING = NOUNS[:4]
LINK, LINK_RULE = naming_values.LINK, naming_values.LINK_RULE
ANCHORED = (LINE, READING, LINK)
"""What points at a place in a text, and follows it into a newer one."""
OF_ARTICLES = (FIELD, LINK_RULE, *ANCHORED)
"""What is said of one article, or may be."""

log = logging.getLogger(__name__)


def field_key(article: str, name: str) -> str:
    """The id of the correction of a field."""
    return f"{article}/{name}"


def rule_key(source: str, line: str) -> str:
    """The id of the rule for a line of a source."""
    return hashlib.sha256(f"{source}\x1f{line}".encode()).hexdigest()[:32]


def to_values(correction: Correction) -> dict[str, Scalar]:
    """The columns of a correction, but for who made it and when."""
    if isinstance(correction, FieldCorrection):
        return {
            "article": correction.article,
            "name": correction.name,
            "value": correction.value,
        }
    if isinstance(correction, LineRule):
        return {
            "source": correction.source,
            "line": correction.line,
            "kind": correction.kind.value,
        }
    if isinstance(correction, LineCorrection | ReadingCorrection):
        anchored = {"article": correction.article, **anchor_values(correction.anchor)}
        if isinstance(correction, LineCorrection):
            return {**anchored, "kind": correction.kind.value}
        return {**anchored, "read_as": correction.read_as}
    return naming_values.to_values(correction)


def from_values(noun: str, key: str, values: Values) -> Correction:
    """The correction that an item of `noun` is.

    Raises:
        KeyError: A column is missing, or the noun is none of `NOUNS`.
        ValueError: A column does not hold what `to_values` writes.
    """
    return _READERS[noun](key, {name: str(value) for name, value in values.items()})


def corrections_from(noun: str, items: Mapping[str, Values]) -> dict[str, Correction]:
    """The items of a noun by their ids; a damaged one does not hide the others."""
    found = {}
    for key, values in items.items():
        try:
            found[key] = from_values(noun, key, values)
        except ValueError as error:
            log.error("the correction %s is damaged and is left out (%s)", key, error)
    return found


_READERS: dict[str, Callable[[str, Mapping[str, str]], Correction]] = {
    FIELD: lambda _, text: FieldCorrection(text["article"], text["name"], text["value"]),
    LINE: lambda key, text: LineCorrection(
        key, text["article"], anchor_from(text), LineKind(text["kind"])
    ),
    LINE_RULE: lambda _, text: LineRule(text["source"], text["line"], LineKind(text["kind"])),
    READING: lambda key, text: ReadingCorrection(
        key, text["article"], anchor_from(text), text["read_as"]
    ),
    **naming_values.READERS,
}
