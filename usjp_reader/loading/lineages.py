"""Articles that the reader touched, known again by any text that they ever had."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from usjp_reader.domain.articles import article_uid

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from usjp_reader.domain.articles import Container


class Lineages:
    """The touched articles of a library with the names of their texts."""

    def __init__(self, texts: Mapping[str, Sequence[str]]) -> None:
        """Make the book.

        Args:
            texts: The names of all texts of each touched article, by its uid.
        """
        self._texts = texts
        self._by_text: defaultdict[str, list[str]] = defaultdict(list)
        for uid, shas in texts.items():
            for sha in shas:
                self._by_text[sha].append(uid)

    def has(self, uid: str) -> bool:
        """Whether an article was touched."""
        return uid in self._texts

    def article_of(self, sha: str, container: Container) -> str | None:
        """The touched article that a record is a later text of, or None.

        An article's uid is made of its first text and of what its container states: a record that
        states another publisher or date is another article, however alike the words are.

        Args:
            sha: The name of the record's text.
            container: What its file states of it.
        """
        publisher, published = container.metadata.publisher, container.published
        for uid in self._by_text.get(sha, ()):
            firsts = (article_uid(text, publisher, published) for text in self._texts[uid])
            if uid in firsts:
                return uid
        return None
