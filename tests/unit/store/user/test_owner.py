"""The reader's work: one owner, one log, and nothing lost."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import NOW, a_passage
from tests.helpers.work import NASTY_NOTE, STUB, UID, VERSION, dumped, marked, starred
from usjp_reader.domain.changes import Change, ItemChange
from usjp_reader.domain.errors import LibraryDamagedError, LibraryReadOnlyError
from usjp_reader.domain.texts import TextVersion
from usjp_reader.passages.editing import mark, unmark
from usjp_reader.passages.values import to_values
from usjp_reader.store.connection import USER_APPLICATION_ID, header
from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.user import backups, migrations, owner
from usjp_reader.store.user.log import ArticleStub
from usjp_reader.store.user.owner import UserStore, rebuild

if TYPE_CHECKING:
    from pathlib import Path


def journal_of(folder: LibraryFolder) -> list[dict[str, object]]:
    lines = [
        line
        for path in sorted(folder.journal.glob("*.jsonl"))
        for line in path.read_bytes().decode("utf-8").split("\n")
    ]
    return [json.loads(line) for line in lines if line]


def test_the_start_path_knows_the_version_without_the_migrations() -> None:
    assert owner.VERSION == migrations.VERSION


def test_a_new_library_says_whose_it_is_and_what_for(folder: LibraryFolder) -> None:
    store = UserStore(folder, kind="specimens")
    library = store.read(lambda log: log.meta("library"))
    store.close()
    with closing(sqlite3.connect(folder.user_db)) as connection:
        assert header(connection) == (USER_APPLICATION_ID, owner.VERSION)
    again = UserStore(folder)
    assert again.read(lambda log: log.meta("library")) == library
    assert again.read(lambda log: log.meta("kind")) == "specimens"
    again.close()


def test_a_change_is_in_its_table_the_log_and_the_journal(
    folder: LibraryFolder, store: UserStore
) -> None:
    change = marked(store, "p1", NASTY_NOTE)
    assert change.seq == 1
    passage = a_passage(VERSION, article=UID, key="p1", note=NASTY_NOTE, tags=("treaty", "基地"))
    assert store.read(lambda log: log.items("passage")) == {"p1": to_values(passage)}
    assert store.read(lambda log: log.changes_since(0)) == (change,)
    (line,) = journal_of(folder)
    assert (line["seq"], line["action"], line["by"]) == (1, "passage.mark", "Hana")
    assert line["items"] == [["passage", "p1", None, dict(to_values(passage))]]


def test_work_is_still_there_after_closing(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1", "Notiz 注")
    store.close()
    again = UserStore(folder)
    assert again.read(lambda log: log.items("passage"))["p1"]["note"] == "Notiz 注"
    assert again.read(lambda log: log.text(VERSION.sha)) == VERSION
    assert again.read(lambda log: log.lineages()) == dict.fromkeys(STUB.lineage, UID)
    assert again.read(lambda log: log.lineages()) == {VERSION.sha: UID}
    again.close()


def test_undo_appends_the_inverse_and_nothing_is_forgotten(store: UserStore) -> None:
    change = marked(store, "p1", "first")
    undone = store.commit(change.inverse(NOW)).result()
    assert store.read(lambda log: log.items("passage")) == {}
    redone = store.commit(undone.inverse(NOW)).result()
    assert store.read(lambda log: log.items("passage"))["p1"]["note"] == "first"
    assert [(c.seq, c.undoes) for c in store.read(lambda log: log.changes_since(0))] == [
        (1, None),
        (2, 1),
        (3, 2),
    ]
    assert redone.items == change.items


def test_a_bulk_action_is_one_change_and_one_line(folder: LibraryFolder, store: UserStore) -> None:
    passages = [a_passage(VERSION, article=UID, key=f"p{number}") for number in range(300)]
    store.commit(mark(passages, NOW), (VERSION,), (STUB,)).result()
    store.commit(unmark(passages[:299], NOW)).result()
    assert list(store.read(lambda log: log.items("passage"))) == ["p299"]
    assert [line["seq"] for line in journal_of(folder)] == [1, 2]


def test_texts_and_articles_are_told_once(folder: LibraryFolder, store: UserStore) -> None:
    marked(store, "p1")
    marked(store, "p2", quote="Obama")
    later = TextVersion.of("Another 𠮷 text\n", "1", "test")
    stub = ArticleStub(UID, "t", "p", "", (later.sha, VERSION.sha))
    store.commit(starred(UID), (later,), (stub,)).result()
    lines = journal_of(folder)
    assert [[t["sha"] for t in line["texts"]] for line in lines] == [  # type: ignore[attr-defined]
        [VERSION.sha],
        [],
        [later.sha],
    ]
    told = [[a["lineage"] for a in line["articles"]] for line in lines]  # type: ignore[attr-defined]
    assert told == [[VERSION.sha], [], [f"{later.sha} {VERSION.sha}"]]


def test_a_change_that_fails_leaves_nothing_behind(folder: LibraryFolder, store: UserStore) -> None:
    values = dict(to_values(a_passage(key="p2")))
    values["start"] = "no number"
    items = (
        *mark([a_passage(key="p1")], NOW).items,
        ItemChange("passage", "p2", None, values),
    )
    failed = store.commit(Change("passage.mark", items, NOW))
    assert isinstance(failed.exception(), sqlite3.Error)
    assert store.read(lambda log: log.items("passage")) == {}
    assert store.read(lambda log: log.changes_since(0)) == ()
    assert journal_of(folder) == []
    assert marked(store, "p1").seq == 1


def test_drafts_are_kept_apart_from_the_log(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    store.save_draft("note/p1", "half a sen").result()
    store.save_draft("note/p1", "half a sentence 😀").result()
    store.save_draft("note/p2", "gone").result()
    store.save_draft("note/p2", "").result()
    store.close()
    again = UserStore(folder)
    assert again.read(lambda log: log.drafts()) == {"note/p1": "half a sentence 😀"}
    assert again.read(lambda log: log.changes_since(0)) == ()
    again.close()
    assert journal_of(folder) == []


def test_what_is_no_text_is_refused_whole(store: UserStore) -> None:
    passage = a_passage(key="p1", note="\udcff")
    assert store.commit(mark([passage], NOW)).exception() is not None
    assert store.read(lambda log: log.items("passage")) == {}
    assert marked(store, "p2").seq == 1


def test_user_db_is_rebuilt_from_the_journal_alone(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    first = marked(store, "p1", NASTY_NOTE)
    marked(store, "p2", quote="沖縄県")
    store.commit(first.inverse(NOW)).result()
    store.commit(starred(UID), (), (STUB,)).result()
    store.close()
    before = dumped(folder.user_db)
    folder.user_db.unlink()
    assert rebuild(folder) == 4
    assert dumped(folder.user_db) == before
    again = UserStore(folder)
    assert list(again.read(lambda log: log.items("passage"))) == ["p2"]
    assert marked(again, "p3").seq == 5
    again.close()


def test_a_damaged_line_of_the_journal_shifts_no_number(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    for key in ("p1", "p2", "p3"):
        marked(store, key)
    store.close()
    (path,) = folder.journal.glob("*.jsonl")
    lines = path.read_bytes().split(b"\n")
    lines[1] = lines[1].replace(b"p2", b"pX")
    path.write_bytes(b"\n".join(lines))
    folder.user_db.unlink()
    assert rebuild(folder) == 2
    again = UserStore(folder)
    assert list(again.read(lambda log: log.items("passage"))) == ["p1", "p3"]
    assert marked(again, "p4").seq == 4
    again.close()


def test_changes_that_only_the_journal_has_are_put_back(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1")
    kept = store.backup().result()
    marked(store, "p2", "after the backup")
    store.close()
    before = dumped(folder.user_db)
    folder.user_db.write_bytes(kept.path.read_bytes())  # as README.txt says
    again = UserStore(folder)
    assert list(again.read(lambda log: log.items("passage"))) == ["p1", "p2"]
    assert marked(again, "p3").seq == 3
    again.close()
    assert [line["seq"] for line in journal_of(folder)] == [1, 2, 3]
    assert {k: v for k, v in before.items() if k == "text"} == {
        k: v for k, v in dumped(folder.user_db).items() if k == "text"
    }


def test_a_journal_of_another_story_is_set_aside_and_begun_anew(
    folder: LibraryFolder, tmp_path: Path
) -> None:
    other = LibraryFolder(tmp_path / "other")
    other.create()
    for place, keys in ((folder, ("p1",)), (other, ("q1", "q2"))):
        store = UserStore(place)
        for key in keys:
            marked(store, key)
        store.close()
    foreign = {path.name: path.read_bytes() for path in other.journal.glob("*.jsonl")}
    for number in (1, 2):
        for name, data in foreign.items():
            (folder.journal / name).write_bytes(data)
        again = UserStore(folder)
        assert list(again.read(lambda log: log.items("passage"))) == ["p1", "p2", "p3"][:number]
        assert marked(again, f"p{number + 1}").seq == number + 1
        again.close()
        assert [line["seq"] for line in journal_of(folder)] == list(range(1, number + 2))
        for name, data in foreign.items():
            assert (folder.journal / f"{name}.other-{number}").read_bytes() == data


def test_lines_that_a_crash_cut_off_are_written_at_the_next_start(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1")
    marked(store, "p2", NASTY_NOTE)
    store.close()
    (path,) = folder.journal.glob("*.jsonl")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    UserStore(folder).close()
    entries = journal_lines_that_parse(path)
    assert [entry["seq"] for entry in entries] == [1, 2]
    assert entries[1]["texts"] == []


def journal_lines_that_parse(path: Path) -> list[dict[str, object]]:
    found = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def test_a_journal_that_cannot_be_written_does_not_undo_the_change(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1")
    (path,) = folder.journal.glob("*.jsonl")
    path.rename(path.with_suffix(".away"))
    path.mkdir()  # in the way of the file
    assert marked(store, "p2").seq == 2
    path.rmdir()
    path.with_suffix(".away").rename(path)
    assert marked(store, "p3").seq == 3
    store.close()
    assert [line["seq"] for line in journal_of(folder)] == [1, 2, 3]


def test_a_backup_that_fails_does_not_undo_the_change(
    folder: LibraryFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "connect_looking", lambda _: sqlite3.connect(":memory:"))
    store = UserStore(folder)
    assert marked(store, "p1").seq == 1
    store.close()
    assert list(folder.backups.iterdir()) == []
    monkeypatch.undo()
    UserStore(folder).close()
    assert len(list(folder.backups.iterdir())) == 1


def test_a_row_that_was_damaged_on_the_disk_is_noticed(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1", "the original note")
    marked(store, "p2", "another note")
    store.close()
    with closing(sqlite3.connect(folder.user_db)) as connection:
        connection.execute("UPDATE passage SET note = 'the oreginal note' WHERE id = 'p1'")
        connection.commit()
    for path in folder.journal.iterdir():
        path.rename(path.with_suffix(".away"))
    again = UserStore(folder)
    assert again.read(lambda log: log.damaged()) == (("passage", "p1"),)
    assert set(again.read(lambda log: log.items("passage"))) == {"p1", "p2"}
    again.close()
    for path in folder.journal.glob("*.away"):
        path.replace(path.with_suffix(".jsonl"))
    again = UserStore(folder)
    assert again.read(lambda log: log.damaged()) == ()
    assert again.read(lambda log: log.items("passage"))["p1"]["note"] == "the original note"
    again.close()


def test_a_damaged_checksum_is_mended_and_another_value_is_not_believed(
    folder: LibraryFolder,
) -> None:
    store = UserStore(folder)
    marked(store, "p1", "one")
    marked(store, "p2", "two")
    store.close()
    with closing(sqlite3.connect(folder.user_db)) as connection:
        connection.execute("UPDATE passage SET sha256 = 'x' WHERE id = 'p1'")
        connection.execute("UPDATE passage SET sha256 = 'x', note = 'y' WHERE id = 'p2'")
        connection.commit()
    again = UserStore(folder)
    assert again.read(lambda log: log.damaged()) == (("passage", "p2"),)
    assert again.read(lambda log: log.items("passage"))["p2"]["note"] == "y"
    again.close()


def test_a_flipped_bit_in_a_note_does_not_close_the_library(folder: LibraryFolder) -> None:
    store = UserStore(folder)
    marked(store, "p1", "the original note 基地")
    marked(store, "p2", "another note")
    store.close()
    data = bytearray(folder.user_db.read_bytes())
    needle = "the original note 基".encode()
    at = data.find(needle)
    while at >= 0:  # a byte that can begin no character, wherever the note stands as a row
        if b'"note"' not in data[at - 12 : at]:
            data[at + 4] = 0xFF
        at = data.find(needle, at + 1)
    folder.user_db.write_bytes(bytes(data))
    again = UserStore(folder)
    assert again.read(lambda log: log.items("passage"))["p2"]["note"] == "another note"
    assert again.read(lambda log: log.items("passage"))["p1"]["note"] == "the original note 基地"
    again.close()


@pytest.mark.parametrize("left", ["nothing", "an empty file"])
def test_an_empty_file_beside_backups_is_a_loss_not_a_new_library(
    folder: LibraryFolder, left: str
) -> None:
    store = UserStore(folder)
    marked(store, "p1")
    store.close()
    folder.user_db.unlink()
    if left == "an empty file":
        folder.user_db.touch()
    with pytest.raises(LibraryDamagedError) as caught:
        UserStore(folder)
    assert caught.value.message.key == "store.emptied"
    assert not folder.user_db.exists() or folder.user_db.stat().st_size == 0


def test_an_empty_file_in_a_new_folder_is_a_new_library(folder: LibraryFolder) -> None:
    folder.user_db.touch()
    UserStore(folder).close()
    assert folder.user_db.stat().st_size > 0


def test_a_place_that_is_a_file_cannot_be_a_library(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryReadOnlyError):
        LibraryFolder(tmp_path / "file").create()
