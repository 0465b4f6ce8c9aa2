"""A library, open: everything a front end may ask of it or do to it. No Qt, no printing.

It composes; the work is done in the rooms below.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import LibraryError
from usjp_reader.domain.passages import PassageState
from usjp_reader.export.quoting import Wording
from usjp_reader.knowledge import base
from usjp_reader.library.correcting import Correcting
from usjp_reader.library.correction_values import OF_ARTICLES
from usjp_reader.library.following import followed
from usjp_reader.library.marking import Marking
from usjp_reader.library.name_choices import NameChoices
from usjp_reader.library.naming import NameVerbs
from usjp_reader.library.naming_now import named_now
from usjp_reader.library.own_knowledge import hidden_in, with_own
from usjp_reader.library.reading import Reading
from usjp_reader.library.roots import Roots
from usjp_reader.library.work import Work, in_order, naming_from, passages_from
from usjp_reader.store.corpus import articles, meta, salvage
from usjp_reader.store.corpus.database import CorpusDatabase
from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.originals import Originals
from usjp_reader.store.user.owner import UserStore
from usjp_reader.store.user.snapshot import is_held, snapshot

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from usjp_reader.domain.articles import Article
    from usjp_reader.domain.entities import Mention
    from usjp_reader.domain.naming import NamingCorrection, Reach
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.progress import CancelToken, Progress
    from usjp_reader.domain.reports import ImportReport
    from usjp_reader.domain.spans import Span
    from usjp_reader.export.rows import ExportRow
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.library.facsimiles import Facsimiles
    from usjp_reader.library.imports import Imports

OWN, SPECIMENS = "own", "specimens"


class Library(Reading):
    """A library held by this process: it can be read, filled and marked."""

    def __init__(
        self, path: Path, *, kind: str = OWN, creator: str = "", in_background: bool = False
    ) -> None:
        """Open the library at `path`, making it where there is none.

        Args:
            path: Its folder.
            kind: What a new library is for: `own` or `specimens`.
            creator: The name that new passages carry.
            in_background: Whether somebody works at a window while it is filled.

        Raises:
            LibraryBusyError: Another window or command holds it.
            LibraryError: It cannot be opened for another reason; nothing was changed.
        """
        self.folder = LibraryFolder(path)
        self.folder.create()
        self._in_background = in_background
        self._user = UserStore(self.folder, kind=kind)
        try:
            corpus = CorpusDatabase(self.folder.corpus_db)
            labels = self._user.read(lambda log: log.items("root"))
            self.id = self._user.read(lambda log: log.meta("library")) or ""
            self.kind = self._user.read(lambda log: log.meta("kind")) or OWN
            roots = Roots(self.id, labels)
            self._own_knowledge: tuple[tuple[NamingCorrection, ...], KnowledgeBase] | None = None
            self._name_choices: tuple[KnowledgeBase, frozenset[str], NameChoices] | None = None
            super().__init__(corpus, roots)
            self.work = Work(self._user, corpus)
            self.work.catch_up()
            self.marking = Marking(self.work, self.lineage, creator)
            self.correcting = Correcting(self.work, self.marking, self.source_key)
            self.naming = NameVerbs(self.work, self.marking, self.knowledge)
            self.work.reread_with(self._reread_corrected)
            self._reanchor()
        except BaseException:
            self._user.close()
            raise
        if self.is_to_be_filled and not self.is_specimens and not self._can_rebuild():
            self._note_filled()

    @property
    def name(self) -> str:
        """What the library is called: its folder."""
        return self.folder.path.name

    @property
    def is_specimens(self) -> bool:
        """Whether this is the library of the starter corpus."""
        return self.kind == SPECIMENS

    def knowledge(self) -> KnowledgeBase:
        """The knowledge base with what the reader entered; made anew once that changed."""
        said = self.work.naming()
        if self._own_knowledge is None or self._own_knowledge[0] is not said:
            self._own_knowledge = said, with_own(base.load(), said)
        return self._own_knowledge[1]

    def name_choices(self) -> NameChoices:
        """Who may be meant by names; made anew (some 0.1 s) once other entities are known."""
        knowledge, hidden = self.knowledge(), hidden_in(self.work.naming())
        made = self._name_choices
        if made is None or made[0] is not knowledge or made[1] != hidden:
            made = self._name_choices = knowledge, hidden, NameChoices(knowledge, hidden)
        return made[2]

    def described(self, article: Article) -> tuple[Mention, ...]:
        """Descriptions that mean one person, but for those of hidden ones."""
        hidden = hidden_in(self.work.naming())
        return tuple(one for one in super().described(article) if one.entity not in hidden)

    def named_now(self, article: Article, span: Span, entity: str, reach: Reach) -> Article:
        """An article as it will be read in a moment, once words of it mean an entity."""
        places = self.naming.places(article)
        return named_now(article, span, entity, reach, places, self.knowledge())

    @cached_property
    def imports(self) -> Imports:
        """What fills the library; made late, for it needs every stage of reading articles."""
        from usjp_reader.library.imports import Imports  # noqa: PLC0415 - 0.1 s, not at the start
        from usjp_reader.library.mappings import Mappings  # noqa: PLC0415

        return Imports(
            self.folder,
            self._corpus,
            self._user,
            self.work,
            self._roots,
            base.load,
            self._reanchor,
            Mappings(self._user, self.work, self.marking.creator),
            in_background=self._in_background,
        )

    @cached_property
    def facsimiles(self) -> Facsimiles:
        """The pictures of pages; made late, for few articles have any."""
        from usjp_reader.library.facsimiles import Facsimiles  # noqa: PLC0415 - as `imports`

        return Facsimiles(self._roots, Originals(self.folder.originals))

    @property
    def is_to_be_filled(self) -> bool:
        """Whether the index is yet to be built, with `fill`."""
        with self._corpus.reading() as connection:
            return not meta.text(connection, meta.FILLED)

    def reread(self, cancel: CancelToken) -> Generator[Progress, None, int]:
        """Read again what an older version of the program read; gives how many articles."""
        return (yield from self.imports.reread(cancel))

    def _reread_corrected(self) -> None:
        """Read again, at once, what was read with other corrections than the present ones."""
        self.imports.reread_corrected()

    def _note_filled(self) -> None:
        with self._corpus.writing() as connection:
            meta.write(connection, meta.FILLED, 1)

    def _can_rebuild(self) -> bool:
        """Whether there is anything to build the corpus from."""
        return (
            bool(Originals(self.folder.originals).latest())
            or bool(self.work.passages())
            or salvage.newest(self.folder.corpus_db) is not None
        )

    def fill(self, cancel: CancelToken) -> Generator[Progress, None, ImportReport]:
        """Build the index: the specimens, or what is kept of the reader's own articles."""
        filling = self.imports.specimens if self.is_specimens else self.imports.rebuild
        report = yield from filling(cancel)
        if not report.cancelled:
            self._note_filled()
        return report

    def passages(self, article: str | None = None) -> tuple[Passage, ...]:
        """Passages, of one article or of all, by article and position."""
        return self.work.passages(article)

    def export_rows(
        self, passages: Sequence[Passage], wording: Wording = Wording.PRINTED
    ) -> tuple[ExportRow, ...]:
        """Passages with their articles, in order of date and position."""
        return self._export_rows(
            passages, lambda sha: self._user.read(lambda log: log.text(sha)), wording
        )

    def save_draft(self, key: str, value: str) -> Future[None]:
        """Keep what is being typed into a note; an empty value forgets it."""
        return self._user.save_draft(key, value)

    def drafts(self) -> dict[str, str]:
        """What was being typed when the program ended, by its key."""
        return self._user.read(lambda log: log.drafts())

    def backup(self) -> Path:
        """Make a verified copy of the reader's work now."""
        return self._user.backup("asked").result().path

    def close(self) -> None:
        """Write what is pending and let the library go."""
        self.work.close()
        for name in ("imports", "facsimiles"):
            if name in self.__dict__:
                getattr(self, name).close()
        self._user.close()
        self._corpus.close()

    def _reanchor(self) -> None:
        """Find the passages again whose articles have another text now.

        It goes by what is stored, not by what a load tells: a load may have ended halfway. Those
        without a place are looked for only once in each text.
        """
        passages = self.work.passages()
        with self._corpus.reading() as connection:
            revision = meta.number(connection, meta.REVISION)
            is_decided = meta.number(connection, meta.REANCHORED) == revision
            shas = articles.text_shas(connection, sorted({p.article for p in passages}))
            changed = {
                p.article
                for p in passages
                if shas.get(p.article, p.anchor.text_sha) != p.anchor.text_sha
                and not (is_decided and p.state is PassageState.ORPHAN)
            }
            found = [articles.article(connection, uid) for uid in sorted(changed)]
        self._follow_texts()
        saved = self.marking.reanchor(found, lambda sha: self._user.read(lambda log: log.text(sha)))
        if saved is not None:
            saved.result()
        if not is_decided:
            with self._corpus.writing() as connection:
                meta.write(connection, meta.REANCHORED, revision)

    def _follow_texts(self) -> None:
        """Let corrections follow their articles to texts that the reader's work does not know."""
        corrected = sorted(
            {
                str(article)
                for noun in OF_ARTICLES
                for one in self.work.corrections(noun).values()
                if (article := getattr(one, "article", ""))
            }
        )
        if not corrected:
            return
        known = self._user.read(lambda log: log.texts_of_articles())
        with self._corpus.reading() as connection:
            shas = articles.text_shas(connection, corrected)
            changed = [
                articles.article(connection, uid)
                for uid, sha in shas.items()
                if sha not in known.get(uid, ())
            ]
        for article in changed:
            change = followed(
                self.work, article, lambda sha: self._user.read(lambda log: log.text(sha))
            )
            if change is not None:
                stub = self.marking.stub(article)
                self.work.commit(change, (article.version,), (stub,)).result()


class LibrarySnapshot(Reading):
    """A library that is only read: no lock is taken and nothing is changed."""

    def __init__(self, path: Path) -> None:
        """Look at the library at `path`.

        Raises:
            LibraryMissingError: There is none.
            LibraryError: It cannot be read.
        """
        self.folder = LibraryFolder(path)
        self.folder.require()
        if not self.folder.corpus_db.exists():
            raise LibraryError("library.no_index", library=str(path))
        self.is_held = is_held(self.folder)
        with snapshot(self.folder) as log:
            self._passages = in_order(passages_from(log.items("passage")).values())
            self._texts = {
                sha: log.text(sha) for sha in {p.anchor.text_sha for p in self._passages}
            }
            roots = Roots(log.meta("library") or "", log.items("root"))
            self._said = naming_from(log)
        corpus = CorpusDatabase(self.folder.corpus_db, read_only=True)
        with corpus.reading() as connection:
            is_filled = bool(meta.text(connection, meta.FILLED))
        if not is_filled:  # what is not in it would be told as not found
            corpus.close()
            raise LibraryError("library.no_index", library=str(path))
        super().__init__(corpus, roots)

    @cached_property
    def _with_own(self) -> KnowledgeBase:
        return with_own(base.load(), self._said)

    def knowledge(self) -> KnowledgeBase:
        """The knowledge base with what the reader entered; read at first use."""
        return self._with_own

    def passages(self, article: str | None = None) -> tuple[Passage, ...]:
        """Passages, of one article or of all, by article and position."""
        return tuple(p for p in self._passages if article is None or p.article == article)

    def export_rows(
        self, passages: Sequence[Passage], wording: Wording = Wording.PRINTED
    ) -> tuple[ExportRow, ...]:
        """Passages with their articles, in order of date and position."""
        return self._export_rows(passages, self._texts.get, wording)
