"""What a citation prints of an article, and what of that nobody stated or confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.corrections import PUBLISHED
from usjp_reader.domain.dates import Status

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Metadata
    from usjp_reader.domain.dates import Dated

CITED = frozenset(
    {
        "author",
        "title",
        "edition",
        "section",
        "page",
        "collection-title",
        "number",
        "archive",
        "archive_location",
        "call-number",
        "source",
        "URL",
        "accessed",
    }
)
"""Fields that citations print as they are. A newspaper that is only guessed is never printed."""


def unconfirmed(metadata: Metadata, published: Dated) -> tuple[str, ...]:
    """Names of what a citation prints although it is only inferred; the date is `published`."""
    is_guessed = published.value is not None and published.status is Status.INFERRED
    fields = (
        name for name, field in metadata.fields if name in CITED and field.status is Status.INFERRED
    )
    return (*([PUBLISHED] if is_guessed else []), *fields)
