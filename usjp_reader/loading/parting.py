"""What is in one file, taken apart where that can do no harm, and not analysed."""

from __future__ import annotations

from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

from usjp_reader.domain.errors import UnreadableFileError
from usjp_reader.intake.bibliographies.reading import bibliography
from usjp_reader.intake.readers import is_untrusted, read_parts
from usjp_reader.loading.jobs import Job, Wanted
from usjp_reader.loading.workers.crew import Crew

if TYPE_CHECKING:
    from usjp_reader.domain.articles import Record, Refused
    from usjp_reader.intake.bibliographies.reading import Bibliography
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
    answer = _answered(Job(name, data=data, wanted=Wanted.RECORDS), crew)
    if answer.reason is not None and not answer.rest and not answer.refused:
        raise UnreadableFileError(answer.reason.key, **answer.reason.params)
    return (*answer.rest, *answer.refused)


def bibliography_apart(name: str, data: bytes, crew: Crew | None = None) -> Bibliography | None:
    """The items of a file, or None when it is no bibliography.

    Args:
        name: File name or path.
        data: The whole content of the file.
        crew: As for `read_apart`.

    Raises:
        UnreadableFileError: It cannot be read.
    """
    if not is_untrusted(name):
        return bibliography(name, data)
    answer = _answered(Job(name, data=data, wanted=Wanted.ITEMS), crew)
    if answer.reason is not None:
        raise UnreadableFileError(answer.reason.key, **answer.reason.params)
    return answer.bibliography


def _answered(job: Job, crew: Crew | None) -> Answer:
    hired = crew or Crew(1)
    try:
        return hired.ask(job).result()
    except CancelledError:
        raise UnreadableFileError("loading.no_worker") from None
    finally:
        if crew is None:
            hired.close()
