"""How the operating system is told what a worker process may use, where it can be told."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

if sys.platform != "win32":  # there the parent's clock is the only limit
    import resource

if TYPE_CHECKING:
    from usjp_reader.loading.workers.orders import Limits


def confine(limits: Limits) -> None:
    """Hold this process to its memory; a crash leaves no core file."""
    if sys.platform != "win32":
        _lower(resource.RLIMIT_AS, limits.memory)
        _lower(resource.RLIMIT_CORE, 0)


def begin_job(seconds: int) -> None:
    """Let this process use the processor for so long; beyond that the system ends it."""
    if sys.platform != "win32":
        _lower(resource.RLIMIT_CPU, int(time.process_time()) + seconds + 1)


def give_way() -> None:
    """Let every other process of the machine go first."""
    if sys.platform != "win32":
        os.nice(10)


def held_memory() -> int:
    """Bytes of memory that this process holds now, or held at most where only that is known."""
    if sys.platform == "win32":
        return 0
    try:
        with open("/proc/self/statm", "rb") as file:  # Linux
            return int(file.read().split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # macOS, where it is in bytes


def _lower(which: int, value: int) -> None:
    """Set the soft limit; the hard one stays, for the soft one must be raised for the next job."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(which)
        wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (wanted, hard))
