"""Runs work away from the window and brings its progress, result or error back to the main thread.

Knows threads and signals; knows nothing of the library or of what the work is.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from enum import StrEnum
from queue import SimpleQueue
from types import GeneratorType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from usjp_reader.domain.errors import UsjpError
from usjp_reader.domain.progress import CancelToken, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

T = TypeVar("T")
Work: TypeAlias = "Callable[[CancelToken], T | Generator[Progress, None, T]]"
"""Takes the token it must look at; gives the result, or yields progress and returns the result."""

PROGRESS_EVERY = 0.05
"""Seconds between two reports of progress; the window could not show more."""

SHUTDOWN_SECONDS = 2.0


_KEPT: set[Jobs] = set()
"""Whose threads may still run. A `QObject` must not have its last reference dropped by a thread."""


class Lane(StrEnum):
    """Threads that work can be done on: one each, so that work on one lane is in order."""

    READING = "reading"
    WRITING = "writing"
    ASIDE = "aside"
    """Long work that neither a search nor an import is to wait for."""


@dataclass(frozen=True)
class Job:
    """One piece of work under way; keep it to be able to cancel it."""

    work: Callable[[CancelToken], Any]
    on_result: Callable[[Any], None]
    on_error: Callable[[UsjpError], None] | None
    on_progress: Callable[[Progress], None] | None
    on_end: Callable[[], None] | None
    channel: str
    generation: int
    lane: Lane
    token: CancelToken = field(default_factory=CancelToken)

    def cancel(self) -> None:
        """Ask the work to stop; what it still returns is delivered all the same."""
        self.token.cancel()


@dataclass(frozen=True)
class _Outcome:
    """What became of a job: its result, or what it raised."""

    result: object = None
    error: BaseException | None = None


class Jobs(QObject):
    """Runs work on a few threads of its own.

    A newer run on a channel cancels the older ones there and drops whatever they still deliver.
    Errors of ours travel to the main thread and are raised there, for the top-level hook.
    """

    failed = Signal(object)
    """A `UsjpError` that nobody asked to hear of: the window says it."""

    _progressed = Signal(object, object)
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, _Thread] = {}
        self._latest: dict[str, int] = {}
        self._jobs: dict[int, Job] = {}
        self._count = 0
        queued = Qt.ConnectionType.QueuedConnection
        self._progressed.connect(self._on_progressed, queued)
        self._finished.connect(self._on_finished, queued)

    def run(
        self,
        work: Work[T],
        on_result: Callable[[T], None],
        on_error: Callable[[UsjpError], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        on_end: Callable[[], None] | None = None,
        *,
        channel: str = "",
        lane: Lane = Lane.READING,
    ) -> Job:
        """Do `work` on the thread of `lane`.

        Args:
            work: Called with a cancel token, on the other thread.
            on_result: Called on the main thread with what the work returned.
            on_error: Called with a `UsjpError`; without it `failed` is emitted.
            on_progress: Called now and then with how far the work has come.
            on_end: Called last, whatever became of the work, even if it broke.
            channel: A newer run on the same channel supersedes this one; "" is never superseded.
            lane: Which thread.
        """
        self._count += 1
        job = Job(work, on_result, on_error, on_progress, on_end, channel, self._count, lane)
        self.cancel(channel)
        if channel:
            self._latest[channel] = job.generation
        self._jobs[job.generation] = job
        self._submit(job)
        return job

    def cancel(self, channel: str) -> None:
        """Cancel what is under way on a channel and drop whatever it still delivers."""
        if not channel:
            return
        self._latest.pop(channel, None)
        for job in self._jobs.values():
            if job.channel == channel:
                job.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether work is under way or waiting."""
        return bool(self._jobs)

    def shutdown(self, seconds: float = SHUTDOWN_SECONDS) -> bool:
        """Cancel everything and wait for the threads, `seconds` at most.

        Work that waits on the writing lane is still done: it is the reader's. Nothing is delivered
        any more.

        Returns:
            Whether both threads came to their end in time.
        """
        deadline = time.monotonic() + seconds
        for job in self._jobs.values():
            job.cancel()
        self._latest.clear()
        self._jobs.clear()
        lanes, self._lanes = self._lanes, {}
        for lane in lanes.values():
            lane.close()
        ended = [lane.join(deadline - time.monotonic()) for lane in lanes.values()]
        if all(ended):
            _KEPT.discard(self)
        return all(ended)

    def _submit(self, job: Job) -> None:
        lane = self._lanes.get(job.lane)
        if lane is None:
            _KEPT.add(self)
            lane = self._lanes[job.lane] = _Thread(job.lane, self._execute)
        lane.put(job)

    def _execute(self, job: Job) -> None:
        """On the other thread: do the work unless nobody wants it any more."""
        if job.token.is_cancelled and (job.channel or job.lane is Lane.READING):
            outcome = _Outcome()
        else:
            outcome = _outcome(
                job, lambda progress: self._emit(self._progressed.emit, job, progress)
            )
        self._emit(self._finished.emit, job, outcome)

    def _emit(self, emit: Callable[[Job, object], None], job: Job, value: object) -> None:
        try:
            emit(job, value)
        except RuntimeError:
            job.cancel()  # The window, and this object with it, is gone.

    @Slot(object, object)
    def _on_progressed(self, job: Job, progress: Progress) -> None:
        if self._is_wanted(job) and job.on_progress is not None:
            job.on_progress(progress)

    @Slot(object, object)
    def _on_finished(self, job: Job, outcome: _Outcome) -> None:
        is_wanted = self._is_wanted(job)
        self._jobs.pop(job.generation, None)
        try:
            self._deliver(job, outcome, is_wanted)
        finally:
            if job.on_end is not None:
                job.on_end()

    def _deliver(self, job: Job, outcome: _Outcome, is_wanted: bool) -> None:
        if isinstance(outcome.error, UsjpError):
            if is_wanted:
                (job.on_error or self.failed.emit)(outcome.error)
        elif outcome.error is not None:
            raise outcome.error
        elif is_wanted:
            job.on_result(outcome.result)

    def _is_wanted(self, job: Job) -> bool:
        if job.generation not in self._jobs:
            return False
        return not job.channel or self._latest.get(job.channel) == job.generation


class SynchronousJobs(Jobs):
    """The same interface on the calling thread: everything is delivered before `run` returns."""

    def _submit(self, job: Job) -> None:
        def report(progress: Progress) -> None:
            self._on_progressed(job, progress)

        self._on_finished(job, _outcome(job, report, every=0.0))


def _outcome(
    job: Job, report: Callable[[Progress], None], every: float = PROGRESS_EVERY
) -> _Outcome:
    try:
        result = job.work(job.token)
        if isinstance(result, GeneratorType):
            result = _driven(result, report, every)
    except BaseException as error:  # carried to the main thread and raised there
        return _Outcome(error=error)
    return _Outcome(result)


def _driven(
    steps: Generator[Progress, None, object], report: Callable[[Progress], None], every: float
) -> object:
    """Run a generator to its end; returns what it returned."""
    told = float("-inf")
    while True:
        try:
            progress = next(steps)
        except StopIteration as end:
            return end.value
        now = time.monotonic()
        if now - told >= every:
            told = now
            report(progress)


class _Thread:
    """One thread that does jobs in the order they were put; it never keeps the program alive."""

    def __init__(self, lane: Lane, execute: Callable[[Job], None]) -> None:
        self._waiting: SimpleQueue[Job | None] = SimpleQueue()
        self._execute = execute
        self._thread = threading.Thread(target=self._loop, name=f"jobs-{lane}", daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        self._waiting.put(job)

    def close(self) -> None:
        self._waiting.put(None)

    def join(self, seconds: float) -> bool:
        self._thread.join(max(0.0, seconds))
        return not self._thread.is_alive()

    def _loop(self) -> None:
        while (job := self._waiting.get()) is not None:
            self._execute(job)
