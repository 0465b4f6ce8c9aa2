"""What the reader marks: a position, the exact quote, and what was thought of it."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from usjp_reader.domain.spans import Span

CONTEXT = 32
"""Code points kept before and after a quote, as W3C TextQuoteSelector tools do."""


class Colour(StrEnum):
    """The eight colours of passages, in the order of the keys 1 to 8."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    PURPLE = "purple"
    ORANGE = "orange"
    TEAL = "teal"
    GREY = "grey"


class PassageState(StrEnum):
    """Where a passage stands after its text changed."""

    ANCHORED = "anchored"
    MOVED = "moved"
    CHECK = "check"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A W3C TextPositionSelector and TextQuoteSelector into one text version, in code points."""

    text_sha: str
    span: Span
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def in_text(cls, text: str, text_sha: str, span: Span) -> Anchor:
        """The anchor of `span` in `text`.

        Raises:
            ValueError: The span is empty or reaches beyond the text.
        """
        if not span or span.end > len(text):
            raise ValueError(f"nothing to anchor at {span}")
        prefix = text[max(0, span.start - CONTEXT) : span.start]
        suffix = text[span.end : span.end + CONTEXT]
        return cls(text_sha, span, span.of(text), prefix, suffix)


@dataclass(frozen=True, slots=True)
class Passage:
    """What the reader marked. `id` is a UUID that stays through every exchange format."""

    id: str
    article: str
    anchor: Anchor
    colour: Colour
    created: datetime
    modified: datetime
    creator: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    state: PassageState = PassageState.ANCHORED

    def changed(self, at: datetime, **values: object) -> Passage:
        """A copy with other values, modified `at`."""
        return replace(self, modified=at, **values)  # type: ignore[arg-type]


def new_id() -> str:
    """A fresh UUID in its usual spelling."""
    return str(uuid.uuid4())


def normalised_tag(text: str) -> str:
    """A tag as it is stored: no outer blanks or slashes, no "#", single blanks; "" for none."""
    parts = (" ".join(re.sub(r"^[\s#]+", "", part).split()) for part in text.split("/"))
    return "/".join(part for part in parts if part)
