"""Imported by the process that workers are forked from: what all of them need is read by then."""

from __future__ import annotations

from usjp_reader.knowledge import base
from usjp_reader.loading.workers.worker import warm

warm(base.load())
