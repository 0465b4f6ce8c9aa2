"""How many processes may read, and how urgent they are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from usjp_reader.knowledge import base
from usjp_reader.loading.workers.crew import Crew
from usjp_reader.loading.workers.orders import Orders

if TYPE_CHECKING:
    from usjp_reader.knowledge.base import KnowledgeBase

_MOST = 8
"""The one process that stores cannot keep up with more."""


def crew_with(knowledge: KnowledgeBase, *, in_background: bool) -> Crew:
    """The crew of a program; no process is started yet.

    Args:
        knowledge: What the workers are to know.
        in_background: Whether somebody works at a window meanwhile: one process that gives way. A
            command may use every core.
    """
    tables = None if knowledge is base.load() else knowledge.tables
    return Crew(
        1 if in_background else min(_cores(), _MOST), Orders(is_niced=in_background, tables=tables)
    )


def _cores() -> int:
    """Cores that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # Linux
    return len(allowed(0)) if allowed else os.cpu_count() or 1
