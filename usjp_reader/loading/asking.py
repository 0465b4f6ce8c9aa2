"""Jobs answered in this process or in a worker: small ones here, many or dangerous ones there."""

from __future__ import annotations

from collections import deque
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from usjp_reader.domain.messages import Message
from usjp_reader.intake.readers import is_untrusted
from usjp_reader.loading.answering import answer, parts
from usjp_reader.loading.jobs import Answer, Wanted

if TYPE_CHECKING:
    from collections.abc import Generator
    from concurrent.futures import Future

    from usjp_reader.domain.progress import CancelToken
    from usjp_reader.knowledge.base import KnowledgeBase
    from usjp_reader.loading.jobs import Job
    from usjp_reader.loading.workers.crew import Crew

LARGE = 256 * 2**10
"""Bytes of one source that would keep this process from hearing that it should stop."""
_LOOK_SECONDS = 0.1
"""How often one who waits looks whether to stop."""


class Asker:
    """Has jobs answered."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        crew: Crew | None = None,
        *,
        second_recogniser: bool = False,
    ) -> None:
        """Make an asker.

        Args:
            knowledge: The knowledge base.
            crew: Workers; without them all is done in this process, but for what must not be.
            second_recogniser: Whether jobs are answered with it, where it can be had.
        """
        self._knowledge = knowledge
        self._crew = crew
        self._second_recogniser = second_recogniser

    def ask(self, job: Job, *, is_one_of_many: bool = False) -> Asked:
        """Have a job answered; `Asked.wait` gives the answer.

        Args:
            job: What to read.
            is_one_of_many: Whether there is so much to be read that workers are worth their start.
        """
        job = self._as_switched(job)
        is_for_workers = is_one_of_many or job.size > LARGE or _is_untrusted(job)
        if self._crew is None or not is_for_workers:
            return Asked(self, job)
        return Asked(self, job, self._crew.ask(job))

    @property
    def has_workers(self) -> bool:
        """Whether there are workers to be asked."""
        return self._crew is not None

    def here(self, job: Job) -> Answer:
        """Answer a job, or its first part, in this process, unless it must not be done here."""
        if _is_untrusted(job):
            return Answer(reason=Message("loading.no_worker"))
        return answer(self._as_switched(job), self._knowledge)

    def _as_switched(self, job: Job) -> Job:
        return replace(job, second_recogniser=True) if self._second_recogniser else job

    def may_help(self, job: Job) -> bool:
        """Whether this process may do a job itself as long as no worker has come up."""
        is_coming_up = self._crew is not None and not self._crew.is_ready
        return is_coming_up and job.size <= LARGE and not _is_untrusted(job)

    def drop(self, future: Future[Answer]) -> None:
        """Have a job not done after all."""
        if self._crew is not None:
            self._crew.drop(future)

    def ask_rest(self, job: Job, rest: Answer) -> list[Asked]:
        """Have what an answer left over answered, before anything else that waits."""
        jobs = list(parts(job, rest.rest))
        if self._crew is None or len(jobs) == 1:
            return [Asked(self, part) for part in jobs]
        futures = [self._crew.ask(part, first=True) for part in reversed(jobs)]
        return [
            Asked(self, part, future) for part, future in zip(jobs, reversed(futures), strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Asked:
    """A job that is or will be answered."""

    asker: Asker
    job: Job
    future: Future[Answer] | None = None

    def wait(self, cancel: CancelToken | None = None) -> Answer | None:
        """The whole answer; None when it was cancelled before it came."""
        waiting = self.waiting(cancel)
        while True:
            try:
                next(waiting)
            except StopIteration as stop:
                answer: Answer | None = stop.value
                return answer

    def waiting(self, cancel: CancelToken | None = None) -> Generator[int, None, Answer | None]:
        """Wait for the answer, and give how many records have come, after each part of it."""
        first = self.first_part(cancel)
        if first is None or not first.rest or self.job.wanted is Wanted.RECORDS:
            return first
        found, count = [first], len(first.records)
        rest = deque(self.asker.ask_rest(self.job, first))
        try:
            while rest:
                yield count
                more = rest.popleft().first_part(cancel)
                if more is None or (cancel is not None and cancel.is_cancelled):
                    return None
                found.append(more)
                count += len(more.records)
        finally:
            for part in rest:
                part.drop()
        return replace(first, records=tuple(r for one in found for r in one.records), rest=())

    def drop(self) -> None:
        """Have it not answered after all."""
        if self.future is not None:
            self.asker.drop(self.future)

    def first_part(self, cancel: CancelToken | None) -> Answer | None:
        """The answer, or the first part of it."""
        if self.future is None:
            return self.asker.here(self.job)
        while True:
            if self.asker.may_help(self.job) and self.future.cancel():
                return self.asker.here(self.job)
            try:
                return self.future.result(_LOOK_SECONDS)
            except CancelledError:
                return self.asker.here(self.job)
            except TimeoutError:
                if cancel is not None and cancel.is_cancelled:
                    self.drop()
                    return None


_HEAD = 1024
"""Bytes by which a file is known that is not what it is called."""


def _is_untrusted(job: Job) -> bool:
    return not job.records and is_untrusted(job.path, job.data[:_HEAD])
