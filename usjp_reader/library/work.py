"""The reader's own work in an open library: what is there, and what can be undone.

State changes at once; the disk follows, and whoever asked is told when it has.
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING, cast

from usjp_reader.domain.clock import now
from usjp_reader.domain.corrections import NOUNS
from usjp_reader.domain.errors import UsjpError
from usjp_reader.domain.naming import NAMING_NOUNS
from usjp_reader.library.correction_values import corrections_from
from usjp_reader.passages.history import History
from usjp_reader.passages.values import from_values
from usjp_reader.store.corpus import marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from usjp_reader.domain.changes import Change, ItemChange, Values
    from usjp_reader.domain.corrections import Correction
    from usjp_reader.domain.naming import NamingCorrection
    from usjp_reader.domain.passages import Passage
    from usjp_reader.domain.texts import TextVersion
    from usjp_reader.store.corpus.database import CorpusDatabase
    from usjp_reader.store.user.log import ArticleStub, UserLog
    from usjp_reader.store.user.owner import UserStore

log = logging.getLogger(__name__)

NOTED = "article.noted"
"""What the program says of an article by itself, such as that it was opened."""
_NOT_UNDONE = frozenset({NOTED, "root.add", "mapping.remember", "article.followed"})
"""What the program notes by itself; "Undo" passes it over."""


_UNDO_DEPTH = 500
"""Changes before this session that can still be undone."""


class Work:
    """Passages and flags of one library that this process holds."""

    def __init__(self, user: UserStore, corpus: CorpusDatabase) -> None:
        self._user = user
        self._corpus = corpus
        self._lock = threading.RLock()
        self._passages = passages_from(user.read(lambda log: log.items("passage")))
        self._flags = set(user.read(lambda log: log.items("flag")))
        self._said = {noun: user.read(_items_of(noun)) for noun in NOUNS}
        self._corrections = {
            noun: corrections_from(noun, items) for noun, items in self._said.items()
        }
        self._naming: tuple[NamingCorrection, ...] | None = None
        recent = user.read(lambda log: log.recent(_UNDO_DEPTH))
        self._history = History.of(c for c in recent if c.action not in _NOT_UNDONE)
        self._replayer = ThreadPoolExecutor(1, thread_name_prefix="corpus-marks")
        self._rereader = ThreadPoolExecutor(1, thread_name_prefix="corpus-corrections")
        self._reread: Callable[[], None] | None = None
        self._listeners: list[Callable[[Change], None]] = []
        self._pending: set[Future[Change]] = set()

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Call `listener`, from another thread, after each change can be found in the corpus."""
        self._listeners.append(listener)

    def reread_with(self, reread: Callable[[], None]) -> None:
        """Call `reread` on a thread of its own after corrections changed, before listeners hear."""
        self._reread = reread

    # -- what is there ---------------------------------------------------------------------------

    def passages(self, article: str | None = None) -> tuple[Passage, ...]:
        """Passages, of one article or of all, by article and position."""
        with self._lock:
            found = list(self._passages.values())
        return in_order(p for p in found if article is None or p.article == article)

    def passage(self, key: str) -> Passage | None:
        """One passage, or None once it is gone."""
        with self._lock:
            return self._passages.get(key)

    def has_flag(self, article: str, flag: str) -> bool:
        """Whether an article bears a flag: `read` or `starred`."""
        with self._lock:
            return flag_key(article, flag) in self._flags

    def corrections(self, noun: str) -> dict[str, Correction]:
        """The reader's corrections of one noun, by their ids."""
        with self._lock:
            return dict(self._corrections[noun])

    def naming(self) -> tuple[NamingCorrection, ...]:
        """All that was said of names; the same tuple until something else is said."""
        with self._lock:
            if self._naming is None:
                found = (self._corrections[noun].values() for noun in NAMING_NOUNS)
                self._naming = cast("tuple[NamingCorrection, ...]", tuple(chain(*found)))
            return self._naming

    def correction_values(self, noun: str, key: str) -> Values | None:
        """The columns of one correction as the log has them, or None."""
        with self._lock:
            return self._said[noun].get(key)

    # -- what is done ----------------------------------------------------------------------------

    def commit(
        self,
        change: Change,
        texts: tuple[TextVersion, ...] = (),
        articles: tuple[ArticleStub, ...] = (),
    ) -> Future[Change]:
        """Make a change so: here at once, on the disk when the future says so.

        A change of nothing is not written.

        The future raises a LibraryError when the disk could not be written; the change is then
        taken back here as well.
        """
        settled: Future[Change] = Future()
        if not change.items:
            settled.set_result(change)
            return settled
        with self._lock:
            for item in change.items:
                self._apply(item)
            self._pending.add(settled)
            written = self._user.commit(change, texts, articles)
        written.add_done_callback(lambda done: self._settle(change, done, settled))
        return settled

    def undo(self) -> Future[Change] | None:
        """Take back the last change, of this session or before; None when there is none."""
        self.wait()
        change = self._history.undo(now())
        return self.commit(change) if change else None

    def redo(self) -> Future[Change] | None:
        """Do again what was undone last; None when there is nothing."""
        self.wait()
        change = self._history.redo(now())
        return self.commit(change) if change else None

    @property
    def undoable(self) -> str | None:
        """Name of the action that `undo` would take back."""
        change = self._history.undoable()
        return change.action if change else None

    @property
    def redoable(self) -> str | None:
        """Name of the action that `redo` would do again."""
        change = self._history.redoable()
        return change.action if change else None

    def wait(self) -> None:
        """Until everything committed is on the disk; failures were told to those who asked."""
        with self._lock:
            pending = list(self._pending)
        for future in pending:
            future.exception()

    def settle(self) -> None:
        """Until the corpus has followed everything that is committed."""
        self.wait()
        self._replayer.submit(lambda: None).result()
        self._rereader.submit(lambda: None).result()

    def catch_up(self) -> None:
        """Replay into the corpus what the log has and the corpus has not."""
        with self._corpus.writing() as connection:
            seq = marks.applied(connection)
            marks.replay(connection, self._user.read(lambda log: log.changes_since(seq)))

    def close(self) -> None:
        """Wait for the disk and for the corpus."""
        self.wait()
        self._replayer.shutdown(wait=True)
        self._rereader.shutdown(wait=True)

    # -- on other threads ------------------------------------------------------------------------

    def _settle(self, change: Change, written: Future[Change], settled: Future[Change]) -> None:
        """Take the disk's answer into account, and only then tell those who wait for it."""
        error = written.exception()
        with self._lock:
            self._pending.discard(settled)
            if error is not None:
                for item in change.inverse(change.at).items:
                    self._apply(item)
            elif change.action not in _NOT_UNDONE:
                self._history = self._history.after(written.result())
        if error is not None:
            settled.set_exception(error)
            return
        self._replayer.submit(self._replay, written.result())
        settled.set_result(written.result())

    def _replay(self, change: Change) -> None:
        try:
            with self._corpus.writing() as connection:
                seq = marks.applied(connection)
                # After a change that could not be replayed, this one must not hide it.
                follows = change.seq == seq + 1
                changes = (change,) if follows else self._user.read(lambda g: g.changes_since(seq))
                marks.replay(connection, changes)
        except UsjpError as error:
            log.error("the corpus will follow at the next start (%s)", error)
        if self._reread is not None and any(item.noun in self._said for item in change.items):
            self._rereader.submit(self._follow, change, self._reread)
        else:
            self._tell(change)

    def _follow(self, change: Change, reread: Callable[[], None]) -> None:
        try:
            reread()
        except UsjpError as error:
            log.error("the articles will follow at the next start (%s)", error)
        self._tell(change)

    def _tell(self, change: Change) -> None:
        for listener in self._listeners:
            listener(change)

    def _apply(self, item: ItemChange) -> None:
        if item.noun == "passage":
            self._passages.pop(item.key, None)
            if item.after is not None:
                self._passages[item.key] = from_values(item.key, item.after)
        elif item.noun == "flag":
            (self._flags.discard if item.after is None else self._flags.add)(item.key)
        elif item.noun in self._said:
            self._correct(item)

    def _correct(self, item: ItemChange) -> None:
        said, corrections = self._said[item.noun], self._corrections[item.noun]
        if item.noun in NAMING_NOUNS:
            self._naming = None
        said.pop(item.key, None)
        corrections.pop(item.key, None)
        if item.after is not None:
            said[item.key] = item.after
            corrections |= corrections_from(item.noun, {item.key: item.after})


def _items_of(noun: str) -> Callable[[UserLog], dict[str, Values]]:
    return lambda log: log.items(noun)


def naming_from(log: UserLog) -> tuple[NamingCorrection, ...]:
    """All that was said of names; nothing where an older version wrote the log."""
    nouns = (noun for noun in NAMING_NOUNS if log.has(noun))
    found = (corrections_from(noun, log.items(noun)).values() for noun in nouns)
    return cast("tuple[NamingCorrection, ...]", tuple(chain(*found)))


def flag_key(article: str, flag: str) -> str:
    """The id of a flag of an article."""
    return f"{article}/{flag}"


def passages_from(items: Mapping[str, Values]) -> dict[str, Passage]:
    """The items of the noun `passage`, by their ids; a damaged one does not hide the others."""
    found = {}
    for key, values in items.items():
        try:
            found[key] = from_values(key, values)
        except ValueError as error:
            log.error("the passage %s is damaged and is left out (%s)", key, error)
    return found


def in_order(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Passages by article and position."""
    return tuple(sorted(passages, key=lambda p: (p.article, p.anchor.span, p.created)))
