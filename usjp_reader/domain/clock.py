"""The time of day, in one place, so that tests can set it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The present, in UTC, to the second."""
    return datetime.now(tz=UTC).replace(microsecond=0)
