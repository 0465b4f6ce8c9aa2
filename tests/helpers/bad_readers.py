"""Readers of made-up formats that do what a parser must not do, for worker processes in tests."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from usjp_reader.domain.articles import Record
from usjp_reader.domain.texts import TextVersion
from usjp_reader.intake.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable


def install() -> None:
    """Make the formats known in this process: what a worker is told to prepare."""
    READERS.update(BAD)


def install_and_fail() -> None:
    """A worker that does not come up."""
    raise RuntimeError("no worker today")


def not_here(_name: str, _data: bytes) -> NoReturn:
    """Stands for the readers in the program itself, where none of them may run."""
    raise AssertionError("read in the wrong process")


def one(text: str) -> tuple[Record, ...]:
    """A file of one record."""
    return (Record("", TextVersion.of(f"Report\n\n{text} 𠮷\n", "1", "test")),)


def _spin(_name: str, _data: bytes) -> NoReturn:
    while True:
        pass


def _wait(_name: str, _data: bytes) -> NoReturn:
    time.sleep(3600)
    raise AssertionError


def _eat(_name: str, _data: bytes) -> NoReturn:
    eaten = []
    while True:
        eaten.append(bytearray(16 * 2**20))


def _exit(_name: str, _data: bytes) -> NoReturn:
    os._exit(0)


def _crash(_name: str, _data: bytes) -> tuple[Record, ...]:
    return one(str(ctypes.string_at(0)))


def _nest(name: str, data: bytes) -> tuple[Record, ...]:
    return _nest(name, data)


def _exit_once(_name: str, data: bytes) -> tuple[Record, ...]:
    """Ends the process at the first reading, which it notes in the file that `data` names."""
    note = Path(data.decode())
    if not note.exists():
        note.touch()
        os._exit(1)
    return one("second try")


def _forge(_name: str, _data: bytes) -> tuple[Record, ...]:
    (record,) = one("forged")
    version = TextVersion(record.version.text, record.version.sha, "1", _Forged())
    return (Record("", version),)


class _Forged(str):
    """A text that, unpickled, would run a command."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.system, ("true",)


def _connect(_name: str, _data: bytes) -> tuple[Record, ...]:
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except PermissionError as error:
        return one(str(error))
    return one("connected")


def _print(_name: str, _data: bytes) -> tuple[Record, ...]:
    print("noise on stdout", flush=True)  # noqa: T201 - that is the matter
    print("noise on stderr", file=sys.stderr, flush=True)  # noqa: T201
    os.write(1, b"more noise\n")
    return one("quiet")


def _many(_name: str, data: bytes) -> tuple[Record, ...]:
    return tuple(
        Record(f"{n}", TextVersion.of(f"Report {n}\n\n{'Words of Naha. ' * 60}\n", "1", "test"))
        for n in range(int(data))
    )


BAD = {
    ".spin": _spin,
    ".wait": _wait,
    ".eat": _eat,
    ".exit": _exit,
    ".crash": _crash,
    ".nest": _nest,
    ".once": _exit_once,
    ".forge": _forge,
    ".connect": _connect,
    ".print": _print,
    ".many": _many,
    ".pid": lambda _name, _data: one(f"{os.getpid()}"),
    ".nice": lambda _name, _data: one(f"{os.nice(0)}"),
    ".modules": lambda _name, _data: one(" ".join(sorted(sys.modules))),
}
