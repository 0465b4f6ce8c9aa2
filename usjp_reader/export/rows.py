"""What every export of passages knows of one passage, and the count that ends an export."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.domain.messages import Message
from usjp_reader.export.citation import Citation, cite, page_of
from usjp_reader.export.quoting import Wording, as_quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.spans import Span


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A passage with the article it was marked in.

    Attributes:
        source_file: Where the article came from, as the reader knows it.
        wording: How misread words are quoted that the reader corrected.
    """

    passage: Passage
    article: Article
    source_file: str = ""
    wording: Wording = Wording.PRINTED

    @property
    def span(self) -> Span | None:
        """The place of the passage in the present text, or None when it has none there."""
        here = self.passage.anchor.text_sha == self.article.version.sha
        return self.passage.anchor.span if here else None

    @property
    def citation(self) -> Citation:
        """The citation with the page of the passage."""
        return cite(self.article, self.span)

    @property
    def page(self) -> str | None:
        """The page or pages of the passage, else those of the article."""
        page = page_of(self.article, self.span) if self.span else None
        return page or self.article.metadata.get("page")

    @property
    def quoted(self) -> str:
        """The words as they are quoted; of a text that has changed, the words as marked."""
        span = self.span
        if span is None:
            return self.passage.anchor.exact
        return as_quoted(self.article, span, self.wording)


@dataclass(slots=True)
class Tally:
    """Counts of an export under way.

    Attributes:
        passages: Passages written.
        unconfirmed: Of these, how many citations rest on something that is only inferred.
    """

    passages: int = 0
    unconfirmed: int = 0

    def counting(self, rows: Iterable[ExportRow]) -> Iterator[ExportRow]:
        """The same rows, counted as they pass."""
        for row in rows:
            self.passages += 1
            self.unconfirmed += row.citation.is_unconfirmed
            yield row

    @property
    def message(self) -> Message:
        """What is said at the end of the export."""
        if not self.unconfirmed:
            return Message("export.all_confirmed", {"passages": self.passages})
        params = {"passages": self.passages, "unconfirmed": self.unconfirmed}
        return Message("export.some_unconfirmed", params)
