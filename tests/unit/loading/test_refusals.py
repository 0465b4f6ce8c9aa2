"""A file with some bad records is loaded and says which; one with bad records only has failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.helpers.libraries import imported, opened, uids
from usjp_reader.config.messages import said
from usjp_reader.domain.articles import Record, Refused
from usjp_reader.domain.messages import Message
from usjp_reader.domain.reports import Outcome
from usjp_reader.domain.texts import TextVersion
from usjp_reader.gui.dialogs.report_model import told
from usjp_reader.intake.readers import READERS
from usjp_reader.loading.refusals import sort_out

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BAD = Refused("2", Message("intake.empty"))


def _record(member: str, *notes: str) -> Record:
    version = TextVersion.of(f"Naha, 那覇 😀, number {member}.\n", "1", "test")
    return Record(member, version, notes=notes)


def test_what_was_mended_is_the_reason_where_nothing_was_refused() -> None:
    found = sort_out([_record("1"), _record("2", "intake.note_nuls")])
    assert found.reason == Message("intake.note_nuls")
    assert sort_out([_record("1")]).reason is None


def test_refused_records_are_counted() -> None:
    found = sort_out([_record("1"), BAD, _record("3")])
    assert [record.member for record in found.records] == ["1", "3"]
    assert found.refused == (BAD,)
    assert found.reason is not None
    assert said(found.reason).startswith("1 of the 3 records")


def test_a_file_whose_only_record_is_bad_says_what_is_wrong_with_it() -> None:
    assert sort_out([BAD]).reason == BAD.reason
    assert sort_out([BAD, BAD]).reason == Message("loading.all_refused", {"refused": 2, "count": 2})
    assert sort_out([]).reason == Message("loading.no_records")


def test_the_good_records_of_a_file_are_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = {"good.txt": (_record("1"), BAD, _record("3")), "bad.txt": (BAD, BAD)}
    monkeypatch.setitem(READERS, ".txt", lambda name, _: parts[name])
    for name in parts:
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(name, "utf-8")
    with opened(tmp_path / "lib") as library:
        report = imported(library, tmp_path / "in")
        assert len(uids(library)) == 2
    bad, good = report.files
    assert (bad.outcome, good.outcome) == (Outcome.FAILED, Outcome.LOADED)
    assert good.refused == (BAD,)
    assert "#2: This file is empty" in told(good)
