"""A folder of broken, locked and malicious files: each one line of the report, the others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import hostile
from tests.helpers.documents import FIRST, TITLE
from tests.helpers.libraries import imported, opened, uids
from usjp_reader.config.messages import said
from usjp_reader.domain.reports import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from usjp_reader.domain.reports import FileReport


def name_of(file: FileReport) -> str:
    return file.path.rpartition("/")[2]


@pytest.mark.slow
def test_each_bad_file_is_one_line_and_no_other_file_suffers(tmp_path: Path) -> None:
    source = tmp_path / "src"
    source.mkdir()
    bad, good = hostile.refused(), hostile.read()
    for name, data in ({name: data for name, (data, _) in bad.items()} | good).items():
        (source / name).write_bytes(data)
    (source / "plain.txt").write_text(f"{TITLE}\n\n{FIRST}\n", encoding="utf-8")
    with opened(tmp_path / "lib") as library:
        report = imported(library, source)
        told = {name_of(file): file for file in report.files}
        assert len(report.files) == len(bad) + len(good) + 1
        reasons = {name: told[name].reason for name in bad}
        assert {name: reason.key for name, reason in reasons.items() if reason} == {
            name: key for name, (_, key) in bad.items()
        }
        for reason in filter(None, reasons.values()):
            assert said(reason).endswith(".")
            assert "{" not in said(reason)
        read = {name for name, file in told.items() if file.outcome is Outcome.LOADED}
        assert read == {*good, "plain.txt"}
        assert len(uids(library)) == len(read)
    assert {path.name for path in tmp_path.iterdir()} == {"src", "lib", "home"}
