"""The worker processes of one library: jobs go in, answers come out, trouble stays inside."""

from __future__ import annotations

import logging
import threading
from collections import deque
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from usjp_reader.domain.messages import Message
from usjp_reader.loading.jobs import Answer
from usjp_reader.loading.workers import wire
from usjp_reader.loading.workers.orders import Orders
from usjp_reader.loading.workers.process import WorkerGoneError, WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Sequence

    from usjp_reader.loading.jobs import Job

log = logging.getLogger(__name__)

_START_SECONDS = 60.0
"""A worker that is not ready by then, on however busy a machine, will not be."""
_IDLE_SECONDS = 30.0
"""Without work for so long a worker ends: it holds fifty megabytes."""
_JOBS_AT_ONCE = 8
_BYTES_AT_ONCE = 256 * 2**10
"""How much a worker is given at once: it should not wait for us between two short articles."""


@dataclass(eq=False)
class _Ticket:
    """A job that waits or is being done.

    Attributes:
        is_taken: Whether a worker had it before, and was lost.
        is_unwanted: Whether nobody waits for its answer any more.
    """

    job: Job
    future: Future[Answer] = field(default_factory=Future)
    is_taken: bool = False
    is_unwanted: bool = False


@dataclass(frozen=True)
class _Trouble:
    """Why a worker did not answer a job.

    Attributes:
        key: Of the sentence for the report.
        is_sure: Whether the job is to blame, however fresh the worker was.
    """

    key: str
    is_sure: bool = False


class Crew:
    """Worker processes, started when they are first asked and let go when nobody asks.

    A job that ends its worker is tried once more in a fresh one, for something else may have ended
    it; one that takes too long is not.
    """

    def __init__(self, size: int, orders: Orders | None = None) -> None:
        """Make a crew; no process is started yet.

        Args:
            size: How many processes there may be.
            orders: What each is told when it begins.
        """
        self._size = size
        self._orders = orders or Orders()
        self._state = threading.Condition()
        self._waiting: deque[_Ticket] = deque()
        self._members: set[threading.Thread] = set()
        self._processes: dict[WorkerProcess, deque[_Ticket]] = {}
        self._busy = self._ready = 0
        self._is_closed = self._was_ready = False

    def ask(self, job: Job, *, first: bool = False) -> Future[Answer]:
        """Have a job done.

        Args:
            job: The job.
            first: Whether it is done before those that wait.

        Returns:
            Its answer; cancelled where no worker is to be had. As long as no worker took the job,
            whoever asked may cancel it too.
        """
        ticket = _Ticket(job)
        with self._state:
            if self._is_closed:
                ticket.future.cancel()
                return ticket.future
            self._stop_unwanted()
            (self._waiting.appendleft if first else self._waiting.append)(ticket)
            free = len(self._members) - self._busy
            if free < len(self._waiting) and len(self._members) < self._size:
                self._hire()
            self._state.notify()
        return ticket.future

    @property
    def is_ready(self) -> bool:
        """Whether a worker is there, warm, to take jobs."""
        return self._ready > 0

    def drop(self, future: Future[Answer]) -> None:
        """Have a job not done after all; a worker that is at it is ended when it is needed."""
        if future.cancel():
            return
        with self._state:
            for tickets in self._processes.values():
                for ticket in tickets:
                    ticket.is_unwanted = ticket.is_unwanted or ticket.future is future

    def close(self) -> None:
        """End all workers, whatever they do."""
        with self._state:
            self._is_closed = True
            self._cancel_waiting()
            members, processes = list(self._members), list(self._processes)
            self._state.notify_all()
        for process in processes:
            process.end()
        for member in members:
            member.join()

    def _hire(self) -> None:
        member = threading.Thread(target=self._serve, name="reading-crew", daemon=True)
        self._members.add(member)
        member.start()

    def _stop_unwanted(self) -> None:
        """End the workers that are at jobs for which nobody waits."""
        for process, tickets in self._processes.items():
            if tickets and tickets[0].is_unwanted:
                process.end()

    def _cancel_waiting(self) -> None:
        while self._waiting:
            future = self._waiting.popleft().future
            if not future.cancel():  # it was taken once and put back
                future.set_exception(CancelledError())

    # -- on the threads, one for each worker -----------------------------------------------------

    def _serve(self) -> None:
        """Keep a worker at work for as long as there is any."""
        process = self._started()
        while process is not None and (tickets := self._taken()):
            if not self._is_done(process, tickets):
                self._forget(process)
                process = self._started()
            with self._state:
                self._busy -= 1
        if process is not None:
            self._forget(process)

    def _started(self) -> WorkerProcess | None:
        """A fresh worker, ready; None where there is none to be had, and this thread ends."""
        try:
            process = WorkerProcess(self._orders, is_one_of_several=self._size > 1)
        except OSError as error:
            log.error("no process could be started to read files in (%s)", error)
            self._resign()
            return None
        with self._state:
            self._processes[process] = deque()
            is_wanted = not self._is_closed
        if is_wanted and process.is_ready(_START_SECONDS):
            with self._state:
                self._ready += 1
                self._was_ready = True
            return process
        self._forget(process)
        if not self._is_closed:
            log.error("a process to read files in was started and did not come up")
        self._resign()
        return None

    def _resign(self) -> None:
        """Leave. The last one leaves nobody waiting; and where none ever came up, none will."""
        with self._state:
            self._members.discard(threading.current_thread())
            if not self._members:
                self._is_closed = self._is_closed or not self._was_ready
                self._cancel_waiting()

    def _forget(self, process: WorkerProcess) -> None:
        with self._state:
            self._processes.pop(process, None)
            self._ready -= process.was_ready
        process.kill()

    def _taken(self) -> list[_Ticket]:
        """The next jobs for one worker; none when it is time to end, and this thread ends."""
        with self._state:
            while not self._is_closed:
                if tickets := self._share():
                    self._busy += 1
                    return tickets
                if not self._state.wait(_IDLE_SECONDS) and not self._waiting:
                    break
            self._members.discard(threading.current_thread())
            return []

    def _share(self) -> list[_Ticket]:
        """Some of the jobs that wait, so that every worker has some to the last."""
        tickets: list[_Ticket] = []
        most = min(_JOBS_AT_ONCE, 1 + len(self._waiting) // (2 * len(self._members)))
        size = 0
        while self._waiting and len(tickets) < most and size < _BYTES_AT_ONCE:
            ticket = self._waiting.popleft()
            if ticket.is_taken or ticket.future.set_running_or_notify_cancel():
                tickets.append(ticket)
                size += ticket.job.size
        return tickets

    def _is_done(self, process: WorkerProcess, tickets: Sequence[_Ticket]) -> bool:
        """Have jobs done; False when the worker is no more of use."""
        left = deque(tickets)
        with self._state:
            self._processes[process] = left
        trouble = self._trouble(process, left)
        if trouble is None:
            return True
        if process.is_fresh or trouble.is_sure or left[0].is_unwanted:
            blamed = left.popleft()
            blamed.future.set_result(Answer(reason=self._reason(trouble, blamed.job)))
        with self._state:
            self._put_back(left)
        return False

    def _put_back(self, left: deque[_Ticket]) -> None:
        """Let another worker do what one did not come to."""
        for ticket in reversed(left):
            if ticket.is_unwanted:
                ticket.future.set_exception(CancelledError())
            else:
                ticket.is_taken = True
                self._waiting.appendleft(ticket)
        if self._is_closed:
            self._cancel_waiting()

    def _trouble(self, process: WorkerProcess, left: deque[_Ticket]) -> _Trouble | None:
        """Have jobs done one after another; what kept the first of those that are left from it."""
        try:
            process.ask([ticket.job for ticket in left])
            while left:
                said = process.answer(self._orders.limits.time_for(left[0].job))
                if not isinstance(said, Answer):
                    return _told(said, left[0].job)
                left.popleft().future.set_result(said)
        except TimeoutError:
            return _Trouble("loading.stopped", is_sure=True)
        except WorkerGoneError as error:
            if error.is_out_of_time:
                return _Trouble("loading.stopped", is_sure=True)
            return _Trouble("loading.crashed")
        return None

    def _reason(self, trouble: _Trouble, job: Job) -> Message:
        limits = self._orders.limits
        params: dict[str, dict[str, str | int | float]] = {
            "loading.stopped": {"seconds": limits.time_for(job)},
            "loading.memory": {"limit": limits.memory // 2**20},
        }
        return Message(trouble.key, params.get(trouble.key, {}))


def _told(said: wire.Broken | wire.NoMemory, job: Job) -> _Trouble:
    if isinstance(said, wire.NoMemory):
        return _Trouble("loading.memory")
    log.error("reading %s broke down:\n%s", job.path, said.traceback)
    return _Trouble("loading.crashed")
