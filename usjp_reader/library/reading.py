"""What can be asked of a library, whether it is held or only looked at."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from usjp_reader.analysis.entities.descriptions import descriptions
from usjp_reader.analysis.similarity import containment, shingles
from usjp_reader.domain.articles import SPECIMEN_ROOT, Article, Metadata
from usjp_reader.domain.dates import UNDATED
from usjp_reader.domain.errors import ArticleNotFoundError, EntityNotFoundError
from usjp_reader.domain.queries import FACET_OF
from usjp_reader.export.rows import ExportRow
from usjp_reader.knowledge import base
from usjp_reader.knowledge.cards import card
from usjp_reader.knowledge.deriving import derived
from usjp_reader.knowledge.entity_pages import entity_page
from usjp_reader.knowledge.labels import entity_label
from usjp_reader.library.line_reach import line_reach
from usjp_reader.library.name_reach import name_reach
from usjp_reader.search.finder import Finder, hits_in
from usjp_reader.store.corpus import articles, stories

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from usjp_reader.domain.articles import ArticleRow, Container
    from usjp_reader.domain.corrections import LineReach
    from usjp_reader.domain.dates import Dated
    from usjp_reader.domain.entities import EntityCard, Mention
    from usjp_reader.domain.entity_pages import EntityPage, MentionLines
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.domain.queries import ArticleQuery, Counts, Facet
    from usjp_reader.domain.spans import Span
    from usjp_reader.domain.texts import Line, TextVersion
    from usjp_reader.export.quoting import Wording
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.library.roots import Roots
    from usjp_reader.search.finder import Result
    from usjp_reader.store.corpus.database import CorpusDatabase

COMPANIONS = 12
"""So many of each facet are told of those that are mentioned with an entity."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the articles that print a story.

    Attributes:
        shared: Share of the shorter text that stands in both, 0 to 1.
    """

    row: ArticleRow
    shared: float


class Reading:
    """The reading half of a library."""

    def __init__(self, corpus: CorpusDatabase, roots: Roots) -> None:
        self._corpus = corpus
        self._roots = roots
        self._made_finder: Finder | None = None

    def knowledge(self) -> KnowledgeBase:
        """The knowledge base; read at first use."""
        return base.load()

    @property
    def _finder(self) -> Finder:
        if self._made_finder is None:
            self._made_finder = Finder(self._corpus, self.knowledge, self._roots.place)
        return self._made_finder

    # -- finding ---------------------------------------------------------------------------------

    def find(self, query: ArticleQuery) -> Result:
        """The articles that `query` asks for.

        Raises:
            BadQueryError: It names an era that does not exist.
        """
        return self._finder.find(query)

    def rows(self, result: Result, offset: int, limit: int) -> tuple[ArticleRow, ...]:
        """Rows of a result."""
        return self._finder.rows(result, offset, limit)

    @property
    def total(self) -> int:
        """How many articles the library holds."""
        return self._finder.count_of("all", "")

    def uids(self, result: Result, offset: int = 0, limit: int | None = None) -> frozenset[str]:
        """The uids of what was found, all or `limit` of them from `offset` on."""
        return self._finder.uids(result, offset, limit)

    def counts(self, query: ArticleQuery) -> Counts:
        """The counts of the sidebar under `query`."""
        return self._finder.counts(query)

    # -- one article -----------------------------------------------------------------------------

    def article(self, uid: str) -> Article:
        """An article by its uid.

        Raises:
            ArticleNotFoundError: There is none.
        """
        with self._corpus.reading() as connection:
            return articles.article(connection, uid)

    def lineage(self, uid: str) -> tuple[str, ...]:
        """Names of the text versions of an article, the latest first."""
        with self._corpus.reading() as connection:
            return articles.lineage(connection, uid)

    def container(self, article: Article) -> Container:
        """What the file of an article states of it."""
        with self._corpus.reading() as connection:
            return articles.record_of(connection, article).container

    def versions(self, uid: str) -> tuple[Version, ...]:
        """All articles that print the same story, by date, with what they share with this one."""
        members = self.versions_of(uid)
        heads = self.headings(members)
        own = shingles(self._content(uid)) if members else frozenset()
        found = [
            Version(row, containment(own, shingles(self._content(other))))
            for other, row in heads.items()
        ]
        return tuple(sorted(found, key=lambda one: (_day(one.row), one.row.uid)))

    def _content(self, uid: str) -> str:
        article = self.article(uid)
        return derived(article.version.text, article.lines, article.readings).text

    def versions_of(self, uid: str) -> tuple[str, ...]:
        """The uids of all articles that print the same story, its own among them; () for one."""
        with self._corpus.reading() as connection:
            return stories.members(connection, uid)

    def source_key(self, uid: str) -> str:
        """What the source of an article is called when lines of one source are compared.

        Raises:
            ArticleNotFoundError: There is no such article.
        """
        with self._corpus.reading() as connection:
            states = articles.correction_states(connection, (uid,))
        if uid not in states:
            raise ArticleNotFoundError("store.no_article", article=uid)
        return states[uid][0]

    def line_reach(self, article: Article, lines: Sequence[Line], cancel: CancelToken) -> LineReach:
        """In how many articles of its source such lines of an article stand."""
        words = [line.span.of(article.version.text) for line in lines]
        return line_reach(self._corpus, self.source_key(article.uid), words, cancel)

    def name_reach(self, words: str, cancel: CancelToken) -> int:
        """In how many articles some words stand as a name."""
        return name_reach(self._corpus, words, cancel)

    def source_file(self, article: Article) -> str:
        """Where an article came from, as the reader knows it."""
        return self._roots.place(article.locators[0]) if article.locators else ""

    def headings(self, uids: Iterable[str]) -> dict[str, ArticleRow]:
        """What lists show of articles, without hits and flags, by uid; those gone are left out."""
        with self._corpus.reading() as connection:
            return articles.headings(connection, tuple(uids))

    def descriptions(
        self, uids: Sequence[str], cancel: CancelToken
    ) -> Iterator[tuple[Metadata, Dated]]:
        """The metadata and the dates of articles, in no order; cut short when cancelled."""
        with self._corpus.reading() as connection:
            found = articles.descriptions(connection, uids)
            yield from takewhile(lambda _: not cancel.is_cancelled, found)

    def resolve(self, reference: str) -> str:
        """The uid of the article that a path, a file name, or the beginning of a uid means.

        Raises:
            ArticleNotFoundError: None does, or several do.
        """
        found = self._at_path(reference)
        if len(found) == 1:
            return found[0]
        if found:
            raise ArticleNotFoundError("store.many_articles", article=reference)
        with self._corpus.reading() as connection:
            return articles.uid_of(connection, reference)

    def _at_path(self, reference: str) -> tuple[str, ...]:
        scheme, _, name = reference.partition(":")
        with self._corpus.reading() as connection:
            if scheme == SPECIMEN_ROOT and name:
                return articles.uids_at(connection, SPECIMEN_ROOT, name)
            path = Path(os.path.abspath(reference))
            root = self._roots.known(path.parent)
            if root is not None:
                found = articles.uids_at(connection, root.id, root.prefix + path.name)
                if found:
                    return found
            return articles.uids_named(connection, reference)

    def hits(self, article: Article, words: str) -> tuple[Span, ...]:
        """Where the words that were searched for stand in an article."""
        return hits_in(article, words)

    def card(
        self, mention: Mention, article: Article, name_order: str = "given-first"
    ) -> EntityCard | None:
        """What is known of a mention's entity, seen from the article's date; None if nothing is."""
        knowledge = self.knowledge()
        entity = knowledge.entity(mention.entity) if mention.entity else None
        if entity is None:
            return None
        published = article.published.value
        language = article.metadata.get("language") or "en"
        known = card(
            entity.id,
            published.days if published else None,
            knowledge,
            language=language,
            name_order=name_order,
            wording=mention.text,
        )
        kind = FACET_OF[mention.type]
        return replace(
            known,
            per_year=self._finder.per_year(kind, entity.id),
            articles=self._finder.count_of(kind, entity.id),
        )

    def described(self, article: Article) -> tuple[Mention, ...]:
        """Descriptions in an article that mean one person: "the Japanese leader"."""
        published = article.published.value
        days = published.days if published else None
        text = article.version.text
        return descriptions(text, article.lines, article.readings, days, self.knowledge())

    def entity_page(self, entity: str, name_order: str = "given-first") -> EntityPage:
        """All that is known of an entity, whose id may be an old one.

        Raises:
            EntityNotFoundError: There is no such entity.
        """
        knowledge = self.knowledge()
        if knowledge.entity(entity) is None:
            raise EntityNotFoundError("library.no_such_entity", entity=entity)
        known = entity_page(entity, knowledge, name_order)
        ids = self._ids_of(known.id)
        articles, per_year = self._finder.mentioned.counts(ids)
        companions = self._finder.mentioned.companions(ids, knowledge, COMPANIONS, name_order)
        return replace(known, articles=articles, per_year=per_year, companions=companions)

    def mentions_of(
        self, entity: str, skipped: int, most: int, cancel: CancelToken
    ) -> MentionLines:
        """Mentions of an entity in context, about `most`, behind the first `skipped` articles."""
        return self._finder.mentioned.lines(self._ids_of(entity), skipped, most, cancel)

    def _ids_of(self, entity: str) -> tuple[str, ...]:
        """The present id of an entity, and those that were merged into it."""
        knowledge = self.knowledge()
        return (knowledge.resolve(entity), *knowledge.former_ids(entity))

    def entity_called(self, words: str) -> str:
        """The id of the one entity that an id or a name means.

        Who bears it as a full name comes before who bears it as any other.

        Raises:
            EntityNotFoundError: None does, or several do.
        """
        knowledge = self.knowledge()
        known = knowledge.entity(words)
        if known is not None:
            return known.id
        names = knowledge.named(words)
        full = [one for one in names if one.kind == "full"] or names
        found = list(dict.fromkeys(knowledge.resolve(one.entity) for one in full))
        if len(found) == 1:
            return found[0]
        if not found:
            raise EntityNotFoundError("library.no_such_entity", entity=words)
        raise EntityNotFoundError("library.many_entities", name=words, ids=", ".join(found))

    def facet_of(self, entity: str) -> Facet:
        """Under which facet an entity is filed.

        Raises:
            KeyError: There is no such entity.
        """
        known = self.knowledge().entity(entity)
        if known is None:
            raise KeyError(entity)
        return FACET_OF[known.type]

    def label(self, entity: str) -> str:
        """What an entity is called in lists."""
        return entity_label(entity, self.knowledge())

    # -- export ----------------------------------------------------------------------------------

    def _export_rows(
        self,
        passages: Sequence[Passage],
        text: Callable[[str], TextVersion | None],
        wording: Wording,
    ) -> tuple[ExportRow, ...]:
        known: dict[str, Article] = {}
        for passage in passages:
            if passage.article not in known:
                known[passage.article] = self._article_of(passage, text)
        rows = [
            ExportRow(p, known[p.article], self.source_file(known[p.article]), wording)
            for p in passages
        ]
        return tuple(sorted(rows, key=_by_date))

    def _article_of(self, passage: Passage, text: Callable[[str], TextVersion | None]) -> Article:
        """The article of a passage; of one that is gone, what was kept of it."""
        try:
            return self.article(passage.article)
        except ArticleNotFoundError:
            version = text(passage.anchor.text_sha)
            if version is None:
                raise
            return Article(passage.article, version, Metadata(), UNDATED, (), ())


def _day(row: ArticleRow) -> date:
    value = row.published.value
    return value.days.earliest if value else date.max


def _by_date(row: ExportRow) -> tuple[bool, date, str, int]:
    value = row.article.published.value
    day = value.days.earliest if value else date.max
    return value is None, day, row.article.uid, row.passage.anchor.span.start
