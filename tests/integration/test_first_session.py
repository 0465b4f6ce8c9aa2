"""From a folder of messy text to a cited passage, each step in a process of its own."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.helpers.builders import TINY, awkward_corpus, tiny_corpus
from tests.helpers.processes import ran

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


def command(library: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    done = ran("-m", "usjp_reader", "--library", library, *arguments)
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.slow
def test_from_a_folder_to_a_cited_passage(tmp_path: Path) -> None:
    library, source = tmp_path / "My Library", tiny_corpus(tmp_path / "記事")
    awkward_corpus(source / "awkward")
    done = command(library, "import", source)
    assert done.returncode == 0, done.stderr
    assert "failed" in done.stdout
    (row,) = json.loads(command(library, "find", "𠮷田 doctrine", "--json").stdout)
    assert row["published"] == "2009-02-24"
    shown = command(library, "show", row["id"], "--format", "text")
    assert shown.stdout == TINY["2009-obama.md"]
    done = command(
        library, "mark", row["id"], "--quote", "the 𠮷田 doctrine 😀", "--note", "引用", "--json"
    )
    made = json.loads(done.stdout)
    assert shown.stdout[made["start"] : made["end"]] == "the 𠮷田 doctrine 😀"
    for form in ("md", "json"):
        out = tmp_path / f"passages.{form}"
        done = command(library, "export", "--format", form, "--output", out)
        assert done.returncode == 0, done.stderr
        assert "doctrine" in out.read_text("utf-8")
    (passage,) = json.loads((tmp_path / "passages.json").read_text("utf-8"))
    assert (passage["id"], passage["note"], passage["quote"]) == (
        made["id"],
        "引用",
        "the 𠮷田 doctrine 😀",
    )
    assert "Meridian" in passage["citation"]

    # The library is moved, its index is lost and its sources are gone: the work is still there.
    shutil.rmtree(source)
    moved = tmp_path / "moved"
    library.rename(moved)
    for path in moved.glob("corpus.db*"):
        path.unlink()
    assert command(moved, "find").returncode == 1
    (tmp_path / "empty").mkdir()
    assert command(moved, "import", tmp_path / "empty").returncode == 0
    (again,) = json.loads(command(moved, "export", "--format", "json").stdout)
    assert again["quote"] == passage["quote"]
    assert again["citation"] == passage["citation"]
    assert command(moved, "check").returncode == 0
