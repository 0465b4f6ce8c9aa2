"""An anchor as the column values of the change log, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.passages import Anchor
from usjp_reader.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from usjp_reader.domain.changes import Scalar


def anchor_values(anchor: Anchor) -> dict[str, Scalar]:
    """The columns of an anchor."""
    return {
        "text_sha": anchor.text_sha,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def anchor_from(text: Mapping[str, str]) -> Anchor:
    """The anchor of columns, each as text.

    Raises:
        KeyError: A column is missing.
        ValueError: A position is no number, or the end comes before the start.
    """
    span = Span(int(text["start"]), int(text["end"]))
    return Anchor(text["text_sha"], span, text["exact"], text["prefix"], text["suffix"])
