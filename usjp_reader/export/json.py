"""Passages as a JSON list, one object a line; the first keys are fixed for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from usjp_reader.export.rows import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from usjp_reader.export.rows import ExportRow


def write(rows: Iterable[ExportRow], out: TextIO) -> Tally:
    """Write one object a passage; positions are code points of the source text."""
    tally, separator = Tally(), "\n"
    out.write("[")
    for row in tally.counting(rows):
        out.write(separator + json.dumps(fields(row), ensure_ascii=False))
        separator = ",\n"
    out.write("\n]\n")
    return tally


def fields(row: ExportRow) -> dict[str, object]:
    """One passage by the names that other programs may rely on; `article` is the article's uid."""
    passage, anchor, article = row.passage, row.passage.anchor, row.article
    published = article.published
    return {
        "id": passage.id,
        "article": passage.article,
        "quote": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "colour": passage.colour.value,
        "note": passage.note,
        "tags": list(passage.tags),
        "state": passage.state.value,
        "creator": passage.creator,
        "created": passage.created.isoformat(),
        "modified": passage.modified.isoformat(),
        "title": article.metadata.title,
        "publisher": article.metadata.publisher,
        "published": published.value.value if published.value else None,
        "published_status": published.status.value if published.value else None,
        "source_file": row.source_file,
        "page": row.page,
        "citation": row.citation.text,
        "unconfirmed": list(row.citation.unconfirmed),
        "as_quoted": row.quoted,
        "specimen": article.metadata.is_specimen,
    }
