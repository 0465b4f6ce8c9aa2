"""Programs in a process of their own: to hold a lock, to be killed, to see what they import."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def environment(**more: str) -> dict[str, str]:
    """The environment of this test, in UTF-8."""
    return {**os.environ, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen", **more}


def ran(
    *arguments: str | Path, more: Mapping[str, str] | None = None, data: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run Python with `arguments` to its end."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(**(more or {})),
        timeout=60,
        input=data,
        check=False,
    )


def started(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Start Python on `code`; its output is read by the line."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(),
    )


def line_from(process: subprocess.Popen[str]) -> str:
    """The next line the process prints, or "" at its end."""
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def ended(process: subprocess.Popen[str]) -> None:
    """Kill the process and let go of it."""
    process.kill()
    process.wait()
    for stream in (process.stdout, process.stdin):
        if stream is not None:
            stream.close()


_HOLDER = """
import sys
from pathlib import Path
from usjp_reader.store.layout import LibraryFolder
from usjp_reader.store.user.owner import UserStore

folder = LibraryFolder(Path(sys.argv[1]))
folder.create()
store = UserStore(folder)
print("held", flush=True)
sys.stdin.readline()
store.close()
"""


@contextmanager
def holding(library: Path) -> Iterator[subprocess.Popen[str]]:
    """While inside, another process holds the library."""
    process = started(_HOLDER, library)
    try:
        assert line_from(process) == "held"
        yield process
    finally:
        ended(process)


@contextmanager
def public_place() -> Iterator[Path]:
    """A folder that anybody may enter, which pytest's own folders are not."""
    place = Path(tempfile.mkdtemp(prefix="usjp-test-"))
    place.chmod(0o755)
    try:
        yield place
    finally:
        for path in [place, *place.rglob("*")]:
            path.chmod(0o755)
        shutil.rmtree(place)


def sealed(place: Path) -> None:
    """Let nobody write below `place`, except root."""
    for path in [place, *place.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def unprivileged(imports: str, code: str, *arguments: str | Path) -> str:
    """What `code` prints when it is run by nobody in particular: root may write everywhere.

    Args:
        imports: Run before; nobody may not be allowed to read Python's own files.
        code: Run after.
        arguments: For `sys.argv`.
    """
    drop = "\nimport os; os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
    done = ran("-c", imports + (drop if os.geteuid() == 0 else "\n") + code, *arguments)
    return done.stdout + done.stderr
