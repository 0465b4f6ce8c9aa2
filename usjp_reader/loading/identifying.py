"""Which article a record is: a new one, one that is known, or one whose text has changed.

A record is told by its text and by what its file states, or by its text and the key by which it is
cited. Only where all of this is new does it count that the file held another record under the same
name; and then only if that other one is gone from the file. A row that is put in at the top of a
table moves all others, and changes none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from usjp_reader.domain.reports import Outcome
from usjp_reader.store.corpus import articles, files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from usjp_reader.loading.jobs import ReadRecord
    from usjp_reader.loading.lineages import Lineages
    from usjp_reader.store.connection import Connection


class Identifier:
    """Identifies the records of one file."""

    def __init__(
        self,
        connection: Connection,
        old: Mapping[str, tuple[str, str]],
        records: Sequence[ReadRecord],
        lineages: Lineages,
    ) -> None:
        """Look at what the file held and what it holds.

        Args:
            connection: To the corpus.
            old: The (uid, text sha) of each record that the file held, by its member.
            records: What it holds now.
            lineages: The articles that the reader touched.
        """
        self._connection = connection
        self._old = old
        self._lineages = lineages
        self._texts = dict(old.values())
        self._by_text: defaultdict[str, list[str]] = defaultdict(list)
        for uid, sha in old.values():
            self._by_text[sha].append(uid)
        # What is there word for word as it was is itself, and nothing else in the file is.
        self._claimed = {record.uid for record in records} & self._texts.keys()
        shas = {record.sha for record in records}
        self._still = self._claimed | {uid for sha in shas for uid in self._by_text.get(sha, ())}

    def identify(self, record: ReadRecord) -> tuple[str, Outcome]:
        """Which article a record is, and what that means for the report."""
        uid, sha = record.uid, record.sha
        was_uid, was_sha = self._old.get(record.member, ("", ""))
        if uid in self._texts:
            return uid, Outcome.LOADED if self._texts[uid] == sha else Outcome.CHANGED
        same = [was_uid] if was_sha == sha else []
        for known in (*same, *self._by_text.get(sha, ())):
            if known not in self._claimed:
                self._claimed.add(known)
                return known, Outcome.LOADED
        cited = self._cited(record)
        if cited:
            return cited, Outcome.LOADED
        if articles.exists(self._connection, uid):
            return uid, Outcome.DUPLICATE
        if self._is_replaced(was_uid):
            return was_uid, Outcome.CHANGED
        if self._lineages.has(uid):
            return uid, Outcome.LOADED
        lineage = self._lineages.article_of(sha, record.container)
        return lineage or uid, Outcome.LOADED

    def _cited(self, record: ReadRecord) -> str:
        """The article with this text that is cited by the same key, whatever else is said of it.

        A bibliography that is exported anew, to another folder, corrects what it said before.
        """
        key = record.container.metadata.get("citation-key")
        if not key:
            return ""
        known = files.records_with(self._connection, record.sha)
        same = (uid for uid, other in known if other.metadata.get("citation-key") == key)
        return next(same, "")

    def _is_replaced(self, was_uid: str) -> bool:
        """Whether an article is gone from the file and stood in no other."""
        is_gone = bool(was_uid) and was_uid not in self._still
        return is_gone and files.sources_of(self._connection, was_uid) == 1
