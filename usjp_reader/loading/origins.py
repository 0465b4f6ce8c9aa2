"""What the program finds of an article by itself, field by field, and where it finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from usjp_reader.domain.articles import FieldValue
from usjp_reader.domain.corrections import PUBLISHED, Corrections
from usjp_reader.domain.dates import Where
from usjp_reader.domain.origins import FoundField, Origin
from usjp_reader.loading import pipeline

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Metadata, Record
    from usjp_reader.domain.dates import Dated
    from usjp_reader.knowledge.base import KnowledgeBase

_WHERE = {
    Where.TEXT: Origin.TEXT,
    Where.FILENAME: Origin.FILE_NAME,
    Where.URL: Origin.CONTAINER,
    Where.METADATA: Origin.CONTAINER,
}


def found_fields(
    record: Record,
    path: str,
    label: str,
    knowledge: KnowledgeBase,
    repeated: tuple[str, ...] = (),
) -> dict[str, FoundField]:
    """The fields of a record as they are found without the reader's corrections.

    Args:
        record: The record.
        path: Path of its file below its root, or "".
        label: What the root is called.
        knowledge: The knowledge base.
        repeated: Folded lines of it that stand in many articles of its source.

    Returns:
        By name; the date as `published` with its EDTF value.
    """
    analysed = pipeline.analyse(record, path, knowledge, Corrections(repeated=repeated))
    read = analysed.metadata
    whole = pipeline.with_fallbacks(analysed, f"{label}/{path}").metadata if path else read
    stated = record.container.metadata
    found = {
        name: FoundField(field, _origin(name, field, stated, read)) for name, field in whole.fields
    }
    return found | _dated(analysed.published)


def _origin(name: str, field: FieldValue, stated: Metadata, read: Metadata) -> Origin:
    if stated.field(name) == field:
        return Origin.CONTAINER
    if read.field(name) == field:
        return Origin.TEXT
    return Origin.FILE_NAME if name == "title" else Origin.FOLDER


def _dated(published: Dated) -> dict[str, FoundField]:
    if published.value is None:
        return {}
    where = published.evidence[0].where if published.evidence else Where.METADATA
    field = FieldValue(published.value.value, published.status)
    return {PUBLISHED: FoundField(field, _WHERE[where])}
