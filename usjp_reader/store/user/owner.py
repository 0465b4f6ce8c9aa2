"""The owner of `user.db`: one thread, one connection, one lock; everybody else sends it values."""

from __future__ import annotations

import logging
import sqlite3
import uuid
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from usjp_reader.domain.clock import now
from usjp_reader.domain.errors import LibraryDamagedError, LibraryError, LibraryNewerError
from usjp_reader.store.connection import (
    USER_APPLICATION_ID,
    connect_user,
    header,
    transaction,
    translated,
)
from usjp_reader.store.originals import as_library_error
from usjp_reader.store.user import backups
from usjp_reader.store.user.journal import Journal
from usjp_reader.store.user.log import ArticleStub, UserLog, entry_parts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from usjp_reader.domain.changes import Change
    from usjp_reader.domain.texts import TextVersion
    from usjp_reader.store.layout import LibraryFolder

log = logging.getLogger(__name__)

_T = TypeVar("_T")

VERSION = 3  # as store.user.migrations.VERSION, which costs 80 ms to import; a test compares them


class UserStore:
    """The reader's work in one library, held by this process until `close`."""

    def __init__(self, folder: LibraryFolder, *, kind: str = "own") -> None:
        """Open the work of the library at `folder`, making it where there is none.

        Args:
            folder: An existing library folder.
            kind: What a new library is for: `own` or `specimens`.

        Raises:
            LibraryBusyError: Another window or command holds it.
            LibraryNewerError: A newer version wrote it; nothing was changed.
            LibraryDamagedError: It is not a whole database of ours.
            LibraryReadOnlyError: It cannot be written.
        """
        self._folder = folder
        self._kind = kind
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="user-db")
        self._connection: sqlite3.Connection
        self._log: UserLog
        self._journal: Journal
        self._last_backup: datetime | None = None
        try:
            self._do(self._open).result()
        except BaseException:
            self._thread.shutdown()
            raise

    # -- reading: each call is answered by the owner's thread ------------------------------------

    def read(self, question: Callable[[UserLog], _T]) -> _T:
        """Ask the log something and wait for the answer."""
        return self._do(lambda: question(self._log)).result()

    # -- writing ---------------------------------------------------------------------------------

    def commit(
        self,
        change: Change,
        texts: tuple[TextVersion, ...] = (),
        articles: tuple[ArticleStub, ...] = (),
    ) -> Future[Change]:
        """Write a change; the future has it, with its number, once it is on the disk."""
        return self._do(lambda: self._commit(change, texts, articles))

    def save_draft(self, key: str, value: str) -> Future[None]:
        """Keep what is being typed, apart from the log; an empty value forgets it."""
        return self._do(lambda: self._log.save_draft(key, value, now()))

    def backup(self, reason: str = "") -> Future[backups.Backup]:
        """Make a verified copy now."""
        return self._do(lambda: self._backup(reason))

    def close(self) -> None:
        """Back up what changed, give the lock back and end the thread."""
        self._do(self._close).result()
        self._thread.shutdown()

    # -- on the owner's thread -------------------------------------------------------------------

    def _do(self, work: Callable[[], _T]) -> Future[_T]:
        def guarded() -> _T:
            with translated(self._folder.user_db):
                return work()

        return self._thread.submit(guarded)

    def _open(self) -> None:
        self._require_not_emptied()
        self._connection = connect_user(self._folder.user_db, self._check)
        try:
            self._migrate()
            self._log = UserLog(self._connection)
            _note_facts(self._connection, self._kind)
            self._put_back()
            self._verify()
            self._catch_up()
        except BaseException:
            self._connection.close()
            raise

    def _require_not_emptied(self) -> None:
        """An empty file beside backups is a loss, not a new library."""
        path = self._folder.user_db
        empty = not path.exists() or path.stat().st_size == 0
        journal = Journal(self._folder.journal)
        if empty and (backups.listed(self._folder.backups) or journal.last_seq):
            raise LibraryDamagedError("store.emptied", library=str(self._folder.path))
        self._journal = journal

    def _check(self, connection: sqlite3.Connection) -> None:
        application, version = header(connection)
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application == 0 and tables == 0:
            return
        if application != USER_APPLICATION_ID:
            raise LibraryDamagedError("store.not_ours", library=str(self._folder.path))
        if version >> 16 > VERSION >> 16 or version > VERSION:
            raise LibraryNewerError(
                "store.newer", library=str(self._folder.path), theirs=version, ours=VERSION
            )
        whole = connection.execute("PRAGMA quick_check").fetchone()[0]
        if whole != "ok":
            raise LibraryDamagedError(
                "store.damaged", file="user.db", library=str(self._folder.path)
            )

    def _migrate(self) -> None:
        _, version = header(self._connection)
        if version == VERSION:
            return
        from sqlite_utils import Database  # noqa: PLC0415 - 80 ms, only when migrating

        from usjp_reader.store.user.migrations import migrate  # noqa: PLC0415

        if version:
            backups.make(self._connection, self._folder.backups, now(), "migration")
        database = Database(self._connection, recursive_triggers=False, execute_plugins=False)
        self._connection.execute(f"PRAGMA application_id={USER_APPLICATION_ID}")
        migrate(database)

    def _verify(self) -> None:
        """Mend rows that were damaged on the disk; those that cannot be are named in the log."""
        damaged = self._log.damaged()
        if not damaged:
            return
        changes = (entry_parts(entry)[0] for entry in self._journal.entries())
        said = {(item.noun, item.key): item for change in changes for item in change.items}
        with transaction(self._connection):
            for noun, key in damaged:
                item = said.get((noun, key))
                mended = item is not None and self._log.mend(item)
                how = "was mended from the journal" if mended else "could not be mended"
                log.error("user.db: the %s %s was damaged and %s", noun, key, how)

    def _put_back(self) -> None:
        """Make the changes again that only the journal has: an older copy stands here now."""
        last = self._log.last_seq
        if not self._is_our_journal():
            log.error("user.db: the journal tells another story; it is set aside and begun anew")
            self._set_journal_aside()
        if self._journal.last_seq <= last:
            return
        entries = {int(entry["seq"]): entry for entry in self._journal.entries()}
        lost = [entry for seq, entry in entries.items() if seq > last]
        with transaction(self._connection):
            for entry in lost:
                self._log.write(*entry_parts(entry))
        log.warning("user.db: %d changes were put back from the journal", len(lost))

    def _is_our_journal(self) -> bool:
        """Whether journal and log agree on the last change that both may have."""
        seq = min(self._journal.last_seq, self._log.last_seq)
        theirs = self._journal.entry(seq) if seq else None
        if theirs is None:
            return True
        ours = self._log.entries_since(seq - 1)[0]
        return all(ours[name] == theirs[name] for name in ("seq", "action", "at", "items"))

    def _set_journal_aside(self) -> None:
        try:
            self._journal.set_aside()
        except OSError as error:
            raise as_library_error(error, self._folder.path) from error

    def _catch_up(self) -> None:
        """Write journal lines that a crash cut off; the log is the truth, the journal follows."""
        self._journal.append(*self._log.entries_since(self._journal.last_seq))

    def _commit(
        self, change: Change, texts: tuple[TextVersion, ...], articles: tuple[ArticleStub, ...]
    ) -> Change:
        with transaction(self._connection):
            written = self._log.write(change, texts, articles)
        self._follow()
        return written

    def _follow(self) -> None:
        """What may fail after the commit without undoing it: the journal, and a backup when due."""
        try:
            self._catch_up()
        except (OSError, sqlite3.Error) as error:
            log.error("the change is saved, but its line in the journal is not (%s)", error)
        if self._is_backup_due():
            self._thread.submit(self._backup_if_due)  # whoever waits for the change need not wait

    def _is_backup_due(self) -> bool:
        return self._last_backup is None or now() - self._last_backup >= backups.EVERY

    def _backup_if_due(self) -> None:
        try:
            if self._is_backup_due():
                self._backup()
        except (LibraryError, sqlite3.Error) as error:
            log.error("the backup that was due could not be made (%s)", error)

    def _backup(self, reason: str = "") -> backups.Backup:
        made = backups.make(self._connection, self._folder.backups, now(), reason)
        self._last_backup = made.made
        backups.thin(self._folder.backups, now())
        return made

    def _close(self) -> None:
        try:
            kept = max((b.seq for b in backups.listed(self._folder.backups)), default=0)
            if self._log.last_seq > kept:
                self._backup("close")
        except (LibraryError, sqlite3.Error) as error:
            log.error("no backup could be made on closing (%s)", error)
        finally:
            self._connection.close()


def _note_facts(connection: sqlite3.Connection, kind: str, library: str | None = None) -> None:
    """Give a library its id and kind, unless it has them: a crash may have come in between."""
    facts = {"library": library or str(uuid.uuid4()), "kind": kind, "made": now().isoformat()}
    with transaction(connection):
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO NOTHING", facts.items()
        )


def rebuild(folder: LibraryFolder, kind: str = "own", library: str | None = None) -> int:
    """Build `user.db` again from the journal alone; there must be none.

    Args:
        folder: The library.
        kind: What it is for: `own` or `specimens`.
        library: The id it had, under which this machine knows its folders; None for a new one.

    Returns:
        How many changes were replayed.
    """
    entries = tuple(Journal(folder.journal).entries())
    connection = connect_user(folder.user_db, lambda _: None)
    try:
        from sqlite_utils import Database  # noqa: PLC0415

        from usjp_reader.store.user.migrations import migrate  # noqa: PLC0415

        connection.execute(f"PRAGMA application_id={USER_APPLICATION_ID}")
        migrate(Database(connection, recursive_triggers=False, execute_plugins=False))
        _note_facts(connection, kind, library)
        with transaction(connection):
            replayed = UserLog(connection)
            for entry in entries:
                replayed.write(*entry_parts(entry))
    finally:
        connection.close()
    return len(entries)
