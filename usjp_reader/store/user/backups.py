"""Verified copies of `user.db`, on a schedule, thinned by age; and never the newest whole one."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from usjp_reader.config.durable import settle
from usjp_reader.domain.errors import LibraryError
from usjp_reader.store.connection import connect_looking, translated
from usjp_reader.store.originals import as_library_error

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=30)
_KEEP_ALL_FOR = timedelta(days=2)
_KEEP_DAYS, _KEEP_WEEKS, _KEEP_MONTHS = 14, 8, 12
_NAME = re.compile(r"user-(\d{8})-(\d{8}T\d{6}Z)(-[a-z]+)?\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of `user.db`: the last change it holds, when it was made, and why."""

    path: Path
    seq: int
    made: datetime
    reason: str

    @classmethod
    def at(cls, path: Path) -> Backup | None:
        """The backup at `path`, or None where the name is not one of ours."""
        match = _NAME.fullmatch(path.name)
        if match is None:
            return None
        made = datetime.strptime(match[2] + "+0000", "%Y%m%dT%H%M%SZ%z")
        return cls(path, int(match[1]), made, (match[3] or "").lstrip("-"))


def listed(folder: Path) -> tuple[Backup, ...]:
    """The backups in `folder`, by the number of their last change."""
    found = (Backup.at(path) for path in folder.glob("user-*.db"))
    return tuple(sorted((b for b in found if b), key=lambda b: (b.seq, b.made)))


def make(connection: sqlite3.Connection, folder: Path, at: datetime, reason: str = "") -> Backup:
    """Copy the database of `connection`, check the copy, and only then give it its name.

    Args:
        connection: The owner's connection, outside a transaction.
        folder: The folder of backups.
        at: The present, in UTC.
        reason: `migration`, `close` …, or "" for the schedule.

    Raises:
        LibraryError: It could not be made; older backups are untouched.
    """
    seq = connection.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0]
    tail = f"-{reason}" if reason else ""
    path = folder / f"user-{seq:08d}-{at:%Y%m%dT%H%M%SZ}{tail}.db"
    draft = path.with_suffix(".tmp")
    try:
        draft.unlink(missing_ok=True)
        with translated(draft):
            connection.execute("VACUUM INTO ?", (str(draft),))
            _verify(draft, seq)
        settle(draft, path)
    except OSError as error:
        raise as_library_error(error, folder.parent) from error
    finally:
        draft.unlink(missing_ok=True)
    return Backup(path, seq, at, reason)


def _verify(path: Path, seq: int) -> None:
    copy = connect_looking(path)
    try:
        whole = copy.execute("PRAGMA quick_check").fetchone()[0] == "ok"
        same = copy.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0] == seq
        if not (whole and same):
            raise LibraryError("store.backup_not_whole", library=str(path.parent.parent))
    finally:
        copy.close()


def to_thin(backups: tuple[Backup, ...], at: datetime) -> tuple[Backup, ...]:
    """Which of `backups` may go: all of two days stay, then daily, weekly and monthly ones.

    Those made before a migration stay for ever, and so does the newest; one dated in the future
    (a clock was wrong) is left alone.
    """
    kept_slots: set[tuple[str, int]] = set()
    gone = []
    for backup in sorted(backups, key=lambda b: (b.seq, b.made), reverse=True):
        if (
            backup is backups[-1]
            or backup.reason == "migration"
            or _is_kept(backup, at, kept_slots)
        ):
            continue
        gone.append(backup)
    return tuple(gone)


def _is_kept(backup: Backup, at: datetime, slots: set[tuple[str, int]]) -> bool:
    age = at - backup.made
    if age < _KEEP_ALL_FOR:
        return True
    day = backup.made.date().toordinal()
    wanted = {
        (name, slot)
        for name, slot, count, length in (
            ("day", day, _KEEP_DAYS, 1),
            ("week", day // 7, _KEEP_WEEKS, 7),
            ("month", backup.made.year * 12 + backup.made.month, _KEEP_MONTHS, 31),
        )
        if age.days <= count * length
    }
    is_first = bool(wanted - slots)
    slots |= wanted
    return is_first


def thin(folder: Path, at: datetime) -> None:
    """Delete the backups that may go; one that cannot be deleted is only logged."""
    for backup in to_thin(listed(folder), at):
        try:
            backup.path.unlink()
        except OSError as error:
            log.error("backup %s could not be deleted (%s)", backup.path.name, error)
