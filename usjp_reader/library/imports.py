"""Files, specimens and kept originals into an open library, as generators of progress."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from usjp_reader.config import settings
from usjp_reader.config.language_model import language_model
from usjp_reader.config.paths import printable
from usjp_reader.config.resources import corpus, read_toml
from usjp_reader.domain.articles import SPECIMEN_ROOT
from usjp_reader.domain.corrections import NOUNS
from usjp_reader.domain.progress import CancelToken, Progress
from usjp_reader.domain.reports import ImportReport
from usjp_reader.intake.scanner import scan
from usjp_reader.library.describing import named_beside, with_bibliographies
from usjp_reader.library.pairing import hidden_by_unread, shown_by, told_of_pages, with_facsimiles
from usjp_reader.library.roots import Root
from usjp_reader.library.telling import explained, with_columns, with_mappings
from usjp_reader.loading.correcting import CorrectionBook
from usjp_reader.loading.loader import Loaded, Loader
from usjp_reader.loading.origins import found_fields
from usjp_reader.loading.pipeline import stages
from usjp_reader.loading.repetition import Repetition
from usjp_reader.loading.rereading import Rereader
from usjp_reader.loading.sources import Source, file_source
from usjp_reader.loading.workers.hiring import crew_with
from usjp_reader.store.corpus import articles, salvage
from usjp_reader.store.originals import Original, Originals

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

    from usjp_reader.domain.corrections import Correction
    from usjp_reader.domain.origins import FoundField
    from usjp_reader.intake.scanner import Found
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.library.mappings import Mappings
    from usjp_reader.library.roots import Roots
    from usjp_reader.library.telling import Explained
    from usjp_reader.library.work import Work
    from usjp_reader.loading.workers.crew import Crew
    from usjp_reader.store.corpus.database import CorpusDatabase
    from usjp_reader.store.layout import LibraryFolder
    from usjp_reader.store.user.owner import UserStore

SPECIMEN_LABEL = "Specimens"
_KEPT, _KEPT_LABEL = "kept", "Kept texts"
"""The root of texts whose files are lost."""


class Imports:
    """Everything that fills a library."""

    def __init__(
        self,
        folder: LibraryFolder,
        corpus_db: CorpusDatabase,
        user: UserStore,
        work: Work,
        roots: Roots,
        knowledge: Callable[[], KnowledgeBase],
        reanchor: Callable[[], None],
        mappings: Mappings,
        *,
        in_background: bool = False,
    ) -> None:
        """Make the importer of one library.

        Args:
            folder: The library's folder, which is never imported itself.
            corpus_db: Where articles go.
            user: The reader's work, for the lineages of articles that were touched.
            work: Where new roots are committed.
            roots: The book of roots.
            knowledge: Gives the knowledge base, which is read late.
            reanchor: Finds the passages again whose articles have another text now.
            mappings: What columns of tables mean.
            in_background: Whether somebody works at a window meanwhile.
        """
        self._folder = folder
        self._corpus = corpus_db
        self._user = user
        self._work = work
        self._roots = roots
        self._knowledge = knowledge
        self._reanchor = reanchor
        self.mappings = mappings
        self._in_background = in_background
        self._originals = Originals(folder.originals)

    def files(
        self,
        given: Sequence[Path],
        cancel: CancelToken,
        columns: Mapping[str, str] | None = None,
    ) -> Generator[Progress, None, ImportReport]:
        """Import files and folders; what is gone from a given folder is noted, nothing deleted.

        Args:
            given: The files and folders.
            cancel: Looked at between files.
            columns: The column of each field in tables that have all of these columns; remembered.

        Raises:
            LibraryError: The library cannot be written; whole batches before that stay.
        """
        loaded = Loaded()
        whole: list[tuple[Root, list[str]]] = []
        sources: dict[tuple[str, str], Source] = {}  # each once, however often it was given
        for path in (Path(os.path.abspath(path)) for path in given):
            found = []
            for item in scan([path], skip=self._folder.path, cancel=cancel):
                found.append(item)
                yield Progress(0, None, item.shown)
            root = self._root(path if path.is_dir() else path.parent, found)
            mine = [self._source(root, item) for item in found]
            if not path.is_dir():
                mine += self._beside(path.parent, root, mine, cancel)
            sources |= {(source.root, source.shown): source for source in mine}
            if path.is_dir():
                whole.append((root, [source.path for source in mine]))
        told = list(sources.values())
        if columns:
            told = with_columns(told, columns, self.mappings)
        report = yield from self._load(told, loaded, cancel, originals=self._originals)
        if not report.cancelled:
            loader = self._loader(None)
            for root, met in whole:
                loader.mark_removed(root.id, root.prefix, met, loaded, root.label)
        return ImportReport(tuple(loaded.files), report.cancelled)

    def table(self, path: Path) -> Explained:
        """A first look at a table: its columns, its first rows, and what the columns mean.

        Raises:
            UnreadableFileError: It cannot be read, or is no table.
        """
        return explained(path, self.mappings)

    def specimens(self, cancel: CancelToken) -> Generator[Progress, None, ImportReport]:
        """Load the starter corpus that the program ships."""
        names = [str(entry["file"]) for entry in read_toml(corpus("manifest.toml"))["specimen"]]
        sources = [
            file_source(SPECIMEN_ROOT, name, SPECIMEN_LABEL, corpus(name), name) for name in names
        ]
        return (yield from self._load(sources, Loaded(), cancel, originals=None))

    def rebuild(self, cancel: CancelToken) -> Generator[Progress, None, ImportReport]:
        """Build the corpus again.

        From the kept originals, then from the texts that were marked, then from what can still be
        read of the index that was set aside last.
        """
        report = yield from self._load(self._kept_files(), Loaded(), cancel, originals=None)
        for sources in (self._marked_texts, self._set_aside):
            if not cancel.is_cancelled:
                yield from self._load(sources(), Loaded(), cancel, originals=None)
        self._work.catch_up()
        return report

    def stale(self) -> tuple[str, ...]:
        """Articles to be read again.

        They were read with other versions of our stages, with other corrections, or before it was
        known which lines repeat in their source.
        """
        repeated = Repetition(self._corpus).stale()
        return tuple(dict.fromkeys((*self._outdated(), *repeated)))

    def reread(self, cancel: CancelToken) -> Generator[Progress, None, int]:
        """Read the stale articles again from their stored texts."""
        with self._followed_by_corrections():
            rereader = self._rereader()
            done = yield from rereader.reread(self._outdated(), cancel, self._label)
            done += yield from rereader.reread_repeated(cancel, self._label)
        return done

    def _outdated(self) -> tuple[str, ...]:
        with self._corpus.reading() as connection:
            stale = articles.stale(connection, stages(second_recogniser=self._second_recogniser))
        return tuple(dict.fromkeys((*stale, *self._rereader().outdated())))

    def reread_corrected(self) -> None:
        """Read again what was read with other corrections than the reader's present ones."""
        rereader = self._rereader()
        for _ in rereader.reread(rereader.outdated(), CancelToken(), self._label, fold=False):
            pass

    def close(self) -> None:
        """End the processes that read for us."""
        if "_crew" in self.__dict__:
            self._crew.close()

    def found_fields(self, uid: str) -> dict[str, FoundField]:
        """What the program finds of an article without the reader's corrections, by field.

        Raises:
            ArticleNotFoundError: There is no such article.
        """
        with self._corpus.reading() as connection:
            article = articles.article(connection, uid)
            record = articles.record_of(connection, article)
        place = article.locators[0] if article.locators else None
        path, label = (place.path, self._label(place.root)) if place else ("", "")
        told = Repetition(self._corpus).told(uid)
        return found_fields(record, path, label, self._knowledge(), told)

    # -- parts -----------------------------------------------------------------------------------

    @cached_property
    def _crew(self) -> Crew:
        return crew_with(self._knowledge(), in_background=self._in_background)

    @property
    def _second_recogniser(self) -> bool:
        """Whether spaCy is to add names: it is switched on, and can be had."""
        return settings.load().second_recogniser and language_model() is not None

    def _load(
        self,
        sources: Sequence[Source],
        loaded: Loaded,
        cancel: CancelToken,
        originals: Originals | None,
    ) -> Generator[Progress, None, ImportReport]:
        told = with_bibliographies(with_mappings(sources, self.mappings), self._crew)
        if originals is not None:  # else what shows pages is known from the day it was kept
            told = with_facsimiles(told, self._is_article)
        with self._followed_by_corrections():
            loader = self._loader(originals)
            report = yield from loader.load(told, loaded, cancel)
            hidden = hidden_by_unread(told, loaded.outcomes)
            if hidden and not report.cancelled:
                report = yield from loader.load(hidden, loaded, cancel)
            loaded.files += told_of_pages(told, loaded.outcomes)
            for _ in self._rereader().reread_repeated(cancel, self._label):
                yield Progress(len(told), len(told))
        self._reanchor()
        return replace(report, files=tuple(loaded.files))

    @contextmanager
    def _followed_by_corrections(self) -> Iterator[None]:
        """Read again, after long work, what the reader corrected since that work began.

        Such work knows the corrections of its beginning, and may read an article with these after
        the correction itself had it read.
        """
        said = self._said()
        yield
        if self._said() != said:
            self.reread_corrected()

    def _is_article(self, source: Source) -> bool:
        with self._corpus.reading() as connection:
            return bool(articles.uids_at(connection, source.root, source.path))

    def _loader(self, originals: Originals | None) -> Loader:
        lineages = self._user.read(lambda log: log.texts_of_articles())
        return Loader(
            self._corpus,
            originals,
            self._knowledge(),
            lineages,
            self._book(),
            self._crew,
            second_recogniser=self._second_recogniser,
        )

    def _rereader(self) -> Rereader:
        return Rereader(
            self._corpus,
            self._knowledge(),
            self._book(),
            self._crew,
            second_recogniser=self._second_recogniser,
        )

    def _book(self) -> CorrectionBook:
        old_text = lambda sha: self._user.read(lambda log: log.text(sha))  # noqa: E731
        return CorrectionBook.of(self._said(), old_text, self._names_of)

    def _names_of(self, entity: str) -> list[str]:
        return [name.text for name in self._knowledge().names_of(entity)]

    def _said(self) -> list[Correction]:
        """All that the reader corrected until now."""
        return [one for noun in NOUNS for one in self._work.corrections(noun).values()]

    def _label(self, root: str) -> str:
        return {SPECIMEN_ROOT: SPECIMEN_LABEL, _KEPT: _KEPT_LABEL}.get(root) or self._roots.label(
            root
        )

    def _beside(
        self, folder: Path, root: Root, given: Sequence[Source], cancel: CancelToken
    ) -> list[Source]:
        """The files below its folder that a bibliography names, which was given without them."""
        return [
            self._source(root, replace(found, relative=printable(name)))
            for source in given
            for name in named_beside(source, self._crew)
            for found in scan([folder / name], skip=self._folder.path, cancel=cancel)
            if found.path.exists()
        ]

    def _root(self, folder: Path, found: Iterable[Found]) -> Root:
        known = self._roots.known(folder)
        if known is not None:
            return known
        if not any(item.reason is None for item in found):
            return Root("", folder.name)  # nothing to be read: nothing to be remembered
        root, change = self._roots.add(folder)
        self._work.commit(change).result()
        return root

    def _source(self, root: Root, found: Found) -> Source:
        path = root.prefix + found.relative
        return file_source(root.id, path, root.label, found.path, found.shown, found.reason)

    def _kept_files(self) -> list[Source]:
        kept = self._originals.latest()
        pages: dict[tuple[str, str], list[Source]] = {}
        for original in kept:
            if original.shows:
                text = (original.root, original.shows)
                pages.setdefault(text, []).append(self._kept(original))
        return [
            shown_by(self._kept(original), pages[place]) if place in pages else self._kept(original)
            for original in kept
            if not original.shows
            for place in ((original.root, original.path),)
        ]

    def _kept(self, original: Original) -> Source:
        label = self._label(original.root)
        return Source(
            original.root,
            original.path,
            label,
            f"{label}/{original.path}",
            0,
            0,
            lambda: self._originals.read(original) or b"",
        )

    def _set_aside(self) -> list[Source]:
        """Articles of the index that was set aside last, if nothing else gave back their texts."""
        aside = salvage.newest(self._folder.corpus_db)
        if aside is None:
            return []
        with self._corpus.reading() as connection:
            return [
                Source(_KEPT, f"{uid}.txt", _KEPT_LABEL, uid, 0, 0, bytes, known=(uid, record))
                for uid, record in salvage.salvaged(aside)
                if not articles.exists(connection, uid)
                and articles.text(connection, record.version.sha) is None
            ]

    def _marked_texts(self) -> list[Source]:
        """Texts with passages that no original gave back, under the names they were marked in."""
        lineages = self._user.read(lambda log: log.lineages())
        latest_last = {sha: at for at, sha in enumerate(reversed(lineages))}
        with self._corpus.reading() as connection:
            marked = {
                (passage.article, passage.anchor.text_sha)
                for passage in self._work.passages()
                if not articles.exists(connection, passage.article)
            }
        # Of an article that was marked in several texts, the latest one stays.
        wanted = dict(sorted(marked, key=lambda one: latest_last.get(one[1], -1)))
        sources = []
        for uid, sha in sorted(wanted.items()):
            version = self._user.read(lambda log, sha=sha: log.text(sha))  # type: ignore[misc]
            if version is not None:
                data = version.text.encode("utf-8")
                read = lambda data=data: data  # noqa: E731
                name = f"{uid}.txt"
                sources.append(Source(_KEPT, name, _KEPT_LABEL, name, len(data), 0, read))
        return sources
