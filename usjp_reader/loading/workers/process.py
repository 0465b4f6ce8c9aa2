"""One worker process as the program sees it: started, asked, given up."""

from __future__ import annotations

import pickle
import signal
import sys
import threading
from typing import TYPE_CHECKING

from usjp_reader.loading.jobs import Answer
from usjp_reader.loading.workers import wire

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.context import BaseContext

    from usjp_reader.loading.jobs import Job
    from usjp_reader.loading.workers.orders import Orders

_STARTING = threading.Lock()
"""Processes are started and let go one at a time: `multiprocessing` keeps one list of them."""
_ENDING_SECONDS = 2.0
_WARMED = "usjp_reader.loading.workers.warmed"


class WorkerGoneError(Exception):
    """The worker ended before it answered.

    Attributes:
        is_out_of_time: Whether the system ended it because it used the processor for too long.
    """

    def __init__(self, *, is_out_of_time: bool = False) -> None:
        self.is_out_of_time = is_out_of_time
        super().__init__()


class WorkerProcess:
    """A worker process; one thread uses it.

    Attributes:
        was_ready: Whether it ever came up.
        is_fresh: Whether it has yet to give its first answer.
    """

    def __init__(self, orders: Orders, *, is_one_of_several: bool = False) -> None:
        """Start it; it takes a moment until it is `ready`.

        Args:
            orders: What it is told.
            is_one_of_several: Whether more are started. They are then forked from one process that
                has read what all of them need, where the system knows how.

        Raises:
            OSError: The system gives no process.
        """
        from multiprocessing import get_context  # noqa: PLC0415 - 20 ms, not for small imports

        from usjp_reader.loading.workers.worker import serve  # noqa: PLC0415

        # Never a copy of this program: with its threads and its window that would not be sound.
        if is_one_of_several and sys.platform == "linux":
            context: BaseContext = get_context("forkserver")
            context.set_forkserver_preload([_WARMED])
        else:
            context = get_context("spawn")
        self.was_ready = False
        self.is_fresh = True
        self._connection, theirs = context.Pipe()
        try:
            with _STARTING:
                self._process = context.Process(  # type: ignore[attr-defined]
                    target=serve, args=(theirs, orders), name="usjp-reader-worker", daemon=True
                )
                self._process.start()
        except OSError:
            self._connection.close()
            raise
        except EOFError as error:  # the process that it was to be forked from is gone
            self._connection.close()
            raise OSError(str(error)) from error
        finally:
            theirs.close()

    def is_ready(self, seconds: float) -> bool:
        """Wait until it can be asked; False when it ended or took longer than `seconds`."""
        try:
            self.was_ready = isinstance(self._receive(seconds), wire.Ready)
        except (TimeoutError, WorkerGoneError):
            return False
        return self.was_ready

    def ask(self, jobs: Sequence[Job]) -> None:
        """Give it jobs; it answers one after another.

        Raises:
            WorkerGoneError: It is no more.
        """
        try:
            wire.send_jobs(self._connection, jobs)
        except OSError as error:
            raise WorkerGoneError from error

    def answer(self, seconds: float) -> Answer | wire.Broken | wire.NoMemory:
        """The answer to the next of its jobs.

        Raises:
            TimeoutError: There is none after `seconds`.
            WorkerGoneError: It is no more, or answered what is no answer.
        """
        said = self._receive(seconds)
        if not isinstance(said, Answer | wire.Broken | wire.NoMemory):
            raise WorkerGoneError
        if isinstance(said, Answer):
            self.is_fresh = False
        return said

    def end(self) -> None:
        """End it, whatever it does; any thread may ask for that."""
        with _STARTING:
            self._process.kill()

    def kill(self) -> None:
        """End it and let go of it."""
        with _STARTING:
            self._process.kill()
            self._process.join(_ENDING_SECONDS)
        self._connection.close()

    def _receive(self, seconds: float) -> object:
        try:
            if not self._connection.poll(seconds):
                raise TimeoutError
            return wire.receive(self._connection)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            if isinstance(error, TimeoutError):
                raise
            raise WorkerGoneError(is_out_of_time=self._is_out_of_time()) from error

    def _is_out_of_time(self) -> bool:
        with _STARTING:
            self._process.join(_ENDING_SECONDS)
        code = self._process.exitcode
        return code is not None and code < 0 and -code == getattr(signal, "SIGXCPU", 0)
