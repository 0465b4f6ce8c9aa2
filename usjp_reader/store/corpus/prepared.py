"""An article made ready to be stored, in whichever process: the one who writes only writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.citing import unconfirmed
from usjp_reader.store.corpus.codec import Details, encode
from usjp_reader.store.corpus.words import Indexed

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Analysed
    from usjp_reader.domain.texts import TextVersion


@dataclass(frozen=True, slots=True)
class ArticleToSave:
    """An article as it is saved.

    Attributes:
        columns: What its row says of it, in the order of the table.
        details: What lists do not show, packed.
        indexed: What the full-text index is told.
        keys: Facet values (kind, value) that it belongs to.
        sample: Hashes by which articles of the same story are found.
        source_key: What its source is called when lines of one source are compared.
        traces: Its short lines, by which those are found that repeat in its source.
    """

    version: TextVersion
    columns: tuple[str | int | None, ...]
    details: bytes
    indexed: Indexed
    keys: frozenset[tuple[str, str]]
    sample: tuple[int, ...] = ()
    source_key: str = ""
    traces: bytes = b""

    @classmethod
    def of(
        cls,
        analysed: Analysed,
        keys: frozenset[tuple[str, str]],
        word_count: int,
        lead: str,
        stages: str,
        source_key: str = "",
        sample: tuple[int, ...] = (),
        traces: bytes = b"",
    ) -> ArticleToSave:
        """Make an article ready.

        Args:
            analysed: What is known of it.
            keys: Facet values (kind, value) that it belongs to.
            word_count: Words of the article itself.
            lead: How its text begins, for lists.
            stages: Versions of the stages it was read with.
            source_key: What its source is called when lines of one source are compared.
            sample: Hashes by which articles of the same story are found.
            traces: Its short lines, by which those are found that repeat in its source.
        """
        version, is_specimen = analysed.version, int(analysed.metadata.is_specimen)
        return cls(
            version,
            (*_columns(analysed), word_count, lead, is_specimen, stages, source_key),
            encode(_details(analysed)),
            Indexed.of(
                analysed.metadata.title or "",
                version.text,
                analysed.lines,
                analysed.readings,
                analysed.derived,
            ),
            keys,
            sample,
            source_key,
            traces,
        )


def _columns(analysed: Analysed) -> tuple[str | int | None, ...]:
    published, metadata = analysed.published, analysed.metadata
    days = published.value.days if published.value else None
    return (
        analysed.version.sha,
        metadata.title or "",
        metadata.source or "",
        metadata.get("language") or "en",
        published.value.value if published.value else None,
        published.status.value,
        days.earliest.toordinal() if days else None,
        days.latest.toordinal() if days else None,
        int(bool(unconfirmed(metadata, published))),
    )


def _details(analysed: Analysed) -> Details:
    return Details(
        analysed.metadata,
        analysed.published,
        analysed.lines,
        analysed.mentions,
        analysed.dateline,
        analysed.agency,
        analysed.readings,
        analysed.about,
    )
