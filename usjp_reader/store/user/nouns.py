"""The nouns that changes are about: one table each, with the columns its values have."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from usjp_reader.domain.changes import Scalar, Values


@dataclass(frozen=True, slots=True)
class Noun:
    """A table of the reader's work: `id`, its columns, and a checksum a row."""

    name: str
    columns: Mapping[str, type]


PASSAGE = Noun(
    "passage",
    {
        "article": str,
        "text_sha": str,
        "start": int,
        "end": int,
        "exact": str,
        "prefix": str,
        "suffix": str,
        "colour": str,
        "note": str,
        "tags": str,
        "state": str,
        "creator": str,
        "created": str,
        "modified": str,
    },
)
FLAG = Noun("flag", {"article": str, "flag": str})
ROOT = Noun("root", {"label": str, "added": str})

_ANCHOR = {
    "text_sha": str,
    "start": int,
    "end": int,
    "exact": str,
    "prefix": str,
    "suffix": str,
}
_WHO = {"creator": str, "modified": str}
FIELD = Noun("field", {"article": str, "name": str, "value": str, **_WHO})
LINE = Noun("line", {"article": str, **_ANCHOR, "kind": str, **_WHO})
LINE_RULE = Noun("line_rule", {"source": str, "line": str, "kind": str, **_WHO})
READING = Noun("reading", {"article": str, **_ANCHOR, "read_as": str, **_WHO})
LINK = Noun("link", {"article": str, **_ANCHOR, "entity": str, **_WHO})
LINK_RULE = Noun("link_rule", {"article": str, "text": str, "entity": str, **_WHO})
OWN_ENTITY = Noun(
    "own_entity",
    {"type": str, "label_en": str, "label_ja": str, "description": str, **_WHO},
)
OWN_NAME = Noun("own_name", {"entity": str, "text": str, "language": str, **_WHO})
MERGE = Noun("merge", {"old": str, "new": str, **_WHO})
HIDDEN_ENTITY = Noun("hidden_entity", {"entity": str, **_WHO})
MAPPING = Noun("mapping", {"columns": str, "fields": str, **_WHO})

CORRECTIONS = (FIELD, LINE, LINE_RULE, READING)
"""What the reader corrected in what the program found."""

NAMING = (LINK, LINK_RULE, OWN_ENTITY, OWN_NAME, MERGE, HIDDEN_ENTITY)
"""What the reader said of names."""

NOUNS = {noun.name: noun for noun in (PASSAGE, FLAG, ROOT, *CORRECTIONS, MAPPING, *NAMING)}
"""Every noun a change may be about. A new one is a row here and a migration."""


def row_sha(key: str, values: Values) -> str:
    """The checksum of a row: SQLite's own checks do not see damaged text."""
    canonical: list[tuple[str, Scalar]] = sorted(values.items())
    text = json.dumps([key, canonical], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
