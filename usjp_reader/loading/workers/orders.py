"""What a worker process is told when it begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from usjp_reader.intake.readers import is_untrusted

if TYPE_CHECKING:
    from collections.abc import Callable

    from usjp_reader.knowledge.tables import Tables
    from usjp_reader.loading.jobs import Job


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker may use.

    Attributes:
        seconds: For one job, by the clock and of the processor; see `time_for`.
        recogniser: Seconds more where the second recogniser is used.
        memory: Bytes of address space.
        jobs: After so many jobs the process ends, and the next one begins afresh.
        growth: Bytes of memory it may have come to hold beyond those it began with before it ends.
    """

    seconds: int = 20
    recogniser: int = 40
    memory: int = 2 * 2**30
    jobs: int = 2_000
    growth: int = 400 * 2**20

    def time_for(self, job: Job) -> int:
        """Seconds for a job. What is read by plain rules of ours takes longer the more it is.

        The second recogniser takes the most of them: it reads a twentieth of what our rules read.
        """
        is_plain = bool(job.records) or not is_untrusted(job.path)
        more = self.recogniser if job.second_recogniser else 0
        return self.seconds + more + (job.size // 2**20 if is_plain else 0)


@dataclass(frozen=True, slots=True)
class Orders:
    """What a worker is told.

    Attributes:
        limits: What it may use.
        is_niced: Whether it gives way to all other work of the machine.
        tables: The knowledge base where it is not the shipped one.
        prepare: Called first: a function at the top level of a module.
    """

    limits: Limits = Limits()
    is_niced: bool = False
    tables: Tables | None = None
    prepare: Callable[[], None] | None = None
