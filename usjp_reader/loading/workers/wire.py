"""What goes through the pipe between the program and a worker: values, and nothing that acts."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

    from usjp_reader.loading.jobs import Answer, Job

MOST_BYTES = 2**30
"""The largest answer that is taken: one file and all that was found in it."""

_MODULES = (
    "usjp_reader.domain.",
    "usjp_reader.intake.bibliographies.items",
    "usjp_reader.intake.bibliographies.reading",
    "usjp_reader.loading.jobs",
    "usjp_reader.loading.workers.wire",
    "usjp_reader.store.corpus.prepared",
    "usjp_reader.store.corpus.words",
)


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has read the knowledge base and waits for jobs."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The worker met an error that is nobody's but ours, and ends.

    Attributes:
        traceback: For the log.
    """

    traceback: str


@dataclass(frozen=True, slots=True)
class NoMemory:
    """The worker ran against its limit of memory, and ends."""


def send_jobs(connection: Connection, jobs: Sequence[Job]) -> None:
    """Give a worker its next jobs, in order."""
    connection.send_bytes(pickle.dumps(tuple(jobs), pickle.HIGHEST_PROTOCOL))


def receive_jobs(connection: Connection) -> tuple[Job, ...]:
    """The next jobs.

    Raises:
        EOFError: There will be none any more.
    """
    jobs: tuple[Job, ...] = pickle.loads(connection.recv_bytes())
    return jobs


def send(connection: Connection, said: Answer | Ready | Broken | NoMemory) -> None:
    """Tell the program something."""
    connection.send_bytes(pickle.dumps(said, pickle.HIGHEST_PROTOCOL))


def receive(connection: Connection) -> Answer | Ready | Broken | NoMemory:
    """What a worker tells.

    Raises:
        EOFError: It is no more.
        OSError: The pipe broke, or the message is too large.
        pickle.UnpicklingError: It is no value of ours.
    """
    said: Answer | Ready | Broken | NoMemory = _Values(
        io.BytesIO(connection.recv_bytes(MOST_BYTES))
    ).load()
    return said


class _Values(pickle.Unpickler):
    """Makes our values and nothing else: a parser gone astray must not reach the program."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as its base has it
        if module.startswith(_MODULES):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value")
