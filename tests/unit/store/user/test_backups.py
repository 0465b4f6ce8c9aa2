"""Backups are whole, checked, and thinned by age."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.work import STUB, UID, VERSION, dumped, marked, starred
from usjp_reader.domain.errors import LibraryError
from usjp_reader.store.user import backups, owner
from usjp_reader.store.user.backups import Backup
from usjp_reader.store.user.owner import UserStore

if TYPE_CHECKING:
    from usjp_reader.store.layout import LibraryFolder

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def backup(seq: int, age: timedelta, reason: str = "") -> Backup:
    return Backup(Path(f"{seq}.db"), seq, NOW - age, reason)


def kept(*some: Backup) -> list[int]:
    ordered = tuple(sorted(some, key=lambda b: (b.seq, b.made)))
    gone = backups.to_thin(ordered, NOW)
    return [b.seq for b in ordered if b not in gone]


def days(*some: float) -> list[Backup]:
    """One backup for each age in days, the oldest with the lowest number."""
    ages = sorted(some, reverse=True)
    return [backup(seq, timedelta(days=age)) for seq, age in enumerate(ages, start=1)]


def test_everything_of_two_days_stays() -> None:
    half_hours = [backup(seq, timedelta(minutes=30 * (95 - seq))) for seq in range(95)]
    assert kept(*half_hours) == list(range(95))


def test_of_an_older_day_the_last_stays() -> None:
    # 12:00, 10:00 and 08:00 of the day three days ago, and one of the present
    some = days(0, 3, 3 + 2 / 24, 3 + 4 / 24)
    assert kept(*some) == [3, 4]


def test_of_older_weeks_and_months_one_each_stays() -> None:
    daily = days(*range(400))
    ages = [400 - seq for seq in kept(*daily)]
    assert ages[-15:] == list(range(14, -1, -1))
    weekly = [age for age in ages if 14 < age <= 56]
    assert 5 <= len(weekly) <= 8
    monthly = [age for age in ages if age > 56]
    assert 9 <= len(monthly) <= 12
    assert max(ages) <= 12 * 31


def test_thinning_daily_is_thinning_once() -> None:
    """What is thinned each day ends up as sparse, and never with a hole of two months."""
    have: list[Backup] = []
    for day in range(300):
        at = NOW + timedelta(days=day)
        have += [Backup(Path("x"), day * 3 + n, at - timedelta(hours=4 - n), "") for n in range(3)]
        gone = backups.to_thin(tuple(have), at)
        have = [b for b in have if b not in gone]
    dates = [b.made for b in have]
    assert len(have) < 40
    assert all(b - a < timedelta(days=62) for a, b in itertools.pairwise(dates))
    assert dates[0] < NOW + timedelta(days=60)


def test_the_newest_and_those_before_a_migration_stay_for_ever() -> None:
    ancient = timedelta(days=5_000)
    assert kept(backup(1, ancient, "migration"), backup(2, ancient), backup(3, ancient)) == [1, 3]


def test_a_backup_from_the_future_is_left_alone() -> None:
    """The number orders backups, not the clock: number 1 is not the newest."""
    future = backup(1, timedelta(days=-3_650))
    assert kept(future, backup(2, timedelta(days=1_000)), backup(3, timedelta(0))) == [1, 3]


def test_a_clock_that_fell_back_thins_nothing() -> None:
    assert kept(*(backup(seq, timedelta(days=-400 - seq)) for seq in range(9))) == list(range(9))


@pytest.mark.parametrize(
    "name",
    ["user-1.db", "user-00000001-20261122T120000Z.db.tmp", "user-00000001-2026.db", "other.db"],
)
def test_other_files_are_none_of_our_business(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    backups.thin(tmp_path, NOW)
    assert backups.listed(tmp_path) == ()
    assert (tmp_path / name).exists()


def test_a_backup_holds_all_and_says_what_it_holds(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1", "note 😀")
    made = store.backup("asked").result()
    store.close()
    assert (made.seq, made.reason) == (1, "asked")
    assert Backup.at(made.path) == made
    assert dumped(made.path) == dumped(folder.user_db)
    with closing(sqlite3.connect(made.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (owner.VERSION,)
    assert not list(folder.backups.glob("*.tmp"))


def test_there_is_a_backup_of_the_first_change_and_of_the_last(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1")
    store.commit(starred(UID), (VERSION,), (STUB,)).result()
    store.close()
    assert [(b.seq, b.reason) for b in backups.listed(folder.backups)] == [(1, ""), (2, "close")]
    UserStore(folder).close()
    assert len(backups.listed(folder.backups)) == 2  # nothing changed: nothing to keep


def test_a_copy_that_is_not_whole_gets_no_name(
    folder: LibraryFolder, store: UserStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked(store, "p1")
    store.read(lambda log: log.last_seq)  # behind the backup that was due
    before = sorted(path.name for path in folder.backups.iterdir())
    shorter = sqlite3.connect(":memory:", check_same_thread=False)
    shorter.execute("CREATE TABLE change (seq)")
    monkeypatch.setattr(backups, "connect_looking", lambda _: shorter)
    failed = store.backup().exception()
    assert isinstance(failed, LibraryError)
    assert failed.message.key == "store.backup_not_whole"
    assert sorted(path.name for path in folder.backups.iterdir()) == before
    monkeypatch.undo()


def test_a_folder_that_is_gone_is_told(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1")
    store.read(lambda log: log.last_seq)  # behind the backup that was due
    for path in folder.backups.iterdir():
        path.unlink()
    folder.backups.rmdir()
    assert isinstance(store.backup().exception(), LibraryError)
    assert marked(store, "p2").seq == 2
    store.close()
