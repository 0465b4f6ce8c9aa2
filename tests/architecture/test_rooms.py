"""Imports run one way, and nothing heavy is loaded before it is needed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.processes import ran

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "usjp_reader"

MOST_LINES = 400


def test_the_contracts_between_the_rooms_are_kept() -> None:
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if linter is None:
        pytest.skip("import-linter is not installed")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=100
    )
    assert done.returncode == 0, done.stdout


def loaded_by(module: str) -> set[str]:
    """The top-level packages that importing a module brings along."""
    code = (
        f"import json, sys; import {module}\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = ran("-c", code)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("usjp_reader.library", {"PySide6", "shiboken6", "click", "pygments", "sqlite_utils"}),
        ("usjp_reader.cli.commands", {"PySide6", "shiboken6", "sqlite_utils", "dateparser"}),
        ("usjp_reader.cli.finding", {"PySide6", "shiboken6", "sqlite_utils", "dateparser"}),
        ("usjp_reader.app", {"click", "sqlite_utils", "dateparser", "ftfy", "trafilatura"}),
        ("usjp_reader.__main__", {"PySide6", "click", "sqlite3"}),
        ("usjp_reader.pygments_plugin", {"PySide6", "sqlite3", "click"}),
    ],
)
def test_what_is_not_needed_is_not_loaded(module: str, unwanted: set[str]) -> None:
    assert not loaded_by(module) & unwanted


def test_the_window_is_there_before_the_stages_of_reading_are_loaded() -> None:
    """They are read in beside the window that is painted meanwhile."""
    done = ran("-c", "import sys, usjp_reader.app; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    parts = [name.split(".") for name in done.stdout.split() if name.startswith("usjp_reader.")]
    assert not {part[1] for part in parts} & {"intake", "analysis", "loading", "library"}


def sources() -> dict[str, str]:
    """The modules of the package with their source."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {str(path.relative_to(PACKAGE)): path.read_text("utf-8") for path in paths}


def test_a_file_has_one_subject_and_is_short() -> None:
    lengths = {name: source.count("\n") for name, source in sources().items()}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def test_a_module_says_what_lives_in_it() -> None:
    assert [name for name, source in sources().items() if not source.startswith('"""')] == []
    stems = {Path(name).stem for name in sources()}
    assert not stems & {"utils", "helpers", "misc"}


def test_no_error_is_swallowed_unnamed() -> None:
    guilty = [
        name for name, source in sources().items() if re.search(r"except( Exception)?:", source)
    ]
    assert guilty == []
