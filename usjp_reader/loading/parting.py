"""The records of one file, taken apart where that can do no harm, and not analysed."""

from __future__ import annotations

from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.readers import is_untrusted, read_parts
from usjp_reader.loading.jobs import Job
from usjp_reader.loading.workers.crew import Crew

if TYPE_CHECKING:
    from concurrent.futures import Future

    from usjp_reader.domain.articles import Record, Refused
    from usjp_reader.loading.jobs import Answer


def read_apart(name: str, data: bytes, crew: Crew | None = None) -> tuple[Record | Refused, ...]:
    """The articles in a file, and behind them its records that could not be read.

    Args:
        name: File name or path; its suffix chooses the reader.
        data: The whole content of the file.
        crew: Workers for formats that are read in a process of their own; None hires one for this.

    Raises:
        UnreadableFileError: The format is not known, or nothing in the file can be read.
    """
    if not is_untrusted(name, data[:1024]):
        return read_parts(name, data)
    hired = crew or Crew(1)
    try:
        return _parted(hired.ask(Job(name, data=data, is_only_parted=True)))
    finally:
        if crew is None:
            hired.close()


def _parted(asked: Future[Answer]) -> tuple[Record | Refused, ...]:
    try:
        answer = asked.result()
    except CancelledError:
        raise UnreadableFileError("loading.no_worker") from None
    if answer.reason is not None and not answer.rest and not answer.refused:
        raise UnreadableFileError(answer.reason.key, **answer.reason.params)
    return (*answer.rest, *answer.refused)
