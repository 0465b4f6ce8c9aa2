"""A library that an earlier version wrote opens, and keeps everything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from tests.helpers.work import NASTY_NOTE, marked
from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.clock import now
from usjp_reader.store.connection import USER_APPLICATION_ID, header
from usjp_reader.store.user import backups, migrations, owner
from usjp_reader.store.user.owner import UserStore

if TYPE_CHECKING:
    from usjp_reader.store.layout import LibraryFolder


def written_by_version_1(folder: LibraryFolder) -> None:
    """The work of a library as the first version left it."""
    with closing(UserStore(folder)) as store:
        marked(store, "p1", NASTY_NOTE)
    database = Database(folder.user_db)
    for name in ("field", "line", "line_rule", "reading", "mapping"):
        database[name].drop()
    database.execute("DELETE FROM _sqlite_migrations WHERE name = ?", ["m002_corrections"])
    database.conn.commit()
    database.execute("PRAGMA user_version=1")
    database.conn.close()


def works(folder: LibraryFolder) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(folder.user_db)) as connection:
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
            for name in ("passage", "change")
        }


def test_the_work_of_version_1_is_kept_and_a_backup_is_made_first(folder: LibraryFolder) -> None:
    written_by_version_1(folder)
    before = works(folder)
    with closing(UserStore(folder)) as store:
        assert store.read(lambda log: log.items("field")) == {}
        values = {"article": "a", "name": "page", "value": "4", "creator": "", "modified": ""}
        change = Change("article.fields", (ItemChange("field", "a/page", None, values),), now())
        store.commit(change).result()
        assert store.read(lambda log: log.items("field")) == {"a/page": values}
        assert "migration" in [backup.reason for backup in backups.listed(folder.backups)]
    after = works(folder)
    assert after["passage"] == before["passage"]
    assert after["change"][: len(before["change"])] == before["change"]
    with closing(sqlite3.connect(folder.user_db)) as connection:
        assert header(connection) == (USER_APPLICATION_ID, owner.VERSION)


def test_every_step_is_applied_once(folder: LibraryFolder) -> None:
    with closing(UserStore(folder)):
        pass
    database = Database(folder.user_db)
    migrations.migrate(database)
    names = [row["name"] for row in database["_sqlite_migrations"].rows]
    assert names == sorted(set(names))
    database.conn.close()
