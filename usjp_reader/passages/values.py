"""Passages as the column values of the change log, and back."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from usjp_reader.domain.passages import Anchor, Colour, Passage, PassageState
from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from usjp_reader.domain.changes import Values

NOUN = "passage"


def to_values(passage: Passage) -> Values:
    """One column a value: tags as a JSON array, times in ISO 8601."""
    anchor = passage.anchor
    return {
        "article": passage.article,
        "text_sha": anchor.text_sha,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "colour": passage.colour.value,
        "note": passage.note,
        "tags": json.dumps(passage.tags, ensure_ascii=False),
        "state": passage.state.value,
        "creator": passage.creator,
        "created": passage.created.isoformat(),
        "modified": passage.modified.isoformat(),
    }


def from_values(key: str, values: Values) -> Passage:
    """The passage with id `key`.

    Raises:
        KeyError: A column is missing.
        ValueError: A column does not hold what `to_values` writes.
    """
    text = {name: str(value) for name, value in values.items()}
    span = Span(int(text["start"]), int(text["end"]))
    anchor = Anchor(text["text_sha"], span, text["exact"], text["prefix"], text["suffix"])
    return Passage(
        key,
        text["article"],
        anchor,
        Colour(text["colour"]),
        datetime.fromisoformat(text["created"]),
        datetime.fromisoformat(text["modified"]),
        text["creator"],
        text["note"],
        tuple(str(tag) for tag in json.loads(text["tags"])),
        PassageState(text["state"]),
    )
